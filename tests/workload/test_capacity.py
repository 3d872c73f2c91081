"""Hours, limits and duty pools. A full-time cycle is 20 days x 7.6 h x 70 % = 106.4 h."""

from fractions import Fraction

import pytest

from planner.data.problem import Carrier, TeamPool
from planner.workload.capacity import capacity_hours, carrier, pool
from tests.make import child, day, leave, practitioner
from tests.workload.office import gathered


def carrier_of(facts: dict[str, object], **settings: object) -> Carrier:
    """Make the carrier record of P."""
    team = gathered([], [practitioner("P", **facts)], **settings)
    return carrier(team, team.carriers[0])


@pytest.mark.parametrize(
    ("facts", "leaves", "capacity"),
    [
        ({}, [], 212),  # 106.4 h
        ({"fte": "0.5"}, [], 106),  # 53.2
        ({"fte": "0.005"}, [], 1),  # 0.532: rounded down
        ({"fte": 0}, [], 0),
        ({"first_year": True}, [], 148),  # 74.48
        ({}, [(0, 4)], 159),  # 79.8
        ({}, [(4, 8)], 180),  # Friday to Tuesday, three working days: 17 x 5.32 = 90.44
        ({}, [(0, None)], 0),
        ({"end": day(4)}, [], 53),  # 26.6
        ({"rostered_hours": 10}, [], 192),  # 96.4
        ({"rostered_hours": 10}, [(7, 13)], 144),  # 79.8 - 7.5 = 72.3
        ({"supervisees": 2}, [], 180),  # 106.4 - 16 = 90.4
        ({"supervisees": 1}, [(7, 13)], 147),  # 79.8 - 6 = 73.8
        ({"supervisees": 1, "rostered_hours": 2}, [], 192),  # 106.4 - 10
        ({"fte": "0.1", "rostered_hours": 50}, [], 0),  # not below nothing
        ({"first_year": True, "rostered_hours": 10}, [], 128),  # 74.48 - 10: roster in full
    ],
)
def test_capacity(facts: dict[str, object], leaves: list[tuple[int, int]], capacity: int) -> None:
    """In half-hours, rounded down once."""
    rows = [leave("P", a, b) for a, b in leaves]
    found = carrier_of(facts, leave=rows)
    assert found.capacity_half_hours == capacity
    assert found.present is (leaves != [(0, None)])


def test_capacity_is_exact_before_it_is_rounded() -> None:
    """106.4 h is a fraction, not a float."""
    team = gathered([], [practitioner("P")])
    assert capacity_hours(team, team.carriers[0]) == Fraction("106.4")


@pytest.mark.parametrize(
    ("facts", "limit"),
    [
        ({}, 212),
        ({"limit_percent": 99}, 210),  # 105.336
        ({"limit_percent": 101}, 214),  # 107.464
        ({"limit_percent": 120}, 255),  # 127.68, from the hours before they are rounded
        ({"limit_percent": 0}, 0),
        ({"limit_hours": "80.9"}, 161),
        ({"limit_hours": 80, "limit_percent": 50}, 160),  # hours stated go before
        ({"limit_hours": 0}, 0),
    ],
)
def test_limit_in_per_cent_or_hours(facts: dict[str, object], limit: int) -> None:
    """The capacity stays at 100 %."""
    found = carrier_of(facts)
    assert (found.limit_half_hours, found.capacity_half_hours) == (limit, 212)


@pytest.mark.parametrize(
    ("fte", "children", "intensive"),
    [(1, 18, 2), ("0.5", 9, 1), ("0.6", 11, 2), ("0.501", 10, 2), (0, 0, 0)],
)
def test_counts_scale_with_fte_rounded_up(fte: object, children: int, intensive: int) -> None:
    """18 and 2 at full time: 10.8 and 1.2 at 0.6 are 11 and 2."""
    found = carrier_of({"fte": fte})
    assert (found.children_limit, found.intensive_limit) == (children, intensive)


