"""What falls due for every child in a plan, day by day, and who holds the case."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from planner.data.due import DueLine
from planner.data.plan import ChildLine, Plan
from planner.data.policy import Policy
from planner.data.scenario import Scenario, Task
from planner.report.prepare import prepare
from planner.workload import Diary, Facts, diaries

CONTACT = "contact"
_DAY = timedelta(days=1)


def falling_due(scenario: Scenario, policy: Policy, plan: Plan) -> tuple[DueLine, ...]:
    """List the contacts and dated tasks of a plan of this team, what is overdue first.

    The first contact of a child is due counted on from the day last seen, the
    others by the end of their part of the cycle. Brothers and sisters of whom
    the same is due on one day share a line.
    """
    prepared = prepare(scenario, policy)
    missed = plan.choices.missed
    book = _Book(
        prepared.facts,
        frozenset(
            item.id
            for item in prepared.problem.missables
            if item.kind == "task" and missed.get(item.id)
        ),
    )
    found = diaries(prepared.facts, prepared.problem, plan.choices)
    lines = (line for line in plan.children if line.child in found)
    return _shared((line, due) for line in lines for due in book.of(line, found[line.child]))


def due_until(lines: Iterable[DueLine], last: date) -> tuple[DueLine, ...]:
    """Give what is due up to a day, that day included."""
    return tuple(line for line in lines if line.day <= last)


@dataclass(frozen=True)
class _Book:
    """The dates of a team, and the optional tasks that fit nobody's hours."""

    facts: Facts
    missed_tasks: frozenset[str]

    def of(self, line: ChildLine, diary: Diary) -> Iterator[DueLine]:
        """Yield what is due for one child."""
        start = self.facts.cycle.start
        for number, last in enumerate(diary.contacts):
            first = diary.contacts[number - 1] + _DAY if number else start
            day = last if number else self._next(diary)
            window = (first, last) if number else (start, max(day, start))
            due = _due(line, day, CONTACT, self._away(line, window))
            yield due.model_copy(
                update={
                    "contact": True,
                    "missed": last in diary.missed,
                    "overdue": day < start,
                    "unseen": not number and line.last_seen is None,
                }
            )
        for task in diary.tasks:
            yield self._task(line, task)

    def _next(self, diary: Diary) -> date:
        """Give the day of the next contact; one due after the cycle counts at its first part."""
        if diary.next_due is None or diary.next_due >= self.facts.cycle.end:
            return diary.contacts[0]
        return diary.next_due

    def _task(self, line: ChildLine, task: Task) -> DueLine:
        # What may be missed is named by its unit, then by the task's child, kind and day.
        name = f"|{task.child}|{task.task}|{task.due}"
        missed = any(item.endswith(name) for item in self.missed_tasks)
        away = bool(line.holder) and self.facts.attendance[line.holder].away_on(task.due)
        due = _due(line, task.due, self.facts.kinds[task.task].title, away)
        return due.model_copy(update={"missed": missed})

    def _away(self, line: ChildLine, window: tuple[date, date]) -> bool:
        """Whether the holder is away on the last of some days and works on none of them."""
        if not line.holder:
            return False
        there = self.facts.attendance[line.holder]
        return there.away_on(window[1]) and there.away_for(window)


def _due(line: ChildLine, day: date, what: str, away: bool) -> DueLine:
    return DueLine(
        day=day,
        what=what,
        contact=False,
        family=line.family,
        children=(line.child,),
        holder=line.holder,
        interim=line.interim,
        cover=line.cover if away else "",
        away=away,
    )


def _shared(found: Iterable[tuple[ChildLine, DueLine]]) -> tuple[DueLine, ...]:
    """Put brothers and sisters of one unit on one line where all else is the same."""
    groups: defaultdict[tuple[str, DueLine], list[str]] = defaultdict(list)
    for line, due in found:
        groups[line.unit, due.model_copy(update={"children": ()})] += due.children
    lines = (
        due.model_copy(update={"children": tuple(children)})
        for (_, due), children in groups.items()
    )
    return tuple(sorted(lines, key=lambda due: (due.day, due.contact, due.children)))
