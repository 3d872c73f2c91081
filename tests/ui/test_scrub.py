"""The slider for everyone says what its plan says, and its plan is the one that is shown."""

import threading
import time
from dataclasses import replace
from decimal import Decimal

import pytest
from streamlit.testing.v1 import AppTest

from planner.data.adjustment import Adjustment, AdjustmentKind
from planner.data.plan import Status
from planner.data.vocabulary import Tier
from planner.ui import asking, scrub, state
from planner.ui.desk import Search, desk, side_room
from planner.ui.moves import moved_everyone
from planner.ui.sandbox import Sandbox
from planner.ui.sides import Sides
from planner.ui.teams import Picked, shipped_team
from planner.ui.widgets import AWAY, key, limit_key, prepare_controls
from tests.ui.made import counts, plan
from tests.ui.seen import figure, labels, settled, text


@pytest.mark.parametrize(
    ("awaiting", "missed", "words"),
    [
        ({}, 0, "no child awaits; 0 contacts missed."),
        ({Tier.HIGH: 1}, 1, "1 child awaits: 1 high risk; 1 contact missed."),
        (
            {Tier.HIGH: 2, Tier.NEXT: 1, Tier.REMAINING: 4},
            3,
            "7 children await: 2 high risk, 1 next priority, 4 remaining children; "
            "3 contacts missed.",
        ),
    ],
)
def test_each_figure_has_its_kind(awaiting: dict[Tier, int], missed: int, words: str) -> None:
    """Nobody waiting, one, several; a plan that is not proven says so."""
    found = counts(awaiting=awaiting, contacts_missed=missed)
    assert scrub.step_words(plan(counts=found)) == words
    early = plan(counts=found, status=Status.NOT_PROVEN)
    assert scrub.step_words(early) == f"{words} Best found so far."


@pytest.mark.usefixtures("only_tiny")
def test_letting_go_asks_for_the_plan_that_was_worked_out() -> None:
    """The key of the step is the key of the plan that the page then asks for."""
    team = replace(shipped_team("tiny"), box=Sandbox())
    keys = {percent: named(team, percent) for percent in (50, 100)}
    moved_everyone(team, 50)
    assert asking.plan_key(asking.key_of(team, state.changes(team))) == keys[50]
    assert dict(scrub.known_steps(keys)) == {}
    asking.work_ahead(asking.question(team, scrub._changes(team, 50)), Search("ahead"))
    assert list(dict(scrub.known_steps(keys))) == [50]


@pytest.mark.usefixtures("only_tiny")
def test_only_the_limits_are_other_controls_once_everyones_is_moved() -> None:
    """Each is made anew, with the value it has now; the hand is on none of them."""
    team = replace(shipped_team("tiny"), box=Sandbox())
    prepare_controls(team, drawn=True)

    def keys() -> tuple[list[str], str]:
        return [limit_key(team, name) for name in team.carriers], key(team, AWAY)

    limits, away = keys()
    moved_everyone(team, 50)
    prepare_controls(team, drawn=True)
    anew, still = keys()
    assert still == away
    assert not set(anew) & set(limits)
    state.undo(team)
    prepare_controls(team, drawn=True)
    assert keys()[1] != away


@pytest.mark.usefixtures("only_tiny")
def test_what_was_ended_is_not_kept() -> None:
    """A plan cut short would be shown as if it were the best that was found."""
    team = shipped_team("tiny")
    ended: Search[int] = Search("ahead")
    ended.stop.set()
    asking.work_ahead(asking.question(team, scrub._changes(team, 50)), ended)
    assert desk().known(named(team, 50)) is None


@pytest.mark.usefixtures("only_tiny")
@pytest.mark.parametrize(("later", "stopped", "done"), [(0, False, 2), (60, True, 0)])
def test_nothing_is_worked_out_while_the_hand_moves_on(
    monkeypatch: pytest.MonkeyPatch, later: float, stopped: bool, done: int
) -> None:
    """The next step ends it before it has begun, and then it has used no processor."""
    begun: list[object] = []
    monkeypatch.setattr(asking, "work_ahead", lambda asked, _: begun.append(asked))
    ahead: Search[int] = Search("ahead")
    if stopped:
        threading.Timer(0.1, ahead.stop.set).start()
    two = [asking.question(shipped_team("tiny"))] * 2
    assert scrub._work(two, time.monotonic() + later, ahead) == len(begun) == done


