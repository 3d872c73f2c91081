"""Every kind of what-if change, argued on a team of three practitioners."""

from datetime import date
from decimal import Decimal

import pytest

from planner.data.adjust import adjust
from planner.data.adjustment import Adjustment, AdjustmentKind
from planner.data.families import held_families
from planner.data.scenario import Child, Decision, Leave, Limits, Practitioner, Scenario
from planner.data.vocabulary import CaseStatus, DecisionKind, Grade, Phase
from planner.errors import DataFaults

AS_AT = date(2026, 3, 2)
KIND = AdjustmentKind


def child(name: str, family: str, holder: str = "", **more: object) -> Child:
    """Build a child with what a test names."""
    row = {"child": name, "family": family, "holder": holder, "phase": Phase.INVESTIGATION}
    return Child.model_validate(row | more)


def person(name: str, **more: object) -> Practitioner:
    """Build a full-time practitioner with what a test names."""
    return Practitioner.model_validate({"practitioner": name, "fte": Decimal(1)} | more)


TEAM = Scenario(
    name="team",
    as_at=AS_AT,
    children=(
        child("C1", "F1", "P1"),
        child("C2", "F1", "P1"),
        child("C3", "F2", "P2"),
        child("C4", "F3"),
    ),
    practitioners=(person("P1"), person("P2", limit_hours=Decimal(60)), person("P3")),
)


def apply(kind: AdjustmentKind, **fields: object) -> Scenario:
    """Apply one change to the team."""
    return adjust(TEAM, [Adjustment.model_validate({"kind": kind} | fields)])


def the(scenario: Scenario, name: str) -> Practitioner:
    """Give a practitioner by id."""
    return next(p for p in scenario.practitioners if p.practitioner == name)


def refusal(kind: AdjustmentKind, **fields: object) -> tuple[str, str]:
    """Apply a change that is refused; give the column and the message."""
    with pytest.raises(DataFaults) as refused:
        apply(kind, **fields)
    (fault,) = refused.value.faults
    assert (fault.file, fault.row) == ("what-if", 1)
    return fault.column, fault.message


def test_no_change_gives_the_same_scenario() -> None:
    """Without adjustments nothing is fixed and nothing copied."""
    assert adjust(TEAM, []) is TEAM


def test_the_original_is_not_changed() -> None:
    """A what-if makes a scenario of another; the baseline stays."""
    before = TEAM.model_dump()
    apply(KIND.REMOVE, practitioner="P1")
    assert TEAM.model_dump() == before


def test_away_is_for_this_cycle_by_default() -> None:
    """Without days: from the as-at date, 2 March, to the last day of 28, the 29th."""
    leave = Leave(practitioner="P2", start=AS_AT, until=date(2026, 3, 29))
    assert apply(KIND.AWAY, practitioner="P2").leave == (leave,)


def test_away_after_the_cycle_is_that_one_day() -> None:
    """From 30 March, the day after the cycle: until that day, never before it starts."""
    late = date(2026, 3, 30)
    leave = apply(KIND.AWAY, practitioner="P2", start=late).leave
    assert leave == (Leave(practitioner="P2", start=late, until=late),)


def test_away_with_dates() -> None:
    """Stated dates are kept; one day (start equals until) is allowed."""
    day = date(2026, 3, 9)
    leave = apply(KIND.AWAY, practitioner="P2", start=day, until=day).leave
    assert leave == (Leave(practitioner="P2", start=day, until=day),)


def test_away_may_not_end_before_it_starts() -> None:
    """One day under: until 1 March, away from 2 March."""
    column, message = refusal(KIND.AWAY, practitioner="P2", until=date(2026, 3, 1))
    assert (column, message) == ("until", "is before the first day away, 2026-03-02")


def test_back_drops_every_leave_of_the_person_alone() -> None:
    """P2 is back; P3's leave stays."""
    away = [Adjustment(kind=KIND.AWAY, practitioner=name) for name in ("P2", "P3", "P2")]
    result = adjust(TEAM, [*away, Adjustment(kind=KIND.BACK, practitioner="P2")])
    assert [leave.practitioner for leave in result.leave] == ["P3"]


def test_hours_set_the_limit_in_hours() -> None:
    """The slider in hours goes before the one in per cent."""
    assert the(apply(KIND.HOURS, practitioner="P3", amount=80), "P3").limit_hours == 80


