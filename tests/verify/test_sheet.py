"""The verifier's own board: everything in the order in which it is posted."""

from hypothesis import given as drawn

from planner.data.board import Give, Take
from planner.data.policy import Stage
from planner.data.problem import Problem
from planner.model.posted import post_all
from planner.verify.sheet import write_down
from tests.problems import carrier, pair, problem, unit
from tests.random_problems import problems


def small() -> Problem:
    """P may hold M, who must be held, and not B, from whom the manager barred P."""
    units = [unit("M", mandatory=True), unit("B")]
    return problem(units, [carrier("P", limit_half_hours=7)], [pair("B", "P", barred=True)])


def test_what_is_forbidden_and_required_is_written_down() -> None:
    """P never meets B; M is required."""
    sheet = write_down(small())
    assert sheet.forbidden == {("B", "P")}
    assert sheet.required == {"M"}
    assert (sheet.may_meet("M", "P"), sheet.may_meet("B", "P")) == (True, False)


def test_rows_stand_in_the_order_of_the_rules() -> None:
    """One holder for M and for B, then what P's hours give way by, then P's hours."""
    rows = write_down(small()).rows
    give = Give("hours", "P", "M")
    assert [(dict(row.coefficients), row.limit) for row in rows[:4]] == [
        ({Take("M", "P"): 1}, 1),
        ({Take("B", "P"): 1}, 1),
        ({give: 1, Take("M", "P"): -10}, 0),
        ({Take("M", "P"): 10, Take("B", "P"): 10, give: -1}, 7),
    ]


def test_what_may_be_counted_is_written_down_with_its_most() -> None:
    """P's hours give way by the 10 of M at most."""
    assert write_down(small()).counts[Give("hours", "P", "M")] == 10


def test_a_stage_costs_what_its_terms_do() -> None:
    """Two terms, in their order."""
    given = problem([unit("A", points={"next": 30, "remaining": 5})], [carrier("P")])
    stage = Stage(id="3", title="", terms=("awaiting_next", "awaiting_remaining"))
    costs = write_down(given).cost(stage)
    assert [(cost.constant, dict(cost.coefficients)) for cost in costs] == [
        (30, {Take("A", "P"): -30}),
        (5, {Take("A", "P"): -5}),
    ]


@drawn(problems())
def test_the_maker_of_prices_counts_the_rows_alike(given: Problem) -> None:
    """A price names a row by its position, so both boards write the same rows in the same order."""
    sheet, (board, costs) = write_down(given), post_all(given)
    assert [(dict(row.coefficients), row.limit) for row in sheet.rows] == [
        (dict(row.coefficients), row.limit) for row in board.rows
    ]
    assert sheet.counts == board.counts
    assert sheet.costs == costs
