"""The record of one de-allocation as a .docx file: headings, sources, and blanks one can see."""

import re
from pathlib import Path

from docx import Document
from docx.document import Document as Paper
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from planner.data.rationale import Entry, Part, Rationale
from planner.data.worksheet_words import in_full
from planner.errors import UsageFault
from planner.files.safe import replacing

_LINE = "________"
_INK, _GREY, _RED = RGBColor(0, 0, 0), RGBColor(0x55, 0x55, 0x55), RGBColor(0xA0, 0, 0)
_LABEL_WIDTH, _TEXT_WIDTH = Cm(6), Cm(11)
# What XML cannot hold: control characters, halves of a pair, and the two last of the plane.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def write_rationale(record: Rationale, path: Path) -> None:
    """Write the record to a .docx file, whole or not at all.

    Raises
    ------
    UsageFault
        Where the name ends otherwise, or the file cannot be written.
    """
    if path.suffix.casefold() != ".docx":
        raise UsageFault(f"{path.name} does not end in .docx.")
    paper = rationale_paper(record)
    with replacing(path) as temporary:
        paper.save(str(temporary))


def rationale_paper(record: Rationale) -> Paper:
    """Make the document: what it is not on top, then every part under its heading."""
    paper = Document()
    _set_up(paper, record)
    _not_recorded(paper, record)
    paper.add_heading(_fit(record.title), level=1)
    about = f"{record.scenario}, as at {in_full(record.as_at)}. "
    paper.add_paragraph(_fit(f"{about}Policy {record.policy} {record.policy_version}."))
    for part in record.parts:
        _add_part(paper, part)
    return paper


def _set_up(paper: Paper, record: Rationale) -> None:
    """Set paper, letters and the line under each page."""
    section = paper.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(1.8)
    for name, size in (("Normal", 10), ("Heading 1", 15), ("Heading 2", 11.5)):
        style = paper.styles[name]
        style.font.name, style.font.size = "Arial", Pt(size)
        style.font.color.rgb = _INK
    foot = section.footer.paragraphs[0]
    foot.add_run(_fit(f"{record.title}. {record.not_recorded}. Page ")).font.size = Pt(8)
    _page_number(paper)
    paper.core_properties.author = "Allocation planner"
    paper.core_properties.title = _fit(record.title)[:200]


def _page_number(paper: Paper) -> None:
    """Add a field under each page that the word processor fills with its number."""
    run = paper.sections[0].footer.part.element.xpath(".//w:r")[-1]
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = text
        run.append(element)


def _not_recorded(paper: Paper, record: Rationale) -> None:
    table = paper.add_table(rows=1, cols=1, style="Table Grid")
    paragraph = table.cell(0, 0).paragraphs[0]
    run = paragraph.add_run(_fit(f"{record.not_recorded}: date {_LINE}, by {_LINE}"))
    run.bold, run.font.size, run.font.color.rgb = True, Pt(12), _RED


def _add_part(paper: Paper, part: Part) -> None:
    heading = paper.add_heading(_fit(part.heading), level=2)
    _grey(heading, f"  [{part.paragraph}]")
    table = paper.add_table(rows=0, cols=2, style="Table Grid")
    table.autofit = False
    # A word processor reads the widths of columns or those of cells: both are set.
    for column, width in zip(table.columns, (_LABEL_WIDTH, _TEXT_WIDTH), strict=True):
        column.width = width
    for entry in part.entries:
        _add_entry(table, entry)


def _add_entry(table: Table, entry: Entry) -> None:
    label, text = table.add_row().cells
    label.width, text.width = _LABEL_WIDTH, _TEXT_WIDTH
    label.paragraphs[0].add_run(_fit(entry.label)).bold = True
    _fill(text, entry)
    for cell in (label, text):
        cell.paragraphs[0].paragraph_format.space_after = Pt(1)


def _fill(cell: _Cell, entry: Entry) -> None:
    paragraph = cell.paragraphs[0]
    if entry.text:
        paragraph.add_run(_fit(entry.text))
        _grey(paragraph, f" ({entry.source})" if entry.source else "")
    if entry.blank:
        blank = cell.add_paragraph() if entry.text else paragraph
        run = blank.add_run(_fit(f"{_LINE} [TO FILL IN: {entry.blank}]"))
        run.font.highlight_color = WD_COLOR_INDEX.YELLOW


def _grey(paragraph: Paragraph, text: str) -> None:
    run = paragraph.add_run(_fit(text))
    run.font.size, run.font.color.rgb, run.bold = Pt(8), _GREY, False


def _fit(text: str) -> str:
    """Replace characters that a document cannot hold."""
    return _UNFIT.sub("\ufffd", text)
