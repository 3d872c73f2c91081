"""The page Data: brought, matched, mended and used, with the reader of every file behind it."""

import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from planner.files import read_scenario
from planner.store.drafts import read_draft
from planner.ui import teams
from tests.ui.conftest import LABEL, OnPage
from tests.ui.seen import button, labels, text

CASES = (
    "CRIS number\tFamily group\tDOB\tLegal status\tInfant\tHigh-risk youth\tConsequence of harm\t"
    "Likelihood\tAllocated to\n"
    "C7\tF1\t1/3/2016\tFRO\tnot applicable\tno\tsevere\tlikely\tP1\n"
    "C8\tF2\t2/3/2015\tFRO\tnot applicable\tno\tsevere\tlikely\tP9\n"
    "C9\tF3\t\tnone\tnot applicable\tno\t\t\tP1\n"
)
PEOPLE = "Staff ID,FTE,Level\nP1,1,CPP4\nP2,0.5,CPP3\n"


@pytest.fixture
def page(on_page: OnPage) -> AppTest:
    """Open the page on the tiny team."""
    return on_page("data")


@pytest.fixture
def matched(page: AppTest) -> AppTest:
    """Bring two tables with slips in them: an order twice, a holder, and a blank birth date."""
    add(page, CASES)
    return add(page, PEOPLE)


@pytest.fixture
def mending(matched: AppTest) -> AppTest:
    """Have what was brought checked."""
    return button(matched, "Check these tables")


def add(page: AppTest, rows: str) -> AppTest:
    """Paste rows and add them."""
    page.text_area(key="data-paste").set_value(rows).run()
    return button(page, "Add these rows")


def upload(page: AppTest, *files: tuple[str, bytes]) -> AppTest:
    """Choose files."""
    box = next(box for box in page.file_uploader if box.label.startswith("Or choose files"))
    box.set_value([(name, content, "") for name, content in files])
    return page.run()


def choice(page: AppTest, label: str) -> Any:
    """Give the first choice with this label."""
    return next(box for box in page.selectbox if box.label == label)


def mend(page: AppTest, what: str, value: str) -> AppTest:
    """Mend the first value whose line holds these words."""
    box = choice(page, "What to mend")
    box.select(next(option for option in box.options if what in option)).run()
    answers = (*page.selectbox, *page.text_input)
    next(box for box in answers if box.label == "What should stand there").set_value(value).run()
    return button(page, "Mend")


def alerts(page: AppTest) -> str:
    """Give what is said in coloured boxes."""
    return "\n".join(box.value for box in (*page.warning, *page.success, *page.error))


def team(page: AppTest) -> Any:
    """Give her own team as the draft of this address keeps it; ``None`` where one that ships."""
    kept = read_draft(address(page))
    return kept.scenario if kept else None


def address(page: AppTest) -> str:
    """Give the id of the draft in the address of the page; blank before there is one."""
    named = page.query_params.get("draft", "")
    return str(named[0] if isinstance(named, list) else named)


def _drawn() -> None:
    from planner.ui.pages import data
    from planner.ui.shell import View, serve

    serve((View(data.TITLE, "data", data.render),))


def test_the_page_opens_with_three_steps_and_no_table_is_missing(page: AppTest) -> None:
    """Somebody who never saw it reads what to do first."""
    assert not page.exception
    assert [
        line for line in ("1. **Bring", "2. **Say once", "3. **Mend") if line not in text(page)
    ] == []
    assert {"Add these rows", "Edit its tables"} <= set(labels(page))
    assert {b.label for b in page.get("download_button")} >= {
        "The team in use",
        "An empty workbook to fill in",
    }


