"""Somebody away: the team with the leave, whom they hold, and the days asked about."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from planner.data.adjust import adjust
from planner.data.adjustment import Adjustment, AdjustmentKind
from planner.data.cover import DaysAway, Due
from planner.data.plan import Plan
from planner.data.policy import Policy
from planner.data.problem import Unit
from planner.data.scenario import Leave, Scenario
from planner.data.vocabulary import LeaveChoice
from planner.engine.monday.placement import Arrangement, in_hand
from planner.engine.monday.recommend import carrier_of
from planner.errors import UsageFault
from planner.workload.calendar import Span


@dataclass(frozen=True)
class Away:
    """A practitioner away: the team with it, whom they hold, and the days asked about."""

    base: Arrangement
    practitioner: str
    days: tuple[DaysAway, ...]
    units: tuple[Unit, ...]

    @property
    def scenario(self) -> Scenario:
        """The team with the leave."""
        return self.base.prepared.scenario

    @property
    def spans(self) -> tuple[Span, ...]:
        """The leaves, merged, that touch the days asked about and the cycle."""
        days = self.base.prepared.facts.attendance[self.practitioner]
        return tuple(s for s in days.leave if s.overlaps(days.cycle) and self._touches(s))

    def _touches(self, span: Span) -> bool:
        return any(days.touches(span.start, span.until) for days in self.days)

    def asks(self, item: Due) -> bool:
        """Whether any day on which an item can be done lies in the days asked about."""
        return any(days.touches(item.first, item.due) for days in self.days)


def away_of(
    scenario: Scenario,
    policy: Policy,
    practitioner: str,
    start: date | None = None,
    until: date | None = None,
    plan: Plan | None = None,
) -> Away:
    """Make the team in which the practitioner is away and still holds whom they hold.

    Raises
    ------
    UsageFault
        Where there is no such practitioner, or they hold no cases.
    """
    if practitioner not in {person.practitioner for person in scenario.practitioners}:
        known = ", ".join(sorted(person.practitioner for person in scenario.practitioners))
        raise UsageFault(f"{practitioner} is not in this team; those who are: {known}")
    asked = _leave_in_cycle(scenario, practitioner) if start is None and until is None else ()
    with_leave = scenario
    if not asked:
        days = Adjustment(
            kind=AdjustmentKind.AWAY, practitioner=practitioner, start=start, until=until
        )
        with_leave = adjust(scenario, [days])
        asked = with_leave.leave[-1:]
    base = in_hand(scenario, policy, plan, _still_held(with_leave, practitioner))
    carrier_of(base, practitioner)
    return Away(
        base=base,
        practitioner=practitioner,
        days=tuple(
            DaysAway(start=row.start, until=row.until)
            for row in sorted(asked, key=lambda row: row.start)
        ),
        units=tuple(u for u in base.problem.units if base.choices.holders[u.id] == practitioner),
    )


def _leave_in_cycle(scenario: Scenario, practitioner: str) -> Sequence[Leave]:
    last = scenario.as_at.toordinal() + scenario.cycle_days - 1
    return [
        row
        for row in scenario.leave
        if row.practitioner == practitioner
        and row.start.toordinal() <= last
        and (row.until is None or row.until >= scenario.as_at)
    ]


def _still_held(scenario: Scenario, practitioner: str) -> Scenario:
    """Let the cases stay with the practitioner however long the leave is: that is asked apart."""
    leave = tuple(
        row.model_copy(update={"choice": LeaveChoice.COVER})
        if row.practitioner == practitioner
        else row
        for row in scenario.leave
    )
    return scenario.model_copy(update={"leave": leave})
