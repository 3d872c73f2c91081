"""An infant who needs an intensive response always has a practitioner (2254).

sum over p of take(u, p) >= 1 for every unit with such an infant.
"""

from collections.abc import Sequence

from planner.data.board import Board, Rule
from planner.data.plan import Choices, Finding
from planner.data.problem import Problem


def post(board: Board, problem: Problem) -> None:
    """Require a holder for every mandatory unit."""
    for unit in problem.units:
        if unit.mandatory and not unit.excused:
            board.require(unit.id)


def check(problem: Problem, choices: Choices) -> Sequence[Finding]:
    """Find mandatory units that await; the amount is the number of such infants."""
    return [
        Finding(rule="mandatory", unit=unit.id, amount=max(1, unit.intensive_infants))
        for unit in problem.units
        if unit.mandatory and not unit.excused and not choices.holders[unit.id]
    ]


def say(finding: Finding) -> str:
    """Say for whom mandatory allocation is not met."""
    return f"Mandatory allocation is not met for {finding.unit}."


RULE = Rule(
    id="mandatory",
    title="Mandatory allocation",
    paragraph="2254-M1",
    unit="infants",
    waivable=False,
    post=post,
    check=check,
    say=say,
)
