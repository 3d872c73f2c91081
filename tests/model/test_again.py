"""A problem solved again after limits changed: as if it had never been solved before."""

import ast
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner import rules, terms
from planner.data.plan import Choices, StageValue
from planner.data.policy import Stage
from planner.data.problem import Carrier, Problem
from planner.model import Clock, Solved, solve
from planner.model.again import solve_again
from planner.model.before import Before, loosened, still_best
from planner.model.beyond import look_beyond
from planner.model.first import meets_rules
from planner.model.task import Task
from planner.policy import default_policy
from planner.report import stages_of
from planner.rules import ADDITIVE, settle
from planner.terms import BY_ID
from tests.problems import carrier, pair, problem, unit
from tests.random_problems import LIMITS, problems

POLICY = default_policy()
SECONDS = 30.0


def solved_before(given: Problem) -> Before:
    """Solve a problem to proof."""
    found = plainly(given)
    assert found.choices is not None
    return Before(given, found.choices, found.ledger)


def plainly(given: Problem) -> Solved:
    """Solve a problem that nothing is known of."""
    return solve(given, stages(given), Clock(SECONDS))


def again(given: Problem, before: Before) -> Solved:
    """Solve a problem with one that was solved before."""
    return solve(given, stages(given), Clock(SECONDS), before=before)


def stages(given: Problem) -> tuple[Stage, ...]:
    """Give the stages of a problem in which any child may be served by a de-allocation."""
    return stages_of(POLICY, given.model_copy(update={"deallocate_for_any": True}))


def values(ledger: Sequence[StageValue]) -> list[tuple[str, int, bool]]:
    """Give what each stage costs, and whether that is proven."""
    return [(line.id, line.value, line.proven) for line in ledger]


def with_limits(given: Problem, *hours: int) -> Problem:
    """Give the problem with other limits on hours."""
    pairs = zip(given.carriers, hours, strict=True)
    carriers = tuple(c.model_copy(update={"limit_half_hours": h}) for c, h in pairs)
    return given.model_copy(update={"carriers": carriers})


@st.composite
def changed(draw: st.DrawFn, given: Problem) -> Problem:
    """Change any limits of any practitioners, most often by little."""
    return given.model_copy(update={"carriers": tuple(draw(_changed(c)) for c in given.carriers)})


@st.composite
def _changed(draw: st.DrawFn, person: Carrier) -> Carrier:
    if draw(st.booleans()):
        return person
    by = draw(st.sampled_from((-3, -1, 1, 2, 6)))
    counts = ("children_limit", "intensive_limit", "high_risk_limit", "new_families_limit")
    some = {name: draw(LIMITS) for name in counts if draw(st.integers(0, 3)) == 0}
    hours = max(0, person.limit_half_hours + by)
    return person.model_copy(update={"limit_half_hours": hours, **some})


def compare(data: st.DataObject) -> None:
    """Solve a problem after a change with and without what was proven before it."""
    old = data.draw(problems())
    new = data.draw(changed(old))
    first, expected = plainly(old), plainly(new)
    if first.choices is None or expected.choices is None:
        return
    found = again(new, Before(old, first.choices, first.ledger))
    assert found.choices is not None
    assert meets_rules(new, found.choices)
    assert values(found.ledger) == values(expected.ledger)
    settled = settle(
        new, found.choices.holders, found.choices.missed, found.choices.oversight_missed
    )
    assert found.choices == settled
    for line in found.ledger:
        assert line.value == sum(BY_ID[term].value(new, found.choices) for term in line.terms)


@settings(max_examples=60)
@given(st.data())
def test_what_was_proven_before_changes_no_value(data: st.DataObject) -> None:
    """Solved again or anew, every stage costs the same and is as proven."""
    compare(data)


@pytest.mark.long
@settings(max_examples=600)
@given(st.data())
def test_what_was_proven_before_changes_no_value_600_times(data: st.DataObject) -> None:
    """The same on many more."""
    compare(data)


def market(limit_p: int = 20, limit_q: int = 20) -> Problem:
    """Three families of ten half-hours await; there is room for two with each of two people."""
    points = {"a": 50, "b": 40, "c": 30, "d": 20, "e": 10}
    units = [unit(name, points={"remaining": worth}) for name, worth in points.items()]
    people = [carrier("P", limit_half_hours=limit_p), carrier("Q", limit_half_hours=limit_q)]
    pairs = [pair(u.id, c.id, tie_weight=n) for c in people for n, u in enumerate(units)]
    return problem(units, people, pairs)


