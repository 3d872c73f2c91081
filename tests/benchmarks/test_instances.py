"""The teams that are measured: which there are, and that their plans really move."""

from benchmarks.instances import (
    SUITE,
    TIGHTNESS,
    USUALLY_ALLOWED,
    Instance,
    instances_of,
    team_of,
)
from benchmarks.peers import answer
from planner.policy import default_policy
from planner.report import prepare


def test_other_policies_are_met_as_generated_only() -> None:
    """Three tightnesses with the default policy, and two more policies: five for each team."""
    found = instances_of([(30, 4)], [1, 2], TIGHTNESS, USUALLY_ALLOWED)
    assert len(found) == 10
    assert found[0] == Instance(30, 4, 1, "as generated", "default")
    assert {(i.tightness, i.allowed) for i in found} == {
        ("as generated", "default"),
        ("as generated", "strict"),
        ("as generated", "2 de-allocations"),
        ("90 %", "default"),
        ("110 %", "default"),
    }


def test_adjustments_reach_the_team() -> None:
    """Strict, two de-allocations, and everyone's limit at 90 per cent."""
    assert team_of(Instance(18, 3, 1, allowed="strict")).limits.strict
    assert team_of(Instance(18, 3, 1, allowed="2 de-allocations")).limits.deallocations == 2
    tight = team_of(Instance(18, 3, 1, tightness="90 %"))
    assert {person.limit_percent for person in tight.practitioners} == {90}


def test_the_suite_has_every_size_and_every_policy() -> None:
    """And the area, with borrowing between its teams and without."""
    measured = [instance for block in SUITE for instance in block.instances]
    assert {i.size for i in measured} == {
        "30 x 4",
        "75 x 6",
        "120 x 10",
        "180 x 12",
        "240 x 20",
        "1035 x 80",
    }
    assert {i.allowed for i in measured} == {*USUALLY_ALLOWED, "no borrowing"}
    assert team_of(Instance(75, 6, 1, allowed="no borrowing")).limits.borrow_minutes is None


def test_the_loosest_team_takes_children_on() -> None:
    """A benchmark in which nothing moves would measure nothing."""
    ready = prepare(team_of(Instance(18, 3, 1, "110 %")), default_policy())
    found = answer("engine", ready, 10.0, 0)
    assert found.choices is not None
    taken = [u for u in ready.problem.units if not u.holder and found.choices.holders[u.id]]
    assert taken
