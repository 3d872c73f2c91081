"""Workload evidence: what a team's work needs, what there is, and what cannot be done."""

import threading
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from planner.data.evidence import (
    CycleFigures,
    Evidence,
    NotPossible,
    PractitionerEvidence,
    TaskDue,
)
from planner.data.plan import Choices, Plan, PractitionerLine
from planner.data.policy import Policy
from planner.data.problem import Problem
from planner.data.progress import Step
from planner.data.scenario import Scenario
from planner.data.wording import SentenceId
from planner.engine.in_hand import plan_in_hand, surely
from planner.engine.question import OnStep
from planner.engine.review.in_tenths import in_tenths
from planner.engine.said import said
from planner.errors import UsageFault
from planner.report import Prepared, prepare
from planner.workload.made_of import made_of
from planner.workload.parts import Amounts

_STANDARD = Decimal(1)
_STEPS = 2


def evidence(
    scenario: Scenario,
    policy: Policy,
    *,
    plan: Plan | None = None,
    earlier: Sequence[Plan] = (),
    time_limit: float = 10.0,
    stop: threading.Event | None = None,
    on_step: OnStep | None = None,
) -> Evidence:
    """Lay a team's hours open: what the work needs, what there is, what cannot be done.

    Parameters
    ----------
    plan : Plan, optional
        A plan of this team and policy, the team as it stands too; none means the best plan.
    earlier : sequence of Plan
        Plans of earlier cycles of the same team, for the trend; they are not checked anew.

    Raises
    ------
    UsageFault
        Where a plan is of another team or no plan at all, or an earlier one is not earlier.
    """
    before = _trend(scenario, earlier)
    chosen = plan_in_hand(scenario, policy, plan, time_limit=time_limit, stop=stop)
    _told(on_step, 1, "the plan")
    prepared = prepare(scenario, policy)
    people = _practitioners(prepared, chosen)
    _told(on_step, _STEPS, "what the hours are made of")
    limits = scenario.limits
    return Evidence(
        scenario=scenario.name,
        scenario_digest=chosen.scenario_digest,
        as_at=scenario.as_at,
        cycle_days=scenario.cycle_days,
        policy=policy.name,
        policy_version=policy.version,
        status=chosen.status,
        service_intensity=limits.service_intensity,
        calibrated=limits.calibrated,
        says=_says(scenario, policy, earlier=bool(before)),
        practitioners=people,
        pools=chosen.pools,
        not_possible=_not_possible(prepared, chosen),
        trend=(*before, figures_of(chosen)),
        proven=surely(chosen),
    )


def _practitioners(prepared: Prepared, plan: Plan) -> tuple[PractitionerEvidence, ...]:
    holders, problem = plan.choices.holders, prepared.problem
    standard = _at_standard(prepared).half_hours_by_practitioner(holders)
    amounts = made_of(prepared.facts, holders)
    given = _handovers_given(problem, holders)
    cover = _cover(problem, holders)
    return tuple(
        _practitioner(
            line,
            standard[line.practitioner],
            amounts[line.practitioner],
            Fraction(given[line.practitioner], 2),
            cover[line.practitioner],
        )
        for line in plan.practitioners
        if line.carries
    )


def _at_standard(prepared: Prepared) -> Problem:
    """Give the problem of the same team with casework at the standard of the policy."""
    scenario = prepared.scenario
    limits = scenario.limits.model_copy(update={"service_intensity": _STANDARD})
    return prepare(scenario.model_copy(update={"limits": limits}), prepared.policy).problem


def _practitioner(
    line: PractitionerLine, standard: int, amounts: Amounts, given: Fraction, cover: int
) -> PractitionerEvidence:
    over = max(0, standard - line.capacity_half_hours) if line.present else 0
    return PractitionerEvidence(
        practitioner=line.practitioner,
        label=line.label,
        team=line.team,
        present=line.present,
        families=line.families,
        children=line.children,
        capacity_half_hours=line.capacity_half_hours,
        standard_half_hours=standard,
        standard_over_half_hours=over,
        case_half_hours=line.case_half_hours,
        over_half_hours=line.over_half_hours,
        cover_half_hours=cover,
        made_of=in_tenths(amounts, given, line.case_half_hours),
    )


def _handovers_given(problem: Problem, holders: Mapping[str, str]) -> Mapping[str, int]:
    given: defaultdict[str, int] = defaultdict(int)
    for unit in problem.units:
        holder = holders[unit.id]
        if unit.holder and holder not in ("", unit.holder):
            given[unit.holder] += problem.pairs[unit.id, holder].give_half_hours
    return given