def test_from_a_paste_to_a_team_in_use(mending: AppTest, own_folder: Path) -> None:
    """Four faults: FRO twice, an unknown holder, no birth date; mended, and only then used."""
    assert "4 things need mending" in alerts(mending)
    assert next(b for b in mending.button if b.label == "Use this data").disabled
    assert team(mending) is None
    mend(mending, "FRO", "family reunification")
    mend(mending, "P9", "P2")
    assert "1 thing needs mending" in alerts(mending)
    mend(mending, "Birth date", "4/5/2017")
    assert "Nothing is left to mend" in alerts(mending)
    button(mending, "Use this data")
    found = team(mending)
    assert [child.child for child in found.children] == ["C7", "C8", "C9"]
    assert [child.holder for child in found.children] == ["P1", "P2", "P1"]
    assert {child.order.value for child in found.children[:2]} == {"family reunification"}
    assert "Every page now uses My team" in alerts(mending)
    assert "Add these rows" in labels(mending)


def test_what_is_wrong_is_listed_with_its_place(mending: AppTest) -> None:
    """Table, column, rows, value and what is allowed."""
    found = next(t.value for t in mending.table if "Where" in t.value.columns)
    first = found.to_dict("records")[0]
    assert first["Where"] == "Children, Order, rows 2, 3"
    assert "FRO" in first["What is wrong"]
    assert "family reunification" in first["What is allowed"]


def test_the_same_headings_are_matched_as_last_time(matched: AppTest, on_page: OnPage) -> None:
    """Said once that 'Likelihood' is no probability: the next visit knows, in any order."""
    choice(matched, "Probability").set_value(-1).run()
    button(matched, "Check these tables")
    again = add(on_page("data"), CASES)
    assert "Matched as you did last time" in text(again)
    assert choice(again, "Probability").value == -1
    assert choice(again, "Consequence").value == 6


def test_what_is_kept_of_the_headings_holds_nothing_of_a_case(
    mending: AppTest, own_folder: Path
) -> None:
    """Neither an id nor a heading of hers is in the files or in their names."""
    files = list((own_folder / "headings").iterdir())
    kept = "".join(file.name + file.read_text() for file in files)
    assert len(files) == 2
    assert [word for word in ("CRIS", "C7", "P1", "F1", "FRO", "Staff") if word in kept] == []


def test_a_needed_column_without_a_heading_stops_the_check(page: AppTest) -> None:
    """Until she says that her table has none: nothing is assumed for her."""
    add(page, CASES.replace("High-risk youth", "Shoe size"))
    check = next(b for b in page.button if b.label == "Check these tables")
    assert check.disabled
    assert "youth schedule" in text(page)
    choice(page, "Youth schedule").set_value(-1).run()
    assert not next(b for b in page.button if b.label == "Check these tables").disabled


def test_a_table_can_be_called_by_another_name_or_removed(page: AppTest) -> None:
    """A guess is only a guess."""
    add(page, PEOPLE)
    choice(page, "What this table holds").set_value("leave").run()
    assert choice(page, "Practitioner").value == 0
    assert "Choose the heading that holds start" in text(page)
    button(page, "Remove")
    assert "Check these tables" not in labels(page)


def test_half_mended_tables_are_there_after_a_refresh(mending: AppTest) -> None:
    """They lie with the draft, under the address of the page."""
    mend(mending, "FRO", "family reunification")
    fresh = AppTest.from_function(_drawn, default_timeout=60)
    fresh.query_params["draft"] = address(mending)
    assert "2 things need mending" in alerts(fresh.run())


def test_a_change_can_be_taken_back(mending: AppTest) -> None:
    """The last one: what stood there before stands there again."""
    mend(mending, "FRO", "family reunification")
    assert "2 things" in alerts(mending)
    button(mending, "Take the last change back")
    assert "4 things" in alerts(mending)


def test_tables_are_put_aside_only_when_said_twice(mending: AppTest) -> None:
    """The button stands behind another; the team in use was never touched."""
    button(mending, "Yes, put them aside")
    assert "Add these rows" in labels(mending)
    assert "Check these tables" in labels(mending)
    assert team(mending) is None


