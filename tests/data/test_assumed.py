"""What a question assumes of one unit changes nothing else of the problem."""

from planner.data.assumed import as_if_mandatory, barring, leaving_out, requiring
from tests.problems import carrier, problem, unit

TEAM = problem([unit("A"), unit("B")], [carrier("P"), carrier("Q")])


def test_one_unit_and_one_assumption() -> None:
    """B, and everything else of A, stays as it is."""
    a, b = TEAM.units
    assert requiring(TEAM, "A").units == (a.model_copy(update={"required": True}), b)
    assert leaving_out(TEAM, "A").units == (a.model_copy(update={"left_out": True}), b)
    assert as_if_mandatory(TEAM, "A").units == (a.model_copy(update={"mandatory": True}), b)


def test_one_pair_is_barred() -> None:
    """And no other."""
    barred = barring(TEAM, "A", "P")
    assert [key for key, pair in barred.pairs.items() if pair.barred] == [("A", "P")]
    assert barred.units == TEAM.units
    assert not any(pair.barred for pair in TEAM.pairs.values())
