"""A family is held by its own team, or by a neighbour within reach.

take(u, p) = 0 where p is of another team and borrowing is off or the travel is too long.
"""

from collections.abc import Sequence

from planner.data.board import Board, Rule
from planner.data.plan import Choices, Finding
from planner.data.problem import Pair, Problem
from planner.rules.pairwise import check_pairs, post_pairs


def _stands(pair: Pair) -> bool:
    return pair.out_of_reach


def post(board: Board, problem: Problem) -> None:
    """Forbid every pair that this rule stands between."""
    post_pairs(_stands, board, problem)


def check(problem: Problem, choices: Choices) -> Sequence[Finding]:
    """Find every unit held by someone this rule stands between."""
    return check_pairs("reach", _stands, problem, choices)


def say(finding: Finding) -> str:
    """Say who cannot hold which unit, and why."""
    return f"{finding.practitioner} is of another team and out of reach of {finding.unit}."


RULE = Rule(
    id="reach",
    title="Team and reach",
    paragraph="RULE-REACH",
    unit="units",
    waivable=False,
    post=post,
    check=check,
    say=say,
)
