"""The board as a table: what it says for the screen and for paper, and never markup of others."""

import re

from planner.ui.board import board_rows
from planner.ui.board_table import CONFIDENTIAL, Heading, board_table
from tests.make import day
from tests.ui.made import plan, waiting

HEADING = Heading("Awaiting board: North", "As at Mon", "2 children await.", "Sorted.", "Policy 1.")
HOSTILE = "<img src=//e.example onerror=x()>"


def test_the_table_has_a_name_headings_and_a_row_for_each_child() -> None:
    """A screen reader hears whose board it is, the column and the child."""
    rows = board_rows(plan((waiting("C1"), waiting("C2"))), {}, {})
    html = board_table(HEADING, rows, several=False)
    assert "aria-label='Awaiting board: North'" in html
    headings = re.findall(r"<th role='columnheader' scope='col'>(.*?)</th>", html)
    assert headings[:2] == ["Child", "Tier and why"]
    assert headings[-1] == "What stands between"
    assert html.count("role='rowheader'") == 2
    # Six columns, the first a heading, in each of two rows.
    assert html.count("<td role='cell'") == 10
    assert html.count("<col>") == len(headings) == 6


def test_the_last_column_says_what_would_let_a_child_in_once_it_is_known() -> None:
    """Known for F1 alone: the other row says that it is not known, and is not left blank."""
    made = plan((waiting("C1", unit="F1"), waiting("C2", unit="F2")))
    html = board_table(HEADING, board_rows(made, {}, {"F1": ("A day more.",)}), several=False)
    assert ">What would let the child in</th>" in html
    assert "What stands between" not in html
    assert "<li>A day more.</li>" in html
    assert ">Not known yet.</td>" in html


def test_paper_has_title_plan_day_and_confidential_line_on_every_sheet() -> None:
    """They stand in the head of the table, which a browser repeats; the rest stands below."""
    html = board_table(HEADING, board_rows(plan((waiting("C1"),)), {}, {}), several=False)
    head = html[html.index("<thead") : html.index("</thead>")]
    for words in ("Awaiting board: North", "As at Mon", "2 children await. Sorted.", CONFIDENTIAL):
        assert words in head
    assert html.index("Policy 1.") > html.index("</table>")
    assert "size: A4 landscape" in html


def test_overdue_is_strong_and_said_in_words() -> None:
    """Never by weight alone; what is not overdue is not strong."""
    made = plan((waiting("C1", next_contact_due=day(-1)), waiting("C2", next_contact_due=day(1))))
    html = board_table(HEADING, board_rows(made, {}, {}), several=False)
    assert "<dd><strong>overdue since Sun 1 Mar</strong></dd>" in html
    assert "<dd>Tue 3 Mar</dd>" in html


def test_the_team_is_named_only_where_there_are_several() -> None:
    """One team is named at the top already."""
    rows = board_rows(plan((waiting("C1", team="North"),)), {}, {})
    assert "family FC1, protection order, North" in board_table(HEADING, rows, several=True)
    assert "protection order, North" not in board_table(HEADING, rows, several=False)


def test_markup_of_the_files_is_text_everywhere() -> None:
    """Id, label, family, team, phase, interim, reasons, and the words around the board."""
    child = waiting(
        HOSTILE, label=HOSTILE, family=HOSTILE, team=HOSTILE, phase=HOSTILE, interim=HOSTILE
    )
    made = plan((child.model_copy(update={"unit": "F", "why": (HOSTILE,)}),))
    heading = Heading(*([HOSTILE] * len(Heading._fields)))
    html = board_table(heading, board_rows(made, {}, {"F": (HOSTILE,)}), several=True)
    assert "<img" not in html
    assert html.count("&lt;img") >= 12
