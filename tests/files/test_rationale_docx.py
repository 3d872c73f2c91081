"""The record as a .docx file: read back, it holds every heading, text and blank."""

from datetime import date
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as Paper
from docx.enum.text import WD_COLOR_INDEX

from planner.data.deallocation import RationaleId
from planner.data.rationale import Entry, Part, Rationale
from planner.errors import UsageFault
from planner.files.rationale_docx import write_rationale


def record(*entries: Entry) -> Rationale:
    """Make a record with these entries in its first part and one blank in each other."""
    blank = (Entry(label="Who", blank="name"),)
    parts = [
        Part(
            id=part,
            heading=f"Heading {part.value}",
            paragraph="P-1",
            entries=entries if part is RationaleId.DECISION and entries else blank,
        )
        for part in RationaleId
    ]
    return Rationale(
        title="De-allocation of A (label)",
        not_recorded="Not recorded until entered on CRIS",
        child="A",
        scenario="tiny",
        as_at=date(2026, 3, 2),
        policy="default",
        policy_version="1.0",
        parts=tuple(parts),
    )


def read_back(made: Rationale, folder: Path) -> Paper:
    """Write a record and read the file again."""
    write_rationale(made, folder / "a.docx")
    return Document(str(folder / "a.docx"))


def cells(paper: Paper) -> list[list[str]]:
    """Give the text of every row of every table."""
    return [[cell.text for cell in row.cells] for table in paper.tables for row in table.rows]


def test_every_heading_is_there_and_the_warning_is_first(tmp_path: Path) -> None:
    """What stands on top says that nothing is recorded yet; each part has its heading."""
    paper = read_back(record(), tmp_path)
    headings = [p.text for p in paper.paragraphs if p.style and p.style.name == "Heading 2"]
    assert headings == [f"Heading {part.value}  [P-1]" for part in RationaleId]
    assert cells(paper)[0] == ["Not recorded until entered on CRIS: date ________, by ________"]
    assert paper.paragraphs[0].text == "De-allocation of A (label)"
    assert "2 March 2026. Policy default 1.0." in paper.paragraphs[1].text


def test_texts_sources_and_blanks(tmp_path: Path) -> None:
    """Known text with its source, and what is to be filled in, marked so that it is seen."""
    entry = Entry(label="Answer", text="no", source="indicators table", blank="why accepted")
    paper = read_back(record(entry), tmp_path)
    assert cells(paper)[1] == [
        "Answer",
        "no (indicators table)\n________ [TO FILL IN: why accepted]",
    ]
    runs = [
        run
        for table in paper.tables
        for cell in table.column_cells(len(table.columns) - 1)
        for paragraph in cell.paragraphs
        for run in paragraph.runs
        if "TO FILL IN" in run.text
    ]
    assert len(runs) == len(RationaleId)
    assert {run.font.highlight_color for run in runs} == {WD_COLOR_INDEX.YELLOW}


def test_paper_is_a4_and_each_page_says_what_it_is(tmp_path: Path) -> None:
    """A4 upright, with the warning and the page number under each page."""
    section = read_back(record(), tmp_path).sections[0]
    assert section.page_width is not None
    assert section.page_height is not None
    assert (round(section.page_width.cm, 1), round(section.page_height.cm, 1)) == (21.0, 29.7)
    assert "Not recorded until entered on CRIS. Page" in section.footer.paragraphs[0].text
    assert "PAGE" in section.footer.part.blob.decode()


@pytest.mark.parametrize("text", ["bell \x07", "half \ud800", "<b>&amp;", "line\none", "=SUM(1)"])
def test_any_text_can_be_written(text: str, tmp_path: Path) -> None:
    """What a document cannot hold is replaced; markup stays what was typed."""
    paper = read_back(record(Entry(label=text, text=text, source="given")), tmp_path)
    shown = text.replace("\x07", "\ufffd").replace("\ud800", "\ufffd")
    assert cells(paper)[1] == [shown, f"{shown} (given)"]


def test_another_ending_is_refused(tmp_path: Path) -> None:
    """Nothing is written under a name that says something else."""
    with pytest.raises(UsageFault, match=r"does not end in \.docx"):
        write_rationale(record(), tmp_path / "a.txt")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    """Said in words, with nothing left behind."""
    with pytest.raises(UsageFault, match=r"Cannot write a\.docx"):
        write_rationale(record(), tmp_path / "gone" / "a.docx")
