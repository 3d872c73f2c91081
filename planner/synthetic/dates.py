"""When things happened to a synthetic team's children, and what falls due in the cycle."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from random import Random

from planner.data.scenario import Child, Task
from planner.data.vocabulary import Answer, CaseStatus, Contact, Order, Phase
from planner.synthetic.draw import chance, days_before, stream
from planner.synthetic.shares import Shares

_DAYS = {Contact.WEEKLY: 7, Contact.FORTNIGHTLY: 14, Contact.MONTHLY: 28}
_SATURDAY = 5


def with_history(child: Child, seed: int, as_at: date, shares: Shares) -> Child:
    """Say since when the child is held or awaits, and when the child was last seen."""
    rng = stream(seed, "history", child.child)
    since = _held_since(rng, child, as_at, shares)
    waits = rng.lognormvariate(0, shares.of("awaiting_days")["sigma"])
    if not child.holder:
        since = days_before(as_at, max(1, shares.of("awaiting_days")["median"] * waits))
    seen = days_before(as_at, _days_unseen(rng, child, shares))
    never = chance(rng, shares.of("gap")["last_seen"])
    born = child.birth_date or date.min
    return child.model_copy(
        update={
            "since": max(since, born) if child.status is CaseStatus.OPEN else None,
            "last_seen": None if never else max(seen, born),
        }
    )


def draw_tasks(
    families: Iterable[tuple[Child, ...]], seed: int, as_at: date, cycle_days: int, shares: Shares
) -> tuple[Task, ...]:
    """Draw the dated tasks of the cycle; one hearing or review serves a whole family."""
    return tuple(
        Task(child=child.child, task=kind, due=_due(rng, as_at, within))
        for family in families
        for rng in (stream(seed, "tasks", family[0].family),)
        for child, kind, within in _falling_due(rng, family, cycle_days, shares)
    )


def _held_since(rng: Random, child: Child, as_at: date, shares: Shares) -> date:
    median = shares.of("held_days")[child.phase.value]
    return days_before(as_at, max(1, median * rng.lognormvariate(0, 0.6)))


def _days_unseen(rng: Random, child: Child, shares: Shares) -> float:
    interval = _DAYS[child.contact or Contact.FORTNIGHTLY]
    kind = "allocated" if child.holder else "awaiting"
    return interval * shares.of("seen")[kind] * rng.uniform(0, 1)


def _falling_due(
    rng: Random, family: tuple[Child, ...], cycle_days: int, shares: Shares
) -> Iterator[tuple[Child, str, int]]:
    share = shares.of("tasks")
    first = family[0]
    drawn = {kind: chance(rng, share[kind]) for kind in share}
    if first.status is not CaseStatus.OPEN:
        return
    if first.phase is Phase.INVESTIGATION:
        yield from _visits(family, drawn)
        return
    yield from ((first, kind, cycle_days) for kind in _family_tasks(first, drawn))
    for child in family:
        if child.youth_schedule is Answer.YES:
            yield child, "youth_panel", cycle_days


def _family_tasks(first: Child, drawn: Mapping[str, bool]) -> Iterator[str]:
    """Name what is done once for all siblings: hearings, reviews, family-led meetings."""
    if drawn[_hearing_kind(first)]:
        yield "contested_hearing" if drawn["contested"] else "hearing"
    yield from (kind for kind in ("case_plan_review", "review_risk_assessment") if drawn[kind])
    if first.aboriginal is Answer.YES and drawn["family_led_meeting"]:
        yield "family_led_meeting"


def _visits(
    family: tuple[Child, ...], drawn: Mapping[str, bool]
) -> Iterator[tuple[Child, str, int]]:
    """Name the first visit, which sees all the children; an urgent one is due in two days."""
    if drawn["first_visit_urgent"]:
        yield family[0], "first_visit_urgent", 2
    elif drawn["first_visit"]:
        yield family[0], "first_visit", 14


def _hearing_kind(child: Child) -> str:
    before_court = child.order in (Order.APPLICATION, Order.INTERIM)
    return "hearing_court" if before_court else "hearing_order"


def _due(rng: Random, as_at: date, within: int) -> date:
    """Draw a weekday within so many days."""
    day = as_at + timedelta(days=rng.randrange(within))
    friday = day - timedelta(days=max(0, day.weekday() - _SATURDAY + 1))
    return max(as_at, friday)
