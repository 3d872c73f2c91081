"""Cells and sheets of a workbook: text that is only text, and pages made to be printed."""

from collections.abc import Sequence
from datetime import date
from typing import cast

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from planner.files.page import Page, Value
from planner.files.safe import FORMULA_STARTS

HEADING = PatternFill("solid", fgColor="FF1F3864")
GROUP = PatternFill("solid", fgColor="FFDCE6F1")
LINE = Side(style="thin", color="FFB7B7B7")
WRAPPED = Alignment(wrap_text=True, vertical="top")


def put(sheet: Worksheet, row: int, column: int, value: Value) -> Cell:
    """Write a value; text stays text, also where it looks like a formula."""
    cell = cast("Cell", sheet.cell(row, column))
    if isinstance(value, str):
        _put_text(cell, value)
    else:
        cell.value = value
    if isinstance(value, date):
        cell.number_format = "d mmm yyyy"
    return cell


def _put_text(cell: Cell, value: str) -> None:
    text = _printable(value)
    cell.value = text
    cell.data_type = "s"
    if text[:1] in FORMULA_STARTS:
        # Shown as text by every spreadsheet program, and kept so when it is edited.
        cell.quotePrefix = True


def _printable(text: str) -> str:
    """Replace characters that a workbook cannot hold."""
    held = ILLEGAL_CHARACTERS_RE.sub("\ufffd", text)
    return held.encode("utf-8", "replace").decode("utf-8")


def draw(book: Workbook, page: Page, header: tuple[str, str, str]) -> None:
    """Add a page to a workbook, ready to print."""
    sheet = book.create_sheet(page.title)
    for number, words in enumerate((page.title, *page.words), start=1):
        cell = put(sheet, number, 1, words)
        cell.font = Font(bold=number == 1, size=14 if number == 1 else 11)
    top = len(page.words) + 3
    _draw_row(sheet, top, tuple(heading for heading, _ in page.headings), heading=True)
    for number, line in enumerate(page.lines, start=top + 1):
        _draw_row(sheet, number, line.cells, group=line.group)
    for number, (_, width) in enumerate(page.headings, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    _set_up_print(sheet, top, header)


def _draw_row(
    sheet: Worksheet,
    number: int,
    cells: Sequence[Value],
    heading: bool = False,
    group: bool = False,
) -> None:
    for position, value in enumerate(cells, start=1):
        cell = put(sheet, number, position, value)
        cell.alignment = WRAPPED
        cell.border = Border(bottom=LINE)
        if heading:
            cell.font, cell.fill = Font(bold=True, color="FFFFFFFF"), HEADING
        elif group:
            cell.font, cell.fill = Font(bold=True), GROUP


def _set_up_print(sheet: Worksheet, heading_row: int, header: tuple[str, str, str]) -> None:
    """Landscape A4, as wide as the paper, headings on every page, and whose plan it is."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"{heading_row}:{heading_row}"
    sheet.freeze_panes = f"A{heading_row + 1}"
    left, middle, right = (_header_text(text) for text in header)
    above, below = sheet.oddHeader, sheet.oddFooter
    if above is not None and below is not None:
        above.left.text, above.center.text, above.right.text = left, middle, right
        below.center.text = "Page &P of &N"


def _header_text(text: str, most: int = 70) -> str:
    """Shorten a text and double the sign that would be read as a print command."""
    clean = _printable(text)
    return (clean if len(clean) <= most else f"{clean[:most]}...").replace("&", "&&")
