"""Plans as JSON, CSV and a workbook; and plan files refused."""

import csv
import io
import json
from datetime import datetime
from pathlib import Path
from typing import Any

import jsonschema
import openpyxl
import pytest

from planner.data.plan import Plan
from planner.errors import PlanFileRefused, UsageFault
from planner.files import plan_csv, plan_schema, read_plan, write_plan

SHEETS = [
    "Plan by practitioner",
    "Awaiting board",
    "Changes one by one",
    "What came first",
    "Assumptions",
]


def test_json_reads_back_as_the_same_plan(plan: Plan, tmp_path: Path) -> None:
    """What one run writes another reads, whole."""
    write_plan(plan, tmp_path / "plan.json")
    assert read_plan(tmp_path / "plan.json") == plan


def test_json_keeps_to_the_printed_schema(plan: Plan, tmp_path: Path) -> None:
    """The schema that is printed is the one that is kept, and it refuses what is none."""
    write_plan(plan, tmp_path / "plan.json")
    content = json.loads((tmp_path / "plan.json").read_text(encoding="utf-8"))
    check = jsonschema.Draft202012Validator(plan_schema())
    check.validate(content)
    assert content["schema_version"] == 1
    assert list(check.iter_errors(content | {"mood": "good"}))
    assert list(check.iter_errors({k: v for k, v in content.items() if k != "ledger"}))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "is not a plan"),
        ("[]", "is not a plan"),
        ("{}", "is not a plan: scenario: Field required."),
        ("\ufeff{", "is not a plan"),
        ("[" * 100_000, "is not a plan"),
        (None, "is missing"),
        (b"\xff\xfe", "is not UTF-8 text"),
    ],
)
def test_what_is_no_plan_is_refused(tmp_path: Path, text: str | bytes | None, words: str) -> None:
    """Words and no trace, whatever the file holds."""
    if text is not None:
        data = text.encode() if isinstance(text, str) else text
        (tmp_path / "plan.json").write_bytes(data)
    with pytest.raises(PlanFileRefused, match=words):
        read_plan(tmp_path / "plan.json")


@pytest.mark.parametrize("version", [0, 2])
def test_another_version_is_refused(plan: Plan, tmp_path: Path, version: int) -> None:
    """A plan of another schema is not read as if it were ours."""
    write_plan(plan.model_copy(update={"schema_version": version}), tmp_path / "plan.json")
    with pytest.raises(PlanFileRefused, match=f"has version {version} of the plan schema"):
        read_plan(tmp_path / "plan.json")


def test_an_altered_plan_is_refused(plan: Plan, tmp_path: Path) -> None:
    """Unknown fields and unknown words are no part of a plan."""
    write_plan(plan, tmp_path / "plan.json")
    text = (tmp_path / "plan.json").read_text(encoding="utf-8")
    for old, new in (('"notes"', '"remarks"'), ("awaiting allocation", "waitlisted")):
        (tmp_path / "altered.json").write_text(text.replace(old, new), encoding="utf-8")
        with pytest.raises(PlanFileRefused, match=r"altered.json is not a plan"):
            read_plan(tmp_path / "altered.json")


def test_csv_has_a_row_for_each_child(plan: Plan, tmp_path: Path) -> None:
    """By priority, formulas guarded, dates as ISO."""
    write_plan(plan, tmp_path / "plan.csv")
    text = (tmp_path / "plan.csv").read_text(encoding="utf-8-sig")
    assert text == plan_csv(plan)
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["child"] for row in rows] == ["C5", "C2", "C4", "'=C3", "C1", "C6"]
    third = rows[3]
    assert third["label"] == "'=cmd|' /C calc'!A0"
    assert (third["tier"], third["groups"]) == (
        "next priority",
        "care vulnerable to breakdown;active case management needed for permanency",
    )
    assert (third["last_seen"], third["missed_due"], third["duty_hours"]) == (
        "2026-02-01",
        "2026-03-29",
        "4.5",
    )
    assert third["why"] == "reason of =C3 [P.1]\nFactor: 9 points [P.2]\nno one has hours"


