"""The verifier confirms what the planner makes, and refuses whatever was altered, in sentences."""

import subprocess
import sys
from collections.abc import Callable

import pytest

from planner.data.plan import Choices, Conflict, GivenWay, Plan, StageValue, Status
from planner.data.problem import Problem
from planner.engine import allocate, evaluate
from planner.policy import default_policy
from planner.terms import BY_ID, STAGE_0
from planner.verify import verify_choices, verify_plan
from tests.make import child, infant, practitioner, scenario
from tests.problems import carrier, missable, pair, problem, settled, unit
from tests.verify.altering import choices, ledger, line, raised, team

POLICY = default_policy()


def test_the_plan_has_something_of_everything(plan: Plan) -> None:
    """What the altered plans below alter is there: 17 + 43 are 18 over 42."""
    assert plan.choices.holders == {"A": "P", "I": "P", "W": ""}
    assert [(g.limit, g.unit, g.amount) for g in plan.choices.gives] == [("hours", "I", 18)]
    assert list(plan.choices.missed.values()) == [1]
    assert plan.choices.short == {"team": 8}


def test_a_plan_as_it_was_made_is_confirmed(plan: Plan) -> None:
    """By the scenario and the policy it was made from."""
    assert verify_plan(plan, team(), POLICY) == ()


def test_a_plan_that_was_written_and_read_is_confirmed(plan: Plan) -> None:
    """As a file holds it."""
    assert verify_plan(Plan.model_validate_json(plan.model_dump_json()), team(), POLICY) == ()


@pytest.mark.parametrize(
    "altered",
    [
        pytest.param(lambda p: choices(p, holders={"A": "P", "I": "P", "W": "P"}), id="taken on"),
        pytest.param(lambda p: choices(p, holders={"A": "", "I": "P", "W": ""}), id="let go"),
        pytest.param(lambda p: choices(p, holders={"A": "P", "I": "", "W": ""}), id="infant"),
        pytest.param(lambda p: choices(p, missed=raised(p.choices.missed)), id="more missed"),
        pytest.param(lambda p: choices(p, missed={}), id="nothing missed"),
        pytest.param(lambda p: choices(p, missed={"made up": 1}), id="made-up item missed"),
        pytest.param(lambda p: choices(p, oversight_missed={}), id="oversight kept"),
        pytest.param(
            lambda p: choices(p, oversight_missed=raised(p.choices.oversight_missed)),
            id="more oversight missed",
        ),
        pytest.param(lambda p: choices(p, short={}), id="nothing short"),
        pytest.param(lambda p: choices(p, short=raised(p.choices.short)), id="more short"),
        pytest.param(lambda p: choices(p, short=raised(p.choices.short, -1)), id="less short"),
        pytest.param(lambda p: choices(p, gives=()), id="no give-way"),
        pytest.param(
            lambda p: choices(
                p, gives=tuple(g.model_copy(update={"amount": 19}) for g in p.choices.gives)
            ),
            id="more give-way",
        ),
        pytest.param(
            lambda p: choices(p, gives=(*p.choices.gives, GivenWay(limit="changes", amount=1))),
            id="another give-way",
        ),
        pytest.param(lambda p: ledger(p, "3b", value=line(p, "3b").value + 1), id="value"),
        pytest.param(lambda p: ledger(p, "3b", terms={}), id="terms gone"),
        pytest.param(
            lambda p: ledger(p, "0e", value=19, bound=19, terms=raised(line(p, "0e").terms)),
            id="value and its term",
        ),
        pytest.param(lambda p: ledger(p, "0e", proven=False, bound=19), id="bound over the value"),
        pytest.param(lambda p: ledger(p, "0a", terms={}), id="no terms"),
        pytest.param(lambda p: ledger(p, "0a", terms={"awaiting_high_a": 0}), id="other terms"),
        pytest.param(lambda p: ledger(p, "0a", title="Nothing"), id="title of a stage"),
        pytest.param(lambda p: ledger(p, "3b", policy=False), id="no policy stage"),
        pytest.param(lambda p: ledger(p, "1", proven=True, bound=7), id="proven with a bound"),
        pytest.param(lambda p: ledger(p, "1", proven=True, bound=None), id="proven without"),
        pytest.param(lambda p: p.model_copy(update={"policy_digest": "x"}), id="policy"),
        pytest.param(lambda p: p.model_copy(update={"scenario_digest": "x"}), id="scenario"),
    ],
)
def test_an_altered_plan_is_refused_in_sentences(
    plan: Plan, altered: Callable[[Plan], Plan]
) -> None:
    """One alteration at a time."""
    found = verify_plan(altered(plan), team(), POLICY)
    assert found
    assert all(sentence.endswith(".") and len(sentence) > 20 for sentence in found)


