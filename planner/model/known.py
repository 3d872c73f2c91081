"""A board that knows when a rule says something that caseloads would not understand."""

from collections.abc import Callable, Mapping

from planner.data.board import Cost
from planner.data.problem import Problem
from planner.model.posted import Posted, post_to

_VERBS = frozenset({"forbid", "require", "row", "team_row", "count"})


class _Listening:
    """Hands every known verb on, and writes down whether another was used."""

    def __init__(self, posted: Posted) -> None:
        self.unknown = False
        self._posted = posted
        for verb in _VERBS:
            setattr(self, verb, getattr(posted, verb))

    def __getattr__(self, verb: str) -> Callable[..., None]:
        self.unknown = True
        return _ignore


def _ignore(*_: object, **__: object) -> None:
    """Nothing is made of it here: whoever asked is told that it was not understood."""


def post_known(problem: Problem) -> tuple[Posted, Mapping[str, Cost]] | None:
    """Post every rule and cost every term; ``None`` where one uses a verb not known here."""
    posted = Posted()
    board = _Listening(posted)
    costs = post_to(board, problem)
    return None if board.unknown else (posted, costs)
