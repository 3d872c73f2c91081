"""Board and plan on paper, and in both themes: black on white, and nothing is cut off.

Screenshots go to the folder that PLANNER_SCREENSHOTS names, else to a temporary one.
"""

import re
from pathlib import Path
from typing import Any

import pytest

from tests.ui.visit import IN_BROWSER, Visit

pytestmark = [*IN_BROWSER, pytest.mark.long]

SCREEN_ONLY = "stSidebar, stHeader, stButton, stDownloadButton, stForm, stSelectbox"


def opened(browser: Any, address: str, title: str, width: int = 1280, **context: Any) -> Visit:
    """Open one page by the navigation, once the first page stands."""
    visit = Visit(browser, address, width, **context)
    visit.page.get_by_role("heading", level=1).wait_for()
    visit.go(title)
    return visit


def on_paper(visit: Visit) -> dict[str, Any]:
    """Give what would be printed: what is hidden, which colours, and what is cut off."""
    visit.page.emulate_media(media="print")
    found: dict[str, Any] = visit.page.evaluate(
        """names => {
            const seen = [...document.querySelectorAll('[data-testid=stApp] *')]
                .filter(one => one.checkVisibility() && one.getClientRects().length);
            const words = seen.filter(one =>
                [...one.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()));
            const colours = kind => [...new Set(words.map(one => getComputedStyle(one)[kind]))];
            return {
                left: names.filter(name => seen.some(one => one.dataset.testid === name)),
                ink: colours('color'),
                grounds: colours('backgroundColor'),
                page: getComputedStyle(document.body).backgroundColor,
                cut: words.filter(one => getComputedStyle(one).overflowX !== 'visible'
                    && one.scrollWidth > one.clientWidth + 1).map(one => one.innerText),
                text: document.querySelector('[data-testid=stApp]').innerText,
            };
        }""",
        SCREEN_ONLY.split(", "),
    )
    return found


def pages(content: bytes) -> tuple[int, set[tuple[int, int]]]:
    """Give how many sheets a PDF has, and their sizes in points."""
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", content)
    return len(boxes), {(round(float(w)), round(float(h))) for w, h in boxes}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_board_prints_black_on_white_in_either_theme(
    browser: Any, address: str, pictures: Path, scheme: str
) -> None:
    """Nothing but the board reaches the paper, A4 landscape, with its heading and no button."""
    visit = opened(browser, address, "Awaiting", color_scheme=scheme)
    visit.page.locator(".board").wait_for()
    printed = visit.page.pdf(prefer_css_page_size=True)
    (pictures / f"board-{scheme}.pdf").write_bytes(printed)
    count, sizes = pages(printed)
    assert count == 2
    assert sizes == {(842, 595)}
    found = on_paper(visit)
    visit.page.screenshot(path=str(pictures / f"board-print-{scheme}.png"), full_page=True)
    assert found["left"] == []
    assert found["ink"] == ["rgb(0, 0, 0)"]
    assert found["grounds"] == ["rgba(0, 0, 0, 0)"]
    assert found["page"] == "rgb(255, 255, 255)"
    assert found["cut"] == []
    assert found["text"].startswith("Awaiting board: ")
    assert "Confidential" in found["text"]
    assert "As at Mon 2 Mar 2026" in found["text"]
    assert found["text"].count("Interim") == 11
    assert visit.complaints() == []


def test_the_plan_prints_without_what_only_a_screen_can_use(
    browser: Any, address: str, pictures: Path
) -> None:
    """Printed from the dark theme: figures and words in black, no panel, no button.

    Of a row of choices it says which was made: whose plan it is, and what of it.
    """
    visit = opened(browser, address, "What-if", color_scheme="dark")
    visit.solved()
    (pictures / "plan-dark.pdf").write_bytes(visit.page.pdf(format="A4"))
    found = on_paper(visit)
    assert found["left"] == []
    assert found["ink"] == ["rgb(0, 0, 0)"]
    assert found["page"] == "rgb(255, 255, 255)"
    assert "Children awaiting allocation" in found["text"]
    # Cut by less than a pixel it would end in three dots, which measures of width do not tell.
    kinds = "found => [...new Set(found.map(one => getComputedStyle(one).overflowX))]"
    choices = visit.page.locator("[data-testid=stButtonGroup] button *")
    assert choices.evaluate_all(kinds) == ["visible"]
    lines = [line.strip() for line in found["text"].splitlines() if line.strip()]
    for row, chosen, other in (
        ("Show in full", "Baseline plan", "Now"),
        ("About this plan", "By practitioner", "What came first"),
    ):
        assert lines[lines.index(row) + 1] == chosen
        assert other not in lines


def test_the_print_button_asks_the_browser_to_print(browser: Any, address: str) -> None:
    """Once for each time it is pressed, by keyboard too."""
    visit = opened(browser, address, "Awaiting")
    visit.page.evaluate("() => { window.asked = 0; window.print = () => { window.asked += 1; }; }")
    button = visit.page.get_by_role("button", name="Print this board")
    button.click()
    button.press("Enter")
    assert visit.page.evaluate("window.asked") == 2
    assert visit.complaints() == []


@pytest.mark.long
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_reader_can_use_the_board_evidence_and_policy(
    browser: Any, address: str, pictures: Path, scheme: str
) -> None:
    """Nothing of any severity is found by axe, on a wide screen, at 200 % zoom and on a phone."""
    for width in (1280, 640, 390):
        visit = opened(browser, address, "Awaiting", width, color_scheme=scheme)
        visit.page.locator(".board").wait_for()
        looked_at(visit, pictures, f"awaiting-{scheme}")
        visit.go("Data and record")
        for part in ("Workload evidence", "Policy"):
            visit.page.get_by_role("radio", name=part).click()
            visit.page.get_by_role("heading", name=part, level=2).wait_for()
            visit.at_rest()
            if part == "Policy":
                visit.page.get_by_text("Numbers, and where each comes from").click()
                visit.page.get_by_text("A full-time day").wait_for()
            looked_at(visit, pictures, f"{part.lower().replace(' ', '-')}-{scheme}")
        assert visit.complaints() == []
        visit.page.close()


def looked_at(visit: Visit, pictures: Path, name: str) -> None:
    """Look at the whole page at once: what lies below the fold is not measured otherwise."""
    size = visit.page.viewport_size
    assert visit.sideways() <= 0, name
    visit.shoot(pictures, name)
    height = visit.page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
    visit.page.set_viewport_size({"width": size["width"], "height": min(height + 40, 9000)})
    visit.page.wait_for_timeout(500)
    assert visit.axe() == [], name
    assert visit.clipped() == [], name
    visit.page.set_viewport_size(size)
