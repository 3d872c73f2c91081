"""A synthetic team has the grades, hours and leave of a real one."""

from collections import Counter
from statistics import mean

import pytest

from planner.data.vocabulary import Grade
from planner.synthetic.draw import stream
from planner.synthetic.generate import MONDAY
from planner.synthetic.place import draw_place
from planner.synthetic.shares import Style, read_shares
from planner.synthetic.staff import MANAGER, Staff, draw_staff

SHARES = read_shares()


def team(seed: int, practitioners: int = 6) -> Staff:
    """Draw the staff of one team."""
    place = draw_place(stream(seed, "place"), SHARES)
    return draw_staff(seed, practitioners, place, MONDAY, 28, SHARES)


def test_six_who_hold_cases() -> None:
    """One CPP5.1, one CPP4 and four CPP3 hold cases; a manager and one CPP2 do not."""
    staff = team(1)
    assert Counter(p.grade for p in staff.carriers) == {
        Grade.CPP5_1: 1,
        Grade.CPP4: 1,
        Grade.CPP3: 4,
    }
    assert [(p.practitioner, p.grade) for p in staff.others] == [
        (MANAGER, Grade.CPP5_2),
        ("S01", Grade.CPP2),
    ]
    assert [p.supervisees for p in staff.carriers] == [2, 0, 0, 0, 0, 0]


@pytest.mark.parametrize(("practitioners", "support"), [(1, 1), (8, 1), (9, 2), (15, 3)])
def test_support_grows_with_the_team(practitioners: int, support: int) -> None:
    """One CPP2 to six who hold cases, rounded half up, and never none."""
    assert len(team(1, practitioners).others) == 1 + support


def test_shares_of_many_teams() -> None:
    """Over 200 teams: a quarter part-time, a quarter of CPP3 in their first year, 15 % away.

    Parts are drawn in strata, so that the standard error is below 0.01.
    """
    teams = [team(seed) for seed in range(200)]
    carriers = [p for staff in teams for p in staff.carriers]
    entry = [p for p in carriers if p.grade is Grade.CPP3]
    assert mean(p.fte < 1 for p in carriers) == pytest.approx(0.25, abs=0.03)
    assert all(0.6 <= p.fte <= 1 for p in carriers)
    assert mean(p.first_year for p in entry) == pytest.approx(0.25, abs=0.03)
    assert not any(p.first_year for p in carriers if p.grade is not Grade.CPP3)
    assert mean(_days_away(staff) for staff in teams) / 120 == pytest.approx(0.15, abs=0.02)


def _days_away(staff: Staff) -> int:
    spans = [(row.start, row.until) for row in staff.leave if row.until]
    return sum(
        (first.fromordinal(day)).weekday() < 5
        for first, last in spans
        for day in range(first.toordinal(), last.toordinal() + 1)
    )


def test_leave_lies_in_the_cycle_and_cover_is_somebody_else() -> None:
    """Every leave is inside the cycle, and nobody covers for themselves."""
    rows = [row for seed in range(50) for row in team(seed).leave]
    assert len(rows) > 50
    for row in rows:
        assert row.until is not None
        assert 0 <= (row.start - MONDAY).days <= (row.until - MONDAY).days < 28
        assert row.cover != row.practitioner


def test_somebody_has_the_skill_that_families_need() -> None:
    """In every team at least one practitioner can hold a family that needs the skill."""
    assert all(any(p.skills for p in team(seed).carriers) for seed in range(60))


@pytest.mark.parametrize(("style", "median"), [(Style.MIXED, 22), (Style.RURAL, 65)])
def test_travel(style: Style, median: int) -> None:
    """Half of the roads are shorter than the median of the style, give or take 2 minutes."""
    shares = read_shares(style)
    places = [draw_place(stream(seed, "place"), shares) for seed in range(400)]
    minutes = sorted(row.minutes for place in places for row in place.travel)
    assert minutes[len(minutes) // 2] == pytest.approx(median, abs=2)
    assert all(2 <= len(place.zones) <= 5 for place in places)
    for place in places:
        assert len(place.travel) == len(place.zones) * (len(place.zones) - 1) / 2
