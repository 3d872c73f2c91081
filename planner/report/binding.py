"""What stands between the waiting children and a practitioner: the limit that binds."""

from collections.abc import Mapping, Sequence

from planner.data.plan import Choices
from planner.data.problem import Carrier, Problem, Unit
from planner.report.wording import hours
from planner.rules import RULES, settle
from planner.rules.eligible import may_hold


def binding_limit(problem: Problem, choices: Choices, units: Sequence[Unit]) -> str:
    """Say in one sentence what keeps these units waiting."""
    could = [
        (unit, carrier)
        for unit in units
        for carrier in problem.carriers
        if may_hold(problem, unit, carrier.id) and not problem.pairs[unit.id, carrier.id].lacks
    ]
    if not could:
        return "No practitioner present may hold any of these families."
    used = problem.half_hours_by_practitioner(choices.holders)
    room = {carrier.id: carrier.limit_half_hours - used[carrier.id] for carrier in problem.carriers}
    fits = [(unit, c) for unit, c in could if _needs(problem, unit, c) <= room[c.id]]
    if not fits:
        return _hours_bind(problem, could, room)
    return _other_limit(problem, choices, fits)


def _needs(problem: Problem, unit: Unit, carrier: Carrier) -> int:
    return problem.pairs[unit.id, carrier.id].demand_half_hours


def _hours_bind(
    problem: Problem, could: Sequence[tuple[Unit, Carrier]], room: Mapping[str, int]
) -> str:
    smallest, who = min(could, key=lambda uc: (_needs(problem, *uc), uc[0].id, uc[1].id))
    most = max({carrier.id for _, carrier in could}, key=lambda name: (room[name], name))
    return (
        f"Hours are the limit: the smallest of these families needs "
        f"{hours(_needs(problem, smallest, who))} a cycle, "
        f"and the most room anyone has is {hours(max(0, room[most]))} ({most})."
    )


def _other_limit(problem: Problem, choices: Choices, fits: Sequence[tuple[Unit, Carrier]]) -> str:
    """Name the rules that taking a family on would break; without any, the duty pool binds."""
    broken: set[str] = set()
    for unit, carrier in fits:
        holders = {**choices.holders, unit.id: carrier.id}
        tried = settle(problem, holders, {}, {})
        names = {rule.title.lower() for rule in RULES if rule.check(problem, tried)}
        if not names:
            return (
                "Duty hours are the limit: allocating one of these families would leave more "
                "contact, hearings or first visits undone than leaving it to wait."
            )
        broken |= names
    return "What binds: " + ", ".join(sorted(broken)) + "."
