"""Words and figures are laid out for a terminal of one hundred columns."""

from datetime import date

import pytest

from planner.cli.layout import (
    WIDTH,
    day,
    document,
    full_day,
    hours,
    load_bar,
    number,
    paragraphs,
    section,
    table,
)


@pytest.mark.parametrize(
    ("half_hours", "said"), [(0, "0 h"), (7, "3.5 h"), (8, "4 h"), (-3, "-1.5 h")]
)
def test_half_hours_are_said_as_hours(half_hours: int, said: str) -> None:
    """Half-hours become hours, with a half where there is one."""
    assert hours(half_hours) == said


def test_days_and_numbers() -> None:
    """What is not known is a dash, never a zero."""
    assert (day(date(2026, 3, 2)), day(None)) == ("2 Mar", "-")
    assert full_day(date(2026, 3, 2)) == "Monday 2 March 2026"
    assert (number(12345), number(0), number(None)) == ("12,345", "0", "-")


@pytest.mark.parametrize(
    ("part", "whole", "bar"),
    [
        (0, 100, "." * 20),
        (95, 100, "#" * 19 + "."),
        (100, 100, "#" * 20),
        (105, 100, "#" * 20 + "!"),
        (900, 100, "#" * 20 + "!!!!!"),
        (0, 0, "." * 20),
        (4, 0, "#" * 20 + "!"),
    ],
)
def test_a_load_beyond_the_whole_stands_out(part: int, whole: int, bar: str) -> None:
    """A load is twenty marks wide; what is over is drawn as another mark."""
    assert load_bar(part, whole) == bar


def test_a_table_wraps_its_last_column() -> None:
    """Columns line up, figures to the right, and no line passes the width."""
    lines = table(("child", "days", "why"), [("C1", "7", "word " * 30), ("C22", "140", "")], {1})
    assert lines[0] == "  child  days  why"
    assert lines[1].startswith("  C1        7  word word")
    assert lines[2].startswith(" " * 15 + "word")
    assert lines[-1] == "  C22     140"
    assert max(map(len, lines)) <= WIDTH
    assert table(("child", "why"), []) == []


def test_sections_without_lines_disappear() -> None:
    """A heading stands only above something."""
    assert section("Duty", []) == []
    assert document(["a"], section("Duty", []), section("Next", ["b"])) == "a\n\nNEXT\nb"


def test_paragraphs_hang_under_their_bullet() -> None:
    """A long sentence goes on under its first word."""
    first, second = paragraphs(["word " * 25], bullet="- ")
    assert first.startswith("  - word")
    assert second.startswith("    word")
