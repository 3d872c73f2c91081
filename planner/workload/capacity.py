"""A practitioner's hours in one cycle, the limits on them, and a team's duty pool."""

from fractions import Fraction
from math import ceil

from planner.data.problem import Carrier, TeamPool
from planner.data.scenario import Practitioner
from planner.data.vocabulary import CaseStatus
from planner.workload.facts import Facts
from planner.workload.rounding import half_hours_down, half_hours_up


def carrier(facts: Facts, practitioner: Practitioner) -> Carrier:
    """Make the record of someone who can hold cases: capacity and limits."""
    limits = facts.scenario.limits
    hours = capacity_hours(facts, practitioner)
    return Carrier(
        id=practitioner.practitioner,
        team=practitioner.team,
        present=facts.attendance[practitioner.practitioner].present,
        capacity_half_hours=half_hours_down(hours),
        limit_half_hours=half_hours_down(_limit_hours(practitioner, hours)),
        children_limit=_per_fte(
            practitioner.children_limit, facts.policy.limits.children_per_fte * practitioner.fte
        ),
        intensive_limit=_per_fte(
            practitioner.intensive_limit, facts.policy.limits.intensive_per_fte * practitioner.fte
        ),
        high_risk_limit=_first(practitioner.high_risk_limit, limits.high_risk_limit),
        new_families_limit=_first(practitioner.new_families_limit, limits.new_families_limit),
    )


def capacity_hours(facts: Facts, practitioner: Practitioner) -> Fraction:
    """Give case hours in the cycle: working days, FTE, case share, less rostered tasks."""
    hours = facts.policy.hours
    share = Fraction(hours.case_share_percent, 100)
    if practitioner.first_year:
        share *= Fraction(hours.first_year_percent, 100)
    days = len(facts.attendance[practitioner.practitioner].working_days)
    gross = days * Fraction(hours.full_time_day) * Fraction(practitioner.fte) * share
    rostered = Fraction(practitioner.rostered_hours + practitioner.supervisees * hours.supervisee)
    return max(Fraction(0), gross - rostered * _share_present(facts, practitioner))


def pool(facts: Facts, team: str) -> TeamPool:
    """Make a team's duty pool before any case is counted."""
    carrying = {p.practitioner for p in facts.carriers}
    helpers = (
        p
        for p in facts.scenario.practitioners
        if p.team == team
        and p.practitioner not in carrying
        and facts.attendance[p.practitioner].in_team
    )
    contracted = sum(
        child.status is CaseStatus.CONTRACTED and child.team == team
        for child in facts.scenario.children
    )
    hours = facts.policy.hours
    return TeamPool(
        team=team,
        duty_half_hours=sum(
            half_hours_down(Fraction(p.duty_hours) * _share_present(facts, p)) for p in helpers
        ),
        contracted_half_hours=contracted
        * half_hours_up(Fraction(hours.contracted_monthly) * facts.month),
        reserve_half_hours=half_hours_up(_reserve(facts, team)),
    )


def _reserve(facts: Facts, team: str) -> Fraction:
    """Give the hours kept for arrivals, for every team that has open children."""
    if all(child.team != team for child in facts.open_children):
        return Fraction(0)
    limits = facts.scenario.limits
    # An arrival comes on average in mid-cycle, so half of the month's work falls in it.
    arriving = Fraction(limits.arrivals) * Fraction(facts.policy.hours.arrival_monthly)
    return Fraction(limits.reserve_hours) + arriving * facts.month / 2


def _limit_hours(practitioner: Practitioner, hours: Fraction) -> Fraction:
    if practitioner.limit_hours is not None:
        return Fraction(practitioner.limit_hours)
    return hours * Fraction(practitioner.limit_percent, 100)


def _share_present(facts: Facts, practitioner: Practitioner) -> Fraction:
    days = facts.attendance[practitioner.practitioner]
    return Fraction(len(days.working_days), max(1, len(facts.cycle.weekdays)))


def _per_fte(own: int | None, usual: object) -> int:
    return own if own is not None else ceil(Fraction(str(usual)))


def _first(own: int | None, team: int | None) -> int | None:
    return own if own is not None else team