@pytest.mark.parametrize(("amount", "allowed"), [("399.9", True), ("400", True), ("400.1", False)])
def test_hours_keep_to_the_limits_of_the_record(amount: str, allowed: bool) -> None:
    """At most 400 hours a cycle: one under, exactly at, one over."""
    if allowed:
        changed = apply(KIND.HOURS, practitioner="P3", amount=amount)
        assert the(changed, "P3").limit_hours == Decimal(amount)
    else:
        column, message = refusal(KIND.HOURS, practitioner="P3", amount=amount)
        assert column == "limit_hours"
        assert "less than or equal to 400" in message


def test_fte() -> None:
    """Part time from now on."""
    assert the(apply(KIND.FTE, practitioner="P1", fte="0.6"), "P1").fte == Decimal("0.6")


@pytest.mark.parametrize(("amount", "allowed"), [("199.5", True), ("200", True), ("200.5", False)])
def test_duty_sets_the_hours_given_to_duty(amount: str, allowed: bool) -> None:
    """At most 200 hours a cycle: one under, exactly at, one over."""
    if allowed:
        changed = apply(KIND.DUTY, practitioner="P3", amount=amount)
        assert the(changed, "P3").duty_hours == Decimal(amount)
    else:
        with pytest.raises(DataFaults) as caught:
            apply(KIND.DUTY, practitioner="P3", amount=amount)
        assert caught.value.faults[0].column == "duty_hours"


def test_limit_replaces_hours_stated_before() -> None:
    """P2's 60 hours would go before the per cent just chosen, so they go."""
    changed = the(apply(KIND.LIMIT, practitioner="P2", amount=90), "P2")
    assert (changed.limit_percent, changed.limit_hours) == (90, None)


def test_limit_without_a_name_is_everyone() -> None:
    """A blank practitioner means the whole team."""
    changed = apply(KIND.LIMIT, amount=80).practitioners
    assert [(p.limit_percent, p.limit_hours) for p in changed] == [(80, None)] * 3


def test_add_joins_the_only_team() -> None:
    """A new practitioner takes grade, FTE and skills from the change."""
    added = the(apply(KIND.ADD, practitioner="P9", fte="0.5", skills=("auslan",)), "P9")
    assert (added.grade, added.fte, added.team) == (Grade.CPP4, Decimal("0.5"), "team")
    assert added.skills == ("auslan",)


def test_add_needs_a_team_where_there_are_two() -> None:
    """With two teams the planner does not guess; naming one is enough."""
    two = TEAM.model_copy(update={"practitioners": (person("P1", team="north"), person("P2"))})
    with pytest.raises(DataFaults, match=r"needs the team.*north, team"):
        adjust(two, [Adjustment(kind=KIND.ADD, practitioner="P9")])
    named = adjust(two, [Adjustment(kind=KIND.ADD, practitioner="P9", team="north")])
    assert the(named, "P9").team == "north"


def test_add_to_an_empty_scenario() -> None:
    """The first practitioner of all joins the team that rows have by default."""
    empty = Scenario(name="empty", as_at=AS_AT)
    added = adjust(empty, [Adjustment(kind=KIND.ADD, practitioner="P9")])
    assert the(added, "P9").team == person("P1").team


def test_add_refuses_a_known_or_blank_id() -> None:
    """Two people never share an id."""
    assert refusal(KIND.ADD, practitioner="P1") == ("practitioner", "is in the team already")
    assert refusal(KIND.ADD)[1] == "needs an id for the new practitioner"


def test_remove_ends_the_stay_on_the_eve() -> None:
    """Gone means: the last day was the day before the as-at date."""
    assert the(apply(KIND.REMOVE, practitioner="P1"), "P1").end == date(2026, 3, 1)


def test_remove_someone_who_would_still_have_come() -> None:
    """A start after the end would be no stay at all, so the start goes too."""
    coming = TEAM.model_copy(update={"practitioners": (person("P1", start=AS_AT),)})
    gone = adjust(coming, [Adjustment(kind=KIND.REMOVE, practitioner="P1")])
    assert (the(gone, "P1").start, the(gone, "P1").end) == (None, date(2026, 3, 1))


def test_remove_keeps_an_earlier_start() -> None:
    """Who came on the eve and is removed was there for one day."""
    eve = date(2026, 3, 1)
    recent = TEAM.model_copy(update={"practitioners": (person("P1", start=eve),)})
    gone = adjust(recent, [Adjustment(kind=KIND.REMOVE, practitioner="P1")])
    assert (the(gone, "P1").start, the(gone, "P1").end) == (eve, eve)


