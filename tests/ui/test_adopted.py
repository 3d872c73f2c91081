"""What adopting asks and has settled, in words."""

from datetime import date
from pathlib import Path

from planner.data.decision_record import DecisionRecord
from planner.data.fit import Fit, WhoCouldTake
from planner.data.guard_rail import RailCheck, RailKind, usual_rail
from planner.data.plan import Move
from planner.data.score import Obligation
from planner.data.vocabulary import Band, Tier
from planner.report.adoption import to_decide
from planner.store import append, store_at
from planner.ui.adopted import (
    asks_words,
    choices,
    decision_rows,
    facts,
    failing_lines,
    fit_lines,
    heading,
    option_words,
    override_words,
    summary_lines,
    way,
)
from tests.report.test_adoption import gone, lost, made, moved, taken
from tests.store.keeping import note
from tests.ui.made import person, plan, score


def record(folder: Path, after: str = "", **fields: object) -> DecisionRecord:
    """Record a decision of Ash's about a child of P1's."""
    usual = {"kind": "decided otherwise", "reason": "court", "practitioner_before": "P1"}
    said = note("", **{**usual, "practitioner_after": after, **fields})
    return append(store_at(folder / "d.sqlite"), said)


def test_a_plan_says_how_many_decisions_it_asks() -> None:
    """By kind, and a kind that is not asked for is not named."""
    found = to_decide(made(gone("D"), moved("M"), moved("N"), taken("A")))
    assert asks_words(found) == (
        "This plan asks 4 decisions of you: 1 de-allocation, 2 changes of practitioner, "
        "1 family taken on."
    )


def test_who_is_left_without_a_practitioner_is_named_as_such() -> None:
    """Neither a de-allocation nor awaiting as before; "goes on awaiting" would not be said."""
    team = made(lost("L"))
    (one,) = to_decide(team)
    assert asks_words([one]) == (
        "This plan asks 1 decision of you: 1 family without a practitioner."
    )
    assert heading(one) == "No practitioner any more: L (family FL)"
    assert way(one) == "from P9 to awaiting allocation"
    assert [choice.label for choice in choices(one, team)] == [
        "As the plan suggests: awaiting allocation",
        "With another practitioner",
    ]


def test_the_ways_to_decide() -> None:
    """As suggested first; who is held may stay, who is taken on may go on awaiting."""
    team = made(gone("D"), moved("M"), taken("A"))
    found = [[choice.label for choice in choices(one, team)] for one in to_decide(team)]
    assert found == [
        ["As the plan suggests: awaiting allocation", "Stays with P1", "With another practitioner"],
        ["As the plan suggests: P2", "Stays with P1", "With another practitioner"],
        ["As the plan suggests: P1", "With another practitioner", "Goes on awaiting allocation"],
    ]


def test_nobody_is_not_another_practitioner() -> None:
    """Where everyone at work holds the case or is suggested, there is no such choice."""
    team = plan((moved("M"),), practitioners=(person("P1"), person("P2")))
    (one,) = to_decide(team)
    assert [choice.to for choice in choices(one, team)] == ["P2", "P1"]


def test_what_a_manager_reads_before_deciding() -> None:
    """Tier, why, contact, hours of whom it concerns, and what is owed to the child."""
    owed = (Obligation(text="Consult ACSASS", paragraph="1802-1"),)
    child = gone(
        "D",
        score=score("D", Tier.HIGH, Band.C, obligations=owed),
        next_contact_due=date(2026, 3, 9),
        contacts_due=2,
        contacts_missed=1,
        interim="TM",
        why=("Needs 11 h.",),
    )
    now, then = made(), made(child)
    then = then.model_copy(
        update={"practitioners": (person("P1", case_half_hours=106), *then.practitioners[1:])}
    )
    assert facts(to_decide(then)[0], now, then) == [
        ("Priority of D", "High risk, band (c)"),
        ("Why", "Needs 11 h."),
        (
            "Contact",
            "next due Mon 9 Mar; 1 of 2 fit nobody's hours; interim responsibility: TM",
        ),
        ("Hours of P1", "now 85 % · 90 h of 106 h; in this plan 50 % · 53 h of 106 h"),
        ("Owed to D", "Consult ACSASS (1802-1)"),
    ]


def test_siblings_are_told_apart_where_they_differ() -> None:
    """The same priority and reason are said once, another contact child by child."""
    same = {"family": "F", "unit": "F", "why": ("Together.",)}
    team = made(moved("A", **same), moved("B", next_contact_due=date(2026, 3, 9), **same))
    names = [name for name, _ in facts(to_decide(team)[0], team, team)]
    assert names[:4] == ["Priority of A, B", "Why", "Contact (A)", "Contact (B)"]


