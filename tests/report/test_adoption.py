"""What adopting a plan asks for, what was decided already, and what a decision still needs."""

from datetime import date
from pathlib import Path

import pytest

from planner.data.adjustment import AdjustmentKind
from planner.data.decision_record import DecisionRecord
from planner.data.plan import ChildLine, Move, Plan, Standing
from planner.data.record_kinds import ReasonCode, RecordKind
from planner.data.vocabulary import Tier
from planner.report.adoption import (
    Given,
    decided,
    kind_of,
    may_await,
    missing,
    others,
    pins,
    standing,
    to_decide,
)
from planner.store import append, entry, of_plan, records, store_at
from tests.ui.made import line, person, plan, score

AS_AT = date(2026, 3, 2)


def gone(name: str, **facts: object) -> ChildLine:
    """Make a child whom P1 holds and who awaits in the plan."""
    usual = {"now": "P1", "holder": "", "move": Move.DEALLOCATED, "standing": Standing.AWAITING}
    return line(name, **{**usual, **facts})


def moved(name: str, **facts: object) -> ChildLine:
    """Make a child who goes from P1 to P2."""
    return line(name, **{"now": "P1", "holder": "P2", "move": Move.CHANGED, **facts})


def taken(name: str, **facts: object) -> ChildLine:
    """Make a child whom nobody holds and P1 takes on."""
    return line(name, **{"now": "", "holder": "P1", "move": Move.TAKEN_ON, **facts})


def made(*children: ChildLine) -> Plan:
    """Make a plan with two people at work and one away."""
    people = (person("P1"), person("P2"), person("P3"), person("P4", present=False))
    return plan(children, practitioners=(*people, person("TM", carries=False)))


def recorded(folder: Path, of: Plan, kind: RecordKind, *children: str, **more: object) -> None:
    """Record a decision in the store of this folder."""
    to = more.pop("to", None)
    said = entry(kind=kind, children=children, user="Ash", **more)
    append(store_at(folder / "d.sqlite"), of_plan(said, of, None if to is None else str(to)))


def kept(folder: Path) -> tuple[DecisionRecord, ...]:
    """Read what is in the store of this folder."""
    return records(store_at(folder / "d.sqlite"))


def test_those_who_are_held_come_first_and_a_family_is_one_decision() -> None:
    """Kept children ask nothing; siblings who go the same way are decided together."""
    same = {"family": "F", "unit": "F"}
    found = to_decide(
        made(taken("A", **same), taken("B", **same), line("K"), moved("M"), gone("D"))
    )
    assert [(one.move, one.children) for one in found] == [
        (Move.DEALLOCATED, ("D",)),
        (Move.CHANGED, ("M",)),
        (Move.TAKEN_ON, ("A", "B")),
    ]
    assert [one.held for one in found] == [True, True, False]


def lost(name: str, **facts: object) -> ChildLine:
    """Make a child whose practitioner P9 is gone, and whom nobody takes on."""
    usual = {"now": "P9", "holder": "", "move": Move.STILL_AWAITING}
    return line(name, **{**usual, "standing": Standing.AWAITING, **facts})


def test_who_is_left_without_a_practitioner_is_a_decision(tmp_path: Path) -> None:
    """After those who are held; a case that awaits as before, or that the manager has, is none."""
    asked = made(lost("L"), lost("W", now=""), lost("M", standing=Standing.MANAGER), gone("D"))
    found = to_decide(asked)
    assert [(one.move, one.children) for one in found] == [
        (Move.DEALLOCATED, ("D",)),
        (Move.STILL_AWAITING, ("L",)),
    ]
    one = found[1]
    assert (one.now, one.holder, one.held, one.kind) == ("P9", "", False, RecordKind.ACCEPTED)
    assert not may_await(one)
    assert others(one, asked) == ("P1", "P2", "P3")
    recorded(tmp_path, asked, RecordKind.ACCEPTED, "L")
    (record,) = kept(tmp_path)
    assert (record.practitioner_before, record.practitioner_after) == ("P9", "")
    assert decided(one, asked, (record,)) is not None


def test_siblings_who_go_different_ways_are_decided_apart() -> None:
    """One record says from whom to whom: it cannot say two things."""
    same = {"family": "F", "unit": "F"}
    found = to_decide(made(taken("A", **same), moved("B", **same)))
    assert [one.children for one in found] == [("B",), ("A",)]


def test_the_higher_tier_is_decided_first() -> None:
    """Among those taken on, a high-risk child stands before a remaining one of a lower id."""
    found = to_decide(made(taken("A"), taken("B", score=score("B", Tier.HIGH))))
    assert [one.children for one in found] == [("B",), ("A",)]


def test_otherwise_is_whatever_the_plan_does_not_suggest() -> None:
    """A change to P2 is one; with anybody else, or staying, it is decided otherwise."""
    (change,) = to_decide(made(moved("M")))
    assert kind_of(change, "P2") is RecordKind.CHANGED
    assert kind_of(change, "P1") is RecordKind.OTHERWISE
    assert kind_of(change, "P3") is RecordKind.OTHERWISE


def test_others_are_at_work_and_neither_hold_nor_are_suggested() -> None:
    """P4 is away the whole cycle and TM holds no cases."""
    team = made(moved("M"))
    assert others(to_decide(team)[0], team) == ("P3",)


