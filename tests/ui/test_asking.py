"""Where plans are searched for: in this process, or in those that a desk has of its own."""

from collections.abc import Callable
from typing import Any, cast

import pytest

from planner.data.plan import Plan
from planner.engine import Asides, Gone, Once, allocate_remembering
from planner.ui import asking, teams
from planner.ui.desk import PLANS_AT_ONCE, Desk, Search, back_room, desk, side_room

pytestmark = pytest.mark.usefixtures("only_tiny")


class Noting:
    """Stands for the processes of a desk: does what it is asked here, and notes with what limit."""

    def __init__(self) -> None:
        self.limits: list[float] = []

    def call(self, verb: Callable[..., Plan], *given: object, **named: Any) -> Plan:
        """Do it."""
        assert verb is allocate_remembering
        self.limits.append(named["time_limit"])
        return verb(*(one.value if isinstance(one, Once) else one for one in given), **named)

    def close(self) -> None:
        """Nothing was begun."""


def noting(room: Desk) -> list[float]:
    """Give a room processes that note what they are asked."""
    stand_in = Noting()
    room.aside = cast("Asides", stand_in)
    return stand_in.limits


def asked() -> asking.Question:
    """Ask about the tiny team as it is."""
    return asking.question(teams.shipped_team("tiny"))


def no_tick(_search: Search[Any]) -> None:
    """Do nothing while waiting."""


def test_each_room_searches_in_processes_of_its_own() -> None:
    """The first plan at the desk, the longer search in the back room, what may be wanted beside."""
    here, behind, beside = noting(desk()), noting(back_room()), noting(side_room())
    found = asking.plan(asked(), None, no_tick)
    assert here == [asking.LIVE_SECONDS]
    longer = asking.look_further(asked(), found)
    assert longer.done.wait(30)
    assert longer.result().found
    assert behind == [asking.FURTHER_SECONDS]
    asking.work_ahead(asked(), Search("ahead"))
    assert beside == [asking.AHEAD_SECONDS]


def test_where_the_process_is_gone_a_plan_is_searched_for_here(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A manager waits a little longer, and reads nothing of it."""

    def gone(*_given: object, **_named: object) -> Plan:
        raise Gone("gone")

    noting(desk())
    monkeypatch.setattr(desk().aside, "call", gone)
    assert asking.plan(asked(), None, no_tick).found


def test_where_others_wait_a_plan_is_searched_for_shortly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its proof follows behind the page, as everybody's does."""
    here = noting(desk())
    monkeypatch.setattr(Desk, "queue", PLANS_AT_ONCE + 1)
    assert asking.plan(asked(), None, no_tick).found
    assert here[0] == asking.LEAST_SECONDS < asking.LIVE_SECONDS
