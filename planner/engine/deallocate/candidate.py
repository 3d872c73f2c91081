"""One family that could be de-allocated: its children, the hours it frees, what duty then lacks."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from planner.data.plan import Choices
from planner.data.problem import Problem, Unit
from planner.data.wording import SentenceId
from planner.data.worksheet import Candidate, Undone, WorksheetChild
from planner.engine.deallocate.standing import standing, wording_of
from planner.errors import VerifierDisagrees
from planner.model import Clock, solve_missed
from planner.report import Prepared
from planner.report.wording import hours, plural
from planner.rules import duty
from planner.workload import diaries


@dataclass(frozen=True)
class Arrangement:
    """The arrangement that a de-allocation is weighed against: today's, or a plan's.

    ``in_plan`` names the units held now that the plan leaves awaiting.
    """

    prepared: Prepared
    problem: Problem
    holders: Mapping[str, str]
    clock: Clock
    known: dict[str, Undone | None] = field(default_factory=dict)

    @property
    def in_plan(self) -> frozenset[str]:
        """The units held now that await in the arrangement."""
        units = self.problem.units
        return frozenset(u.id for u in units if u.holder and not self.holders[u.id])

    def with_unit(self, unit: Unit, holder: str) -> dict[str, str]:
        """Give the arrangement with one unit placed otherwise; blank is awaiting."""
        return {**self.holders, unit.id: holder}


def candidate(of: Arrangement, unit: Unit, *, named: bool = False, reason: str = "") -> Candidate:
    """Weigh the de-allocation of one unit that is held now.

    What duty leaves undone is chosen as well as possible, with the unit held and
    with it awaiting while the hours freed go to another child.
    """
    problem, pair = of.problem, of.problem.pairs[unit.id, unit.holder]
    carrier = next(c for c in problem.carriers if c.id == unit.holder)
    held = of.with_unit(unit, unit.holder)
    apart = _apart(of, unit)
    before, after = _before(of, unit), _after(of, unit, pair.demand_half_hours)
    return Candidate(
        unit=unit.id,
        family=unit.family,
        holder=unit.holder,
        manager=of.prepared.scenario.manager_of(unit.team),
        tier=unit.tier,
        children=_children(of, unit),
        apart=apart,
        in_plan=unit.id in of.in_plan,
        named=named,
        reason=reason,
        freed_half_hours=pair.demand_half_hours,
        duty_half_hours=unit.waiting_half_hours - pair.cover_half_hours,
        holder_half_hours=problem.half_hours_by_practitioner(held)[unit.holder],
        holder_capacity_half_hours=carrier.capacity_half_hours,
        before=before,
        after=after,
        words=tuple(_words(of, unit, apart, before, after)),
    )


def _children(of: Arrangement, unit: Unit) -> tuple[WorksheetChild, ...]:
    facts = of.prepared.facts
    held = diaries(facts, of.problem, Choices(holders=of.with_unit(unit, unit.holder)))
    awaiting = diaries(facts, of.problem, Choices(holders=of.with_unit(unit, "")))
    rows = {child.child: child for child in facts.open_children}
    manager = of.prepared.scenario.manager_of(unit.team) or "the team manager"
    return tuple(
        standing(
            of.prepared,
            rows[child],
            held[child],
            awaiting[child],
            manager=manager,
            now=rows[child].holder == unit.holder,
        )
        for child in unit.children
    )


def _apart(of: Arrangement, unit: Unit) -> dict[str, str]:
    """Name the brothers and sisters who stay with somebody while this unit awaits."""
    return {
        child: holder
        for other in of.problem.units
        if other.family == unit.family and other.id != unit.id
        if (holder := of.holders[other.id])
        for child in other.children
    }


def _before(of: Arrangement, unit: Unit) -> Undone | None:
    key = unit.id if unit.id in of.in_plan else ""
    if key not in of.known:
        of.known[key] = _undone(of.problem, of.with_unit(unit, unit.holder), of.clock)
    return of.known[key]


def _after(of: Arrangement, unit: Unit, freed: int) -> Undone | None:
    """Say what is undone once the holder spends the hours freed on another child.

    A plan that de-allocates the family has spent them already.
    """
    if unit.id in of.in_plan:
        return _undone(of.problem, of.holders, of.clock)
    carriers = tuple(
        carrier.model_copy(update={"capacity_half_hours": carrier.capacity_half_hours - freed})
        if carrier.id == unit.holder
        else carrier
        for carrier in of.problem.carriers
    )
    spent = of.problem.model_copy(update={"carriers": carriers})
    return _undone(spent, of.with_unit(unit, ""), of.clock)


def _undone(problem: Problem, holders: Mapping[str, str], clock: Clock) -> Undone | None:
    """Give the least that duty leaves undone; ``None`` where the time ran out."""
    choices = solve_missed(problem, holders, clock)
    if clock.left <= 0 or clock.stop.is_set():
        return None
    disagreed = [duty.say(finding) for finding in duty.check(problem, choices)]
    if disagreed:
        raise VerifierDisagrees(disagreed)
    items = [(item, choices.missed.get(item.id, 0)) for item in problem.missables]
    return Undone(
        contacts=sum(count * item.contacts for item, count in items),
        tasks=sum(count for item, count in items if item.kind == "task"),
        half_hours=sum(choices.oversight_missed.values()) + sum(choices.short.values()),
    )


def _words(
    of: Arrangement,
    unit: Unit,
    apart: Mapping[str, str],
    before: Undone | None,
    after: Undone | None,
) -> Iterable[str]:
    say = wording_of(of.prepared).say
    if unit.id in of.in_plan:
        yield say(SentenceId.WORKSHEET_PLAN)
    if len(unit.children) > 1:
        yield say(SentenceId.WORKSHEET_FAMILY, children=", ".join(unit.children))
    for child, holder in sorted(apart.items()):
        yield say(SentenceId.WORKSHEET_STAY, child=child, holder=holder)
    if before is not None and after is not None:
        lost = more_undone(before, after)
        sentence = SentenceId.WORKSHEET_SHORT if lost else SentenceId.WORKSHEET_FITS
        yield say(sentence, missed=lost)


def more_undone(before: Undone, after: Undone) -> str:
    """Say what is undone after and was not before; blank where that is nothing."""
    contacts, tasks = after.contacts - before.contacts, after.tasks - before.tasks
    spared = after.half_hours - before.half_hours
    parts = (
        (contacts, plural(contacts, "contact with a child", "contacts with children")),
        (tasks, plural(tasks, "dated task")),
        (spared, f"{hours(spared)} of oversight, reserve or dated work"),
    )
    *first, last = [words for amount, words in parts if amount > 0] or [""]
    return f"{', '.join(first)} and {last}" if first else last
