"""Rows say what a plan holds, in its own numbers and nothing else."""

import pytest

from planner.data.plan import Finding, Move, Offer, PassedOver, PhaseLine, Standing, Status
from planner.data.vocabulary import Tier
from planner.ui import rows
from tests.ui.made import counts, line, plan, stage, waiting


def test_changes_one_by_one() -> None:
    """De-allocations first; a child who stays is not among them."""
    made = plan(
        (
            line("C1"),
            line("C2", holder="P2", move=Move.TAKEN_ON),
            line("C3", now="P1", standing=Standing.AWAITING, move=Move.DEALLOCATED),
            line("C4", now="P1", holder="P2", move=Move.CHANGED),
            waiting("C5"),
        )
    )
    found = rows.change_rows(made)
    assert [(row["Child"], row["What"]) for row in found] == [
        ("C3, family FC3", "De-allocation"),
        ("C4, family FC4", "Change of practitioner"),
        ("C2, family FC2", "Taken on"),
    ]
    assert found[0]["From and to"] == "P1 to awaiting allocation"
    assert found[2]["From and to"] == "awaiting allocation to P2"


def test_a_child_whom_nobody_holds_any_more_is_a_change() -> None:
    """P1 left or is barred, so nothing is de-allocated; a team manager goes on as before."""
    made = plan(
        (
            waiting("C1"),
            waiting("C2", now="P1"),
            waiting("C3", now="TM1", standing=Standing.MANAGER),
            line("C4", now="P1", standing=Standing.AWAITING, move=Move.DEALLOCATED),
        )
    )
    found = rows.change_rows(made)
    assert [(row["Child"], row["What"], row["From and to"]) for row in found] == [
        ("C4, family FC4", "De-allocation", "P1 to awaiting allocation"),
        ("C2, family FC2", "No practitioner any more", "P1 to awaiting allocation"),
    ]


@pytest.mark.parametrize(
    ("value", "bound", "facts", "words"),
    [
        (5, 5, {}, "proven best"),
        (5, 5, {"proven": False}, "best given the stages above"),
        (103, 100, {"total": 100}, "within 3 % of best"),
        (300, 100, {"total": 100}, "best found so far"),
        (5, 1, {"total": 0}, "best found so far"),
        (5, None, {}, "counted, not searched"),
    ],
)
def test_how_sure_a_stage_is(
    value: int, bound: int | None, facts: dict[str, object], words: str
) -> None:
    """Proven is said only where it is; a gap is a share of everyone waiting."""
    assert rows.known(stage("2a", value, bound, **facts)) == words


def test_what_came_first() -> None:
    """A stage says its terms in the words of the terms; none where nothing is lost."""
    made = plan(
        ledger=(
            stage("0f", 27, 27, terms={"hours_over": 27}),
            stage("1", 0, 0, terms={"contact_missed_watched": 0}),
        )
    )
    found = rows.ledger_rows(made)
    assert [row["What came first"] for row in found] == ["Stage 0f", "Stage 1"]
    assert "13.5 h" in found[0]["In this plan"]
    assert found[1]["In this plan"] == "none"


def test_who_would_await_under_an_offer() -> None:
    """Children who must be allocated are named only where one would await."""
    offer = Offer(
        kind="x", text="y", solved=True, awaiting_by_tier={Tier.HIGH: 2, Tier.REMAINING: 7}
    )
    words = "Then awaiting: 2 high risk, 0 next priority, 7 remaining children."
    assert rows.offer_words(offer) == words
    assert rows.offer_words(offer.model_copy(update={"awaiting_by_tier": {}})) == ""
    unmet = offer.model_copy(update={"awaiting_by_tier": {Tier.MANDATORY: 1}})
    assert rows.offer_words(unmet).startswith("Then awaiting: 1 mandatory allocation, 0 high risk")


def test_families_passed_over_because_they_are_large() -> None:
    """Who awaits, with how many hours, and who was taken on instead with how many."""
    passed = PassedOver(
        unit="F7",
        tier=Tier.HIGH,
        children=("C1", "C2"),
        half_hours=47,
        taken_instead="F9",
        taken_half_hours=20,
    )
    assert rows.passed_over_lines(plan(passed_over=(passed,))) == [
        "C1, C2 (high risk, family F7) await: 23.5 h a cycle, where F9 (10 h) was taken on."
    ]


def test_children_by_phase() -> None:
    """A mean only where there is a child to take it of."""
    line_of = PhaseLine(phase="closure", allocated=2, awaiting=0, mean_half_hours_allocated=7.0)
    assert rows.phase_rows(plan(phases=(line_of,))) == [
        {"Phase": "Closure", "Allocated": "2, 3.5 h on average", "Awaiting": "0"}
    ]


def test_where_the_children_stand() -> None:
    """Each kind is counted apart, those over hours and forced changes on lines of their own."""
    standing = {Standing.ALLOCATED: 5, Standing.AWAY_UNCOVERED: 2}
    found = rows.standing_rows(
        plan(counts=counts(standing=standing, holder_over_hours=3, forced_changes=1))
    )
    assert found[0] == {"Where": "Allocated", "Children": "5"}
    assert {"Where": "Away, no cover named", "Children": "2"} in found
    assert found[-2:] == [
        {"Where": "Holder over hours", "Children": "3"},
        {"Where": "Forced changes (families)", "Children": "1"},
    ]


def test_what_was_assumed() -> None:
    """A default that stood in for nobody is not named."""
    made = plan(banners=("No zones.",), assumed={"monthly contact": 1, "age": 0}, notes=("Noted.",))
    assert rows.assumption_lines(made) == ["No zones.", "Monthly contact: 1 child", "Noted."]


def test_what_is_not_met_as_it_stands() -> None:
    """The rule says it in its own words, and names the family."""
    made = plan(findings=(Finding(rule="mandatory", unit="F39"),), status=Status.AS_IT_STANDS)
    (sentence,) = rows.finding_lines(made)
    assert "F39" in sentence


def test_where_a_plan_comes_from() -> None:
    """Policy, data, day and whether equal plans were told apart to the end."""
    first, second = rows.provenance_lines(plan())
    assert first == (
        "Verified. As at Mon 2 Mar 2026, 28 days; policy default 1 (bbbbbbbbbbbb); "
        "team data aaaaaaaaaaaa."
    )
    assert second.endswith("another run gives the same plan.")
    made = plan()
    open_end = made.provenance.model_copy(update={"canonical_finished": False})
    other = rows.provenance_lines(made.model_copy(update={"provenance": open_end}))[1]
    assert other.endswith("another run may differ in equal choices.")
