"""The figures at the top of the page: now, baseline plan and what-if, with words for the change."""

from collections.abc import Callable, Iterable, Mapping
from html import escape
from typing import Literal, NamedTuple

from planner.data.plan import Counts, Plan
from planner.data.vocabulary import Tier
from planner.ui.markup import tile, tiled
from planner.ui.words import hours

Arrow = Literal["up", "down", "off"]
Tone = Literal["red", "green", "off"]


class Tile(NamedTuple):
    """One figure of the plan on screen, and what it is in the other two.

    ``change`` says the difference in words and ``arrow`` its direction.
    ``tone`` is a colour only for children who come first, so that a figure that fell for a bad
    reason is never painted as good news.
    """

    title: str
    value: str
    change: str
    arrow: Arrow
    tone: Tone
    others: str


class Figure(NamedTuple):
    """Where a figure is read, how its amount is said, and whether it comes before the others."""

    title: str
    amount: Callable[[Counts], int]
    say: Callable[[int], str] = str
    comes_first: bool = False


def _awaiting(tier: Tier) -> Callable[[Counts], int]:
    return lambda counts: counts.awaiting_by_tier.get(tier, 0)


FIGURES: tuple[Figure, ...] = (
    Figure("Children awaiting allocation", lambda counts: sum(counts.awaiting_by_tier.values())),
    Figure("Awaiting: high risk", _awaiting(Tier.HIGH), comes_first=True),
    # A change of any other may be the price of what comes first, so none is good or bad alone.
    Figure("Awaiting: next priority", _awaiting(Tier.NEXT)),
    Figure("Awaiting: remaining children", _awaiting(Tier.REMAINING)),
    Figure("Changes of practitioner", lambda counts: counts.changes),
    Figure("De-allocations", lambda counts: counts.deallocations),
    Figure("Contacts missed", lambda counts: counts.contacts_missed),
    Figure("Held over hours", lambda counts: counts.over_half_hours, hours),
)

_ARROWS: Mapping[Arrow, str] = {
    "up": "<span aria-hidden='true'>\N{UPWARDS ARROW}</span>",
    "down": "<span aria-hidden='true'>\N{DOWNWARDS ARROW}</span>",
    "off": "",
}
_UNBROKEN = "\N{NO-BREAK SPACE}"
_MANDATORY = Figure("Awaiting: mandatory allocation", _awaiting(Tier.MANDATORY), comes_first=True)


def tiles(now: Plan, baseline: Plan, what_if: Plan, *, changed: bool) -> list[Tile]:
    """Give the tiles of a page: the what-if against the baseline plan or, unchanged, against now.

    A tile for children who must be allocated appears only where one awaits.
    """
    sides = {"Now": now.counts, "Baseline plan": baseline.counts, "What-if": what_if.counts}
    figures = figures_of(sides.values())
    shown, against = what_if.counts, baseline.counts if changed else now.counts
    other = "the baseline plan" if changed else "now"
    worse = any(f.amount(shown) > f.amount(against) for f in figures)
    return [_tile(f, shown, against, other, _beside(f, sides, changed), worse) for f in figures]


def tile_cards(found: Iterable[Tile]) -> str:
    """Write the tiles as one piece of markup: each step of a slider draws all of them anew."""
    return tiled(tile(one.title, one.value, one.others, _changed(one)) for one in found)


def _changed(one: Tile) -> str:
    arrow = _ARROWS[one.arrow]
    said = f"{arrow} {escape(one.change)}" if arrow else escape(one.change)
    return f"<dd class='change {one.tone}'>{said}</dd>"


def figures_of(sides: Iterable[Counts]) -> tuple[Figure, ...]:
    """Give the figures to show of these plans: one more where a mandatory child awaits."""
    unmet = any(_MANDATORY.amount(counts) for counts in sides)
    return (FIGURES[0], _MANDATORY, *FIGURES[1:]) if unmet else FIGURES


def _beside(figure: Figure, sides: Mapping[str, Counts], changed: bool) -> str:
    names = ("Now", "Baseline plan") if changed else ("Now",)
    parts = (f"{name} {figure.say(figure.amount(sides[name]))}" for name in names)
    # On a narrow tile a line may end between the two, never inside one.
    return f"{_UNBROKEN}· ".join(part.replace(" ", _UNBROKEN) for part in parts)


def _tile(
    figure: Figure, shown: Counts, against: Counts, other: str, others: str, worse: bool
) -> Tile:
    more = figure.amount(shown) - figure.amount(against)
    return Tile(
        title=figure.title,
        value=figure.say(figure.amount(shown)),
        change=_change(figure, more, other),
        arrow="up" if more > 0 else "down" if more < 0 else "off",
        tone=_tone(figure, more, worse),
        others=others,
    )


def _change(figure: Figure, more: int, other: str) -> str:
    if not more:
        return f"same as {other}"
    if figure.say is hours:
        return f"{hours(abs(more))} {'more' if more > 0 else 'less'} than {other}"
    return f"{abs(more)} {'more' if more > 0 else 'fewer'} than {other}"


def _tone(figure: Figure, more: int, worse: bool) -> Tone:
    """Colour a rise in those who come first; a fall only where nothing else got worse for it."""
    if not figure.comes_first or not more:
        return "off"
    if more > 0:
        return "red"
    return "off" if worse else "green"
