"""What a manager may raise and lower, and what is refused in words."""

import pytest

from planner.data.scenario import Child
from planner.data.score import Score
from planner.data.vocabulary import Band, Tier
from tests.make import child, day, decision, infant
from tests.principles.scored import reasons, score

YES = {"principle__current_care": "yes"}


def lowered(one: Child, answers: dict[str, str] | None = None, **facts: object) -> Score:
    """Score a child whom the manager decided to lower."""
    return score(one, answers, decisions=(decision("lower", one.child, **facts),))


def raised(one: Child, *decided: object, answers: dict[str, str] | None = None) -> Score:
    """Score a child whom the manager decided to raise, on each of these days."""
    rows = tuple(decision("raise", one.child, decided=when) for when in decided)
    return score(one, answers, decisions=rows)


def test_an_infant_below_the_threshold_is_lowered_with_a_reason() -> None:
    """A current endorsed assessment, concerning and unlikely, lets the class give way."""
    found = lowered(infant("c", "response"), reason="seen daily by grandmother")
    assert (found.tier, found.band) == (Tier.REMAINING, None)
    assert found.watched
    assert reasons(found)[0] == (
        "Lowered by the manager: seen daily by grandmother "
        "(assessment endorsed 31 January 2026, below the threshold)"
    )


def test_a_lowered_child_goes_where_the_groups_say() -> None:
    """Lowering ends the class, not the principles."""
    assert lowered(infant("c", "response"), YES).tier is Tier.NEXT


def test_a_young_person_on_the_schedule_is_lowered_likewise() -> None:
    """The schedule is a class too."""
    assert lowered(child("c", age=15, youth_schedule="yes")).tier is Tier.REMAINING


@pytest.mark.parametrize(
    ("age", "stands"), [(0, True), (182, True), (183, True), (184, False), (-1, False)]
)
def test_the_assessment_must_be_current(age: int, stands: bool) -> None:
    """At most 183 days old, and not dated in the future."""
    found = lowered(infant("c", "response", risk_date=day(-age)))
    assert (found.tier is Tier.REMAINING) is stands
    refused = "Not lowered: no current endorsed risk assessment with both judgements"
    assert (refused in found.attention) is not stands


@pytest.mark.parametrize("gap", [{"consequence": None}, {"probability": None}, {"risk_date": None}])
def test_nothing_is_lowered_on_half_an_assessment(gap: dict[str, None]) -> None:
    """Both judgements and the endorsement must be there."""
    found = lowered(infant("c", "response", **gap))
    assert (found.tier, found.band) == (Tier.HIGH, Band.C)


@pytest.mark.parametrize(
    ("one", "refused"),
    [
        (infant("c"), "Not lowered: a child of mandatory allocation never is"),
        (child("c"), "The decision to lower has no effect: the child is not high risk"),
        (
            infant("c", "response", consequence="significant", probability="likely"),
            "Not lowered: the judgement itself is high risk",
        ),
        (
            infant("c", "not recorded"),
            "Not lowered: the infant response decision is not recorded",
        ),
        (
            infant("c", "response", maram="serious risk, immediate"),
            "Not lowered: the MARAM level is serious risk, immediate",
        ),
    ],
)
def test_refused(one: Child, refused: str) -> None:
    """The child stays exactly where the same child without a decision stands."""
    found, before = lowered(one), score(one)
    assert (found.tier, found.band) == (before.tier, before.band)
    assert refused in found.attention


@pytest.mark.parametrize("reason", ["", "   "])
def test_no_reason_no_lowering(reason: str) -> None:
    """A blank reason is none."""
    found = lowered(infant("c", "response"), reason=reason)
    assert found.tier is Tier.HIGH
    assert "Not lowered: no reason is recorded" in found.attention


def test_a_later_reason_mends_an_earlier_blank() -> None:
    """Of several decisions, one with a reason is enough."""
    rows = (
        decision("lower", "c", reason="", decided=day(-2)),
        decision("lower", "c", reason="panel of 1 March", decided=day(-1)),
    )
    found = score(infant("c", "response"), decisions=rows)
    assert "panel of 1 March" in reasons(found)[0]


@pytest.mark.parametrize(
    ("judgement", "answers", "tier", "band"),
    [
        (("concerning", "unlikely"), None, Tier.NEXT, None),
        (("concerning", "unlikely"), YES, Tier.HIGH, Band.C),
        (("significant", "likely"), None, Tier.HIGH, Band.B),
        (("severe", "likely"), None, Tier.HIGH, Band.A),
    ],
)
def test_a_raise_is_one_step(
    judgement: tuple[str, str], answers: dict[str, str] | None, tier: Tier, band: Band | None
) -> None:
    """Remaining to next, next to band c, c to b, b to a."""
    one = child("c", consequence=judgement[0], probability=judgement[1])
    found = raised(one, day(-1), answers=answers)
    assert (found.tier, found.band, found.raised) == (tier, band, True)
    assert reasons(found)[-1] == "Raised by the manager on 1 March 2026: recorded in supervision"
    assert found.points >= 101


def test_each_raise_counts() -> None:
    """Two decisions are two steps, whatever order the file has them in."""
    found = raised(child("c"), day(-1), day(-9))
    assert (found.tier, found.band) == (Tier.HIGH, Band.C)
    assert "21 February" in reasons(found)[-2]


def test_no_step_above_band_a() -> None:
    """The last step is band a; a raise beyond it is said to have no effect."""
    found = raised(child("c", consequence="severe", probability="likely"), day(-2), day(-1))
    assert (found.band, found.raised) == (Band.A, True)
    assert (
        "The decision to raise has no effect: there is no higher step to choose" in found.attention
    )


def test_nobody_is_raised_to_mandatory() -> None:
    """Mandatory is a class of the policy, not a choice."""
    found = raised(child("c", consequence="severe", probability="very likely"), day(-1))
    assert (found.tier, found.band, found.raised) == (Tier.HIGH, Band.A, False)
    assert not raised(infant("c"), day(-1)).raised


@pytest.mark.parametrize("gap", [{"reason": ""}, {"reason": " "}, {"decided": None}])
def test_a_raise_needs_reason_and_date(gap: dict[str, object]) -> None:
    """Without both it has no effect, and the page says what is wanting."""
    found = score(child("c"), decisions=(decision("raise", "c", **gap),))
    assert (found.tier, found.raised) == (Tier.REMAINING, False)
    assert "Not raised: a raise needs a reason and a date" in found.attention


def test_lowered_then_raised() -> None:
    """A raise starts from where the lowering left the child."""
    rows = (decision("lower", "c"), decision("raise", "c"))
    assert score(infant("c", "response"), decisions=rows).tier is Tier.NEXT


def test_a_decision_about_another_child_does_nothing() -> None:
    """Decisions bind the child they name."""
    assert score(child("c"), decisions=(decision("raise", "d"),)).tier is Tier.REMAINING
    assert score(child("c"), decisions=(decision("pin", "c", "P1"),)).tier is Tier.REMAINING