def opened(plan: Plan, folder: Path) -> Any:
    """Write a plan as a workbook and open it again."""
    write_plan(plan, folder / "plan.xlsx")
    return openpyxl.load_workbook(folder / "plan.xlsx")


def table(sheet: Any) -> list[list[object]]:
    """Give headings and rows of a page, below the words on top."""
    top = int(str(sheet.freeze_panes)[1:]) - 1
    return [list(row) for row in sheet.iter_rows(min_row=top, values_only=True)]


def test_workbook_has_its_five_pages_ready_to_print(plan: Plan, tmp_path: Path) -> None:
    """Landscape, as wide as the paper, headings repeated, wrapped, and whose decision it is."""
    book = opened(plan, tmp_path)
    assert book.sheetnames == SHEETS
    for sheet in book.worksheets:
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.sheet_properties.pageSetUpPr.fitToPage is True
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        top = int(sheet.freeze_panes[1:]) - 1
        assert sheet.print_title_rows == f"${top}:${top}"
        assert sheet.cell(top, 1).alignment.wrap_text is True
        assert sheet.oddHeader.left.text == "Small && 'team'"
        assert sheet.oddHeader.center.text == "As at 2026-03-02"
        assert sheet.oddHeader.right.text == "Suggestion: the team manager decides"
        assert sheet.oddFooter.center.text == "Page &P of &N"


def test_page_by_practitioner(plan: Plan, tmp_path: Path) -> None:
    """Each person with hours and children; who is outside the plan at the end."""
    sheet = opened(plan, tmp_path)["Plan by practitioner"]
    assert [sheet.cell(row, 1).value for row in range(1, 6)] == [
        "Plan by practitioner",
        "Status: verified, not proven best.",
        "One high-risk child is awaiting.",
        "Children - allocated: 2; in the team manager's name: 1; awaiting allocation: 1.",
        "Held by someone over hours: 1 child.",
    ]
    first = [row[0] for row in table(sheet)]
    assert first == [
        "Practitioner or child",
        "P1: 1 child, 1 family, 53.5 h of 50 h, 3.5 h over",
        "C1",
        "P2, away: 0 children, 0 families, 0 h of 0 h",
        "C5",
        "C2",
        "M1: holds no cases",
        "Contracted or outside the pool",
        "C6",
    ]
    covered = table(sheet)[4]
    assert (covered[3], covered[4], covered[11]) == (
        "mandatory allocation",
        "away, cover named",
        "P1",
    )


def test_awaiting_board(plan: Plan, tmp_path: Path) -> None:
    """Highest first, with why, dates, who is responsible, and blanks to fill in by hand."""
    sheet = opened(plan, tmp_path)["Awaiting board"]
    assert sheet["A2"].value == "Awaiting allocation: 2 children of 2 families."
    headings, *rows = table(sheet)
    assert headings[-3:] == ["Told", "Consulted", "Last reviewed"]
    assert [row[0] for row in rows] == ["C4", "=C3"]
    row = dict(zip(headings, rows[1], strict=True))
    assert row["Priority"] == (
        "next priority (care vulnerable to breakdown; active case management needed for permanency)"
    )
    assert row["Why"] == "reason of =C3 [P.1]\nFactor: 9 points [P.2]\nno one has hours"
    assert (row["Last seen"], row["Next contact due"]) == (
        datetime(2026, 2, 1),
        datetime(2026, 3, 15),
    )
    assert (row["Days awaiting"], row["Interim responsibility"], row["Told"]) == (0, "M1", None)


def test_changes_one_by_one(plan: Plan, tmp_path: Path) -> None:
    """De-allocations first; each has room for its own decision."""
    sheet = opened(plan, tmp_path)["Changes one by one"]
    assert sheet["A2"].value == (
        "Changes of practitioner: 1. Forced changes: 0. De-allocations: 1. "
        "Nothing is accepted in bulk."
    )
    headings, *rows = table(sheet)
    assert headings[-3:] == ["Decided", "By", "On"]
    assert [(row[0], row[4], row[5], row[6]) for row in rows] == [
        ("=C3", "de-allocation", "P1", "awaiting allocation"),
        ("C2", "change of practitioner", "P1", "P2"),
        ("C5", "taken on", None, "P2"),
    ]


