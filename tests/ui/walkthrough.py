"""The walkthrough of docs/walkthrough.md, step by step in a browser, with its pictures.

``python -m tests.ui.walkthrough docs/walkthrough`` makes the pictures again. A step does what
the text says and keeps all that stood on screen meanwhile; the test holds the text against it.
"""

import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.ui.visit import CHROMIUM, FLAGS, Visit, served
from tests.ui.walk import Walk

WHY = "Nobody else can hold the six siblings; the senior manager knows of the hours over."
COURT = "Hearing on 25 March."
ADVICE = "The advice service is to be consulted first; until then nothing changes."
ROOM = "C062 stays with P06, who has no room then."
NAME = "A. Example"
CONSULTED = "Who was consulted, and when (one on each line; or: nobody)"


def start(walk: Walk) -> None:
    """Open the page and pick the team."""
    walk.page.get_by_role("heading", level=1).wait_for()
    walk.look()
    walk.page.get_by_test_id("stSidebar").get_by_role("combobox").first.click()
    walk.page.get_by_role("option", name="Steady", exact=True).click()
    walk.sees("A steady team")
    walk.sees("Best possible plan")


def this_week(walk: Walk) -> None:
    """Read where the team stands, and ask who covers while P02 is away."""
    walk.sees("4 children await")
    walk.page.get_by_text("For whom they do not hold").click()
    walk.look()
    walk.part("Somebody is away: who covers, what falls due?")
    walk.choose("Who is away", "P02")
    walk.press("Who covers?")
    walk.sees("Hours to spare")
    walk.picture("1-who-covers", walk.heading("Quick questions"), 900)


def two_away(walk: Walk) -> None:
    """Press the preset for two away, and read the figures, who awaits and how sure it is."""
    walk.goes("What-if")
    walk.press("Two away")
    popover = walk.page.get_by_test_id("stPopoverBody")
    for name in ("P02", "P05"):
        popover.get_by_role("button", name=name).click()
        walk.look()
    popover.get_by_role("button", name="See it for the whole cycle").click()
    walk.page.get_by_role("button", name="P05 away from").wait_for()
    walk.page.keyboard.press("Escape")
    walk.solved()
    walk.sees("P04 goes 38.5 h over the limit to hold F08")
    walk.picture("2-two-away", walk.heading("What-if"), 900, whole=True)
    walk.picture("../page-what-if", walk.heading("What-if"), 830, whole=True)
    walk.page.get_by_role("radio", name="Awaiting allocation").click()
    walk.sees("The team holds these children under the team manager")


def limit(walk: Walk) -> None:
    """Drag the limit for everyone to 90 %, read, and undo it."""
    slider = walk.page.get_by_label("Limit for everyone").first
    slider.scroll_into_view_if_needed()
    slider.focus()
    walk.page.keyboard.press("PageDown")
    walk.glimpses("Limit of everyone: 90 %")
    walk.glimpses("P04 goes 42 h over the limit to hold F08")
    walk.press("Undo")
    walk.page.get_by_role("button", name="Limit of everyone").wait_for(state="detached")
    walk.sees("P04 goes 38.5 h over the limit to hold F08")


def weigh(walk: Walk) -> None:
    """Ask what de-allocations would buy, and load one of the points."""
    walk.goes("Trade-offs")
    walk.part("De-allocations")
    walk.press("Find what de-allocations would change")
    walk.sees("2 de-allocations, against no de-allocation")
    choice = walk.page.get_by_test_id("stExpander").filter(has_text="1 de-allocation").first
    choice.locator("summary").click()
    walk.sees("C050 would await allocation")
    walk.picture("3-trade-offs", walk.heading("De-allocations"), 900)
    choice.get_by_role("button", name="Load into the What-if").click()
    walk.sees("Loaded into the What-if: 1 de-allocation")
    walk.press("Go to What-if")
    walk.solved()
    walk.sees("1 child de-allocated: C050")


def one_child(walk: Walk) -> None:
    """Read why the child would await, and what would change it."""
    walk.goes("Children and practitioners")
    walk.choose("Child", "C050")
    walk.sees("Awaiting allocation: a de-allocation")
    walk.sees("What would change this")
    walk.picture("4-one-child", walk.heading("C050"), 900)


def lock(walk: Walk) -> None:
    """Lock the child with her practitioner, see what it does to others, apply it."""
    walk.part("Decide")
    walk.page.get_by_text("Decide otherwise: choose who holds the case").click()
    walk.look()
    walk.choose("Practitioner", "P04")
    walk.sees("The figures beside each other")
    walk.choose("Reason", "Court")
    walk.write("In words", COURT)
    walk.sees("C062, family F36")
    walk.picture("5-effect", walk.heading("The effect on other children"), 900)
    walk.press("Apply to the what-if")
    walk.sees("Decided for this family")
    walk.sees(f"Locked: C050 with P04 (court; {COURT})")


def save(walk: Walk) -> None:
    """Save the what-if under a name, and compare it with the baseline."""
    walk.goes("Compare")
    walk.write("Name", "P02 and P05 away")
    walk.press("Save", exact=True)
    walk.sees("P02 and P05 away: 4 changes")


