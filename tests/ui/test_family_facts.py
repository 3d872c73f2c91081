"""A new family from a form: read by the reader of files, its faults said by child."""

from datetime import date

import pytest

from planner.data.vocabulary import Phase, Probability
from planner.errors import DataFaults
from planner.policy import default_policy
from planner.ui.family_facts import (
    family_of,
    fault_words,
    new_family_of,
    skills_of,
    zones_of,
)
from tests.make import child, day, practitioner, scenario

POLICY = default_policy()
TEAM = scenario(
    [child("A", zone="North", skills=("court",))],
    [practitioner("P", zone="South", skills=("Dinka",))],
    bases={"team": "Town"},
)
SHARED = {"phase": Phase.INVESTIGATION, "zone": "North", "language": " Dinka "}


def test_what_is_said_of_all_and_of_each_reaches_the_reader() -> None:
    """Two children of one family, one by age and one by birth date; blanks are not recorded."""
    family = family_of(
        [
            {"age": 3, "birth_date": None, "probability": Probability.LIKELY},
            {"age": None, "birth_date": date(2025, 3, 1), "probability": ""},
        ],
        {**SHARED, "skills": ["court", "Dinka"]},
        first_visit=day(3),
        conflicts=["P"],
    )
    found = new_family_of(family, TEAM, POLICY)
    first, second = found.children
    assert (first.child, first.family, first.team) == ("child 1", "the new family", "team")
    assert (first.age, first.probability, first.language) == (3, Probability.LIKELY, "Dinka")
    assert (second.birth_date, second.probability) == (date(2025, 3, 1), None)
    assert second.skills == ("court", "Dinka")
    assert [(task.child, task.task, task.due) for task in found.tasks] == [
        ("child 1", "first_visit", day(3))
    ]
    assert [row.practitioner for row in found.decisions] == ["P"]
    assert family.words == (
        "For 2 children: aged 3, born 2025-03-01 · investigation · zone North · "
        "interpreter for Dinka."
    )


def test_the_least_that_can_be_said() -> None:
    """An age and a phase; nothing else is made up."""
    family = family_of([{"age": 0}], {"phase": Phase.INTAKE, "zone": "", "language": ""})
    found = new_family_of(family, TEAM, POLICY)
    assert (found.children[0].zone, found.tasks, found.decisions) == ("", (), ())
    assert family.words == "For 1 child: aged 0 · intake."


def test_a_fault_names_the_child_and_not_a_row() -> None:
    """The second child has neither age nor birth date."""
    family = family_of([{"age": 3}, {}], SHARED)
    with pytest.raises(DataFaults) as caught:
        new_family_of(family, TEAM, POLICY)
    (words,) = fault_words(caught.value)
    assert words.startswith("Child 2: ")
    assert "row" not in words


def test_zones_and_skills_come_from_the_data() -> None:
    """Of children, practitioners and bases, in the order of the alphabet."""
    assert zones_of(TEAM) == ["North", "South", "Town"]
    assert skills_of(TEAM) == ["Dinka", "court"]
