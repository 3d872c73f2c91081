"""Who cannot hold a family whatever else the team does, one rule at a time."""

import pytest

from planner.data.problem import Problem
from planner.engine.why.screen import screen
from tests.problems import carrier, pair, problem, unit

PEOPLE = [carrier("P"), carrier("Q")]


def screened(given: Problem, name: str = "A") -> dict[str, tuple[str, ...]]:
    """Give the rules that stand between a family and each practitioner who cannot hold it."""
    return {row.practitioner: row.rules for row in screen(given, given.unit(name))}


@pytest.mark.parametrize(
    ("facts", "rule"),
    [
        ({"conflict": True}, "conflict"),
        ({"barred": True}, "bar"),
        ({"away_too_long": True}, "away_too_long"),
        ({"absent": True}, "presence"),
        ({"out_of_reach": True}, "reach"),
        ({"missing_skills": ("court",)}, "fit"),
        ({"missing_grade": True}, "fit"),
    ],
)
def test_one_fact_one_rule(facts: dict[str, object], rule: str) -> None:
    """Q may hold it, P may not, and the sentence names P."""
    given = problem([unit("A")], PEOPLE, [pair("A", "P", **facts)])
    assert screened(given) == {"P": (rule,)}
    assert screen(given, given.unit("A"))[0].sentences[0].startswith("P: ")


def test_pinned_to_another() -> None:
    """Nobody else can hold it."""
    given = problem([unit("A", pinned_to="Q")], PEOPLE)
    assert screened(given) == {"P": ("pin",)}


@pytest.mark.parametrize(("limit", "found"), [(15, True), (16, False), (17, False)])
def test_too_few_hours_even_if_empty(limit: int, found: bool) -> None:
    """One half-hour under, exactly and one over what the family needs."""
    given = problem(
        [unit("A")],
        [carrier("P", limit_half_hours=limit)],
        [pair("A", "P", demand_half_hours=16)],
    )
    assert screened(given) == ({"P": ("hours",)} if found else {})


def test_what_is_pinned_to_somebody_stays_with_them() -> None:
    """What else they hold could move, and does not count."""
    pairs = [pair(name, "P", demand_half_hours=10) for name in "ABC"]
    held, pinned = unit("B", holder="P"), unit("C", holder="P", pinned_to="P")
    people = [carrier("P", limit_half_hours=15)]
    assert screened(problem([unit("A"), held], people, pairs)) == {}
    assert screened(problem([unit("A"), pinned], people, pairs)) == {"P": ("hours",)}


def test_more_children_than_the_limit() -> None:
    """Three siblings with a limit of two."""
    given = problem([unit("A", ("A1", "A2", "A3"))], [carrier("P", children_limit=2)])
    assert screened(given) == {"P": ("children",)}
    (row,) = screen(given, given.unit("A"))
    assert row.sentences == ("P: 3 children; the limit is 2 even if empty.",)


def test_who_holds_it_now_can_hold_it() -> None:
    """Limits, skills and grade do not end a holding."""
    facts = {"demand_half_hours": 90, "missing_skills": ("court",)}
    given = problem(
        [unit("A", holder="P")], [carrier("P", limit_half_hours=5)], [pair("A", "P", **facts)]
    )
    assert screened(given) == {}


def test_every_rule_at_once() -> None:
    """All of them are named."""
    facts = {"conflict": True, "barred": True, "missing_grade": True}
    given = problem([unit("A")], PEOPLE, [pair("A", "P", **facts)])
    assert screened(given) == {"P": ("conflict", "bar", "fit")}
