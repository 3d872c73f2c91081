"""The page in a real browser: a slider moves the plan, nobody is called, it fits a phone.

Screenshots go to the folder that PLANNER_SCREENSHOTS names, else to a temporary one.
"""

import os
import re
import shutil
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from planner.files import read_scenario, write_scenario
from planner.synthetic import generate
from planner.ui.launch import command

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
ROOT = Path(__file__).parents[2]
SECONDS = 120
TABS = ("Awaiting allocation", "Changes, one by one", "Your judgement", "Duty", "Basis")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine"),
]


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Name the file that the server writes to."""
    return tmp_path_factory.mktemp("server") / "server.log"


@pytest.fixture(scope="module")
def address(log: Path) -> Iterator[str]:
    """Serve the page as a manager would, from a folder of its own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    paths = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
    with log.open("wb") as stream:
        server = subprocess.Popen(
            command(port),
            cwd=log.parent,
            env={**os.environ, "PYTHONPATH": paths},
            stdout=stream,
            stderr=stream,
        )
        try:
            _wait_until_healthy(f"http://127.0.0.1:{port}", server)
            yield f"http://127.0.0.1:{port}/"
        finally:
            server.terminate()
            server.wait(timeout=30)


def _wait_until_healthy(address: str, server: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        assert server.poll() is None, "the server ended"
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=5) as answer:
                if answer.read() == b"ok":
                    return
        except OSError:
            time.sleep(0.2)
    pytest.fail("the server never became healthy")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Start the system's own Chromium."""
    with playwright.sync_playwright() as engine:
        started = engine.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield started
        started.close()


class Visit:
    """One tab of the browser, with what it complained of and whom it called."""

    def __init__(self, browser: Any, address: str, width: int, height: int) -> None:
        self.page = browser.new_page(viewport={"width": width, "height": height})
        self.page.set_default_timeout(SECONDS * 1000)
        self.errors: list[str] = []
        self.calls: list[str] = []
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("request", lambda request: self.calls.append(request.url))
        self.page.on("websocket", lambda socket: self.calls.append(socket.url))
        self.page.goto(address)

    def _heard(self, message: Any) -> None:
        if message.type == "error":
            self.errors.append(message.text)

    def figures(self) -> list[str]:
        """Give the words of all tiles."""
        found: list[str] = self.page.get_by_test_id("stMetric").all_inner_texts()
        return found

    def solved(self, against: str = "now") -> None:
        """Wait until the page is at rest and its figures are compared with what was said."""
        self.page.wait_for_function(
            """other => {
                const tiles = [...document.querySelectorAll('[data-testid=stMetric]')];
                const app = document.querySelector('[data-testid=stApp]');
                return app?.dataset.testScriptState === 'notRunning' && tiles.length >= 8
                    && tiles.every(tile => tile.innerText.includes(` ${other}`));
            }""",
            arg=against,
        )

    def open_controls(self) -> None:
        """Slide the controls in on a narrow screen, and let them come to rest."""
        self.page.get_by_test_id("stExpandSidebarButton").click()
        self.page.wait_for_timeout(800)

    def upload(self, workbook: Path) -> None:
        """Pick a workbook of one's own."""
        self.page.get_by_test_id("stSidebar").get_by_role("combobox").click()
        self.page.get_by_role("option", name="My own workbook").click()
        self.page.locator("input[type=file]").set_input_files(str(workbook))

    def outside(self) -> list[str]:
        """Give every address outside this machine that was called."""
        own = re.compile(r"^(https?|wss?)://127\.0\.0\.1:\d+/|^(data|blob):")
        return [url for url in self.calls if not own.match(url)]

    def sideways(self) -> int:
        """Give by how many pixels the page is wider than the screen."""
        found: int = self.page.evaluate(
            """() => {
                const main = document.querySelector('[data-testid=stMain]');
                return Math.max(main.scrollWidth - main.clientWidth,
                                document.documentElement.scrollWidth - window.innerWidth);
            }"""
        )
        return found

    def shoot(self, folder: Path, name: str) -> None:
        """Take a picture of the whole page."""
        size = self.page.viewport_size
        height = self.page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
        self.page.set_viewport_size({"width": size["width"], "height": min(height + 40, 6000)})
        self.page.wait_for_timeout(500)
        self.page.screenshot(path=str(folder / f"{name}-{size['width']}.png"))
        self.page.set_viewport_size(size)


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """Give the folder for screenshots."""
    folder = Path(os.environ.get("PLANNER_SCREENSHOTS") or tmp_path)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def test_a_slider_moves_the_plan(
    browser: Any, address: str, tiny: Path, tmp_path: Path, pictures: Path
) -> None:
    """By keyboard: with nobody taking on anything, both children await whom the plan took on.

    One of the workbook's labels is a picture of elsewhere: shown as words, and never fetched.
    """
    write_scenario(read_scenario(tiny), tmp_path / "own.xlsx")
    visit = Visit(browser, address, 1280, 900)
    page = visit.page
    visit.upload(tmp_path / "own.xlsx")
    page.get_by_role("heading", name="A tiny team").wait_for()
    visit.solved()
    assert visit.figures()[1].split("\n\n")[:2] == ["Awaiting: high risk", "0"]
    for name in ("P1", "P2"):
        page.get_by_role("slider", name=re.compile(f"^{name}:")).focus()
        page.keyboard.press("Home")
        assert len(visit.figures()) == 8
        page.get_by_role("button", name=re.compile(f"^Limit of {name}: 0 %")).wait_for()
    visit.solved("the baseline plan")
    found = visit.figures()[1].split("\n\n")
    assert found == ["Awaiting: high risk", "2", "2 more than the baseline plan"]
    assert page.get_by_text("![twins](http://e.example/x.png)").count()
    for tab in TABS:
        page.get_by_role("tab", name=tab).click()
        page.wait_for_timeout(300)
    visit.shoot(pictures, "workbook")
    assert (visit.errors, visit.outside()) == ([], [])