@pytest.mark.parametrize("name", ["A", "I", "W"])
def test_an_altered_score_is_refused(plan: Plan, name: str) -> None:
    """Whoever's it is, the sentence names the child."""
    lines = tuple(
        row.model_copy(update={"score": row.score.model_copy(update={"impact": 99})})
        if row.child == name
        else row
        for row in plan.children
    )
    found = verify_plan(plan.model_copy(update={"children": lines}), team(), POLICY)
    wanted = f"The plan's children differ from what its choices give, first for {name}."
    assert found == (wanted,)


@pytest.mark.parametrize("by", [-1, 1])
def test_an_altered_capacity_is_refused(plan: Plan, by: int) -> None:
    """42 half-hours, neither one more nor one less."""
    (row,) = plan.practitioners
    assert row.capacity_half_hours == 42
    changed = row.model_copy(update={"capacity_half_hours": 42 + by})
    found = verify_plan(plan.model_copy(update={"practitioners": (changed,)}), team(), POLICY)
    wanted = "The plan's practitioners differ from what its choices give, first for P."
    assert found == (wanted,)


def test_another_scenario_or_policy_is_said(plan: Plan) -> None:
    """A child more, a factor changed: nothing else is asked then."""
    other = scenario([*team().children, child("X")], team().practitioners, tasks=team().tasks)
    (said,) = verify_plan(plan, other, POLICY)
    assert "another scenario" in said
    (said,) = verify_plan(plan, team(), POLICY.model_copy(update={"digest": "x"}))
    assert "another policy" in said


def test_the_team_as_it_stands_may_break_rules_and_not_arithmetic() -> None:
    """P holds A over P's limit of nothing: confirmed; a value one off is not."""
    given = scenario([child("A", holder="P"), infant("I")], [practitioner("P", limit_percent=0)])
    now = evaluate(given, POLICY)
    assert now.status is Status.AS_IT_STANDS
    assert verify_plan(now, given, POLICY) == ()
    stage = line(now, "4b")
    assert verify_plan(ledger(now, "4b", value=stage.value + 1), given, POLICY)


def test_a_plan_that_is_not_compliant_names_whom_it_could_not_place() -> None:
    """Nobody is there for I: the plan says so and is confirmed; without the word it is not."""
    given = scenario([infant("I"), child("A")], [practitioner("P", end="2026-03-01")])
    made = allocate(given, POLICY, offers=False)
    assert made.status is Status.NOT_COMPLIANT
    assert isinstance(made.conflict, Conflict)
    assert made.conflict.units == ("I",)
    assert verify_plan(made, given, POLICY) == ()
    silent = made.model_copy(update={"conflict": None})
    assert verify_plan(silent, given, POLICY) == ("Mandatory allocation is not met for I.",)


# On problems in whole numbers


def small() -> Problem:
    """P holds A; M is mandatory; B awaits with a contact that may be missed."""
    units = [unit("A", holder="P"), unit("B", waiting_half_hours=2), unit("M", mandatory=True)]
    people = [
        carrier("P", capacity_half_hours=12, limit_half_hours=19),
        carrier("Q", present=False),
    ]
    return problem(units, people, [pair("M", "P", demand_half_hours=12)], [missable("B")])


def honest(given: Problem, plan: Choices) -> list[StageValue]:
    """Write what came first as it is, stage 0 and the load."""
    stages = [(s.id, s.terms) for s in STAGE_0] + [("4a", ("load",))]
    values = [(name, {t: BY_ID[t].value(given, plan) for t in terms}) for name, terms in stages]
    return [StageValue(id=n, title=n, value=sum(v.values()), terms=v) for n, v in values]


def test_choices_that_agree_are_confirmed() -> None:
    """P has 22 of 19: hours give way by 3 for M, B's contact is missed."""
    given = small()
    plan = settled(given, {"B|wait": 1}, A="P", M="P")
    assert [(give.unit, give.amount) for give in plan.gives] == [("M", 3)]
    assert verify_choices(given, plan, honest(given, plan)) == ()


def test_every_broken_rule_is_said_once() -> None:
    """Q, who is not there, takes M; A awaits, which is not considered."""
    given = small()
    plan = settled(given, {"B|wait": 1}, M="Q")
    without = plan.model_copy(update={"gives": ()})
    found = verify_choices(given, without, [])
    assert "Q has no working day in the cycle and cannot take on M." in found
    assert "1 more children de-allocated than the limit of 0." in found
    assert len(found) == len(set(found)) == 3  # and that the give-way is not stated


def test_the_order_of_what_gives_way_does_not_matter() -> None:
    """A plan that was read from a file may list it in another order."""
    people = [carrier("P", limit_half_hours=0, children_limit=0)]
    given = problem([unit("M", mandatory=True)], people)
    plan = settled(given, M="P")
    assert [give.limit for give in plan.gives] == ["hours", "children"]
    turned = plan.model_copy(update={"gives": plan.gives[::-1]})
    assert verify_choices(given, turned, honest(given, turned)) == ()


