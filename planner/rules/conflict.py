"""A practitioner in conflict of interest with a family never holds it.

take(u, p) = 0 where a conflict between p and the family is recorded.
"""

from collections.abc import Sequence

from planner.data.board import Board, Rule
from planner.data.plan import Choices, Finding
from planner.data.problem import Pair, Problem
from planner.rules.pairwise import check_pairs, post_pairs


def _stands(pair: Pair) -> bool:
    return pair.conflict


def post(board: Board, problem: Problem) -> None:
    """Forbid every pair that this rule stands between."""
    post_pairs(_stands, board, problem)


def check(problem: Problem, choices: Choices) -> Sequence[Finding]:
    """Find every unit held by someone this rule stands between."""
    return check_pairs("conflict", _stands, problem, choices)


def say(finding: Finding) -> str:
    """Say who cannot hold which unit, and why."""
    return f"{finding.practitioner} has a recorded conflict of interest with {finding.unit}."


RULE = Rule(
    id="conflict",
    title="Conflict of interest",
    paragraph="RULE-CONFLICT",
    unit="units",
    waivable=False,
    post=post,
    check=check,
    say=say,
)