def test_pin_bar_split_raise_are_decisions_of_the_day() -> None:
    """Each is recorded with its child, its date and, where none is given, a reason."""
    steps = [
        Adjustment(kind=KIND.PIN, child="C4", practitioner="P3", waiver=True, reason="asked"),
        Adjustment(kind=KIND.BAR, child="C3", practitioner="P1"),
        Adjustment(kind=KIND.SPLIT, child="C1"),
        Adjustment(kind=KIND.RAISE, child="C4"),
    ]
    made = adjust(TEAM, steps).decisions
    assert [(d.kind, d.child, d.practitioner, d.waiver, d.reason) for d in made] == [
        (DecisionKind.PIN, "C4", "P3", True, "asked"),
        (DecisionKind.BAR, "C3", "P1", False, "what-if"),
        (DecisionKind.SPLIT, "C1", "", False, "what-if"),
        (DecisionKind.RAISE, "C4", "", False, "what-if"),
    ]
    assert {d.decided for d in made} == {AS_AT}


def test_a_later_pin_replaces_an_earlier_one() -> None:
    """Pinning the same child again changes one's mind."""
    pins = [Adjustment(kind=KIND.PIN, child="C4", practitioner=name) for name in ("P1", "P2")]
    (decision,) = adjust(TEAM, pins).decisions
    assert decision.practitioner == "P2"


def test_siblings_are_not_pinned_apart_unless_split() -> None:
    """C1 and C2 are one family: two pins conflict, after a split they do not."""
    apart = [
        Adjustment(kind=KIND.PIN, child="C1", practitioner="P1"),
        Adjustment(kind=KIND.PIN, child="C2", practitioner="P2"),
    ]
    with pytest.raises(DataFaults, match="pinned to P1 already: split it first"):
        adjust(TEAM, apart)
    split = Adjustment(kind=KIND.SPLIT, child="C1")
    assert len(adjust(TEAM, [split, *apart]).decisions) == 3


def test_siblings_pinned_to_the_same_person() -> None:
    """Two pins of one family to one practitioner agree."""
    pins = [Adjustment(kind=KIND.PIN, child=c, practitioner="P1") for c in ("C1", "C2")]
    assert len(adjust(TEAM, pins).decisions) == 2


def test_team_wide_settings() -> None:
    """Reserve, arrivals, de-allocations and changes are limits of the scenario."""
    steps = [
        Adjustment(kind=KIND.RESERVE, amount=Decimal("12.5")),
        Adjustment(kind=KIND.ARRIVALS, amount=Decimal(3)),
        Adjustment(kind=KIND.DEALLOCATIONS, amount=Decimal(2)),
        Adjustment(kind=KIND.CHANGES, amount=Decimal(5)),
    ]
    limits = adjust(TEAM, steps).limits
    assert (limits.reserve_hours, limits.arrivals) == (Decimal("12.5"), Decimal(3))
    assert (limits.deallocations, limits.changes) == (2, 5)


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("strict", "yes", True),
        ("borrow_minutes", "45", 45),
        ("changes", "", None),
        ("service_intensity", "0.7", Decimal("0.7")),
        ("calibrated", "2026-03-01", date(2026, 3, 1)),
    ],
)
def test_setting_sets_a_limit_by_name(name: str, value: str, expected: object) -> None:
    """Text becomes the type of the setting; blank clears one that may be blank."""
    assert getattr(apply(KIND.SETTING, name=name, value=value).limits, name) == expected


def test_setting_refuses_unknown_names_and_values() -> None:
    """A misspelt setting is named with its nearest; intensity stays at 0.7 or above."""
    column, message = refusal(KIND.SETTING, name="strickt", value="yes")
    assert (column, message) == ("name", "is not a setting; did you mean strict?")
    column, message = refusal(KIND.SETTING, name="service_intensity", value="0.69")
    assert (column, "greater than or equal to 0.7" in message) == ("service_intensity", True)


