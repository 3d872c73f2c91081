"""Load in several plans: every bar on one scale, every word a label of the axis."""

import json
from typing import Any

import pytest

from planner.charts import beside_chart

BARS = [
    {"who": "P1", "plan": "A", "load": 96.0, "limit": 80.0, "over": False, "words": "96 %"},
    {"who": "P1", "plan": "B", "load": 130.0, "limit": 100.0, "over": True, "words": "130 %"},
    {"who": 'P2 "x"', "plan": "A", "load": 50.0, "limit": 100.0, "over": False, "words": "50 %"},
]


def described(bars: list[dict[str, Any]]) -> dict[str, Any]:
    """Give the chart as the browser gets it."""
    found: dict[str, Any] = beside_chart(bars).to_dict()
    return found


def rows(chart: dict[str, Any]) -> list[dict[str, Any]]:
    """Give the rows that the bars are drawn from."""
    found: list[dict[str, Any]] = chart["datasets"][chart["layer"][0]["data"]["name"]]
    return found


def test_each_practitioner_is_named_once_above_the_bars() -> None:
    """The bars of one follow the name in the order in which they were given."""
    found = rows(described(BARS))
    assert [row["label"] for row in found] == ["P1", "A: 96 %", "B: 130 %", 'P2 "x"', "A: 50 %"]
    assert ["load" in row for row in found] == [False, True, True, False, True]


def test_the_words_are_labels_whatever_they_hold() -> None:
    """A name with quotes stays a text of the expression that looks labels up."""
    chart = described(BARS)
    axis = chart["layer"][0]["encoding"]["y"]["axis"]
    words = json.loads(axis["labelExpr"].removesuffix("[datum.value]")[1:-1])
    assert words == {row["place"]: row["label"] for row in rows(chart)}
    assert axis["labelFontWeight"]["condition"]["test"] == "datum.value[0] == 'n'"
    assert all(row["place"].startswith("n") is ("load" not in row) for row in rows(chart))


@pytest.mark.parametrize(("load", "widest"), [(99.0, 105.0), (100.0, 105.0), (200.0, 210.0)])
def test_every_bar_stands_on_the_same_scale(load: float, widest: float) -> None:
    """Bars, limits and the line of own hours; never narrower than the line."""
    chart = described([{**BARS[0], "load": load}])
    domains = [layer["encoding"]["x"]["scale"]["domain"] for layer in chart["layer"]]
    assert domains == [[0, pytest.approx(widest)]] * 3


def test_neither_bar_nor_mark_touches_the_words_above() -> None:
    """Letters of the words reach down to the middle of a row; both begin below it."""
    bar, _own, limit = described(BARS)["layer"]
    tops = [
        bar["mark"]["yOffset"] - bar["mark"]["height"] / 2,
        limit["mark"]["yOffset"] - limit["mark"]["size"] / 2,
    ]
    assert min(tops) >= 3


def test_no_bar_at_all_is_still_a_chart() -> None:
    """And each row has the same height."""
    assert described([])["height"] == 34
    assert described(BARS)["height"] == 5 * 34


def test_the_height_is_that_of_the_rows_alone() -> None:
    """The axis below comes on top of it, or else a chart of few rows is squeezed into one line."""
    assert described(BARS)["autosize"] == {"type": "fit-x", "contains": "padding"}
