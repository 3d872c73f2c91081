"""One manager in a real browser: the first page, steps seen before, and steps that are new."""

import re
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from benchmarks import page_words as words
from benchmarks.page_server import Server
from benchmarks.page_table import (
    CACHED,
    CACHED_REST,
    EVERYONE,
    EVERYONE_REST,
    FIRST,
    OUTSIDE,
    PLAN,
    PROOF,
    WORDS,
    Sample,
)

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_MOST_SECONDS = 60.0
# Looking more often would keep the page busy.
_LOOK_MILLISECONDS = 300
# What a manager takes at least between two steps.
_PAUSE_SECONDS = 0.5
# A proof that takes longer than the page searches on is not waited for.
_PROOF_SECONDS = 20.0
# So many new limits are tried of one practitioner before the next one's turn.
_IN_A_ROW = 4
_STEP = 5
_FARTHEST = 4
_OWN = re.compile(r"^(https?|wss?)://127\.0\.0\.1:\d+/|^(data|blob):")


class Visit:
    """One tab of the browser on a server; it notes every address that is called."""

    def __init__(self, browser: Any, server: Server, address: str = words.ADDRESS) -> None:
        self.calls: list[str] = []
        self._starts: dict[str, int] = {}
        self._server = server
        self.page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
        self.page.set_default_timeout(1000 * _MOST_SECONDS)
        self.page.on("request", lambda request: self.calls.append(request.url))
        self.page.on("websocket", lambda socket: self.calls.append(socket.url))
        self.page.add_init_script(words.recorder())
        self.page.goto(server.address + address)

    def first_figure(self) -> float:
        """Give the seconds from asking for the page to its first figures."""
        self._wait("bench.first !== null")
        return float(self.page.evaluate("bench.first")) / 1000

    def practitioners(self) -> list[str]:
        """List whose limits may be moved, in the order of the page."""
        labels: list[str] = self.page.get_by_role("slider").evaluate_all(
            "found => found.filter(one => !one.disabled).map(one => one.ariaLabel || '')"
        )
        return [name for label in labels if (name := words.owner_of_slider(label))]

    def settle(self) -> None:
        """Wait until the page is at rest with a proven plan, or has had time enough for one."""
        self._wait(
            f"bench.proven() || performance.now() > {1000 * _PROOF_SECONDS} + bench.asked",
            "bench.seen().resting",
        )
        self.page.wait_for_timeout(1000 * _PAUSE_SECONDS)

    def rest(self) -> None:
        """Wait until nothing is worked out any more, neither for this page nor ahead of it."""
        self.settle()
        self._server.rest()

    def step(self, whose: str, key: str) -> dict[str, Any]:
        """Press one key on a limit and give when the page answered it."""
        slider = self.page.get_by_role("slider", name=words.slider(whose)).first
        slider.focus()
        before = int(slider.input_value())
        start = self._starts.setdefault(whose, before)
        percent = before + (_STEP if key == "ArrowRight" else -_STEP)
        chip = "" if percent == start else words.chip(whose, percent)
        self.page.evaluate("([whose, chip]) => bench.expect(whose, chip)", [whose, chip])
        self.page.keyboard.press(key)
        self._answered()
        self.settle()
        found: dict[str, Any] = self.page.evaluate("bench.told()")
        return found

    def left_the_machine(self) -> Sample:
        """Count the requests to anywhere else."""
        elsewhere = [url for url in self.calls if not _OWN.match(url)]
        return Sample(OUTSIDE, len(elsewhere), f"of {len(self.calls)} requests")

    def _answered(self) -> None:
        late = f"new Promise(late => setTimeout(late, {1000 * _MOST_SECONDS}, 'late'))"
        if self.page.evaluate(f"Promise.race([bench.answered(), {late}])") == "late":
            known = self.page.evaluate("bench.told()")
            raise RuntimeError(f"The page did not answer in time: {known}")

    def _wait(self, *conditions: str) -> None:
        for condition in conditions:
            self.page.wait_for_function(f"() => {condition}", polling=_LOOK_MILLISECONDS)


@contextmanager
def browser() -> Iterator[Any]:
    """Start the system's own Chromium."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as engine:
        started = engine.chromium.launch(executable_path=CHROMIUM, args=list(_FLAGS))
        yield started
        started.close()


def first_page(browser: Any, server: Server) -> list[Sample]:
    """Open the first page once, as the first visitor of a server."""
    visit = Visit(browser, server, address="")
    return [Sample(FIRST, visit.first_figure()), visit.left_the_machine()]


def cached_steps(browser: Any, server: Server, count: int) -> list[Sample]:
    """Go back and forth between two limits seen before: everyone's, then one practitioner's."""
    visit = Visit(browser, server)
    visit.first_figure()
    visit.rest()
    found = []
    for kinds, people in (
        (_KINDS_OF_EVERYONE, [words.EVERYONE]),
        (_KINDS_OF_ONE, visit.practitioners()),
    ):
        whose, back, forth = _with_other_figures(visit, people)
        visit.rest()
        for number in range(count):
            step = visit.step(whose, forth if number % 2 else back)
            found += [
                Sample(kind, _seconds(step[name]), step["words"]) for kind, name in kinds.items()
            ]
    return [*found, visit.left_the_machine()]


_KINDS_OF_EVERYONE = {WORDS: "beside", EVERYONE: "changed", EVERYONE_REST: "rested"}
_KINDS_OF_ONE = {CACHED: "changed", CACHED_REST: "rested"}


def _with_other_figures(visit: Visit, people: Sequence[str]) -> tuple[str, str, str]:
    """Find a step of a limit that changes a figure; give whose, and the keys back and forth.

    The first step leaves the limit's own start, where the page is drawn without its chip.
    """
    for whose in people:
        for forth, back in (("ArrowRight", "ArrowLeft"), ("ArrowLeft", "ArrowRight")):
            for number in range(_FARTHEST):
                changed = visit.step(whose, forth)["changed"] is not None
                if number and changed:
                    return whose, back, forth
            for _ in range(_FARTHEST):
                visit.step(whose, back)
    raise RuntimeError("No limit changes a figure.")


def new_steps(browser: Any, server: Server, count: int) -> list[Sample]:
    """Move limits to where nobody had them before, down for one practitioner and up for the next.

    The server should have answered nobody yet.
    """
    visit = Visit(browser, server)
    visit.first_figure()
    visit.rest()
    people = visit.practitioners()
    found = []
    for number in range(count):
        turn = number // _IN_A_ROW
        key = "ArrowRight" if turn % 2 else "ArrowLeft"
        step = visit.step(people[turn % len(people)], key)
        found.append(Sample(PLAN, _seconds(step["labelled"]), step["words"]))
        found.append(Sample(PROOF, _seconds(step["proven"])))
    return [*found, visit.left_the_machine()]


def _seconds(milliseconds: float | None) -> float | None:
    return None if milliseconds is None else milliseconds / 1000
