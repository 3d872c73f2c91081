"""Fronts of choices as a page shows them: their points, the marks beside them, their words."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from planner.data.adjustment import Adjustment
from planner.data.front import Front, FrontOf, Reached
from planner.engine.tradeoffs.front_words import front_headline
from planner.engine.tradeoffs.loading import step_gain, step_title
from planner.engine.tradeoffs.reaching import gains_in_children
from planner.report.price_words import sure_words
from planner.ui.choices import Choice, Mark

Changes = tuple[Adjustment, ...]


class Words(NamedTuple):
    """What a page says about one kind of front.

    ``kind`` is the name of its points, ``allowed`` of its axis; ``amounts`` are what may be
    asked for at most, the first by default.
    """

    header: str
    kind: str
    lead: str
    allowed: str
    label: str
    takes: str
    amounts: tuple[int, ...] = ()
    at_most: str = ""


FRONTS: Mapping[FrontOf, Words] = {
    FrontOf.CONTACTS: Words(
        header="Contacts missed against children awaiting",
        kind="Contact that may be missed",
        lead=(
            "A child who is allocated takes hours that contact with children awaiting needs too. "
            "The planner never misses contact with mandatory, high-risk or under-two children to "
            "make room. Here you see whether it would make room, and for how many."
        ),
        allowed="Contacts that may be missed",
        label="Find what missing contact would change",
        takes="Takes a few seconds, for a large team up to a minute.",
    ),
    FrontOf.DEALLOCATIONS: Words(
        header="De-allocations",
        kind="De-allocations allowed",
        lead=(
            "For each number of children whose case you would be prepared to de-allocate: the "
            "best plan, and which children it would allocate and leave awaiting. Numbers that "
            "change nothing for the better are left out."
        ),
        allowed="De-allocations allowed",
        label="Find what de-allocations would change",
        takes="Takes about ten seconds for two, up to a minute for more.",
        amounts=(2, 4, 6),
        at_most="De-allocations to look at, at most",
    ),
    FrontOf.CHANGES: Words(
        header="Changes of practitioner",
        kind="Changes allowed",
        lead=(
            "For each number of families that may change practitioner: the best plan, and which "
            "children it would allocate. Forced changes are free and not counted here."
        ),
        allowed="Changes of practitioner allowed",
        label="Find what changes would change",
        takes="Takes a few seconds, for a large team up to a minute.",
        amounts=(6, 12),
        at_most="Changes of practitioner to look at, at most",
    ),
    FrontOf.HOURS: Words(
        header="Hours for everyone",
        kind="Hours more for everyone",
        lead=(
            "For each hour a cycle more in everyone's limit: the best plan, and which children "
            "it would allocate. Hours beyond somebody's own are overtime: they give nothing to "
            "duty, and somebody has to work them."
        ),
        allowed="Hours more in everyone's limit",
        label="Find what hours would change",
        takes="Takes up to a minute.",
        amounts=(10, 20, 40),
        at_most="Hours to look at, at most",
    ),
}


def told_headline(front: Front) -> tuple[str, ...]:
    """Say in children what the whole front would buy, and where it ends."""
    return front_headline(front, gains_in_children) if front.steps else front.headline


def front_choices(front: Front, changes: Sequence[Changes]) -> list[Choice]:
    """Give the steps of a front as choices, each with what makes it the what-if."""
    return [
        Choice(
            kind=FRONTS[front.of].kind,
            name=step_title(step),
            reached=step.reached,
            at=float(step.amount),
            sure=sure_words(step.proven, step.settled, step.gradual),
            changes=wanted,
            gain=step_gain(before, step),
            moved=tuple(shift.sentence for shift in step.moved),
            plan=step.choices,
        )
        for before, step, wanted in zip((None, *front.steps), front.steps, changes, strict=False)
    ]


def front_marks(
    of: FrontOf, sides: Mapping[str, Reached], hours: Mapping[str, float | None]
) -> list[Mark]:
    """Give the known plans with what each of them uses; ``hours`` by name of the plan."""
    used = {
        FrontOf.CONTACTS: lambda one: float(one.contacts_missed_watched),
        FrontOf.DEALLOCATIONS: lambda one: float(one.deallocations),
        FrontOf.CHANGES: lambda one: float(one.changes),
    }
    if of is FrontOf.HOURS:
        return [Mark(name, one, hours.get(name)) for name, one in sides.items()]
    return [Mark(name, one, used[of](one)) for name, one in sides.items()]


def not_drawn_words(marks: Sequence[Mark]) -> str:
    """Say which known plans have no place on the axis; blank where all have."""
    names = [mark.name for mark in marks if mark.at is None]
    if not names:
        return ""
    verb = "stands" if len(names) == 1 else "stand"
    return (
        f"{' and '.join(names)} {verb} in the table alone: limits there do not differ by the "
        "same hours for everyone."
    )
