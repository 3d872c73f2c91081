"""Children awaiting as one strip for each tier, so that no line can hide another."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap

import altair as alt

from planner.data.front import Reached
from planner.data.vocabulary import Tier

_INK, _GREY, _PALE = "#0b0c0c", "#5f5f5f", "#e3e3e3"
_WIDTH, _STRIP = 600, 92
_LETTERS = 98
_NAMES = {
    Tier.MANDATORY: "Mandatory",
    Tier.HIGH: "High risk",
    Tier.NEXT: "Next priority",
    Tier.REMAINING: "Remaining",
}
# Each strip bears its name; colours stay apart for colour-blind readers, dashes in black and white.
_LOOKS = {
    Tier.MANDATORY: (_INK, [8, 3, 2, 3]),
    Tier.HIGH: ("#b34700", [1, 0]),
    Tier.NEXT: ("#0072b2", [7, 4]),
    Tier.REMAINING: ("#00785a", [2, 3]),
}


@dataclass(frozen=True)
class Level:
    """What is reached from one amount on, as far as the next."""

    amount: float
    reached: Reached


@dataclass(frozen=True)
class Lines:
    """What the strips share: the levels, where they end, the axis, and what is marked."""

    levels: Sequence[Level]
    low: float
    high: float
    title: str
    marked: float
    mark: str
    labels: str = "datum.label"

    @property
    def tiers(self) -> tuple[Tier, ...]:
        """The tiers of which any child ever awaits, and high risk in any case."""
        return tuple(tier for tier in Tier if tier is Tier.HIGH or self.most([tier]))

    def most(self, tiers: Iterable[Tier]) -> int:
        """Give the most children of any of these tiers who ever await."""
        counts = [level.reached.awaiting_by_tier[tier] for tier in tiers for level in self.levels]
        return max(counts, default=0)


def strips(lines: Lines, title: str, below: Sequence[str], said: str) -> alt.VConcatChart:
    """Draw the strips under each other, all on one scale that begins at zero.

    Parameters
    ----------
    below : sequence of str
        Sentences under the title.
    said : str
        The chart in words, for screen readers.
    """
    top, last = lines.tiers[0], lines.tiers[-1]
    drawn = [_strip(lines, tier, first=tier is top, last=tier is last) for tier in lines.tiers]
    subtitle = [line for sentence in below for line in wrap(sentence, _LETTERS)]
    chart: alt.VConcatChart = (
        alt.vconcat(*drawn, spacing=14)
        .properties(
            description=said,
            title=alt.TitleParams(
                title,
                subtitle=subtitle,
                anchor="start",
                fontSize=16,
                subtitleFontSize=12,
                offset=14,
            ),
        )
        .configure_view(stroke=None)
        .configure_axis(labelFontSize=12, labelColor=_INK, titleFontSize=12, titleColor=_INK)
    )
    return chart


def _strip(lines: Lines, tier: Tier, *, first: bool, last: bool) -> alt.LayerChart | alt.FacetChart:
    rows = _rows(lines, tier)
    colour, dash = _LOOKS[tier]
    base = alt.Chart(alt.InlineData(values=rows)).encode(x=_x(lines, last=last), y=_y(lines, tier))
    line = base.mark_line(interpolate="step-after", strokeWidth=3, color=colour, strokeDash=dash)
    steps = base.transform_filter("datum.changes")
    point = steps.mark_point(filled=True, size=64, opacity=1, color=colour).encode(
        tooltip=[
            alt.Tooltip("amount:Q", title=lines.title),
            alt.Tooltip("children:Q", title="Children awaiting"),
        ]
    )
    words = steps.mark_text(
        align="left", baseline="bottom", dx=3, dy=-5, fontSize=13, fontWeight="bold", color=_INK
    ).encode(text="children:Q")
    return alt.layer(_mark(lines, tier, first=first, last=last), line, point, words).properties(
        width=_WIDTH, height=_STRIP
    )


def _rows(lines: Lines, tier: Tier) -> list[Mapping[str, float | bool]]:
    """Give every level, marked where the number changes, and the end of the last one."""
    rows: list[Mapping[str, float | bool]] = []
    before: int | None = None
    for level in lines.levels:
        children = level.reached.awaiting_by_tier[tier]
        rows.append({"amount": level.amount, "children": children, "changes": children != before})
        before = children
    if before is not None:
        rows.append({"amount": lines.high, "children": before, "changes": False})
    return rows


def _x(lines: Lines, *, last: bool) -> alt.X:
    margin = max(lines.high - lines.low, 1.0) * 0.03
    axis = alt.Axis(
        grid=False,
        tickMinStep=1,
        tickCount=12,
        labels=last,
        ticks=last,
        labelExpr=lines.labels,
        domainColor=_GREY,
    )
    return alt.X(
        "amount:Q",
        title=lines.title if last else None,
        scale=alt.Scale(domain=[lines.low - margin, lines.high + margin], nice=False, zero=False),
        axis=axis,
    )


def _y(lines: Lines, tier: Tier) -> alt.Y:
    most = max(1, lines.most(lines.tiers))
    return alt.Y(
        "children:Q",
        title=_NAMES[tier],
        scale=alt.Scale(domain=[0, most * 1.35], nice=False),
        axis=alt.Axis(values=[0, most], format="d", gridColor=_PALE, domainColor=_GREY),
    )


def _mark(lines: Lines, tier: Tier, *, first: bool, last: bool) -> alt.LayerChart | alt.FacetChart:
    """Mark one amount with a thin line, named on the first strip."""
    row = {"amount": lines.marked, "children": 0, "words": lines.mark if first else ""}
    base = alt.Chart(alt.InlineData(values=[row])).encode(x=_x(lines, last=last))
    rule = base.mark_rule(color=_GREY, strokeDash=[3, 3])
    words = base.mark_text(align="center", baseline="bottom", dy=-3, fontSize=12, color=_GREY)
    return alt.layer(rule, words.encode(y=alt.value(0), text="words:N"))
