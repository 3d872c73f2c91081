"""The questions a page asks of the engine, and the name of each answer."""

import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from planner.data.adjust import adjust
from planner.data.adjustment import Adjustment
from planner.data.plan import Choices, Plan, Status
from planner.data.policy import Policy
from planner.data.scenario import Scenario
from planner.engine import Asides, Gone, Once, evaluate, remember
from planner.engine import allocate_remembering as allocate
from planner.ui.desk import PLANS_AT_ONCE, Desk, Search, Work, back_room, desk, side_room
from planner.ui.teams import Picked

# So long a visitor waits for a plan; better plans and the proof follow behind the page.
LIVE_SECONDS, LEAST_SECONDS = 0.15, 0.05
PATIENT_SECONDS = 3.0
DRAWING_SECONDS = 0.3
AHEAD_SECONDS = 2.0
FURTHER_SECONDS = 10.0
# A search that was ended early hands over what it has well within this.
HALTING_SECONDS = 3.0

Tick = Callable[[Search[Any]], None]


@dataclass(frozen=True)
class Question:
    """A team with some what-if changes; ``key`` is a digest of both, and names nobody.

    ``team`` is the team before the ``changes``, named ``team_key``; blank where the scenario
    was not made of one.
    """

    key: str
    scenario: Scenario
    policy: Policy
    team_key: str = ""
    team: Scenario | None = None
    changes: tuple[Adjustment, ...] = ()

    @property
    def given(self) -> tuple[Once, Once, tuple[Adjustment, ...]]:
        """What another process is given of it: the team and the policy only once."""
        team = self.scenario if self.team is None else self.team
        key = self.team_key or self.key
        return Once(f"team|{key}", team), Once(f"policy|{key}", self.policy), self.changes


def question(team: Picked, changes: Sequence[Adjustment] = ()) -> Question:
    """Make the question of a team and some what-if changes.

    Raises
    ------
    DataFaults
        Where a change names somebody or something that is not there.
    """
    return Question(
        key=key_of(team, changes),
        scenario=adjust(team.scenario, changes),
        policy=team.policy,
        team_key=key_of(team, ()),
        team=team.scenario,
        changes=tuple(changes),
    )


def key_of(team: Picked, changes: Sequence[Adjustment]) -> str:
    """Name the question of a team and some what-if changes without making it."""
    texts = (change.model_dump_json(exclude_defaults=True) for change in changes)
    return digest_of(team.token, team.scenario.name, *texts)


def digest_of(*texts: str) -> str:
    """Name something by a digest of its parts, so that a key never holds them."""
    return sha256("\x1f".join(texts).encode()).hexdigest()[:32]


def now(asked: Question, tick: Tick) -> Plan:
    """Score the team as it stands."""

    def work(_search: Search[Plan]) -> Plan:
        return evaluate(asked.scenario, asked.policy)

    return _answered(f"now|{asked.key}", work, tick)


def plan(
    asked: Question, warm: Choices | None, tick: Tick, halted: Search[Plan] | None = None
) -> Plan:
    """Give the best plan known: searched for shortly, then further once that has ended.

    A plan that is proven best stays on screen; only its offers are added then.
    ``halted`` is the longer search where a visitor ended it early: what it had
    by then is the answer.
    """

    def work(search: Search[Plan]) -> Plan:
        found = _searched(asked, warm, search, _live_seconds())
        # A large team, or a busy machine: rather wait than show no plan at all.
        again = not found.found and not search.stop.is_set()
        return _searched(asked, warm, search, PATIENT_SECONDS) if again else found

    short = _answered(plan_key(asked.key), work, tick)
    longer = further(asked) or halted
    if longer is None or not longer.done.wait(HALTING_SECONDS) or longer.answer is None:
        return _better(short, settled(asked))
    return _better(short, longer.answer).model_copy(update={"offers": longer.answer.offers})


