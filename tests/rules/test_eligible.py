"""Whether a pair passes every rule that is never waived."""

import pytest

from planner.rules.eligible import may_hold
from tests.problems import carrier, pair, problem, unit


@pytest.mark.parametrize(
    ("family", "facts", "may"),
    [
        ({}, {}, True),
        ({}, {"absent": True}, False),
        ({"holder": "P"}, {"absent": True}, True),  # away within the cover period
        ({}, {"away_too_long": True}, False),
        ({"holder": "P"}, {"away_too_long": True}, False),
        ({}, {"conflict": True}, False),
        ({}, {"barred": True}, False),
        ({}, {"out_of_reach": True}, False),
        ({"pinned_to": "P"}, {}, True),
        ({"pinned_to": "Q"}, {}, False),
        ({}, {"missing_skills": ("court",), "missing_grade": True}, True),  # may give way
    ],
)
def test_each_barrier_stands_alone(
    family: dict[str, str], facts: dict[str, object], may: bool
) -> None:
    """One fact at a time, for P."""
    people = [carrier("P"), carrier("Q")]
    team = problem([unit("A", **family)], people, [pair("A", "P", **facts)])
    assert may_hold(team, team.units[0], "P") is may
