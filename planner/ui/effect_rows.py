"""What one decision does to other children: who moves, whose contacts, and what cannot stand."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from planner.data.comparison import ChildCompared, ChildPlace, PlanDifferences
from planner.data.plan import ChildLine, Conflict, GivenWay, Move, Plan
from planner.report.wording import gives_way
from planner.ui.words import Row, counted, named, tier, title

_NOBODY = (Move.DEALLOCATED, Move.STILL_AWAITING, Move.NOT_PLANNED)
_NOT_COMPLIANT, _NEEDS_DECISION = "NOT COMPLIANT", "Needs your decision"


class Effect(NamedTuple):
    """What one decision changes: for the family itself, for other children, and contacts."""

    own: list[Row]
    others: list[Row]
    contacts: list[str]


def effect(found: PlanDifferences, tried: Plan, family: str) -> Effect:
    """Sort what two plans place otherwise into this family and everybody else."""
    lines = {line.child: line for line in tried.children}
    moved = [row for row in found.children if _moved(row)]
    return Effect(
        own=[_row(row, lines[row.child]) for row in moved if row.family == family],
        others=[_row(row, lines[row.child]) for row in moved if row.family != family],
        contacts=list(_contacts(found.children)),
    )


def _moved(row: ChildCompared) -> bool:
    if row.a is None or row.b is None:
        return False
    return (row.a.where, _tier(row.a)) != (row.b.where, _tier(row.b))


def _row(row: ChildCompared, line: ChildLine) -> Row:
    raised = bool(row.a and row.b and _tier(row.a) != _tier(row.b))
    return {
        "Child": f"{named(line)}, family {row.family}",
        "In the what-if": _place(row.a, raised),
        "With this decision": _place(row.b, raised, _left(row)),
        "Priority": title(tier(line.score)),
    }


def _left(row: ChildCompared) -> str:
    """Name who holds the case no more though nobody was de-allocated, as where one is barred."""
    if row.a is None or row.b is None or row.a.move in _NOBODY:
        return ""
    return row.a.where if row.b.move is Move.STILL_AWAITING else ""


def _place(place: ChildPlace | None, raised: bool, left: str = "") -> str:
    """Say where a child is and what that changes; and the tier, where the decision changes it."""
    if place is None:
        return "not in this plan"
    also = f", {_tier(place)}" if raised else ""
    what = f"no longer with {left}" if left else place.move.value
    return f"{place.where} ({what}){also}"


def _tier(place: ChildPlace) -> str:
    band = f", band ({place.band.value})" if place.band else ""
    return f"{place.tier.value}{band}"


def _contacts(rows: Sequence[ChildCompared]) -> Iterator[str]:
    """Say for whom more or fewer contacts are missed, since they fit nobody's hours."""
    for row in rows:
        if row.a and row.b and row.a.contacts_missed != row.b.contacts_missed:
            more = row.b.contacts_missed - row.a.contacts_missed
            word = "more" if more > 0 else "fewer"
            yield f"{row.child}: {counted(abs(more), f'{word} contact')} missed."


def gives_lines(tried: Plan, before: Plan) -> list[str]:
    """Say which limits give way with the decision that do not without it, or not by as much."""
    known = {_limit(give): give.amount for give in before.choices.gives}
    return [
        f"{gives_way(give)}."
        for give in tried.choices.gives
        if give.amount > known.get(_limit(give), 0)
    ]


def _limit(give: GivenWay) -> tuple[str, str, str]:
    return give.limit, give.practitioner, give.unit


def decision_lines(tried: Plan, before: Plan) -> list[str]:
    """Give what needs the manager's decision in the plan with it: a high-risk child let go."""
    return [
        text
        for text in tried.headline
        if text.startswith(_NEEDS_DECISION) and text not in before.headline
    ]


def refused_lines(tried: Plan, before: Plan) -> list[str]:
    """Say that a decision leaves no compliant plan, which rules conflict, and what would work."""
    if tried.conflict is None:
        return []
    known = before.conflict.sentences if before.conflict else ()
    first = [
        text
        for text in tried.headline
        if text.startswith(_NOT_COMPLIANT) and text not in before.headline
    ]
    if not first and set(tried.conflict.sentences) <= set(known):
        return []
    return [*first, *_conflict(tried.conflict)]


def _conflict(conflict: Conflict) -> list[str]:
    return [
        *conflict.sentences,
        *(f"Would work: {offer.text}" for offer in conflict.repairs),
    ]
