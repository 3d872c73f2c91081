"""An intensive infant's practitioner is not away longer than the contact interval.

take(u, p) = 0 where u is mandatory and a leave of p in the cycle lasts over seven days.
"""

from collections.abc import Sequence

from planner.data.board import Board, Rule
from planner.data.plan import Choices, Finding
from planner.data.problem import Pair, Problem
from planner.rules.pairwise import check_pairs, post_pairs


def _stands(pair: Pair) -> bool:
    return pair.away_too_long


def post(board: Board, problem: Problem) -> None:
    """Forbid every pair that this rule stands between."""
    post_pairs(_stands, board, problem)


def check(problem: Problem, choices: Choices) -> Sequence[Finding]:
    """Find every unit held by someone this rule stands between."""
    return check_pairs("away_too_long", _stands, problem, choices)


def say(finding: Finding) -> str:
    """Say who cannot hold which unit, and why."""
    return (
        f"{finding.practitioner} is away longer than the weekly contact of {finding.unit} allows."
    )


RULE = Rule(
    id="away_too_long",
    title="Away longer than the contact interval",
    paragraph="RULE-AWAY",
    unit="units",
    waivable=False,
    post=post,
    check=check,
    say=say,
)
