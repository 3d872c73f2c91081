"""Plans side by side, as rows and words: the same figures, people and children for each."""

from collections.abc import Iterable, Mapping, Sequence
from string import ascii_uppercase
from typing import NamedTuple

from planner.data.adjustment import Adjustment
from planner.data.describe import describe
from planner.data.plan import Plan, Status
from planner.ui.people import Load, loads
from planner.ui.proof import status_words
from planner.ui.rows import ledger_rows
from planner.ui.tiles import Figure, figures_of
from planner.ui.words import Row, hours

_SHORT = 16
UP, DOWN = "\N{UPWARDS ARROW}", "\N{DOWNWARDS ARROW}"
ABSENT = "not in this plan"
"""In the place of a child or practitioner whom a plan does not have."""


class Column(NamedTuple):
    """One plan of the comparison: its heading, what is changed in it, and its name in full."""

    name: str
    plan: Plan
    changes: tuple[Adjustment, ...] = ()
    note: str = ""
    title: str = ""


def saved_name(number: int, name: str) -> str:
    """Head the column of a saved scenario: a letter, and as much of its name as fits a phone."""
    short = name if len(name) <= _SHORT else f"{name[: _SHORT - 1].rstrip()}\N{HORIZONTAL ELLIPSIS}"
    return f"{ascii_uppercase[number]}: {short}"


def saved_title(heading: str, name: str) -> str:
    """Name a saved scenario in full where its heading does not; blank where it does."""
    return "" if heading.endswith(name) else f"Saved as {name}"


def full_name(column: Column) -> str:
    """Name a plan by its heading and in full, where there is room for both."""
    return f"{column.name} ({small(column.title)})" if column.title else column.name


def legend_lines(columns: Sequence[Column]) -> list[tuple[str, str]]:
    """Say of each column in full which plan it is, how sure it is, and what is changed in it."""
    return [(column.name, _legend(column)) for column in columns]


def _legend(column: Column) -> str:
    lines = change_lines(column)
    changed = f"Changed: {'; '.join(lines)}" if lines else ""
    note = f"Note: {column.note.rstrip('.')}" if column.note else ""
    parts = (column.title, changed, sure_words(column.plan), note)
    return "".join(f"{part}. " for part in parts if part).strip()


def sure_words(plan: Plan) -> str:
    """Say how sure a plan is; what is not proven best is called so."""
    early = plan.status in (Status.NOT_PROVEN, Status.INTERRUPTED)
    return f"{status_words(plan)}: not proven" if early else status_words(plan)


def figure_rows(columns: Sequence[Column]) -> list[Row]:
    """Give each figure for each plan, with the difference from the first in words."""
    base = columns[0].plan.counts
    return [
        {
            "Figure": figure.title,
            **{
                column.name: _with_difference(
                    figure, figure.amount(column.plan.counts), figure.amount(base), number
                )
                for number, column in enumerate(columns)
            },
        }
        for figure in figures_of(column.plan.counts for column in columns)
    ]


def _with_difference(figure: Figure, amount: int, base: int, number: int) -> str:
    said = figure.say(amount)
    return f"{said} ({difference(figure, amount - base)})" if number else said


def difference(figure: Figure, more: int) -> str:
    """Say by how much a figure is higher or lower: an arrow and words, and never good or bad."""
    if not more:
        return "same"
    arrow = UP if more > 0 else DOWN
    if figure.say is hours:
        return f"{arrow} {hours(abs(more))} {'more' if more > 0 else 'less'}"
    return f"{arrow} {abs(more)} {'more' if more > 0 else 'fewer'}"


def price_lines(columns: Sequence[Column]) -> list[str]:
    """Say of each plan in which figures it is lower and in which higher than the first."""
    base = columns[0]
    return [_price(column, base) for column in columns[1:]]


def _price(column: Column, base: Column) -> str:
    figures = figures_of((column.plan.counts, base.plan.counts))
    more = {f: f.amount(column.plan.counts) - f.amount(base.plan.counts) for f in figures}
    lower = [small(figure.title) for figure, amount in more.items() if amount < 0]
    higher = [small(figure.title) for figure, amount in more.items() if amount > 0]
    if not lower and not higher:
        return f"{column.name}: every figure is the same as in the baseline plan."
    parts = [
        f"{word}: {', '.join(names)}"
        for word, names in (("lower", lower), ("higher", higher))
        if names
    ]
    price = " One may be the price of the other." if lower and higher else ""
    return f"{column.name}: {'; '.join(parts)}.{price}"


def small(text: str) -> str:
    """Begin with a small letter, for the middle of a sentence."""
    return text[:1].lower() + text[1:]


class Bar(NamedTuple):
    """One bar of the load chart: a practitioner in one plan, in per cent of their own hours."""

    who: str
    plan: str
    load: float
    limit: float
    over: bool
    words: str


def load_bars(columns: Sequence[Column]) -> list[Bar]:
    """Give a bar for each practitioner in each plan, all on the same scale."""
    found = [(column.name, {load.who: load for load in loads(column.plan)}) for column in columns]
    return [
        _bar(who, name, people.get(who))
        for who in _everyone(people for _, people in found)
        for name, people in found
    ]


def bar_rows(bars: Sequence[Bar]) -> list[Row]:
    """Give the numbers behind the bars, a row for each of them: three columns fit a phone."""
    return [{"Practitioner": bar.who, "Plan": bar.plan, "Load": bar.words} for bar in bars]


def load_rows(columns: Sequence[Column]) -> list[Row]:
    """Give everyone's load to be handed on: a row for each, a column for each plan."""
    found = [(column.name, {load.who: load for load in loads(column.plan)}) for column in columns]
    return [
        {"Practitioner": who, **{name: _words(people.get(who)) for name, people in found}}
        for who in _everyone(people for _, people in found)
    ]


def _everyone(found: Iterable[Mapping[str, Load]]) -> list[str]:
    return list(dict.fromkeys(who for people in found for who in people))


def _bar(who: str, plan: str, load: Load | None) -> Bar:
    if load is None:
        return Bar(who, plan, 0.0, 0.0, over=False, words=ABSENT)
    return Bar(who, plan, load.load, load.limit, load.over, load.words)


def _words(load: Load | None) -> str:
    return load.words if load else ABSENT


def stage_rows(columns: Sequence[Column]) -> list[Row]:
    """Give what came first for each plan, in words, stage by stage."""
    ledgers = {
        column.name: {
            row["What came first"]: row["In this plan"] for row in ledger_rows(column.plan)
        }
        for column in columns
    }
    titles = dict.fromkeys(stage for ledger in ledgers.values() for stage in ledger)
    return [
        {
            "What came first": stage,
            **{name: ledger.get(stage, "not weighed") for name, ledger in ledgers.items()},
        }
        for stage in titles
    ]


def change_lines(column: Column) -> list[str]:
    """Say what is changed in a plan's scenario, one change a line."""
    return [describe(change) for change in column.changes]
