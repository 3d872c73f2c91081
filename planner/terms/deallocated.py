"""De-allocated children, by the impact on each, one term for each stage of coverage.

sum over units held now and awaiting of impact + rate x held children, each
child in its own stage. A plain count of de-allocated children is a term too.
"""

from functools import partial

from planner.data.board import Board, Cost, Term
from planner.data.plan import Choices
from planner.data.problem import Problem, Unit
from planner.terms.coverage import STAGES, StageName, awaiting_cost, points_of


def _amount(problem: Problem, unit: Unit, stage: StageName) -> int:
    if not unit.holder:
        return 0
    high = stage.startswith("high")
    rate = problem.deallocation_high_points if high else problem.deallocation_points
    return points_of(unit.impact, stage) + rate * points_of(unit.held_by_stage, stage)


def cost(stage: StageName, _board: Board, problem: Problem) -> Cost:
    """Cost de-allocating the children of one stage."""
    return awaiting_cost(problem, {u.id: _amount(problem, u, stage) for u in problem.units})


def value(stage: StageName, problem: Problem, choices: Choices) -> int:
    """Add up rate and impact of the de-allocated children of one stage."""
    return sum(
        _amount(problem, unit, stage) for unit in problem.units if not choices.holders[unit.id]
    )


def say(title: str, amount: int) -> str:
    """Say what de-allocation costs, in points."""
    return f"{title} de-allocated: {amount} points"


def cost_children(_board: Board, problem: Problem) -> Cost:
    """Count held children of units that await."""
    return awaiting_cost(problem, {u.id: u.held_children for u in problem.units})


def value_children(problem: Problem, choices: Choices) -> int:
    """Count the de-allocated children."""
    return sum(unit.held_children for unit in problem.units if not choices.holders[unit.id])


def say_children(amount: int) -> str:
    """Say how many children are de-allocated."""
    return f"Children de-allocated: {amount}"


TERMS = (
    *(
        Term(
            id=f"deallocated_{stage}",
            title=f"{title} de-allocated",
            paragraph="2254-D1",
            unit="points",
            cost=partial(cost, stage),
            value=partial(value, stage),
            say=partial(say, title),
        )
        for stage, title, _ in STAGES
    ),
    Term(
        id="deallocated_children",
        title="Children de-allocated",
        paragraph="2254-D1",
        unit="children",
        cost=cost_children,
        value=value_children,
        say=say_children,
    ),
)
