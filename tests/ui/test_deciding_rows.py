"""What may be tried for a child, and what it needs before it may be applied."""

import pytest

from planner.data.adjustment import Adjustment, AdjustmentKind
from planner.data.record_kinds import ReasonCode
from planner.data.vocabulary import Band, Tier
from planner.policy import default_policy
from planner.ui.deciding_rows import (
    Act,
    Wish,
    act_words,
    along_words,
    bare,
    choices,
    may_waive,
    missing,
    possible,
    reasoned,
    source_words,
    with_change,
)
from tests.ui.made import line, person, plan, score, waiting

PIN, RAISE = AdjustmentKind.PIN, AdjustmentKind.RAISE
PEOPLE = (
    person(),
    person("P2"),
    person("P3", present=False),
    person("TM", carries=False, present=False),
)
HELD = line("C1", family="F", unit="F")
TWIN = line("C2", family="F", unit="F")
ALONE = waiting("C3", unit="C3")
PLAN = plan((HELD, TWIN, ALONE), practitioners=PEOPLE)


def test_what_may_be_tried() -> None:
    """A lock needs a holder, a split a brother or sister; nothing for a child nobody plans."""
    assert possible(PLAN, HELD, ()) == tuple(Act)
    assert possible(PLAN, ALONE, ()) == (Act.OTHERWISE, Act.BAR, Act.RAISE)
    assert possible(PLAN, line("C9"), ()) == ()


def test_what_was_done_already_is_not_offered_again() -> None:
    """The same lock, and a second raise in place of the first."""
    locked = Adjustment(kind=PIN, child="C1", practitioner="P1")
    assert Act.LOCK not in possible(PLAN, HELD, (locked,))
    assert Act.LOCK in possible(PLAN, TWIN, (locked,))
    raised = Adjustment(kind=RAISE, child="C1")
    assert Act.RAISE not in possible(PLAN, HELD, (raised,))


@pytest.mark.parametrize(
    ("tier", "band", "may"),
    [
        (Tier.HIGH, Band.B, True),
        (Tier.HIGH, Band.A, False),
        (Tier.MANDATORY, None, False),
    ],
)
def test_nothing_is_raised_above_the_top(tier: Tier, band: Band | None, may: bool) -> None:
    """Band (a) and mandatory have no step above them."""
    top = line("C1", unit="F", score=score("C1", tier, band))
    assert (Act.RAISE in possible(plan((top,)), top, ())) is may


def test_who_may_be_named() -> None:
    """Another one must be at work in the cycle; anybody who holds cases can be ruled out."""
    assert choices(PLAN, HELD, Act.OTHERWISE) == ("P2",)
    assert choices(PLAN, HELD, Act.BAR) == ("P1", "P2", "P3")


def test_the_change_that_a_decision_is() -> None:
    """Who is named by the act; unfinished where somebody is still to be chosen."""
    assert bare(Wish(Act.LOCK), HELD) == Adjustment(kind=PIN, child="C1", practitioner="P1")
    assert bare(Wish(Act.BAR), HELD) is None
    split = bare(Wish(Act.SPLIT), HELD)
    assert split == Adjustment(kind=AdjustmentKind.SPLIT, child="C1")


def test_a_waiver_means_something_only_where_a_family_is_taken_on() -> None:
    """With P1, who holds the case now, no limit binds; with P2 the waiver is in the change."""
    assert not may_waive(Wish(Act.LOCK), HELD)
    assert may_waive(Wish(Act.OTHERWISE, "P2"), HELD)
    assert not may_waive(Wish(Act.BAR, "P2"), HELD)
    with_p2 = bare(Wish(Act.OTHERWISE, "P2", waiver=True), HELD)
    assert with_p2 is not None
    assert with_p2.waiver
    with_p1 = bare(Wish(Act.LOCK, "P1", waiver=True), HELD)
    assert with_p1 is not None
    assert not with_p1.waiver


@pytest.mark.parametrize(
    ("wish", "lacks"),
    [
        (Wish(Act.LOCK, code=ReasonCode.COURT), ()),
        (Wish(Act.LOCK), ("Choose the reason.",)),
        (Wish(Act.BAR, code=ReasonCode.COURT), ("Choose the practitioner.",)),
        (Wish(Act.LOCK, code=ReasonCode.OTHER), ("Say in words why.",)),
        (Wish(Act.LOCK, code=ReasonCode.OTHER, reason=" "), ("Say in words why.",)),
        (Wish(Act.RAISE, code=ReasonCode.RISK), ("Say in words why.",)),
        (Wish(Act.RAISE, code=ReasonCode.RISK, reason="seen"), ()),
        (Wish(Act.OTHERWISE, "P2", waiver=True, code=ReasonCode.COURT), ("Say in words why.",)),
    ],
)
def test_what_a_decision_still_needs(wish: Wish, lacks: tuple[str, ...]) -> None:
    """Always a coded reason; words for a raise, a waiver and "other"."""
    assert missing(wish) == lacks


def test_the_reason_joins_the_change() -> None:
    """Code and words, and nothing else, are added to what was seen."""
    change = Adjustment(kind=PIN, child="C1", practitioner="P1")
    said = reasoned(change, Wish(Act.LOCK, code=ReasonCode.COURT, reason=" as ordered "))
    assert said == change.model_copy(update={"code": ReasonCode.COURT, "reason": "as ordered"})


def test_a_lock_takes_the_place_of_the_childs_earlier_lock() -> None:
    """Of this child only; a bar of the same child stays."""
    first = Adjustment(kind=PIN, child="C1", practitioner="P1")
    other = Adjustment(kind=PIN, child="C2", practitioner="P1")
    bar = Adjustment(kind=AdjustmentKind.BAR, child="C1", practitioner="P3")
    new = Adjustment(kind=PIN, child="C1", practitioner="P2")
    assert with_change((first, other, bar), new) == (other, bar, new)
    assert with_change((first,), bar) == (first, bar)


def test_words_of_what_may_be_tried() -> None:
    """The holder is named, the policy's paragraph given, and who goes along."""
    policy = default_policy()
    assert act_words(Act.LOCK, HELD) == "Lock with P1"
    assert all(act_words(act, HELD) for act in Act)
    assert all(source_words(act, policy).endswith(")") for act in Act)
    bare_policy = policy.model_copy(update={"paragraphs": ()})
    assert source_words(Act.LOCK, bare_policy) == ""
    assert along_words(Act.LOCK, PLAN, HELD) == "Held together, so the decision is for C2 too."
    assert along_words(Act.SPLIT, PLAN, HELD) == ""
    assert along_words(Act.LOCK, PLAN, ALONE) == ""
