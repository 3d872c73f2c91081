"""The questions a page asks of the engine, and the name of each answer."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from planner.data.adjust import adjust
from planner.data.adjustment import Adjustment
from planner.data.plan import Choices, Plan, Status
from planner.data.policy import Policy
from planner.data.scenario import Scenario
from planner.engine import allocate, evaluate
from planner.ui.desk import Search, Work, back_room, desk
from planner.ui.teams import Picked

LIVE_SECONDS = 2.0
FURTHER_SECONDS = 10.0
# A search that was ended early hands over what it has well within this.
HALTING_SECONDS = 3.0

Tick = Callable[[Search], None]


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


def now(asked: Question, tick: Tick) -> Plan:
    """Score the team as it stands."""

    def work(_search: Search) -> Plan:
        return evaluate(asked.scenario, asked.policy)

    return _answered(f"now|{asked.key}", work, tick)


def plan(asked: Question, warm: Choices | None, tick: Tick, halted: Search | None = None) -> Plan:
    """Give the best plan known: searched for shortly, then further once that has ended.

    A plan that is proven best stays on screen; only its offers are added then.
    ``halted`` is the longer search where a visitor ended it early: what it had
    by then is the answer.
    """

    def work(search: Search) -> Plan:
        return allocate(
            asked.scenario,
            asked.policy,
            time_limit=LIVE_SECONDS,
            warm=warm,
            offers=False,
            on_progress=search.tell,
            stop=search.stop,
        )

    short = _answered(f"plan|{asked.key}", work, tick)
    longer = further(asked) or halted
    if longer is None or not longer.done.wait(HALTING_SECONDS) or longer.answer is None:
        return short
    best = short if _before(short, longer.answer) else longer.answer
    return best.model_copy(update={"offers": longer.answer.offers})


def _before(short: Plan, longer: Plan) -> bool:
    """Whether the plan that was found first is still to be preferred, stage by stage.

    A longer search that was cut short may have left a lower stage worse than before.
    """
    if short.status is Status.BEST_POSSIBLE:
        return True
    first, second = ([(line.id, line.value) for line in p.ledger] for p in (short, longer))
    return [name for name, _ in first] == [name for name, _ in second] and first < second


def _answered(key: str, work: Work, tick: Tick) -> Plan:
    return desk().wait(desk().ask(key, work), tick)


def look_further(asked: Question, found: Plan) -> Search:
    """Search on from a plan, and for what else the manager might choose."""

    def work(search: Search) -> Plan:
        return allocate(
            asked.scenario,
            asked.policy,
            time_limit=FURTHER_SECONDS,
            warm=found.choices,
            on_progress=search.tell,
            stop=search.stop,
        )

    return back_room().ask(further_key(asked), work)


def further(asked: Question) -> Search | None:
    """Give the longer search of a question once it has ended."""
    return back_room().known(further_key(asked))


def further_key(asked: Question) -> str:
    """Name the longer search of a question."""
    return f"further|{asked.key}"
