"""Rows say what a plan holds, in its own numbers and nothing else."""

import pytest

from planner.data.plan import Finding, Move, Offer, PassedOver, PhaseLine, Standing, Status
from planner.data.vocabulary import Band, Tier
from planner.ui import rows
from tests.make import day
from tests.ui.made import counts, line, person, plan, pool, stage, waiting


def test_load_bars() -> None:
    """90 h of 106 h is 85 per cent; at a limit of 80 per cent the mark stands at 80."""
    busy = person(case_half_hours=180, limit_half_hours=170)
    over = person("P2", label="Sam", case_half_hours=224, over_half_hours=12)
    found = rows.loads(plan(practitioners=(busy, over)))
    assert [(round(bar.load), round(bar.limit), bar.over) for bar in found] == [
        (85, 80, False),
        (106, 100, True),
    ]
    assert [bar.words for bar in found] == [
        "85 % · 90 h of 106 h",
        "106 % · 112 h of 106 h, 6 h over",
    ]
    assert [bar.who for bar in found] == ["P1", "P2 · Sam"]


def test_somebody_away_has_no_share() -> None:
    """No hours of their own: the bar is empty and says why."""
    gone = person(present=False, capacity_half_hours=0, limit_half_hours=0, case_half_hours=30)
    bar = rows.loads(plan(practitioners=(gone,)))[0]
    assert (bar.load, bar.limit, bar.words) == (0.0, 0.0, "away the whole cycle")


def test_those_who_hold_no_cases_have_no_bar() -> None:
    """A team manager is in the team and not among the bars."""
    found = plan(practitioners=(person(), person("TM1", carries=False)))
    assert [bar.who for bar in rows.loads(found)] == ["P1"]
    assert [row["Practitioner"] for row in rows.practitioner_rows(found)] == ["P1"]


def test_the_same_numbers_in_a_table() -> None:
    """The team stands in a row only where there are several."""
    one = person(children=5, families=1, high_risk=2, intensive=1)
    assert rows.practitioner_rows(plan(practitioners=(one,))) == [
        {
            "Practitioner": "P1",
            "Load": "85 % · 90 h of 106 h",
            "Limit": "106 h",
            "Holds": "5 children of 1 family, 2 high risk, 1 intensive",
        }
    ]
    two = plan(practitioners=(one, person("P2", team="north")))
    assert [row["Team"] for row in rows.practitioner_rows(two)] == ["team", "north"]


def test_who_holds_whom() -> None:
    """C2 moves from P1 to P2 and C3 awaits from now on: both go from P1, one comes to P2."""
    made = plan(
        (
            line("C1"),
            line("C2", now="P1", holder="P2", move=Move.CHANGED),
            line("C3", now="P1", standing=Standing.AWAITING, move=Move.DEALLOCATED),
            line("C4", holder="P2", move=Move.TAKEN_ON),
        ),
        practitioners=(person(), person("P2")),
    )
    first, second = rows.holdings(made)
    assert (first.stay, first.come, first.go) == (("C1",), (), ("C2", "C3"))
    assert (second.stay, second.come, second.go) == ((), ("C2", "C4"), ())


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
    assert found[2]["From and to"] == "nobody to P2"


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


def test_contacts_missed_stand_by_day() -> None:
    """The earliest first, with who holds the child meanwhile."""
    made = plan(
        (
            waiting("C2", Tier.HIGH, Band.A, missed_due=(day(20), day(6))),
            line("C1", missed_due=(day(13),)),
        )
    )
    found = rows.missed_rows(made)
    assert [(row["Due"], row["Child"], row["Held by"]) for row in found] == [
        ("Sun 8 Mar", "C2", "TM1"),
        ("Sun 15 Mar", "C1", "P1"),
        ("Sun 22 Mar", "C2", "TM1"),
    ]
    assert found[0]["Priority"] == "High risk, band (a)"


def test_optional_tasks() -> None:
    """Only children with one are named."""
    made = plan((line("C1"), line("C2", tasks_missed=1), line("C3", tasks_missed=2)))
    assert rows.optional_tasks(made) == ["C2: 1 optional task", "C3: 2 optional tasks"]


def test_duty_in_words() -> None:
    """17 h are left, 20 h come from others; 30 h are asked and all of it fits."""
    found = rows.pool_words(
        pool(spare_half_hours=34, duty_half_hours=40, waiting_half_hours=40, cover_half_hours=20),
        several=False,
    )
    assert found == [
        "17 h are left after the cases held; 20 h of duty come from others in the team.",
        "Duty asks 20 h for children awaiting allocation, 10 h for cover in leave.",
        "All of it fits.",
    ]


def test_duty_that_does_not_fit() -> None:
    """People over hours take hours from duty: what is missed and what is short is said apart."""
    found = rows.pool_words(
        pool(
            team="north",
            spare_half_hours=-9,
            over_half_hours=12,
            waiting_half_hours=10,
            missed_half_hours=7,
            short_half_hours=3,
        ),
        several=True,
    )
    assert found[0].startswith(
        "Team north: The cases held are 4.5 h more than the hours there are (6 h held over hours)"
    )
    assert found[2].startswith("3.5 h of contact, tasks and oversight fit nobody's hours")
    assert found[3].startswith("1.5 h of hearings and first visits")
    assert len(found) == 4


def test_duty_that_asks_nothing() -> None:
    """A pool without children says so."""
    assert rows.pool_words(pool(), several=False)[1] == "Duty asks nothing in this cycle."


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
