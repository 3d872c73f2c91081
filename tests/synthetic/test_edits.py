"""What happens to a team in a story happens to it alone."""

from datetime import date

import pytest

from planner.data.scenario import Scenario
from planner.data.vocabulary import Answer, CaseStatus, InfantResponse, Living, Order
from planner.synthetic.arrivals import Infant, with_infants, with_siblings
from planner.synthetic.edits import (
    all_at_threshold,
    blanked,
    families_of,
    renamed,
    with_end,
    with_leave,
    without_practitioner,
)
from planner.synthetic.generate import generate


@pytest.fixture(scope="module")
def team() -> Scenario:
    """Give one team for all edits."""
    return generate(60, 4, 4)


def test_infants_await_and_twins_share_a_family(team: Scenario) -> None:
    """Two infants, the second a twin: two children more, one family more."""
    infant = Infant(weeks=3, response=InfantResponse.INTENSIVE)
    more = with_infants(team, (infant, infant.model_copy(update={"twin": True})))
    first, second = more.children[-2:]
    assert len(more.children) == len(team.children) + 2
    assert first.family == second.family
    assert first.family not in {child.family for child in team.children}
    assert (first.holder, first.birth_date) == ("", date(2026, 2, 9))
    assert first.risk_date is None


def test_siblings_come_as_one_household(team: Scenario) -> None:
    """Six siblings: one family, one household, the infant of an infant response."""
    six = with_siblings(team, (1, 3, 5, 8, 11, 14), days_awaiting=9).children[-6:]
    assert len({(child.family, child.placement, child.zone) for child in six}) == 1
    assert [c.infant_response for c in six].count(InfantResponse.RESPONSE) == 1
    assert {child.order for child in six} == {Order.APPLICATION}


def test_somebody_who_leaves_keeps_the_name_on_the_cases(team: Scenario) -> None:
    """A last day is set and leave goes; holders are not touched."""
    left = with_end(team, ("P02",), date(2026, 2, 20))
    assert [p.end for p in left.practitioners if p.practitioner == "P02"] == [date(2026, 2, 20)]
    assert all(p.end is None for p in left.practitioners if p.practitioner != "P02")
    assert not any(row.practitioner == "P02" for row in left.leave)
    assert left.children == team.children


def test_leave_is_added_to_leave(team: Scenario) -> None:
    """Sickness from the first day stands beside leave later in the cycle."""
    away = with_leave(team, "P01", date(2026, 3, 4))
    assert away.leave[:-1] == team.leave
    assert (away.leave[-1].start, away.leave[-1].until) == (team.as_at, date(2026, 3, 4))


def test_somebody_taken_off_the_list_covers_nobody(team: Scenario) -> None:
    """No row of practitioners, leave or cover names who is gone."""
    gone = without_practitioner(team, "P03")
    assert "P03" not in {p.practitioner for p in gone.practitioners}
    assert "P03" not in {name for row in gone.leave for name in (row.practitioner, row.cover)}


@pytest.mark.parametrize("exactly", [4, 5, 6])
def test_whole_families_of_so_many_children(team: Scenario, exactly: int) -> None:
    """The families chosen hold exactly so many open children, all awaiting."""
    families = families_of(team, {""}, exactly)
    chosen = [c for c in renamed(team, families, "M01").children if c.holder == "M01"]
    opened = [child for child in chosen if child.status is CaseStatus.OPEN]
    assert len(opened) == exactly
    assert {child.family for child in chosen} == families


def test_blanks_are_the_share_asked_for_and_stay_where_they_are(team: Scenario) -> None:
    """Of 60 x 15 cells 40 % are blank, give or take three errors; twice is once."""
    blank = blanked(team, 0.4, 1)
    missing = sum(child.living is Living.UNKNOWN for child in blank.children)
    missing += sum(child.disability is Answer.UNKNOWN for child in blank.children)
    missing += sum(child.consequence is None for child in blank.children)
    assert missing / 180 == pytest.approx(0.42, abs=0.11)
    assert len(blank.factors) / len(team.factors) == pytest.approx(0.6, abs=0.05)
    assert blanked(blank, 0.4, 1) == blank
    assert [c.birth_date for c in blank.children] == [c.birth_date for c in team.children]


def test_every_open_child_at_the_threshold(team: Scenario) -> None:
    """Severe or significant with likely or very likely; who was there stays as judged."""
    high = {"severe", "significant"}, {"likely", "very likely"}
    for before, after in zip(team.children, all_at_threshold(team, 1).children, strict=True):
        if after.status is CaseStatus.OPEN:
            assert after.consequence in high[0]
            assert after.probability in high[1]
        if before.consequence in high[0] and before.probability in high[1]:
            assert after == before
