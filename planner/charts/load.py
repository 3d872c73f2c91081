"""How much of their own hours practitioners hold, as bars."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import ceil
from typing import Any

import altair as alt

from planner.charts.described import described

_WITHIN, _OVER, _INK = "#9cc3de", "#edb96a", "#0b0c0c"
_ROW_HEIGHT = 34
_MARK, _BESIDE = 6, 11
_MARGIN = 1.05


Rows = Sequence[Mapping[str, str | float | bool]]


def load_chart(rows: Rows) -> alt.LayerChart | alt.FacetChart:
    """Draw how much of their own hours practitioners hold.

    Parameters
    ----------
    rows : sequence of mappings
        ``who``, ``words``, ``load`` and ``limit`` in per cent of own hours, and
        ``over`` where case hours go beyond own hours; in the order of the bars.
    """
    return _drawn(rows, _widest(rows), len(rows))


def load_description(rows: Rows) -> dict[str, Any]:
    """Describe the chart of these rows to the browser, as :func:`load_chart` draws it.

    All but the rows is worked out once for a number of bars and a scale: for each plan anew it
    would take longer than all the rest of a page.
    """
    shape = _shape(_widest(rows), len(rows))
    return {**shape, "layer": [_filled(layer, rows) for layer in shape["layer"]]}


def _filled(layer: Mapping[str, Any], rows: Rows) -> Mapping[str, Any]:
    """Put the rows where a layer has none yet."""
    return layer if layer["data"]["values"] else {**layer, "data": {"values": rows}}


@lru_cache(maxsize=64)
def _shape(widest: int, count: int) -> dict[str, Any]:
    return described(_drawn((), widest, count))


def _widest(rows: Rows) -> int:
    """Give the widest bar or limit in whole per cent, at least all of somebody's own hours."""
    return ceil(max([100.0, *(float(row[key]) for row in rows for key in ("load", "limit"))]))


def _drawn(rows: Rows, widest: int, count: int) -> alt.LayerChart | alt.FacetChart:
    base = alt.Chart(alt.InlineData(values=[dict(row) for row in rows])).encode(
        y=alt.Y(
            "who:N",
            sort=None,
            title=None,
            axis=alt.Axis(labelLimit=140, ticks=False, labelFontSize=12, labelColor=_INK),
        )
    )
    share = alt.Scale(domain=[0, widest * _MARGIN], nice=False)
    axis = alt.Axis(format=".0f", labelExpr="datum.label + ' %'", tickCount=5, grid=False)
    bar = base.mark_bar(height=22).encode(
        x=alt.X("load:Q", scale=share, axis=axis, title=None),
        color=alt.condition("datum.over", alt.value(_OVER), alt.value(_WITHIN)),
        tooltip=[alt.Tooltip("who:N", title="Practitioner"), alt.Tooltip("words:N", title="Load")],
    )
    limit = [
        base.mark_tick(color=_INK, thickness=3, size=_MARK, yOffset=beside).encode(
            x=alt.X("limit:Q", scale=share, axis=axis, title=None)
        )
        # Above the words and below them: a limit may stand where they are.
        for beside in (-_BESIDE, _BESIDE)
    ]
    # The words start at the left edge, so that they fit the narrowest screen and the shortest bar.
    words = base.mark_text(align="left", dx=6, fontSize=12, color=_INK).encode(
        x=alt.value(0), text="words:N"
    )
    own = (
        alt.Chart(alt.InlineData(values=[{"own": 100}]))
        .mark_rule(color=_INK, strokeDash=[5, 4])
        .encode(x=alt.X("own:Q", scale=share, axis=axis, title=None))
    )
    return alt.layer(bar, own, *limit, words).properties(
        height=max(1, count) * _ROW_HEIGHT,
        # The width is all there is, with the names; the height is that of the rows alone.
        autosize=alt.AutoSizeParams(type="fit-x", contains="padding"),
    )
