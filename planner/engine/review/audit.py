"""A plan read by group of children, before and after the manager's decisions."""

import threading
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from planner.data.audit import Audit, AuditGroup, GroupFigures
from planner.data.lookups import grouped
from planner.data.plan import ChildLine, Move, Plan, Standing, Status
from planner.data.policy import Policy
from planner.data.progress import Step
from planner.data.scenario import Child, Scenario
from planner.data.vocabulary import Answer, CaseStatus, DecisionKind, Phase
from planner.data.wording import SentenceId
from planner.engine.evaluate import evaluate
from planner.engine.in_hand import plan_in_hand, surely
from planner.engine.question import OnStep
from planner.engine.said import said
from planner.model import Clock
from planner.principles.age import age_in_years

_DECIDED = frozenset(
    {
        DecisionKind.PIN,
        DecisionKind.BAR,
        DecisionKind.SPLIT,
        DecisionKind.RAISE,
        DecisionKind.LOWER,
    }
)
_HELD_AWAY = (Standing.AWAY_COVERED, Standing.AWAY_UNCOVERED)
_AWAITING = (Standing.AWAITING, Standing.MANAGER)
_NOT_RECORDED = "not recorded"
_STEPS = 3
# Even where nothing is left, a search of this length says what it found.
_LEAST_SECONDS = 0.1


def audit(
    scenario: Scenario,
    policy: Policy,
    *,
    plan: Plan | None = None,
    time_limit: float = 10.0,
    stop: threading.Event | None = None,
    on_step: OnStep | None = None,
) -> Audit:
    """Count by group who is allocated, who awaits, who changes and who is not seen.

    Parameters
    ----------
    plan : Plan, optional
        A plan of this team and policy, verified first; none means the best plan.
    time_limit : float
        Seconds for the whole audit, shared by the plans that have to be made.

    Raises
    ------
    UsageFault
        Where the plan is of another team, another policy, or no plan at all.
    """
    clock = Clock(time_limit, stop=stop or threading.Event())
    free = undecided(scenario)
    same = free == scenario and plan is None
    share = time_limit if same else time_limit / 2
    chosen = plan_in_hand(scenario, policy, plan, time_limit=share, stop=clock.stop)
    _told(on_step, 1, "the plan")
    now = evaluate(scenario, policy)
    _told(on_step, 2, "the team as it stands")
    without = chosen
    if not same:
        left = max(clock.left, _LEAST_SECONDS)
        without = plan_in_hand(free, policy, None, time_limit=left, stop=clock.stop)
    _told(on_step, _STEPS, "the plan without the manager's decisions")
    return audit_of(scenario, policy, now, without, chosen)


def undecided(scenario: Scenario) -> Scenario:
    """Give the team with the manager's decisions on children set aside; conflicts are facts."""
    kept = tuple(row for row in scenario.decisions if row.kind not in _DECIDED)
    return scenario.model_copy(update={"decisions": kept})


def audit_of(scenario: Scenario, policy: Policy, now: Plan, without: Plan, chosen: Plan) -> Audit:
    """Read three arrangements of one team by group of children."""
    held = [child for child in scenario.children if child.status is CaseStatus.OPEN]
    reader = _Reader(
        policy.standards.small_group,
        tuple({line.child: line for line in p.children} for p in (now, without, chosen)),
    )
    return Audit(
        scenario=scenario.name,
        scenario_digest=chosen.scenario_digest,
        as_at=scenario.as_at,
        policy=policy.name,
        policy_version=policy.version,
        says=_says(policy),
        notes=_notes(policy, without, chosen),
        everyone=reader.group("All children", "all", held),
        groups=tuple(
            reader.group(title, name, members)
            for title, groups in _groups(scenario, policy, held)
            for name, members in groups.items()
        ),
        left_out=len(scenario.children) - len(held),
        status_without=without.status,
        status_with=chosen.status,
        proven=surely(without) and surely(chosen),
    )


