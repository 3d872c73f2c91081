"""Contacts missed: of watched children (stage 1), of others (points), and oversight.

Watched are mandatory and high-risk children and children under two. A missed
trip counts once for each child of the trip; an optional task as three contacts.
"""

from planner.data.board import Board, Cost, Key, Miss, MissOversight, Term
from planner.data.plan import Choices
from planner.data.problem import Problem


def cost_watched(_board: Board, problem: Problem) -> Cost:
    """Count missed contacts of watched children."""
    return Cost(0, {Miss(item.id): item.watched for item in problem.missables if item.watched})


def value_watched(problem: Problem, choices: Choices) -> int:
    """Count missed contacts of watched children in a plan."""
    return sum(item.watched * choices.missed.get(item.id, 0) for item in problem.missables)


def say_watched(amount: int) -> str:
    """Say how many contacts of watched children are missed."""
    return f"Contacts missed for mandatory, high-risk and under-two children: {amount}"


def cost_other(_board: Board, problem: Problem) -> Cost:
    """Cost missed contacts of other children, in points."""
    return Cost(0, {Miss(item.id): item.points for item in problem.missables if item.points})


def value_other(problem: Problem, choices: Choices) -> int:
    """Add up the points of missed contacts of other children."""
    return sum(item.points * choices.missed.get(item.id, 0) for item in problem.missables)


def say_other(amount: int) -> str:
    """Say what missed contacts of other children come to."""
    return f"Contacts missed for other children: {amount} points"


def cost_oversight(_board: Board, problem: Problem) -> Cost:
    """Count half-hours of oversight and reserve missed."""
    keys: dict[Key, int] = {MissOversight(pool.team): 1 for pool in problem.pools}
    return Cost(0, keys)


def value_oversight(_problem: Problem, choices: Choices) -> int:
    """Add up the half-hours of oversight and reserve missed."""
    return sum(choices.oversight_missed.values())


def say_oversight(amount: int) -> str:
    """Say how many hours of oversight and reserve are missed."""
    return f"Oversight and reserve missed: {amount / 2:g} h"


TERMS = (
    Term(
        id="contact_missed_watched",
        title="Contacts missed: mandatory, high-risk and under-two children",
        paragraph="1802-C3",
        unit="contacts",
        cost=cost_watched,
        value=value_watched,
        say=say_watched,
    ),
    Term(
        id="contact_missed_other",
        title="Contacts missed: other children",
        paragraph="1802-C3",
        unit="points",
        cost=cost_other,
        value=value_other,
        say=say_other,
    ),
    Term(
        id="oversight_missed",
        title="Oversight and reserve missed",
        paragraph="RULE-DUTY",
        unit="half-hours",
        cost=cost_oversight,
        value=value_oversight,
        say=say_oversight,
    ),
)
