"""Who could take a family, in words."""

import pytest

from planner.data.fit import Fit, Known, Language, LimitLine
from planner.data.vocabulary import Tier
from planner.report.fit_words import (
    fits_words,
    language_words,
    least_undone,
    leaving_words,
    left_words,
    skills_words,
)


def fit(**facts: object) -> Fit:
    """Make somebody within every limit."""
    usual = {
        "unit": "F",
        "children": ("A",),
        "tier": Tier.REMAINING,
        "practitioner": "P",
        "fits": True,
        "within_limits": True,
        "needs_half_hours": 20,
        "left_half_hours": 7,
        "one_way_minutes": 15,
    }
    return Fit.model_validate({**usual, **facts})


PASSED = LimitLine(limit="hours", title="Case hours", unit="half-hours", total=5, most=4)


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({}, "fits within every limit."),
        (
            {"known": (Known.FORMER, Known.SIBLING)},
            "fits within every limit. The case is still in their name, holds a brother or sister.",
        ),
        (
            {"within_limits": False, "limits": (PASSED,)},
            "breaks no rule; over a limit by what is held already (case hours).",
        ),
        (
            {"within_limits": False, "gives_way": ("P goes 3 h over.",)},
            "only where a limit gives way: P goes 3 h over.",
        ),
    ],
)
def test_how_somebody_fits(facts: dict[str, object], words: str) -> None:
    """Within limits, over one already, or only where one gives way; and what is known."""
    assert fits_words(fit(**facts)) == words


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({}, ["no contact more or less is missed"]),
        (
            {"contacts_missed": 3, "contacts_missed_watched": 1, "no_longer_fit": ("F1", "F2")},
            [
                "2 more contacts missed with other children, 1 more contact missed with "
                "mandatory allocation, high-risk or under-two children",
                "P has then no room for F1, F2",
            ],
        ),
        ({"contacts_missed": -1}, ["1 fewer contact missed with other children"]),
    ],
)
def test_what_it_leaves(facts: dict[str, object], words: list[str]) -> None:
    """Contacts of watched children are told apart from others, more from fewer."""
    assert list(leaving_words(fit(**facts))) == words


def test_hours_skills_and_languages() -> None:
    """What is left or over; what is lacking goes before what is there."""
    assert (left_words(fit()), left_words(fit(left_half_hours=-7))) == ("3.5 h", "3.5 h over")
    assert skills_words(fit()) == "none needed"
    assert skills_words(fit(skills=("court",))) == "has court"
    assert skills_words(fit(skills=("court",), missing_skills=("court",))) == "lacks: court"
    assert skills_words(fit(missing_grade=True)) == "in the first year"
    spoken = (Language(language="Dinka", spoken=True), Language(language="Hazaragi", spoken=False))
    assert language_words(fit(languages=spoken)) == "speaks Dinka, interpreter, Hazaragi"
    assert language_words(fit()) == ""


def test_more_could_than_are_named() -> None:
    """Only then is it said how those named were chosen."""
    assert least_undone(3, 3) == ""
    assert least_undone(4, 3) == "4 could; these 3 leave least undone, in the order of their names."
