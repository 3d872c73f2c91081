"""Only what is known of verified plans is told of while a search is under way."""

from importlib import import_module

import pytest

from planner.data.plan import Choices
from planner.data.progress import Progress
from planner.engine import allocate
from planner.engine.watching import say, settled, verified
from planner.report import prepare
from planner.synthetic import generate
from planner.verify import verify_choices
from tests.engine.solving import POLICY
from tests.make import child, infant, practitioner, scenario

TEAM = scenario([infant("A"), child("B")], [practitioner("P")])
PROBLEM = prepare(TEAM, POLICY).problem


def news(value: int = 9, bound: int | None = None, **holders: str) -> Progress:
    """Make news of a plan."""
    choices = Choices(holders={"A": "P", "B": "", **holders})
    return Progress(stage="2a", title="Children", value=value, bound=bound, choices=choices)


def test_a_plan_that_the_verifier_does_not_confirm_is_passed_over() -> None:
    """The infant has nobody in the second; the first and the third are told of."""
    seen: list[Progress] = []
    tell = verified(PROBLEM, seen.append)
    assert tell is not None
    told = [news(), news(A=""), news(B="P")]
    for one in told:
        tell(one)
    assert seen == [told[0], told[2]]


def test_a_better_bound_of_the_same_plan_is_told_without_verifying_it_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Verifying takes time from the search."""
    asked: list[Choices] = []

    def counted(_problem: object, choices: Choices, _ledger: object) -> tuple[str, ...]:
        asked.append(choices)
        return ()

    monkeypatch.setattr("planner.engine.watching.verify_choices", counted)
    seen: list[Progress] = []
    tell = verified(PROBLEM, seen.append)
    assert tell is not None
    for bound in (None, 3, 9):
        tell(news(bound=bound))
    assert (len(seen), len(asked)) == (3, 1)


def test_verifying_never_takes_more_than_a_share_of_the_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Of a hundred plans in ten seconds, half a second each to verify, only a few are."""
    clock = [0.0]

    def slow(*_: object) -> tuple[str, ...]:
        clock[0] += 0.5
        return ()

    monkeypatch.setattr("planner.engine.watching.verify_choices", slow)
    monkeypatch.setattr("planner.engine.watching.time.monotonic", lambda: clock[0])
    seen: list[Progress] = []
    tell = verified(PROBLEM, seen.append)
    assert tell is not None
    for number in range(100):
        tell(news(B=str(number)))
        clock[0] += 0.1
    assert 2 <= len(seen) <= 5
    assert seen[0].choices.holders["B"] == "0"


def test_nobody_listens_nothing_is_verified() -> None:
    """Without a listener there is nothing to call."""
    assert verified(PROBLEM, None) is None


def test_every_plan_told_of_is_verified() -> None:
    """Of a whole search; the last is the plan's own."""
    team = generate(24, 4, 4)
    seen: list[Progress] = []
    plan = allocate(team, POLICY, on_progress=seen.append, offers=False)
    problem = prepare(team, POLICY).problem
    assert len({p.stage for p in seen}) > 3
    assert not any(verify_choices(problem, p.choices, ()) for p in seen)
    assert seen[-1].choices == plan.choices
    assert settled(seen[-1])


def test_a_plan_of_another_team_is_no_start(monkeypatch: pytest.MonkeyPatch) -> None:
    """Units split, somebody gone: what was known then is not asked of this team's rules."""
    given: list[object] = []
    engine = import_module("planner.engine.allocate")
    real = engine.solve_prepared

    def noted(*args: object, warm: object, **named: object) -> object:
        given.append(warm)
        return real(*args, warm=warm, **named)

    monkeypatch.setattr(engine, "solve_prepared", noted)
    own = Choices(holders={"A": "P", "B": ""})
    others = [
        Choices(holders={"A": "P"}),
        Choices(holders={"A": "P", "B": "Q"}),
        Choices(holders={"A": "P", "B": ""}, missed={"C|wait": 1}),
        Choices(holders={"A": "P", "B": ""}, oversight_missed={"east": 1}),
    ]
    plans = [allocate(TEAM, POLICY, warm=warm, offers=False) for warm in (own, *others)]
    assert given == [own, None, None, None, None]
    assert len({plan.choices.model_dump_json() for plan in plans}) == 1


def test_the_sentence_names_the_stage_and_its_figures() -> None:
    """So far, at least, and proven; the last stages have no figures worth reading."""
    assert say(news(1200)) == "Children: 1,200 so far"
    assert say(news(1200, 1100)) == "Children: 1,200 so far, at least 1,100"
    assert say(news(1200, 1200)) == "Children: 1,200, proven best"
    last = news().model_copy(update={"stage": "5c", "title": "A draw"})
    assert say(last) == "Choosing among equal plans. A draw"
