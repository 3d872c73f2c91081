"""What is brought: looked at from outside first, and read as text whatever it holds."""

import io
import zipfile

import openpyxl
import pytest

from planner.files import archive
from planner.files.bringing import MOST_BYTES, Bringing, bring_file, bring_text
from planner.files.safe import MOST_ROWS


def workbook(**sheets: list[list[object]]) -> bytes:
    """Make a workbook with these sheets."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def refusal(found: Bringing) -> str:
    """Give the one sentence of a refusal; nothing may have been read beside it."""
    assert found.tables == ()
    (fault,) = found.refused
    return fault.sentence()


STAFF: list[list[object]] = [["Staff", "FTE"], ["P1", 1], ["007", 0.5]]


def test_a_workbook_gives_every_sheet_that_holds_something() -> None:
    """Sheets may have any name; an empty one is passed over."""
    found = bring_file("my team.xlsx", workbook(Staff=STAFF, Blank=[], Notes=[["x"]]))
    assert [one.raw.table for one in found.tables] == ["Staff", "Notes"]
    assert found.tables[0].raw.rows == (
        (1, ("Staff", "FTE")),
        (2, ("P1", "1")),
        (3, ("007", "0.5")),
    )
    assert found.refused == ()


def test_a_hidden_sheet_is_named_and_left_out() -> None:
    """Nobody should plan with rows that she cannot see; the other sheets are still read."""
    book = openpyxl.load_workbook(io.BytesIO(workbook(Staff=STAFF, Old=STAFF)))
    book["Old"].sheet_state = "hidden"
    stream = io.BytesIO()
    book.save(stream)
    found = bring_file("team.xlsx", stream.getvalue())
    assert [one.raw.table for one in found.tables] == ["Staff"]
    assert "is hidden" in found.refused[0].sentence()


def test_a_formula_is_a_fault_of_its_cell() -> None:
    """It says which cell; the sheet is still brought, so that it can be mended."""
    (one,) = bring_file("team.xlsx", workbook(Staff=[["Staff", "FTE"], ["P1", "=1/2"]])).tables
    (fault,) = one.faults
    assert (fault.row, fault.column) == (2, "column 2")
    assert "holds a formula" in fault.message


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("team.xlsm", "can hold macros"),
        ("team.XLSM", "can hold macros"),
        ("team.xls", "of the old kind"),
        ("team.ods", "save it as .xlsx"),
        ("team.pdf", "is neither .xlsx nor .csv"),
        ("team", "is neither .xlsx nor .csv"),
    ],
)
def test_other_kinds_of_files_are_refused_by_name(name: str, words: str) -> None:
    """A good workbook under the wrong name is refused too: nothing is guessed."""
    assert words in refusal(bring_file(name, workbook(Staff=STAFF)))


def test_a_path_is_never_repeated() -> None:
    """Of a name that holds folders, only the last part is said."""
    assert refusal(bring_file("C:\\Users\\someone\\team.pdf", b"x")).startswith("team.pdf:")


@pytest.mark.parametrize(("over", "named"), [(0, False), (1, True)])
def test_five_megabytes_and_not_a_byte_more(over: int, named: bool) -> None:
    """Exactly five are looked at (and are no workbook); one byte more is not."""
    sentence = refusal(bring_file("team.xlsx", b"x" * (MOST_BYTES + over)))
    assert ("larger than 5 MB" in sentence) is named


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.xlsx", b"child,family\nC1,F1\n", "is not an .xlsx workbook"),
        ("a.csv", b"PK\x03\x04...", "is a workbook under the name of a CSV file"),
        ("a.csv", b"\xd0\xcf\x11\xe0...", "is a workbook under the name of a CSV file"),
        ("a.csv", b" \n", "is empty"),
        ("a.csv", b"child\n\xff\xfe\n", "is not UTF-8 text"),
    ],
)
def test_what_is_inside_must_be_what_the_name_says(name: str, content: bytes, words: str) -> None:
    """The first bytes are looked at before anything is parsed."""
    assert words in refusal(bring_file(name, content))


def test_a_workbook_that_unpacks_to_much_is_refused_unread(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Two million zeros are a small file that is not small inside; here one million is allowed."""
    monkeypatch.setattr(archive, "MOST_UNPACKED", 1_000_000)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("xl/workbook.xml", b"<x/>" + b"0" * 2_000_000)
    assert "unpacks to 2 MB" in refusal(bring_file("team.xlsx", stream.getvalue()))


def test_macros_under_an_innocent_name_are_refused() -> None:
    """An .xlsm that was renamed still holds its macros."""
    stream = io.BytesIO(workbook(Staff=STAFF))
    with zipfile.ZipFile(stream, "a") as added:
        added.writestr("xl/vbaProject.bin", b"x")
    assert "holds macros" in refusal(bring_file("team.xlsx", stream.getvalue()))


@pytest.mark.parametrize(("rows", "refused"), [(MOST_ROWS, False), (MOST_ROWS + 1, True)])
def test_as_many_rows_as_anywhere_and_no_more(rows: int, refused: bool) -> None:
    """Pasted rows have the limit of every other table; the headings are not counted."""
    found = bring_text("child\tfamily\n" + "C\tF\n" * rows)
    assert bool(found.refused) is refused
    assert sum(len(one.raw.rows) - 1 for one in found.tables) == (0 if refused else rows)


@pytest.mark.parametrize(
    "text",
    [
        "child\tfamily\nC1\tF1, the twins\n",
        "child;family\nC1;F1, the twins\n",
        'child,family\nC1,"F1, the twins"\n',
        "\ufeffchild\tfamily\r\nC1\tF1, the twins\r\n",
    ],
)
def test_rows_are_parted_at_the_sign_they_use(text: str) -> None:
    """Copied with tabs, or written with semicolons or commas, as programs abroad write them."""
    (one,) = bring_text(text).tables
    assert one.raw.rows == ((1, ("child", "family")), (2, ("C1", "F1, the twins")))


def test_a_quotation_mark_of_a_name_is_only_that() -> None:
    """A spreadsheet copies '"Bub" Smith' without quoting it: the row is not lost."""
    (one,) = bring_text('child\tlabel\nC1\t"Bub" S\nC2\tT\n').tables
    assert [cells for _, cells in one.raw.rows[1:]] == [("C1", '"Bub" S'), ("C2", "T")]


def test_nothing_pasted_is_said_so() -> None:
    """An empty box is no table."""
    assert "hold nothing yet" in refusal(bring_text(" \n "))


def test_a_title_does_not_decide_how_rows_are_parted() -> None:
    """The first line of a file is often a title, without a single comma."""
    (one,) = bring_text("Caseload in March\n\nchild,family\nC1,F1\n").tables
    assert one.raw.rows[-1] == (4, ("C1", "F1"))
