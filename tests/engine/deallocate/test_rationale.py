"""The record of one de-allocation: every part, what is known with its source, blanks as blanks."""

from datetime import date

import pytest

from planner.data.deallocation import RationaleId
from planner.data.rationale import Consultation, Entry, Given, Rationale
from planner.engine import rationale
from planner.errors import UsageFault
from planner.policy import default_policy
from tests.make import child, day, decision, infant, practitioner, replies, scenario, task

POLICY = default_policy()
PEOPLE = [practitioner("P1"), practitioner("M1", grade="CPP5.2")]


def record(
    given: Given | None = None, facts: dict[str, object] | None = None, **settings: object
) -> Rationale:
    """Write the record of one child of a team of one practitioner."""
    made = scenario([child("A", holder="P1", **(facts or {}))], PEOPLE, **settings)
    return rationale(made, POLICY, "A", given=given)


def entries(found: Rationale, part: RationaleId, label: str = "") -> list[Entry]:
    """Give the entries of a part, or those with one label."""
    return [row for row in found.part(part).entries if label in ("", row.label)]


def test_every_part_of_the_policy_is_there_in_order() -> None:
    """Headings are the policy's, and no part is empty."""
    found = record()
    assert [(p.id, p.heading) for p in found.parts] == [(p.id, p.heading) for p in POLICY.rationale]
    assert {part.id for part in found.parts} == set(RationaleId)
    assert all(part.entries for part in found.parts)
    assert found.not_recorded == "Not recorded until entered on CRIS"


def test_each_of_the_fourteen_indicators_is_there_once() -> None:
    """On one of the two lines, by title and paragraph."""
    found = record()
    labels = [
        row.label
        for part in (RationaleId.CHILD, RationaleId.PERMANENCY)
        for row in entries(found, part)
        if row.label != "In all"
    ]
    assert sorted(labels) == sorted(f"{i.title} [{i.paragraph}]" for i in POLICY.indicators)


def test_nothing_is_invented() -> None:
    """What nobody gave is blank: no text stands where the manager has to write."""
    found = record()
    for part, label in (
        (RationaleId.DECISION, "Decided by"),
        (RationaleId.DECISION, "Decided on"),
        (RationaleId.WHY, "Reason"),
        (RationaleId.WHY, "Room is made for"),
        (RationaleId.CYCLE, "Order ends on"),
        (RationaleId.VIEWS, "Child"),
        (RationaleId.VIEWS, "Family"),
        (RationaleId.INTERESTS, "Best interests"),
        (RationaleId.TOLD, "Whom to ring"),
        (RationaleId.TOLD, "Parents"),
        (RationaleId.REVIEW, "Reviewed on"),
    ):
        (row,) = entries(found, part, label)
        assert row.text == row.source == ""
        assert row.blank


def test_everything_known_has_its_source() -> None:
    """No text without a source, except what only names a duty to ask."""
    found = record(facts={"aboriginal": "no"}, tasks=(task("A", "hearing", 4),))
    without = [
        row.label for part in found.parts for row in part.entries if row.text and not row.source
    ]
    assert without == []


def test_what_is_given_fills_its_blank() -> None:
    """Reason, decider, views, review day: each in its place, marked as given."""
    given = Given(reason="A new infant", by="M1", views="Wants to stay", review=date(2026, 4, 1))
    found = record(given)
    expected = {
        (RationaleId.WHY, "Reason"): "A new infant",
        (RationaleId.DECISION, "Decided by"): "M1",
        (RationaleId.VIEWS, "Child and family"): "Wants to stay",
        (RationaleId.REVIEW, "Reviewed on"): "1 April 2026",
    }
    for (part, label), text in expected.items():
        (row,) = entries(found, part, label)
        assert (row.text, row.blank, row.source) == (text, "", "given by the manager")


def test_roles_that_were_consulted() -> None:
    """Each role of 2254 has its line; one consulted twice has two, and the advice stays blank."""
    said = (
        Consultation(role="Practice Leader", name="A. Example", dated=day(-3)),
        Consultation(role="practice leader", name="B. Example", dated=day(-2)),
    )
    found = entries(record(Given(consulted=said)), RationaleId.CONSULTED)
    assert [row.label for row in found] == [
        "Senior practitioner",
        "Practice leader",
        "Practice leader",
        "Principal practitioner",
        "Another team manager",
        "Line manager",
        "ACSASS",
    ]
    assert found[1].text == "A. Example, 27 February 2026"
    assert found[1].blank == "what was advised"
    assert found[0].text == ""


def test_an_unknown_role_is_refused_with_the_roles_there_are() -> None:
    """A slip of the pen is not lost."""
    given = Given(consulted=(Consultation(role="wizard", dated=day(0)),))
    with pytest.raises(UsageFault, match=r"'wizard' is none .*: senior practitioner, .*ACSASS"):
        record(given)


