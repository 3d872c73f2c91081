"""One answer: the same plan whoever searches, however rows stand and people are called."""

from collections.abc import Mapping
from functools import cache
from random import Random

import pytest

from planner.data.plan import Plan, Status
from planner.data.record import Record
from planner.data.scenario import Scenario
from planner.engine import allocate
from planner.model import Clock, is_unique
from planner.report import prepare
from planner.synthetic import generate
from tests.make import child, practitioner, scenario
from tests.marks import many
from tests.shipped import HEAVY, NAMES, POLICY, QUICK, TIME_LIMIT, plan_of, team

DRAWN = "5c"
"""The one stage whose values hang on ids: its neutral weights are hashes of them."""

SMALL = [(10, 2, 1), (16, 3, 2), (20, 3, 3), (24, 4, 4)]
TABLES = ("children", "practitioners", "leave", "tasks", "decisions", "travel")
NAMED = ("child", "family", "practitioner", "holder", "cover", "placement")

_SLOW = [name for name in NAMES if name not in (*QUICK, *HEAVY)]
each_shipped = pytest.mark.parametrize("name", [*QUICK, *many(_SLOW, HEAVY)])
each_small = pytest.mark.parametrize("size", SMALL, ids=str)


@cache
def small(size: tuple[int, int, int]) -> Scenario:
    """Generate a small team."""
    children, practitioners, seed = size
    return generate(children, practitioners, seed)


@cache
def plan_of_small(size: tuple[int, int, int]) -> Plan:
    """Plan a small team, which never takes long."""
    plan = allocate(small(size), POLICY, offers=False)
    assert plan.provenance.canonical_finished
    return plan


def answer(plan: Plan) -> str:
    """Give what a plan decides and what it costs, byte by byte."""
    lines = [(line.id, line.value) for line in plan.ledger]
    return f"{plan.choices.model_dump_json()}\n{lines}"


def values(plan: Plan, *but: str) -> list[tuple[str, int]]:
    """Give the stage values, some stages aside."""
    return [(line.id, line.value) for line in plan.ledger if line.id not in but]


def shuffled(scenario: Scenario, random: Random) -> Scenario:
    """Put the rows of every table in another order; each keeps its family."""
    rows = {name: list(getattr(scenario, name)) for name in (*TABLES, "factors", "indicators")}
    for table in rows.values():
        random.shuffle(table)
    return scenario.model_copy(update={name: tuple(table) for name, table in rows.items()})


def called(scenario: Scenario, names: Mapping[str, str]) -> Scenario:
    """Give children, families and practitioners other names wherever they are named."""

    def renamed(row: Record) -> Record:
        held = {field: getattr(row, field) for field in NAMED if field in type(row).model_fields}
        return row.model_copy(update={f: names.get(text, text) for f, text in held.items()})

    tables = (*TABLES, "factors", "indicators")
    return scenario.model_copy(
        update={name: tuple(map(renamed, getattr(scenario, name))) for name in tables}
    )


@each_small
@pytest.mark.parametrize(("workers", "seed"), [(1, 7), (2, 0), (2, 11), (8, 0), (8, 3)])
def test_the_answer_does_not_hang_on_who_searches(
    size: tuple[int, int, int], workers: int, seed: int
) -> None:
    """One worker, two or eight, and any seed: the same choices at the same cost."""
    again = allocate(small(size), POLICY, workers=workers, seed=seed, offers=False)
    assert answer(again) == answer(plan_of_small(size))


@each_small
def test_the_answer_does_not_hang_on_the_order_of_rows_or_the_name_of_the_file(
    size: tuple[int, int, int],
) -> None:
    """Every table shuffled three times, and the scenario called otherwise."""
    for number in range(3):
        other = shuffled(small(size), Random(number))
        renamed = other.model_copy(update={"name": f"renamed {number}"})
        assert answer(allocate(renamed, POLICY, offers=False)) == answer(plan_of_small(size))