def test_a_value_is_named_with_what_was_written_and_found() -> None:
    """A load of 22 of 12 is 19 steps, 361."""
    given = small()
    plan = settled(given, {"B|wait": 1}, A="P", M="P")
    wrong = StageValue(id="4a", title="load", value=360, terms={"load": 360})
    assert verify_choices(given, plan, [wrong]) == ("Stage 4a, Even load: 360 written, 361 found.",)


def test_the_verifier_knows_no_solver() -> None:
    """Importing it in a fresh interpreter loads no ortools, and no pandas either."""
    program = (
        "import sys, planner.verify;"
        "print([m for m in ('ortools', 'pandas', 'streamlit') if m in sys.modules])"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert ended.stdout.strip() == "[]"


# What the verifier does not see yet


@pytest.mark.parametrize(
    "holders",
    [
        pytest.param({"A": "P", "I": "P"}, id="a family left out"),
        pytest.param({"A": "P", "I": "P", "W": "nobody we know"}, id="a holder nobody knows"),
        pytest.param({"A": "P", "I": "P", "W": "", "X": "P"}, id="a family nobody knows"),
    ],
)
def test_bug_holders_that_do_not_fit_the_team_are_refused_in_a_sentence(
    plan: Plan, holders: dict[str, str]
) -> None:
    """The rule of one known holder says what is wrong; nothing is raised."""
    found = verify_plan(choices(plan, holders=holders), team(), POLICY)
    assert any(name in " ".join(found) for name in ("W", "X"))


def test_bug_a_term_nobody_knows_is_refused_in_a_sentence(plan: Plan) -> None:
    """A ledger that names a term of another version of the planner."""
    assert verify_plan(ledger(plan, "3b", terms={"made up": 0}), team(), POLICY)


def test_bug_a_stage_left_out_of_what_came_first_is_refused(plan: Plan) -> None:
    """Every stage has its line: a plan is not confirmed without the value of 2a."""
    lines = tuple(row for row in plan.ledger if row.id != "2a")
    assert verify_plan(plan.model_copy(update={"ledger": lines}), team(), POLICY)


def test_bug_a_stage_proven_below_one_that_is_not_is_refused(plan: Plan) -> None:
    """A stage is proven only if every stage above it is."""
    assert all(row.proven for row in plan.ledger)
    assert verify_plan(ledger(plan, "1", proven=False), team(), POLICY)


def test_bug_altered_case_hours_are_refused(plan: Plan) -> None:
    """Every hour is recomputed: P has 60 half-hours of cases, not 59."""
    (row,) = plan.practitioners
    changed = row.model_copy(update={"case_half_hours": row.case_half_hours - 1})
    assert verify_plan(plan.model_copy(update={"practitioners": (changed,)}), team(), POLICY)


@pytest.mark.parametrize("update", [{"holder": "P"}, {"contacts_missed": 0}, {"child": "X"}])
def test_bug_an_altered_line_of_a_child_is_refused(plan: Plan, update: dict[str, object]) -> None:
    """The board that the manager reads says of W what the choices say."""
    lines = tuple(r.model_copy(update=update) if r.child == "W" else r for r in plan.children)
    assert verify_plan(plan.model_copy(update={"children": lines}), team(), POLICY)


def test_bug_a_child_left_out_is_refused(plan: Plan) -> None:
    """Every child of the scenario has a line."""
    lines = tuple(row for row in plan.children if row.child != "W")
    assert verify_plan(plan.model_copy(update={"children": lines}), team(), POLICY)


def test_a_stage_nobody_knows_is_refused(plan: Plan) -> None:
    """A line more than the policy has, whatever it says."""
    lines = (*plan.ledger, plan.ledger[-1].model_copy(update={"id": "made up"}))
    assert verify_plan(plan.model_copy(update={"ledger": lines}), team(), POLICY)


def test_a_stage_named_twice_is_refused(plan: Plan) -> None:
    """Each stage once."""
    lines = (*plan.ledger[:-1], plan.ledger[-2], plan.ledger[-1])
    assert verify_plan(plan.model_copy(update={"ledger": lines}), team(), POLICY)


def test_a_stage_out_of_its_place_is_refused(plan: Plan) -> None:
    """What came first is what the policy puts first."""
    first, second, *rest = plan.ledger
    turned = plan.model_copy(update={"ledger": (second, first, *rest)})
    assert verify_plan(turned, team(), POLICY) == (
        "The stages of the ledger are not those of the policy, each once and in order.",
    )


def test_where_no_plan_was_found_no_stage_is_missing() -> None:
    """What is shown is the team as it stands, and nothing is claimed of it."""
    now = evaluate(team(), POLICY)
    none = now.model_copy(update={"status": Status.NO_PLAN_IN_TIME, "ledger": ()})
    assert verify_plan(none, team(), POLICY) == ()