def test_what_is_owed_to_several_is_said_once() -> None:
    """With the names of all whom it concerns; what one of them alone is owed stands apart."""
    both, one = (Obligation(paragraph=p, text="Consult") for p in ("1802-1", "2254-R2"))
    team = made(
        moved("A", family="F", unit="F", score=score("A", Tier.HIGH, Band.C, obligations=(both,))),
        moved("B", family="F", unit="F", score=score("B", Tier.NEXT, obligations=(both, one))),
    )
    said = [pair for pair in facts(to_decide(team)[0], team, team) if "Owed" in pair[0]]
    assert said == [("Owed to A, B", "Consult (1802-1)"), ("Owed to B", "Consult (2254-R2)")]


def fit(**facts: object) -> WhoCouldTake:
    """Make the answer of who could take a family, of P3 alone."""
    usual = {"unit": "F", "children": ("A",), "tier": Tier.NEXT, "practitioner": "P3"}
    more = {"fits": True, "within_limits": True, "needs_half_hours": 9, "one_way_minutes": 0}
    row = Fit.model_validate({**usual, **more, "left_half_hours": 4, **facts})
    return WhoCouldTake(
        scenario="made",
        as_at=date(2026, 3, 2),
        arrangement="the plan",
        unit="F",
        family="F",
        children=("A",),
        tiers={"A": Tier.NEXT},
        top=3,
        fits=(row,),
    )


def test_another_choice_says_what_it_would_mean() -> None:
    """Room, what is against it, what duty would miss; and whoever is not there is said so."""
    assert fit_lines(fit(), "P3") == ["P3 would have 2 h left within the limit."]
    assert fit_lines(fit(left_half_hours=-3, contacts_missed=2), "P3") == [
        "P3 would be 1.5 h over the limit.",
        "2 more contacts would be missed.",
    ]
    assert fit_lines(fit(against=("A conflict of interest.",), contacts_missed=-1), "P3") == [
        "Against it: A conflict of interest.",
        "1 fewer contact would be missed.",
    ]
    assert fit_lines(fit(), "P9") == ["P9 is not at work in this cycle."]


def test_decided_is_read_from_the_record(tmp_path: Path) -> None:
    """As suggested, otherwise with whom, or not yet."""
    found = to_decide(made(gone("A"), gone("B"), gone("C")))
    records = [record(tmp_path, ""), record(tmp_path, "P1"), None]
    assert [row["Decided"] for row in decision_rows(found, records)] == [
        "As suggested, by Ash (record 1)",
        "Otherwise: stays with P1, by Ash (record 2)",
        "not yet",
    ]
    assert option_words(2, found[1], records[1]) == (
        "2. De-allocation: B (family FB) [decided, record 2]"
    )
    assert option_words(3, found[2], None).endswith("[to decide]")


CHECKS = (
    RailCheck(rail=usual_rail(RailKind.MANDATORY)),
    RailCheck(rail=usual_rail(RailKind.HIGH_RISK), amount=2, who=("C8", "C9")),
)


def test_only_what_does_not_hold_is_overridden_and_nobody_else_is_named() -> None:
    """The page says for whom; a record is about one child, so it does not."""
    said = "No high-risk child awaits allocation: does not hold: 2 children await"
    assert failing_lines(CHECKS) == [f"{said} (C8, C9)"]
    assert override_words(CHECKS, "A. Lee", "Two are away.") == (
        f"Guard-rails overridden by A. Lee ({said}): Two are away."
    )


def test_the_end_says_what_is_left_to_enter_on_cris(tmp_path: Path) -> None:
    """Counted by record; once all are entered, that they are."""
    found = to_decide(made(gone("A"), gone("B")))
    records = [record(tmp_path, ""), record(tmp_path, "P1")]
    first, second = summary_lines(found, records, {1: records[0]})
    assert first == "2 decisions about 2 children: 1 as the plan suggests, 1 otherwise."
    assert second == (
        "Still to be entered on CRIS, by hand: 1 record (2). The planner never writes to CRIS."
    )
    both = {1: records[0], 2: records[1]}
    assert summary_lines(found, records, both)[1] == (
        "All of them are entered on CRIS, by this log."
    )


def test_a_forced_change_is_called_so() -> None:
    """Whose practitioner has left was not changed by anybody's choice."""
    team = made(taken("A", now="GONE", move=Move.FORCED))
    (one,) = to_decide(team)
    assert option_words(1, one, None) == "1. Forced change: A (family FA) [to decide]"
    assert way(one) == "from GONE to P1"
