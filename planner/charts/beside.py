"""How full everyone's own hours are in several plans, bar under bar on one scale."""

import json
from collections.abc import Mapping, Sequence

import altair as alt

# Between light and dark, so that they stand out from a white page and from a black one.
_WITHIN, _OVER, _GREY = "#5b9bc8", "#d08a2a", "#7d858c"
_ROW_HEIGHT, _BAR = 34, 12
# Bar and mark begin below the words, whose letters reach down to the middle of a row.
_BELOW = 10
_MARGIN = 1.05

Bar = Mapping[str, str | float | bool]


def beside_chart(bars: Sequence[Bar]) -> alt.LayerChart | alt.FacetChart:
    """Draw the same practitioners in several plans, all in per cent of their own hours.

    The words of a bar stand above it as a label of the axis, so that they have
    the colour of the page's text in whichever theme it has.

    Parameters
    ----------
    bars : sequence of mappings
        ``who``, ``plan``, ``words``, ``load`` and ``limit`` in per cent of own hours, and
        ``over`` where case hours go beyond own hours; those of one practitioner together.
    """
    rows = _rows(bars)
    places = [str(row["place"]) for row in rows]
    widest = max([100.0, *(float(bar[key]) for bar in bars for key in ("load", "limit"))])
    share = alt.Scale(domain=[0, widest * _MARGIN], nice=False)
    axis = alt.Axis(format=".0f", labelExpr="datum.label + ' %'", tickCount=5, grid=False)
    base = alt.Chart(alt.InlineData(values=rows)).encode(
        y=alt.Y(
            "place:N", scale=alt.Scale(domain=places), sort=None, title=None, axis=_labels(rows)
        )
    )
    drawn = base.transform_filter("isValid(datum.load)")
    bar = drawn.mark_bar(height=_BAR, yOffset=_BELOW).encode(
        x=alt.X("load:Q", scale=share, axis=axis, title=None),
        color=alt.condition("datum.over", alt.value(_OVER), alt.value(_WITHIN)),
        tooltip=[
            alt.Tooltip("who:N", title="Practitioner"),
            alt.Tooltip("plan:N", title="Plan"),
            alt.Tooltip("words:N", title="Load"),
        ],
    )
    # Whoever is away, or in another plan only, has neither hours nor a limit to mark.
    limited = drawn.transform_filter("datum.limit > 0 || datum.load > 0")
    limit = limited.mark_tick(
        color=_GREY, thickness=3, size=_BAR + 4, yOffset=_BELOW + 1, opacity=1
    ).encode(x=alt.X("limit:Q", scale=share, axis=axis, title=None))
    own = (
        alt.Chart(alt.InlineData(values=[{"own": 100}]))
        .mark_rule(color=_GREY, strokeDash=[5, 4])
        .encode(x=alt.X("own:Q", scale=share, axis=axis, title=None))
    )
    return alt.layer(bar, own, limit).properties(
        height=max(1, len(rows)) * _ROW_HEIGHT,
        # The width is all there is, with the names; the height is that of the rows alone.
        autosize=alt.AutoSizeParams(type="fit-x", contains="padding"),
    )


def _rows(bars: Sequence[Bar]) -> list[dict[str, str | float | bool]]:
    """Put a line with the practitioner's name before the bars of each."""
    rows: list[dict[str, str | float | bool]] = []
    who: object = None
    for bar in bars:
        if bar["who"] != who:
            who = bar["who"]
            rows.append({"place": f"name-{len(rows)}", "label": str(who)})
        label = f"{bar['plan']}: {bar['words']}"
        rows.append({**bar, "place": f"bar-{len(rows)}", "label": label})
    return rows


def _labels(rows: Sequence[Bar]) -> alt.Axis:
    words = json.dumps({str(row["place"]): row["label"] for row in rows})
    name = "datum.value[0] == 'n'"
    return alt.Axis(
        labelExpr=f"({words})[datum.value]",
        labelAlign="left",
        labelPadding=-4,
        labelOffset={"condition": {"test": name, "value": 7}, "value": -6},
        labelLimit=600,
        # Else a name or the words of a bar are left out where another label comes near.
        labelOverlap=False,
        labelFontSize=13,
        labelFontWeight={"condition": {"test": name, "value": "bold"}, "value": "normal"},
        ticks=False,
        domain=False,
        zindex=1,
    )
