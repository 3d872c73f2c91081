"""Answers of the engine against trying everything: `docs/questions.md` sections 2 to 6."""

from functools import lru_cache
from itertools import count
from typing import NamedTuple

import pytest

from planner.data.explanation import Counterfactual, Explanation, Tipping, TippingKind
from planner.data.front import FrontOf
from planner.data.plan import Plan, StageValue
from planner.data.scenario import Scenario
from planner.engine import allocate
from planner.engine.monday.recommend import who_could_take
from planner.engine.tradeoffs.frontier import frontier
from planner.engine.why.explain import explain
from planner.engine.why.settled import settled
from planner.policy import default_policy
from tests.make_random import random_scenario
from tests.oracle import GIVING
from tests.oracle_answers import (
    Best,
    Question,
    elsewhere,
    other_plans_distance,
    placements,
    standing,
    tipping,
)
from tests.oracle_choices import front, single_placements
from tests.oracle_office import OracleUnit
from tests.test_differential import GIVING as NAMES

POLICY = default_policy()
TOLERANCE = 40
FEW, MANY = range(24), range(24, 240)
FEWER = FEW[:15]


class Case(NamedTuple):
    """A random team that has a plan, with that plan and the question to the oracle."""

    scenario: Scenario
    plan: Plan
    question: Question


@lru_cache(maxsize=len(FEW))
def case(seed: int) -> Case:
    """Make the first team from this seed on, by thousands, that can be asked about."""
    return next(found for n in count(seed, 1000) if (found := _asked(random_scenario(n))))


def _asked(scenario: Scenario) -> Case | None:
    """Pass over teams that have no plan, or whose pins the engine sets aside."""
    question, plan = Question(scenario, POLICY), allocate(scenario, POLICY, offers=False)
    set_aside = set(plan.conflict.units) if plan.conflict else set()
    if not question.plans or set_aside != set(question.team.unmet):
        return None
    return Case(scenario, plan, question)


def askable(question: Question) -> list[OracleUnit]:
    """Give the units that are asked about: neither mandatory nor pinned."""
    return [u for u in question.team.units if not u.mandatory and not u.pinned_to]


def named(stage: str) -> str:
    """Give a stage of the ledger the oracle's name."""
    return NAMES.get(stage, stage)


def gives_no_further(question: Question, best: Best | None) -> bool:
    """Whether there is such a plan, and stage 0 costs in it what it costs the team."""
    usual = question.best(question.plans, question.order)[0]
    return best is not None and all(best.stages[s] == question.value(usual, s) for s in GIVING)


def agree_on_forced(
    found: Counterfactual, question: Question, unit: OracleUnit, best: Best | None
) -> None:
    """Compare whether there is such a plan, and what it costs stage by stage."""
    assert found.possible is gives_no_further(question, best), unit.id
    if best is not None and found.possible:
        after = {named(d.stage): d.after for d in found.differences if d.stage != "5c"}
        assert after == {s: best.stages[s] for s in after}, unit.id


def agree_on_points(found: Tipping, question: Question, unit: OracleUnit, child: str) -> None:
    """Compare the kind of answer and its number; where none would do, the deciding stage too."""
    said = tipping(question, unit.id, child if len(unit.children) > 1 else "")
    if len(said) == 3 and said[2] > 0:
        assert (found.kind, found.points) == (TippingKind.POINTS, said[2]), (child, said)
    elif said[0] == "none":
        assert found.kind is TippingKind.NONE, (child, said)
    else:
        assert found.kind in (TippingKind.ANY, TippingKind.POINTS), (child, said)
        assert (found.points or 0) <= 0, (child, said)


def compare_explanations(seed: int) -> None:
    """Ask why and what if not for every child of a team."""
    scenario, plan, question = case(seed)
    for unit in askable(question):
        names = [c.child for c in unit.children]
        for found in explain(scenario, POLICY, names, plan=plan, time_limit=60).explained:
            compare_one(found, question, unit)


