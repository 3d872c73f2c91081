"""The teams that are measured: which there are, and that their plans really move."""

from benchmarks.instances import ALLOWED, TIGHTNESS, Instance, instances_of, team_of
from benchmarks.peers import answer
from planner.policy import default_policy
from planner.report import prepare


def test_other_policies_are_met_as_generated_only() -> None:
    """Three tightnesses with the default policy, and two more policies: five for each team."""
    found = instances_of([(30, 4)], [1, 2], TIGHTNESS, ALLOWED)
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


def test_the_loosest_team_takes_children_on() -> None:
    """A benchmark in which nothing moves would measure nothing."""
    ready = prepare(team_of(Instance(18, 3, 1, "110 %")), default_policy())
    found = answer("engine", ready, 10.0, 0)
    assert found.choices is not None
    taken = [u for u in ready.problem.units if not u.holder and found.choices.holders[u.id]]
    assert taken
