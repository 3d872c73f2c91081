"""One child in words: where the case is in each plan, with whom, and with which brothers."""

import pytest

from planner.data.plan import ChildLine, Move, Plan, Standing, Status
from planner.data.vocabulary import Band, Tier
from planner.ui.child_rows import (
    family_words,
    line_of,
    option,
    people_of,
    place_facts,
    together,
    where_words,
)
from tests.make import day
from tests.ui.made import line, person, plan, waiting


def where(child: ChildLine, **facts: object) -> str:
    """Say where a plan of P1 and P2 puts a child."""
    people = (person(), person("P2", label="Sam"))
    return where_words(plan((child,), practitioners=people, **facts), child)


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({}, "stays with P1"),
        ({"holder": "P2", "move": Move.TAKEN_ON}, "taken on by P2 · Sam"),
        (
            {"holder": "P2", "now": "P1", "move": Move.CHANGED},
            "P2 · Sam: a change of practitioner",
        ),
        (
            {"holder": "P2", "now": "P1", "move": Move.FORCED},
            "P2 · Sam: a forced change, since P1 cannot hold the case",
        ),
        ({"standing": Standing.CONTRACTED, "move": Move.NOT_PLANNED}, "contracted"),
        (
            {"standing": Standing.AWAITING, "move": Move.DEALLOCATED, "now": "P1"},
            "awaiting allocation: a de-allocation",
        ),
        ({"standing": Standing.AWAITING, "move": Move.STILL_AWAITING}, "awaiting allocation"),
    ],
)
def test_where_a_plan_puts_a_child(facts: dict[str, object], words: str) -> None:
    """What changes is named; a de-allocation is never only a child who awaits."""
    assert where(line("C1", **facts)) == words


def test_the_team_as_it_stands_changes_nothing() -> None:
    """Nobody "stays" where nothing was planned, and where no plan was found none is said."""
    assert where(line("C1"), status=Status.AS_IT_STANDS) == "with P1"
    assert where(line("C1"), status=Status.NO_PLAN_IN_TIME) == "no plan was found in time"


def test_a_holder_who_is_away_is_said_so() -> None:
    """With the cover's name where one is named."""
    covered = line("C1", now="P1", holder="P1", standing=Standing.AWAY_COVERED, cover="P2")
    assert where(covered) == "stays with P1 (away, cover by P2)"
    alone = line("C1", now="P1", holder="P1", standing=Standing.AWAY_UNCOVERED)
    assert where(alone) == "stays with P1 (away, no cover named)"


def test_a_child_in_a_list() -> None:
    """Id, label, tier with band and today's place, as plain words for a list."""
    assert option(line("C1", label="twins")) == "C1 · twins: remaining children, now with P1"
    high = waiting("C2", Tier.HIGH, Band.B)
    assert option(high) == "C2: high risk, band (b), awaiting allocation"


def test_each_plan_has_its_row() -> None:
    """Three plans, three rows; days awaiting and who answers for the child only where it awaits."""
    now = plan((waiting("C1"),), status=Status.AS_IT_STANDS)
    shown = plan((waiting("C1", days_awaiting=23, last_seen=day(-14), unit="F1"),))
    held = plan((line("C1", unit="F1", next_contact_due=day(3), contacts_due=1),))
    found = dict(place_facts({"Now": now, "Baseline plan": held, "What-if": shown}, "C1"))
    assert found["Now"] == found["What-if"] == "Awaiting allocation"
    assert found["Baseline plan"] == "Stays with P1"
    assert found["Awaiting"] == "23 days"
    assert found["Interim responsibility"] == "TM1"
    assert found["Last seen"] == "Mon 16 Feb"
    other = dict(place_facts({"Now": now, "Baseline plan": held}, "C1"))
    assert other["Awaiting"] == other["Interim responsibility"] == ""
    assert other["Next contact due"] == "Thu 5 Mar"


def test_brothers_and_sisters_together_and_apart() -> None:
    """Who goes along is named apart from whom the family was split from."""
    lines = (
        line("C1", family="F", unit="F"),
        line("C2", family="F", unit="F", label="twin"),
        line("C3", family="F", unit="F-C3"),
        line("C4"),
    )
    made = plan(lines)
    assert together(made, lines[0]) == ["C2 · twin"]
    words = "F, held together with C2 · twin; held apart from C3"
    assert family_words(made, lines[0]) == words
    assert family_words(made, lines[3]) == "FC4"


def test_a_child_that_is_not_there() -> None:
    """Is no line at all."""
    made: Plan = plan((line("C1"),))
    assert line_of(made, "C1").child == "C1"
    with pytest.raises(KeyError):
        line_of(made, "C2")
    assert people_of(made) == {"P1": "P1"}
