"""Choices with a price in words: how sure, how many hours, where nothing changes."""

import pytest

from planner.data.curve import CurveOf
from planner.data.robustness import Robustness
from planner.report import price_words
from tests.priced import curve, reached


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ((True, True, False), "proven"),
        ((False, True, False), "not proven"),
        ((True, True, True), "proven, half-hour by half-hour"),
        ((True, False, False), "proven ~"),
    ],
)
def test_how_sure_a_step_is(facts: tuple[bool, bool, bool], words: str) -> None:
    """Proven, reached little by little, and whether equal children might be named."""
    assert price_words.sure_words(*facts) == words


def test_hours_of_a_step() -> None:
    """More or fewer than now, with the limit they make; all of somebody's who joins."""
    one = curve(CurveOf.PRACTITIONER, (-3, reached()), (0, reached()))
    steps = [s.model_copy(update={"limit_half_hours": 200 + s.half_hours}) for s in one.steps]
    assert [price_words.curve_amount(one, s) for s in steps] == ["-1.5 h (98.5 h)", "now (100 h)"]
    added = curve(CurveOf.ADDED, (30, reached()))
    assert price_words.curve_amount(added, added.steps[0]) == "15 h"
    assert [price_words.full_time_words(s) for s in steps] == ["-0.01", "0"]


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"flat_above": True}, "More hours than the last step change nothing."),
        (
            {"flat_above": True, "flat_below": True},
            "More hours than the last step change nothing. "
            "Fewer hours than the first step change nothing.",
        ),
        ({}, "Tried up to +10 h."),
        (
            {"complete": False},
            "Not finished in the time given: what is here stands, more may follow.",
        ),
        ({"steps": ()}, ""),
    ],
)
def test_where_nothing_changes_is_claimed_only_where_it_is_known(
    facts: dict[str, object], words: str
) -> None:
    """What was not tried is said to be so."""
    assert price_words.flat_words(curve(CurveOf.EVERYONE, (0, reached()), **facts)) == words


def test_for_whom_no_time_was_left() -> None:
    """By id; nothing where everyone was answered."""
    assert price_words.unanswered_words(("P1", "P2")) == "No time was left for P1, P2."
    assert price_words.unanswered_words(()) == ""


def test_how_many_draws_were_made() -> None:
    """Of how many asked for, and how far off each amount might be."""
    made = Robustness(
        scenario="North",
        seed=0,
        spread=0.2,
        points_drawn=3,
        hours_drawn=2,
        asked=20,
        unproven=0,
        units=(),
        proven=False,
        seconds=1,
    )
    assert price_words.drawn_words(made) == (
        "North: 3 draws of points and 2 of hours, each up to 20 % off, of 20 asked."
    )
