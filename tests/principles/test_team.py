"""What is said once for the whole team."""

import pytest

from planner.data.score import Priorities
from planner.principles import prioritise
from tests.make import child, day, infant, scenario
from tests.principles.scored import ALL_COLUMNS, ALL_FACTORS, ALL_INDICATORS, POLICY

EVERYTHING = ALL_COLUMNS | ALL_FACTORS | ALL_INDICATORS
AGE = "age in whole years used instead of birth date"
CONTACT = "contact agreement missing or over 92 days old: usual minimum used"
LIVING = "not recorded with whom the child lives: both factor lists read"
BORN = day(-3000)


def priorities(*children: object, **settings: object) -> Priorities:
    """Score a team."""
    return prioritise(scenario(children, **settings), POLICY)


def test_no_banner_where_everything_is_supplied() -> None:
    """A full set of tables needs no banner."""
    assert priorities(child("c"), supplied=EVERYTHING).banners == ()


def test_one_banner_for_each_kind_of_table() -> None:
    """Nothing supplied: three sentences, not fifty, whatever the number of children."""
    found = priorities(child("c"), child("d"))
    assert [line.split(" never")[0] for line in found.banners] == [
        "Columns",
        "Factors",
        "De-allocation indicators",
    ]
    assert found.banners[2].endswith("all 14")


def test_a_banner_names_what_is_missing() -> None:
    """One column and one factor left out are named."""
    left_out = {"cases.maram", "factors.child.critical"}
    found = priorities(child("c"), supplied=EVERYTHING - left_out)
    assert [line.split(": ")[1] for line in found.banners] == [
        "maram",
        "Other critical matters of the case",
    ]


def test_an_obligation_never_supplied_is_no_banner() -> None:
    """Undated obligations are said child by child, where they are owed."""
    found = priorities(child("c"), supplied=EVERYTHING - {"factors.obligation.acsass"})
    assert found.banners == ()


def test_ages_assumed() -> None:
    """Children with a birth date are not counted, nor those without any age."""
    found = priorities(child("a"), child("b"), child("c", birth_date=BORN), child("d", age=None))
    assert found.assumed[AGE] == 2


@pytest.mark.parametrize(
    ("facts", "counted"),
    [
        ({}, 1),
        ({"contact": "weekly"}, 1),
        ({"contact_agreed": day(-1)}, 1),
        ({"contact": "weekly", "contact_agreed": day(0)}, 0),
        ({"contact": "weekly", "contact_agreed": day(-91)}, 0),
        ({"contact": "weekly", "contact_agreed": day(-92)}, 0),
        ({"contact": "weekly", "contact_agreed": day(-93)}, 1),
        ({"contact": "weekly", "contact_agreed": day(1)}, 1),
        ({"phase": "investigation", "order": "none"}, 0),
        ({"status": "contracted"}, 0),
    ],
)
def test_contact_assumed(facts: dict[str, object], counted: int) -> None:
    """Only open children after substantiation without an agreement in force."""
    found = priorities(child("c", birth_date=BORN, **facts))
    assert found.assumed.get(CONTACT, 0) == counted


def test_weekly_contact_of_a_mandatory_child_is_no_assumption() -> None:
    """It is the standard, whatever is agreed."""
    assert CONTACT not in priorities(infant("c")).assumed


def test_living_assumed() -> None:
    """Both lists are read where it is not recorded with whom the child lives."""
    found = priorities(child("a", living="unknown"), child("b", living="unknown"), child("c"))
    assert found.assumed[LIVING] == 2
