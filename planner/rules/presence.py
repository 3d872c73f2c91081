"""Only a practitioner who is present takes a family on.

take(u, p) = 0 where p has no working day in the cycle and does not hold u now (2254).
"""

from collections.abc import Sequence

from planner.data.board import Board, Rule
from planner.data.plan import Choices, Finding
from planner.data.problem import Pair, Problem
from planner.rules.pairwise import check_pairs, post_pairs


def _stands(pair: Pair) -> bool:
    return pair.absent and not pair.held


def post(board: Board, problem: Problem) -> None:
    """Forbid every pair that this rule stands between."""
    post_pairs(_stands, board, problem)


def check(problem: Problem, choices: Choices) -> Sequence[Finding]:
    """Find every unit held by someone this rule stands between."""
    return check_pairs("presence", _stands, problem, choices)


def say(finding: Finding) -> str:
    """Say who cannot hold which unit, and why."""
    return (
        f"{finding.practitioner} has no working day in the cycle and cannot take on {finding.unit}."
    )


RULE = Rule(
    id="presence",
    title="Presence",
    paragraph="RULE-PRESENCE",
    unit="units",
    waivable=False,
    post=post,
    check=check,
    say=say,
)