@pytest.mark.parametrize(
    ("own", "team", "expected"),
    [
        ({}, {}, (18, 2, None, None)),
        ({}, {"high_risk_limit": 4, "new_families_limit": 5}, (18, 2, 4, 5)),
        (
            {
                "children_limit": 0,
                "intensive_limit": 0,
                "high_risk_limit": 0,
                "new_families_limit": 0,
            },
            {"high_risk_limit": 4, "new_families_limit": 5},
            (0, 0, 0, 0),  # a limit of none is a limit
        ),
    ],
)
def test_ones_own_limits_go_before_the_teams_and_the_policys(
    own: dict[str, int], team: dict[str, int], expected: tuple[int | None, ...]
) -> None:
    """Children, intensive infants, high-risk children, new families."""
    found = carrier_of(own, limits=team)
    assert (
        found.children_limit,
        found.intensive_limit,
        found.high_risk_limit,
        found.new_families_limit,
    ) == expected


def pooled(*people: object, children: tuple[object, ...] = (), **settings: object) -> TeamPool:
    """Make the pool of the team called "team"."""
    return pool(gathered(children, people, **settings), "team")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("facts", "duty"),
    [
        ({"grade": "CPP2", "duty_hours": 12}, 24),
        ({"grade": "CPP5.2", "duty_hours": 12}, 24),
        ({"grade": "CPP6", "duty_hours": 12}, 24),
        ({"grade": "CPP3", "duty_hours": 12}, 0),  # whoever carries gives what is left over
        ({"grade": "CPP2", "duty_hours": "7.7"}, 15),  # rounded down
        ({"grade": "CPP2", "duty_hours": 12, "end": day(4)}, 6),  # 5 of 20 days: 3 h
        ({"grade": "CPP2", "duty_hours": 12, "end": day(-1)}, 0),
        ({"grade": "CPP3", "duty_hours": 12, "end": day(-1)}, 0),
        ({"grade": "CPP2", "duty_hours": 12, "team": "other"}, 0),
    ],
)
def test_duty_hours_of_who_holds_no_cases(facts: dict[str, object], duty: int) -> None:
    """Scaled by present working days."""
    assert pooled(practitioner("D", **facts)).duty_half_hours == duty


def test_duty_hours_add_up_and_are_rounded_for_each() -> None:
    """7.7 h of two people are 7.5 and 7.5; one is away on 5 of 20 days: 9 of 12 h."""
    people = [practitioner(n, grade="CPP2", duty_hours="7.7") for n in ("D", "E")]
    assert pooled(*people).duty_half_hours == 30
    away = practitioner("G", grade="CPP2", duty_hours=12)
    assert pooled(*people, away, leave=[leave("G", 7, 11)]).duty_half_hours == 48


def test_contracted_children_cost_planning_hours() -> None:
    """2.5 x 28 / 30.44 = 2.2996 h, 5 half-hours for each of two; others cost nothing here."""
    children = (
        child("A", status="contracted"),
        child("B", status="contracted"),
        child("C", status="contracted", team="other"),
        child("D", status="outside the pool"),
        child("E"),
        child("G"),
    )
    assert pooled(children=children).contracted_half_hours == 10


@pytest.mark.parametrize(
    ("limits", "reserve"),
    [
        ({}, 0),
        ({"reserve_hours": 10}, 20),
        ({"reserve_hours": "0.1"}, 1),  # rounded up
        ({"arrivals": 2}, 17),  # 2 x 9.2 x 0.91984 / 2 = 8.4625
        ({"arrivals": 2, "reserve_hours": 10}, 37),  # 18.4625
    ],
)
def test_hours_are_reserved_for_arrivals(limits: dict[str, object], reserve: int) -> None:
    """Half a cycle of work for each child expected."""
    assert pooled(children=(child("A"),), limits=limits).reserve_half_hours == reserve


@pytest.mark.parametrize("status", [None, "contracted", "outside the pool"])
def test_a_team_without_open_children_reserves_nothing(status: str | None) -> None:
    """The reserve is kept in each team that has open children (docs/model.md, section 6)."""
    children = () if status is None else (child("A", status=status),)
    found = pooled(practitioner("P"), children=children, limits={"reserve_hours": 10})
    assert found.reserve_half_hours == 0
