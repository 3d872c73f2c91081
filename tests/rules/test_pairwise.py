"""Rules about one pair: what they stand between is forbidden, and found where it is chosen."""

from planner.data.plan import Finding
from planner.model.posted import Posted
from planner.rules.pairwise import check_pairs, post_pairs
from tests.problems import carrier, chosen, pair, problem, unit

TEAM = problem(
    [unit("A"), unit("B")],
    [carrier("P"), carrier("Q")],
    [pair("A", "P", travel_minutes=61), pair("B", "Q", travel_minutes=60)],
)


def test_only_what_it_stands_between_is_forbidden() -> None:
    """A rule made up for this test: no more than an hour's travel."""
    board = Posted()
    post_pairs(lambda p: p.travel_minutes > 60, board, TEAM)
    assert board.forbidden == {("A", "P")}
    assert (board.rows, board.required) == ([], set())


def test_what_is_chosen_is_found() -> None:
    """A with P is found, B with Q is not, and who awaits has no pair."""
    plan = chosen(TEAM, holders={"A": "P", "B": "Q"})
    found = check_pairs("hour", lambda p: p.travel_minutes > 60, TEAM, plan)
    assert found == [Finding(rule="hour", unit="A", practitioner="P")]
    assert check_pairs("hour", lambda _: True, TEAM, chosen(TEAM)) == []