def _live_seconds() -> float:
    """Give how long to search: the least where others wait, for whom the proof follows too."""
    return LIVE_SECONDS if desk().queue <= PLANS_AT_ONCE else LEAST_SECONDS


def _better(short: Plan, longer: Plan | None) -> Plan:
    return short if longer is None or _before(short, longer) else longer


def _searched(asked: Question, warm: Choices | None, search: Search[Plan], seconds: float) -> Plan:
    return _allocate(
        desk(),
        asked,
        time_limit=seconds,
        warm=warm,
        offers=False,
        on_progress=search.tell,
        stop=search.stop,
    )


def plan_key(key: str) -> str:
    """Name the plan that is shown first of a question."""
    return f"plan|{key}"


def work_ahead(asked: Question, search: Search[Any]) -> None:
    """Work out a plan before it is wanted, and keep it where plans are asked for."""
    found = _allocate(side_room(), asked, time_limit=AHEAD_SECONDS, offers=False, stop=search.stop)
    if not search.stop.is_set():
        desk().keep(plan_key(asked.key), found)


def _allocate(room: Desk, asked: Question, **named: Any) -> Plan:
    """Search for a plan: in the processes of a room, where it has any."""
    if room.aside is not None:
        # It may have been ended from outside; nobody should wait for nothing, nor read of it.
        with suppress(Gone):
            return room.aside.call(allocate, *asked.given, **named)
    return allocate(asked.scenario, asked.policy, **named)


def _before(short: Plan, longer: Plan) -> bool:
    """Whether the plan that was found first is still to be preferred, stage by stage.

    A longer search that was cut short may have left a lower stage worse than before.
    """
    if short.status is Status.BEST_POSSIBLE:
        return True
    first, second = ([(line.id, line.value) for line in p.ledger] for p in (short, longer))
    return [name for name, _ in first] == [name for name, _ in second] and first < second


def _answered(key: str, work: Work[Plan], tick: Tick) -> Plan:
    return desk().wait(desk().ask(key, work), tick)


def look_further(asked: Question, found: Plan) -> Search[Plan]:
    """Search on from a plan, and then for what else the manager might choose."""

    def work(search: Search[Plan]) -> Plan:
        # The page is drawn first; whoever moves on by then has asked for nothing.
        search.stop.wait(DRAWING_SECONDS)

        def keep(plan: Plan) -> None:
            # What was cut short by one visitor is nobody's answer.
            if not search.stop.is_set():
                back_room().keep(settled_key(asked), plan)
                threading.Thread(target=_spread, args=(asked, plan), daemon=True).start()

        return _allocate(
            back_room(),
            asked,
            time_limit=FURTHER_SECONDS,
            warm=found.choices,
            on_progress=search.tell,
            on_plan=keep,
            stop=search.stop,
        )

    return back_room().ask(further_key(asked), work)


def _spread(asked: Question, plan: Plan) -> None:
    """Let those who search while a visitor waits know what was proven behind the page."""
    room = desk().aside
    if isinstance(room, Asides) and plan.status is Status.BEST_POSSIBLE:
        room.tell(remember, *asked.given, plan)


def settled(asked: Question) -> Plan | None:
    """Give the plan the longer search has come to, as soon as only offers are searched for."""
    search = back_room().known(settled_key(asked))
    return search.answer if search else None


def settled_key(asked: Question) -> str:
    """Name what the longer search of a question has come to before its offers."""
    return f"settled|{asked.key}"


def ended(asked: Question) -> frozenset[str]:
    """Name what is known of the longer search of a question."""
    names = (settled_key(asked), further_key(asked))
    return frozenset(name for name in names if back_room().known(name))


def further(asked: Question) -> Search[Plan] | None:
    """Give the longer search of a question once it has ended."""
    return back_room().known(further_key(asked))


def further_key(asked: Question) -> str:
    """Name the longer search of a question."""
    return f"further|{asked.key}"
