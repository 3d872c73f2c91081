"""Casework hours of a unit: the largest row that applies, siblings at a share."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction

from planner.data.scenario import Child, Task
from planner.data.vocabulary import Answer, Order, Phase, Tier
from planner.workload.facts import Facts
from planner.workload.rounding import exact

_ROW_BY_ORDER = {
    Order.APPLICATION: "intervention_court",
    Order.INTERIM: "intervention_court",
    Order.UNDERTAKING: "undertaking",
    Order.FAMILY_PRESERVATION: "family_preservation",
    Order.FAMILY_REUNIFICATION: "family_reunification",
    Order.CARE_BY_SECRETARY: "care_by_secretary",
    Order.LONG_TERM_CARE: "long_term_care",
    Order.NONE: "closure",
}


def casework_row(facts: Facts, child: Child) -> str:
    """Name the casework row of a child: the largest of those that apply."""
    monthly = facts.policy.hours.casework_monthly
    return max(_rows(facts, child), key=lambda row: monthly[row])


def casework(facts: Facts, children: Sequence[Child]) -> Fraction:
    """Give a unit's casework hours in one cycle, at today's service intensity."""
    hours = facts.policy.hours
    rows = [
        hours.casework_monthly[casework_row(facts, child)]
        + (hours.interpreter_monthly if child.language else 0)
        for child in children
    ]
    return _siblings(facts, rows) * exact(facts.scenario.limits.service_intensity)


def oversight(facts: Facts, children: Sequence[Child]) -> Fraction:
    """Give the hours of overseeing a unit while it awaits allocation."""
    return _siblings(facts, [facts.policy.hours.oversight_monthly] * len(children))


def task_hours(facts: Facts, task: Task) -> Fraction:
    """Give a task's hours: as written, else the policy's for its kind."""
    return exact(facts.kinds[task.task].hours if task.hours is None else task.hours)


def all_task_hours(facts: Facts, tasks: Iterable[Task]) -> Fraction:
    """Add up the hours of some tasks."""
    return sum((task_hours(facts, task) for task in tasks), Fraction(0))


def _siblings(facts: Facts, rows: Iterable[Decimal]) -> Fraction:
    """Give the hours of a cycle: the largest monthly row in full, the others at a share."""
    largest, *others = sorted(rows, reverse=True)
    monthly = exact(largest)
    if others:
        share = Fraction(facts.policy.hours.further_sibling_percent, 100)
        monthly += share * sum(map(exact, others))
    return monthly * facts.month


def _rows(facts: Facts, child: Child) -> list[str]:
    score = facts.scores[child.child]
    rows = [_row_by_phase(facts, child)]
    if score.infant:
        rows.append("infant")
    if score.tier is Tier.MANDATORY:
        rows.append("intensive")
    if child.youth_schedule is Answer.YES:
        rows.append("youth")
    return rows


def _row_by_phase(facts: Facts, child: Child) -> str:
    if child.phase in (Phase.INTAKE, Phase.INVESTIGATION):
        return "investigation_urgent" if _urgent(facts, child) else "investigation"
    if child.phase is Phase.PROTECTIVE_INTERVENTION:
        court = child.order in (Order.APPLICATION, Order.INTERIM)
        return "intervention_court" if court else "intervention_agreement"
    return _ROW_BY_ORDER[child.order]


def _urgent(facts: Facts, child: Child) -> bool:
    return any(facts.kinds[task.task].urgent for task in facts.tasks_ever.get(child.child, ()))
