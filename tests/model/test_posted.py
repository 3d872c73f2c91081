"""What is posted is written down as it was said, and rules can be left out."""

from planner.data.board import Short, Take
from planner.model.posted import Posted, Row, post_all
from planner.terms import BY_ID
from tests.problems import carrier, problem, unit


def test_a_board_keeps_what_it_is_told() -> None:
    """Each verb in its own place, rows in order."""
    board = Posted()
    board.forbid("F", "P")
    board.require("G")
    board.row("P", {Take("G", "P"): 2}, 7)
    board.team_row({Short("team"): -1}, 0)
    board.count(Short("team"), 9)
    assert board.forbidden == {("F", "P")}
    assert board.required == {"G"}
    assert board.rows == [Row("P", {Take("G", "P"): 2}, 7), Row("", {Short("team"): -1}, 0)]
    assert board.counts == {Short("team"): 9}


def test_every_rule_and_every_term_is_posted() -> None:
    """The absent are forbidden, the mandatory required, and each term has its cost."""
    given = problem([unit("F", mandatory=True)], [carrier("P", present=False)])
    board, costs = post_all(given)
    assert board.forbidden == {("F", "P")}
    assert board.required == {"F"}
    assert costs.keys() == BY_ID.keys()


def test_rules_that_are_named_are_left_out() -> None:
    """Diagnosis asks what would hold without them; what the others post stays."""
    given = problem([unit("F", mandatory=True)], [carrier("P", present=False)])
    board, _ = post_all(given, without=frozenset({"presence"}))
    assert board.forbidden == set()
    assert board.required == {"F"}