def test_a_team_that_ships(browser: Any, address: str, log: Path, pictures: Path) -> None:
    """P03 leaves and more await; offers follow, a plan can be taken away, all is taken back."""
    visit = Visit(browser, address, 1280, 900)
    page = visit.page
    visit.solved()
    visit.shoot(pictures, "baseline")
    page.get_by_test_id("stSidebar").get_by_role("button", name="P03").last.click()
    page.get_by_role("button", name=re.compile("^P03 gone")).wait_for()
    visit.solved("the baseline plan")
    assert "more than the baseline plan" in visit.figures()[0]
    page.get_by_text("Looking further").wait_for(state="hidden")
    visit.solved("the baseline plan")
    visit.shoot(pictures, "what-if")
    with page.expect_download() as taken:
        page.get_by_role("button", name="Workbook to print").click()
    assert Path(taken.value.path()).read_bytes().startswith(b"PK")
    for tab in TABS:
        page.get_by_role("tab", name=tab).click()
        page.wait_for_timeout(300)
        visit.shoot(pictures, tab.split(",")[0].lower().replace(" ", "-"))
    page.get_by_role("button", name="Reset all").click()
    page.get_by_text("Nothing is changed yet").wait_for()
    visit.solved()
    assert page.url == address
    assert (visit.errors, visit.outside()) == ([], [])
    assert not re.search(r"\b[CPF]\d\d", log.read_text())


def test_a_long_search_is_shown_and_stopped(
    browser: Any, address: str, tmp_path: Path, pictures: Path
) -> None:
    """A bar with words while a large team is searched for; stopped, the plan so far is labelled."""
    write_scenario(generate(240, 20, 1), tmp_path / "large.xlsx")
    visit = Visit(browser, address, 1280, 900)
    page = visit.page
    visit.upload(tmp_path / "large.xlsx")
    page.get_by_role("progressbar").first.wait_for()
    page.get_by_text(re.compile("Still improving: the best plan found so far")).wait_for()
    assert len(visit.figures()) == 8
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
    assert (visit.errors, visit.outside()) == ([], [])


def test_the_page_fits_a_phone(browser: Any, address: str, pictures: Path) -> None:
    """At 390 px nothing is wider than the screen, in any tab; the controls slide in."""
    visit = Visit(browser, address, 390, 844)
    visit.solved()
    assert visit.sideways() <= 0
    visit.shoot(pictures, "baseline")
    for tab in TABS:
        visit.page.get_by_role("tab", name=tab).click()
        visit.page.wait_for_timeout(300)
        assert visit.sideways() <= 0, tab
        visit.shoot(pictures, tab.split(",")[0].lower().replace(" ", "-"))
    visit.open_controls()
    visit.page.get_by_role("slider", name=re.compile("^P01")).wait_for()
    visit.page.screenshot(path=str(pictures / "controls-390.png"))
    assert (visit.errors, visit.outside()) == ([], [])


def test_a_workbook_that_cannot_be_used(
    browser: Any, address: str, tmp_path: Path, pictures: Path
) -> None:
    """Its faults stand on the page in words, and nothing else of it."""
    (tmp_path / "broken.xlsx").write_bytes(b"no workbook")
    visit = Visit(browser, address, 390, 844)
    visit.solved()
    visit.open_controls()
    visit.upload(tmp_path / "broken.xlsx")
    visit.page.get_by_role("heading", name="This workbook cannot be used yet").wait_for()
    assert visit.figures() == []
    assert visit.sideways() <= 0
    visit.page.screenshot(path=str(pictures / "faults-390.png"))
    assert visit.outside() == []
