"""Hand-argued examples of the second source for who may hold what.

Half-hours as in `test_oracle_workload`: the plain child costs 17 held and 23 taken on.
"""

import pytest

from planner.policy import default_policy
from tests.make import child, decision, infant, leave, practitioner, scenario, travel
from tests.oracle import evaluate, solve

POLICY = default_policy()


def _broken(holders, *args, **settings):
    return evaluate(scenario(*args, **settings), POLICY, holders).violated


@pytest.mark.parametrize(
    ("minutes", "broken"), [(None, ("reach",)), (24, ("reach",)), (25, ()), (26, ())]
)
def test_another_team_is_in_reach_within_the_minutes_allowed(minutes, broken):
    """P's base is 25 minutes from the child's zone; the row is read in both directions."""
    people = [practitioner("P", team="south")]
    settings = {
        "bases": {"south": "port"},
        "travel": [travel("hills", "port", 25)],
        "limits": {"borrow_minutes": minutes},
    }
    row = child("A", zone="hills", team="north")
    assert _broken({"A": "P"}, [row], people, **settings) == broken
    held = child("A", zone="hills", team="north", holder="P")
    assert _broken({"A": "P"}, [held], people, **settings) == ()


def test_grade_and_skill_bind_what_is_taken_on():
    """P lacks the skill: not for a new child, for one held or with a waived pin it is no bar."""
    people = [practitioner("P", skills=("infants",))]
    row = child("A", skills=("court", "infants"))
    assert _broken({"A": "P"}, [row], people) == ("grade and skill",)
    assert _broken({"A": "P"}, [row.model_copy(update={"holder": "P"})], people) == ()
    pins = [decision("pin", "A", "P", waiver=True)]
    assert _broken({"A": "P"}, [row], people, decisions=pins) == ()


def test_the_first_year_and_a_missing_skill_give_way_as_two_counts():
    """Nobody else is there for the infant: P lacks one skill and the grade."""
    people = [practitioner("P", first_year=True)]
    found = solve(scenario([infant("A", skills=("court",))], people), POLICY)
    assert found.compliant
    assert found.stages["0 counts"] == 2


@pytest.mark.parametrize(
    ("former", "broken"), [("", ("new families",)), ("gone", ()), ("Q", ("new families",))]
)
def test_a_forced_change_is_no_new_family_and_no_change(former, broken):
    """P may take on no new family; who held A has left, is there (Q), or was nobody."""
    people = [practitioner("P", new_families_limit=0), practitioner("Q")]
    row = child("A", holder=former)
    assert _broken({"A": "P"}, [row], people) == broken
    stages = evaluate(scenario([row], people), POLICY, {"A": "P"}).stages
    assert stages["3a"] == (101 if former == "Q" else 0)


@pytest.mark.parametrize(("limit", "holder"), [("8", ""), ("8.5", "P")])
def test_strict_brings_everyone_within_limits(limit, holder):
    """17 half-hours held over a limit of 16 are given up, one child beyond the de-allocations."""
    people = [practitioner("P", limit_hours=limit)]
    team = scenario([child("A", holder="P")], people, limits={"strict": True})
    found = solve(team, POLICY)
    assert found.optima == {(("A", holder),)}
    assert found.stages["0 de-allocations"] == (0 if holder else 1)


@pytest.mark.parametrize(("changes", "broken"), [(0, ("changes",)), (1, ()), (2, ())])
def test_changes_are_limited(changes, broken):
    """One family held by P goes to Q."""
    people = [practitioner("P"), practitioner("Q")]
    settings = {"limits": {"changes": changes}}
    assert _broken({"A": "Q"}, [child("A", holder="P")], people, **settings) == broken


@pytest.mark.parametrize(("allowed", "broken"), [(1, ("de-allocations",)), (2, ()), (3, ())])
def test_deallocations_are_counted_in_children_who_were_held(allowed, broken):
    """Two of three siblings have P as their holder; the third has nobody."""
    family = [
        child(name, family="F", holder=who) for name, who in zip("ABC", ("P", "P", ""), strict=True)
    ]
    settings = {"limits": {"deallocations": allowed}}
    assert _broken({"F": ""}, family, [practitioner("P")], **settings) == broken


def test_what_is_never_waived():
    """A conflict binds the family, a bar the unit; who is away all cycle takes nobody on."""
    family = [child("A", family="F"), child("B", family="F")]
    people, away = [practitioner("P")], [leave("P", 0, 27)]
    conflict, bar = [decision("conflict", "A", "P")], [decision("bar", "A", "P")]
    split = [decision("split", "A")]
    both, one = {"F": "P"}, {"F/B": "P"}
    assert _broken(both, family, people, decisions=conflict) == ("conflict",)
    assert _broken(both, family, people, decisions=bar) == ("bar",)
    assert _broken(one, family, people, decisions=conflict + split) == ("conflict",)
    assert _broken(one, family, people, decisions=bar + split) == ()
    assert _broken(both, family, people, leave=away) == ("hours", "presence")
    assert _broken({"F": ""}, family, people, decisions=[decision("pin", "A", "P")]) == ("pin",)
    assert _broken({"A": ""}, [infant("A")], people) == ("mandatory allocation",)
