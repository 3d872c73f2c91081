"""Choices with a price as points to pick from, with the plans that are known already marked."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import altair as alt

PICKED = "picked"
"""The selection that a click makes: the ``point`` clicked."""

NO_POINT = -1
"""The ``point`` of a mark that is no choice."""

Dot = Mapping[str, str | float]

# Between light and dark, so that they stand out from a white page and from a black one. Marks
# are open shapes of sizes that fit into each other, so that none hides another in its place.
_OPEN = {
    "Now": ("square", "#7d858c", 720),
    "Baseline plan": ("diamond", "#c2701c", 500),
    "What-if": ("triangle-up", "#b8508f", 360),
}
_FILLED = (
    ("circle", "#3f87ba"),
    ("cross", "#2f8f6b"),
    ("triangle-down", "#8a6fc0"),
    ("triangle-right", "#a3762b"),
)
_FILLED_SIZE, _LINE = 100, "#7d9db5"
# The height has the axes and the legend in it: a page fits the whole into it.
_HEIGHT, _LEGEND_ROW, _LEGEND_COLUMNS, _TITLE = 150, 44, 2, 34
_ROOM = 1.25
_LEAST = -0.5
_LEGEND = alt.Legend(
    title=None,
    orient="top",
    columns=_LEGEND_COLUMNS,
    labelFontSize=12,
    labelLimit=260,
    symbolSize=170,
)
_WHOLE = "datum.value == floor(datum.value) ? datum.label : ''"


class Panel(NamedTuple):
    """One picture: which two amounts it draws, and what it calls them.

    A blank title is left out. ``line`` joins the choices by steps: between two of them
    nothing is bought.
    """

    across: str
    up: str
    across_title: str
    up_title: str
    line: bool = False


def choices_chart(
    dots: Sequence[Dot], panel: Panel, *, legend: bool = True
) -> alt.LayerChart | alt.FacetChart:
    """Draw choices as filled points and known plans as open marks.

    Words stand in the axes and the legend alone, so that they have the colour of
    the page's text in whichever theme it has.

    Parameters
    ----------
    dots : sequence of mappings
        ``point`` (the number of a choice, or ``NO_POINT``), ``kind`` (one of the
        marks, or a kind of choice), ``name``, and the amounts that the panel names;
        those without them are left out.
    """
    kinds = list(dict.fromkeys(str(dot["kind"]) for dot in dots))
    # Choices come last, so that a click meets them and not a mark round them.
    rows = sorted((_sized(dot) for dot in dots if panel.across in dot), key=_is_choice)
    base = alt.Chart(alt.InlineData(values=rows)).encode(
        x=_x(panel, [float(row[panel.across]) for row in rows]),
        y=_y(panel, [float(row[panel.up]) for row in rows]),
    )
    picked = alt.selection_point(
        name=PICKED, fields=["point"], on="click", toggle=False, empty=False
    )
    layers = [_points(base, panel, kinds, _LEGEND if legend else None).add_params(picked)]
    if panel.line:
        line = base.transform_filter(f"datum.point != {NO_POINT}").mark_line(
            interpolate="step-after", strokeWidth=2, color=_LINE
        )
        layers.insert(0, line)
    above = _LEGEND_ROW * -(-len(kinds) // _LEGEND_COLUMNS) if legend else 0
    below = _TITLE if panel.across_title else 0
    return alt.layer(*layers).properties(height=_HEIGHT + above + below)


def _x(panel: Panel, amounts: Sequence[float]) -> alt.X:
    """Give the axis of what is allowed, from nothing on; or one round all there is."""
    low, high = min(amounts, default=0), max(amounts, default=1)
    if panel.line:
        low, high = min(0, low), max(1, high)
    else:
        # Round a plan in which nobody awaits there is room, and yet no number below nought.
        low, high = max(_LEAST, low - 1), high + 1
    margin = (high - low) * 0.05 if panel.line else 0
    scale = alt.Scale(domain=[low - margin, high + margin], nice=False, zero=False)
    axis = alt.Axis(grid=False, tickMinStep=1, format="d", labelExpr=_WHOLE, labelFontSize=12)
    return alt.X(f"{panel.across}:Q", title=panel.across_title or None, scale=scale, axis=axis)


def _y(panel: Panel, amounts: Sequence[float]) -> alt.Y:
    """Give an axis from zero, so that no difference looks larger than it is."""
    most = max(1, max(amounts, default=1))
    scale = alt.Scale(domain=[0, most * _ROOM], nice=False)
    # Each line across bears its number: one left out would be read as another.
    axis = alt.Axis(
        tickMinStep=1,
        tickCount=4,
        format="d",
        labelFontSize=12,
        labelOverlap=False,
        minExtent=32,
    )
    return alt.Y(f"{panel.up}:Q", title=panel.up_title, scale=scale, axis=axis)


def _is_choice(row: Mapping[str, str | float]) -> bool:
    return row["point"] != NO_POINT


def _points(
    base: alt.Chart, panel: Panel, kinds: Sequence[str], legend: alt.Legend | None
) -> alt.Chart:
    looks = _looks(kinds)
    shape, stroke, fill = (
        alt.Scale(domain=list(kinds), range=[look[part] for look in looks]) for part in range(3)
    )
    chart: alt.Chart = base.mark_point(strokeWidth=2.5, opacity=1, cursor="pointer").encode(
        shape=alt.Shape("kind:N", scale=shape, legend=legend),
        stroke=alt.Stroke("kind:N", scale=stroke, legend=legend),
        fill=alt.Fill("kind:N", scale=fill, legend=legend),
        size=alt.Size("size:Q", scale=None, legend=None),
        tooltip=[
            alt.Tooltip("name:N", title="Plan"),
            alt.Tooltip(f"{panel.across}:Q", title=panel.across_title or "Allowed"),
            alt.Tooltip(f"{panel.up}:Q", title=panel.up_title),
        ],
    )
    return chart


def _looks(kinds: Sequence[str]) -> list[tuple[str, str, str]]:
    """Give each kind its shape, its edge and its filling."""
    filled = iter(_FILLED)
    looks = []
    for kind in kinds:
        if kind in _OPEN:
            shape, edge, _ = _OPEN[kind]
            looks.append((shape, edge, "transparent"))
        else:
            shape, edge = next(filled)
            looks.append((shape, edge, edge))
    return looks


def _sized(dot: Dot) -> dict[str, str | float]:
    """Give a point its size; a mark is large enough to stand round a choice in its place."""
    kind = str(dot["kind"])
    return {**dot, "size": _OPEN[kind][2] if kind in _OPEN else _FILLED_SIZE}
