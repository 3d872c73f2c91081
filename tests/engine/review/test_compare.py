"""Two plans compared: by stage, rule, child and practitioner, with sums that add up."""

from random import Random

import pytest

from planner.data.adjust import adjust
from planner.data.adjustment import Adjustment
from planner.data.comparison import Bearer, PlanDifferences, Share
from planner.data.plan import Move, Plan
from planner.data.scenario import Scenario
from planner.engine import compare, evaluate
from planner.errors import UsageFault
from planner.report import prepare
from tests.engine.solving import POLICY, high, solved
from tests.make import child, practitioner, scenario
from tests.make_random import random_scenario

TEAM = scenario(
    [child("C1", holder="P1"), child("C2", holder="P2"), high("C3"), child("C4")],
    [practitioner("P1", limit_hours=30), practitioner("P2", limit_hours=12)],
)


def arranged(team: Scenario, **holders: str) -> Plan:
    """Score an arrangement of a team."""
    return evaluate(team, POLICY, {**dict.fromkeys(holders, ""), **holders})


def adds_up(found: PlanDifferences, a: Plan, b: Plan) -> None:
    """Check by hand what the record promises, and that it speaks of these two plans."""
    for plan, side in ((a, "a"), (b, "b")):
        ledger = {line.id: line for line in plan.ledger}
        written = {row.stage: getattr(row, side) for row in found.stages}
        assert {stage: value for stage, value in written.items() if value is not None} == {
            stage: line.value for stage, line in ledger.items()
        }
    for stage in found.stages:
        for term in stage.terms:
            assert sum(share.b - share.a for share in term.shares) == term.b - term.a
        if stage.a is not None and stage.b is not None:
            assert sum(term.b - term.a for term in stage.terms) == stage.b - stage.a


@pytest.mark.parametrize(
    "seed", [n if n < 12 else pytest.param(n, marks=pytest.mark.long) for n in range(120)]
)
def test_differences_add_up_on_any_team(seed: int) -> None:
    """Two arrangements of a random team: each difference is the sum of its shares."""
    team, rng = random_scenario(seed), Random(seed)
    problem = prepare(team, POLICY).problem
    people = ["", *(person.id for person in problem.carriers)]
    a, b = (
        evaluate(team, POLICY, {unit.id: rng.choice(people) for unit in problem.units})
        for _ in "ab"
    )
    if not a.children:
        pytest.skip("nobody to compare")
    found = compare(a, b, POLICY, [(team, POLICY)])
    adds_up(found, a, b)
    assert found.same + len(found.children) == len(a.children)
    assert all(share.bearer is not Bearer.WHOLE or _gives(a, b) for share in _shares(found))
    gained = sum(len(row.taken) - len(row.left) for row in found.practitioners)
    held = [sum(bool(line.holder) for line in plan.children) for plan in (a, b)]
    assert gained == held[1] - held[0]


def _shares(found: PlanDifferences) -> list[Share]:
    return [share for stage in found.stages for term in stage.terms for share in term.shares]


def _gives(a: Plan, b: Plan) -> bool:
    return any(not give.unit for plan in (a, b) for give in plan.choices.gives)


def test_one_child_taken_on_instead_of_another() -> None:
    """C3 or C4: who is named, who gains hours, which stage decided, and why each is where."""
    a, b = arranged(TEAM, C1="P1", C2="P2", C3="P1"), arranged(TEAM, C1="P1", C2="P2", C4="P1")
    found = compare(a, b, POLICY, [(TEAM, POLICY)])
    assert found.decided_by == "2a"
    decided = next(stage for stage in found.stages if stage.stage == "2a")
    first = decided.terms[0]
    assert (first.term, [share.id for share in first.shares]) == ("awaiting_high_a", ["C3"])
    assert [(row.child, row.a.where, row.b.where) for row in found.children if row.a and row.b] == [
        ("C3", "P1", "awaiting allocation"),
        ("C4", "awaiting allocation", "P1"),
    ]
    assert found.children[0].a is not None
    assert found.children[0].a.why == ("Taken on by P1.",)
    assert [(row.practitioner, row.taken, row.left) for row in found.practitioners] == [
        ("P1", ("C4",), ("C3",)),
        ("P2", (), ()),
    ]
    assert found.same == 2
    assert found.notes == ()
    assert found.a.checked
    assert found.proven


