"""A search that remembers what it has proven in this process."""

import threading
from collections import deque
from collections.abc import Sequence

import pytest

from planner.data.adjust import adjust
from planner.data.adjustment import Adjustment
from planner.data.plan import StageValue, Status
from planner.engine import allocate, allocate_remembering, remember, remembering
from planner.engine.earlier import Earlier
from tests.engine.solving import POLICY
from tests.engine.test_earlier import TEAM


@pytest.fixture(autouse=True)
def memory(monkeypatch: pytest.MonkeyPatch) -> deque[Earlier]:
    """Begin with nothing remembered."""
    empty: deque[Earlier] = deque(maxlen=3)
    monkeypatch.setattr(remembering, "_remembered", empty)
    return empty


@pytest.fixture
def searches(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Count the searches that are begun."""
    begun: list[object] = []
    monkeypatch.setattr("planner.model.ladder.search", _counted(begun))
    monkeypatch.setattr("planner.model.beyond.search", _counted(begun))
    return begun


def _counted(begun: list[object]) -> object:
    from planner.model.search import search

    def counting(*given: object, **named: object) -> object:
        begun.append(given)
        return search(*given, **named)  # type: ignore[arg-type]

    return counting


def hours(amount: str) -> Adjustment:
    """Give P1 another limit."""
    return Adjustment.model_validate({"kind": "hours", "practitioner": "P1", "amount": amount})


def ledger(lines: Sequence[StageValue]) -> list[tuple[str, int, bool]]:
    """Give what each stage costs and whether that is proven."""
    return [(line.id, line.value, line.proven) for line in lines]


def test_a_tighter_limit_after_a_looser_one_takes_no_search(searches: list[object]) -> None:
    """What was proven of forty hours speaks of thirty, and of the team as another object, too."""
    first = allocate_remembering(TEAM, POLICY, [hours("40")], offers=False)
    begun = len(searches)
    found = allocate_remembering(TEAM.model_copy(), POLICY, [hours("30")], offers=False)
    assert len(searches) == begun
    assert ledger(found.ledger) == ledger(first.ledger)
    assert found.status is Status.BEST_POSSIBLE


def test_the_changes_are_made_as_always() -> None:
    """The plan is the one of the changed scenario."""
    found = allocate_remembering(TEAM, POLICY, [hours("12")], offers=False)
    expected = allocate(adjust(TEAM, [hours("12")]), POLICY, offers=False)
    assert found.scenario_digest == expected.scenario_digest
    assert ledger(found.ledger) == ledger(expected.ledger)


def test_what_was_proven_elsewhere_is_remembered(searches: list[object]) -> None:
    """So a plan that was proven behind the page helps where a visitor waits."""
    changes = [hours("40")]
    plan = allocate(adjust(TEAM, changes), POLICY, offers=False)
    remember(TEAM, POLICY, changes, plan)
    begun = len(searches)
    allocate_remembering(TEAM, POLICY, [hours("35")], offers=False)
    assert len(searches) == begun


def test_only_what_is_proven_is_remembered(memory: deque[Earlier]) -> None:
    """Neither a plan that may not be the best, nor one that nobody waits for any more."""
    plan = allocate(TEAM, POLICY, offers=False)
    remember(TEAM, POLICY, [], plan.model_copy(update={"status": Status.NOT_PROVEN}))
    stopped = threading.Event()
    stopped.set()
    remember(TEAM, POLICY, [], plan, stop=stopped)
    remember(TEAM, POLICY, [hours("12")], plan)
    assert not memory
    remember(TEAM, POLICY, [], plan)
    assert len(memory) == 1


def test_the_last_few_are_remembered(memory: deque[Earlier]) -> None:
    """The last one first, and no more than there is room for."""
    for amount in ("10", "20", "30", "40"):
        allocate_remembering(TEAM, POLICY, [hours(amount)], offers=False)
    made = [hours(amount) for amount in ("40", "30", "20")]
    assert [one.scenario for one in memory] == [adjust(TEAM, [change]) for change in made]
