"""What a plan changes for a unit, and when the limits of the team may give way."""

import pytest

from planner.data.board import Take
from planner.rules.moves import change_keys, changes, deallocated, team_limits_may_give
from tests.problems import carrier, pair, problem, settled, unit

PEOPLE = [carrier("P"), carrier("Q"), carrier("R")]


@pytest.mark.parametrize(
    ("now", "then", "expected"),
    [
        ("", "", (False, False)),
        ("", "P", (False, False)),
        ("P", "P", (False, False)),
        ("P", "Q", (True, False)),
        ("P", "", (False, True)),
    ],
)
def test_a_unit_held_now_changes_or_is_de_allocated(
    now: str, then: str, expected: tuple[bool, bool]
) -> None:
    """Only a unit held now can do either, and never both."""
    team = problem([unit("A", holder=now)], PEOPLE)
    plan = settled(team, A=then)
    assert (changes(team.units[0], plan), deallocated(team.units[0], plan)) == expected


def test_every_other_practitioner_is_a_change() -> None:
    """A is held by P; B, held by nobody, can change nothing."""
    team = problem([unit("A", holder="P"), unit("B", former="gone")], PEOPLE)
    assert change_keys(team) == {Take("A", "Q"): 1, Take("A", "R"): 1}


@pytest.mark.parametrize(
    ("facts", "barrier", "may"),
    [
        ({}, {}, False),
        ({"mandatory": True}, {}, True),  # to be placed
        ({"mandatory": True, "holder": "P"}, {}, False),
        ({"mandatory": True, "holder": "P"}, {"away_too_long": True}, True),
        ({"mandatory": True, "holder": "P"}, {"barred": True}, True),
        ({"holder": "P"}, {"barred": True}, False),  # not mandatory
        ({"mandatory": True, "holder": "P", "pinned_to": "Q"}, {}, True),
    ],
)
def test_limits_of_the_team_may_give_way_for_a_mandatory_unit(
    facts: dict[str, object], barrier: dict[str, bool], may: bool
) -> None:
    """Where it is not held, or its holder may not keep it; strict always."""
    pairs = [pair("A", "P", **barrier)]
    assert team_limits_may_give(problem([unit("A", **facts)], PEOPLE, pairs)) is may
    assert team_limits_may_give(problem([unit("A", **facts)], PEOPLE, pairs, strict=True))