def test_a_plan_with_itself() -> None:
    """Nothing differs, nothing decided, nobody is listed."""
    plan = solved(TEAM)
    found = compare(plan, plan, POLICY, [(TEAM, POLICY)])
    assert (found.decided_by, found.children, found.same) == ("", (), 4)
    assert all(stage.difference == 0 for stage in found.stages)
    assert _shares(found) == []


def test_rules_broken_in_one_of_them() -> None:
    """P2 over the limit in B alone: the rule and its sentence stand with B."""
    a = arranged(TEAM, C1="P1", C2="P2")
    b = arranged(TEAM, C1="P1", C2="P2", C3="P2", C4="P2")
    found = compare(a, b, POLICY, [(TEAM, POLICY)])
    (rule,) = [row for row in found.rules if row.rule == "hours"]
    assert (rule.only_a, len(rule.only_b), rule.both) == ((), 1, 0)
    assert "P2" in rule.only_b[0]


def test_a_variant_of_the_team_is_compared_with_a_note() -> None:
    """Somebody joins: both plans are checked with their own team, and it is said."""
    variant = adjust(TEAM, [Adjustment.model_validate({"kind": "add", "practitioner": "P9"})])
    a, b = solved(TEAM), solved(variant)
    found = compare(a, b, POLICY, [(TEAM, POLICY), (variant, POLICY)])
    adds_up(found, a, b)
    assert found.a.checked
    assert found.b.checked
    assert len(found.notes) == 1
    newcomer = next(row for row in found.practitioners if row.practitioner == "P9")
    assert (newcomer.half_hours_a, newcomer.left) == (None, ())
    assert newcomer.half_hours_b is not None


def test_de_allocations_allowed_add_stages_that_one_plan_has_not() -> None:
    """A stage of B alone has no difference; those of both still add up."""
    variant = adjust(TEAM, [Adjustment.model_validate({"kind": "deallocations", "amount": 1})])
    a, b = solved(TEAM), solved(variant)
    found = compare(a, b, POLICY, [(TEAM, POLICY), (variant, POLICY)])
    adds_up(found, a, b)
    alone = {stage.stage for stage in found.stages if stage.a is None or stage.b is None}
    assert alone == {line.id for line in a.ledger} ^ {line.id for line in b.ledger}
    assert alone


def test_without_its_team_a_plan_is_compared_whole() -> None:
    """No team at hand: every difference is one share of the whole plan, and it is said."""
    a, b = arranged(TEAM, C1="P1", C3="P1"), arranged(TEAM, C1="P1", C4="P1")
    found = compare(a, b, POLICY)
    adds_up(found, a, b)
    assert {share.bearer for share in _shares(found)} == {Bearer.WHOLE}
    assert not found.a.checked
    assert "plan A and plan B" in found.notes[-1]


def test_children_of_one_plan_only_are_listed_and_counted() -> None:
    """A child who left and one who came are in one plan each."""
    later = scenario(
        [child("C1", holder="P1"), child("C9")], [practitioner("P1"), practitioner("P2")]
    )
    found = compare(solved(TEAM), solved(later), POLICY, [(TEAM, POLICY), (later, POLICY)])
    alone = {row.child for row in found.children if row.a is None or row.b is None}
    assert alone == {"C2", "C3", "C4", "C9"}
    assert any(note.startswith("4 of the 5 children") for note in found.notes)


def test_a_changed_practitioner_is_a_change_in_one_plan_only() -> None:
    """What moves is said on each side."""
    a, b = arranged(TEAM, C1="P1"), arranged(TEAM, C1="P2")
    (row,) = [r for r in compare(a, b, POLICY, [(TEAM, POLICY)]).children if r.child == "C1"]
    assert row.a is not None
    assert row.b is not None
    assert (row.a.move, row.b.move) == (Move.KEPT, Move.CHANGED)


def test_what_cannot_be_compared_is_refused_in_words() -> None:
    """Two teams with no child in both, a team of neither plan, a plan that was altered."""
    other = scenario([child("X1")], [practitioner("P1")])
    plan = solved(TEAM)
    with pytest.raises(UsageFault, match="no child is in both"):
        compare(plan, solved(other), POLICY)
    with pytest.raises(UsageFault, match="Neither plan was made for tiny"):
        compare(plan, plan, POLICY, [(other, POLICY)])
    altered = plan.model_copy(update={"headline": ("All is well.",)})
    with pytest.raises(UsageFault, match="does not verify"):
        compare(plan, altered, POLICY, [(TEAM, POLICY)])
