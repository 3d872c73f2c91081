"""What a question assumes: this family allocated to somebody, or to nobody.

sum over p of take(u, p) >= 1 where the unit is required; take(u, p) = 0 for
every p where it is left out. Only questions set these; no plan is made with them.
"""

from collections.abc import Sequence

from planner.data.board import Board, Rule
from planner.data.plan import Choices, Finding
from planner.data.problem import Problem


def post(board: Board, problem: Problem) -> None:
    """Require a holder for what is required, and forbid everyone for what is left out."""
    for unit in problem.units:
        if unit.required:
            board.require(unit.id)
        if unit.left_out:
            for carrier in problem.carriers:
                board.forbid(unit.id, carrier.id)


def check(problem: Problem, choices: Choices) -> Sequence[Finding]:
    """Find units that are not as the question assumes; the amount is their children."""
    return [
        Finding(rule="asked", unit=unit.id, subject=subject, amount=len(unit.children))
        for unit in problem.units
        for subject in _against(unit.required, unit.left_out, choices.holders[unit.id])
    ]


def _against(required: bool, left_out: bool, holder: str) -> Sequence[str]:
    if required and not holder:
        return ["allocated"]
    return ["awaiting"] if left_out and holder else []


def say(finding: Finding) -> str:
    """Say what the question assumed of the unit."""
    return f"The question assumes {finding.unit} {finding.subject}."


RULE = Rule(
    id="asked",
    title="Assumed by a question",
    paragraph="RULE-ASKED",
    unit="children",
    waivable=False,
    post=post,
    check=check,
    say=say,
)
