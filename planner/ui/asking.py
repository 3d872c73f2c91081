"""The questions a page asks of the engine, and the name of each answer."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from planner.data.adjust import adjust
from planner.data.adjustment import Adjustment
from planner.data.plan import Plan, Status
from planner.data.policy import Policy
from planner.data.scenario import Scenario
from planner.engine import allocate, evaluate
from planner.ui.desk import Search, Work, back_room, desk
from planner.ui.teams import Picked

LIVE_SECONDS = 2.0
FURTHER_SECONDS = 10.0


@dataclass(frozen=True)
class Question:
    """A team with some what-if changes; ``key`` names it by its data, never by a person."""

    key: str
    scenario: Scenario
    policy: Policy


def question(team: Picked, changes: Sequence[Adjustment] = ()) -> Question:
    """Make the question of a team and some what-if changes.

    Raises
    ------
    DataFaults
        Where a change names somebody or something that is not there.
    """
    texts = (change.model_dump_json(exclude_defaults=True) for change in changes)
    return Question(
        key="|".join((team.token, team.scenario.name, *texts)),
        scenario=adjust(team.scenario, changes),
        policy=team.policy,
    )


def now(asked: Question, tick: Callable[[], None]) -> Plan:
    """Score the team as it stands."""

    def work(_stop: threading.Event) -> Plan:
        return evaluate(asked.scenario, asked.policy)

    return _answered(f"now|{asked.key}", work, tick)


def plan(asked: Question, warm: Plan | None, tick: Callable[[], None]) -> Plan:
    """Give the best plan known: searched for shortly, then further once that has ended.

    A plan that is proven best stays on screen; only its offers are added then.
    """

    def work(stop: threading.Event) -> Plan:
        choices = warm.choices if warm else None
        return allocate(
            asked.scenario,
            asked.policy,
            time_limit=LIVE_SECONDS,
            warm=choices,
            offers=False,
            stop=stop,
        )

    short = _answered(f"plan|{asked.key}", work, tick)
    longer = further(asked)
    if longer is None or longer.answer is None:
        return short
    if short.status is Status.BEST_POSSIBLE:
        return short.model_copy(update={"offers": longer.answer.offers})
    return longer.answer


def _answered(key: str, work: Work, tick: Callable[[], None]) -> Plan:
    return desk().wait(desk().ask(key, work), tick)


def look_further(asked: Question, found: Plan) -> Search:
    """Search on from a plan, and for what else the manager might choose."""

    def work(stop: threading.Event) -> Plan:
        return allocate(
            asked.scenario,
            asked.policy,
            time_limit=FURTHER_SECONDS,
            warm=found.choices,
            stop=stop,
        )

    return back_room().ask(further_key(asked), work)


def further(asked: Question) -> Search | None:
    """Give the longer search of a question once it has ended."""
    return back_room().known(further_key(asked))


def further_key(asked: Question) -> str:
    """Name the longer search of a question."""
    return f"further|{asked.key}"
