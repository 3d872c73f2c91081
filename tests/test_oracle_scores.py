"""Hand-argued examples of the second source for priority: tiers, bands, points."""

import pytest

from planner.data.vocabulary import Band, Group, Tier
from planner.policy import default_policy
from tests.make import child, day, decision, replies, scenario
from tests.oracle_scores import scores


def _score(row, **settings):
    return scores(scenario([row], **settings), default_policy())[row.child]


@pytest.mark.parametrize(
    ("facts", "tier", "band"),
    [
        ({}, Tier.REMAINING, None),
        ({"consequence": "severe", "probability": "very likely"}, Tier.HIGH, Band.A),
        ({"consequence": "severe", "probability": "likely"}, Tier.HIGH, Band.B),
        ({"consequence": "significant", "probability": "very likely"}, Tier.HIGH, Band.B),
        ({"consequence": "significant", "probability": "likely"}, Tier.HIGH, Band.C),
        ({"consequence": "severe", "probability": "unlikely"}, Tier.REMAINING, None),
        ({"consequence": "concerning", "probability": "very likely"}, Tier.REMAINING, None),
        ({"youth_schedule": "yes", "age": 14}, Tier.HIGH, Band.C),
        ({"maram": "serious risk, immediate"}, Tier.HIGH, Band.C),
        ({"maram": "serious risk"}, Tier.REMAINING, None),
        ({"age": 0, "infant_response": "intensive"}, Tier.MANDATORY, None),
        ({"age": 0, "infant_response": "not recorded"}, Tier.HIGH, Band.C),
        ({"age": 1, "infant_response": "response"}, Tier.HIGH, Band.C),
        ({"birth_date": day(-731), "age": 0}, Tier.REMAINING, None),
        ({"birth_date": day(-730), "age": 0}, Tier.REMAINING, None),
        ({"birth_date": day(-729), "age": 9}, Tier.HIGH, Band.C),
    ],
)
def test_tiers_and_bands_are_those_of_the_design(facts, tier, band):
    """Judgement pairs are the three bands; class and MARAM put a child in band c.

    2 March 2024 is 730 days before the as-at date: born then, or a day earlier, a child is two;
    born a day later, not yet. The age column is not read where there is a birth date.
    """
    score = _score(child("A", **facts))
    assert (score.tier, score.band) == (tier, band)


def test_a_group_makes_next_priority_and_a_second_group_adds_nothing():
    """The groups carry no points: one or two, 101."""
    one = _score(child("A"), factors=replies("A", principle__current_care="yes"))
    two = _score(
        child("A"),
        factors=replies("A", principle__current_care="yes", principle__active_management="yes"),
    )
    assert (one.tier, one.points) == (two.tier, two.points) == (Tier.NEXT, 101)
    assert two.groups == {Group.CURRENT_CARE, Group.ACTIVE}


def test_one_fact_counts_once_and_unknowns_are_capped():
    """Changed judgements are claimed twice, at 7 each: 7. Unknown 3 + 3 + 3 + 2 is 11: 10."""
    twice = replies("A", child__changed_judgements="yes", home__changed_judgements="yes")
    assert _score(child("A"), factors=twice).points == 1 + 7
    asked = ("escalating", "risk_taking", "changed_judgements", "cannot_report")
    supplied = frozenset(f"factors.child.{item}" for item in asked)
    assert _score(child("A"), supplied=supplied).points == 1 + 10
    assert _score(child("A"), supplied=supplied - {"factors.child.escalating"}).points == 1 + 8
    assert _score(child("A")).points == 1


@pytest.mark.parametrize(
    ("decisions", "tier", "band"),
    [
        ([decision("raise", "A")], Tier.NEXT, None),
        ([decision("raise", "A"), decision("raise", "A")], Tier.HIGH, Band.C),
        ([decision("raise", "A", reason="")], Tier.REMAINING, None),
        ([decision("raise", "A", decided=None)], Tier.REMAINING, None),
    ],
)
def test_a_raise_with_reason_and_date_is_one_step(decisions, tier, band):
    """Remaining to next priority to band c; nothing without a reason or a date."""
    score = _score(child("A"), decisions=decisions)
    assert (score.tier, score.band) == (tier, band)


@pytest.mark.parametrize(
    ("facts", "tier"),
    [
        ({}, Tier.REMAINING),
        ({"risk_date": day(-183)}, Tier.REMAINING),
        ({"risk_date": day(-184)}, Tier.HIGH),
        ({"consequence": None}, Tier.HIGH),
        ({"consequence": "significant", "probability": "likely"}, Tier.HIGH),
        ({"infant_response": "not recorded"}, Tier.HIGH),
        ({"infant_response": "intensive"}, Tier.MANDATORY),
    ],
)
def test_a_class_is_lowered_only_by_a_current_assessment_below_the_threshold(facts, tier):
    """183 days is current, 184 is not; what is not judged, or not recorded, is not lowered."""
    row = child("A", **{"age": 1, "infant_response": "response", **facts})
    assert _score(row, decisions=[decision("lower", "A")]).tier == tier
