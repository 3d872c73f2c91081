"""How much of their own hours practitioners hold, as bars."""

from collections.abc import Mapping, Sequence

import altair as alt

_WITHIN, _OVER, _INK = "#9cc3de", "#edb96a", "#0b0c0c"
_ROW_HEIGHT = 34
_MARGIN = 1.05


def load_chart(rows: Sequence[Mapping[str, str | float | bool]]) -> alt.LayerChart | alt.FacetChart:
    """Draw how much of their own hours practitioners hold.

    Parameters
    ----------
    rows : sequence of mappings
        ``who``, ``words``, ``load`` and ``limit`` in per cent of own hours, and
        ``over`` where case hours go beyond own hours; in the order of the bars.
    """
    widest = max([100.0, *(float(row[key]) for row in rows for key in ("load", "limit"))])
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
    limit = base.mark_tick(color=_INK, thickness=3, size=28).encode(
        x=alt.X("limit:Q", scale=share, axis=axis, title=None)
    )
    # The words start at the left edge, so that they fit the narrowest screen and the shortest bar.
    words = base.mark_text(align="left", dx=6, fontSize=12, color=_INK).encode(
        x=alt.value(0), text="words:N"
    )
    own = (
        alt.Chart(alt.InlineData(values=[{"own": 100}]))
        .mark_rule(color=_INK, strokeDash=[5, 4])
        .encode(x=alt.X("own:Q", scale=share, axis=axis, title=None))
    )
    return alt.layer(bar, own, limit, words).properties(height=max(1, len(rows)) * _ROW_HEIGHT)
