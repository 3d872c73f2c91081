"""A plan with certificates is confirmed, and refused where a price or a bound was altered."""

import pytest
from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as st

from planner.data.board import Give, Take
from planner.data.certificate import Certificate
from planner.data.plan import Plan
from planner.data.problem import Problem
from planner.engine import evaluate
from planner.policy import default_policy
from planner.report import prepare, stages_of
from planner.verify import certified_bound, verify_plan
from planner.verify.sheet import write_down
from tests.climbing import climb
from tests.verify.altering import certificate, choices, ledger, line, team

POLICY = default_policy()


def hours_over(given: Problem) -> Certificate:
    """Make the prices that certify 18 half-hours over.

    17 [A] + 43 [I] + ... - give <= 42 at 1; A is held at 17, in the row of de-allocations, which
    give way for nothing in stage 0a; and I must be held, at -43: - 42 + 17 + 43.
    """
    rows = write_down(given).rows
    (hours,) = (n for n, row in enumerate(rows) if row.limit == 42 and len(row.coefficients) == 4)
    held = {Take("A", "P"): -1, Give("deallocations"): -1}
    (kept,) = (n for n, row in enumerate(rows) if row.coefficients == held)
    return Certificate(
        stage="0e",
        bound=18,
        rows={hours: 1000, kept: 17_000},
        units={"I": -43_000},
        stages={"0a": 17_000},
    )


@pytest.fixture(scope="module")
def certified(plan: Plan) -> Plan:
    """Give the plan with a certificate for each policy stage that is not at nothing."""
    given = prepare(team(), POLICY).problem
    stages = stages_of(POLICY, given)
    costly = [row.id for row in plan.ledger if row.policy and row.value and row.id != "0e"]
    made = [climb(given, stages, plan.ledger, stage) for stage in costly]
    return plan.model_copy(update={"certificates": (hours_over(given), *made)})


def test_a_certified_plan_is_confirmed_also_from_a_file(certified: Plan) -> None:
    """Hours give way by 18 for I, which is certified exactly; so much for the other stages."""
    assert len(certified.certificates) > 1
    assert line(certified, "0e").value == certified.certificates[0].bound
    assert verify_plan(certified, team(), POLICY) == ()
    assert verify_plan(Plan.model_validate_json(certified.model_dump_json()), team(), POLICY) == ()


def test_certificates_are_for_what_a_plan_chooses(certified: Plan) -> None:
    """Where the choices are altered, that is said, and no bound is asked for."""
    altered = choices(certified, holders={"A": "", "I": "P", "W": ""})
    without = altered.model_copy(update={"certificates": ()})
    assert verify_plan(altered, team(), POLICY) == verify_plan(without, team(), POLICY) != ()


@pytest.mark.parametrize("by", [-1, 1])
def test_a_certified_bound_one_off_is_refused(certified: Plan, by: int) -> None:
    """Neither one more nor one less."""
    assert verify_plan(certificate(certified, "0e", bound=18 + by), team(), POLICY) == (
        f"Stage 0e: its prices certify 18, not the {18 + by} written.",
    )


def test_a_bound_below_what_is_certified_is_refused(certified: Plan) -> None:
    """The ledger may say more than the prices, not less."""
    lowered = ledger(certified, "0e", bound=17, proven=False)
    lines = tuple(row.model_copy(update={"proven": False}) for row in lowered.ledger)
    assert verify_plan(lowered.model_copy(update={"ledger": lines}), team(), POLICY) == (
        "Stage 0e: its prices certify 18, but its bound is 17.",
    )


def test_two_certificates_of_a_stage_or_of_no_stage_are_refused(certified: Plan) -> None:
    """Whatever they say."""
    more = (*certified.certificates, certified.certificates[0])
    assert verify_plan(certified.model_copy(update={"certificates": more}), team(), POLICY)
    stray = (Certificate(stage="9", bound=0),)
    assert verify_plan(certified.model_copy(update={"certificates": stray}), team(), POLICY) == (
        "There is a certificate for stage 9, which the ledger does not have.",
    )


def test_the_team_as_it_stands_has_no_certificates() -> None:
    """Nothing was searched for, and its rules may be broken."""
    now = evaluate(team(), POLICY)
    stray = now.model_copy(update={"certificates": (Certificate(stage="1", bound=0),)})
    assert verify_plan(now, team(), POLICY) == ()
    (said,) = verify_plan(stray, team(), POLICY)
    assert said.startswith("The team as it stands")


@settings(max_examples=50, deadline=None)
@drawn(data=st.data(), price=st.integers(-200_000, 200_000))
def test_any_altered_price_is_refused_or_certifies_the_same(
    certified: Plan, data: st.DataObject, price: int
) -> None:
    """One price of one certificate."""
    made = data.draw(st.sampled_from([c for c in certified.certificates if c.rows]))
    where = data.draw(st.sampled_from([n for n in ("rows", "units", "stages") if getattr(made, n)]))
    prices = dict(getattr(made, where))
    prices[data.draw(st.sampled_from(sorted(prices)))] = price
    altered = certificate(certified, made.stage, **{where: prices})
    found = verify_plan(altered, team(), POLICY)
    assert all(sentence.startswith(f"Stage {made.stage}: ") for sentence in found)
    if not found:
        given = prepare(team(), POLICY).problem
        (now,) = (c for c in altered.certificates if c.stage == made.stage)
        assert certified_bound(given, stages_of(POLICY, given), certified.ledger, now) == made.bound
