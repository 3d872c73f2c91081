"""De-allocations stay within the number the manager is prepared to consider.

sum over units held now and awaiting in the plan of their held children <= limit.
"""

from collections.abc import Iterator, Sequence

from planner.data.board import Board, Give, Key, Rule
from planner.data.plan import Choices, Finding, GivenWay
from planner.data.problem import Problem
from planner.data.takes import takes_by_unit
from planner.rules.moves import deallocated, team_limits_may_give


def post(board: Board, problem: Problem) -> None:
    """Limit the de-allocated children of the whole team."""
    held = sum(unit.held_children for unit in problem.units)
    keys = takes_by_unit(problem)
    coefficients: dict[Key, int] = {
        take: -unit.held_children for unit in problem.units if unit.holder for take in keys[unit.id]
    }
    if team_limits_may_give(problem):
        give = Give("deallocations")
        board.count(give, held)
        coefficients[give] = -1
    board.team_row(coefficients, problem.deallocations_limit - held)


def _over(problem: Problem, choices: Choices) -> int:
    made = sum(unit.held_children for unit in problem.units if deallocated(unit, choices))
    return made - problem.deallocations_limit


def check(problem: Problem, choices: Choices) -> Sequence[Finding]:
    """Find whether more children are de-allocated than the limit allows."""
    given = sum(give.amount for give in choices.gives if give.limit == "deallocations")
    allowed = given if team_limits_may_give(problem) else 0
    over = _over(problem, choices) - allowed
    limit = problem.deallocations_limit + allowed
    return [Finding(rule="deallocations", amount=over, allowed=limit)] if over > 0 else []


def least_gives(problem: Problem, choices: Choices) -> Iterator[GivenWay]:
    """Yield the de-allocations beyond the limit, where it may give way."""
    over = _over(problem, choices)
    if over > 0 and team_limits_may_give(problem):
        yield GivenWay(limit="deallocations", amount=over)


def say(finding: Finding) -> str:
    """Say by how many children the de-allocations pass the limit."""
    return f"{finding.amount} more children de-allocated than the limit of {finding.allowed}."


RULE = Rule(
    id="deallocations",
    title="De-allocations",
    paragraph="LIMIT-DEALLOCATIONS",
    unit="children",
    waivable=True,
    post=post,
    check=check,
    say=say,
)
