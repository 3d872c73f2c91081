"""The number of children a practitioner holds stays within the limit.

sum of children(u) take(u, p) <= limit.
"""

from collections.abc import Sequence

from planner.data.board import Board, Rule
from planner.data.plan import Choices, Finding
from planner.data.problem import Carrier, Pair, Problem, Unit
from planner.rules.additive import AdditiveLimit, check_additive, post_additive


def _amount(unit: Unit, pair: Pair) -> int:
    return len(unit.children)


def _limit(carrier: Carrier) -> int | None:
    return carrier.children_limit


LIMIT = AdditiveLimit(id="children", amount=_amount, limit=_limit)


def post(board: Board, problem: Problem) -> None:
    """Post the limit for every practitioner for whom it is on."""
    post_additive(LIMIT, board, problem)


def check(problem: Problem, choices: Choices) -> Sequence[Finding]:
    """Find every practitioner over the limit, and by how much."""
    return check_additive(LIMIT, problem, choices)


def say(finding: Finding) -> str:
    """Say who is over the limit, and by how much."""
    return (
        f"{finding.practitioner} would hold {finding.amount} children more "
        f"than the limit of {finding.allowed}."
    )


RULE = Rule(
    id="children",
    title="Number of children",
    paragraph="LIMIT-CHILDREN",
    unit="children",
    waivable=True,
    post=post,
    check=check,
    say=say,
)
