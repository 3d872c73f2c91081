"""Why there is no plan: the conflict that is named is one, and nothing in it is idle."""

import pytest

from planner.data.problem import Problem
from planner.errors import ModelBug
from planner.model import Clock, Core, feasible, smallest_conflict
from planner.policy import default_policy
from planner.report import prepare
from planner.rules import RULES
from tests.make_random import random_scenario
from tests.problems import carrier, pair, problem, unit

POLICY = default_policy()
ALWAYS = {"single_holder", "mandatory", "pin", "duty"}


def holds(given: Problem, units: set[str], rules: set[str]) -> bool | None:
    """Say whether some plan meets these requirements under these rules, all others set aside.

    The duty pool is set aside too: whatever does not fit it is missed or short.
    """
    required = {u.id for u in given.units if u.pinned_to or (u.mandatory and not u.excused)}
    without = frozenset(rule.id for rule in RULES) - (ALWAYS - {"duty"}) - rules
    return feasible(given.excusing(required - units), Clock(20), without)


def assert_smallest(given: Problem, core: Core) -> None:
    """Assert that a core conflicts, and that any member left out ends the conflict."""
    units, rules = set(core.units), set(core.rules)
    assert core.minimal
    assert holds(given, units, rules) is False
    assert [u for u in units if not holds(given, units - {u}, rules)] == []
    assert [r for r in rules if not holds(given, units, rules - {r})] == []


def conflict(given: Problem) -> tuple[set[str], set[str]]:
    """Find the smallest conflict, prove it, and give its units and rules."""
    core = smallest_conflict(given, Clock(20))
    assert_smallest(given, core)
    return set(core.units), set(core.rules)


def test_a_pin_to_someone_who_is_not_there() -> None:
    """Only presence stands against it; the second family has no part in it."""
    given = problem(
        [unit("F", pinned_to="P"), unit("G", pinned_to="Q")],
        [carrier("P", present=False), carrier("Q")],
    )
    assert conflict(given) == ({"F"}, {"presence"})


def test_two_infants_and_nobody_present() -> None:
    """Each is a conflict by itself, so one of the two is named; hours are not to blame."""
    given = problem(
        [unit("M", mandatory=True), unit("N", mandatory=True)], [carrier("P", present=False)]
    )
    units, rules = conflict(given)
    assert units in ({"M"}, {"N"})
    assert rules == {"presence"}


def test_an_infant_that_each_may_not_hold_for_another_reason() -> None:
    """Conflict of interest, a bar and a long leave: all three are needed, limits are not."""
    given = problem(
        [unit("M", mandatory=True)],
        [carrier("P"), carrier("Q"), carrier("R")],
        [
            pair("M", "P", conflict=True),
            pair("M", "Q", barred=True),
            pair("M", "R", away_too_long=True),
        ],
    )
    assert conflict(given) == ({"M"}, {"conflict", "bar", "away_too_long"})


@pytest.mark.parametrize(("room", "fits"), [(19, False), (20, True), (21, True)])
def test_two_pins_that_do_not_fit_together(room: int, fits: bool) -> None:
    """Ten half-hours each: with one less than twenty they conflict with hours, both."""
    given = problem(
        [unit("F", pinned_to="P"), unit("G", pinned_to="P")],
        [carrier("P", capacity_half_hours=room)],
    )
    assert feasible(given, Clock(10)) is fits
    if not fits:
        assert conflict(given) == ({"F", "G"}, {"hours"})


def test_a_pin_under_strict_limits() -> None:
    """Strictly within 15, a pinned family of 16 that P holds now cannot stay; unstrict it can."""
    given = problem(
        [unit("F", holder="P", pinned_to="P")],
        [carrier("P", capacity_half_hours=15)],
        [pair("F", "P", demand_half_hours=16)],
    )
    assert feasible(given, Clock(10)) is True
    strict = given.model_copy(update={"strict": True})
    assert conflict(strict) == ({"F"}, {"hours"})


def test_a_pin_that_would_break_the_limit_on_changes() -> None:
    """None may change practitioner, and the pin asks for one."""
    given = problem(
        [unit("F", holder="P", pinned_to="Q")], [carrier("P"), carrier("Q")], changes_limit=0
    )
    assert conflict(given) == ({"F"}, {"changes"})


def test_an_infant_and_a_pin_on_the_same_last_hours() -> None:
    """Limits give way for the infant, but then nobody over the limit is given more: not F too.

    With a waiver F is exempt as well, and both fit.
    """
    pinned = unit("F", pinned_to="P")
    given = problem([unit("M", mandatory=True), pinned], [carrier("P", capacity_half_hours=10)])
    assert conflict(given) == ({"M", "F"}, {"hours"})
    waived = pinned.model_copy(update={"pin_waived": True})
    units = {"units": (given.units[0], waived)}
    assert feasible(given.model_copy(update=units), Clock(10)) is True


def test_hours_are_not_blamed_for_an_absence() -> None:
    """Away the whole cycle, and so too long for the infant: one of the two says it, not hours."""
    given = problem(
        [unit("M", mandatory=True)],
        [carrier("P", present=False, capacity_half_hours=0)],
        [pair("M", "P", away_too_long=True)],
    )
    units, rules = conflict(given)
    assert units == {"M"}
    assert rules in ({"presence"}, {"away_too_long"})


@pytest.mark.parametrize("seed", range(60))
def test_conflicts_of_random_teams_are_the_smallest(seed: int) -> None:
    """Whatever the reason: it conflicts, and every member is needed."""
    given = prepare(random_scenario(seed), POLICY).problem
    if feasible(given, Clock(10)):
        with pytest.raises(ModelBug, match="no conflict"):
            smallest_conflict(given, Clock(10))
    else:
        assert_smallest(given, smallest_conflict(given, Clock(20)))


def test_random_teams_have_conflicts_and_have_none() -> None:
    """The test above sees both."""
    found = {
        feasible(prepare(random_scenario(seed), POLICY).problem, Clock(10)) for seed in range(60)
    }
    assert found == {True, False}


def test_out_of_time_is_neither_yes_nor_no() -> None:
    """Not known is not infeasible; what was not tried stays in the conflict, and it says so."""
    given = problem([unit("M", mandatory=True)], [carrier("P", present=False)])
    assert feasible(given, Clock(0)) is None
    core = smallest_conflict(given, Clock(0))
    assert core.units == ("M",)
    assert set(core.rules) == {rule.id for rule in RULES} - ALWAYS
    assert not core.minimal
