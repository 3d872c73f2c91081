"""Hours, days and names are said as a manager says them, and nothing from a file is markup."""

from datetime import date

import pytest

from planner.data.vocabulary import Band, Tier
from planner.ui import words
from tests.make import AS_AT
from tests.ui.made import line, person, score


@pytest.mark.parametrize(
    ("half_hours", "said"),
    [
        (212, "106 h"),
        (1, "0.5 h"),
        (0, "0 h"),
        (-5, "\N{MINUS SIGN}2.5 h"),
        (2_000_001, "1000000.5 h"),
    ],
)
def test_hours(half_hours: int, said: str) -> None:
    """Half-hours are said as hours, a half only where there is one."""
    assert words.hours(half_hours) == said


@pytest.mark.parametrize(
    ("part", "whole", "said"), [(104, 108, "96 %"), (0, 10, "0 %"), (3, 0, "")]
)
def test_percent(part: int, whole: int, said: str) -> None:
    """A share of nothing is left blank."""
    assert words.percent(part, whole) == said


def test_days_are_said_with_a_year_only_where_it_is_another() -> None:
    """2 March 2026 is a Monday; 31 December 2025 was a Wednesday."""
    assert words.day(AS_AT, AS_AT) == "Mon 2 Mar"
    assert words.day(date(2025, 12, 31), AS_AT) == "Wed 31 Dec 2025"
    assert words.day(None, AS_AT) == "not recorded"
    assert words.full_day(AS_AT) == "Mon 2 Mar 2026"


@pytest.mark.parametrize(("count", "said"), [(0, "0 children"), (1, "1 child"), (2, "2 children")])
def test_children(count: int, said: str) -> None:
    """One is said as one."""
    assert words.children(count) == said


def test_days_awaiting() -> None:
    """One is said as one."""
    assert (words.days(1), words.days(2)) == ("1 day", "2 days")


def test_names_are_ids_with_the_managers_own_label() -> None:
    """An id alone where there is no label."""
    assert words.named(line("C1")) == "C1"
    assert words.named(line("C1", label="the twins")) == "C1 · the twins"
    assert words.named(person("P1", label="Sam")) == "P1 · Sam"


def test_tier_with_its_band() -> None:
    """Only the high-risk tier has bands."""
    assert words.tier(score("C1", Tier.HIGH, Band.B)) == "high risk, band (b)"
    assert words.tier(score("C1", Tier.NEXT)) == "next priority"


def test_text_from_a_file_is_never_markup() -> None:
    """A picture, a link, a colour and a line break are shown as they were written."""
    assert words.plain("![x](http://e.example/x.png)") == "!\\[x\\](http\u2060://e.example/x.png)"
    assert words.plain(":red[a] *b* <b>") == r":red\[a\] \*b\* \<b\>"
    assert words.plain("a\n\n# b") == r"a \# b"
    assert words.plain("C001, 4.5 h") == "C001, 4.5 h"


@pytest.mark.parametrize(
    "address", ["https://e.example/x", "HTTP://e.example", "www.e.example", "a.b@e.example"]
)
def test_an_address_is_read_and_leads_nowhere(address: str) -> None:
    """It looks as it was written, and is none that a browser would make a link of."""
    shown = words.plain(address)
    assert address not in shown
    assert shown.replace("\u2060", "") == address


def test_how_many_are_of_a_tier() -> None:
    """One remaining child is no children."""
    assert words.in_tier(1, Tier.REMAINING) == "1 remaining child"
    assert words.in_tier(2, Tier.REMAINING) == "2 remaining children"
    assert words.in_tier(1, Tier.HIGH) == "1 high risk"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("- a", r"\- a"),
        ("+ a", r"\+ a"),
        ("1. a", r"1\. a"),
        ("12) a", r"12\) a"),
        ("--- a", r"\--- a"),
        ("-4 h", "-4 h"),
        ("4.5 h", "4.5 h"),
        ("a - b", "a - b"),
    ],
)
def test_no_text_becomes_a_list(text: str, shown: str) -> None:
    """However it begins; a sign before a number stays as it is."""
    assert words.plain(text) == shown


def test_titles_begin_with_a_capital() -> None:
    """The rest of the text stays as it is."""
    assert words.title("high risk, band (a) for P1") == "High risk, band (a) for P1"
