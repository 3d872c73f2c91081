"""Choices with a price as rows and points: what each comes to, in children and contacts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from planner.charts import NO_POINT, Dot, Panel
from planner.data.adjustment import Adjustment
from planner.data.front import Reached
from planner.data.plan import Choices, Plan
from planner.data.vocabulary import Tier
from planner.ui.words import Row, hours, title

ALL, MISSED, URGENT, WATCHED = "all", "missed", "urgent", "watched"
AT = "at"
CHANGES, DEALLOCATIONS, OVER = "Changes", "De-allocations", "Over a limit"
_AWAITING = "Awaiting: "
_OF_THESE, _SURE = "Of these: high risk, under two", "How sure"
_MAY_BE_LEFT_OUT = (CHANGES, DEALLOCATIONS, OVER)
_BELOW = (_OF_THESE, CHANGES, DEALLOCATIONS, OVER, _SURE)
_ALONE = {_OF_THESE: "Contacts missed: high risk, under two"}
_MOST_COLUMNS = 6

SHORT: Mapping[Tier, str] = {
    Tier.MANDATORY: "mandatory",
    Tier.HIGH: "high risk",
    Tier.NEXT: "next priority",
    Tier.REMAINING: "remaining",
}
"""The tiers as the headings of columns and axes name them."""


@dataclass(frozen=True)
class Choice:
    """One plan that can be had.

    Attributes
    ----------
    at : float or None
        Where it stands on the axis of what is allowed; ``None`` where on none.
    changes : tuple of Adjustment, or None
        What makes it the what-if; ``None`` where the page cannot load it.
    gain : str
        What it comes to against the choice before; blank for the first.
    moved : tuple of str
        Who is placed otherwise than in the choice before, one sentence each.
    plan : Choices or None
        The plan itself, where the search for the what-if starts once it is loaded.
    """

    kind: str
    name: str
    reached: Reached
    at: float | None
    sure: str = ""
    changes: tuple[Adjustment, ...] | None = None
    gain: str = ""
    moved: tuple[str, ...] = ()
    plan: Choices | None = None


@dataclass(frozen=True)
class Mark:
    """A plan that is known already, such as the team as it stands."""

    name: str
    reached: Reached
    at: float | None = None


def for_reading(choices: Iterable[Choice]) -> list[Choice]:
    """Give choices that cannot be loaded: they are of a team that has changed since."""
    return [replace(choice, changes=None, plan=None) for choice in choices]


def reached_by(plans: Mapping[str, Plan]) -> dict[str, Reached]:
    """Count what plans come to, by their names."""
    return {name: Reached.of(plan) for name, plan in plans.items()}


def all_reached(choices: Iterable[Choice], marks: Iterable[Mark]) -> list[Reached]:
    """Give what each of them comes to, choices first."""
    return [choice.reached for choice in choices] + [mark.reached for mark in marks]


def choice_rows(choices: Sequence[Choice], marks: Sequence[Mark], first: str) -> list[Row]:
    """Give the numbers of the chart, choices first; ``first`` heads the names."""
    tiers = tiers_of(all_reached(choices, marks))
    rows = [{first: one.name, **cells(one.reached, tiers), _SURE: one.sure} for one in choices]
    rows += [{first: one.name, **cells(one.reached, tiers), _SURE: ""} for one in marks]
    return without_zeros(rows)


def headings(rows: Sequence[Row]) -> dict[str, str]:
    """Shorten the headings of who awaits: all of them first, then how many are of each tier."""
    awaiting = [name for row in rows[:1] for name in row if name.startswith(_AWAITING)]
    return {name: _heading(name.removeprefix(_AWAITING)) for name in awaiting}


def _heading(of: str) -> str:
    return "Awaiting" if of == ALL else f"\N{HORIZONTAL ELLIPSIS} {of}"


def two_tables(rows: Sequence[Row], first: str) -> tuple[list[Row], list[Row]]:
    """Set the columns in two tables where they are too many for the width of a page.

    The upper one says who awaits and what is missed, the lower one the rest of the same plans;
    ``first`` names them in both. Where all fits into one, the lower one is empty.
    """
    if not rows or len(rows[0]) <= _MOST_COLUMNS:
        return list(rows), []
    upper = [{name: text for name, text in row.items() if name not in _BELOW} for row in rows]
    lower = [{_ALONE.get(n, n): row[n] for n in (first, *_BELOW) if n in row} for row in rows]
    return upper, lower


def without_zeros(rows: Sequence[Row]) -> list[Row]:
    """Leave out what no plan of them has any of; who awaits and what is missed always stay."""
    nothing = [
        name
        for name in _MAY_BE_LEFT_OUT
        if all(row.get(name, "") in ("", "0", hours(0)) for row in rows)
    ]
    return [{name: text for name, text in row.items() if name not in nothing} for row in rows]


def cells(reached: Reached, tiers: Iterable[Tier]) -> Row:
    """Give what a plan comes to as the cells of a row."""
    return {
        f"{_AWAITING}{ALL}": str(reached.awaiting),
        **{f"{_AWAITING}{SHORT[tier]}": str(reached.awaiting_by_tier[tier]) for tier in tiers},
        "Contacts missed": str(reached.contacts_missed),
        _OF_THESE: str(reached.contacts_missed_watched),
        CHANGES: str(reached.changes),
        DEALLOCATIONS: str(reached.deallocations),
        OVER: hours(reached.hours_giving_half_hours),
    }


def tiers_of(several: Sequence[Reached]) -> list[Tier]:
    """List the tiers of which anybody awaits in any of these plans, and high risk in any case."""
    return [
        tier
        for tier in Tier
        if tier is Tier.HIGH or any(one.awaiting_by_tier.get(tier, 0) for one in several)
    ]


def dots(choices: Sequence[Choice], marks: Sequence[Mark]) -> list[Dot]:
    """Give the points of a chart; a choice bears its place in the list, a mark ``NO_POINT``."""
    drawn = [_dot(n, one.kind, one.name, one.reached, one.at) for n, one in enumerate(choices)]
    return drawn + [_dot(NO_POINT, one.name, one.name, one.reached, one.at) for one in marks]


def _dot(point: int, kind: str, name: str, reached: Reached, at: float | None) -> Dot:
    amounts: dict[str, str | float] = {
        ALL: reached.awaiting,
        URGENT: reached.urgent,
        MISSED: reached.contacts_missed,
        WATCHED: reached.contacts_missed_watched,
        **{tier.name: reached.awaiting_by_tier.get(tier, 0) for tier in Tier},
    }
    along = {} if at is None else {AT: at}
    return {"point": point, "kind": kind, "name": name, **amounts, **along}


def tier_panels(several: Sequence[Reached], across_title: str) -> list[Panel]:
    """Give a panel for each tier of which anybody awaits, and one for the contacts missed.

    The last bears the title below.
    """
    awaiting = [Panel(AT, t.name, "", title(SHORT[t]), line=True) for t in tiers_of(several)]
    return [*awaiting, Panel(AT, MISSED, across_title, "Contacts missed", line=True)]


def plane_panels() -> list[Panel]:
    """Give children awaiting against contacts missed: all of them, then those who come first."""
    return [
        Panel(ALL, MISSED, "Children awaiting allocation", "Contacts missed"),
        Panel(
            URGENT,
            WATCHED,
            "Mandatory and high-risk children awaiting",
            "Contacts missed",
        ),
    ]
