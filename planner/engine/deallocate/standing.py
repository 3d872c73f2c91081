"""Where one child stands: risk assessment, cycle, the two lines of impact, contact, tasks."""

from collections.abc import Iterable
from datetime import date

from planner.data.deallocation import BearsOn
from planner.data.policy import TaskKind
from planner.data.scenario import Child, Task
from planner.data.score import PointLine
from planner.data.vocabulary import Answer
from planner.data.wording import SentenceId
from planner.data.worksheet import (
    Assessed,
    ContactChange,
    CycleFacts,
    DatedStep,
    DueTask,
    ImpactOn,
    IndicatorLine,
    WorksheetChild,
)
from planner.principles.situation import Wording
from planner.report import Prepared
from planner.workload import Diary, Facts
from planner.workload.casework import task_hours
from planner.workload.contact import minimum_trips
from planner.workload.rounding import half_hours_up


def standing(
    prepared: Prepared, child: Child, held: Diary, awaiting: Diary, *, manager: str, now: bool
) -> WorksheetChild:
    """Gather what bears on a decision about one child.

    Parameters
    ----------
    held, awaiting : Diary
        What falls due while the holder keeps the case, and while the child awaits.
    manager : str
        Under whom the team's duty sees the child.
    now : bool
        Whether the holder holds this very child now.
    """
    on_child, on_permanency = impact_lines(prepared, child.child)
    return WorksheetChild(
        child=child.child,
        label=child.label,
        held=now,
        living=child.living.value,
        aboriginal=child.aboriginal,
        score=prepared.priorities.scores[child.child],
        assessed=_assessed(prepared, child),
        cycle=_cycle(prepared.facts, child),
        on_child=on_child,
        on_permanency=on_permanency,
        contact=_contact(prepared, child, held, awaiting, manager),
        tasks=tuple(_due(prepared.facts, task) for task in awaiting.tasks),
    )


def impact_lines(prepared: Prepared, child: str) -> tuple[ImpactOn, ImpactOn]:
    """Part a child's impact into its two lines; every point of it is on one of them."""
    return _impact(prepared, child, BearsOn.CHILD), _impact(prepared, child, BearsOn.PERMANENCY)


def _impact(prepared: Prepared, child: str, line: BearsOn) -> ImpactOn:
    policy, score = prepared.policy, prepared.priorities.scores[child]
    written = {row.factor: row for row in score.impact_lines}
    indicators = {row.id: row for row in policy.indicators if row.bears_on is line}
    steps = {
        SentenceId.IMPACT_ASSESSMENT.value: policy.impact.risk_assessment_bears_on,
        SentenceId.IMPACT_REVIEW.value: policy.impact.review_bears_on,
        SentenceId.IMPACT_HEARING.value: policy.impact.hearing_bears_on,
    }
    cycle = tuple(written[step] for step in steps if step in written and steps[step] is line)
    answers = tuple(_answer(written[i], row.to_settle) for i, row in indicators.items())
    return ImpactOn(
        bears_on=line,
        heading=policy.deallocation.heading(line),
        points=sum(row.points for row in answers) + sum(row.points for row in cycle),
        indicators=answers,
        cycle=cycle,
    )


def _answer(line: PointLine, to_settle: bool) -> IndicatorLine:
    return IndicatorLine(
        indicator=line.factor,
        title=line.title,
        paragraph=line.paragraph,
        answer=line.answer,
        points=line.points,
        evidence=line.evidence,
        dated=line.dated,
        gap=line.answer is Answer.NO and to_settle,
        missing=line.answer is Answer.UNKNOWN,
    )


def _assessed(prepared: Prepared, child: Child) -> Assessed:
    endorsed = child.risk_date
    days = (prepared.scenario.as_at - endorsed).days if endorsed else None
    return Assessed(
        consequence=child.consequence.value if child.consequence else "",
        probability=child.probability.value if child.probability else "",
        maram=child.maram.value,
        endorsed=endorsed,
        days=days,
        old=days is not None and days > prepared.policy.standards.risk_assessment_old_days,
    )


def _cycle(facts: Facts, child: Child) -> CycleFacts:
    tasks = [
        (task, facts.kinds[task.task])
        for task in facts.tasks_ever.get(child.child, ())
        if task.task in facts.kinds
    ]
    as_at = facts.scenario.as_at
    reviews = _steps((task, kind) for task, kind in tasks if kind.review)
    hearings = _steps((task, kind) for task, kind in tasks if kind.hearing)
    return CycleFacts(
        phase=child.phase.value,
        case_plan=child.case_plan.value,
        objective=child.objective.value,
        order=child.order.value,
        last_review=next((step for step in reversed(reviews) if step.due < as_at), None),
        next_review=_next(reviews, as_at),
        next_hearing=_next(hearings, as_at),
    )


def _steps(tasks: Iterable[tuple[Task, TaskKind]]) -> list[DatedStep]:
    steps = [DatedStep(title=kind.title, due=task.due) for task, kind in tasks]
    return sorted(steps, key=lambda step: (step.due, step.title))


def _next(steps: Iterable[DatedStep], as_at: date) -> DatedStep | None:
    return next((step for step in steps if step.due >= as_at), None)


def _contact(
    prepared: Prepared, child: Child, held: Diary, awaiting: Diary, manager: str
) -> ContactChange:
    before, after = len(held.contacts), len(awaiting.contacts)
    least = minimum_trips(prepared.facts, child)
    days = prepared.scenario.cycle_days
    wording = wording_of(prepared)
    seen = _professionals(prepared, child.child)
    changes = SentenceId.WORKSHEET_SAME if before == after else SentenceId.WORKSHEET_CONTACT
    return ContactChange(
        before=before,
        after=after,
        least=least,
        agreed=child.contact.value if child.contact else "",
        agreed_on=child.contact_agreed,
        due=awaiting.contacts,
        professionals=seen,
        words=(
            wording.say(changes, before=before, after=after, days=days),
            wording.say(SentenceId.WORKSHEET_DUTY, manager=manager, least=least),
            wording.say(SentenceId.WORKSHEET_PROFESSIONALS, answer=seen.answer.value),
        ),
    )


def _professionals(prepared: Prepared, child: str) -> IndicatorLine:
    wanted = prepared.policy.deallocation.professionals
    lines = (row for line in impact_lines(prepared, child) for row in line.indicators)
    return next(row for row in lines if row.indicator == wanted)


def _due(facts: Facts, task: Task) -> DueTask:
    hours = half_hours_up(task_hours(facts, task))
    return DueTask(title=facts.kinds[task.task].title, due=task.due, half_hours=hours)


def wording_of(prepared: Prepared) -> Wording:
    """Give the policy's sentences, ready to be filled in."""
    return Wording({sentence.id: sentence for sentence in prepared.policy.sentences})