@dataclass(frozen=True)
class _Reader:
    """Three arrangements, each by child, and the size below which a group is small."""

    fewest: int
    arrangements: tuple[Mapping[str, ChildLine], ...]

    def group(self, characteristic: str, name: str, members: Sequence[Child]) -> AuditGroup:
        """Count one group in each arrangement; a blank name means not recorded."""
        small = len(members) < self.fewest
        now, without, chosen = (
            _figures([lines[child.child] for child in members], shared=not small)
            for lines in self.arrangements
        )
        return AuditGroup(
            characteristic=characteristic,
            group=name or _NOT_RECORDED,
            known=bool(name),
            children=len(members),
            small=small,
            now=now,
            without_decisions=without,
            with_decisions=chosen,
        )


def _figures(lines: Sequence[ChildLine], *, shared: bool) -> GroupFigures:
    awaiting = sum(line.standing in _AWAITING for line in lines)
    moves = Counter(line.move for line in lines)
    return GroupFigures(
        allocated=sum(line.standing is Standing.ALLOCATED for line in lines),
        away=sum(line.standing in _HELD_AWAY for line in lines),
        awaiting=awaiting,
        awaiting_percent=_percent(awaiting, len(lines)) if shared else None,
        changes=moves[Move.CHANGED],
        forced_changes=moves[Move.FORCED],
        deallocated=moves[Move.DEALLOCATED],
        children_missed=sum(line.contacts_missed > 0 for line in lines),
        contacts_missed=sum(line.contacts_missed for line in lines),
    )


def _percent(part: int, whole: int) -> int | None:
    """Give a share in whole per cent, rounded half up."""
    return (200 * part + whole) // (2 * whole) if whole else None


def _groups(
    scenario: Scenario, policy: Policy, held: Sequence[Child]
) -> Iterator[tuple[str, Mapping[str, Sequence[Child]]]]:
    """Yield every characteristic with its groups in order, what is not recorded last."""
    ages = sorted(policy.standards.audit_ages)
    bands = [_band(ages, number) for number in range(len(ages))]
    answers = (Answer.YES.value, Answer.NO.value)
    zones = sorted({child.zone for child in held if child.zone})
    rows: tuple[tuple[str, Sequence[str], Callable[[Child], str]], ...] = (
        ("Aboriginal or Torres Strait Islander", answers, lambda c: _answer(c.aboriginal)),
        ("Age in years", bands, lambda c: _age(c, scenario, ages, bands)),
        ("Disability", answers, lambda c: _answer(c.disability)),
        ("Other language, interpreter", answers[:1], lambda c: answers[0] if c.language else ""),
        ("Zone", zones, lambda c: c.zone),
        ("Phase", [phase.value for phase in Phase], lambda c: c.phase.value),
    )
    for title, order, named in rows:
        found = grouped(held, named)
        yield title, {name: found[name] for name in (*order, "") if name in found}


def _answer(answer: Answer) -> str:
    return answer.value if answer in (Answer.YES, Answer.NO) else ""


def _band(ages: Sequence[int], number: int) -> str:
    if number + 1 == len(ages):
        return f"{ages[number]} and over"
    last = ages[number + 1] - 1
    return f"{ages[number]}-{last}" if last > ages[number] else f"{last}"


def _age(child: Child, scenario: Scenario, ages: Sequence[int], bands: Sequence[str]) -> str:
    age = age_in_years(child, scenario.as_at)
    return bands[max(bisect_right(ages, age) - 1, 0)] if age is not None else ""


def _says(policy: Policy) -> tuple[str, ...]:
    ids = (SentenceId.AUDIT_IS, SentenceId.AUDIT_NOT, SentenceId.AUDIT_COLUMNS)
    small = said(policy, SentenceId.AUDIT_SMALL, fewest=policy.standards.small_group)
    return (*said(policy, *ids), *small)


def _notes(policy: Policy, without: Plan, chosen: Plan) -> tuple[str, ...]:
    """Say where two columns are one plan, and where one is not the best."""
    same = without.scenario_digest == chosen.scenario_digest
    named = (("Without the manager's decisions", without), ("With them", chosen))
    return (
        *(said(policy, SentenceId.AUDIT_NONE) if same else ()),
        *(
            f"{title}: {plan.status.value}."
            for title, plan in named
            if plan.status is not Status.BEST_POSSIBLE
        ),
    )


def _told(on_step: OnStep | None, done: int, words: str) -> None:
    if on_step is not None:
        on_step(Step(done=done, of=_STEPS, words=words))
