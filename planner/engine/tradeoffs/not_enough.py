"""Why high-risk children would await with any number of hours: what else stands before it."""

from collections.abc import Iterator

from planner.data.plan import Choices
from planner.data.problem import Unit
from planner.data.vocabulary import Tier
from planner.engine.tradeoffs.point import Point
from planner.engine.why.screen import screen
from planner.model import least_missed
from planner.rules import RULES
from planner.terms import BY_ID

_URGENT = (Tier.MANDATORY, Tier.HIGH)


def not_enough(point: Point, practitioner: str) -> tuple[str, ...]:
    """Say for each high-risk family that awaits with all the hours there can be what binds.

    Parameters
    ----------
    practitioner : str
        Whose hours were varied; blank means everyone's.
    """
    choices, problem = point.result.solved.choices, point.prepared.problem
    if choices is None:
        return ()
    waiting = [u for u in problem.units if not choices.holders[u.id] and u.tier in _URGENT]
    return tuple(
        f"{', '.join(unit.children)}: {'; '.join(_reasons(point, choices, unit, practitioner))}."
        for unit in waiting
    )


def _reasons(point: Point, choices: Choices, unit: Unit, practitioner: str) -> Iterator[str]:
    """Yield a reason for each practitioner asked about: a rule, or what it would cost."""
    problem = point.prepared.problem
    screened = {row.practitioner: row.sentences for row in screen(problem, unit)}
    for carrier in problem.carriers:
        if practitioner not in ("", carrier.id):
            continue
        known = screened.get(carrier.id)
        yield known[0].rstrip(".") if known else _otherwise(point, choices, unit, carrier.id)


def _otherwise(point: Point, choices: Choices, unit: Unit, practitioner: str) -> str:
    """Say what giving the unit to somebody would break, or the stage it would make worse."""
    problem = point.prepared.problem
    there = least_missed(problem, {**choices.holders, unit.id: practitioner})
    for rule in RULES:
        for finding in rule.check(problem, there):
            return rule.say(finding).rstrip(".")
    for line in point.lines:
        value = sum(BY_ID[term].value(problem, there) for term in line.terms)
        if value > line.value:
            return f"{practitioner}: stage {line.id} would be worse, {line.title.lower()}"
    return f"{practitioner}: equal under the policy, your choice"