def test_a_tighter_limit_that_the_plan_keeps_takes_no_search(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The plan before is the best one still: nothing can be better under tighter limits."""
    before = solved_before(market(29, 20))
    monkeypatch.setattr("planner.model.search.race", _nobody_searches)
    found = again(market(20, 20), before)
    assert found.choices == before.choices
    assert values(found.ledger) == values(before.ledger)
    assert all(line.proven for line in found.ledger)


def _nobody_searches(*_: object) -> Sequence[object]:
    raise AssertionError("a search was begun")


@pytest.mark.parametrize("limits", [(29, 29), (30, 20), (20, 40), (60, 60)])
def test_a_looser_limit_gives_what_a_new_search_gives(limits: tuple[int, int]) -> None:
    """Where nothing more fits, and where one or two families more do."""
    given = market(*limits)
    found = again(given, solved_before(market()))
    assert values(found.ledger) == values(plainly(given).ledger)


@pytest.mark.parametrize("most", [20, 28, 29])
def test_one_half_hour_beyond_the_limit_before_counts(most: int) -> None:
    """A plan that just fills the new limit is found, one half-hour over the old one or ten."""
    given = market(30, 20)
    assert values(again(given, solved_before(market(most, 20))).ledger) == values(
        plainly(given).ledger
    )


@pytest.mark.parametrize("limits", [(19, 20), (10, 40), (0, 0)])
def test_a_plan_that_no_longer_keeps_the_limits_proves_nothing(limits: tuple[int, int]) -> None:
    """It is not even started from."""
    given, before = market(*limits), solved_before(market())
    assert still_best(before, given, stages(given)) == 0
    assert values(again(given, before).ledger) == values(plainly(given).ledger)


def test_other_problems_are_not_compared() -> None:
    """Whatever else differs, were it one point."""
    given, before = market(), solved_before(market())
    a, *rest = given.units
    dearer = a.model_copy(update={"points": a.points.model_copy(update={"remaining": 51})})
    absent = given.carriers[0].model_copy(update={"capacity_half_hours": 10})
    others = [
        given.model_copy(update={"units": (dearer, *rest)}),
        given.model_copy(update={"carriers": (absent, *given.carriers[1:])}),
        given.model_copy(update={"carriers": given.carriers[:1]}),
        given.model_copy(update={"changes_limit": 2}),
        given.model_copy(update={"strict": True}),
    ]
    assert still_best(before, given, stages(given)) == len(stages(given))
    assert [still_best(before, other, stages(other)) for other in others] == [0] * len(others)


def test_only_what_is_proven_is_taken_over() -> None:
    """From the first line on that is not proven, and from the first that is of something else."""
    given, before = market(), solved_before(market())
    at = [stage.id for stage in stages(given)].index("3a")
    lines = list(before.ledger)
    lines[at] = lines[at].model_copy(update={"proven": False})
    assert still_best(replace(before, ledger=tuple(lines)), given, stages(given)) == at
    lines[at] = before.ledger[at].model_copy(update={"terms": {"travel": 0}})
    assert still_best(replace(before, ledger=tuple(lines)), given, stages(given)) == at
    lines[at] = before.ledger[at].model_copy(update={"value": before.ledger[at].value + 1})
    assert still_best(replace(before, ledger=tuple(lines)), given, stages(given)) == at


def test_what_was_not_proven_before_is_searched_for() -> None:
    """The stages at the head are taken over, and those below climbed."""
    given, before = market(20, 21), solved_before(market())
    half = replace(before, ledger=before.ledger[:-3])
    found = again(given, half)
    assert values(found.ledger) == values(plainly(given).ledger)


def test_where_not_all_that_gives_way_is_proven_nothing_is_taken_over() -> None:
    """Limits that give way are settled on a model of their own."""
    given, before = market(), solved_before(market())
    task = Task(
        given, stages(given), Clock(SECONDS), before=replace(before, ledger=before.ledger[:3])
    )
    assert solve_again(task) == task


def test_only_limits_that_add_up_read_what_a_practitioner_is_allowed() -> None:
    """A rule or term that reads a limit in another way would have to be thought of in `before.py`.

    The duty pool reads the one on hours to bound its own rows, which changes no plan.
    """
    names = {name for name in Carrier.model_fields if "limit" in name}
    rooms = (rules, terms)
    readers = {
        path.stem
        for room in rooms
        for path in Path(room.__path__[0]).glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in names
    }
    assert len(names) == len(ADDITIVE)
    assert readers == {*(limit.id for limit in ADDITIVE), "duty"}


def test_an_area_is_not_built_in_one_for_what_lies_beyond(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its plan before is where the search starts from; tighter limits still take no search."""
    before, looser = solved_before(market(29, 20)), market(30, 20)
    monkeypatch.setattr("planner.model.again.is_area", lambda _: True)
    task = Task(looser, stages(looser), Clock(SECONDS), before=before)
    assert solve_again(task) == replace(task, warm=before.choices)
    tighter = market(20, 20)
    settled = solve_again(Task(tighter, stages(tighter), Clock(SECONDS), before=before))
    assert isinstance(settled, Solved)
    assert settled.choices == before.choices


def test_which_limits_are_looser() -> None:
    """A limit that is off is looser than any."""
    was = carrier("P", limit_half_hours=20, children_limit=3, high_risk_limit=None)
    now = carrier("P", limit_half_hours=20, children_limit=None, high_risk_limit=2)
    old = problem([unit("a")], [was, carrier("Q", limit_half_hours=10)])
    new = problem([unit("a")], [now, carrier("Q", limit_half_hours=11)])
    found = loosened(Before(old, Choices(holders={}), ()), new)
    assert [(one.limit.id, one.new.id, one.most) for one in found] == [
        ("children", "P", 3),
        ("hours", "Q", 10),
    ]


def test_what_costs_nothing_below_may_cost_something_for_the_sake_of_what_is_above() -> None:
    """The plan before changes no practitioner; only with a change can another child be taken on."""
    held = unit("a", holder="Q", held_by_stage={"remaining": 1}, points={"remaining": 10})
    units = [held, *(unit(name, points={"high_c": 50}) for name in "bc")]

    def with_limit(hours: int) -> Problem:
        people = [carrier("P", limit_half_hours=hours), carrier("Q", limit_half_hours=20)]
        pairs = [pair("a", name, demand_half_hours=15) for name in "PQ"]
        pairs += [pair(name, "P", demand_half_hours=99) for name in "bc"]
        return problem(units, people, pairs)

    given, before = with_limit(15), solved_before(with_limit(14))
    assert {line.id: line.value for line in before.ledger}["3a"] == 0
    found = again(given, before)
    assert values(found.ledger) == values(plainly(given).ledger)
    assert found.choices is not None
    assert found.choices.holders == {"a": "P", "b": "Q", "c": "Q"}


def test_out_of_time_nothing_is_known_of_what_lies_beyond() -> None:
    """No time is no proof."""
    given, before = market(29, 20), solved_before(market())
    known = [line.value for line in before.ledger]
    limits = loosened(before, given)
    in_no_time = look_beyond(given, stages(given), known, limits, Clock(0))
    assert in_no_time.better is None
    assert not any(known[: in_no_time.settled])
    beyond = look_beyond(given, stages(given), known, limits, Clock(SECONDS))
    assert (beyond.better, beyond.settled) == (None, len(known))


def test_a_better_plan_in_hand_is_not_given_up() -> None:
    """Out of time, what is shown is never worse than what was on screen already."""
    given, before = market(30, 20), solved_before(market())
    task = Task(given, stages(given), Clock(0), warm=plainly(given).choices, before=before)
    found = solve_again(task)
    assert isinstance(found, Task)
    assert found.warm == task.warm


def test_a_better_plan_beyond_is_found_and_proven() -> None:
    """The fifth family fits, and in the stages that say so no plan is better."""
    given, before = market(30, 20), solved_before(market())
    known = [line.value for line in before.ledger]
    found = look_beyond(given, stages(given), known, loosened(before, given), Clock(SECONDS))
    assert found.better is not None
    assert meets_rules(given, found.better)
    assert sum(bool(holder) for holder in found.better.holders.values()) == 5
    assert found.settled > 0
