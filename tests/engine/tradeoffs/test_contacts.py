"""The front of contacts missed: every ceiling tried by the independent oracle, one by one."""

import threading
from collections.abc import Mapping

import pytest

from planner.data.front import Front, FrontOf
from planner.data.scenario import Scenario
from planner.engine import frontier
from tests.engine.fronts import NAMES, with_limits
from tests.engine.solving import POLICY, high
from tests.make import child, practitioner, scenario
from tests.oracle import BANDS, GIVING, Team

Values = Mapping[str, int]

JUDGED = (
    {"consequence": "severe", "probability": "very likely"},
    {"consequence": "significant", "probability": "very likely"},
    {"consequence": "significant", "probability": "likely"},
)


def brute_force(team: Scenario) -> list[tuple[int, Values]]:
    """Give the least number of contacts missed for each best plan, out of all there are.

    Section 6 of docs/questions.md: contact stands after the high-risk children awaiting,
    under a ceiling that begins where the plan without de-allocations has its own.
    """
    allowed = team.limits.deallocations
    order = (*GIVING, *BANDS, *(("2d",) if allowed else ()), "1", "3a", "3b", "3c")
    plans = [a for a in Team(team, POLICY).arrangements() if a.feasible and a.within(allowed)]
    least = min(plan.giving(allowed) for plan in plans)
    plans = [plan for plan in plans if plan.giving(allowed) == least]
    fewest = min(plan.stage("1", allowed) for plan in plans if plan.within(0))
    most = max(plan.stage("1", allowed) for plan in plans)
    kept: list[tuple[int, Values]] = []
    for ceiling in range(fewest, most + 1):
        best = min(
            [plan.stage(stage, allowed) for stage in order]
            for plan in plans
            if plan.stage("1", allowed) <= ceiling
        )
        if not kept or best < [kept[-1][1][stage] for stage in order]:
            kept.append((ceiling, dict(zip(order, best, strict=True))))
    return kept


def values(front: Front) -> list[tuple[int, Values]]:
    """Give a front's amounts and values under the oracle's names."""
    names = {**NAMES, "2e": "1"}
    return [
        (step.amount, {names.get(line.id, line.id): line.value for line in step.reached.values})
        for step in front.steps
    ]


def short_of_duty(rostered: int, **limits: object) -> Scenario:
    """Make a team in which holding a child leaves little time for those who await."""
    waiting = [child(f"H{n}", **JUDGED[n % len(JUDGED)]) for n in range(4)]
    held = [child("C1", holder="P1"), child("C2")]
    team = scenario([*waiting, *held], [practitioner("P1", rostered_hours=rostered)])
    return with_limits(team, **limits)


@pytest.mark.parametrize("deallocations", [0, 1])
def test_the_front_of_contacts_is_that_of_brute_force(deallocations: int) -> None:
    """Ten teams with ever less time: the same amounts, the same values, and not all alike."""
    found = []
    for rostered in range(50, 90, 4):
        team = short_of_duty(rostered, deallocations=deallocations)
        front = frontier(team, POLICY, FrontOf.CONTACTS, time_limit=60)
        assert values(front) == brute_force(team)
        assert front.complete
        assert front.proven
        found.append(len(front.steps))
    assert {1, 2} < set(found)


@pytest.fixture(scope="module")
def priced() -> Front:
    """Give the front of a team that can hold one high-risk child only by missing contact."""
    team = scenario([high(f"H{n}") for n in range(1, 6)], [practitioner("P1", rostered_hours=70)])
    return frontier(team, POLICY, FrontOf.CONTACTS)


def test_what_missing_contact_would_buy_is_said(priced: Front) -> None:
    """The plan in hand misses none and four await; one contact, or four, lets one more in each."""
    assert priced.now == 0
    assert [(step.amount, step.reached.urgent) for step in priced.steps] == [(0, 4), (1, 3), (4, 2)]
    assert [step.reached.contacts_missed_watched for step in priced.steps] == [0, 1, 4]
    assert priced.steps[1].sentence.startswith("Missing 1 contact: 1 fewer high-risk child awaits")
    assert priced.headline == (
        "Missing 4 contacts would admit 2 high-risk children.",
        "Missing a further contact buys nothing.",
    )
    assert "high-risk children only" in priced.notes[0]


def test_the_most_that_was_asked_for_is_the_end() -> None:
    """Up to three contacts: the step at four is not there, and nothing is claimed of it."""
    team = scenario([high(f"H{n}") for n in range(1, 6)], [practitioner("P1", rostered_hours=70)])
    front = frontier(team, POLICY, FrontOf.CONTACTS, most=3)
    assert [step.amount for step in front.steps] == [0, 1]
    assert not front.complete


def test_where_contact_is_no_matter_the_words_say_so() -> None:
    """A child who fits is allocated with no contact missed: more missed buys nothing."""
    front = frontier(scenario([high("H1")], [practitioner("P1")]), POLICY, FrontOf.CONTACTS)
    assert [step.amount for step in front.steps] == [0]
    assert front.headline == ("Missing more contact would allocate no further high-risk child.",)


def test_a_policy_without_such_a_stage_has_no_such_choice() -> None:
    """Nothing is solved, and the words say why."""
    stages = tuple(
        stage.model_copy(update={"ceiling_with_deallocations": False}) for stage in POLICY.stages
    )
    policy = POLICY.model_copy(update={"stages": stages})
    front = frontier(scenario([high("H1")], [practitioner("P1")]), policy, FrontOf.CONTACTS)
    assert front.steps == ()
    assert front.complete
    assert "no contact before children awaiting" in front.headline[0]


def test_a_stop_ends_it_with_what_there_is() -> None:
    """Nothing is claimed that is not known."""
    stop = threading.Event()
    stop.set()
    front = frontier(short_of_duty(60), POLICY, FrontOf.CONTACTS, stop=stop)
    assert not front.proven
    assert not front.complete
