"""What was decided already: locks of the what-if, and decisions in the team's own data."""

import pytest

from planner.data.adjustment import Adjustment, AdjustmentKind
from planner.data.record_kinds import ReasonCode
from planner.data.vocabulary import DecisionKind
from planner.ui.lock_rows import lock_words, locks, locks_on, recorded_lines
from tests.make import child, decision, scenario

LOCK = Adjustment(
    kind=AdjustmentKind.PIN,
    child="C1",
    practitioner="P1",
    code=ReasonCode.COURT,
    reason="ordered",
)
BAR = Adjustment(kind=AdjustmentKind.BAR, child="C2", practitioner="P1")
AWAY = Adjustment(kind=AdjustmentKind.AWAY, practitioner="P1")


def test_locks_of_a_family_and_on_a_practitioner() -> None:
    """Leave names P1 too and is no decision about a child."""
    changes = (LOCK, BAR, AWAY)
    assert locks(changes, ["C1"]) == (LOCK,)
    assert locks_on(changes, "P1") == (LOCK, BAR)
    assert locks_on(changes, "P2") == ()


def test_a_lock_is_called_so_with_its_reason() -> None:
    """Code and words; a bar is none, and without a reason there are no brackets."""
    assert lock_words(LOCK) == "Locked: C1 with P1 (court; ordered)"
    assert lock_words(BAR) == "C2 not with P1"


@pytest.mark.parametrize("kind", list(DecisionKind))
def test_what_the_teams_own_data_decided(kind: DecisionKind) -> None:
    """Every kind of decision has words, with its reason and day."""
    team = scenario([child("C1")], decisions=(decision(kind.value, "C1", "P1"),))
    (text,) = recorded_lines(team, ["C1"])
    assert text.startswith("C1: ")
    assert text.endswith("(recorded in supervision; Sun 1 Mar 2026)")
    assert recorded_lines(team, ["C2"]) == []
    assert recorded_lines(team, (), "P1") == [text]
    assert recorded_lines(team, (), "P2") == []
