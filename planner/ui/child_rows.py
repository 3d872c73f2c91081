"""One child in the plans on screen, in words: where the case is, with whom, and since when."""

from collections.abc import Mapping, Sequence

from planner.data.plan import ChildLine, Move, Plan, Standing, Status
from planner.ui.cards import due_words, since_words
from planner.ui.proof import AWAITING
from planner.ui.words import day, named, tier, title

_HELD: Mapping[Move, str] = {
    Move.KEPT: "stays with {who}",
    Move.TAKEN_ON: "taken on by {who}",
    Move.CHANGED: "{who}: a change of practitioner",
    Move.FORCED: "{who}: a forced change, since {now} cannot hold the case",
}
_AWAY = (Standing.AWAY_COVERED, Standing.AWAY_UNCOVERED)


def line_of(plan: Plan, child: str) -> ChildLine:
    """Give a child's line in a plan.

    Raises
    ------
    KeyError
        Where the plan has no such child.
    """
    for line in plan.children:
        if line.child == child:
            return line
    raise KeyError("no such child in this plan")


def people_of(plan: Plan) -> Mapping[str, str]:
    """Give everyone of the team by id, with the manager's own label where there is one."""
    return {person.practitioner: named(person) for person in plan.practitioners}


def option(line: ChildLine) -> str:
    """Say a child in one line of a list: id, label, tier, and who holds the case now.

    Give it the line of the team as it stands: a list whose words change with the
    what-if would lose its place.
    """
    place = f"now with {line.holder}" if line.holder else line.standing.value
    return f"{named(line)}: {tier(line.score)}, {place}"


def where_words(plan: Plan, line: ChildLine) -> str:
    """Say where a plan puts a child, and what it changes; the team as it stands changes nothing."""
    if not plan.found:
        return "no plan was found in time"
    if not line.holder:
        gone = ": a de-allocation" if line.move is Move.DEALLOCATED else ""
        return f"{line.standing.value}{gone}"
    people = people_of(plan)
    who = people.get(line.holder, line.holder)
    stands = plan.status is Status.AS_IT_STANDS
    form = "with {who}" if stands else _HELD.get(line.move, "with {who}")
    away = f" ({_away(line)})" if line.standing in _AWAY else ""
    return form.format(who=who, now=people.get(line.now, line.now)) + away


def _away(line: ChildLine) -> str:
    if line.standing is Standing.AWAY_COVERED:
        return f"away, cover by {line.cover}"
    return "away, no cover named"


def place_facts(plans: Mapping[str, Plan], child: str) -> list[tuple[str, str]]:
    """Give where the case is in each plan, then what is known of the child whatever the plan.

    Parameters
    ----------
    plans : mapping
        The plans by their names; the last one is the plan on screen.
    """
    places = [(name, title(where_words(p, line_of(p, child)))) for name, p in plans.items()]
    shown = list(plans.values())[-1]
    line = line_of(shown, child)
    waits = line.standing in AWAITING
    return [
        *places,
        ("Family", family_words(shown, line)),
        ("Phase", title(line.phase)),
        ("Last seen", day(line.last_seen, shown.as_at)),
        ("Next contact due", due_words(line, shown) if line.unit else ""),
        ("Awaiting", since_words(line) if waits else ""),
        ("Interim responsibility", (line.interim or "team manager") if waits else ""),
    ]


def siblings(plan: Plan, line: ChildLine) -> Sequence[ChildLine]:
    """List the brothers and sisters of a child in the plan, the child aside."""
    return [other for other in plan.children if other.family == line.family and other is not line]


def together(plan: Plan, line: ChildLine) -> list[str]:
    """Name the brothers and sisters who go where the child goes."""
    return [named(other) for other in siblings(plan, line) if other.unit == line.unit]


def family_words(plan: Plan, line: ChildLine) -> str:
    """Say the family, its other children, and whether they go together."""
    others = siblings(plan, line)
    if not others:
        return line.family
    held = together(plan, line)
    apart = [named(other) for other in others if other.unit != line.unit]
    parts = [
        f"held together with {', '.join(held)}" if held else "",
        f"held apart from {', '.join(apart)}" if apart else "",
    ]
    return f"{line.family}, {'; '.join(part for part in parts if part)}"