@pytest.mark.parametrize(
    ("child", "expected"),
    [
        (taken("A"), True),
        (taken("A", score=score("A", Tier.MANDATORY)), False),
        (moved("A"), False),
    ],
)
def test_who_may_be_left_awaiting(child: ChildLine, expected: bool) -> None:
    """Neither whom somebody holds nor whom the team must allocate is left awaiting in passing."""
    assert may_await(to_decide(made(child))[0]) is expected


def test_the_last_record_of_the_same_data_stands(tmp_path: Path) -> None:
    """A later decision takes the place of the former; one from other data does not count."""
    team = made(taken("A"))
    (one,) = to_decide(team)
    assert decided(one, team, kept(tmp_path)) is None
    recorded(tmp_path, team, RecordKind.ACCEPTED, "A")
    recorded(tmp_path, team, RecordKind.OTHERWISE, "A", to="P2", reason=ReasonCode.SKILL)
    recorded(tmp_path, team.model_copy(update={"scenario_digest": "c"}), RecordKind.ACCEPTED, "A")
    recorded(tmp_path, team, RecordKind.NOTE, "A", text="Seen.")
    found = decided(one, team, kept(tmp_path))
    assert found is not None
    assert (found.sequence, found.practitioner_after) == (2, "P2")


def test_a_plan_found_again_still_has_its_decisions(tmp_path: Path) -> None:
    """The same choices found at another time are another record, but the same decisions."""
    team = made(taken("A"), taken("B"))
    recorded(tmp_path, team, RecordKind.ACCEPTED, "A")
    again = team.model_copy(update={"headline": ("Proven later.",)})
    stand = standing(again, kept(tmp_path))
    assert [record and record.sequence for record in stand.records] == [1, None]
    assert not stand.finished


def test_what_was_decided_otherwise_becomes_pins(tmp_path: Path) -> None:
    """With whom it was decided; as suggested, or awaiting, needs no pin."""
    team = made(taken("A"), taken("B"), taken("C"))
    recorded(tmp_path, team, RecordKind.ACCEPTED, "A")
    recorded(tmp_path, team, RecordKind.OTHERWISE, "B", to="P2", reason=ReasonCode.COURT)
    recorded(tmp_path, team, RecordKind.OTHERWISE, "C", to="", reason=ReasonCode.COURT)
    stand = standing(team, kept(tmp_path))
    assert stand.finished
    (pin,) = pins(stand.decisions, stand.made)
    assert (pin.kind, pin.child, pin.practitioner) == (AdjustmentKind.PIN, "B", "P2")
    assert (pin.code, pin.reason) == (ReasonCode.COURT, "court")


FULL = Given(
    to="",
    by="A. Lee",
    reason=ReasonCode.CAPACITY,
    text="Stable.",
    review=AS_AT,
    consulted=("nobody",),
)


@pytest.mark.parametrize(
    ("given", "lacking"),
    [
        (FULL, ()),
        (FULL._replace(by=" "), ("Say who decides, by name.",)),
        (FULL._replace(reason=None), ("Choose the reason.",)),
        (FULL._replace(text=" "), ("Say in words why.",)),
        (FULL._replace(review=None), ("Give the day on which it is reviewed.",)),
        (
            FULL._replace(review=date(2026, 3, 1)),
            ("The review lies before the day of the plan, 2 March 2026.",),
        ),
        (FULL._replace(consulted=()), ("Say who was consulted, or that nobody was.",)),
        (FULL._replace(to=None), ("Choose the practitioner.",)),
    ],
)
def test_a_de_allocation_needs_all_of_it(given: Given, lacking: tuple[str, ...]) -> None:
    """Each thing left out is named, and nothing else is."""
    assert missing(to_decide(made(gone("D")))[0], given, AS_AT) == lacking


@pytest.mark.parametrize("lacks", ["reason", "text", "review", "consulted"])
def test_a_child_left_without_is_owed_the_same(lacks: str) -> None:
    """Whether it is a de-allocation or the practitioner is gone: the child awaits afterwards."""
    (one,) = to_decide(made(lost("L")))
    assert missing(one, FULL, AS_AT) == ()
    blank = Given("", "A. Lee")
    assert len(missing(one, FULL._replace(**{lacks: getattr(blank, lacks)}), AS_AT)) == 1


def test_whoever_finds_a_practitioner_after_all_is_decided_otherwise() -> None:
    """Then a reason is enough: the child goes on having somebody."""
    (one,) = to_decide(made(lost("L")))
    given = Given("P1", "A. Lee", ReasonCode.CAPACITY)
    assert missing(one, given, AS_AT) == ()


def test_staying_needs_no_review_and_words_only_where_the_reason_is_other() -> None:
    """Decided otherwise than the de-allocation: reason and consultation, no more."""
    (one,) = to_decide(made(gone("D")))
    stays = FULL._replace(to="P1", text="", review=None)
    assert missing(one, stays, AS_AT) == ()
    assert missing(one, stays._replace(reason=ReasonCode.OTHER), AS_AT) == ("Say in words why.",)


def test_taking_a_child_on_as_suggested_needs_a_name_alone() -> None:
    """Otherwise than suggested it needs a reason too."""
    (one,) = to_decide(made(taken("A")))
    assert missing(one, Given("P1", "A. Lee"), AS_AT) == ()
    assert missing(one, Given("P1", ""), AS_AT) == ("Say who decides, by name.",)
    assert missing(one, Given("P2", "A. Lee"), AS_AT) == ("Choose the reason.",)
