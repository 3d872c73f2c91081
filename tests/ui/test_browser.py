"""The what-if page in a real browser: sliders move the plan, nobody is called, it fits a phone.

Screenshots go to the folder that PLANNER_SCREENSHOTS names, else to a temporary one.
"""

import re
from pathlib import Path
from typing import Any

from planner.files import read_scenario, write_scenario
from planner.synthetic import generate
from tests.ui.visit import IN_BROWSER, Visit

PARTS = ("Awaiting allocation", "Changes, one by one", "Your judgement", "Duty", "Basis")

pytestmark = IN_BROWSER


def visit_what_if(browser: Any, address: str, width: int = 1280) -> Visit:
    """Open the what-if page."""
    visit = Visit(browser, address, width)
    visit.page.get_by_role("heading", level=1).wait_for()
    visit.go("What-if")
    return visit


def test_a_slider_moves_the_plan(
    browser: Any, address: str, tiny: Path, tmp_path: Path, pictures: Path
) -> None:
    """By keyboard: with nobody taking on anything, both children await whom the plan took on.

    One of the workbook's labels is a picture of elsewhere: shown as words, and never fetched.
    """
    write_scenario(read_scenario(tiny), tmp_path / "own.xlsx")
    visit = visit_what_if(browser, address)
    page = visit.page
    visit.upload(tmp_path / "own.xlsx")
    page.get_by_text("A tiny team").first.wait_for()
    visit.solved()
    assert visit.figures()[1].split("\n")[:2] == ["Awaiting: high risk", "0"]
    for name in ("P1", "P2"):
        page.get_by_role("slider", name=re.compile(f"^{name}:")).focus()
        page.keyboard.press("Home")
        assert len(visit.figures()) == 8
        page.get_by_role("button", name=re.compile(f"^Limit of {name}: 0 %")).wait_for()
    visit.solved("the baseline plan")
    assert visit.figures()[1].split("\n")[:3] == [
        "Awaiting: high risk",
        "2",
        "\N{UPWARDS ARROW} 2 more than the baseline plan",
    ]
    assert page.get_by_text("![twins](http://e.example/x.png)").count()
    for part in PARTS:
        page.get_by_role("radio", name=part).click()
        page.wait_for_timeout(300)
    visit.shoot(pictures, "workbook")
    assert visit.complaints() == []


def test_a_team_that_ships(browser: Any, address: str, server_folder: Path, pictures: Path) -> None:
    """P03 leaves and more await; offers follow, a plan can be taken away, all is taken back."""
    visit = visit_what_if(browser, address)
    page = visit.page
    visit.solved()
    visit.shoot(pictures, "baseline")
    page.get_by_test_id("stSidebar").get_by_role("button", name="P03").last.click()
    page.get_by_role("button", name=re.compile("^P03 leaves the team")).wait_for()
    visit.solved("the baseline plan")
    assert "more than the baseline plan" in visit.figures()[0]
    page.get_by_text("Looking further, and for").wait_for(state="hidden")
    visit.solved("the baseline plan")
    visit.shoot(pictures, "what-if")
    with page.expect_download() as taken:
        page.get_by_role("button", name="Workbook to print").click()
    assert Path(taken.value.path()).read_bytes().startswith(b"PK")
    for part in PARTS:
        page.get_by_role("radio", name=part).click()
        page.wait_for_timeout(300)
        visit.shoot(pictures, part.split(",")[0].lower().replace(" ", "-"))
    page.get_by_role("button", name="Reset all").click()
    page.get_by_text("Nothing is changed yet").wait_for()
    visit.solved()
    assert re.fullmatch(re.escape(address) + r"what-if\?draft=[A-Za-z0-9_-]{22}", page.url)
    assert visit.complaints() == []
    assert not re.search(r"\b[CPF]\d\d", (server_folder / "server.log").read_text())


def test_a_long_search_is_shown_and_stopped(
    browser: Any, address: str, tmp_path: Path, pictures: Path
) -> None:
    """A bar with words while a large team is searched for; stopped, the plan so far is labelled."""
    write_scenario(generate(240, 20, 1), tmp_path / "large.xlsx")
    visit = visit_what_if(browser, address)
    page = visit.page
    visit.upload(tmp_path / "large.xlsx")
    page.get_by_role("progressbar").first.wait_for()
    page.get_by_text(re.compile("Still improving: the best plan found so far")).wait_for()
    page.locator(".tiles > div").nth(7).wait_for()
    page.get_by_text(re.compile(r"Still improving\. .*: \d+ so far")).wait_for()
    visit.shoot(pictures, "improving")
    page.get_by_role("button", name="Stop and keep the best so far").click()
    page.get_by_text("You stopped the search").wait_for()
    assert page.get_by_text("Stopped early, best found so far").count() == 1
    assert page.get_by_text(re.compile("Checked against every rule")).count() == 1
    assert page.get_by_role("progressbar").count() == 0
    visit.shoot(pictures, "stopped")
    page.get_by_role("button", name="Search on").click()
    page.get_by_role("button", name="Stop and keep the best so far").wait_for()
    assert visit.complaints() == []


def test_only_what_is_from_before_grows_faint(browser: Any, address: str) -> None:
    """What is drawn anew keeps its colours; while words say "Solving" it is another matter."""
    visit = visit_what_if(browser, address)
    visit.solved()
    faint = """() => {
        const part = document.querySelector('[data-testid=stMain] .tiles')
            .closest('[data-testid=stElementContainer]');
        part.dataset.stale = 'true';
        return getComputedStyle(part).opacity;
    }"""
    visit.page.evaluate(faint)
    visit.page.wait_for_timeout(1500)
    assert visit.page.evaluate(faint) == "1"
    visit.page.evaluate(
        """() => document.querySelector('[data-testid=stMain]')
            .insertAdjacentHTML('beforeend', '<i class="st-key-solving-7"></i>')"""
    )
    assert visit.page.evaluate(faint) == "1"
    visit.page.wait_for_timeout(1500)
    assert visit.page.evaluate(faint) == "0.6"


def test_the_page_fits_a_phone(browser: Any, address: str, pictures: Path) -> None:
    """At 390 px nothing is wider than the screen, in any tab; the controls slide in."""
    visit = visit_what_if(browser, address, 390)
    visit.solved()
    assert visit.sideways() <= 0
    visit.shoot(pictures, "baseline")
    for part in PARTS:
        visit.page.get_by_role("radio", name=part).click()
        visit.page.wait_for_timeout(300)
        assert visit.sideways() <= 0, part
        visit.shoot(pictures, part.split(",")[0].lower().replace(" ", "-"))
    visit.open_controls()
    visit.page.get_by_role("slider", name=re.compile("^P01")).wait_for()
    visit.page.screenshot(path=str(pictures / "controls-390.png"))
    assert visit.complaints() == []


def test_a_workbook_that_cannot_be_used(
    browser: Any, address: str, tmp_path: Path, pictures: Path
) -> None:
    """Its faults stand on the page in words, and nothing else of it."""
    (tmp_path / "broken.xlsx").write_bytes(b"no workbook")
    visit = visit_what_if(browser, address, 390)
    visit.solved()
    visit.open_controls()
    visit.upload(tmp_path / "broken.xlsx")
    visit.page.get_by_role("heading", name="This workbook cannot be used yet").wait_for()
    assert visit.figures() == []
    assert visit.sideways() <= 0
    visit.page.screenshot(path=str(pictures / "faults-390.png"))
    assert visit.outside() == []
