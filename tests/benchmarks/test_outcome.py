"""When a plan was known to within a share: argued by hand from events."""

from benchmarks.outcome import Event, Outcome, reached
from planner.data.plan import StageValue


def stage(name: str, value: int, bound: int | None, *, policy: bool = True) -> StageValue:
    """Make a stage that costs 1,000 if everyone waits."""
    return StageValue(id=name, title=name, value=value, bound=bound, total=1000, policy=policy)


def test_each_share_has_its_own_moment() -> None:
    """Value 100: bound 85 is 1.5 % of 1,000 away, 95 half a per cent, 100 nothing."""
    events = (
        Event("2a", 1.0, 100, 85),
        Event("2a", 2.0, None, 95),
        Event("2a", 3.0, None, 100),
    )
    outcome = Outcome(ledger=(stage("2a", 100, 100),), events=events)
    assert reached(outcome, 0.02) == 1.0
    assert reached(outcome, 0.01) == 2.0
    assert reached(outcome, 0.0) == 3.0


def test_the_last_stage_to_come_so_far_counts() -> None:
    """The second stage is done two seconds after the first."""
    events = (Event("1", 1.0, 5, 5), Event("2a", 3.0, 7, 7))
    outcome = Outcome(ledger=(stage("1", 5, 5), stage("2a", 7, 7)), events=events)
    assert reached(outcome, 0.0) == 3.0


def test_a_stage_that_never_came_so_far_leaves_no_moment() -> None:
    """20 away is 2 %: within 5 %, not within 1 %; and without a bound nothing is known."""
    outcome = Outcome(ledger=(stage("1", 100, 80),), events=(Event("1", 1.0, 100, 80),))
    assert reached(outcome, 0.05) == 1.0
    assert reached(outcome, 0.01) is None
    assert reached(Outcome(ledger=(stage("1", 100, None),)), 0.05) is None
    assert reached(Outcome(), 1.0) is None


def test_a_stage_passed_at_once_counts_when_the_next_is_reported_on() -> None:
    """Nobody reports on a stage that costs nothing; the last one counts at the end."""
    ledger = (stage("1", 0, 0), stage("2a", 7, 7), stage("2b", 0, 0))
    outcome = Outcome(ledger=ledger, events=(Event("2a", 2.0, 7, 7),), seconds=2.5)
    assert reached(Outcome(ledger=ledger[:2], events=outcome.events), 0.0) == 2.0
    assert reached(outcome, 0.0) == 2.5


def test_a_value_that_gets_worse_again_counts_from_when_it_is_close_for_good() -> None:
    """A stage solved a second time, as with de-allocations, starts anew."""
    events = (Event("1", 1.0, 5, 5), Event("1", 2.0, 90, 5), Event("1", 3.0, 5, 5))
    assert reached(Outcome(ledger=(stage("1", 5, 5),), events=events), 0.01) == 3.0


def test_load_counts_only_where_all_stages_are_asked_for() -> None:
    """Load is no policy stage."""
    ledger = (stage("1", 5, 5), stage("4a", 9, 1, policy=False))
    outcome = Outcome(ledger=ledger, events=(Event("1", 1.0, 5, 5), Event("4a", 2.0, 9, 1)))
    assert reached(outcome, 0.0) == 1.0
    assert reached(outcome, 0.0, policy_only=False) is None