def test_the_team_in_use_is_edited_in_the_same_way(page: AppTest, only_tiny: Path) -> None:
    """Opened, unchanged and used: the very same team, now her own."""
    button(page, "Edit its tables")
    assert "Nothing is left to mend" in alerts(page)
    button(page, "Use this data")
    assert team(page) == read_scenario(only_tiny)


def test_files_are_taken_over_or_refused_in_words(page: AppTest) -> None:
    """Two files at once: one is a workbook with two sheets, the other only says so."""
    book = openpyxl.Workbook()
    book.worksheets[0].title = "Staff"
    for row in (["Staff ID", "FTE"], ["P1", 1]):
        book.worksheets[0].append(row)
    book.create_sheet("Notes").append(["ring"])
    stream = io.BytesIO()
    book.save(stream)
    upload(page, ("own.xlsx", stream.getvalue()), ("bad.xlsx", b"no"))
    assert [box.value for box in page.selectbox if box.label == "What this table holds"] == [
        "practitioners",
        "",
    ]
    assert "bad.xlsx" in alerts(page)


def test_what_comes_from_a_file_is_shown_as_it_is_written(page: AppTest) -> None:
    """A picture of elsewhere in a name, a heading or a cell is text."""
    add(page, f"Staff ID,FTE,{LABEL}\nP1,{LABEL},1\n")
    button(page, "Check these tables")
    said = "\n".join([text(page), alerts(page), str([t.value.to_dict() for t in page.table])])
    assert "e.example" in said
    assert LABEL not in said


def test_tables_are_kept_when_another_team_is_picked(
    mending: AppTest, tiny: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A look at another team begins another draft, and what is being mended goes on with it."""
    monkeypatch.setattr(teams, "shipped_scenarios", lambda: {"tiny": tiny, "other": tiny})
    before = address(mending.run())
    choice(mending, "Team").set_value("other").run()
    assert address(mending) != before
    assert "4 things need mending" in alerts(mending)
    kept = read_draft(address(mending))
    assert kept is not None
    assert kept.notes["data_tables"]


def test_a_column_can_be_added_to_a_table(page: AppTest) -> None:
    """Of those it could have: afterwards it has it, blank, and it is not offered again."""
    button(page, "Edit its tables")
    more = next(box for box in page.multiselect if box.label == "Columns to add")
    assert "Language" in more.options
    more.set_value(["language"]).run()
    button(page, "Add them, blank")
    more = next(box for box in page.multiselect if box.label == "Columns to add")
    assert "Language" not in more.options
    button(page, "Use this data")
    assert "cases.language" in team(page).supplied


def test_every_key_and_file_name_names_nobody(mending: AppTest) -> None:
    """Keys reach the browser, and names of files reach the folder of downloads."""
    keys = [str(element.key) for kind in (mending.button, mending.selectbox) for element in kind]
    names = [b.proto.label for b in mending.get("download_button")]
    assert [k for k in (*keys, *names) for word in ("C7", "P9", "FRO") if word in k] == []


def section(page: AppTest, name: str) -> AppTest:
    """Turn to another part of the page."""
    next(c for c in page.segmented_control if c.label == "Part of this page").set_value(name)
    return page.run()


@pytest.mark.parametrize("name", ["Decision log", "Workload evidence", "Policy"])
def test_every_part_of_the_page_is_there(page: AppTest, name: str) -> None:
    """Each opens under its own heading, below the one title of the page."""
    section(page, name)
    assert not page.exception
    assert [title.value for title in page.title] == ["Data and record"]
    assert name in [header.value for header in page.header]


def test_half_mended_tables_wait_while_another_part_is_read(mending: AppTest) -> None:
    """A look at the policy loses nothing."""
    mend(mending, "FRO", "family reunification")
    section(mending, "Policy")
    assert "2 things need mending" in alerts(section(mending, "Your data"))
