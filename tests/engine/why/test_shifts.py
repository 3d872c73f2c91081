"""What differs between two plans, in the order in which one move makes the next."""

import pytest

from planner.data.plan import StageValue
from planner.engine.why.shifts import differences, shifts
from tests.problems import carrier, problem, settled, unit

TEAM = problem(
    [unit("A"), unit("B", holder="P"), unit("C", holder="Q"), unit("D")],
    [carrier("P"), carrier("Q")],
)
NOW = settled(TEAM, B="P", C="Q")


def test_a_chain_follows_who_makes_room() -> None:
    """A takes B's place, B takes C's, C waits."""
    after = settled(TEAM, A="P", B="Q")
    found = shifts(TEAM, NOW, after, "A")
    assert [(s.unit, s.before, s.after) for s in found] == [
        ("A", "", "P"),
        ("B", "P", "Q"),
        ("C", "Q", ""),
    ]
    assert [s.sentence for s in found] == [
        "A1 would be taken on by P.",
        "B1 would move from P to Q: a change of practitioner.",
        "C1 would await allocation: a de-allocation from Q.",
    ]


def test_a_circle_is_told_once() -> None:
    """B and C change places."""
    found = shifts(TEAM, NOW, settled(TEAM, B="Q", C="P"))
    assert [s.unit for s in found] == ["B", "C"]


def test_nothing_differs() -> None:
    """No shifts, even where a first is named."""
    assert shifts(TEAM, NOW, NOW, "A") == ()


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        ("", "Q", "A1 would be taken on by Q."),
        ("P", "Q", "A1 would be taken on by Q, not by P."),
        ("P", "", "A1 would await allocation."),
    ],
)
def test_who_is_not_held_now(before: str, after: str, sentence: str) -> None:
    """To be taken on by another is no change of practitioner, and to wait no de-allocation."""
    (shift,) = shifts(TEAM, settled(TEAM, A=before), settled(TEAM, A=after))
    assert shift.sentence == sentence


def test_back_with_who_holds_it_now() -> None:
    """B stays with P where the plan in hand had moved it."""
    (shift,) = shifts(TEAM, settled(TEAM, B="Q"), settled(TEAM, B="P"))
    assert shift.sentence == "B1 would stay with P."


def line(stage: str, value: int, **terms: int) -> StageValue:
    """Make a line of a ledger."""
    return StageValue(id=stage, title=f"Stage {stage}", value=value, proven=True, terms=terms)


def test_differences_are_said_in_the_stages_own_unit() -> None:
    """Half-hours as hours where a stage has one term, points where it has several."""
    before = [line("0e", 0, hours_over=0), line("2a", 5), line("3a", 100, changes=1, borrowed=2)]
    after = [line("0e", 7, hours_over=7), line("2a", 5), line("3a", 90, changes=1, borrowed=2)]
    found = differences(before, after)
    assert [(row.stage, row.more) for row in found] == [("0e", 7), ("3a", -10)]
    assert found[0].sentence == "Hours over a limit: 3.5 h instead of 0 h"
    assert found[1].sentence == "Stage 3a: 90 points instead of 100"
