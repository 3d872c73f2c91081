"""What the manager has barred stays barred.

take(u, p) = 0 where the manager barred p from a child of u.
"""

from collections.abc import Sequence

from planner.data.board import Board, Rule
from planner.data.plan import Choices, Finding
from planner.data.problem import Pair, Problem
from planner.rules.pairwise import check_pairs, post_pairs


def _stands(pair: Pair) -> bool:
    return pair.barred


def post(board: Board, problem: Problem) -> None:
    """Forbid every pair that this rule stands between."""
    post_pairs(_stands, board, problem)


def check(problem: Problem, choices: Choices) -> Sequence[Finding]:
    """Find every unit held by someone this rule stands between."""
    return check_pairs("bar", _stands, problem, choices)


def say(finding: Finding) -> str:
    """Say who cannot hold which unit, and why."""
    return f"The team manager has barred {finding.practitioner} from {finding.unit}."


RULE = Rule(
    id="bar",
    title="Barred by the manager",
    paragraph="RULE-BAR",
    unit="units",
    waivable=False,
    post=post,
    check=check,
    say=say,
)
