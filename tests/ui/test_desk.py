"""One search for each question, ended when nobody waits, and kept when it was not cut short."""

import pytest

from planner.data.plan import Plan
from planner.errors import UsageFault
from planner.ui.desk import Desk, Search, Work
from tests.ui.made import plan

SECONDS = 10


def answering(found: list[str], name: str = "a") -> Work:
    """Make a search that notes that it ran and answers at once."""

    def work(_search: Search) -> Plan:
        found.append(name)
        return plan(scenario=name)

    return work


def until_stopped(search: Search) -> Plan:
    """Search until somebody ends it, then hand over what there is."""
    assert search.stop.wait(SECONDS)
    return plan(scenario="cut short")


def no_tick(_search: Search) -> None:
    """Do nothing while waiting."""


def test_a_question_is_searched_once() -> None:
    """The second time the answer is there."""
    desk, ran = Desk(), list[str]()
    for _ in range(2):
        assert desk.wait(desk.ask("q", answering(ran)), no_tick).scenario == "a"
    assert ran == ["a"]
    kept = desk.known("q")
    assert kept is not None
    assert kept.result().scenario == "a"


def test_two_visitors_share_a_search() -> None:
    """It goes on while one of them waits, and ends when both have left."""
    desk = Desk()
    first, second = desk.ask("q", until_stopped), desk.ask("q", until_stopped)
    assert first is second
    desk.leave(first)
    assert not first.stop.is_set()
    desk.leave(second)
    assert first.stop.is_set()
    assert first.done.wait(SECONDS)


def test_a_search_cut_short_answers_nobody_later() -> None:
    """Whoever asks again has it searched anew."""
    desk, ran = Desk(), list[str]()
    search = desk.ask("q", until_stopped)
    desk.leave(search)
    assert search.done.wait(SECONDS)
    assert desk.known("q") is None
    assert desk.wait(desk.ask("q", answering(ran)), no_tick).scenario == "a"


def test_an_interrupted_wait_ends_the_search() -> None:
    """A newer change interrupts at the tick; nothing goes on behind it."""
    desk = Desk()
    search = desk.ask("q", until_stopped)

    def interrupt(_search: Search) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        desk.wait(search, interrupt)
    assert search.stop.is_set()
    assert search.done.wait(SECONDS)


def test_what_a_search_raises_is_raised_to_whoever_waits() -> None:
    """A fault in the data reaches the page as it is."""

    def refuse(_search: Search) -> Plan:
        raise UsageFault("No.")

    desk = Desk()
    with pytest.raises(UsageFault, match="No"):
        desk.wait(desk.ask("q", refuse), no_tick)


@pytest.mark.parametrize(("asked", "kept"), [(2, True), (3, True), (4, False)])
def test_only_so_many_answers_are_kept(asked: int, kept: bool) -> None:
    """Of three that may be kept, the fourth displaces the one unused for longest."""
    desk = Desk(kept=3)
    for number in range(asked):
        desk.wait(desk.ask(str(number), answering([])), no_tick)
    assert (desk.known("0") is not None) is kept


def test_an_answer_that_is_used_is_kept_longer() -> None:
    """Asking for the oldest again makes the second the one to go."""
    desk = Desk(kept=2)
    for key in ("a", "b"):
        desk.wait(desk.ask(key, answering([])), no_tick)
    assert desk.known("a") is not None
    desk.wait(desk.ask("c", answering([])), no_tick)
    assert desk.known("a") is not None
    assert desk.known("b") is None


def test_only_so_many_searches_run_at_a_time() -> None:
    """With one at a time the second begins when the first is ended."""
    desk, ran = Desk(at_once=1), list[str]()
    first = desk.ask("first", until_stopped)
    second = desk.ask("second", answering(ran))
    assert not second.done.wait(0.2)
    assert ran == []
    desk.leave(first)
    assert second.done.wait(SECONDS)
    assert ran == ["a"]


def test_a_search_that_nobody_waits_for_any_more_never_begins() -> None:
    """It was asked for and left while another one ran."""
    desk, ran = Desk(at_once=1), list[str]()
    first = desk.ask("first", until_stopped)
    second = desk.ask("second", answering(ran))
    desk.leave(second)
    desk.leave(first)
    assert second.done.wait(SECONDS)
    assert ran == []


def test_closing_ends_every_search_and_waits_for_it() -> None:
    """Those somebody waits for, those waiting their turn, and those left but not yet ended."""
    desk, ran = Desk(at_once=1), list[str]()
    first, second = desk.ask("first", until_stopped), desk.ask("second", answering(ran))
    desk.close(SECONDS)
    assert first.done.is_set()
    assert second.done.is_set()
    assert ran == []
    assert desk.known("first") is None