@pytest.mark.parametrize(
    "name", many([n for n in NAMES if n not in HEAVY], [n for n in NAMES if n in HEAVY])
)
def test_a_team_that_ships_has_one_answer(name: str) -> None:
    """Where everything is proven; elsewhere the plan says that it is not, and promises nothing."""
    first = plan_of(name)
    if not first.provenance.canonical_finished:
        assert not all(line.proven for line in first.ledger)
        return
    for workers, seed in ((2, 5), (8, 1)):
        again = allocate(
            shuffled(team(name), Random(seed)),
            POLICY,
            time_limit=TIME_LIMIT * 3,
            workers=workers,
            seed=seed,
            offers=False,
        )
        assert not again.provenance.canonical_finished or answer(again) == answer(first)


@pytest.mark.parametrize("seconds", [0.0, 0.4])
def test_an_answer_cut_short_is_labelled(seconds: float) -> None:
    """Then nothing is promised: neither the plan nor its provenance calls it finished."""
    plan = allocate(generate(120, 10, 1), POLICY, time_limit=seconds, offers=False)
    assert not plan.provenance.canonical_finished
    assert plan.status in (Status.NOT_PROVEN, Status.NO_PLAN_IN_TIME)
    assert not any(line.proven for line in plan.ledger if line.id == DRAWN)


@each_small
def test_other_names_cost_the_same(size: tuple[int, int, int]) -> None:
    """Up to the neutral draw, whose weights are hashes of ids: who is drawn may differ there.

    Names are dealt anew among those that there are, so that their order changes too.
    """
    before = small(size)
    random = Random(size[2])
    names: dict[str, str] = {}
    for ids in (
        {row.child for row in before.children},
        {row.family for row in before.children},
        {row.practitioner for row in before.practitioners},
    ):
        dealt = sorted(ids)
        random.shuffle(dealt)
        names.update(zip(sorted(ids), (f"x{name}" for name in dealt), strict=True))
    renamed = allocate(called(before, names), POLICY, offers=False)
    assert renamed.provenance.canonical_finished
    assert values(renamed, DRAWN) == values(plan_of_small(size), DRAWN)


def test_two_practitioners_who_are_alike_are_treated_alike() -> None:
    """Who of the two is called what changes no stage but the draw, and names are all that swaps.

    P1 and P2 have the same hours, zone and grade; each holds one family, and four wait.
    """
    rows = [child("A", holder="P1"), child("B", holder="P2")]
    rows += [child(f"C{n}", consequence="severe", probability="likely") for n in range(4)]
    pair = [practitioner("P1", limit_hours=26), practitioner("P2", limit_hours=26)]
    one = scenario(rows, pair)
    other = called(one, {"P1": "P2", "P2": "P1"})
    first, second = (allocate(s, POLICY, offers=False) for s in (one, other))
    assert values(first, DRAWN) == values(second, DRAWN)
    loads = [sorted(p.case_half_hours for p in plan.practitioners) for plan in (first, second)]
    assert loads[0] == loads[1]
    assert (first.choices.holders["A"], second.choices.holders["A"]) == ("P1", "P2")


def only_plan(scenario: Scenario, plan: Plan) -> bool | None:
    """Whether no other choices cost the same in every stage; ``None`` is not known."""
    problem = prepare(scenario, POLICY).problem
    return is_unique(problem, plan.ledger, plan.choices, Clock(60))


def test_a_second_plan_would_be_seen() -> None:
    """Two practitioners alike and one child: without the draw either may hold the case."""
    one = scenario([child("A")], [practitioner("P1"), practitioner("P2")])
    plan = allocate(one, POLICY, offers=False)
    assert only_plan(one, plan) is True
    *above, drawn = plan.ledger
    assert drawn.id == DRAWN
    loose = (*above, drawn.model_copy(update={"value": 10**9}))
    assert only_plan(one, plan.model_copy(update={"ledger": loose})) is False


@each_small
def test_a_small_plan_is_the_only_one(size: tuple[int, int, int]) -> None:
    """A second search, that is forbidden these very holders, finds none as good."""
    assert only_plan(small(size), plan_of_small(size)) is True


@each_shipped
def test_the_plan_of_a_team_that_ships_is_the_only_one(name: str) -> None:
    """Where everything is proven and compliant; a conflict's plan is of another problem."""
    plan = plan_of(name)
    if plan.provenance.canonical_finished and plan.conflict is None:
        assert only_plan(team(name), plan) is True
