"""The problem's look-ups: they say what the fields say, and never outlive them."""

import pickle
from copy import deepcopy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.data.caseload import case_half_hours
from planner.data.problem import Problem
from planner.data.takes import takes, takes_by_unit
from tests.problems import carrier, missable, problem, unit
from tests.random_problems import plans, problems


def team() -> Problem:
    """Two teams; P holds A and C, B is mandatory, D is pinned with a waiver."""
    units = [
        unit("A", holder="P", team="north"),
        unit("B", mandatory=True, pinned_to="P"),
        unit("C", holder="P"),
        unit("D", pinned_to="Q", pin_waived=True),
    ]
    return problem(units, [carrier("P"), carrier("Q")], missables=[missable("B"), missable("C")])


def look_up(found: Problem) -> Problem:
    """Ask everything once, so that every look-up has been made."""
    found.unit("A")
    takes(found)
    assert all((found.units_held_by, found.units_of, found.missables_of, found.outranking))
    return found


def test_a_unit_is_found_by_its_id() -> None:
    """The first of that name, and ``KeyError`` where there is none."""
    found = team()
    assert found.unit("C") is found.units[2]
    with pytest.raises(KeyError):
        team().unit("Z")


def test_look_ups_keep_the_order_of_the_rows() -> None:
    """By holder, by team, and those for whom a limit may give way."""
    found = team()
    assert {k: [u.id for u in v] for k, v in found.units_held_by.items()} == {"P": ["A", "C"]}
    assert [u.id for u in found.units_of["team"]] == ["B", "C", "D"]
    assert [item.unit for item in found.missables_of["team"]] == ["B", "C"]
    assert [u.id for u in found.outranking] == ["B", "D"]
    assert [(k.unit, k.practitioner) for k in takes_by_unit(found)["A"]] == [
        ("A", "P"),
        ("A", "Q"),
    ]
    assert takes(found)["D", "Q"] is takes_by_unit(found)["D"][1]


def test_a_copy_has_look_ups_of_its_own() -> None:
    """What was looked up before a change is not found after it."""
    found = look_up(team())
    assert found.excusing(["B"]).unit("B").excused
    assert found.unpinned(["B"]).unit("B").pinned_to == ""
    fewer = found.model_copy(update={"units": found.units[:1]})
    assert list(fewer.units_of) == ["north"]
    assert [key[0] for key in takes(fewer)] == ["A", "A"]
    with pytest.raises(KeyError):
        fewer.unit("B")
    assert found.unit("B").pinned_to == "P"


def test_look_ups_are_no_part_of_the_record() -> None:
    """Equality, text, JSON and what another process receives are those of the fields."""
    asked, plain = look_up(team()), team()
    assert asked == plain
    assert repr(asked) == repr(plain)
    assert asked.model_dump() == plain.model_dump()
    assert pickle.dumps(asked) == pickle.dumps(look_up(asked))
    fields = set(Problem.model_fields)
    for copied in (pickle.loads(pickle.dumps(asked)), deepcopy(asked), asked.model_copy(deep=True)):
        assert set(vars(copied)) == fields
        assert copied == plain
        assert copied.unit("C") == plain.unit("C")


@settings(max_examples=60)
@given(st.data())
def test_hours_of_everyone_are_those_of_each(data: st.DataObject) -> None:
    """One pass over the units gives what counting practitioner by practitioner gives."""
    found = data.draw(problems())
    plan = data.draw(plans(found))
    expected = {person.id: case_half_hours(found, person, plan) for person in found.carriers}
    assert found.half_hours_by_practitioner(plan.holders) == expected
