"""Processes that search beside the page: they answer, tell, stop, and never outlive who asks."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from planner.data.plan import Plan, Status
from planner.engine import Aside, Asides, Gone, Once, allocate
from planner.errors import PlannerError, UsageFault
from tests.engine.solving import POLICY, high
from tests.make import practitioner, scenario

SECONDS = 20
TEAM = scenario([high("C1"), high("C2")], [practitioner("P1"), practitioner("P2")])


def where(stop: threading.Event) -> int:
    """Say in which process this runs, after a word that is not for who asked."""
    print("a word that is not an answer")
    return os.getpid() + 0 * stop.is_set()


def patience(stop: threading.Event) -> str:
    """Say what this process gives way to."""
    if hasattr(os, "SCHED_IDLE") and os.sched_getscheduler(0) == os.SCHED_IDLE:
        return "everything"
    return "the page" if os.nice(0) > 0 else "nothing"


def counting(most: int, on_count: Callable[[int], None], stop: threading.Event) -> int:
    """Count, and tell each number."""
    for number in range(most):
        on_count(number)
    return most


def until_stopped(on_begun: Callable[[int], None], stop: threading.Event) -> str:
    """Work until it is ended from outside."""
    on_begun(os.getpid())
    return "stopped" if stop.wait(SECONDS) else "never stopped"


def refuses(what: str, stop: threading.Event) -> str:
    """Raise what the engine raises where a question cannot be answered."""
    raise UsageFault(what)


def ends(stop: threading.Event) -> None:
    """End the process without a word."""
    os._exit(3)


@pytest.fixture(scope="module")
def aside() -> Iterator[Aside]:
    """Begin one process for several tests."""
    one = Aside()
    yield one
    one.close()


def _gone(process: int) -> bool:
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        try:
            # A process that ended and was not yet waited for is gone as well.
            if Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] == "Z":
                return True
        except FileNotFoundError:
            return True
        time.sleep(0.05)
    return False


def test_the_plan_is_the_same_as_here(aside: Aside) -> None:
    """With what is told meanwhile: better plans, and the plan before its offers."""
    told = list[object]()
    plans = list[Plan]()
    found = aside.call(
        allocate, TEAM, POLICY, on_progress=told.append, on_plan=plans.append, time_limit=SECONDS
    )
    here = allocate(TEAM, POLICY, time_limit=SECONDS)
    assert found.status is Status.BEST_POSSIBLE
    assert found.choices == here.choices
    assert [line.value for line in found.ledger] == [line.value for line in here.ledger]
    assert told
    assert [plan.choices for plan in plans] == [found.choices]


def test_it_is_another_process_and_prints_nothing_into_the_answer(aside: Aside) -> None:
    """One process answers all questions."""
    first, second = aside.call(where), aside.call(where)
    assert first == second != os.getpid()


def test_everything_told_comes_in_order(aside: Aside) -> None:
    """And all of it before the answer."""
    told = list[int]()
    assert aside.call(counting, 50, on_count=told.append) == 50
    assert told == list(range(50))


def test_a_stop_reaches_the_process(aside: Aside) -> None:
    """At once, and only the question it was meant for."""
    stop = threading.Event()
    assert aside.call(until_stopped, on_begun=lambda _: stop.set(), stop=stop) == "stopped"
    assert aside.call(counting, 1, on_count=lambda _: None, stop=stop) == 1


def test_a_stop_that_comes_late_is_nobodys(aside: Aside) -> None:
    """Its own question was answered just before: the process and the next answer stay."""
    before = aside.call(where)
    assert aside._process is not None
    aside._send(aside._process, (aside._number - 1, None))
    assert aside.call(where) == before


def test_what_is_raised_there_is_raised_here(aside: Aside) -> None:
    """And the next question is answered by the same process."""
    before = aside.call(where)
    with pytest.raises(UsageFault, match="no such child"):
        aside.call(refuses, "no such child")
    assert aside.call(where) == before


def test_a_process_that_is_gone_is_said_in_words() -> None:
    """The next question begins another."""
    aside = Aside()
    before = aside.call(where)
    with pytest.raises(Gone, match="its process is gone"):
        aside.call(ends)
    assert aside.call(where) != before
    aside.close()


def test_closing_ends_a_search_under_way() -> None:
    """Whoever waits for it is told; nothing is left behind."""
    aside, begun, failed = Aside(), list[int](), list[Exception]()
    ready = threading.Event()

    def asked() -> None:
        try:
            aside.call(until_stopped, on_begun=lambda me: (begun.append(me), ready.set()))
        except PlannerError as error:
            failed.append(error)

    waiting = threading.Thread(target=asked)
    waiting.start()
    assert ready.wait(SECONDS)
    aside.close()
    waiting.join(SECONDS)
    assert len(failed) == 1
    assert _gone(begun[0])


def test_what_fails_here_leaves_no_half_answer_for_the_next() -> None:
    """Where a listener fails the process is begun anew."""
    aside = Aside()

    def fails(_number: int) -> None:
        raise ValueError("not here")

    with pytest.raises(ValueError, match="not here"):
        aside.call(counting, 3, on_count=fails)
    assert aside.call(counting, 2, on_count=lambda _: None) == 2
    aside.close()


@pytest.mark.skipif(not hasattr(os, "SCHED_IDLE"), reason="this system has no idle processes")
def test_what_works_behind_gives_way_to_all_others(aside: Aside) -> None:
    """A plan that somebody waits for gives way to the page alone."""
    behind = Aside(behind=True)
    behind.begin()
    assert (behind.call(patience), aside.call(patience)) == ("everything", "the page")
    behind.close()


def test_it_never_outlives_who_began_it() -> None:
    """Not even where that one is killed in the middle of a search."""
    script = (
        "from tests.engine.test_aside import Aside, until_stopped\n"
        "Aside().call(until_stopped, on_begun=lambda me: print(me, flush=True))"
    )
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE) as asker:
        assert asker.stdout is not None
        process = int(asker.stdout.readline())
        asker.kill()
    assert _gone(process)


def test_another_process_begins_only_once_it_is_needed() -> None:
    """Questions one after the other go to one process; two at a time to two."""
    asides, begun, stop = Asides(2), list[int](), threading.Event()
    asides.begin()
    assert len({asides.call(where) for _ in range(3)}) == 1
    ready = threading.Event()

    def tells(me: int) -> None:
        begun.append(me)
        ready.set()

    named = {"on_begun": tells, "stop": stop}
    other = threading.Thread(target=asides.call, args=(until_stopped,), kwargs=named)
    other.start()
    assert ready.wait(SECONDS)
    assert asides.call(where) not in begun
    stop.set()
    other.join(SECONDS)
    asides.close()
    assert _gone(begun[0])


def remembers(where_to: list[int], stop: threading.Event) -> int:
    """Give what this process has been given once; the very same object each time."""
    where_to.append(len(where_to))
    return len(where_to)


def test_what_is_given_once_stays_in_the_process() -> None:
    """A list that grows there shows that it was not sent again; another process begins anew."""
    first, second = Aside(), Aside()
    try:
        once = Once("list", [])
        assert [first.call(remembers, once) for _ in range(3)] == [1, 2, 3]
        assert second.call(remembers, once) == 1
        first.close()
        assert first.call(remembers, once) == 1
    finally:
        first.close()
        second.close()


def test_those_that_have_begun_are_told_and_no_other_is_begun() -> None:
    """What is told is known where it was told, and whoever asks afterwards is answered."""
    several = Asides(2)
    try:
        once = Once("list", [])
        several.begin()
        several.tell(remembers, once)
        assert several.call(remembers, once) == 2
        assert [one.begun for one in several._all].count(True) == 1
    finally:
        several.close()


def test_telling_one_that_is_gone_harms_nobody() -> None:
    """It is begun again by the next question."""
    several = Asides(1)
    try:
        several.begin()
        several.tell(ends)
        assert several.call(counting, 3, on_count=lambda _number: None) == 3
    finally:
        several.close()
