"""Now, baseline plan and what-if side by side, and whom the what-if concerns."""

from collections.abc import Callable, Sequence
from typing import Protocol

from planner.cli.children_text import tier
from planner.cli.layout import document, hours, number, paragraphs, section, table
from planner.data.plan import ChildLine, Counts, Plan, Standing
from planner.data.vocabulary import Tier


class Sided(Protocol):
    """Three plans of one team."""

    @property
    def now(self) -> Plan:
        """The team as it stands."""

    @property
    def baseline(self) -> Plan:
        """The plan without the what-if."""

    @property
    def what_if(self) -> Plan:
        """The plan with it."""


_FIGURES: tuple[tuple[str, Callable[[Counts], str]], ...] = (
    ("allocated", lambda c: number(c.standing.get(Standing.ALLOCATED, 0))),
    ("away, cover named", lambda c: number(c.standing.get(Standing.AWAY_COVERED, 0))),
    ("away, no cover named", lambda c: number(c.standing.get(Standing.AWAY_UNCOVERED, 0))),
    ("in the team manager's name", lambda c: number(c.standing.get(Standing.MANAGER, 0))),
    ("awaiting allocation", lambda c: number(c.standing.get(Standing.AWAITING, 0))),
    *(
        (f"  {rank.value}", lambda c, rank=rank: number(c.awaiting_by_tier.get(rank, 0)))
        for rank in Tier
    ),
    ("changes of practitioner", lambda c: number(c.changes)),
    ("forced changes", lambda c: number(c.forced_changes)),
    ("de-allocations", lambda c: number(c.deallocations)),
    ("contacts missed", lambda c: number(c.contacts_missed)),
    ("  mandatory, high risk, under two", lambda c: number(c.contacts_missed_watched)),
    ("held over hours", lambda c: hours(c.over_half_hours)),
)


def comparison_text(three: Sided, chips: Sequence[str]) -> str:
    """Give the comparison as a document, the what-if's headline first."""
    sides = (three.now, three.baseline, three.what_if)
    figures = [(name, *(figure(plan.counts) for plan in sides), "") for name, figure in _FIGURES]
    return document(
        paragraphs(three.what_if.headline, indent=""),
        paragraphs([_asked(three.what_if.scenario, chips)], indent=""),
        table(("", "now", "baseline plan", "what-if", ""), figures, right={1, 2, 3}),
        section("Against the baseline plan", _differences(three.baseline, three.what_if)),
        _ends(sides),
    )


def _asked(scenario: str, chips: Sequence[str]) -> str:
    return f"{scenario}: what if {'; '.join(chips)}" if chips else "No change asked."


def _differences(baseline: Plan, what_if: Plan) -> list[str]:
    before = {child.child: child for child in baseline.children}
    rows = [
        (child.child, child.family, _where(before[child.child]), _where(child), tier(child.score))
        for child in what_if.children
        if child.child in before and _where(before[child.child]) != _where(child)
    ]
    return table(("child", "family", "baseline plan", "what-if", "priority"), rows)


def _where(child: ChildLine) -> str:
    return child.holder or child.standing.value


def _ends(sides: Sequence[Plan]) -> list[str]:
    titles = ("Now", "Baseline plan", "What-if")
    return [f"{title}: {plan.status.value}." for title, plan in zip(titles, sides, strict=True)]