def named(team: Picked, percent: int) -> str:
    """Give the name of the plan of one step."""
    return asking.plan_key(asking.key_of(team, scrub._changes(team, percent)))


def test_every_step_is_worked_out_behind_the_page(page: AppTest) -> None:
    """Once the plan on screen is settled; C4 and C5 await where nobody may take on anything."""
    settled(page, lambda p: "Looking further" not in text(p))
    team = shipped_team("tiny")
    keys = {p: named(team, p) for p in scrub._steps()}
    settled(page, lambda _: len(dict(scrub.known_steps(keys))) == len(keys))
    assert all(
        words.startswith("no child awaits") for words in dict(scrub.known_steps(keys)).values()
    )


def test_steps_of_another_what_if_end_before_the_new_plan_is_proven(
    page: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both are worked out in one process behind the page: the proof would wait for them."""
    before = side_room().ask("steps of before", lambda search: search.stop.wait(20))
    page.session_state["warm"] = before
    monkeypatch.setattr(asking, "further", lambda _: None)
    page.run()
    assert before.stop.is_set()
    assert page.session_state["warm"] is None


def test_steps_give_way_to_the_proof_of_the_plan_on_screen(
    page: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are begun once it is there, and ended where another plan is to be proven first."""
    monkeypatch.setattr(asking, "work_ahead", lambda _asked, search: search.stop.wait(20))
    monkeypatch.setattr(scrub, "known_steps", lambda _keys: ())
    monkeypatch.setattr(desk(), "known", lambda _key: None)
    monkeypatch.setattr(asking, "further", lambda _: Search("proof"))
    monkeypatch.setattr(asking, "plan", lambda *_: plan())
    page.run()
    begun = page.session_state["warm"]
    assert not begun.stop.is_set()
    monkeypatch.setattr(asking, "further", lambda _: None)
    page.run()
    assert begun.stop.is_set()


def test_the_headline_limit_moves_all_of_them(page: AppTest) -> None:
    """One chip for everyone; each slider one by one follows."""
    team = replace(shipped_team("tiny"), box=page.session_state["sandbox"])
    state.apply(team, [Adjustment(kind=AdjustmentKind.LIMIT, amount=Decimal(50))])
    page.run()
    assert "Limit of everyone: 50 %" in labels(page)
    assert [slider.value for slider in page.slider[:2]] == [50, 50]
    assert figure(page, "Awaiting: high risk")[0] == "0"


@pytest.mark.usefixtures("only_tiny")
def test_where_everybody_has_the_same_limit_the_plan_on_screen_speaks() -> None:
    """At 100 per cent for all three; with one of them at 80 no single step is on screen."""
    team = replace(shipped_team("tiny"), box=Sandbox())
    asked, shown = asking.question(team), plan()
    found = Sides(team, (), asked, asked, shown, shown, shown)
    assert scrub._here(found) == {100: scrub.step_words(shown)}
    one = Adjustment(kind=AdjustmentKind.LIMIT, practitioner="P1", amount=Decimal(80))
    state.apply(team, [one])
    assert scrub._here(found) == {}


def test_a_search_beside_the_slider_moves_nothing_below_it(
    page: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is unfolded in the panel stays so when steps begin, or end, to be worked out."""

    def places() -> list[str]:
        return [type(part).__name__ for part in page.sidebar.children.values()]

    monkeypatch.setattr(scrub, "_warming", lambda: None)
    page.run()
    before = places()
    monkeypatch.setattr(scrub, "_warming", lambda: Search("warm"))
    page.run()
    assert places() == before


def test_the_first_change_moves_nothing_on_the_page(page: AppTest) -> None:
    """Chips, a headline of more lines and offers all have their place from the start."""

    def places() -> list[str]:
        return [type(part).__name__ for part in page.main.children.values()]

    before = places()
    page.slider[0].set_value(0).run()
    assert "Limit of P1: 0 %" in labels(page)
    assert places() == before
