"""Case hours stay within the limit for what is taken on.

sum of demand(u, p) take(u, p) + handovers given <= limit, in half-hours of the cycle.
"""

from collections.abc import Sequence

from planner.data.board import Board, Rule
from planner.data.plan import Choices, Finding
from planner.data.problem import Carrier, Pair, Problem, Unit
from planner.rules.additive import AdditiveLimit, check_additive, post_additive


def _amount(unit: Unit, pair: Pair) -> int:
    return pair.demand_half_hours


def _limit(carrier: Carrier) -> int | None:
    return carrier.limit_half_hours


LIMIT = AdditiveLimit(id="hours", amount=_amount, limit=_limit, gives_handover=True)


def post(board: Board, problem: Problem) -> None:
    """Post the limit for every practitioner for whom it is on."""
    post_additive(LIMIT, board, problem)


def check(problem: Problem, choices: Choices) -> Sequence[Finding]:
    """Find every practitioner over the limit, and by how much."""
    return check_additive(LIMIT, problem, choices)


def say(finding: Finding) -> str:
    """Say who is over the limit, and by how much."""
    return (
        f"{finding.practitioner} would be {finding.amount / 2:g} h over "
        f"the limit of {finding.allowed / 2:g} h a cycle."
    )


RULE = Rule(
    id="hours",
    title="Case hours",
    paragraph="LIMIT-HOURS",
    unit="half-hours",
    waivable=True,
    post=post,
    check=check,
    say=say,
)
