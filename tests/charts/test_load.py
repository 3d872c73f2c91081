"""The load chart: its bars, its words and its line are those of the rows."""

from typing import Any

import altair as alt
import pytest

from planner.charts import described as in_words
from planner.charts import load_chart, load_description

ROWS = [
    {"who": "P1", "load": 96.0, "limit": 80.0, "over": False, "words": "96 % · 52 h of 54 h"},
    {"who": "P2", "load": 130.0, "limit": 100.0, "over": True, "words": "130 % · 20 h over"},
]


def described(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """Give the chart as the browser gets it."""
    found: dict[str, Any] = load_chart(rows).to_dict()
    return found


def values(chart: dict[str, Any], layer: int) -> list[dict[str, Any]]:
    """Give the rows that a layer is drawn from."""
    found: list[dict[str, Any]] = chart["datasets"][chart["layer"][layer]["data"]["name"]]
    return found


def test_the_rows_reach_the_browser_as_they_are() -> None:
    """In their order, with the words on the bars."""
    chart = described(ROWS)
    bar, _own, *_limit, words = chart["layer"]
    assert values(chart, 0) == ROWS
    assert bar["encoding"]["y"]["sort"] is None
    assert words["encoding"]["text"]["field"] == "words"


def test_a_limit_is_marked_above_and_below_the_words() -> None:
    """Words start at the left edge of each row, and a low limit may stand where they are."""
    _bar, _own, *limit, words = described(ROWS)["layer"]
    assert [mark["mark"]["type"] for mark in limit] == ["tick", "tick"]
    half = words["mark"]["fontSize"] / 2
    for mark in limit:
        assert abs(mark["mark"]["yOffset"]) - mark["mark"]["size"] / 2 > half


def test_own_hours_are_a_line_at_all_of_them() -> None:
    """The line stands at 100 per cent whatever the bars are."""
    chart = described(ROWS)
    assert chart["layer"][1]["mark"]["type"] == "rule"
    assert values(chart, 1) == [{"own": 100}]


@pytest.mark.parametrize(("load", "widest"), [(99.0, 105.0), (100.0, 105.0), (200.0, 210.0)])
def test_the_scale_holds_the_widest_bar_and_the_line(load: float, widest: float) -> None:
    """Never narrower than the line at 100 per cent, with a twentieth to spare."""
    bar = described([{**ROWS[0], "load": load}])["layer"][0]
    assert bar["encoding"]["x"]["scale"]["domain"] == [0, pytest.approx(widest)]


@pytest.mark.parametrize(("count", "height"), [(0, 34), (1, 34), (2, 68)])
def test_each_practitioner_has_a_row_of_the_same_height(count: int, height: int) -> None:
    """No row at all still leaves a chart that can be drawn."""
    assert described(ROWS[:count])["height"] == height


def test_the_height_is_that_of_the_rows_alone() -> None:
    """The axis below comes on top of it, or else a chart of few rows is squeezed into one line."""
    assert described(ROWS)["autosize"] == {"type": "fit-x", "contains": "padding"}


@pytest.mark.parametrize("count", [0, 1, 2])
@pytest.mark.parametrize("load", [64.2, 130.4])
def test_a_description_is_that_of_the_chart_itself(count: int, load: float) -> None:
    """With the rows of this plan, whatever was described before; altair reads it as a chart."""
    rows: list[dict[str, Any]] = [{**row, "load": load} for row in ROWS[:count]]
    other: list[dict[str, Any]] = [{**row, "words": "of another plan"} for row in rows]
    assert load_description(other) == in_words(load_chart(other))
    assert load_description(rows) == in_words(load_chart(rows))
    alt.LayerChart.from_dict(load_description(rows))
