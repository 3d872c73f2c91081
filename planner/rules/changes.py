"""Changes of practitioner stay within the number the manager is prepared to consider.

sum over units held now of [held by another in the plan] <= limit, counted once
a family; forced changes are free and not counted.
"""

from collections.abc import Iterator, Sequence

from planner.data.board import Board, Give, Key, Rule
from planner.data.plan import Choices, Finding, GivenWay
from planner.data.problem import Problem
from planner.rules.moves import change_keys, changes, team_limits_may_give


def post(board: Board, problem: Problem) -> None:
    """Limit the changes of the whole team."""
    coefficients: dict[Key, int] = dict(change_keys(problem))
    if team_limits_may_give(problem):
        give = Give("changes")
        board.count(give, len(problem.units))
        coefficients[give] = -1
    board.team_row(coefficients, problem.changes_limit)


def _over(problem: Problem, choices: Choices) -> int:
    made = sum(changes(unit, choices) for unit in problem.units)
    return made - problem.changes_limit


def check(problem: Problem, choices: Choices) -> Sequence[Finding]:
    """Find whether more families change practitioner than the limit allows."""
    given = sum(give.amount for give in choices.gives if give.limit == "changes")
    allowed = given if team_limits_may_give(problem) else 0
    over = _over(problem, choices) - allowed
    limit = problem.changes_limit + allowed
    return [Finding(rule="changes", amount=over, allowed=limit)] if over > 0 else []


def least_gives(problem: Problem, choices: Choices) -> Iterator[GivenWay]:
    """Yield the changes beyond the limit, where it may give way."""
    over = _over(problem, choices)
    if over > 0 and team_limits_may_give(problem):
        yield GivenWay(limit="changes", amount=over)


def say(finding: Finding) -> str:
    """Say by how many the changes pass the limit."""
    return f"{finding.amount} more changes of practitioner than the limit of {finding.allowed}."


RULE = Rule(
    id="changes",
    title="Changes of practitioner",
    paragraph="LIMIT-CHANGES",
    unit="families",
    waivable=True,
    post=post,
    check=check,
    say=say,
)
