"""A front as text: what is bought with each choice, and who is moved by it."""

from collections.abc import Sequence

from planner.cli.layout import document, hours, number, paragraphs, section, table
from planner.data.explanation import Shift
from planner.data.front import Front, FrontOf, FrontStep, Reached
from planner.data.vocabulary import Tier
from planner.report.price_words import EQUAL_NOTE, sure_words

_FIRST = {
    FrontOf.CONTACTS: "contacts",
    FrontOf.DEALLOCATIONS: "de-allocations",
    FrontOf.CHANGES: "changes",
    FrontOf.HOURS: "hours more",
}
FIGURES = ("high risk", "next", "remaining", "missed", "changes", "de-alloc.", "over")
RIGHT = frozenset(range(8))


def front_text(front: Front) -> str:
    """Give a front as a document, what it would buy first."""
    return document(
        paragraphs(front.headline, indent=""),
        section("Children awaiting, and what goes with it", _steps(front)),
        *(
            section(step.sentence.partition(":")[0], [*paragraphs([_gain(step)]), *who(step.moved)])
            for step in front.steps[1:]
        ),
        paragraphs(front.notes, indent=""),
        equal_note([step.settled for step in front.steps]),
    )


def figures(reached: Reached) -> tuple[str, ...]:
    """Give what a plan comes to as the cells of a row."""
    high = reached.awaiting_by_tier[Tier.HIGH] + reached.awaiting_by_tier[Tier.MANDATORY]
    return (
        number(high),
        number(reached.awaiting_by_tier[Tier.NEXT]),
        number(reached.awaiting_by_tier[Tier.REMAINING]),
        number(reached.contacts_missed),
        number(reached.changes),
        number(reached.deallocations),
        hours(reached.hours_giving_half_hours),
    )


def who(moved: Sequence[Shift]) -> list[str]:
    """List who is placed otherwise than in the step before."""
    return paragraphs([shift.sentence for shift in moved], bullet="- ")


def equal_note(settled: Sequence[bool]) -> list[str]:
    """Say that equal children might be named instead, where the time did not suffice to tell."""
    if all(settled):
        return []
    return paragraphs([EQUAL_NOTE], indent="")


def _steps(front: Front) -> list[str]:
    rows = [
        (
            _amount(front, step),
            *figures(step.reached),
            sure_words(step.proven, step.settled, step.gradual),
        )
        for step in front.steps
    ]
    return table((_FIRST[front.of], *FIGURES, ""), rows, right=RIGHT)


def _amount(front: Front, step: FrontStep) -> str:
    return f"{step.amount}{' (plan)' if step.amount == front.now else ''}"


def _gain(step: FrontStep) -> str:
    words = step.sentence.partition(": ")[2]
    return f"Against the step before: {words}"
