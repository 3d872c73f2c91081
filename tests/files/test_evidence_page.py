"""The printable page: everything in it, nothing from outside, nothing that a label could inject."""

import re
import shutil
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from planner.data.evidence import Evidence
from planner.engine import evaluate, evidence
from planner.errors import UsageFault
from planner.files.evidence_page import evidence_page, write_evidence
from planner.files.evidence_style import STYLE
from planner.policy import default_policy
from planner.synthetic import generate
from tests.make import child, practitioner, scenario, task

POLICY = default_policy()
HOSTILE = "<script>alert('x')</script>&\"><img src=x onerror=y>"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
VOID = {"meta", "br", "img", "link"}


class Reader(HTMLParser):
    """Gather tags and text, and see that every tag that opens is closed in its turn."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []
        self.text: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.tags.append(tag)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the tag that was opened last."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Note some text."""
        self.text.append(data)


@pytest.fixture(scope="module")
def made() -> Evidence:
    """Give a team whose names and labels are hostile, with contacts and a task that do not fit."""
    team = scenario(
        [
            child("C1", holder="P1", label=HOSTILE, consequence="severe", probability="likely"),
            child("C2", label=HOSTILE),
            child("C3", consequence="severe", probability="very likely"),
        ],
        [practitioner("P1", label=HOSTILE, fte="0.1"), practitioner("P2", fte="0.05")],
        tasks=(task("C2", "case_plan_review", due=4, hours=6),),
        name=HOSTILE,
    )
    return evidence(team, POLICY, plan=evaluate(team, POLICY))


def test_what_is_written_by_hand_stays_text(made: Evidence) -> None:
    """Names and labels are shown as they are and make no tag; the page is well formed."""
    page = evidence_page(made)
    read = Reader(page)
    assert read.open == []
    assert not {"script", "img", "link", "iframe"} & set(read.tags)
    assert HOSTILE in "".join(read.text)
    assert page.count("&lt;script&gt;") >= 4


def test_nothing_is_fetched(made: Evidence) -> None:
    """One file: no address, no import, and no tag or style that names another."""
    page = evidence_page(made)
    tags = "".join(re.findall(r"<[^>]*>", page))
    assert not re.search(r"src=|href=|url\(|@import", tags + STYLE)
    assert "http" not in page


def test_everything_is_on_the_page(made: Evidence) -> None:
    """Each practitioner with hours and parts, each child with a line to name who decides."""
    page = evidence_page(made)
    text = " ".join(Reader(page).text)
    for person in made.practitioners:
        assert f"<td>{person.case_half_hours / 2:.1f}</td>" in page
        assert f"<td>{person.made_of.casework:.1f}</td>" in page
    assert made.not_possible
    assert page.count("who must decide:") == len(made.not_possible)
    for said in made.says:
        assert said in text
    assert "Team manager:" in text
    assert "Cycle by cycle" not in text


def test_the_rows_shown_add_up_to_the_row_together(made: Evidence) -> None:
    """What a reader with a pencil adds up is what is printed."""
    page = evidence_page(made)
    rows = re.findall(r"<tr><td class=\"text\">.*?</tr>", page.split("Duty hours")[0])
    cells = [
        [0.0 if cell == "-" else float(cell) for cell in re.findall(r"<td>([-0-9.]+)</td>", row)]
        for row in rows
    ]
    *people, together = cells
    assert [round(sum(column), 1) for column in zip(*people, strict=True)] == together
    for row in people:
        assert round(sum(row[7:13]), 1) == row[5]


def test_days_of_a_month_are_said_once(made: Evidence) -> None:
    """Contacts in two months: 15, 29 Mar, 5 Apr; then the tasks."""
    days = (date(2026, 3, 15), date(2026, 3, 29), date(2026, 4, 5))
    row = made.not_possible[0].model_copy(update={"contacts_due": days, "tasks": ()})
    page = evidence_page(made.model_copy(update={"not_possible": (row,)}))
    assert "contact 15, 29 Mar, 5 Apr" in page


def test_where_all_fits_it_is_said(made: Evidence) -> None:
    """No list and no line to fill in."""
    page = evidence_page(made.model_copy(update={"not_possible": ()}))
    assert "Every contact and dated task of the cycle fits." in page
    assert "who must decide" not in page


def test_earlier_cycles_have_a_row_each(made: Evidence) -> None:
    """Two cycles, two rows, under a heading of their own."""
    cycles = (made.trend[0].model_copy(update={"as_at": date(2026, 2, 2)}), made.trend[0])
    page = evidence_page(made.model_copy(update={"trend": cycles}))
    assert page.split("Cycle by cycle")[1].count('<td class="text when">') == 2
    assert "2 Feb 2026" in page


def test_it_is_written_as_html_alone(made: Evidence, tmp_path: Path) -> None:
    """An .html file and nothing else."""
    write_evidence(made, tmp_path / "page.html")
    assert (tmp_path / "page.html").read_text("utf-8") == evidence_page(made)
    with pytest.raises(UsageFault, match=r"does not end in \.html"):
        write_evidence(made, tmp_path / "page.pdf")


@pytest.mark.slow
@pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine")
def test_a_team_of_seventy_five_prints_on_one_page(tmp_path: Path) -> None:
    """Six practitioners and 75 children as they stand: one sheet of A4, nothing cut off."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    team = generate(75, 6, seed=1)
    write_evidence(evidence(team, POLICY, plan=evaluate(team, POLICY)), tmp_path / "page.html")
    with playwright.sync_playwright() as engine:
        browser = engine.chromium.launch(executable_path=CHROMIUM)
        page = browser.new_page(viewport={"width": 703, "height": 1035})
        page.goto((tmp_path / "page.html").as_uri())
        page.emulate_media(media="print")
        cut = page.evaluate(
            "[...document.querySelectorAll('*')].filter(e => e.scrollWidth > e.clientWidth + 1"
            " && e.clientWidth).length"
        )
        printed = page.pdf(prefer_css_page_size=True)
        browser.close()
    assert cut == 0
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1
