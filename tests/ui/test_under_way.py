"""What is shown while a plan is searched for, and what stopping keeps."""

import threading

import pytest
from streamlit.testing.v1 import AppTest

from planner.data.plan import Choices, Plan, Status
from planner.data.progress import Progress
from planner.engine import allocate
from planner.ui import asking
from planner.ui.desk import Desk, Search
from planner.ui.teams import shipped_team
from planner.ui.under_way import STOP, poll_seconds, share, words
from tests.ui.made import plan, stage
from tests.ui.seen import button, figure, labels, settled, text


def known(**facts: object) -> Progress:
    """Make news of the second of four stages."""
    usual = {"stage": "2b", "title": "High [risk]", "value": 9, "bound": 7, "done": 1, "stages": 4}
    return Progress.model_validate({**usual, "choices": Choices(holders={}), **facts})


@pytest.mark.parametrize(
    ("facts", "said", "part"),
    [
        ({}, "High \\[risk\\]: 9 so far, at least 7", 0.25),
        ({"bound": None}, "High \\[risk\\]: 9 so far", 0.25),
        ({"bound": 9}, "High \\[risk\\]: 9, proven best", 0.25),
        ({"bound": 9, "done": 3}, "Searching for what would change this…", 1.0),
    ],
)
def test_the_bar_has_words_beside_it(facts: dict[str, object], said: str, part: float) -> None:
    """The stage, the best so far and the bound; escaped, as a policy may be anybody's."""
    assert (words(known(**facts)), share(known(**facts))) == (said, part)


def test_before_anything_is_known_the_bar_is_empty() -> None:
    """It claims nothing."""
    assert share(None) == 0
    assert words(None) == "Searching on…"


