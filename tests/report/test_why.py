"""Why a child is where the plan puts them, in one or two sentences without a search."""

import pytest

from planner.data.scenario import Scenario
from tests.engine.solving import line_of, solved
from tests.make import child, decision, infant, leave, practitioner, scenario

ONE = [practitioner("P1")]
TWO = [practitioner("P1"), practitioner("P2")]

CASES: dict[str, tuple[Scenario, str]] = {
    "kept": (
        scenario([child("C1", holder="P1")], ONE),
        "Stays with P1, who holds the case now.",
    ),
    "taken on": (scenario([child("C1")], ONE), "Taken on by P1."),
    "forced": (
        scenario([child("C1", holder="gone")], ONE),
        "Moves from gone, who cannot hold the case, to P1: a forced change.",
    ),
    "changed": (
        scenario([child("C1", holder="P1")], TWO, decisions=[decision("pin", "C1", "P2")]),
        "Moves from P1 to P2: a change of practitioner.",
    ),
    "away too long": (
        scenario([infant("C1", holder="P1")], TWO, leave=[leave("P1", 0, 7)]),
        "Moves from P1, who is away longer than the weekly contact of an intensive infant "
        "allows, to P2: a change of practitioner.",
    ),
    "nobody": (
        scenario([child("C1")], ONE, decisions=[decision("conflict", "C1", "P1")]),
        "Nobody of the team can hold this family: P1, conflict of interest.",
    ),
    "nobody has the skill": (
        scenario([child("C1", skills=("auslan",))], ONE),
        "Nobody of the team can hold this family: P1, lacks auslan.",
    ),
    "hours": (
        scenario([child("C1")], [practitioner("P1", limit_hours=9), practitioner("P2", fte=0)]),
        "Needs 11.5 h a cycle; P1, who is nearest to it, has 9 h left.",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_one_sentence_says_it(name: str) -> None:
    """Kept, taken on, moved, or what it would need and who is nearest to it."""
    team, sentence = CASES[name]
    assert line_of(solved(team), "C1").why == (sentence,)


def test_room_in_hours_is_not_all() -> None:
    """106 h and no child allowed: hours alone would mislead."""
    team = scenario([child("C1")], [practitioner("P1", children_limit=0)])
    assert line_of(solved(team), "C1").why == (
        "Needs 11.5 h a cycle; P1, who is nearest to it, has 106 h left.",
        "There is room in hours, but a limit, or what comes first, stands before it: "
        "see what came first.",
    )


def test_a_limit_that_gave_way_is_said_with_the_family_it_gave_way_for() -> None:
    """21.5 h to an infant with 20 h; C2, who is kept, has no part in it."""
    team = scenario([infant("C1"), child("C2", holder="P1")], [practitioner("P1", limit_hours=20)])
    plan = solved(team)
    assert line_of(plan, "C1").why == (
        "Taken on by P1.",
        "P1 goes 10 h over the limit to hold C1.",
    )
    assert len(line_of(plan, "C2").why) == 1