@pytest.mark.parametrize(
    ("answer", "words", "asked"),
    [
        ("yes", "due", True),
        ("unknown", "not recorded: ask", True),
        ("no", "not recorded as", False),
    ],
)
def test_the_advice_service_is_asked_for_where_due(answer: str, words: str, asked: bool) -> None:
    """Due for an Aboriginal child; where nobody recorded it, ask first; else said not to be."""
    (row,) = entries(record(facts={"aboriginal": answer}), RationaleId.CONSULTED, "ACSASS")
    assert words in row.text
    assert bool(row.blank) is asked


def test_the_advice_service_consulted() -> None:
    """Given with a name and a day, under its own name."""
    said = Given(consulted=(Consultation(role="acsass", name="C. Example", dated=day(-1)),))
    (row,) = entries(record(said, {"aboriginal": "yes"}), RationaleId.CONSULTED, "ACSASS")
    assert row.text == "C. Example, 1 March 2026"


def test_obligations_are_repeated_with_a_blank() -> None:
    """Each thing owed to the child, and what was done about it."""
    found = entries(record(facts={"aboriginal": "yes"}), RationaleId.OBLIGATIONS)
    assert len(found) >= 4
    assert all(row.text and row.blank for row in found)
    none = entries(record(facts={"order": "none"}), RationaleId.OBLIGATIONS)
    assert [row.text for row in none] == ["none on the record"]


def test_indicators_keep_evidence_and_gaps_ask() -> None:
    """A yes needs nothing more; a no is settled or accepted; an unanswered one is blank."""
    found = record(indicators=replies("A", stable_care="yes", referrals="no"))
    rows = {row.label: row for row in entries(found, RationaleId.CHILD)}
    assert rows["Care arrangement stable [2254-I9]"].text == "yes"
    assert rows["Care arrangement stable [2254-I9]"].blank == ""
    gap = rows["Referrals made, parents engaged or able to seek help [2254-I5]"]
    assert (gap.text, gap.blank) == ("no", "settled on, or accepted because")
    missing = rows["Care team or support network established [2254-I7]"]
    assert (missing.text, bool(missing.blank)) == ("", True)


def test_only_what_is_answered_yes_is_given_as_a_reason() -> None:
    """An unanswered factor adds points and is still no fact about the child."""
    found = record(facts={"maram": "unknown"}, supplied=frozenset({"cases.maram"}))
    texts = [row.text for row in entries(found, RationaleId.PRINCIPLES, "Because")]
    assert not [text for text in texts if "MARAM" in text]


def test_how_the_work_goes_on() -> None:
    """Each dated task asks who does it; contact is dated; the manager who oversees is known."""
    found = record(tasks=(task("A", "hearing", 4, 6),))
    (hearing,) = entries(found, RationaleId.WORK, "Court hearing")
    assert hearing.text == "due 6 March 2026, 6 h"
    assert hearing.blank == "who does it, and under whose supervision"
    assert entries(found, RationaleId.WORK, "Overseen by")[0].text == "M1, team manager"
    assert [row.text for row in entries(found, RationaleId.CONTACT, "Contact due by")] == [
        "29 March 2026"
    ]
    assert entries(found, RationaleId.CONTACT, "Agreed with the supervisor")[0].blank
    assert [row.label for row in entries(found, RationaleId.TOLD)] == [
        "Child",
        "Parents",
        "Carer",
        "Professionals",
        "Whom to ring",
    ]


def test_siblings_who_go_along_and_who_stay() -> None:
    """The record is of one child and names the others."""
    family = [child(name, family="F", holder="P1") for name in "AB"]
    along = rationale(scenario(family, PEOPLE), POLICY, "A")
    assert "B" in entries(along, RationaleId.DECISION)[2].text
    split = scenario(family, PEOPLE, decisions=(decision("split", "A"),))
    stays = entries(
        rationale(split, POLICY, "A"), RationaleId.DECISION, "Brothers and sisters who stay"
    )
    assert [row.text for row in stays] == ["B with P1"]


def test_without_a_manager_in_the_tables_overseeing_is_a_blank() -> None:
    """Nobody is named who is not there."""
    made = scenario([child("A", holder="P1")], PEOPLE[:1])
    (row,) = entries(rationale(made, POLICY, "A"), RationaleId.WORK, "Overseen by")
    assert (row.text, row.blank) == ("", "team manager")


def test_high_risk_needs_the_reason_and_mandatory_is_refused() -> None:
    """In words, with nothing written."""
    high = child("H", holder="P1", consequence="severe", probability="likely")
    made = scenario([high, infant("I", holder="P1")], PEOPLE)
    with pytest.raises(UsageFault, match="H: high risk"):
        rationale(made, POLICY, "H")
    found = rationale(made, POLICY, "H", given=Given(reason="Directed by the area manager"))
    assert entries(found, RationaleId.WHY, "Reason")[0].text == "Directed by the area manager"
    with pytest.raises(UsageFault, match="I: mandatory allocation"):
        rationale(made, POLICY, "I", given=Given(reason="No hours left"))
