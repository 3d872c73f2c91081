"""Tiers, bands and groups, one rule at a time, each with its neighbours."""

from datetime import date

import pytest

from planner.data.vocabulary import Band, Group, Tier
from tests.make import child, infant
from tests.principles.scored import POLICY, added, reasons, score

CONSEQUENCES = ("severe", "significant", "concerning", "insufficient evidence", None)
PROBABILITIES = ("very likely", "likely", "unlikely", None)
HIGH = {
    ("severe", "very likely"): "a",
    ("severe", "likely"): "b",
    ("significant", "very likely"): "b",
    ("significant", "likely"): "c",
}


@pytest.mark.parametrize("consequence", CONSEQUENCES)
@pytest.mark.parametrize("probability", PROBABILITIES)
def test_the_table_of_judgements(consequence: str | None, probability: str | None) -> None:
    """Four cells are high risk; every other cell, and a blank, is not, for want of a class."""
    found = score(child("c", consequence=consequence, probability=probability))
    band = HIGH.get((str(consequence), str(probability)))
    assert (found.tier, found.band) == ((Tier.HIGH, band) if band else (Tier.REMAINING, None))


def test_the_reason_names_both_judgements() -> None:
    """A manager reads the judgement itself, with the paragraph that makes it count."""
    found = score(child("c", consequence="severe", probability="likely"))
    assert reasons(found) == ["Risk judgement: severe, likely"]
    assert found.reasons[0].paragraph == "2254-P1"


@pytest.mark.parametrize(
    ("born", "tier", "band", "is_infant"),
    [
        # Two years old tomorrow, today, and since yesterday.
        (date(2024, 3, 3), Tier.HIGH, Band.C, True),
        (date(2024, 3, 2), Tier.REMAINING, None, False),
        (date(2024, 3, 1), Tier.REMAINING, None, False),
    ],
)
def test_under_two(born: date, tier: Tier, band: Band | None, is_infant: bool) -> None:
    """An infant is in band c by class until the second birthday."""
    found = score(infant("c", "response", birth_date=born))
    assert (found.tier, found.band, found.infant) == (tier, band, is_infant)


def test_an_infant_keeps_a_higher_band() -> None:
    """Class gives band c at least; the judgement may give more, and both are said."""
    found = score(infant("c", "response", consequence="severe", probability="likely"))
    assert found.band is Band.B
    assert reasons(found) == ["Risk judgement: severe, likely", "Under 2 years of age"]


def test_an_infant_without_a_response_decision() -> None:
    """What is not decided is treated as high risk, and asked for."""
    found = score(infant("c", "not recorded"))
    assert (found.tier, found.band) == (Tier.HIGH, Band.C)
    assert "Infant response decision not recorded: treated as high risk" in reasons(found)
    assert "Infant response decision not recorded" in found.attention


@pytest.mark.parametrize(("age", "asked"), [(1, False), (2, True), (9, True)])
def test_an_intensive_response_is_mandatory_at_any_age(age: int, asked: bool) -> None:
    """The recorded response stands; from two years on the page asks to check it."""
    found = score(child("c", age=age, infant_response="intensive"))
    assert (found.tier, found.band, found.points) == (Tier.MANDATORY, None, 0)
    assert found.intensive
    assert any("check the age" in line for line in found.attention) is asked


def test_a_mandatory_child_with_the_gravest_judgement_stays_mandatory() -> None:
    """Mandatory stands above every band."""
    found = score(infant("c", consequence="severe", probability="very likely"))
    assert (found.tier, found.band) == (Tier.MANDATORY, None)
    assert found.watched


@pytest.mark.parametrize(("listed", "tier"), [("yes", Tier.HIGH), ("no", Tier.REMAINING)])
def test_the_youth_schedule(listed: str, tier: Tier) -> None:
    """The flag is read, never set: on the schedule means band c."""
    found = score(child("c", age=15, youth_schedule=listed))
    assert (found.tier, found.band) == (tier, Band.C if listed == "yes" else None)


@pytest.mark.parametrize(
    ("level", "tier"),
    [
        ("serious risk", Tier.REMAINING),
        ("serious risk, immediate", Tier.HIGH),
        ("unknown", Tier.REMAINING),
    ],
)
def test_maram_immediate(level: str, tier: Tier) -> None:
    """Only the highest level is a class, and it is marked a local reading."""
    found = score(child("c", maram=level))
    assert found.tier is tier
    assert any("local reading" in text for text in reasons(found)) is (tier is Tier.HIGH)


def test_a_policy_may_drop_a_class() -> None:
    """A class without a band puts nobody in the high-risk tier."""
    classes = POLICY.classes.model_copy(update={"maram_immediate": None})
    policy = POLICY.model_copy(update={"classes": classes})
    assert score(child("c", maram="serious risk, immediate"), policy=policy).tier is Tier.REMAINING


@pytest.mark.parametrize(
    ("item", "group"),
    [
        ("principle__current_care", Group.CURRENT_CARE),
        ("principle__breakdown", Group.BREAKDOWN),
        ("principle__entry_to_care", Group.BREAKDOWN),
        ("principle__recent_breakdown", Group.BREAKDOWN),
        ("principle__new_residential", Group.BREAKDOWN),
        ("principle__secure_welfare", Group.BREAKDOWN),
        ("principle__active_management", Group.ACTIVE),
    ],
)
@pytest.mark.parametrize("answer", ["yes", "no", "unknown", "not applicable"])
def test_direct_groups(item: str, group: Group, answer: str) -> None:
    """A "yes" puts a child in next priority, any other answer leaves the child where it was."""
    found = score(child("c"), {item: answer})
    member = answer == "yes"
    assert found.tier is (Tier.NEXT if member else Tier.REMAINING)
    assert found.groups == ((group,) if member else ())


def test_groups_have_no_order_and_do_not_add_up() -> None:
    """Each group, and all three together, give the same points: the base of the tier."""
    one = [
        score(child("c"), {item: "yes"}).points
        for item in ("principle__current_care", "principle__breakdown")
    ]
    items = ("principle__current_care", "principle__breakdown", "principle__active_management")
    every = score(child("c"), dict.fromkeys(items, "yes"))
    assert {*one, every.points} == {101}
    assert every.groups == tuple(Group)
    assert len(every.reasons) == 3


def test_a_group_does_not_lift_past_high_risk() -> None:
    """A high-risk child in a group stays where the judgement says."""
    found = score(
        child("c", consequence="significant", probability="likely"),
        {"principle__current_care": "yes"},
    )
    assert (found.tier, found.band, found.groups) == (Tier.HIGH, Band.C, (Group.CURRENT_CARE,))


def test_repeated_breakdown_long_ago_is_a_factor_and_no_group() -> None:
    """History adds points; only a recent breakdown makes care vulnerable."""
    found = score(child("c"), {"child__repeated_breakdown": "yes"})
    assert (found.tier, added(found)) == (Tier.REMAINING, {"child.repeated_breakdown": 6})


def test_remaining_says_so() -> None:
    """Every child has a reason, also the last ones."""
    assert reasons(score(child("c"))) == [
        "No class, judgement or principle of priority is recorded"
    ]
