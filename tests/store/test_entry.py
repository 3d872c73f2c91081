"""What a record must say, and what a plan says for it: one child or family at a time."""

from datetime import date
from pathlib import Path

import pytest

from planner.data.decision_record import DecisionEntry
from planner.data.digest import digest
from planner.data.plan import Plan, Status
from planner.data.record_kinds import ReasonCode, RecordKind
from planner.engine import allocate
from planner.errors import UsageFault
from planner.policy import default_policy
from planner.store import append, entry, of_plan, records, store_at
from tests.make import child, practitioner, scenario
from tests.store.keeping import note


@pytest.fixture(scope="module")
def plan() -> Plan:
    """Two siblings and a child alone with P01, an intensive infant and another with nobody."""
    team = scenario(
        [
            child("C1", family="F1", holder="P01"),
            child("C2", family="F1", holder="P01"),
            child("C3", family="F3", holder="P01"),
            child("C4", family="F4", infant_response="intensive", age=0),
            child("C5", family="F5"),
            child("C6", family="F6", holder="GONE"),
        ],
        [practitioner("P01"), practitioner("P02")],
    )
    made = allocate(team, default_policy(), time_limit=5)
    assert {line.child: line.now for line in made.children}["C1"] == "P01"
    return made


def say(kind: RecordKind, *children: str, **fields: object) -> DecisionEntry:
    """Make an entry as a command does."""
    return entry(kind=kind, children=children, user="Ash", **fields)


def test_a_plan_fills_in_what_it_knows(plan: Plan) -> None:
    """Family, unit, who holds the case and who is to, and the digests of all it rests on."""
    made = of_plan(say(RecordKind.ACCEPTED, "C1", "C2"), plan)
    (line, _) = (line for line in plan.children if line.family == "F1")
    assert (made.family, made.unit) == ("F1", line.unit)
    assert (made.practitioner_before, made.practitioner_after) == ("P01", line.holder)
    assert made.plan_digest == digest(plan)
    assert made.scenario_digest == plan.scenario_digest
    assert (made.policy, made.policy_version, made.policy_digest) == (
        plan.policy,
        plan.policy_version,
        plan.policy_digest,
    )


def test_children_of_two_families_are_two_decisions(plan: Plan) -> None:
    """Nothing is decided in bulk."""
    with pytest.raises(UsageFault, match="C1, C3 belong to F1 and F3: one child or one family"):
        of_plan(say(RecordKind.ACCEPTED, "C1", "C3"), plan)


@pytest.mark.parametrize(
    ("kind", "to", "pair"),
    [
        (RecordKind.OTHERWISE, "P02", ("P01", "P02")),
        (RecordKind.PINNED, "P01", ("P01", "P01")),
        (RecordKind.CHANGED, "P02", ("P01", "P02")),
        (RecordKind.DEALLOCATED, None, ("P01", "")),
        (RecordKind.DEALLOCATED, "", ("P01", "")),
        (RecordKind.NOTE, None, ("", "")),
    ],
)
def test_who_had_the_case_and_who_is_to_have_it(
    plan: Plan, kind: RecordKind, to: str | None, pair: tuple[str, str]
) -> None:
    """As decided; a note says nothing about it."""
    made = of_plan(say(kind, "C3"), plan, to)
    assert (made.practitioner_before, made.practitioner_after) == pair


@pytest.mark.parametrize(
    ("kind", "children", "to", "words"),
    [
        (RecordKind.ACCEPTED, ("C9",), None, "C9 is not in this plan, which is of"),
        (RecordKind.PINNED, ("C3",), "P9", "P9 is no practitioner of this plan; there are P01, P0"),
        (RecordKind.PINNED, ("C3",), None, "Say with whom"),
        (RecordKind.OTHERWISE, ("C3",), None, "Say with whom"),
        (RecordKind.OTHERWISE, ("C3",), "", "holds the case now: record it as de-allocated"),
        (RecordKind.OTHERWISE, ("C4",), "", "Allocation is mandatory for C4: a named"),
        (RecordKind.DEALLOCATED, ("C5",), None, "there is nothing to de-allocate"),
        (RecordKind.DEALLOCATED, ("C6",), None, "there is nothing to de-allocate"),
        (RecordKind.ACCEPTED, ("C3",), "P02", "suggests another practitioner: record it as dec"),
    ],
)
def test_what_does_not_fit_the_plan_is_refused(
    plan: Plan, kind: RecordKind, children: tuple[str, ...], to: str | None, words: str
) -> None:
    """In words that say what would."""
    with pytest.raises(UsageFault, match=words):
        of_plan(say(kind, *children), plan, to)


def test_a_plan_that_de_allocates_is_not_simply_accepted(plan: Plan) -> None:
    """The de-allocation is recorded as one, with all that belongs to it."""
    lines = tuple(
        line.model_copy(update={"holder": "", "move": "de-allocation"})
        if line.child == "C3"
        else line
        for line in plan.children
    )
    giving_up = plan.model_copy(update={"children": lines})
    with pytest.raises(UsageFault, match="record it as de-allocated"):
        of_plan(say(RecordKind.ACCEPTED, "C3"), giving_up)


def test_siblings_who_go_different_ways_are_decided_one_by_one(plan: Plan) -> None:
    """A split family is two decisions; a note may still be about both."""
    lines = tuple(
        line.model_copy(update={"holder": "P02", "unit": "F1/C2"}) if line.child == "C2" else line
        for line in plan.children
    )
    split = plan.model_copy(update={"children": lines})
    with pytest.raises(UsageFault, match="C1, C2 do not go from the same practitioner"):
        of_plan(say(RecordKind.ACCEPTED, "C1", "C2"), split)
    about_both = of_plan(say(RecordKind.NOTE, "C1", "C2"), split)
    assert (about_both.family, about_both.unit) == ("F1", "")


