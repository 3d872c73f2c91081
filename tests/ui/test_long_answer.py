"""A long answer is asked for, followed, stopped, kept on screen, and never lands late."""

import threading
from collections.abc import Callable, Iterator

import pytest
from streamlit.testing.v1 import AppTest

from planner.errors import UsageFault
from planner.policy import default_policy
from planner.ui import desk as desks
from planner.ui.asking import Question
from planner.ui.desk import Search
from tests.make import child, practitioner, scenario
from tests.ui.seen import button, labels, settled, text

Work = Callable[[Search[str]], str]
SECONDS = 10


def question(key: str) -> Question:
    """Make a question of this name about a team of one."""
    made = scenario([child("C1")], [practitioner("P1")])
    return Question(key=key, scenario=made, policy=default_policy())


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    """Let nobody have an answer from before."""
    desks.study().close()
    desks.study.cache_clear()
    yield
    desks.study().close()
    desks.study.cache_clear()


def _script(box: dict[str, object]) -> None:
    """Draw one long answer; runs inside the test harness."""
    import streamlit as st

    from planner.ui.long_answer import long_answer

    given = long_answer(
        "front",
        box["asked"],  # type: ignore[arg-type]
        box["work"],  # type: ignore[arg-type]
        label="Work it out",
        takes="About a second.",
        auto=bool(box.get("auto")),
    )
    if given is not None:
        st.markdown(f"answer {given.answer} stale {given.stale} early {given.early}")


def drawn(work: Work, *, auto: bool = False) -> tuple[AppTest, dict[str, object]]:
    """Draw the page on a first question."""
    box: dict[str, object] = {"asked": question("one"), "work": work, "auto": auto}
    return AppTest.from_function(_script, args=(box,), default_timeout=30).run(), box


def has_answer(page: AppTest) -> bool:
    """Whether an answer is on the page."""
    return "answer" in text(page)


def test_nothing_is_worked_out_unasked() -> None:
    """The button says what, the words beside it how long."""
    ran: list[str] = []
    page, _ = drawn(lambda _: ran.append("x") or "yes")  # type: ignore[func-returns-value]
    assert labels(page) == ["Work it out"]
    assert "About a second." in text(page)
    assert ran == []
    button(page, "Work it out")
    settled(page, has_answer)
    assert "answer yes stale False early False" in text(page)
    assert labels(page) == []


def test_an_answer_may_begin_by_itself() -> None:
    """And is found once for everybody."""
    ran: list[str] = []
    page, box = drawn(lambda _: ran.append("x") or "yes", auto=True)  # type: ignore[func-returns-value]
    settled(page, has_answer)
    again = AppTest.from_function(_script, args=(box,), default_timeout=30).run()
    assert "answer yes" in text(again)
    assert ran == ["x"]


def test_stopped_it_gives_what_is_known_and_can_be_searched_on() -> None:
    """What was known by then is marked as early."""

    def until_stopped(search: Search[str]) -> str:
        assert search.stop.wait(SECONDS)
        return "half"

    page, _ = drawn(until_stopped)
    button(page, "Work it out")
    button(page, "Stop")
    assert "answer half stale False early True" in text(page)
    assert labels(page) == ["Search on"]


def test_the_answer_before_stays_until_the_new_one_lands() -> None:
    """Marked as stale; the new one is asked for anew."""
    going = threading.Event()
    page, box = drawn(lambda _: "old")
    button(page, "Work it out")
    settled(page, has_answer)

    def slow(_search: Search[str]) -> str:
        assert going.wait(SECONDS)
        return "new"

    box["asked"], box["work"] = question("two"), slow
    page.run()
    assert "answer old stale True" in text(page)
    button(page, "Work it out")
    assert "answer old stale True" in text(page)
    going.set()
    settled(page, lambda p: "answer new stale False" in text(p))


def test_a_search_for_what_is_not_wanted_any_more_ends() -> None:
    """Its answer never lands under the newer question."""
    ended = threading.Event()

    def until_stopped(search: Search[str]) -> str:
        assert search.stop.wait(SECONDS)
        ended.set()
        return "of before"

    page, box = drawn(until_stopped)
    button(page, "Work it out")
    box["asked"], box["work"] = question("two"), lambda _: "of now"
    page.run()
    assert ended.wait(SECONDS)
    button(page, "Work it out")
    settled(page, has_answer)
    assert "of before" not in text(page)


def test_what_the_engine_refuses_is_said() -> None:
    """In its own words, and nothing breaks."""

    def refuse(_search: Search[str]) -> str:
        raise UsageFault("There is no plan to ask about.")

    page, _ = drawn(refuse)
    button(page, "Work it out")
    settled(page, lambda p: bool(p.warning))
    assert page.warning[0].value == "There is no plan to ask about."
