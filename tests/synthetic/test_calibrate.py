"""Synthetic teams start near their hours, with about 15 % awaiting and a duty pool to fit."""

from decimal import Decimal
from statistics import mean

import pytest

from planner.data.problem import Problem
from planner.data.scenario import Scenario
from planner.data.vocabulary import Grade
from planner.policy import default_policy
from planner.principles import prioritise
from planner.synthetic.calibrate import duty_needed, with_duty
from planner.synthetic.generate import generate
from planner.synthetic.shares import read_shares
from planner.workload import build

POLICY = default_policy()
SEEDS = range(1, 9)


def problem(scenario: Scenario) -> Problem:
    """Build the problem of a team with its holders."""
    return build(scenario, POLICY, prioritise(scenario, POLICY))


def free_shares(found: Problem) -> list[float]:
    """Give the share of hours that each present practitioner has left free."""
    load = {carrier.id: 0 for carrier in found.carriers}
    for unit in found.units:
        if unit.holder:
            load[unit.holder] += found.pairs[unit.id, unit.holder].demand_half_hours
    return [1 - load[c.id] / c.capacity_half_hours for c in found.carriers if c.present]


def awaiting_share(found: Problem) -> float:
    """Give the share of open children whom nobody holds."""
    awaiting = sum(len(unit.children) for unit in found.units if not unit.holder)
    return awaiting / sum(len(unit.children) for unit in found.units)


@pytest.fixture(scope="module")
def teams() -> list[Scenario]:
    """Give eight teams of 75 children and six practitioners."""
    return [generate(75, 6, seed) for seed in SEEDS]


@pytest.fixture(scope="module")
def problems(teams: list[Scenario]) -> list[Problem]:
    """Give their problems."""
    return [problem(team) for team in teams]


def test_about_fifteen_per_cent_await(problems: list[Problem]) -> None:
    """The mean is 15 %; families are whole and hours are bounded, so one team may lie apart."""
    shares = [awaiting_share(found) for found in problems]
    assert mean(shares) == pytest.approx(0.15, abs=0.02)
    assert all(0.05 <= share <= 0.30 for share in shares)


def test_holders_are_near_their_hours(problems: list[Problem]) -> None:
    """Where the team has not room for all, each keeps 3 to 6 per cent; nobody is over.

    Hours of a unit are rounded up one by one, so half an hour may be missing.
    """
    tight = [share for found in problems for share in free_shares(found)]
    assert min(tight) >= 0.0
    assert mean(0.028 <= share <= 0.065 for share in tight) >= 0.8


def test_intensity_is_whole_per_cent_and_dated(teams: list[Scenario]) -> None:
    """The intensity lies in 0.7 to 1 with the date of the calibration beside it."""
    for team in teams:
        assert 70 <= team.limits.service_intensity * 100 <= 100
        assert team.limits.service_intensity * 100 % 1 == 0
        assert team.limits.calibrated == team.as_at


def test_duty_fits_within_a_few_hours(teams: list[Scenario], problems: list[Problem]) -> None:
    """Practice support covers what awaits, with 0 to 3.5 h to spare, up to 100 h each."""
    for team, found in zip(teams, problems, strict=True):
        duty = sum(float(p.duty_hours) for p in team.practitioners if p.grade is Grade.CPP2)
        spare = duty - duty_needed(found)
        assert duty == 100 or 0 <= spare <= 3.5 or (duty == 0 and spare >= 0)


def test_mandatory_children_are_held(problems: list[Problem]) -> None:
    """A team starts compliant: every unit of an intensive infant has a fit holder."""
    mandatory = [(found, unit) for found in problems for unit in found.units if unit.mandatory]
    assert len(mandatory) >= 4
    for found, unit in mandatory:
        assert unit.holder
        assert not found.pairs[unit.id, unit.holder].away_too_long


def test_more_children_wait_where_hours_cannot_reach() -> None:
    """Below an intensity of 0.7 nobody goes: 100 children and three practitioners."""
    team = generate(100, 3, 1)
    assert team.limits.service_intensity <= Decimal("0.72")
    assert awaiting_share(problem(team)) > 0.4


def test_a_team_with_room_works_at_standard_hours() -> None:
    """With hours for all the intensity is 1, and some still await: those who came last."""
    team = generate(40, 6, 2)
    assert team.limits.service_intensity == 1
    found = problem(team)
    assert 0.05 <= awaiting_share(found) <= 0.30
    assert min(free_shares(found)) > 0.06


def test_with_duty_counts_what_waits() -> None:
    """Ten hours more to spare are ten hours more of duty, on top of what is needed."""
    team = generate(75, 6, 4)
    needed = duty_needed(problem(team))
    more = with_duty(team, POLICY, 10.0, read_shares())
    hours = [float(p.duty_hours) for p in more.practitioners if p.grade is Grade.CPP2]
    assert hours == [needed + 10]
