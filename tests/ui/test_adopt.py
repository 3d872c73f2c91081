"""Adopting a plan: each decision by itself, with who and why, read back from the log alone."""

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from planner.data.decision_record import DecisionRecord
from planner.data.digest import digest
from planner.data.draft import Draft
from planner.data.plan import Move, Status
from planner.data.record_kinds import ReasonCode, RecordKind
from planner.store import Store, records, store_at
from planner.store.drafts import keep_draft, new_id, read_draft
from planner.ui import decisions
from planner.ui.adopting import UNDER_WAY
from tests.ui.adopt_made import drawn, the_plan
from tests.ui.compare_page import chosen, compare_page, draft_of, field, subheads
from tests.ui.seen import button, html, labels, text

pytestmark = pytest.mark.usefixtures("only_tiny")

BEGIN = "Begin, one decision at a time"
RECORD = "Record this decision"


@pytest.fixture
def log(own_folder: Path) -> Store:
    """Name the store that the page records in."""
    return store_at(own_folder / "decisions.sqlite")


def opened(*, not_held: bool = False, draft: str = "") -> AppTest:
    """Open the adoption of the hand-made plan, with a guard-rail that it does not hold or none."""
    page = AppTest.from_function(drawn, args=(not_held,), default_timeout=30)
    named = draft or new_id()
    if not draft:
        keep_draft(named, Draft(team="tiny"))
    page.query_params["draft"] = named
    page.run()
    assert not page.exception
    return page


def begun() -> AppTest:
    """Begin to adopt it."""
    return button(opened(), BEGIN)


def fill(page: AppTest, **fields: str) -> None:
    """Fill in the form in hand."""
    if "reason" in fields:
        field(page, "selectbox", "Reason").set_value(ReasonCode(fields["reason"]))
    for name, label in (("text", "Why, in words"), ("consulted", "Who was consulted")):
        if name in fields:
            field(page, "text_area", label).input(fields[name])
    if "review" in fields:
        field(page, "date_input", "Reviewed on").set_value(date.fromisoformat(fields["review"]))
    field(page, "text_input", "Who decides").input(fields.get("by", "A. Lee"))


FULL = {"reason": "capacity", "text": "Stable.", "review": "2026-03-16", "consulted": "ACSASS\nTL"}


def decide(page: AppTest, way: str = "", **fields: str) -> AppTest:
    """Decide what is in hand and record it."""
    if way:
        radio = field(page, "radio", "What do you decide?")
        radio.set_value(next(n for n, text in enumerate(radio.options) if text.startswith(way)))
        page.run()
    fill(page, **fields)
    return button(page, RECORD)


def kept(log: Store) -> list[DecisionRecord]:
    """Read the records."""
    return list(records(log))


def test_a_plan_says_what_it_asks_before_it_is_adopted(log: Store) -> None:
    """Looking records nothing, and that CRIS is never written to is said first."""
    page = opened()
    said = text(page)
    assert "The planner never writes to CRIS" in said
    asked = "3 decisions of you: 1 de-allocation, 1 change of practitioner, 1 family taken on."
    assert asked in said
    assert not log.there


def test_a_de_allocation_is_confirmed_with_all_that_belongs_to_it(log: Store) -> None:
    """From whom, why, who was consulted, when it is reviewed, who decides, and from which plan."""
    page = decide(begun(), **FULL)
    (record,) = kept(log)
    assert (record.kind, record.children) == (RecordKind.DEALLOCATED, ("C1",))
    assert (record.practitioner_before, record.practitioner_after) == ("P1", "")
    assert (record.reason, record.text) == (ReasonCode.CAPACITY, "Stable.")
    assert (record.review, record.consulted) == (date(2026, 3, 16), ("ACSASS", "TL"))
    assert (record.user, record.plan_digest) == ("A. Lee", digest(the_plan()))
    assert page.success[0].value == (
        "Recorded as record 1: C1, de-allocated: P1 to awaiting allocation."
    )
    assert subheads(page)[0].startswith("2 of 3: Change of practitioner: C2")


def test_what_is_missing_is_said_at_the_form_and_nothing_is_recorded(log: Store) -> None:
    """All of it at once; what was filled in stays."""
    page = decide(begun(), text="Stable.", by=" ")
    for words in (
        "Choose the reason.",
        "Give the day on which",
        "Say who was consulted",
        "by name",
    ):
        assert words in page.error[0].value
    assert "Say in words why." not in page.error[0].value
    assert field(page, "text_area", "Why, in words").value == "Stable."
    assert not log.there