def compare_one(found: Explanation, question: Question, unit: OracleUnit) -> None:
    """Compare one child's explanation."""
    best = elsewhere(question, unit.id, found.holder)
    agree_on_forced(found.counterfactual, question, unit, best)
    if found.tipping.kind is not TippingKind.NOT_ASKED:
        agree_on_points(found.tipping, question, unit, found.child)


def compare_settled(seed: int) -> None:
    """Compare where every unit may be placed in plans as good, and the farthest other plan."""
    scenario, plan, question = case(seed)
    for tolerance in (0, TOLERANCE):
        expected = placements(question, tolerance)
        answer = settled(scenario, POLICY, tolerance=tolerance, plan=plan, time_limit=60)
        assert answer.proven
        for line in answer.units:
            assert list(line.holders) == sorted(expected[line.unit])
            assert line.latitude == standing(expected[line.unit])
        if not tolerance:
            farthest = other_plans_distance(question, plan.choices.holders)
            assert (answer.others[0].differing if answer.others else 0) == farthest


def compare_placements(seed: int) -> None:
    """Compare what each placement breaks, and what it changes stage by stage."""
    scenario, plan, question = case(seed)
    holders = plan.choices.holders
    before = {named(line.id): line.value for line in plan.ledger}
    for unit in askable(question):
        expected = single_placements(scenario, POLICY, holders, unit.id)
        answer = who_could_take(scenario, POLICY, unit.children[0].child, plan=plan)
        assert [fit.practitioner for fit in answer.fits] == list(expected)
        for fit in answer.fits:
            violated, stages = expected[fit.practitioner]
            assert fit.fits is not bool(violated), (unit.id, fit.practitioner, violated)
            if fit.fits:
                changed = {named(s.id): s.difference for s in fit.stages if s.id != "5c"}
                assert changed == {s: stages[s] - before[s] for s in changed}


def compare_fronts(seed: int) -> None:
    """Compare the amounts on each front, and the values reached with each."""
    scenario, plan, _ = case(seed)
    for of in (FrontOf.DEALLOCATIONS, FrontOf.CHANGES):
        answer = frontier(scenario, POLICY, of, most=3, plan=plan, time_limit=60)
        assert answer.proven
        expected = dict(front(scenario, POLICY, of.value, 3))
        found = {step.amount: values(step.reached.values) for step in answer.steps}
        assert set(found) == set(expected) or any(step.gradual for step in answer.steps)
        for amount, reached in found.items():
            assert reached == {s: expected[amount][s] for s in reached}


def values(ledger: tuple[StageValue, ...]) -> dict[str, int]:
    """Give values under the oracle's names; a later line of a stage stands."""
    return {named(line.id): line.value for line in ledger}


@pytest.mark.parametrize("seed", FEW)
def test_why_and_what_if_not(seed: int) -> None:
    """Sections 2 and 3: what the other plan costs, and how many points would do."""
    compare_explanations(seed)


@pytest.mark.parametrize("seed", FEW)
def test_what_is_settled(seed: int) -> None:
    """Section 4: placements that occur in plans as good."""
    compare_settled(seed)


@pytest.mark.parametrize("seed", FEWER)
def test_who_could_take_a_child(seed: int) -> None:
    """Section 5: one placement with nothing re-planned."""
    compare_placements(seed)


@pytest.mark.parametrize("seed", FEWER)
def test_what_each_amount_buys(seed: int) -> None:
    """Section 6: fronts of de-allocations and of changes."""
    compare_fronts(seed)


@pytest.mark.long
@pytest.mark.parametrize("seed", MANY)
def test_all_answers_agree_on_two_hundred_teams_more(seed: int) -> None:
    """All of these on more teams."""
    compare_explanations(seed)
    compare_settled(seed)
    compare_placements(seed)
    compare_fronts(seed)
