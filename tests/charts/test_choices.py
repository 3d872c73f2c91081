"""The chart of choices: every point in it, told apart by shape, and one click each."""

from typing import Any

import pytest

from planner.charts import NO_POINT, PICKED, Dot, Panel, choices_chart

PANEL = Panel("at", "high", "Allowed", "High risk", line=True)
DOTS: list[Dot] = [
    {"point": 0, "kind": "Allowed", "name": "None", "at": 0, "high": 3},
    {"point": 1, "kind": "Allowed", "name": "Two", "at": 2, "high": 1},
    {"point": NO_POINT, "kind": "Now", "name": "Now", "at": 0, "high": 4},
    {"point": NO_POINT, "kind": "Baseline plan", "name": "Baseline plan", "at": 0, "high": 3},
    {"point": NO_POINT, "kind": "What-if", "name": "What-if", "high": 3},
]


def made(panel: Panel = PANEL, *, legend: bool = True) -> dict[str, Any]:
    """Give the chart as the browser gets it."""
    found: dict[str, Any] = choices_chart(DOTS, panel, legend=legend).to_dict()
    return found


def rows(chart: dict[str, Any]) -> list[dict[str, Any]]:
    """Give what its points are drawn from, in the order of drawing."""
    found: list[dict[str, Any]] = chart["datasets"][chart["data"]["name"]]
    return found


def points(chart: dict[str, Any]) -> dict[str, Any]:
    """Give the layer of points; a line, where there is one, is under it."""
    found: dict[str, Any] = chart["layer"][-1]
    return found


def test_marks_are_drawn_before_choices_so_that_a_click_meets_the_choice() -> None:
    """What has no place on the axis is not drawn at all."""
    assert [row["name"] for row in rows(made())] == ["Now", "Baseline plan", "None", "Two"]


def test_kinds_differ_in_shape_as_in_colour() -> None:
    """Nobody has to tell them by colour, and the legend has the word for each."""
    encoding = points(made())["encoding"]
    shapes, edges = (encoding[name]["scale"]["range"] for name in ("shape", "stroke"))
    assert len(set(shapes)) == len(set(edges)) == 4
    assert encoding["shape"]["scale"]["domain"] == ["Allowed", "Now", "Baseline plan", "What-if"]
    assert encoding["fill"]["scale"]["range"][1:] == ["transparent"] * 3


def test_known_plans_in_one_place_fit_into_each_other() -> None:
    """Now, baseline and what-if often agree: each is larger than what it stands round."""
    sizes = {row["kind"]: row["size"] for row in rows(made())}
    assert sizes["Now"] > sizes["Baseline plan"] > sizes["Allowed"]


def test_a_click_gives_the_point() -> None:
    """And nothing else of the row: no name reaches the session."""
    (selection,) = made()["params"]
    assert selection["name"] == PICKED
    assert selection["select"]["fields"] == ["point"]


def test_counts_stand_on_an_axis_from_zero() -> None:
    """No difference looks larger than it is."""
    assert points(made())["encoding"]["y"]["scale"]["domain"][0] == 0


@pytest.mark.parametrize(
    ("line", "amounts", "domain"),
    [
        (False, (0, 0), [-0.5, 1]),
        (False, (2, 4), [1, 5]),
        (True, (0, 0), [-0.05, 1.05]),
        (True, (-10, 8), [-10.9, 8.9]),
    ],
)
def test_an_axis_bears_whole_numbers_and_none_that_cannot_be(
    line: bool, amounts: tuple[float, float], domain: list[float]
) -> None:
    """Fewer than no child cannot await; a single amount is written without a decimal place."""
    dots = [{**dot, "at": amount} for dot, amount in zip(DOTS[:2], amounts, strict=True)]
    chart = choices_chart(dots, Panel("at", "high", "", "", line=line)).to_dict()
    across = points(chart)["encoding"]["x"]
    assert across["scale"]["domain"] == pytest.approx(domain)
    assert across["axis"]["format"] == "d"


def test_every_line_across_bears_its_number() -> None:
    """With 6 and 0 alone the line of 4 would be read as another."""
    assert points(made())["encoding"]["y"]["axis"]["labelOverlap"] is False


def test_a_line_joins_choices_alone_and_by_steps() -> None:
    """Between two of them nothing is bought; without a line there is only the layer of points."""
    chart = made()
    line = chart["layer"][0]
    assert line["mark"]["interpolate"] == "step-after"
    assert line["transform"] == [{"filter": f"datum.point != {NO_POINT}"}]
    assert len(made(PANEL._replace(line=False))["layer"]) == 1


def test_only_one_chart_of_several_bears_the_legend_and_the_title() -> None:
    """The others are lower by the room these take."""
    plain = made(PANEL._replace(across_title=""), legend=False)
    assert points(plain)["encoding"]["shape"]["legend"] is None
    assert points(plain)["encoding"]["x"]["title"] is None
    assert plain["height"] < made()["height"]


@pytest.mark.parametrize("line", [True, False])
def test_without_any_point_it_is_drawn_all_the_same(line: bool) -> None:
    """Nothing found is an empty picture, not a fault."""
    assert choices_chart([], PANEL._replace(line=line)).to_dict()["layer"]


def test_words_have_the_colour_of_the_page() -> None:
    """No text has a colour of its own, so that both themes can be read."""
    said = str(made())
    assert "labelColor" not in said
    assert "titleColor" not in said
    assert "'text'" not in said
