"""What the manager has pinned stays with the practitioner named.

take(u, p) = 1 where u is pinned to p. Limits still bind, unless the manager
recorded a waiver with the pin.
"""

from collections.abc import Sequence

from planner.data.board import Board, Rule
from planner.data.plan import Choices, Finding
from planner.data.problem import Problem


def post(board: Board, problem: Problem) -> None:
    """Require the pinned practitioner and forbid the others."""
    for unit in problem.units:
        if unit.pinned_to:
            board.require(unit.id)
            for carrier in problem.carriers:
                if carrier.id != unit.pinned_to:
                    board.forbid(unit.id, carrier.id)


def check(problem: Problem, choices: Choices) -> Sequence[Finding]:
    """Find pinned units that the plan gives to another, or to nobody."""
    return [
        Finding(rule="pin", unit=unit.id, practitioner=unit.pinned_to)
        for unit in problem.units
        if unit.pinned_to and choices.holders[unit.id] != unit.pinned_to
    ]


def say(finding: Finding) -> str:
    """Say which pin the plan does not keep."""
    return f"The manager pinned {finding.unit} to {finding.practitioner}."


RULE = Rule(
    id="pin",
    title="Pinned by the manager",
    paragraph="RULE-PIN",
    unit="units",
    waivable=False,
    post=post,
    check=check,
    say=say,
)
