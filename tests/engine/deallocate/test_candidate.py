"""One family weighed: hours it frees, what it asks of duty, contact, siblings, what is undone."""

import pytest

from planner.data.scenario import Scenario
from planner.data.vocabulary import Answer, Contact
from planner.data.worksheet import Candidate, Undone
from planner.engine import worksheet
from planner.engine.deallocate.candidate import more_undone
from planner.policy import default_policy
from planner.report import prepare
from tests.make import child, day, decision, leave, practitioner, replies, scenario, task

POLICY = default_policy()


def weigh(made: Scenario, name: str = "A") -> Candidate:
    """Weigh the family of one child."""
    return worksheet(made, POLICY, most=0, children=[name]).candidates[0]


def team(*children: object, duty: int = 100, **settings: object) -> Scenario:
    """Make a team of one practitioner, with so many hours of duty beside."""
    people = [practitioner("P1"), practitioner("D1", grade="CPP2", duty_hours=duty)]
    return scenario(children, people, **settings)


def test_hours_are_those_of_the_problem() -> None:
    """Freed is what the holder spends now; asked of duty is what the unit costs while awaiting."""
    made = team(child("A", holder="P1"), child("B", holder="P1"))
    problem, row = prepare(made, POLICY).problem, weigh(made)
    assert row.freed_half_hours == problem.pairs["A", "P1"].demand_half_hours
    assert row.duty_half_hours == problem.unit("A").waiting_half_hours
    both = sum(problem.pairs[name, "P1"].demand_half_hours for name in "AB")
    assert row.holder_half_hours == both
    assert row.holder_capacity_half_hours == problem.carriers[0].capacity_half_hours


def test_cover_that_duty_gives_now_is_not_asked_twice() -> None:
    """The holder is away for half of the cycle: duty covers that part already."""
    made = team(child("A", holder="P1"), leave=(leave("P1", 0, 13),))
    problem, row = prepare(made, POLICY).problem, weigh(made)
    cover = problem.pairs["A", "P1"].cover_half_hours
    assert cover > 0
    assert row.duty_half_hours == problem.unit("A").waiting_half_hours - cover


def test_contact_goes_from_the_usual_to_the_awaiting_minimum() -> None:
    """Fortnightly after substantiation, monthly while awaiting: to be agreed and endorsed."""
    (own,) = weigh(team(child("A", holder="P1"))).children
    assert (own.contact.before, own.contact.after, own.contact.least) == (2, 1, 1)
    assert "from 2 to 1 a cycle of 28 days" in own.contact.words[0]
    assert "CPP5.2 or above, endorses" in own.contact.words[0]
    assert own.contact.due == (day(27),)


def test_an_agreed_frequency_goes_on() -> None:
    """Fortnightly as agreed stays fortnightly while awaiting."""
    agreed = child("A", holder="P1", contact=Contact.FORTNIGHTLY, contact_agreed=day(-5))
    (own,) = weigh(team(agreed)).children
    assert (own.contact.before, own.contact.after) == (2, 2)
    assert own.contact.words[0] == "Contact stays at 2 a cycle of 28 days."


@pytest.mark.parametrize("answer", ["yes", "no", "unknown", "not applicable"])
def test_who_else_sees_the_child(answer: str) -> None:
    """The answer about professionals is repeated, whatever it is."""
    made = team(child("A", holder="P1"), indicators=replies("A", professionals=answer))
    (own,) = weigh(made).children
    assert own.contact.professionals.answer is Answer(answer)
    assert own.contact.words[2].endswith(f"{answer}.")


def test_siblings_go_along_and_one_who_awaits_is_marked() -> None:
    """The family is de-allocated whole; a sibling nobody holds belongs to it all the same."""
    made = team(child("A", family="F", holder="P1"), child("B", family="F"))
    row = weigh(made)
    assert [(own.child, own.held) for own in row.children] == [("A", True), ("B", False)]
    assert "A, B" in row.words[0]


def test_siblings_of_a_split_family_stay() -> None:
    """Only the named child goes; the brother stays with his practitioner, and that is said."""
    made = team(
        child("A", family="F", holder="P1"),
        child("B", family="F", holder="P1"),
        decisions=(decision("split", "A"),),
    )
    row = weigh(made)
    assert [own.child for own in row.children] == ["A"]
    assert dict(row.apart) == {"B": "P1"}
    assert "B stays with P1" in row.words[0]


def test_duty_with_room_keeps_everything() -> None:
    """100 hours of duty: nothing is undone before or after."""
    row = weigh(team(child("A", holder="P1")))
    assert row.before == row.after == Undone()
    assert "still keeps all" in row.words[-1]


def test_duty_without_room_says_what_is_lost() -> None:
    """A full practitioner and no duty: once the hours freed are spent, the contact is undone."""
    held = [child("A", holder="P1"), *(child(f"B{n:02}", holder="P1") for n in range(14))]
    made = team(*held, duty=0)
    row = weigh(made)
    assert row.holder_half_hours > row.holder_capacity_half_hours
    assert row.before == Undone()
    assert row.after is not None
    assert row.after.contacts == 1
    assert "1 contact with a child" in row.words[-1]


def test_dated_tasks_of_the_cycle_are_listed() -> None:
    """What falls due whether or not the child is allocated, with its hours."""
    made = team(child("A", holder="P1"), tasks=(task("A", "hearing", 9, 3.5),))
    (own,) = weigh(made).children
    assert [(t.title, t.due, t.half_hours) for t in own.tasks] == [("Court hearing", day(9), 7)]


@pytest.mark.parametrize(
    ("after", "words"),
    [
        (Undone(contacts=2, tasks=1, half_hours=4), ""),
        (Undone(contacts=3, tasks=1, half_hours=4), "1 contact with a child"),
        (Undone(contacts=4, tasks=2, half_hours=1), "2 contacts with children and 1 dated task"),
        (
            Undone(contacts=3, tasks=3, half_hours=5),
            "1 contact with a child, 2 dated tasks and 0.5 h of oversight, reserve or dated work",
        ),
    ],
)
def test_more_undone(after: Undone, words: str) -> None:
    """Only what is more than before is said."""
    assert more_undone(Undone(contacts=2, tasks=1, half_hours=4), after) == words
