"""Capacity curves: every half-hour tried by the oracle, on tiny teams, gives the same steps."""

import threading
from decimal import Decimal

import pytest

from planner.data.curve import Curve, CurveOf, Joining
from planner.data.scenario import Scenario
from planner.data.vocabulary import Grade
from planner.engine import allocate, curve
from planner.engine.question import ask
from planner.errors import UsageFault
from tests.engine.fronts import agrees, front_of, tried, with_hours, with_limits
from tests.engine.solving import POLICY, high
from tests.make import child, leave, practitioner, scenario
from tests.make_random import random_scenario

FEWER, MORE = -10, 14
FULL_TIME = Decimal("106.4")


def _team(seed: int) -> Scenario:
    """Give a tiny team without de-allocations, so that values never get worse with hours."""
    return with_limits(random_scenario(seed), deallocations=0, deallocate_for_any=False)


def _scanned(team: Scenario, who: str) -> None:
    """Compare a curve with every half-hour of a stretch, tried one by one."""
    question = ask(team, POLICY)
    here = {carrier.id: carrier for carrier in question.problem.carriers if carrier.present}
    if question.result.cores or who not in here:
        return
    limit = here[who].limit_half_hours
    least = max(FEWER, -limit)
    found = curve(team, POLICY, who, least=least, most=MORE, time_limit=60)
    every = [tried(n, with_hours(team, who, limit + n)) for n in range(least, MORE + 1)]
    _agree(found, front_of(every))


def _agree(found: Curve, brute: list[object]) -> None:
    assert found.complete
    assert found.proven
    assert [step.half_hours for step in found.steps] == [each.amount for each in brute]
    assert all(agrees(s.reached, each) for s, each in zip(found.steps, brute, strict=True))


@pytest.mark.parametrize("seed", range(6))
def test_steps_are_those_of_a_full_scan(seed: int) -> None:
    """Each practitioner's limit, half-hour by half-hour."""
    team = _team(seed)
    _scanned(team, team.practitioners[seed % len(team.practitioners)].practitioner)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(200, 260))
def test_more_steps_are_those_of_a_full_scan(seed: int) -> None:
    """Sixty more teams, everyone of each."""
    team = _team(seed)
    for person in team.practitioners:
        _scanned(team, person.practitioner)


ROOM = scenario(
    [high("H1"), high("H2"), child("C1", holder="P1")],
    [practitioner("P1", limit_hours=30, label="Ash")],
)


def test_somebody_further_is_scanned_too() -> None:
    """A practitioner with h hours is a full-time one with all but h hours rostered."""
    team = scenario([high("H1"), child("C1")], [practitioner("P1", limit_hours=0)])
    found = curve(team, POLICY, joining=Joining(), most=100)
    brute = front_of(
        [tried(0, team)]
        + [
            tried(
                n,
                team.model_copy(
                    update={
                        "practitioners": (
                            *team.practitioners,
                            practitioner("NEW", rostered_hours=FULL_TIME - Decimal(n) / 2),
                        )
                    }
                ),
            )
            for n in range(1, 101)
        ]
    )
    _agree(found, brute)
    assert found.of is CurveOf.ADDED
    assert found.enough == next(step.half_hours for step in found.steps if not step.reached.urgent)


def test_the_hours_that_are_enough_are_the_least() -> None:
    """With them no high-risk child awaits; with half an hour less one does."""
    found = curve(ROOM, POLICY, "P1")
    assert found.enough is not None
    limit = 60 + found.enough
    for half_hours, urgent in ((limit, 0), (limit - 1, 1)):
        plan = allocate(with_hours(ROOM, "P1", half_hours), POLICY, offers=False)
        assert sum(line.score.high and not line.holder for line in plan.children) == urgent
    assert found.headline == (
        f"{found.enough / 2:g} h more a cycle for P1 until no high-risk child awaits.",
    )
    assert found.flat_above
    assert found.flat_below


def test_each_step_names_who_is_admitted_and_who_would_wait() -> None:
    """Upwards the two high-risk children come in one after the other."""
    found = curve(ROOM, POLICY, "P1")
    admitted = [shift.children for step in found.steps for shift in step.admitted]
    assert sorted(admitted) == [("H1",), ("H2",)]
    assert all(step.settled for step in found.steps)
    assert [step.limit_half_hours for step in found.steps] == [
        60 + step.half_hours for step in found.steps
    ]


def test_where_no_hours_are_enough_the_rule_is_named() -> None:
    """A skill that nobody has keeps the child waiting whatever the hours."""
    team = scenario([high("H1", skills=("infants",))], [practitioner("P1", limit_hours=1)])
    found = curve(team, POLICY, "P1")
    assert found.enough is None
    assert found.headline == (
        "Not with any number of hours of P1: high-risk children would still await.",
    )
    assert found.not_enough[0].startswith("H1: P1: ")
    assert "infants" in found.not_enough[0]


def test_everyone_is_varied_by_the_same_hours() -> None:
    """Half of the hours that one of two needs is not enough for either."""
    team = scenario(
        [high("H1")], [practitioner("P1", limit_hours=10), practitioner("P2", limit_hours=4)]
    )
    one, every = curve(team, POLICY, "P1"), curve(team, POLICY)
    assert every.of is CurveOf.EVERYONE
    assert every.enough == one.enough


@pytest.mark.parametrize(
    ("who", "words"),
    [("P9", "P9 is nobody of this team"), ("P2", "P2 has no hours for cases in this cycle")],
)
def test_who_is_not_there_is_refused_with_who_is(who: str, words: str) -> None:
    """The fault names those whose hours can be varied."""
    team = scenario(
        [child("C1")], [practitioner("P1"), practitioner("P2")], leave=(leave("P2", 0, 40),)
    )
    with pytest.raises(UsageFault, match=f"{words}; there are P1"):
        curve(team, POLICY, who)


def test_somebody_who_holds_no_cases_is_no_help() -> None:
    """A grade that carries none is refused."""
    with pytest.raises(UsageFault, match="CPP3"):
        curve(ROOM, POLICY, joining=Joining(grade=Grade.CPP6))


def test_a_stop_ends_it_with_what_there_is() -> None:
    """The level as it is now stays; nothing is called flat."""
    stop = threading.Event()
    stop.set()
    found = curve(random_scenario(3), POLICY, stop=stop)
    assert not found.complete
    assert not found.proven
    assert not found.flat_above


def test_with_deallocations_allowed_no_exactness_is_claimed() -> None:
    """Each amount has a ceiling of its own there, and the answer says so."""
    team = with_limits(ROOM, deallocations=1)
    assert any("passed over" in note for note in curve(team, POLICY, "P1").notes)
    assert not any("passed over" in note for note in curve(ROOM, POLICY, "P1").notes)
