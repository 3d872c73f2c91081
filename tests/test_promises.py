"""What the planner promises of every team that ships, by arithmetic and not by its model."""

from collections.abc import Collection
from random import Random

import pytest

from planner.data.plan import Move, Outcome, Status
from planner.data.scenario import Scenario
from planner.data.vocabulary import Tier
from planner.engine import allocate, outcome, verify_plan
from tests.marks import many
from tests.problems import carrier, chosen, missable, pair, pool, problem, unit
from tests.shipped import HEAVY, NAMES, POLICY, QUICK, TIME_LIMIT, plan_of, problem_of, team
from tests.swaps import limits_of, newly_taken, swaps, total


def teams(quick: Collection[str]) -> pytest.MarkDecorator:
    """Try every team that ships: at once, with the slow tests, or with the long ones."""
    slow = [name for name in NAMES if name not in (*quick, *HEAVY)]
    return pytest.mark.parametrize("name", [*quick, *many(slow, HEAVY)])


each_team = teams(QUICK)


@each_team
def test_nobody_is_deallocated_unless_the_scenario_allows_it(name: str) -> None:
    """Read from the children's own rows: who has a practitioner keeps one."""
    allowed = team(name).limits.deallocations
    plan = plan_of(name)
    gone = [line.child for line in plan.children if line.move is Move.DEALLOCATED]
    present = {p.practitioner for p in plan.practitioners if p.present and p.carries}
    lost = [
        line.child
        for line in plan.children
        if line.unit and line.now in present and not line.holder and still_holds(name, line.unit)
    ]
    assert len(gone) <= allowed
    assert sorted(lost) == sorted(gone)
    assert plan.counts.deallocations == len(gone)


def still_holds(name: str, unit: str) -> bool:
    """Whether anyone may hold the unit now, no bar and no conflict in between."""
    return bool(problem_of(name).unit(unit).holder)


@each_team
def test_an_infant_of_an_intensive_response_always_has_a_practitioner(name: str) -> None:
    """In a compliant plan every one of them; otherwise those that the conflict names are not."""
    plan = plan_of(name)
    unmet = {
        line.unit
        for line in plan.children
        if line.score.tier is Tier.MANDATORY and line.unit and not line.holder
    }
    assert unmet <= set(plan.conflict.units if plan.conflict else ())
    assert bool(unmet) is bool(plan.counts.mandatory_unmet)


@each_team
def test_nobody_over_a_limit_is_given_more(name: str) -> None:
    """Whoever is over hours or a count in the plan has taken on nothing that counts there."""
    given, choices = problem_of(name), plan_of(name).choices
    assert [
        (person.id, limit, taken)
        for person in given.carriers
        for limit, most in limits_of(person).items()
        if most is not None and total(given, choices, person, limit) > most
        if (taken := newly_taken(given, choices, person, limit))
    ] == []


@each_team
def test_no_high_risk_child_waits_for_a_lower_one_who_was_taken_on(name: str) -> None:
    """Whoever took on a lower child could not have held the higher one instead.

    Instead means: nothing stands between them, in the same or fewer hours, within every limit,
    and with duty hours for the lower one to wait, all its contact done.
    """
    plan, given = plan_of(name), problem_of(name)
    cut_short = [line.id for line in plan.ledger if line.id <= "2c" and not line.proven]
    assert swaps(given, plan.choices) == [] or cut_short


@pytest.mark.parametrize(
    ("hours", "waiting", "missing", "limit", "found"),
    [
        (9, 4, 0, 1, True),
        (10, 4, 0, 1, True),
        (11, 4, 0, 1, False),
        (10, 3, 0, 1, False),
        (10, 5, 0, 1, True),
        (10, 6, 1, 1, True),
        (10, 5, 1, 1, False),
        (10, 4, 0, 0, False),
        (10, 4, 0, None, True),
    ],
)
def test_a_broken_promise_would_be_seen(
    hours: int, waiting: int, missing: int, limit: int | None, found: bool
) -> None:
    """P took on R (10 half-hours), and H at high risk waits on some hours of duty, R on 4.

    Seen where H needs no more of P, is within the limit of high-risk children, and waits on as
    many duty hours as R would, a trip of 2 already missed no longer counting.
    """
    given = problem(
        [
            unit("H", tier=Tier.HIGH, high_children=1, points={"high_b": 104}).model_copy(
                update={"waiting_half_hours": waiting}
            ),
            unit("R", waiting_half_hours=4),
        ],
        [carrier("P", high_risk_limit=limit)],
        [pair("H", "P", demand_half_hours=hours)],
        [missable("H", watched=1, points=0)],
        [pool()],
    )
    plan = chosen(given, holders={"R": "P"}, missed={"H|wait": missing})
    assert swaps(given, plan) == ([("H", "R")] if found else [])


@each_team
def test_the_verifier_confirms_the_plan(name: str) -> None:
    """Every rule, value, score and hour recomputed from the scenario."""
    assert verify_plan(plan_of(name), team(name), POLICY) == ()


@each_team
def test_the_run_ends_as_documented(name: str) -> None:
    """One team has an infant nobody can hold, with a repair; all others have a plan."""
    plan = plan_of(name)
    if name == "infant_nobody_can_hold":
        assert outcome(plan) is Outcome.NOT_COMPLIANT
        assert plan.headline[0].startswith("NOT COMPLIANT: mandatory allocation not met for")
        assert plan.conflict is not None
        assert [repair for repair in plan.conflict.repairs if repair.solved]
        return
    proven = all(line.proven for line in plan.ledger if not line.id.startswith("5"))
    assert plan.status is (Status.BEST_POSSIBLE if proven else Status.NOT_PROVEN)
    assert outcome(plan) is (Outcome.PROVEN if proven else Outcome.NOT_PROVEN)
    assert plan.conflict is None


@each_team
def test_a_finished_plan_is_the_same_with_rows_shuffled(name: str) -> None:
    """Choices and every stage value, whatever the order of the rows."""
    assert_same_plan(name, shuffled(team(name)))


@teams(("sibling_group_of_six",))
def test_a_finished_plan_is_the_same_on_a_second_run(name: str) -> None:
    """Choices and every stage value, once more."""
    assert_same_plan(name, team(name))


def assert_same_plan(name: str, scenario: Scenario) -> None:
    """Assert that a finished plan is found again; an unfinished one says that it is."""
    first = plan_of(name)
    if not first.provenance.canonical_finished:
        assert not first.ledger[-1].proven
        return
    second = allocate(scenario, POLICY, time_limit=TIME_LIMIT * 2, offers=False)
    assert second.choices == first.choices
    assert [(s.id, s.value) for s in second.ledger] == [(s.id, s.value) for s in first.ledger]
    assert second.scenario_digest == first.scenario_digest


def shuffled(scenario: Scenario) -> Scenario:
    """Give the scenario with the rows of every table in another order."""
    tables = ("children", "practitioners", "leave", "tasks", "decisions", "travel")
    rows = {name: list(getattr(scenario, name)) for name in (*tables, "factors", "indicators")}
    for table in rows.values():
        Random(3).shuffle(table)
    return scenario.model_copy(update={name: tuple(table) for name, table in rows.items()})
