"""A capacity curve in words: how many hours more, who is admitted, what it would take."""

from planner.data.curve import Curve, CurveOf, CurveStep
from planner.data.problem import Problem
from planner.data.vocabulary import Tier
from planner.engine.tradeoffs.capacities import Capacity
from planner.engine.tradeoffs.front_words import CEILING
from planner.engine.tradeoffs.reaching import gains, named
from planner.report.wording import hours, plural


def more(of: CurveOf, half_hours: int) -> str:
    """Say a difference in hours, as "3.5 h more"."""
    if of is CurveOf.ADDED:
        return f"{hours(half_hours)} of somebody further" if half_hours else "nobody further"
    if half_hours == 0:
        return "as now"
    return f"{hours(abs(half_hours))} {'more' if half_hours > 0 else 'less'}"


def whose(curve: Curve) -> str:
    """Say whose hours a curve varies."""
    if curve.of is CurveOf.EVERYONE:
        return "everyone"
    if curve.of is CurveOf.PRACTITIONER:
        return curve.practitioner
    grade = curve.joining.grade.value if curve.joining else "practitioner"
    return f"a further {grade}"


def step_words(of: CurveOf, before: CurveStep | None, step: CurveStep) -> str:
    """Say what a step changes against just below it."""
    words = more(of, step.half_hours)
    if before is None:
        return f"From {words}: {plural(step.reached.awaiting, 'child awaits', 'children await')}."
    little = ", half-hour by half-hour" if step.gradual else ""
    return f"{words[:1].upper()}{words[1:]}: {gains(before.reached, step.reached)}{little}."


def curve_headline(curve: Curve) -> tuple[str, ...]:
    """Say how many hours it takes until no high-risk child awaits, or what stands before it."""
    who, enough = whose(curve), curve.enough
    if curve.now is None:
        return ()
    if enough is None:
        return _without(curve, who)
    if enough <= 0 or not curve.now.urgent:
        return _already(curve, who)
    if curve.of is CurveOf.ADDED:
        return (f"With {hours(enough)} a cycle of {who}, no high-risk child awaits.",)
    each = " each" if curve.of is CurveOf.EVERYONE else ""
    return (f"{hours(enough)} more a cycle{each} for {who} until no high-risk child awaits.",)


def _already(curve: Curve, who: str) -> tuple[str, ...]:
    known = [step for step in curve.steps if step.half_hours <= 0]
    said = "No high-risk child awaits now."
    if curve.of is CurveOf.ADDED or not known or curve.enough is None:
        return (said,)
    if curve.enough <= curve.least:
        return (f"{said} None would with any fewer hours that were tried for {who}.",)
    return (f"{said} It stays so down to {hours(-min(curve.enough, 0))} less for {who}.",)


def _without(curve: Curve, who: str) -> tuple[str, ...]:
    if not curve.complete or not curve.steps:
        return ("How many hours until no high-risk child awaits is not known in the time given.",)
    if not curve.flat_above:
        waits = named(Tier.HIGH, curve.steps[-1].reached.urgent)
        return (f"With up to {more(curve.of, curve.most)}, {waits} would still await.",)
    return (f"Not with any number of hours of {who}: high-risk children would still await.",)


def curve_notes(capacity: Capacity, problem: Problem) -> tuple[str, ...]:
    """Say what a reader must know before using a curve."""
    notes = []
    if capacity.of is CurveOf.ADDED:
        notes.append(
            "Somebody further is counted with these hours for cases and duty together, and "
            "with the limits on numbers of a full-time practitioner."
        )
    else:
        notes.append(
            "Hours are the limit on cases in one cycle. Hours beyond what somebody has are "
            "overtime: they give nothing to duty. Nobody loses a case they hold."
        )
    if problem.guarded:
        notes.append(CEILING)
    return tuple(notes)
