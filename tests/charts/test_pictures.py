"""Charts of a front and a curve: every step is in them, in words too, and they are written."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from planner.charts import curve_chart, front_chart, save
from planner.data.curve import Curve, CurveOf, CurveStep
from planner.data.front import Front, FrontOf, FrontStep, Reached
from planner.data.vocabulary import Tier
from planner.errors import UsageFault


def reached(high: int, remaining: int) -> Reached:
    """Count so many children."""
    counts = {Tier.MANDATORY: 0, Tier.HIGH: high, Tier.NEXT: 0, Tier.REMAINING: remaining}
    return Reached(
        awaiting_by_tier=counts,
        contacts_missed=0,
        contacts_missed_watched=0,
        changes=0,
        deallocations=0,
    )


FRONT = Front(
    scenario="tiny",
    of=FrontOf.DEALLOCATIONS,
    now=0,
    steps=tuple(
        FrontStep(
            amount=amount,
            reached=reached(high, amount),
            proven=True,
            settled=True,
            sentence=f"{amount}: {high}.",
        )
        for amount, high in ((0, 3), (2, 1), (5, 0))
    ),
    complete=True,
    proven=True,
    headline=("5 de-allocations would admit 3 high-risk children.",),
    seconds=0.1,
)
CURVE = Curve(
    scenario="tiny",
    of=CurveOf.EVERYONE,
    least=-10,
    most=40,
    steps=tuple(
        CurveStep(
            half_hours=half_hours,
            full_time=0.0,
            reached=reached(high, 1),
            proven=True,
            settled=True,
            sentence=f"{half_hours}: {high}.",
        )
        for half_hours, high in ((-10, 2), (3, 1), (20, 0))
    ),
    complete=True,
    proven=True,
    headline=("10 h more a cycle each for everyone until no high-risk child awaits.",),
    seconds=0.1,
)


def strips(chart: Any) -> list[dict[str, Any]]:
    """Give the strips of a chart as the browser gets them."""
    made = chart.to_dict()
    found: list[dict[str, Any]] = made["vconcat"]
    return [{**strip, "datasets": made["datasets"]} for strip in found]


def drawn(strip: dict[str, Any]) -> list[tuple[float, int]]:
    """Give the amounts and children that the line of a strip is drawn from."""
    name = strip["layer"][1]["data"]["name"]
    return [(row["amount"], row["children"]) for row in strip["datasets"][name]]


def test_each_tier_has_a_strip_with_every_step() -> None:
    """High risk first; a tier of which nobody ever awaits has none."""
    high, remaining = strips(front_chart(FRONT))
    assert drawn(high) == [(0, 3), (2, 1), (5, 0), (5, 0)]
    assert drawn(remaining) == [(0, 0), (2, 2), (5, 5), (5, 5)]


def test_all_strips_share_one_scale_from_zero() -> None:
    """So that heights can be compared, and no difference looks larger than it is."""
    domains = [
        strip["layer"][1]["encoding"]["y"]["scale"]["domain"]
        for strip in strips(front_chart(FRONT))
    ]
    assert all(one == other for one, other in pairwise(domains))
    assert {domain[0] for domain in domains} == {0}
    assert domains[0][1] > 5


def test_strips_differ_in_dash_as_in_colour() -> None:
    """A print in black and white can be read as well."""
    marks = [strip["layer"][1]["mark"] for strip in strips(front_chart(FRONT))]
    assert len({str(mark["strokeDash"]) for mark in marks}) == len(marks)
    assert len({mark["color"] for mark in marks}) == len(marks)


def test_the_curve_is_drawn_in_hours_and_a_little_beyond_its_last_step() -> None:
    """From -5 h to 10 h and a little more: the last level goes on."""
    high = drawn(strips(curve_chart(CURVE))[0])
    assert high[:3] == [(-5, 2), (1.5, 1), (10, 0)]
    assert high[3] == (11.5, 0)


@pytest.mark.parametrize("chart", [front_chart(FRONT), curve_chart(CURVE)], ids=["front", "curve"])
def test_the_chart_says_all_its_steps_in_words(chart: Any) -> None:
    """For whoever cannot see it."""
    words = chart.to_dict()["description"]
    assert "high-risk" in words
    assert words.count(": ") >= 3


@pytest.mark.parametrize("answer", [FRONT, CURVE], ids=["front", "curve"])
def test_pictures_are_written_as_their_names_say(tmp_path: Path, answer: Front | Curve) -> None:
    """An .svg with its description in it, and a .png; neither needs a browser or a network."""
    chart = front_chart(answer) if isinstance(answer, Front) else curve_chart(answer)
    svg, png = tmp_path / "picture.svg", tmp_path / "picture.PNG"
    save(chart, svg)
    save(chart, png)
    text = svg.read_text(encoding="utf-8")
    assert text.startswith("<svg")
    assert f"<title>{chart.to_dict()['description']}</title>" in text
    assert "High risk" in text
    assert png.read_bytes().startswith(b"\x89PNG")


def test_an_answer_without_steps_is_drawn_all_the_same() -> None:
    """Nothing found is an empty picture, not a fault."""
    empty = FRONT.model_copy(update={"steps": ()})
    assert len(strips(front_chart(empty))) == 1
    assert len(strips(curve_chart(CURVE.model_copy(update={"steps": ()})))) == 1


@pytest.mark.parametrize("name", ["picture.pdf", "picture"])
def test_another_ending_is_refused(tmp_path: Path, name: str) -> None:
    """With those there are."""
    with pytest.raises(UsageFault, match=r"\.svg, \.png"):
        save(front_chart(FRONT), tmp_path / name)


def test_a_place_that_is_not_there_is_said(tmp_path: Path) -> None:
    """In words, with the path."""
    with pytest.raises(UsageFault, match="cannot be written"):
        save(front_chart(FRONT), tmp_path / "nowhere" / "picture.svg")
