"""A tiny team that solves at once, in a folder and as the only team the page has."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

from planner.files import write_scenario
from planner.ui import asking, teams
from planner.ui import desk as desks
from tests.make import child, day, leave, practitioner, scenario
from tests.ui.visit import CHROMIUM, FLAGS, served

LABEL = "![twins](http://e.example/x.png)"


@pytest.fixture(scope="session", autouse=True)
def _no_search_for_components() -> Iterator[None]:
    """Spare each page a second's search of all installed packages for parts we do not use."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", list)
        yield


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write two practitioners and five children, two of whom await at high risk.

    P1 holds C1 and C2 and P2 holds C3. C4 and C5 await; P3 is away for the whole cycle.
    """
    high = {"consequence": "severe", "probability": "likely"}
    made = scenario(
        [
            child("C1", holder="P1"),
            child("C2", holder="P1", label=LABEL),
            child("C3", holder="P2"),
            child("C4", **high),
            child("C5", **high, last_seen=day(-40)),
        ],
        [
            practitioner("P1"),
            practitioner("P2", fte="0.3"),
            practitioner("P3", fte="0.5"),
            practitioner("TM1", grade="CPP5.2"),
        ],
        leave=(leave("P3", -2, 40),),
        name="A tiny team",
    )
    folder = tmp_path_factory.mktemp("teams") / "tiny"
    write_scenario(made, folder)
    return folder


def _clear() -> None:
    for desk in desks.ROOMS:
        desk().close()
        desk.cache_clear()


@pytest.fixture
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep drafts and decisions in a folder of this test's own."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path / "data" / "allocation-planner"


@pytest.fixture
def only_tiny(tiny: Path, own_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Let the page have the tiny team alone, and no answer from before."""
    monkeypatch.setattr(teams, "shipped_scenarios", lambda: {"tiny": tiny})
    # The tiny team is proven at once; a busy machine may not cut that short.
    monkeypatch.setattr(asking, "LIVE_SECONDS", 9.0)
    _clear()
    yield tiny
    _clear()


def _drawn(name: str) -> None:
    """Draw one page in the frame that all pages share; runs inside the test harness."""
    from importlib import import_module

    from planner.ui.shell import View, serve

    page = import_module(f"planner.ui.pages.{name}")
    serve((View(page.TITLE, name, page.render),))


OnPage = Callable[[str], AppTest]


@pytest.fixture
def on_page(only_tiny: Path) -> OnPage:
    """Give a way to open one page on the tiny team by the name of its module."""

    def open_page(name: str) -> AppTest:
        return AppTest.from_function(_drawn, args=(name,), default_timeout=60).run()

    return open_page


@pytest.fixture
def page(on_page: OnPage) -> AppTest:
    """Open the what-if page on the tiny team."""
    opened = on_page("what_if")
    assert not opened.exception
    assert not opened.error
    return opened


@pytest.fixture(scope="session")
def server_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Name the folder that the server runs in, with its log and its data."""
    return tmp_path_factory.mktemp("server")


@pytest.fixture(scope="session")
def address(server_folder: Path) -> Iterator[str]:
    """Serve the page for all browser tests of this process."""
    with served(server_folder) as found:
        yield found


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Start the system's own Chromium."""
    engine = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with engine.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield started
        started.close()


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """Name the folder for screenshots: the one PLANNER_SCREENSHOTS names, else a temporary one."""
    folder = Path(os.environ.get("PLANNER_SCREENSHOTS") or tmp_path / "pictures")
    folder.mkdir(parents=True, exist_ok=True)
    return folder