def test_a_de_allocation_may_be_decided_otherwise(log: Store) -> None:
    """The child stays; the record says so, with a reason, and asks no review."""
    page = decide(begun(), "Stays with P1", reason="relationship", consulted="nobody")
    (record,) = kept(log)
    assert (record.kind, record.practitioner_after) == (RecordKind.OTHERWISE, "P1")
    assert record.review is None
    assert "1 of 3 decided" in page.get("progress")[0].proto.text
    assert "Otherwise: stays with P1, by A. Lee (record 1)" in html(page)


def test_siblings_are_taken_on_with_a_name_alone(log: Store) -> None:
    """Another decision than the first can be turned to; the first stays open."""
    page = chosen(begun(), "Decision in hand", "3. Taken on")
    assert not [part for part in page.selectbox if part.label == "Reason"]
    decide(page)
    (record,) = kept(log)
    assert (record.kind, record.children) == (RecordKind.ACCEPTED, ("C4", "C5"))
    assert subheads(page)[0].startswith("1 of 3: De-allocation: C1")


def test_the_name_is_kept_for_the_next_decision_and_nothing_else_is(log: Store) -> None:
    """Every decision has its own reason and words."""
    page = decide(begun(), **FULL)
    assert field(page, "text_input", "Who decides").value == "A. Lee"
    assert field(page, "selectbox", "Reason").value is None
    assert field(page, "text_area", "Why, in words").value == ""


def test_progress_survives_a_refresh_and_a_new_session(log: Store) -> None:
    """The plan comes back from the draft, what was decided from the log."""
    page = decide(begun(), **FULL)
    back = opened(draft=draft_of(page))
    assert "1 of 3 decided" in back.get("progress")[0].proto.text
    assert subheads(back)[0].startswith("2 of 3: Change of practitioner: C2")
    decide(back, reason="skill", consulted="TL")
    assert [record.plan_digest for record in kept(log)] == [digest(the_plan())] * 2


def test_stopping_keeps_what_was_recorded(log: Store) -> None:
    """Begun again, it goes on where it was."""
    page = button(decide(begun(), **FULL), "Stop adopting for now")
    button(page, "Go on: 1 of 3 decided")
    assert subheads(page)[0].startswith("2 of 3:")
    assert len(kept(log)) == 1


def test_the_end_says_what_was_decided_and_what_is_left_for_cris(log: Store) -> None:
    """Two as suggested, one otherwise; and one of them can be decided again."""
    page = decide(begun(), **FULL)
    decide(page, "Stays with P1", reason="court", consulted="TL")
    decide(page)
    assert "Everything in this plan is decided" in subheads(page)
    said = text(page)
    assert "3 decisions about 4 children: 2 as the plan suggests, 1 otherwise." in said
    assert "Still to be entered on CRIS, by hand: 3 records (1, 2, 3)." in said
    chosen(page, "Decision to change", "3. Taken on")
    assert "A further record would take its place" in text(page)
    decide(page, "Goes on awaiting", reason="directed")
    last = kept(log)[-1]
    assert (last.kind, last.practitioner_after, last.about) == (RecordKind.OTHERWISE, "", 3)
    assert "1 as the plan suggests, 2 otherwise." in text(page)
    again = field(page, "selectbox", "Decision to change")
    assert again.value is None
    assert again.options[2].endswith("[decided, record 4]")


def test_what_was_decided_otherwise_can_be_asked_of_the_planner(log: Store) -> None:
    """As a what-if with the child held by whom it was decided; awaiting is no practitioner."""
    page = decide(begun(), "Stays with P1", reason="court", consulted="TL")
    decide(page, reason="skill", consulted="TL")
    decide(page)
    button(page, "See in What-if what follows from what you decided otherwise")
    draft = read_draft(draft_of(page))
    assert draft is not None
    assert [(pin.child, pin.practitioner, pin.code) for pin in draft.changes] == [
        ("C1", "P1", ReasonCode.COURT)
    ]


