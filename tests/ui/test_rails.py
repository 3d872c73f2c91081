"""Guard-rails as rows: a word for each plan, and for whom one does not hold."""

from planner.data.guard_rail import GuardRail, RailKind, usual_rail
from planner.data.vocabulary import Tier
from planner.policy import default_policy
from planner.ui.rails import rail_rows, who_lines
from tests.ui import made

STANDARDS = default_policy().standards
RAILS = [usual_rail(RailKind.HIGH_RISK), GuardRail(kind=RailKind.CHANGES, amount=2)]
PLANS = {
    "Now": made.plan([made.waiting("A", Tier.HIGH), made.waiting("B", Tier.HIGH)]),
    "What-if": made.plan([made.line("A")], counts=made.counts(changes=3)),
}


def test_each_plan_has_its_word_beside_a_sign() -> None:
    """Two await now; the what-if has one change too many."""
    assert rail_rows(PLANS, STANDARDS, RAILS) == [
        {
            "Guard-rail": "No high-risk child awaits allocation",
            "Now": "✕ Does not hold: 2 children await",
            "What-if": "✓ Holds",
        },
        {
            "Guard-rail": "No more than 2 changes of practitioner",
            "Now": "✓ Holds",
            "What-if": "✕ Does not hold: 3 changes, 1 too many",
        },
    ]


def test_for_whom_one_does_not_hold() -> None:
    """Only where there is somebody to name."""
    assert who_lines(PLANS, STANDARDS, RAILS) == ["Now: No high-risk child awaits allocation: A, B"]


def test_without_guard_rails_there_are_no_rows() -> None:
    """The table says so instead."""
    assert rail_rows(PLANS, STANDARDS, []) == []