def _cover(problem: Problem, holders: Mapping[str, str]) -> Mapping[str, int]:
    cover: defaultdict[str, int] = defaultdict(int)
    for unit, holder in holders.items():
        if holder:
            cover[holder] += problem.pairs[unit, holder].cover_half_hours
    return cover


def _not_possible(prepared: Prepared, plan: Plan) -> tuple[NotPossible, ...]:
    """List what is missed, by the earliest day that anything of it falls due."""
    tasks = _tasks_missed(prepared, plan.choices)
    found = [
        NotPossible(
            child=line.child,
            label=line.label,
            family=line.family,
            tier=line.score.tier,
            holder=line.holder,
            contacts_due=line.missed_due,
            tasks=tuple(tasks.get(line.child, ())),
        )
        for line in plan.children
        if line.missed_due or line.child in tasks
    ]
    return tuple(sorted(found, key=lambda row: (min(_days(row)), row.child)))


def _days(row: NotPossible) -> list[date]:
    return [*row.contacts_due, *(task.due for task in row.tasks)]


def _tasks_missed(prepared: Prepared, choices: Choices) -> Mapping[str, Sequence[TaskDue]]:
    facts = prepared.facts
    found: defaultdict[str, list[TaskDue]] = defaultdict(list)
    for item in prepared.problem.missables:
        if item.kind != "task" or not choices.missed.get(item.id):
            continue
        (child,) = item.children
        task = next(
            task
            for task in facts.tasks[child]
            if item.id.endswith(f"|{child}|{task.task}|{task.due}")
        )
        found[child].append(TaskDue(task=facts.kinds[task.task].title, due=task.due))
    return found


def _trend(scenario: Scenario, earlier: Iterable[Plan]) -> tuple[CycleFigures, ...]:
    """Give the figures of earlier cycles by as-at date, refusing what is not one of this team."""
    known = {child.child for child in scenario.children}
    people = {person.practitioner for person in scenario.practitioners}
    for plan in earlier:
        named = f"The plan of {plan.scenario} as at {plan.as_at.isoformat()}"
        if plan.as_at >= scenario.as_at:
            raise UsageFault(f"{named} is not earlier than {scenario.as_at.isoformat()}.")
        if not plan.found:
            raise UsageFault(f"{named}: no plan was found there.")
        shared = known & {line.child for line in plan.children}
        if not shared and not people & {line.practitioner for line in plan.practitioners}:
            raise UsageFault(f"{named} is of another team: no child or practitioner is in both.")
    return tuple(map(figures_of, sorted(earlier, key=lambda plan: (plan.as_at, plan.scenario))))


def figures_of(plan: Plan) -> CycleFigures:
    """Give one cycle's figures as its plan says them."""
    present = [line for line in plan.practitioners if line.carries and line.present]
    tiers = plan.counts.awaiting_by_tier
    return CycleFigures(
        as_at=plan.as_at,
        scenario=plan.scenario,
        policy=plan.policy,
        policy_version=plan.policy_version,
        status=plan.status,
        case_half_hours=sum(line.case_half_hours for line in present),
        capacity_half_hours=sum(line.capacity_half_hours for line in present),
        over_half_hours=plan.counts.over_half_hours,
        children=sum(bool(line.unit) for line in plan.children),
        awaiting=sum(tiers.values()),
        awaiting_by_tier=tiers,
        contacts_missed=plan.counts.contacts_missed,
    )


def _says(scenario: Scenario, policy: Policy, *, earlier: bool) -> tuple[str, ...]:
    intensity = scenario.limits.service_intensity
    pace = SentenceId.EVIDENCE_STANDARD if intensity == 1 else SentenceId.EVIDENCE_INTENSITY
    always = (SentenceId.EVIDENCE_IS, SentenceId.EVIDENCE_NOT, SentenceId.EVIDENCE_ESTIMATE)
    trend = (SentenceId.EVIDENCE_EARLIER,) if earlier else ()
    ids = (*always, pace, SentenceId.EVIDENCE_ROUNDING, *trend)
    return said(policy, *ids, intensity=f"{100 * intensity:.0f} %")


def _told(on_step: OnStep | None, done: int, words: str) -> None:
    if on_step is not None:
        on_step(Step(done=done, of=_STEPS, words=words))
