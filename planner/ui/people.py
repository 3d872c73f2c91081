"""Practitioners in a plan as bars, rows and cards: whose hours are how full, who holds whom."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from planner.data.plan import ChildLine, Move, Plan, PractitionerLine
from planner.ui.words import Row, children, hours, named, percent

_NEW = (Move.TAKEN_ON, Move.FORCED, Move.CHANGED)


class Load(NamedTuple):
    """One bar of the load chart: shares of own hours in per cent, and the same in words."""

    who: str
    load: float
    limit: float
    over: bool
    words: str


def loads(plan: Plan) -> list[Load]:
    """Give a bar for everyone who can hold cases in the cycle."""
    return [_load(person) for person in _carriers(plan)]


def _carriers(plan: Plan) -> list[PractitionerLine]:
    return [person for person in plan.practitioners if person.carries]


def _load(person: PractitionerLine) -> Load:
    own = person.capacity_half_hours
    return Load(
        who=named(person),
        load=100 * person.case_half_hours / own if own else 0.0,
        limit=100 * person.limit_half_hours / own if own else 0.0,
        over=person.over_half_hours > 0,
        words=load_words(person),
    )


def load_words(person: PractitionerLine) -> str:
    """Say someone's load: share, case hours of own hours, and what is over."""
    if not person.present:
        return "away the whole cycle"
    share = percent(person.case_half_hours, person.capacity_half_hours)
    held = f"{hours(person.case_half_hours)} of {hours(person.capacity_half_hours)}"
    over = f", {hours(person.over_half_hours)} over" if person.over_half_hours else ""
    return " · ".join(part for part in (share, held + over) if part)


def practitioner_rows(plan: Plan) -> list[Row]:
    """Give the numbers behind the load bars, a row for each practitioner."""
    several = len({person.team for person in plan.practitioners}) > 1
    return [
        {
            "Practitioner": named(person),
            **({"Team": person.team} if several else {}),
            "Load": load_words(person),
            "Limit": hours(person.limit_half_hours),
            "Holds": _count_words(person),
        }
        for person in _carriers(plan)
    ]


def _count_words(person: PractitionerLine) -> str:
    families = "1 family" if person.families == 1 else f"{person.families} families"
    infants = f", {person.intensive} intensive" if person.intensive else ""
    return f"{children(person.children)} of {families}, {person.high_risk} high risk{infants}"


class Holding(NamedTuple):
    """Who holds whom: one practitioner with the children who stay, come and go."""

    who: str
    load: str
    stay: tuple[str, ...]
    come: tuple[str, ...]
    go: tuple[str, ...]


def holdings(plan: Plan) -> list[Holding]:
    """Give everyone who can hold cases with their children, by id."""
    held: defaultdict[str, list[ChildLine]] = defaultdict(list)
    gone: defaultdict[str, list[ChildLine]] = defaultdict(list)
    for child in plan.children:
        held[child.holder].append(child)
        if child.move in (Move.CHANGED, Move.DEALLOCATED):
            gone[child.now].append(child)
    return [
        Holding(
            who=named(person),
            load=load_words(person),
            stay=_names(c for c in held[person.practitioner] if c.move not in _NEW),
            come=_names(c for c in held[person.practitioner] if c.move in _NEW),
            go=_names(gone[person.practitioner]),
        )
        for person in _carriers(plan)
    ]


def _names(lines: Iterable[ChildLine]) -> tuple[str, ...]:
    return tuple(named(line) for line in lines)
