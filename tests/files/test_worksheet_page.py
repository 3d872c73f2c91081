"""The worksheet as pages to print: each indicator once, two lines, nothing unescaped."""

from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from planner.data.deallocation import BearsOn
from planner.data.score import Obligation, Score
from planner.data.vocabulary import Answer, Tier
from planner.data.worksheet import (
    Assessed,
    Candidate,
    ContactChange,
    CycleFacts,
    ImpactOn,
    IndicatorLine,
    NotSuggested,
    Worksheet,
    WorksheetChild,
)
from planner.errors import UsageFault
from planner.files import write_worksheet
from planner.files.worksheet_page import worksheet_page


class Texts(HTMLParser):
    """Gathers what a reader sees, and the tags that were opened."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.seen: list[str] = []
        self.tags: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        """Note a text."""
        self.seen.append(data.strip())


def line(name: str, answer: Answer) -> IndicatorLine:
    """Make one indicator."""
    return IndicatorLine(
        indicator=name,
        title=f"Indicator {name}",
        paragraph="P-1",
        answer=answer,
        points=0,
        missing=answer is Answer.UNKNOWN,
        gap=answer is Answer.NO,
        evidence="<b>said so</b>",
        dated=date(2026, 2, 1),
    )


def child(name: str, label: str = "") -> WorksheetChild:
    """Make a child with two indicators on each line."""
    lines = {
        on: ImpactOn(
            bears_on=on,
            heading=f"Impact {on.value}",
            points=3,
            indicators=(line(f"{on.value}1", Answer.NO), line(f"{on.value}2", Answer.UNKNOWN)),
        )
        for on in BearsOn
    }
    return WorksheetChild(
        child=name,
        label=label,
        held=name == "A",
        living="parents",
        aboriginal=Answer.NO,
        score=Score(
            child=name,
            tier=Tier.REMAINING,
            obligations=(Obligation(text="Children's Court", paragraph="P-2"),),
        ),
        assessed=Assessed(maram="none"),
        cycle=CycleFacts(phase="intake", case_plan="none", objective="unknown", order="none"),
        on_child=lines[BearsOn.CHILD],
        on_permanency=lines[BearsOn.PERMANENCY],
        contact=ContactChange(
            before=2,
            after=1,
            least=1,
            professionals=line("x", Answer.NO),
            words=("Contact changes", "Seen by duty", "Professionals: no"),
        ),
    )


def sheet(**facts: object) -> Worksheet:
    """Make a worksheet of one family of two children."""
    candidate = Candidate(
        unit="F",
        family="F",
        holder="P1",
        tier=Tier.REMAINING,
        children=(child("A", "<script>x</script>"), child("B")),
        named=True,
        reason="Asked & decided",
        freed_half_hours=9,
        duty_half_hours=4,
        holder_half_hours=100,
        holder_capacity_half_hours=90,
    )
    usual: dict[str, object] = {
        "scenario": "tiny & <small>",
        "as_at": date(2026, 3, 2),
        "cycle_days": 28,
        "policy": "default",
        "policy_version": "1.0",
        "words": ("An aid.",),
        "gaps_heading": "Gaps",
        "missing_heading": "Missing",
        "candidates": (candidate,),
    }
    return Worksheet.model_validate({**usual, **facts})


def test_each_indicator_stands_once_for_each_child() -> None:
    """Two children with four indicators: eight rows, four of them named alike."""
    seen = Texts(worksheet_page(sheet())).seen
    for name in ("child1", "child2", "permanency1", "permanency2"):
        assert seen.count(f"Indicator {name}") == 2


def test_two_lines_and_no_sum_of_them() -> None:
    """Three points on each line, and nowhere six."""
    text = " ".join(Texts(worksheet_page(sheet())).seen)
    assert text.count("3 points") == 4
    assert "6 points" not in text


def test_text_stays_text() -> None:
    """Nothing that was typed becomes a tag; nothing is fetched."""
    page = worksheet_page(sheet())
    found = Texts(page)
    assert "script" not in found.tags
    assert "b" not in found.tags
    assert any("<script>x</script>" in text for text in found.seen)
    assert "http" not in page
    assert "src=" not in page


def test_what_a_manager_needs_is_said() -> None:
    """Holder, hours, reason, contact, obligations, and who is left out with the source."""
    left = NotSuggested(children=("H",), words="H: high risk", paragraph="P-3")
    made = sheet(refused=(left,), not_suggested=(left,), others=2)
    text = " ".join(Texts(worksheet_page(made)).seen)
    for words in (
        "Frees 4.5 h a cycle with P1, who holds 50 h of 45 h with this family; asks 2 h of duty.",
        "Reason recorded: Asked & decided",
        "named by the manager",
        "Contact changes",
        "Children's Court [P-2]",
        "Not on this worksheet H: high risk [P-3]",
        "Not suggested H: high risk [P-3]",
        "2 more families could be listed.",
        "B: awaits already, and belongs to the family",
        "1 February 2026",
    ):
        assert words in text


def test_an_empty_worksheet_has_no_table() -> None:
    """Only the words stand there."""
    assert "table" not in Texts(worksheet_page(sheet(candidates=()))).tags


def test_it_is_written_whole_under_its_own_ending(tmp_path: Path) -> None:
    """An .html file with the page in it; another ending is refused."""
    write_worksheet(sheet(), tmp_path / "w.HTML")
    assert (tmp_path / "w.HTML").read_text("utf-8") == worksheet_page(sheet())
    with pytest.raises(UsageFault, match=r"does not end in \.html"):
        write_worksheet(sheet(), tmp_path / "w.pdf")
