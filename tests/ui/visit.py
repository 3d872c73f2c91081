"""A visit to the page in a real browser: what is seen, what it complains of, whom it calls."""

import os
import re
import shutil
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from planner.ui.launch import command

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
ROOT = Path(__file__).parents[2]
SECONDS = 120
# How long the controls take to slide in or out, with some room.
_SLIDES = 450
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
IN_BROWSER = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine"),
]
# Streamlit's own box for files is a section without a role that can be tabbed to: its markup cannot
# be changed from a page, and the button in it has a name of its own.
UPLOADER = ("presentation-role-conflict", "stFileUploaderDropzone")
# Opened at the address of a page, Streamlit first asks for its own there, and then one level up.
PROBED = re.compile(r"127\.0\.0\.1:\d+/[a-z-]+/_stcore/(health|host-config)$")
RULES = ("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice")


@contextmanager
def served(folder: Path, *flags: str) -> Iterator[str]:
    """Serve the page as a manager would, from a folder of its own; log to ``server.log``."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    paths = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
    own = {"PYTHONPATH": paths, "XDG_DATA_HOME": str(folder / "data")}
    with (folder / "server.log").open("wb") as stream:
        server = subprocess.Popen(
            [*command(port), *flags],
            cwd=folder,
            env={**os.environ, **own},
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


class Visit:
    """One tab of the browser, with what it complained of and whom it called."""

    def __init__(self, browser: Any, address: str, width: int = 1280, **context: Any) -> None:
        height = 900 if width > 600 else 844
        self.page = browser.new_page(viewport={"width": width, "height": height}, **context)
        self.page.set_default_timeout(SECONDS * 1000)
        self.errors: list[str] = []
        self.calls: list[str] = []
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("request", lambda request: self.calls.append(request.url))
        self.page.on("websocket", lambda socket: self.calls.append(socket.url))
        self.page.goto(address)

    def _heard(self, message: Any) -> None:
        known = "(Not Found)" in message.text and PROBED.search(message.location.get("url", ""))
        if message.type == "error" and not known:
            self.errors.append(message.text)

    def go(self, title: str) -> None:
        """Go to another page by the navigation at the top, as a visitor does."""
        self.page.get_by_role("heading", level=1).first.wait_for()
        link = self.page.get_by_test_id("stTopNavLink").filter(has_text=title)
        if not link.count() or not link.first.is_visible():
            self.page.get_by_test_id("stExpandSidebarButton").click()
            link = self.page.get_by_test_id("stSidebarNavLink").filter(has_text=title)
            link.first.click()
            self.close_controls()
        else:
            link.first.click()
        self.page.get_by_role("heading", name=title, level=1, exact=True).wait_for()
        self.at_rest()

    def at_rest(self) -> None:
        """Wait until the page draws nothing more and no search is under way."""
        # Its number of decisions, where a plan is being adopted, is a bar of another kind.
        quiet = """() => {
            const app = document.querySelector('[data-testid=stApp]');
            const bars = [...document.querySelectorAll('[role=progressbar]')];
            return app?.dataset.testScriptState === 'notRunning'
                && bars.every(bar => / of \\d+ decided/.test(
                    bar.closest('[data-testid=stProgress]')?.innerText))
                && !document.querySelector('[data-testid=stSkeleton]')
                && !!document.querySelector('h1');
        }"""
        for _ in range(100):
            self.page.wait_for_function(quiet)
            # What was clicked last reaches the server first, and the page only then.
            self.page.wait_for_timeout(250)
            if self.page.evaluate(quiet):
                return
        pytest.fail("the page never came to rest")

    def bring(self, workbook: Path, name: str) -> None:
        """Take a workbook of one's own for the team of every page."""
        self.upload(workbook)
        self.page.get_by_text(name, exact=True).first.wait_for()
        self.at_rest()

    def press(self, name: str | re.Pattern[str]) -> None:
        """Press a button of the page, and let what follows come to rest."""
        self.page.get_by_test_id("stMain").get_by_role("button", name=name).first.click()
        self.at_rest()

    def turn(self, name: str) -> None:
        """Choose one of several segments or pills."""
        self.page.get_by_role("radio", name=name).first.click()
        self.at_rest()

    def pick(self, label: str, option: str) -> None:
        """Choose from a list: type part of the words, and take the first that holds them."""
        main = self.page.get_by_test_id("stMain")
        box = main.get_by_role("combobox", name=label, exact=True).first
        box.click()
        box.fill(option)
        self.page.get_by_role("option", name=option).first.click()
        self.at_rest()

    def unfold(self, name: str) -> None:
        """Open a part that is folded away; what is in it may be drawn only then."""
        self.page.locator("summary").filter(has_text=name).first.click()
        self.at_rest()

    def rows(self, table: str) -> list[list[str]]:
        """Give the cells of a table by the words that stand for it, its headings first."""
        whole = self.page.get_by_role("table", name=table).first
        whole.wait_for()
        found = whole.get_by_role("row")
        return [
            [cell.strip() for cell in row.locator("th, td").all_inner_texts()]
            for row in found.all()
        ]

    def said(self) -> str:
        """Give all words of the page itself."""
        words: str = self.page.get_by_test_id("stMain").inner_text()
        return words

    def look(self, folder: Path, name: str) -> None:
        """See the page as it is at 1280 and at 390 pixels: nothing cut off, nothing too wide."""
        before = self.page.viewport_size
        for width in (1280, 390):
            self.page.set_viewport_size({"width": width, "height": 900})
            self.page.wait_for_timeout(400)
            self.shoot(folder, name)
            assert self.sideways() <= 0, f"{name} at {width}"
            assert self.clipped() == [], f"{name} at {width}"
        self.page.set_viewport_size(before)
        self.page.wait_for_timeout(400)

    def figures(self) -> list[str]:
        """Give the words of all tiles."""
        found: list[str] = self.page.locator(".tiles > div").all_inner_texts()
        return found

    def solved(self, against: str = "now") -> None:
        """Wait until the page is at rest and its figures are compared with what was said."""
        self.page.wait_for_function(
            """other => {
                const tiles = [...document.querySelectorAll('.tiles > div')];
                const app = document.querySelector('[data-testid=stApp]');
                return app?.dataset.testScriptState === 'notRunning' && tiles.length >= 8
                    && tiles.every(tile => tile.innerText.includes(` ${other}`));
            }""",
            arg=against,
        )

    def open_controls(self) -> None:
        """Slide the controls in on a narrow screen, and let them come to rest."""
        self.page.get_by_test_id("stExpandSidebarButton").click()
        self.page.wait_for_timeout(_SLIDES)

    def close_controls(self) -> None:
        """Slide the controls out again where they cover the page."""
        self.page.wait_for_timeout(_SLIDES)
        close = self.page.get_by_test_id("stSidebarCollapseButton").get_by_role("button")
        if close.is_visible():
            close.click()
            self.page.wait_for_timeout(_SLIDES)

    def upload(self, workbook: Path) -> None:
        """Pick a workbook of one's own."""
        self.page.get_by_test_id("stSidebar").get_by_role("combobox").first.click()
        self.page.get_by_role("option", name="My own workbook").click()
        sidebar = self.page.get_by_test_id("stSidebar")
        sidebar.locator("input[type=file]").first.set_input_files(str(workbook))

    def outside(self) -> list[str]:
        """Give every address outside this machine that was called."""
        own = re.compile(r"^(https?|wss?)://127\.0\.0\.1:\d+/|^(data|blob):")
        return [url for url in self.calls if not own.match(url)]

    def complaints(self) -> list[str]:
        """Give errors of the console and calls to elsewhere; there are to be none."""
        return [*self.errors, *self.outside()]

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

    def clipped(self) -> list[str]:
        """Give texts of ours that are cut off or run out of what holds them."""
        found: list[str] = self.page.evaluate(
            """() => {
                const main = document.querySelector('[data-testid=stMainBlockContainer]');
                const bad = [];
                const kinds = 'p, h1, h2, h3, li, td, th, dd, dt, label';
                for (const one of main.querySelectorAll(kinds)) {
                    if (!one.innerText.trim() || !one.checkVisibility()) continue;
                    const style = getComputedStyle(one);
                    const hides = style.overflowX !== 'visible'
                        || style.textOverflow === 'ellipsis';
                    if (hides && one.scrollWidth > one.clientWidth + 1)
                        bad.push('cut off: ' + one.innerText.slice(0, 80));
                    const box = one.getBoundingClientRect();
                    if (box.width && box.right > window.innerWidth + 1
                        && !one.closest('[role=tablist], [style*="overflow"], table'))
                        bad.push('outside: ' + one.innerText.slice(0, 80));
                }
                return bad;
            }"""
        )
        return found

    def axe(self) -> list[str]:
        """Give what axe-core finds on the page, of any severity, but for what is known."""
        import axe_playwright_python

        script = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text("utf-8")
        self.page.evaluate(script)
        found: list[str] = self.page.evaluate(
            """async tags => {
                const found = await axe.run(document, {runOnly: {type: 'tag', values: tags}});
                return found.violations.flatMap(one => one.nodes.map(node =>
                    `${one.impact} ${one.id}: ${node.target.join(' ')} | `
                    + node.html.slice(0, 160)));
            }""",
            list(RULES),
        )
        return [one for one in found if not all(part in one for part in UPLOADER)]

    def shoot(self, folder: Path, name: str) -> None:
        """Take a picture of the whole page."""
        size = self.page.viewport_size
        height = self.page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
        self.page.set_viewport_size({"width": size["width"], "height": min(height + 40, 6000)})
        self.page.wait_for_timeout(500)
        self.page.screenshot(path=str(folder / f"{name}-{size['width']}.png"))
        self.page.set_viewport_size(size)