@pytest.mark.parametrize(
    ("kind", "fields", "column"),
    [
        (KIND.AWAY, {"practitioner": "P7"}, "practitioner"),
        (KIND.BACK, {"practitioner": "P7"}, "practitioner"),
        (KIND.HOURS, {"practitioner": "P7", "amount": 1}, "practitioner"),
        (KIND.FTE, {"practitioner": "P7"}, "practitioner"),
        (KIND.LIMIT, {"practitioner": "P7", "amount": 1}, "practitioner"),
        (KIND.REMOVE, {"practitioner": "P7"}, "practitioner"),
        (KIND.PIN, {"child": "C1", "practitioner": "P7"}, "practitioner"),
        (KIND.PIN, {"child": "C9", "practitioner": "P1"}, "child"),
        (KIND.BAR, {"child": "C9", "practitioner": "P1"}, "child"),
        (KIND.BAR, {"child": "C1", "practitioner": "P7"}, "practitioner"),
        (KIND.SPLIT, {"child": "C9"}, "child"),
        (KIND.RAISE, {"child": "C9"}, "child"),
        (KIND.RESERVE, {}, "amount"),
        (KIND.ARRIVALS, {}, "amount"),
        (KIND.CHANGES, {"amount": "1.5"}, "amount"),
        (KIND.DEALLOCATIONS, {"amount": "0.5"}, "amount"),
        (KIND.LIMIT, {"amount": "90.5"}, "amount"),
    ],
)
def test_unknown_subjects_and_amounts_are_refused(
    kind: AdjustmentKind, fields: dict[str, object], column: str
) -> None:
    """Each kind says which of its fields is wrong."""
    assert refusal(kind, **fields)[0] == column


def test_all_refused_changes_are_listed_with_their_number() -> None:
    """The second and third of three are wrong: both are named."""
    steps = [
        Adjustment(kind=KIND.AWAY, practitioner="P1"),
        Adjustment(kind=KIND.AWAY, practitioner="P7"),
        Adjustment(kind=KIND.SPLIT, child="C9"),
    ]
    with pytest.raises(DataFaults) as refused:
        adjust(TEAM, steps)
    assert [(f.row, f.value) for f in refused.value.faults] == [(2, "P7"), (3, "C9")]


def test_baseline_families_are_fixed_before_the_first_change() -> None:
    """P1 holds F1 (two children, one family) and P2 holds F2: two families, even with P1 gone."""
    gone = apply(KIND.REMOVE, practitioner="P1")
    assert gone.limits.baseline_families == 2
    assert held_families(gone) == 1
    again = adjust(gone, [Adjustment(kind=KIND.REMOVE, practitioner="P2")])
    assert again.limits.baseline_families == 2


def test_a_stated_baseline_is_kept() -> None:
    """What a manager fixed is not counted anew, even at 0."""
    fixed = TEAM.model_copy(update={"limits": Limits(baseline_families=0)})
    changed = adjust(fixed, [Adjustment(kind=KIND.AWAY, practitioner="P1")])
    assert changed.limits.baseline_families == 0


@pytest.mark.parametrize(
    ("holder", "held"),
    [
        ({"grade": Grade.CPP3}, 1),
        ({"grade": Grade.CPP5_1}, 1),
        ({"grade": Grade.CPP5_2}, 0),
        ({"grade": Grade.CPP2}, 0),
        ({"end": date(2026, 3, 1)}, 0),
        ({"end": date(2026, 3, 2)}, 1),
        ({"start": date(2026, 3, 29)}, 1),
        ({"start": date(2026, 3, 30)}, 0),
    ],
)
def test_who_holds_a_family(holder: dict[str, object], held: int) -> None:
    """Carrying grades whose stay overlaps the cycle of 2 to 29 March, both included."""
    team = Scenario(
        name="one", as_at=AS_AT, children=(child("C1", "F1", "P1"),), practitioners=(person("P1"),)
    )
    people = (the(team, "P1").model_copy(update=holder),)
    assert held_families(team.model_copy(update={"practitioners": people})) == held


def test_contracted_families_are_not_held() -> None:
    """Only open children are in the model."""
    contracted = child("C1", "F1", "P1", status=CaseStatus.CONTRACTED)
    team = Scenario(name="one", as_at=AS_AT, children=(contracted,), practitioners=(person("P1"),))
    assert held_families(team) == 0


@pytest.mark.parametrize(
    "update",
    [
        {"children": (child("C1", "F1", "P1"), child("C2", "F1", "P2"))},
        {"children": (child("C1", "F1", team="a"), child("C2", "F1", team="b"))},
        {"decisions": (Decision(kind=DecisionKind.SPLIT, child="C2"),)},
    ],
    ids=["held apart", "two teams", "split"],
)
def test_families_that_may_be_apart(update: dict[str, object]) -> None:
    """Each reason alone lets siblings be pinned to different people."""
    pins = [
        Adjustment(kind=KIND.PIN, child="C1", practitioner="P1"),
        Adjustment(kind=KIND.PIN, child="C2", practitioner="P2"),
    ]
    made = adjust(TEAM.model_copy(update=update), pins).decisions
    assert [d.practitioner for d in made if d.kind is DecisionKind.PIN] == ["P1", "P2"]
