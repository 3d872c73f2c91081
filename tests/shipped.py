"""The scenarios that ship, each read once and solved once in a test run."""

from functools import cache
from pathlib import Path

from planner.data.plan import Plan
from planner.data.problem import Problem
from planner.data.scenario import Scenario
from planner.engine import allocate
from planner.files import read_scenario
from planner.policy import default_policy
from planner.report import prepare
from planner.synthetic import shipped_scenarios

POLICY = default_policy()
FOLDERS = shipped_scenarios()
NAMES = tuple(FOLDERS)
TIME_LIMIT = 10.0

QUICK = (
    "steady",
    "steady_limit_90",
    "sibling_group_of_six",
    "infant_nobody_can_hold",
    "rural_two_towns",
    "vacancy_filled",
)
"""Solved in the default run; the others are marked slow."""

HEAVY = (
    "steady_two_away",
    "monday_two_deallocations",
    "infant_surge_extra_practitioner",
    "monday",
    "infant_surge",
    "manager_holds_twenty",
)
"""Each of these takes a good part of a minute to solve several times: marked long there."""


@cache
def team(name: str) -> Scenario:
    """Read a scenario that ships."""
    folder: Path = FOLDERS[name]
    return read_scenario(folder)


@cache
def problem_of(name: str) -> Problem:
    """Give the allocation problem of a scenario that ships."""
    return prepare(team(name), POLICY).problem


@cache
def plan_of(name: str) -> Plan:
    """Solve a scenario that ships, as the command line does, offers aside."""
    return allocate(team(name), POLICY, time_limit=TIME_LIMIT, offers=False)
