"""What is known while a search is under way: the stage, the best plan so far, its bound."""

from planner.data.plan import Choices
from planner.data.record import Record


class Progress(Record):
    """One better plan, or one better bound, while a plan is being made.

    ``value`` is what the best plan so far costs in the stage that is being
    searched, ``bound`` the least it can cost as far as is known (``None``
    where nothing is known yet), and ``total`` what it would cost if everyone
    waited. ``seconds`` counts from the start of the search, and ``done`` of
    ``stages`` are finished. ``choices`` is the best plan so far; it meets every
    rule, and the stages below this one may still be far from their best.
    """

    stage: str
    title: str
    value: int
    bound: int | None = None
    total: int = 0
    done: int = 0
    stages: int = 0
    seconds: float = 0.0
    choices: Choices


class Step(Record):
    """How far a long answer has come: ``done`` of ``of`` parts, and what was done last."""

    done: int
    of: int
    words: str = ""
