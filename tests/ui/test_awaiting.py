"""The page of children awaiting: which plan, which of them, what is noted, what would do."""

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from planner.data.draft import Draft
from planner.files import write_scenario
from planner.ui import teams
from tests.ui.chosen import chosen, section, short_team
from tests.ui.conftest import OnPage
from tests.ui.seen import button, html, labels, pills, settled, text


@pytest.fixture
def short(on_page: OnPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """Open the page on a team in which C3, at high risk, fits nobody's hours."""
    write_scenario(short_team(), tmp_path / "short")
    monkeypatch.setattr(teams, "shipped_scenarios", lambda: {"short": tmp_path / "short"})
    page = on_page("awaiting")
    assert not page.exception
    assert not page.error
    return page


def board(page: AppTest) -> str:
    """Give the board as it is written."""
    return next((b for b in html(page).split("<div class='wide board'>")[1:]), "")


def on_board(page: AppTest) -> list[str]:
    """Give who is on the board, in its order."""
    return re.findall(r"<th role='rowheader' scope='row'>(.*?)<span", board(page))


def test_nobody_awaits_in_the_plan_but_two_do_now(on_page: OnPage) -> None:
    """The what-if is shown first; of the team as it stands, C5 was not seen for 40 days.

    C5 is overdue and stands first. Where the plan puts each is said on its row.
    """
    page = on_page("awaiting")
    assert "No child of this team awaits allocation in this plan." in text(page)
    assert board(page) == ""
    page = section(page, "Now")
    assert on_board(page) == ["C5", "C4"]
    assert "contact is overdue for 1 child" in text(page)
    assert "<li>Baseline plan: with P1.</li>" in board(page)
    assert "Now: the team as it stands" in board(page)
    assert "Work out what would let each child in" not in labels(page)


def test_the_page_says_what_it_does_not_decide(short: AppTest, on_page: OnPage) -> None:
    """Also where nobody awaits; and no word that would rate anybody."""
    said = f"{text(short)}{board(short)}".lower()
    assert "the planner does not decide who is told" in said
    for word in ("score", "waitlist", "low priority", "rank", "optimal", "points"):
        assert word not in said


def test_what_would_let_the_child_in_is_worked_out_when_asked(short: AppTest) -> None:
    """C3 fits nobody's hours: the answer names who would go over the limit, and by how much."""
    assert on_board(short) == ["C3"]
    assert "What stands between" in board(short)
    page = button(short, "Work out what would let each child in")
    page = settled(page, lambda p: "What would let the child in" in board(p))
    assert re.search(r"Not within the limits\. It would take: P\d goes [\d.]+ h over", board(page))
    assert "Work out what would let each child in" not in labels(page)


def test_a_note_is_kept_with_the_draft_and_shown(short: AppTest, own_folder: Path) -> None:
    """Told the parents, reviewed on a day; kept on disk, and no key names the child."""
    pills(short, "Told").set_value(["parents"])
    next(d for d in short.date_input if d.label == "Last reviewed on").set_value("2026-03-01")
    page = button(short, "Keep this note")
    assert "<dt>Told</dt><dd>parents, day not recorded</dd>" in board(page)
    assert "<dt>Reviewed</dt><dd>Sun 1 Mar</dd>" in board(page)
    assert "<dt>Consulted</dt><dd>not recorded</dd>" in board(page)
    (kept,) = (own_folder / "drafts").glob("*")
    draft = Draft.model_validate_json(kept.read_text("utf-8"))
    assert draft.notes["lasting_board_notes"] == {
        "C3": {"told": ["parents"], "reviewed_on": "2026-03-01"}
    }
    widgets = (*page.pills, *page.date_input, *page.selectbox, *page.button)
    assert not [widget.key for widget in widgets if "C3" in str(widget.key)]


def test_a_note_can_be_taken_back(short: AppTest) -> None:
    """With everything taken out again, the board says not recorded."""
    pills(short, "Told").set_value(["parents"])
    page = button(short, "Keep this note")
    pills(page, "Told").set_value([])
    page = button(page, "Keep this note")
    assert "<dt>Told</dt><dd>not recorded</dd>" in board(page)


def test_a_part_of_the_board_says_that_it_is_one(on_page: OnPage) -> None:
    """Both who await are at high risk, so choosing another tier is not even offered."""
    page = section(on_page("awaiting"), "Now")
    assert pills(page, "Show only these tiers").options == ["High risk"]
    page = pills(page, "Show only these tiers").set_value(["high risk"]).run()
    assert on_board(page) == ["C5", "C4"]
    assert "Shown here" not in board(page)


def test_notes_are_for_the_child_that_is_chosen(on_page: OnPage) -> None:
    """A note on C4 stays C4's; the form of C5 is blank."""
    page = chosen(section(on_page("awaiting"), "Now"), "Child", "C4")
    pills(page, "Consulted").set_value(["ACSASS"])
    page = button(page, "Keep this note")
    assert pills(page, "Consulted").value == ["ACSASS"]
    page = chosen(page, "Child", "C5")
    assert pills(page, "Consulted").value == []
    first, second = board(page).split("</tr>")[2:4]
    assert "ACSASS" not in first
    assert "ACSASS, day not recorded" in second