def test_a_file_without_a_plan_is_nothing_to_decide_on(plan: Plan) -> None:
    """What was printed then was the team as it stands."""
    none = plan.model_copy(update={"status": Status.NO_PLAN_IN_TIME})
    with pytest.raises(UsageFault, match="holds no plan"):
        of_plan(say(RecordKind.ACCEPTED, "C1"), none)


@pytest.mark.parametrize(("days", "refused"), [(-1, True), (0, False), (1, False)])
def test_a_review_is_not_before_the_plan(plan: Plan, days: int, refused: bool) -> None:
    """On the day itself it may be."""
    review = date.fromordinal(plan.as_at.toordinal() + days)
    said = say(RecordKind.NOTE, "C1", review=review)
    if refused:
        with pytest.raises(UsageFault, match="The review date lies before the day of the plan"):
            of_plan(said, plan)
    else:
        assert of_plan(said, plan).review == review


_WHOLE = {
    RecordKind.DEALLOCATED: {"practitioner_before": "P1", "review": date(2026, 4, 1)},
    RecordKind.CHANGED: {"practitioner_before": "P1", "practitioner_after": "P2"},
    RecordKind.PINNED: {"practitioner_after": "P2"},
    RecordKind.OTHERWISE: {"practitioner_after": "P2"},
    RecordKind.ACCEPTED: {"practitioner_after": "P2", "text": ""},
    RecordKind.NOTE: {"reason": None},
    RecordKind.ENTERED: {"about": 1, "entered": date(2026, 3, 3), "text": "", "reason": None},
}
_INCOMPLETE: tuple[tuple[RecordKind, dict[str, object], str], ...] = (
    *((kind, {"user": " "}, "does not say by whom") for kind in RecordKind),
    *((kind, {"reason": None}, "A coded reason") for kind in RecordKind if kind.needs_reason),
    (RecordKind.PINNED, {"reason": ReasonCode.OTHER, "text": " "}, '"other" needs words'),
    (RecordKind.DEALLOCATED, {"text": " "}, "needs its rationale in words"),
    (RecordKind.DEALLOCATED, {"review": None}, "needs a review date"),
    (RecordKind.DEALLOCATED, {"practitioner_before": ""}, "of a child who has a practitioner"),
    (RecordKind.DEALLOCATED, {"practitioner_after": "P2"}, "and then awaits allocation"),
    (RecordKind.CHANGED, {"practitioner_after": "P1"}, "from one practitioner to another"),
    (RecordKind.CHANGED, {"practitioner_after": ""}, "from one practitioner to another"),
    (RecordKind.CHANGED, {"practitioner_before": ""}, "from one practitioner to another"),
    (RecordKind.PINNED, {"practitioner_after": ""}, "A pin names the practitioner"),
    (RecordKind.NOTE, {"text": ""}, "A note needs words"),
    (RecordKind.NOTE, {"practitioner_after": "P2"}, "decides nothing about a practitioner"),
    (RecordKind.ENTERED, {"about": None}, "needs the record that was entered, and the day"),
    (RecordKind.ENTERED, {"entered": None}, "needs the record that was entered, and the day"),
    (RecordKind.NOTE, {"children": ("C1", "C1")}, "A child is named twice"),
)


def _whole(kind: RecordKind, **fields: object) -> DecisionEntry:
    return note(**{"kind": kind, "reason": ReasonCode.COURT, **_WHOLE[kind], **fields})


@pytest.mark.parametrize("kind", RecordKind)
def test_each_kind_is_kept_once_it_is_whole(tmp_path: Path, kind: RecordKind) -> None:
    """What each needs, and no more."""
    store = store_at(tmp_path / "d.sqlite")
    append(store, note())
    assert append(store, _whole(kind)).kind is kind


@pytest.mark.parametrize(("kind", "without", "words"), _INCOMPLETE)
def test_what_a_kind_must_say_is_asked_for(
    tmp_path: Path, kind: RecordKind, without: dict[str, object], words: str
) -> None:
    """One thing missing is one sentence, and nothing is recorded."""
    store = store_at(tmp_path / "d.sqlite")
    with pytest.raises(UsageFault) as refused:
        append(store, _whole(kind, **without))
    first, *sentences = str(refused.value).splitlines()
    assert first == "Not recorded:"
    assert len(sentences) == 1
    assert words in sentences[0]
    assert records(store) == ()


def test_a_rationale_is_words_too(tmp_path: Path) -> None:
    """Its text may stand in the rationale instead."""
    whole = _whole(RecordKind.DEALLOCATED, text="", rationale='{"why": "settled"}')
    assert append(store_at(tmp_path / "d.sqlite"), whole).rationale == '{"why": "settled"}'


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"text": "x" * 20_001}, "text: String should have at most 20000"),
        ({"text": "\udcff"}, "text: "),
        ({"children": ()}, "children: "),
    ],
)
def test_what_cannot_be_kept_is_refused_in_words(fields: dict[str, object], words: str) -> None:
    """Too long, no text, nobody: by field."""
    usual = {"kind": RecordKind.NOTE, "children": ("C1",), "user": "Ash"}
    with pytest.raises(UsageFault, match="Not recorded:") as refused:
        entry(**{**usual, **fields})
    assert words in str(refused.value)


def test_every_reason_has_its_words() -> None:
    """Nine reasons, each with words of its own, in the order of the list."""
    assert len({reason.words for reason in ReasonCode}) == len(ReasonCode) == 9
