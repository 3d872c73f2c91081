"""What came first, duty, offers and assumptions, as text."""

import pytest

from planner.cli.ledger_text import assumptions, choices_open, conflict, pools, what_came_first
from planner.data.plan import Conflict, Offer, Plan, StageValue


def rows(lines: list[str]) -> list[str]:
    """Give lines with single spaces."""
    return [" ".join(line.split()) for line in lines]


def test_what_came_first(plan: Plan) -> None:
    """Stages in which nothing is given up share a line; the others say what they cost."""
    lines = rows(what_came_first(plan))
    assert lines[1] == "0a-b 0 proven best No limit; No count: none of these"
    assert lines[2].startswith(
        "3a 341 at least 300, within 4.1 % Next: Changes of practitioner: 101"
    )
    assert lines[-1] == "4b 90 best given the above Travel to allocated children: 1.5 h"


@pytest.mark.parametrize(
    ("facts", "known"),
    [
        ({"bound": 7, "proven": True}, "proven best"),
        ({"bound": 7}, "best given the above"),
        ({"bound": 6, "total": 100}, "at least 6, within 1.0 %"),
        ({"bound": None}, "as it stands"),
    ],
)
def test_what_is_known_of_a_stage(plan: Plan, facts: dict[str, object], known: str) -> None:
    """Proven only where it is; a stage below one cut short is best given those above."""
    stage = StageValue.model_validate({"id": "3a", "title": "Next", "value": 7, **facts})
    assert known in what_came_first(plan.model_copy(update={"ledger": (stage,)}))[1]


def test_duty_says_hours_and_what_is_held_over(plan: Plan) -> None:
    """The pool is negative where people are over, and says by how much."""
    assert rows(pools(plan))[1:] == [
        "north -3.5 h 20 h 15 h 1 h 0.5 h 0 h 1.5 h 0 h",
        "north: 3.5 h held over hours come off its duty hours",
    ]


def test_offers_say_whether_they_were_solved(plan: Plan) -> None:
    """An offer nobody solved is never shown as if it had been."""
    guess = Offer(kind="hours", text="5 h over", solved=False)
    both = plan.model_copy(update={"offers": (*plan.offers, guess)})
    assert choices_open(both) == [
        "  - 3 h over for P1 admits C4",
        "  - 5 h over (not solved)",
    ]


def test_a_conflict_names_why_and_what_would_work(plan: Plan) -> None:
    """Without a conflict the section is empty."""
    found = Conflict(
        rules=("mandatory",),
        units=("F1",),
        sentences=("F1 must be held, and nobody may.",),
        repairs=(Offer(kind="pin", text="release the pin of C1", solved=True),),
    )
    assert conflict(plan.model_copy(update={"conflict": found})) == [
        "  - F1 must be held, and nobody may.",
        "  - Would work: release the pin of C1",
    ]
    assert conflict(plan) == []


def test_assumptions_are_counted(plan: Plan) -> None:
    """What stood in for a blank is said with the number of children."""
    assert assumptions(plan) == [
        "  - No travel table was supplied.",
        "  - age in whole years: assumed for 2 children",
    ]