def test_guard_rails_that_do_not_hold_are_overridden_first(log: Store) -> None:
    """With a reason and a name; each record then says so, and a refresh does not ask again."""
    page = opened(not_held=True)
    assert BEGIN not in labels(page)
    assert "No child is de-allocated: does not hold: 1 child de-allocated (C1)" in text(page)
    button(page, "Override and begin")
    assert page.error[0].value == "- Say why you go on.\n- Say who decides, by name."
    assert page.run().error[0].value == "- Say why you go on.\n- Say who decides, by name."
    field(page, "text_area", "Why you go on").input("Two are away.")
    field(page, "text_input", "Who decides").input("B. Ng")
    button(page, "Override and begin")
    assert not page.error
    decide(page, **FULL)
    (record,) = kept(log)
    assert record.text == (
        "Stable.\nGuard-rails overridden by B. Ng (No child is de-allocated: does not hold: "
        "1 child de-allocated): Two are away."
    )
    button(page, "Stop adopting for now")
    assert "Go on: 1 of 3 decided" in labels(opened(not_held=True, draft=draft_of(page)))


def test_a_log_that_cannot_be_read_gives_words(log: Store) -> None:
    """And nothing can be decided until it can."""
    assert log.file is not None
    log.file.parent.mkdir(parents=True, exist_ok=True)
    log.file.write_bytes(b"this is no database at all, whatever its name may say" * 9)
    page = opened()
    assert "Nothing can be decided here now" in page.error[0].value
    assert BEGIN not in labels(page)


def test_a_refusal_of_the_store_is_shown_at_the_form(
    log: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that cannot be written to, for one: in words, and the form stays as it is."""

    def refuse(*_: object) -> None:
        raise OSError(30, "Read-only file system")

    page = begun()
    monkeypatch.setattr(decisions, "append", refuse)
    decide(page, **FULL)
    assert "The decision log cannot be reached: Read-only file system." in page.error[0].value
    assert field(page, "text_area", "Why, in words").value == "Stable."


def test_a_plan_that_cannot_be_gone_on_with_is_let_go_in_words(log: Store) -> None:
    """What was decided stays in the log; another plan may be begun."""
    page = decide(begun(), **FULL)
    box = page.session_state["sandbox"]
    noted = box.draft.notes[UNDER_WAY]
    box.keep(notes={**box.draft.notes, UNDER_WAY: {**noted, "plan": "AAAA"}})
    page.run()
    assert "The plan that you were adopting cannot be gone on with" in page.warning[0].value
    assert len(kept(log)) == 1
    (go_on,) = [label for label in labels(page) if label.startswith("Go on")]
    assert not button(page, go_on).warning


def test_nothing_moves_up_once_what_was_recorded_has_been_read(log: Store) -> None:
    """What is unfolded would fold itself away as soon as anything in it is touched."""
    page = decide(begun(), **FULL)
    assert page.success
    places = len(page.main.children)
    page.run()
    assert not page.success
    assert len(page.main.children) == places


def test_a_plan_that_was_not_found_is_not_adopted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor one that changes nothing."""
    none = the_plan().model_copy(update={"status": Status.NO_PLAN_IN_TIME})
    monkeypatch.setattr("tests.ui.adopt_made.the_plan", lambda: none)
    assert "No plan was found in time, so there is nothing to adopt yet." in text(opened())
    stays = tuple(child.model_copy(update={"move": Move.KEPT}) for child in the_plan().children)
    kept_all = the_plan().model_copy(update={"children": stays})
    monkeypatch.setattr("tests.ui.adopt_made.the_plan", lambda: kept_all)
    assert "This plan changes nothing for any child" in text(opened())


def test_a_real_plan_is_adopted_with_another_practitioner(log: Store) -> None:
    """On the page itself, with the real engine: what it would mean is said first."""
    page = button(compare_page(), BEGIN)
    assert "What do you decide?" in [radio.label for radio in page.radio]
    radio = field(page, "radio", "What do you decide?")
    radio.set_value(next(n for n, text in enumerate(radio.options) if "another" in text)).run()
    assert button(page, RECORD).error[0].value.startswith("**Not recorded yet:**")
    other = field(page, "selectbox", "Which practitioner?").options[0]
    chosen(page, "Which practitioner?", other)
    assert "left within the limit" in text(page)
    assert "Only this family was looked at" in text(page)
    fill(page, reason="skill")
    button(page, RECORD)
    (record,) = kept(log)
    assert (record.kind, record.practitioner_after) == (RecordKind.OTHERWISE, other)
