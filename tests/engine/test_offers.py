"""Offers beside a plan: each, when it is taken up, gives what its text says."""

import pytest

from planner.data.adjust import adjust
from planner.data.plan import Move, Offer, Plan
from planner.data.scenario import Scenario
from planner.data.vocabulary import Tier
from tests.engine.solving import high, solved
from tests.make import child, infant, practitioner, scenario
from tests.make_random import random_scenario

WEEKLY = {"contact": "weekly", "contact_agreed": "2026-02-27"}


def offers_of(team: Scenario) -> dict[str, Offer]:
    """Give the offers of a team's plan by kind; each kind is offered once."""
    offers = solved(team, offers=True).offers
    found = {offer.kind: offer for offer in offers}
    assert len(found) == len(offers)
    return found


def taken_up(team: Scenario, offer: Offer) -> Plan:
    """Solve the team again with what an offer would change."""
    assert offer.solved
    assert offer.adjustments
    return solved(adjust(team, offer.adjustments))


def high_awaiting(plan: Plan) -> int:
    """Count the children at high risk who await."""
    return plan.counts.awaiting_by_tier[Tier.HIGH]


def nearly_full(limit: float = 10) -> Scenario:
    """Make a team with 8.5 h held, and C2 at high risk who needs 11.5 h."""
    return scenario([child("C1", holder="P1"), high("C2")], [practitioner("P1", limit_hours=limit)])


def test_hours_over_admit_a_child() -> None:
    """20 h are needed and 13 h allowed."""
    offer = offers_of(nearly_full(13))["hours over"]
    assert offer.text == "7 h over the limit for P1 would admit 1 child at high risk."
    plan = taken_up(nearly_full(13), offer)
    assert high_awaiting(plan) == offer.awaiting_by_tier[Tier.HIGH] == 0


@pytest.mark.parametrize(("limit", "offered"), [(10.5, True), (10, True), (9.5, False)])
def test_no_more_hours_over_are_offered_than_the_policy_allows(limit: float, offered: bool) -> None:
    """Ten hours over: 9.5, 10 and 10.5 would be needed."""
    assert ("hours over" in offers_of(nearly_full(limit))) is offered


def test_deallocations_admit_children_at_high_risk() -> None:
    """Two children of 17 h make room for two of 14 h; one alone makes none."""
    team = scenario(
        [
            child("C1", holder="P1"),
            child("C2", holder="P1"),
            *(high(f"F{n}", family="F") for n in (1, 2)),
        ],
        [practitioner("P1", limit_hours=18)],
    )
    offer = offers_of(team)["de-allocations"]
    assert offer.text == "2 de-allocations would admit 2 children at high risk."
    plan = taken_up(team, offer)
    assert plan.counts.deallocations == 2
    assert high_awaiting(plan) == offer.awaiting_by_tier[Tier.HIGH] == 0
    assert offer.awaiting_by_tier[Tier.REMAINING] == 2


def test_the_fewest_deallocations_are_offered() -> None:
    """One is enough for C2 where C1 alone makes the room: with 14 h only one of the two fits."""
    team = nearly_full(14)
    offer = offers_of(team)["de-allocations"]
    assert offer.text == "1 de-allocation would admit 1 child at high risk."
    assert taken_up(team, offer).counts.deallocations == 1


def test_contact_at_another_frequency_admits_a_child() -> None:
    """C2 is to be seen weekly while awaiting: 11 h; fortnightly 6 h, and C1's 11.5 h fit again."""
    team = scenario(
        [high("C1"), high("C2", **WEEKLY)], [practitioner("P1", limit_hours=17, fte=0.175)]
    )
    offer = offers_of(team)["contact"]
    assert offer.text == (
        "Seeing children who await at the awaiting minimum, not the agreed frequency, "
        "would admit 1 child at high risk."
    )
    assert high_awaiting(taken_up(team, offer)) == offer.awaiting_by_tier[Tier.HIGH] == 1


def test_nothing_is_offered_where_nothing_is_wanted() -> None:
    """Nobody at high risk waits, and somebody is taken on."""
    team = scenario([child("C1"), child("C2")], [practitioner("P1", limit_hours=12)])
    assert offers_of(team) == {}


def test_a_child_at_high_risk_who_is_deallocated_may_be_kept_instead() -> None:
    """C1 in band (c) gives way to C2 in band (a); the best plan that keeps C1 is offered."""
    judged = {"consequence": "significant", "probability": "likely"}
    team = nearly_full(14).model_copy(
        update={"children": (child("C1", holder="P1", **judged), high("C2"))}
    )
    team = team.model_copy(update={"limits": team.limits.model_copy(update={"deallocations": 1})})
    offer = offers_of(team)["keep"]
    assert offer.text == (
        "Without de-allocating C1: 1 child at high risk would await allocation, instead of 1."
    )
    plan = taken_up(team, offer)
    assert [line.move for line in plan.children] == [Move.KEPT, Move.STILL_AWAITING]


@pytest.mark.parametrize(
    ("kind", "text", "over"),
    [
        (
            "split",
            "Taking only the child of F who must be allocated would bring the hours over the "
            "limit from 13.5 h to 10 h.",
            20,
        ),
        (
            "deallocations",
            "One more de-allocation would bring the hours over the limit from 13.5 h to 5 h.",
            10,
        ),
    ],
)
def test_relief_where_hours_give_way_for_an_infant(kind: str, text: str, over: int) -> None:
    """8.5 h held, 25 h for the infant and a sibling, 20 h of limit: 13.5 h over."""
    team = scenario(
        [child("C1", holder="P1"), infant("C2", family="F"), child("C3", family="F")],
        [practitioner("P1", limit_hours=20)],
    )
    offer = offers_of(team)[kind]
    assert offer.text == text
    plan = taken_up(team, offer)
    assert sum(g.amount for g in plan.choices.gives if g.limit == "hours") == over


def test_the_split_is_offered_first() -> None:
    """Before any other way to meet mandatory allocation."""
    team = scenario(
        [child("C1", holder="P1"), infant("C2", family="F"), child("C3", family="F")],
        [practitioner("P1", limit_hours=20)],
    )
    assert next(iter(offers_of(team))) == "split"


@pytest.mark.parametrize("seed", range(25))
def test_every_offer_of_a_random_team_holds(seed: int) -> None:
    """Taken up, as many children at high risk wait as was said, or hours over fall as was said."""
    team = random_scenario(seed)
    before = solved(team, offers=True)
    for offer in before.offers:
        after = taken_up(team, offer)
        if offer.awaiting_by_tier:
            assert high_awaiting(after) == offer.awaiting_by_tier[Tier.HIGH], offer.text
        else:
            assert over(after) < over(before), offer.text
            assert offer.text.endswith(f"from {over(before) / 2:g} h to {over(after) / 2:g} h.")


def over(plan: Plan) -> int:
    """Add up the half-hours over limits."""
    return sum(give.amount for give in plan.choices.gives if give.limit == "hours")