def test_what_came_first(plan: Plan, tmp_path: Path) -> None:
    """Stage by stage, proven or not; an unknown bound stays blank."""
    _, *rows = table(opened(plan, tmp_path)["What came first"])
    assert rows == [
        ["1", "Contacts", 0, 0, 0, "proven", "t: 0"],
        ["2a", "High risk", 113, None, 300, "not proven: best given the stages above", None],
    ]


def test_assumptions(plan: Plan, tmp_path: Path) -> None:
    """Everything needed to question the plan or to repeat it."""
    _, *rows = table(opened(plan, tmp_path)["Assumptions"])
    text = "\n".join(str(cell) for row in rows for cell in row if cell)
    for words in (
        "Not supplied\nDisability was never supplied.",
        "Assumed\nagreed contact: assumed for 4 children",
        "Notes\nA note.",
        "No compliant plan\nC1 is pinned to two people.\nWould work: Release the pin.",
        "team: 8 h of duty needed, 6.5 h there, 1.5 h missed, 0 h short",
        "What else may be chosen\n3 h over for P2 admits C4.",
        "Scenario digest " + "a" * 64,
        "Made 2026-03-02T09:00:00+00:00 in 1.2 s (limit 10 s, seed 1, workers 1)",
        "Tie-break not finished: another run may differ",
    ):
        assert words in text


def test_parts_with_nothing_in_them_are_left_out(plan: Plan, tmp_path: Path) -> None:
    """No heading stands over nothing."""
    bare = plan.model_copy(update={"notes": (), "conflict": None, "offers": (), "children": ()})
    book = opened(bare, tmp_path)
    first = [row[0] for row in table(book["Assumptions"])]
    assert not {"Notes", "No compliant plan", "What else may be chosen"}.intersection(first)
    assert "Contracted or outside the pool" not in [
        row[0] for row in table(book["Plan by practitioner"])
    ]


def test_no_cell_is_a_formula(plan: Plan, tmp_path: Path) -> None:
    """Text that looks like a formula is text, marked so that editing keeps it text."""
    book = opened(plan, tmp_path)
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if cell.value is not None} <= {"s", "n", "d"}
    guarded = [cell for cell in cells if str(cell.value).startswith("=")]
    assert len(guarded) >= 3
    assert all(cell.data_type == "s" and cell.quotePrefix for cell in guarded)


def test_characters_that_no_workbook_holds(plan: Plan, tmp_path: Path) -> None:
    """A control character in a label does not stop the print."""
    child = plan.children[0].model_copy(update={"label": "a\x07b\ud800"})
    book = opened(plan.model_copy(update={"children": (child,)}), tmp_path)
    assert table(book["Plan by practitioner"])[2][1] == "a\ufffdb?"


@pytest.mark.parametrize("name", ["plan.txt", "plan", "plan.xlsm"])
def test_other_endings_are_refused(plan: Plan, tmp_path: Path, name: str) -> None:
    """The ending is the format; nothing is guessed."""
    with pytest.raises(UsageFault, match=r"is none of .json, .csv, .xlsx"):
        write_plan(plan, tmp_path / name)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("ending", ["json", "csv", "xlsx"])
def test_a_failure_leaves_the_old_file_and_nothing_else(
    plan: Plan, tmp_path: Path, ending: str
) -> None:
    """Where the place is taken by a folder, the folder stays and no scrap lies beside it."""
    (tmp_path / f"plan.{ending}").mkdir()
    with pytest.raises(UsageFault, match="Cannot write plan"):
        write_plan(plan, tmp_path / f"plan.{ending}")
    assert [path.name for path in tmp_path.iterdir()] == [f"plan.{ending}"]
