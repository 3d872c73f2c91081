"""Grade and skill: who takes a family on meets what its children need.

take(u, p) = 0 where p lacks a skill or the grade, unless p holds u now or the
unit is exempt (mandatory, or pinned with a waiver); then each lack is shown.
"""

from collections.abc import Iterable, Iterator, Sequence

from planner.data.board import Board, Rule
from planner.data.plan import Choices, Finding, GivenWay
from planner.data.problem import Problem, Unit
from planner.rules.additive import is_exempt


def post(board: Board, problem: Problem) -> None:
    """Forbid what does not fit, exempt units aside."""
    for unit in problem.units:
        for carrier in problem.carriers:
            lacks = problem.pairs[unit.id, carrier.id].lacks
            if lacks and not is_exempt(unit, carrier.id):
                board.forbid(unit.id, carrier.id)


def check(problem: Problem, choices: Choices) -> Sequence[Finding]:
    """Find who takes on what they lack a skill or the grade for, and was not let."""
    given = {
        (give.unit, give.practitioner): give.amount for give in choices.gives if give.limit == "fit"
    }
    findings: list[Finding] = []
    for unit in problem.units:
        holder = choices.holders[unit.id]
        if not holder:
            continue
        allowed = given.get((unit.id, holder), 0) if is_exempt(unit, holder) else 0
        lacks = problem.pairs[unit.id, holder].lacks
        if lacks > allowed:
            findings.append(
                Finding(rule="fit", unit=unit.id, practitioner=holder, amount=lacks - allowed)
            )
    return findings


def least_gives(problem: Problem, choices: Choices) -> Iterator[GivenWay]:
    """Yield what grade and skill give way by, for exempt units."""
    for unit in problem.units:
        holder = choices.holders[unit.id]
        if holder:
            yield from gives_of(problem, holder, (unit,))


def gives_of(problem: Problem, practitioner: str, taken: Iterable[Unit]) -> Iterator[GivenWay]:
    """Yield what grade and skill give way by for the exempt units that somebody has taken."""
    for unit in taken:
        lacks = problem.pairs[unit.id, practitioner].lacks
        if lacks and is_exempt(unit, practitioner):
            yield GivenWay(limit="fit", practitioner=practitioner, unit=unit.id, amount=lacks)


def say(finding: Finding) -> str:
    """Say who lacks what a unit needs."""
    return (
        f"{finding.practitioner} lacks {finding.amount} of the skills or grades "
        f"that {finding.unit} needs."
    )


RULE = Rule(
    id="fit",
    title="Grade and skill",
    paragraph="LIMIT-FIT",
    unit="requirements",
    waivable=True,
    post=post,
    check=check,
    say=say,
)
