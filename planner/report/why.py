"""Why a child is where the plan puts them: what stands between, and how much room."""

from collections.abc import Mapping

from planner.data.plan import Choices
from planner.data.problem import Carrier, Problem, Unit
from planner.report.wording import gives_way
from planner.rules.eligible import may_hold


def why(
    problem: Problem, choices: Choices, unit: Unit, case_hours: Mapping[str, int]
) -> tuple[str, ...]:
    """Say in plain words why a unit is where it is; no search is made for it.

    Why its children stand in their tier is in their scores.

    Parameters
    ----------
    case_hours : Mapping[str, int]
        Every carrier's half-hours in the plan.
    """
    holder = choices.holders[unit.id]
    if holder:
        return (_held(problem, unit, holder), *_gives(choices, unit))
    return _awaiting(problem, unit, case_hours)


def _held(problem: Problem, unit: Unit, holder: str) -> str:
    if holder == unit.holder:
        return f"Stays with {holder}, who holds the case now."
    if unit.holder and problem.pairs[unit.id, unit.holder].away_too_long:
        return (
            f"Moves from {unit.holder}, who is away longer than the weekly contact of an intensive "
            f"infant allows, to {holder}: a change of practitioner."
        )
    if unit.holder:
        return f"Moves from {unit.holder} to {holder}: a change of practitioner."
    if unit.former:
        return f"Moves from {unit.former}, who cannot hold the case, to {holder}: a forced change."
    return f"Taken on by {holder}."


def _gives(choices: Choices, unit: Unit) -> tuple[str, ...]:
    return tuple(f"{gives_way(give)}." for give in choices.gives if give.unit == unit.id)


def _awaiting(problem: Problem, unit: Unit, case_hours: Mapping[str, int]) -> tuple[str, ...]:
    """Say what an awaiting unit needs and how much room there is with those who could."""
    could = [
        carrier
        for carrier in problem.carriers
        if may_hold(problem, unit, carrier.id) and not problem.pairs[unit.id, carrier.id].lacks
    ]
    if not could:
        reasons = "; ".join(
            f"{c.id}, {stands_between(problem, unit, c) or lacking(problem, unit, c)}"
            for c in problem.carriers
        )
        return (f"Nobody of the team can hold this family: {reasons or 'no practitioner'}.",)
    room = {c.id: c.limit_half_hours - case_hours[c.id] for c in could}
    needs = {c.id: problem.pairs[unit.id, c.id].demand_half_hours for c in could}
    nearest = min(could, key=lambda c: (needs[c.id] - room[c.id], c.id)).id
    sentence = (
        f"Needs {needs[nearest] / 2:g} h a cycle; "
        f"{nearest}, who is nearest to it, has {max(0, room[nearest]) / 2:g} h left."
    )
    if needs[nearest] <= room[nearest]:
        return (
            sentence,
            "There is room in hours, but a limit, or what comes first, stands before it: "
            "see what came first.",
        )
    return (sentence,)


def stands_between(problem: Problem, unit: Unit, carrier: Carrier) -> str:
    """Name the rules never waived that stand between the two; blank where none does."""
    return ", ".join(never_waived(problem, unit, carrier).values())


def never_waived(problem: Problem, unit: Unit, carrier: Carrier) -> Mapping[str, str]:
    """Give the rules never waived that stand between the two, by id, in words."""
    pair = problem.pairs[unit.id, carrier.id]
    reasons = (
        ("conflict", pair.conflict, "conflict of interest"),
        ("bar", pair.barred, "barred by the manager"),
        ("away_too_long", pair.away_too_long, "away longer than the contact interval"),
        ("presence", pair.absent and not pair.held, "no working day in the cycle"),
        ("reach", pair.out_of_reach, "another team, out of reach"),
        ("pin", unit.pinned_to not in ("", carrier.id), f"pinned to {unit.pinned_to}"),
    )
    return {rule: text for rule, holds, text in reasons if holds}


def lacking(problem: Problem, unit: Unit, carrier: Carrier) -> str:
    """Name the skills and the grade that somebody lacks for a unit; blank where none."""
    pair = problem.pairs[unit.id, carrier.id]
    skills = [f"lacks {skill}" for skill in pair.missing_skills]
    return ", ".join([*skills, *(["in the first year"] if pair.missing_grade else [])])