@pytest.mark.parametrize(
    ("short", "longer", "kept"),
    [((5, 1), (5, 2), "short"), ((5, 2), (5, 1), "longer"), ((5, 1), (5, 1), "longer")],
)
def test_the_better_of_two_plans_is_kept(
    short: tuple[int, int],
    longer: tuple[int, int],
    kept: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Stopped early, a longer search may have left a lower stage worse; ties go to the longer."""

    def made(name: str, values: tuple[int, int]) -> Plan:
        ledger = (stage("2a", values[0]), stage("2b", values[1]))
        return plan(scenario=name, status=Status.NOT_PROVEN, ledger=ledger)

    monkeypatch.setattr(asking, "_answered", lambda *_: made("short", short))
    monkeypatch.setattr(asking, "further", lambda _: None)
    halted = Search("further", answer=made("longer", longer))
    halted.done.set()
    asked = asking.Question("key", None, None)  # type: ignore[arg-type]
    assert asking.plan(asked, None, lambda _: None, halted).scenario == kept


def test_stopping_keeps_what_there_is_until_asked_to_search_on(
    page: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The longer search ends, its plan is labelled; nothing is searched for until asked again."""
    begun, asked = threading.Event(), list[str]()

    def slow(*given: object, stop: threading.Event, offers: bool = True, **named: object) -> Plan:
        found = allocate(*given, offers=False, **named)  # type: ignore[arg-type]
        if not offers:
            return found.model_copy(update={"status": Status.NOT_PROVEN})
        asked.append("further")
        begun.set()
        assert stop.wait(30)
        return found.model_copy(update={"status": Status.INTERRUPTED})

    monkeypatch.setattr(asking, "allocate", slow)
    page.slider[0].set_value(0).run()
    assert begun.wait(30)
    assert "Still improving: the best plan found so far" in text(page)
    button(page, STOP)
    settled(page, lambda p: "You stopped the search" in text(p))
    assert "Stopped early, best found so far" in text(page)
    assert figure(page, "Awaiting: high risk")[0]
    assert STOP not in labels(page)
    assert asked == ["further"]
    begun.clear()
    button(page, "Search on")
    assert begun.wait(30)
    assert STOP in labels(page)


def test_a_change_starts_from_the_plan_in_hand(
    page: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The plan that was on screen is where the next search begins."""
    begun: list[Choices | None] = []
    found: list[Choices] = []

    def noted(*given: object, warm: Choices | None, **named: object) -> Plan:
        answer = allocate(*given, warm=warm, **named)  # type: ignore[arg-type]
        if not named.get("offers", True):
            begun.append(warm)
            found.append(answer.choices)
        return answer

    monkeypatch.setattr(asking, "allocate", noted)
    page.slider[0].set_value(20).run()
    page.slider[0].set_value(0).run()
    assert len(begun) == 2
    assert begun[1] == found[0]


def test_a_proof_is_shown_before_the_offers_are_found(
    page: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page names the plan best possible while it still looks for what would change it."""
    settled(page, lambda p: "Looking further" not in text(p))
    told, go_on = threading.Event(), threading.Event()

    def slow(*given: object, offers: bool = True, on_plan: object = None, **named: object) -> Plan:
        found = allocate(*given, offers=False, **named)  # type: ignore[arg-type]
        if not offers:
            return found.model_copy(update={"status": Status.NOT_PROVEN})
        assert callable(on_plan)
        on_plan(found)
        said_of_it = named["on_progress"]
        assert callable(said_of_it)
        said_of_it(known())
        told.set()
        assert go_on.wait(30)
        return found

    monkeypatch.setattr(asking, "allocate", slow)
    page.slider[0].set_value(20).run()
    assert "Still improving" in text(page)
    assert told.wait(30)
    page.run()
    assert "What-if: **Best possible plan.**" in text(page)
    assert "Looking further" in text(page)
    # How far a search has come would read as if the plan itself could still be better.
    said = [bar.proto.text for bar in page.get("progress")]
    go_on.set()
    assert said == ["Searching for what would change this\N{HORIZONTAL ELLIPSIS}"]


def offers_of_a_plan_read_before() -> None:
    """Draw offers where the longer search ended after the plan was read; runs in the harness."""
    from planner.data.vocabulary import Tier
    from planner.ui import chips
    from planner.ui.asking import further_key
    from planner.ui.desk import back_room
    from tests.ui.adopt_made import found, the_plan

    plan = the_plan()
    waiting = plan.counts.model_copy(update={"awaiting_by_tier": {Tier.HIGH: 1}})
    sides, _ = found(plan.model_copy(update={"counts": waiting}))
    back_room().keep(further_key(sides.asked), plan)
    chips.draw_offers(sides)


def test_what_ended_after_the_plan_was_read_is_not_said_of_it(only_tiny: object) -> None:
    """That nothing would admit another child is said only where the plan has what was found."""
    page = AppTest.from_function(offers_of_a_plan_read_before, default_timeout=60).run()
    assert not page.exception
    assert "Looking further" in text(page)
    assert "Nothing that was tried" not in text(page)


def test_a_long_queue_is_looked_after_less_often() -> None:
    """Each look costs all visitors, and a search far back in the queue has nothing to show."""
    room, go_on = Desk(at_once=1), threading.Event()
    assert poll_seconds(room, 0.5) == 0.5
    searches = [room.ask(str(n), lambda _search: go_on.wait(30)) for n in range(4)]
    assert poll_seconds(room, 0.5) == 2.0
    searches += [room.ask(str(n), lambda _search: go_on.wait(30)) for n in range(4, 20)]
    assert poll_seconds(room, 0.5) == 5.0
    go_on.set()
    assert all(search.done.wait(30) for search in searches)
    assert poll_seconds(room, 0.5) == 0.5


@pytest.mark.usefixtures("only_tiny")
def test_a_plan_that_was_cut_short_settles_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever asks again, or searches on, is not shown what one visitor stopped."""
    asked = asking.question(shipped_team("tiny"))

    def stopped(*given: object, stop: threading.Event, on_plan: object, **named: object) -> Plan:
        found = allocate(*given, offers=False)  # type: ignore[arg-type]
        stop.set()
        assert callable(on_plan)
        on_plan(found)
        return found

    monkeypatch.setattr(asking, "allocate", stopped)
    search = asking.look_further(asked, plan())
    assert search.done.wait(30)
    assert asking.settled(asked) is None
