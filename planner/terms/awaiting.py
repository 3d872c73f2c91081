"""Children awaiting allocation, by points, one term for each stage of coverage.

sum over units of points(u, stage) x [u awaits]. Points add up child by child,
each in its own child's stage.
"""

from functools import partial

from planner.data.board import Board, Cost, Term
from planner.data.plan import Choices
from planner.data.problem import Problem
from planner.terms.coverage import STAGES, StageName, awaiting_cost, points_of


def cost(stage: StageName, _board: Board, problem: Problem) -> Cost:
    """Cost the points of one stage while a unit awaits."""
    return awaiting_cost(problem, {u.id: points_of(u.points, stage) for u in problem.units})


def value(stage: StageName, problem: Problem, choices: Choices) -> int:
    """Add up the points of the children who await, in one stage."""
    return sum(
        points_of(unit.points, stage) for unit in problem.units if not choices.holders[unit.id]
    )


def say(title: str, amount: int) -> str:
    """Say what awaits, in points."""
    return f"{title} awaiting allocation: {amount} points"


TERMS = tuple(
    Term(
        id=f"awaiting_{stage}",
        title=f"{title} awaiting allocation",
        paragraph=paragraph,
        unit="points",
        cost=partial(cost, stage),
        value=partial(value, stage),
        say=partial(say, title),
    )
    for stage, title, paragraph in STAGES
)
