"""The first lines of a plan, each called forth by a small team and read aloud."""

import pytest

from planner.data.plan import Plan
from planner.data.scenario import Child, Scenario
from tests.engine.solving import high, solved
from tests.make import child, decision, infant, leave, practitioner, scenario, task


def told(team: Scenario) -> tuple[str, ...]:
    """Give what is read first."""
    plan: Plan = solved(team)
    return plan.headline


def full(**facts: object) -> Scenario:
    """Make a team whose one practitioner has 1.5 h left, and a child at high risk who waits."""
    people = [practitioner("P1", limit_hours=10)]
    return scenario([child("C1", holder="P1"), high("C2")], people, **facts)


def test_nothing_to_tell() -> None:
    """Everyone has a practitioner, and nothing gives way."""
    team = scenario([child("C1", holder="P1")], [practitioner("P1")])
    assert told(team) == ("Every child of the team is allocated.",)


def test_nobody_is_taken_on_and_a_child_at_high_risk_waits() -> None:
    """C2 needs 3 h of handover and 8.5 h; P1 has 10 h and 8.5 h of them are taken."""
    assert told(full()) == (
        "This plan takes on nobody: 1 child goes on awaiting allocation.",
        "1 child at high risk awaits allocation: see who, why and what would help.",
        "Hours are the limit: the smallest of these families needs 11.5 h a cycle, "
        "and the most room anyone has is 1.5 h (P1).",
    )


def test_several_wait() -> None:
    """Two at high risk, and one other."""
    team = full().model_copy(update={"children": (child("C1"), high("C2"), high("C3"))})
    assert told(team)[:2] == (
        "This plan takes on nobody: 3 children go on awaiting allocation.",
        "2 children at high risk await allocation: see who, why and what would help.",
    )


def test_some_are_taken_on_and_others_wait() -> None:
    """Room for one of 11.5 h; four siblings of 19.5 h wait."""
    siblings = [child(f"A{n}", family="A") for n in range(4)]
    team = scenario([*siblings, child("B")], [practitioner("P1", limit_hours=12)])
    assert told(team)[0].startswith("1 child taken on; 4 children of 1 family await")


UNSEEN_WEEKLY = high("C2", contact="weekly", contact_agreed="2026-02-27")


@pytest.mark.parametrize(
    ("waiting", "who", "sentence"),
    [
        (
            [child("C1", skills=("court",))],
            {},
            "No practitioner present may hold any of these families.",
        ),
        ([child("C1")], {"children_limit": 0}, "What binds: number of children."),
        ([child("C1")], {"new_families_limit": 0}, "What binds: new families."),
        (
            [high("C1"), UNSEEN_WEEKLY],
            {"fte": 0.15, "limit_hours": 15},
            "Duty hours are the limit: allocating one of these families would leave more "
            "contact, hearings or first visits undone than leaving it to wait.",
        ),
    ],
)
def test_the_limit_that_binds_is_named(
    waiting: list[Child], who: dict[str, object], sentence: str
) -> None:
    """A skill nobody has, a count, or hours that the contact of those who wait needs more."""
    assert sentence in told(scenario(waiting, [practitioner("P1", **who)]))


def test_a_mandatory_family_over_the_limit_is_named_with_its_hours() -> None:
    """8.5 h held and 25 h taken, with a limit of 20 h."""
    team = scenario(
        [child("C1", holder="P1"), infant("C2", family="F"), child("C3", family="F")],
        [practitioner("P1", limit_hours=20)],
    )
    assert told(team) == (
        "P1 goes 13.5 h over the limit to hold F: mandatory allocation.",
        "Every child of the team is allocated.",
    )


def test_every_limit_that_gives_way_for_an_infant_is_named() -> None:
    """A new practitioner with no room of any kind takes twins who need a skill."""
    twins = [infant(f"C{n}", family="F", skills=("infants",)) for n in (1, 2)]
    none = dict.fromkeys(("limit_hours", "children_limit", "intensive_limit", "high_risk_limit"), 0)
    people = [practitioner("P1", first_year=True, **none)]
    found = told(scenario(twins, people))
    assert found[1:5] == (
        "P1 holds 2 more children than the limit, to hold F: mandatory allocation.",
        "P1 holds 2 more intensive infants than the limit, to hold F: mandatory allocation.",
        "P1 holds 2 more high-risk children than the limit, to hold F: mandatory allocation.",
        "P1 holds F without 2 skills or grades that its children need: mandatory allocation.",
    )


