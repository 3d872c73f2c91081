"""Rules about one pair: post forbids it, check finds it chosen."""

from collections.abc import Callable, Sequence

from planner.data.board import Board
from planner.data.plan import Choices, Finding
from planner.data.problem import Pair, Problem

Stands = Callable[[Pair], bool]


def post_pairs(stands: Stands, board: Board, problem: Problem) -> None:
    """Forbid every pair between which the rule stands."""
    for pair in problem.pairs.values():
        if stands(pair):
            board.forbid(pair.unit, pair.practitioner)


def check_pairs(rule: str, stands: Stands, problem: Problem, choices: Choices) -> Sequence[Finding]:
    """Find every chosen pair between which the rule stands."""
    return [
        Finding(rule=rule, unit=unit, practitioner=holder)
        for unit, holder in choices.holders.items()
        if holder and stands(problem.pairs[unit, holder])
    ]
