"""At most one practitioner holds a unit.

sum over p of take(u, p) <= 1. A plan names one holder a unit, so the check
finds what else can go wrong: a unit left out, or a holder nobody knows.
"""

from collections.abc import Sequence

from planner.data.board import Board, Rule
from planner.data.plan import Choices, Finding
from planner.data.problem import Problem
from planner.data.takes import takes_by_unit


def post(board: Board, problem: Problem) -> None:
    """Allow each unit one practitioner at most."""
    keys = takes_by_unit(problem)
    for unit in problem.units:
        board.team_row(dict.fromkeys(keys[unit.id], 1), 1)


def check(problem: Problem, choices: Choices) -> Sequence[Finding]:
    """Find units that a plan leaves out or gives to somebody who holds no cases."""
    carriers = {"", *(p.id for p in problem.carriers)}
    units = {unit.id for unit in problem.units}
    unknown = [
        Finding(rule="single_holder", unit=unit, practitioner=holder)
        for unit, holder in choices.holders.items()
        if unit not in units or holder not in carriers
    ]
    left_out = sorted(units - set(choices.holders))
    return unknown + [Finding(rule="single_holder", unit=unit) for unit in left_out]


def say(finding: Finding) -> str:
    """Say which unit has no single, known holder."""
    if finding.practitioner:
        return f"{finding.unit} cannot be held by {finding.practitioner}, who holds no cases here."
    return f"The plan does not say who holds {finding.unit}."


RULE = Rule(
    id="single_holder",
    title="One practitioner a unit",
    paragraph="RULE-SINGLE",
    unit="units",
    waivable=False,
    post=post,
    check=check,
    say=say,
)
