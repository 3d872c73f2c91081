"""Who covers for somebody away, as rows."""

from planner.data.cover import Cover
from planner.engine import cover
from planner.policy import default_policy
from planner.ui.cover_rows import (
    away_lines,
    covered_rows,
    known_words,
    spare_rows,
    uncovered_rows,
)
from tests.make import child, day, leave, practitioner, scenario, task


def answer() -> Cover:
    """P is away for nine days; Q, half-time, has no 60 h for the hearing."""
    team = scenario(
        [child("A", holder="P"), child("B", holder="P", skills=("court",), last_seen=day(-20))],
        [
            practitioner("P", label="Pat"),
            practitioner("Q", fte="0.5"),
            practitioner("M", grade="CPP5.2"),
        ],
        tasks=[task("A", "hearing", 2, 60)],
    )
    return cover(team, default_policy(), "P", start=day(0), until=day(8))


def test_who_is_away_and_how_much_falls_due() -> None:
    """The label is there, and the days with their year."""
    assert away_lines(answer()) == [
        "P · Pat is away from Mon 2 Mar 2026 until Tue 10 Mar 2026.",
        "P holds 2 children in 2 families and keeps them. "
        "3 contacts and tasks fall due; 2 of them can be covered.",
    ]


def test_each_item_is_covered_or_to_be_decided() -> None:
    """What is overdue first; what Q lacks is said; the hearing is the manager's to decide."""
    found = answer()
    assert [(row["Due"], row["What"], row["Cover"]) for row in covered_rows(found)] == [
        ("Overdue since Tue 24 Feb", "Contact: B (family B)", "Q · lacks: court"),
        ("Due by Mon 9 Mar", "Contact: A (family A)", "Q"),
    ]
    (open_item,) = uncovered_rows(found)
    assert (open_item["Due"], open_item["What"]) == ("Due Wed 4 Mar", "Court hearing: A (family A)")
    assert open_item["Not covered"].startswith("Needs 60 h; nobody there has more than ")
    assert open_item["Not covered"].endswith(" to spare. M decides.")


def test_hours_to_spare_before_and_after() -> None:
    """Q gives what the two contacts take."""
    (row,) = spare_rows(answer())
    assert (row["Practitioner"], row["Cover"]) == ("Q", "5 h")


def test_leave_in_the_data_is_said() -> None:
    """Two leaves, one open-ended; without any, nothing."""
    assert known_words([leave("P", 0, 0), leave("P", 9)]) == (
        "In your data already: away on Mon 2 Mar 2026 and from Wed 11 Mar 2026 "
        "with no day of return."
    )
    assert known_words([]) == ""
