"""Every kind of decision for one child in a real browser: seen, reasoned, applied, taken back."""

from pathlib import Path
from typing import Any

import pytest

from planner.files import write_scenario
from tests.ui.chosen import short_team
from tests.ui.panel import chips
from tests.ui.visit import IN_BROWSER, Visit

pytestmark = [*IN_BROWSER, pytest.mark.long]

TITLE = "Children and practitioners"
APPLY = "Apply to the what-if"
REFUSED = "NOT COMPLIANT: what was pinned for F cannot be kept."
LOCKED, BARRED, RAISED = "C1 with P1", "C5 not with P2", "C1 raised"


def test_each_kind_of_decision(browser: Any, address: str, tmp_path: Path, pictures: Path) -> None:
    """C1 is locked with P1 and raised, C5 barred from P2; then C1 goes to P2 by a waiver."""
    write_scenario(short_team(), tmp_path / "own.xlsx")
    visit = Visit(browser, address)
    visit.bring(tmp_path / "own.xlsx", "A team short of hours")
    a_lock(visit)
    a_raise(visit)
    a_bar(visit, pictures)
    seen_in_the_what_if(visit, pictures)
    taken_back(visit)
    a_lock_that_breaks_a_limit(visit, pictures)
    its_waiver(visit, pictures)
    assert visit.complaints() == []


def tried(visit: Visit, child: str, act: str, who: str = "") -> None:
    """Open a child's section of decisions, choose one and wait until its effect is known."""
    visit.go(TITLE)
    visit.pick("Child", child)
    visit.turn("Decide")
    visit.page.get_by_text(act).first.click()
    visit.at_rest()
    if who:
        visit.pick("Practitioner", who)
    visit.page.get_by_role("heading", name="The effect on other children").wait_for()
    visit.at_rest()


def reasoned(visit: Visit, code: str, words: str = "") -> None:
    """Give the coded reason and, where there are any, the words; then apply the decision."""
    visit.pick("Reason", code)
    if words:
        assert visit.page.get_by_role("button", name=APPLY).is_disabled()
        visit.page.get_by_role("textbox", name="In words").fill(words)
        visit.page.keyboard.press("Enter")
        visit.at_rest()
    visit.press(APPLY)
    visit.page.get_by_role("heading", name="Decided for this family").wait_for()


def a_lock(visit: Visit) -> None:
    """C1 stays with P1 for the court, and C2 goes along; a coded reason alone will do."""
    tried(visit, "C1", "Lock with P1")
    assert "Held together, so the decision is for C2 too." in visit.said()
    assert "Choose the reason." in visit.said()
    assert "Waive the limits" not in visit.said()
    assert visit.page.get_by_role("button", name=APPLY).is_disabled()
    reasoned(visit, "Court")
    assert "Locked: C1 with P1 (court)" in visit.said()


def a_raise(visit: Visit) -> None:
    """One step, from remaining to next priority, and never without words."""
    tried(visit, "C1", "Raise the tier by one step")
    (row,) = visit.rows("What changes for this family")[1:]
    assert (row[1][-18:], row[2][-13:]) == ("remaining children", "next priority")
    reasoned(visit, "Risk judgement", "Seen on Friday")
    assert "C1 raised (risk judgement; Seen on Friday)" in visit.said()


def a_bar(visit: Visit, pictures: Path) -> None:
    """Nobody else has room for C5, who would await: said before it is applied."""
    tried(visit, "C5", "Not with a certain practitioner", "P2")
    (row,) = visit.rows("What changes for this family")[1:]
    assert row[1:3] == ["P2 (kept)", "awaiting allocation (no longer with P2)"]
    visit.look(pictures, "decide-bar")
    assert visit.axe() == []
    reasoned(visit, "Conflict or safety")
    assert "C5 not with P2 (conflict or safety)" in visit.said()


def seen_in_the_what_if(visit: Visit, pictures: Path) -> None:
    """Find a chip for each; two at high risk await, and who lost whom is among the changes."""
    visit.go("What-if")
    assert chips(visit) == [LOCKED, RAISED, BARRED]
    visit.solved("baseline plan")
    assert visit.figures()[1].split("\n")[:2] == ["Awaiting: high risk", "2"]
    visit.look(pictures, "decide-what-if")
    visit.page.get_by_role("radio", name="Changes, one by one").click()
    visit.at_rest()
    (row,) = visit.rows("Changes: changes against now")[1:]
    assert row[1:3] == ["No practitioner any more", "P2 to awaiting allocation"]
    visit.go(TITLE)
    visit.turn("One practitioner")
    visit.pick("Practitioner", "P2")
    visit.turn("Locks and absence")
    assert BARRED in visit.said()
    visit.turn("One child")


def taken_back(visit: Visit) -> None:
    """Take the bar back by its chip, the lock and the raise by the buttons beside the child."""
    visit.go("What-if")
    visit.press(BARRED)
    visit.go(TITLE)
    visit.pick("Child", "C1")
    visit.turn("Decide")
    for left in ("1 change", "the same as the baseline"):
        visit.press("Take back")
        assert f"What-if: {left}" in visit.said()


def a_lock_that_breaks_a_limit(visit: Visit, pictures: Path) -> None:
    """P2 has too few hours for F: which rules conflict is said, and that a waiver would do."""
    tried(visit, "C1", "Decide otherwise", "P2")
    alert = visit.page.get_by_role("alert").filter(has_text=REFUSED)
    assert "In conflict with: case hours." in alert.inner_text()
    assert "Would work: Record a waiver with the pin of C1 to P2." in alert.inner_text()
    visit.look(pictures, "decide-refused")
    assert visit.axe() == []


def its_waiver(visit: Visit, pictures: Path) -> None:
    """With it nothing conflicts, what gives way is counted, and it is applied for a reason only."""
    page = visit.page
    page.get_by_text("Waive the limits of P2 for this family, on my decision").click()
    page.get_by_text(REFUSED).wait_for(state="hidden")
    visit.at_rest()
    assert "P2 goes 14 h over the limit to hold F." in visit.said()
    assert "It lifts nothing else: no conflict of interest" in visit.said()
    assert "Say in words why." in visit.said()
    visit.look(pictures, "decide-waiver")
    reasoned(visit, "Directed by senior delegate", "Told today")
    assert "Locked: C1 with P2, limits waived (directed by senior delegate" in visit.said()
    assert "NOT COMPLIANT" not in visit.said()
    visit.go("What-if")
    assert "P2 goes" in visit.said()
    visit.press("C1 with P2, limits waived")
    assert chips(visit) == []