def compare(walk: Walk) -> None:
    """Compare it with the baseline: figures, moves, newly awaiting, newly allocated."""
    for tab in ("Newly awaiting", "Newly allocated", "Moves"):
        walk.page.get_by_role("tab", name=tab).click()
        walk.look()
    walk.picture("6-compare", walk.heading("Child by child"), 900)


def adopt(walk: Walk) -> None:
    """Go on although guard-rails do not hold, and record each decision."""
    walk.choose("Plan to adopt", "P02 and P05 away")
    walk.sees("Guard-rails that do not hold in this plan")
    walk.write("Why you go on although they do not hold", WHY)
    walk.write("Who decides (name)", NAME)
    walk.press("Override and begin")
    walk.sees("0 of 3 decided")


def decide(walk: Walk) -> None:
    """Decide each of the three: otherwise, as the plan suggests, and otherwise again."""
    walk.sees("1 of 3: De-allocation: C062")
    walk.picture("7-decide", walk.heading("1 of 3: De-allocation: C062 (family F36)"), 930)
    _stays(walk, "P06", "ACSASS/ACCO advice", ADVICE)
    walk.sees("2 of 3: Change of practitioner: C012")
    _recorded(walk, "Practitioner capacity or wellbeing")
    walk.sees("3 of 3: Change of practitioner: C028")
    _stays(walk, "P04", "Practitioner capacity or wellbeing", ROOM)
    walk.sees("Everything in this plan is decided")


def _stays(walk: Walk, holder: str, reason: str, words: str) -> None:
    walk.page.get_by_text(f"Stays with {holder}", exact=True).click()
    walk.sees(f"{holder} w")
    walk.write("Why, in words (required where the reason is other)", words)
    _recorded(walk, reason)


def _recorded(walk: Walk, reason: str) -> None:
    walk.choose("Reason", reason)
    walk.write(CONSULTED, "Senior manager, 2 March")
    walk.press("Record this decision")


def follow(walk: Walk) -> None:
    """See what follows from what was decided otherwise, with no de-allocation any more."""
    walk.look()
    walk.press("See in What-if what follows from what you decided otherwise")
    walk.page.get_by_role("heading", name="What-if", level=1, exact=True).wait_for()
    walk.solved()
    walk.press("Up to 1 de-allocation considered")
    walk.solved()
    walk.sees("P04 goes 38.5 h over the limit to hold F08")


def awaiting(walk: Walk) -> None:
    """Note on the board who was told, and print it."""
    walk.goes("Awaiting")
    walk.sees("10 children of 7 families await allocation")
    walk.choose("Child", "C010")
    form = walk.page.get_by_test_id("stForm")
    form.get_by_role("button", name="parents").click()
    walk.dated("Told on", "02032026")
    walk.press("Keep this note")
    walk.sees("2 Mar")
    walk.page.evaluate("window.print = () => { window.printed = true; }")
    walk.press("Print this board")
    assert walk.page.evaluate("window.printed")
    walk.picture("8-awaiting", walk.heading("The board"), 860)
    walk.picture("../page-awaiting", walk.heading("The board"), 800, whole=True)


def record(walk: Walk) -> None:
    """Say in the decision log that a decision was entered on CRIS, and take the log away."""
    walk.goes("Data and record")
    walk.part("Decision log")
    walk.sees("3 decisions not yet entered on CRIS")
    walk.choose("Record", "1:")
    walk.dated("Day of the entry", "03032026")
    walk.write("Entered by (name)", NAME)
    walk.press("Say that it was entered")
    walk.sees("2 decisions not yet entered on CRIS")
    walk.sees("The log is complete and unaltered: 4 records.")
    with walk.page.expect_download() as taken:
        walk.press("All records (CSV)")
    assert Path(taken.value.path()).read_bytes().count(b"A. Example") >= 4
    walk.picture("9-log", walk.heading("Decision log"), 900)


def come_back(walk: Walk) -> None:
    """Refresh the page: the draft is back."""
    walk.page.reload()
    walk.sees("is back")
    walk.goes("Compare")
    walk.sees("P02 and P05 away")


STEPS: Mapping[str, Callable[[Walk], None]] = {
    "Start": start,
    "This week": this_week,
    "What if two are away?": two_away,
    "Try a limit, and undo it": limit,
    "What would a de-allocation buy?": weigh,
    "Why would this child await?": one_child,
    "Lock one child, and see what it does to others": lock,
    "Save it under a name": save,
    "Compare with the baseline": compare,
    "Adopt the plan": adopt,
    "One decision after the other": decide,
    "What follows from deciding otherwise": follow,
    "The board: who was told": awaiting,
    "The record": record,
    "Come back later": come_back,
}


def walk_through(visit: Visit, folder: Path) -> dict[str, str]:
    """Take one step after the other, and give all that was seen in each."""
    walk = Walk(visit, folder)
    for walk.step, take in STEPS.items():
        take(walk)
    return walk.seen


def main(folder: Path) -> None:
    """Make the pictures again, from a server and a folder of data of their own."""
    from playwright.sync_api import sync_playwright

    folder.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as place,
        served(Path(place)) as address,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        walk_through(Visit(browser, address, color_scheme="light"), folder)
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
