"""Decide for one child: seen first, reasoned, applied to the what-if, and taken back."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from planner.data.adjustment import AdjustmentKind
from planner.data.record_kinds import ReasonCode
from planner.ui.deciding import APPLY, BACK, LEAVE, RECORD
from planner.ui.deciding_rows import Act
from planner.ui.one_child import DECIDE
from tests.ui.chosen import chosen, section, short_page, subheaders
from tests.ui.conftest import OnPage
from tests.ui.seen import button, labels, settled, text

EFFECT = "The effect on other children"


@pytest.fixture
def page(on_page: OnPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """Open the section on a team that is short of hours."""
    return section(short_page(on_page, tmp_path / "short", monkeypatch), DECIDE)


def tried(page: AppTest, act: Act, who: str = "") -> AppTest:
    """Choose what to try, and whom, and wait until its effect is known."""
    page = page.radio[0].set_value(option_of(page, act)).run()
    if who:
        page = chosen(page, "Practitioner", who)
    return settled(page, known)


def option_of(page: AppTest, act: Act) -> str:
    """Give what the page calls an act."""
    words = {
        Act.LOCK: "Lock with",
        Act.OTHERWISE: "Decide otherwise",
        Act.BAR: "Not with",
        Act.RAISE: "Raise",
        Act.SPLIT: "Let brothers",
    }[act]
    return next(option for option in page.radio[0].options if option.startswith(words))


def known(page: AppTest) -> bool:
    """Whether the effect is on the page."""
    return "**Other children**" in text(page) or bool(page.error)


def apply_button(page: AppTest) -> bool:
    """Whether the decision may be applied."""
    return not next(b for b in page.button if b.label == APPLY).disabled


def reasoned(page: AppTest, code: ReasonCode, words: str = "") -> AppTest:
    """Give the coded reason, and the words."""
    page = chosen(page, "Reason", code.words[:4].capitalize())
    return page.text_input[0].input(words).run() if words else page


def changes(page: AppTest) -> list[tuple[AdjustmentKind, str, str, bool]]:
    """Read the changes of the what-if."""
    draft = page.session_state["sandbox"].draft
    return [(c.kind, c.child, c.practitioner, c.waiver) for c in draft.changes]


def test_nothing_is_applied_before_its_effect_was_seen(page: AppTest) -> None:
    """Neither a button to apply nor an effect until something is chosen."""
    assert subheaders(page) == ["Try a decision"]
    assert APPLY not in labels(page)


def test_a_lock_is_seen_reasoned_applied_and_taken_back(page: AppTest) -> None:
    """It needs a coded reason; applied it is called locked; taken back the what-if is as before."""
    page = tried(page, Act.LOCK)
    assert EFFECT in subheaders(page)
    assert "Nothing changes for this family." in text(page)
    assert "so the decision is for C2 too" in text(page)
    assert not page.checkbox
    assert not apply_button(page)
    page = reasoned(page, ReasonCode.COURT)
    assert apply_button(page)
    page = button(page, APPLY)
    assert changes(page) == [(AdjustmentKind.PIN, "C1", "P1", False)]
    assert ":material/lock: Locked: C1 with P1 (court)" in text(page)
    assert page.radio[0].value is None
    page = button(page, BACK)
    assert changes(page) == []
    assert ":material/lock:" not in text(page)


def test_words_that_were_just_written_are_applied_with_it(page: AppTest) -> None:
    """They reach the page together with the press of the button, and no run before it."""
    page = reasoned(tried(page, Act.LOCK), ReasonCode.COURT)
    page.text_input[0].input("Hearing on 25 March.")
    page = button(page, APPLY)
    assert ":material/lock: Locked: C1 with P1 (court; Hearing on 25 March.)" in text(page)


def test_a_reason_that_was_just_emptied_applies_nothing(page: AppTest) -> None:
    """Other needs words; without them the what-if stays as it is."""
    page = reasoned(tried(page, Act.LOCK), ReasonCode.OTHER, "the family asked for it")
    assert apply_button(page)
    page.text_input[0].input("")
    page = button(page, APPLY)
    assert changes(page) == []


def test_a_lock_that_leaves_no_compliant_plan_is_named(page: AppTest) -> None:
    """P2 has 6 h: F cannot be locked with P2 within the limits, and what would work is said."""
    page = tried(page, Act.OTHERWISE, "P2")
    (refused,) = page.error
    assert "NOT COMPLIANT: what was pinned for F cannot be kept." in refused.value
    assert "Would work: Record a waiver with the pin of C1 to P2." in refused.value
    assert "the best plan for everyone without this decision" in text(page)


def test_a_waiver_says_what_it_lifts_and_shows_who_pays(page: AppTest) -> None:
    """With it the lock holds: the limit gives way by an amount, and contacts are counted."""
    page = tried(page, Act.OTHERWISE, "P2")
    assert "It lifts, for P2 with this family only" in text(page)
    page = settled(page.checkbox[0].check().run(), lambda p: known(p) and not p.error)
    assert "P2 goes " in text(page)
    page = reasoned(page, ReasonCode.DIRECTED)
    assert "Say in words why." in text(page)
    page = page.text_input[0].input("directed today").run()
    page = button(page, APPLY)
    assert changes(page) == [(AdjustmentKind.PIN, "C1", "P2", True)]


def test_left_alone_nothing_stays_of_it(page: AppTest) -> None:
    """The form begins anew, and nothing is in the what-if."""
    page = button(reasoned(tried(page, Act.BAR, "P1"), ReasonCode.RISK), LEAVE)
    assert page.radio[0].value is None
    assert changes(page) == []


def test_a_raise_needs_words_and_names_both_tiers(page: AppTest) -> None:
    """C1 goes from remaining to next priority; the reason in words is asked for."""
    page = tried(page, Act.RAISE)
    (own,) = [t.value for t in page.table if "In the what-if" in t.value]
    assert next(iter(own["In the what-if"])).endswith("remaining children")
    assert next(iter(own["With this decision"])).endswith("next priority")
    page = reasoned(page, ReasonCode.RISK)
    assert not apply_button(page)
    assert apply_button(page.text_input[0].input("seen on Friday").run())


def test_a_split_may_be_tried_where_there_are_two(page: AppTest) -> None:
    """Not for C3, who has no brother or sister, and nothing for C4, whom no plan places."""
    assert option_of(page, Act.SPLIT)
    page = chosen(page, "Child", "C3")
    assert not any(option.startswith("Let") for option in page.radio[0].options)
    page = chosen(page, "Child", "C4")
    assert not page.radio
    assert "nothing to try here" in text(page)


def test_a_second_lock_of_the_family_is_refused_in_words(page: AppTest) -> None:
    """C2 is locked with P1; C1 with P2 is at odds with it, and the page says how to go on."""
    page = chosen(page, "Child", "C2")
    page = button(reasoned(tried(page, Act.LOCK), ReasonCode.COURT), APPLY)
    page = chosen(page, "Child", "C1")
    page = page.radio[0].set_value(option_of(page, Act.OTHERWISE)).run()
    page = chosen(page, "Practitioner", "P2")
    assert "split it first" in page.error[0].value
    assert APPLY not in labels(page)


def test_a_decision_is_recorded_on_another_page(page: AppTest) -> None:
    """The page sends the manager there and records nothing itself."""
    page = tried(page, Act.LOCK)
    page = button(page, RECORD)
    assert changes(page) == []
    assert not page.exception