def test_limits_of_the_team_that_give_way_are_named() -> None:
    """Two infants whose holder is away for eleven days move, though nobody may change."""
    team = scenario(
        [infant("C1", holder="P2"), infant("C2", holder="P2")],
        [practitioner("P1"), practitioner("P2")],
        leave=[leave("P2", 0, 10)],
        limits={"changes": 0},
    )
    assert told(team)[0] == ("2 more changes of practitioner than the limit: mandatory allocation.")


def test_a_waiver_is_the_managers_and_is_said_so() -> None:
    """8.5 h held, 11.5 h pinned, 10 h of limit."""
    team = scenario(
        [child("C1", holder="P1"), child("C2")],
        [practitioner("P1", limit_hours=10)],
        decisions=[decision("pin", "C2", "P1", waiver=True)],
    )
    assert told(team)[0] == "P1 goes 10 h over the limit to hold C2: the manager's waiver."


def test_bringing_everyone_within_limits_is_said_so() -> None:
    """Strictly within 8.5 h, two of three children of P1 are de-allocated, though none may be."""
    team = scenario(
        [child(f"C{n}", holder="P1") for n in (1, 2, 3)],
        [practitioner("P1", limit_hours=8.5)],
        limits={"strict": True},
    )
    assert told(team)[0] == (
        "2 more children de-allocated than the limit: everyone is brought within limits."
    )


def test_hearings_that_nobody_has_hours_for() -> None:
    """Six hours of a hearing, and nobody has any."""
    team = scenario([child("C1")], [practitioner("P1", fte=0)], tasks=[task("C1", "hearing", 5, 6)])
    assert told(team)[0] == (
        "6 h of hearings and first visits do not fit this team's hours: name who will do them."
    )


def test_deallocations_are_named_and_those_at_high_risk_need_a_decision() -> None:
    """14 h of limit: C2 in band (a) takes the place of C1, who is in band (c)."""
    judged = {"consequence": "significant", "probability": "likely"}
    team = scenario(
        [child("C1", holder="P1", **judged), high("C2")],
        [practitioner("P1", limit_hours=14)],
        limits={"deallocations": 1},
    )
    assert told(team)[-2:] == (
        "1 child de-allocated: C1.",
        "Needs your decision: C1 is at high risk and would be de-allocated.",
    )


def test_a_deallocation_of_another_child_needs_no_such_line() -> None:
    """C1 is a remaining child."""
    team = full(limits={"deallocations": 1})
    people = (practitioner("P1", limit_hours=14),)
    found = told(team.model_copy(update={"practitioners": people}))
    assert found[-1] == "1 child de-allocated: C1."


def test_contact_that_nobody_has_hours_for() -> None:
    """Two fortnightly visits to C2, at high risk, and one to C3."""
    team = scenario([high("C2"), child("C3")], [])
    assert told(team)[-1] == (
        "3 contacts with children fit nobody's hours "
        "(2 with children at high risk or under two): name who will decide for each."
    )


def test_hours_held_over_come_off_duty() -> None:
    """Four families of 8.5 h and 21 h of capacity."""
    team = scenario([child(f"C{n}", holder="P1") for n in range(4)], [practitioner("P1", fte=0.2)])
    assert told(team)[-1] == "13 h are held over hours; they come off the team's duty hours."


def test_an_infant_nobody_can_hold_comes_first() -> None:
    """Before everything else, with what has to be done today."""
    team = scenario(
        [infant("C1"), child("C2")], [practitioner("P1")], decisions=[decision("bar", "C1", "P1")]
    )
    assert told(team)[0] == (
        "NOT COMPLIANT: mandatory allocation not met for C1; "
        "escalate to the delegated decision maker today."
    )


def test_a_pin_that_cannot_be_kept() -> None:
    """Nothing mandatory is unmet: the manager can release the pin herself."""
    team = scenario(
        [child("C1"), child("C2")],
        [practitioner("P1"), practitioner("P2")],
        leave=[leave("P1", 0, 27)],
        decisions=[decision("pin", "C1", "P1")],
    )
    assert told(team)[0] == "NOT COMPLIANT: what was pinned for C1 cannot be kept."


def test_a_pin_is_not_called_an_infant_without_a_practitioner() -> None:
    """C1 is the infant nobody can hold; C2 is only pinned to somebody absent."""
    team = scenario(
        [infant("C1"), child("C2")],
        [practitioner("P1"), practitioner("P2")],
        leave=[leave("P1", 0, 27)],
        decisions=[decision("pin", "C2", "P1"), decision("bar", "C1", "P2")],
    )
    assert "mandatory allocation not met for C1;" in told(team)[0]
