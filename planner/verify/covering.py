"""A proposed cover checked again: everybody may do what they are given, within their hours."""

from collections import Counter
from collections.abc import Mapping

from planner.data.cover import CoverQuestion


def verify_cover(question: CoverQuestion, by: Mapping[str, str]) -> tuple[str, ...]:
    """Say what is wrong with who does what falls due; nothing where all is right."""
    found: list[str] = []
    hours: Counter[str] = Counter()
    options = {
        item.id: {option.practitioner: option.half_hours for option in item.options}
        for item in question.due
    }
    for item, person in by.items():
        if person not in options.get(item, {}):
            found.append(f"{person} cannot do {item}.")
        else:
            hours[person] += options[item][person]
    for person, given in sorted(hours.items()):
        spare = question.spare.get(person, 0)
        if given > spare:
            found.append(f"{person} has {spare / 2:g} h to spare, and {given / 2:g} h are given.")
    return tuple(found)
