"""The de-allocation worksheet: families held now, by least impact, for the manager to weigh."""

import threading
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from planner.data.plan import Plan
from planner.data.policy import Policy
from planner.data.problem import Problem, Unit
from planner.data.progress import Step
from planner.data.scenario import Scenario
from planner.data.score import Score
from planner.data.vocabulary import Tier
from planner.data.wording import SentenceId
from planner.data.worksheet import Candidate, NotSuggested, Worksheet
from planner.engine.deallocate.candidate import Arrangement, candidate
from planner.engine.deallocate.standing import impact_lines, wording_of
from planner.engine.evaluate import held_now
from planner.engine.question import OnStep, ask
from planner.errors import UsageFault
from planner.model import Clock
from planner.report import Prepared, prepare

_TIERS = tuple(Tier)
_MOST_NAMED = 12
_FOR_A_TIER = (
    SentenceId.WORKSHEET_PLAN_HIGH,
    SentenceId.WORKSHEET_HIGH,
    SentenceId.WORKSHEET_MANDATORY,
)


def worksheet(
    scenario: Scenario,
    policy: Policy,
    *,
    plan: Plan | None = None,
    most: int = 5,
    children: Sequence[str] = (),
    reason: str = "",
    time_limit: float = 10.0,
    stop: threading.Event | None = None,
    on_step: OnStep | None = None,
) -> Worksheet:
    """List the families whose de-allocation would bear least on a child, and what it would mean.

    Nothing is searched for and nothing is decided: without a plan each family is
    weighed against the team as it stands, with one against that plan.

    Parameters
    ----------
    plan : Plan, optional
        A verified plan of this very team and policy; families held now that it
        leaves awaiting come before others.
    most : int
        How many families to list besides those that are named.
    children : sequence of str
        Children the manager names; the only way for a high-risk child to be listed.
    reason : str
        The manager's recorded reason, without which no high-risk child is listed.

    Raises
    ------
    UsageFault
        Where a named child is not there, or the plan is not of this team.
    """
    of = _arrangement(scenario, policy, plan, Clock(time_limit, stop=stop or threading.Event()))
    chosen = _choose(of, children, reason, most)
    candidates = tuple(_weighed(of, chosen, reason, on_step))
    found = len(candidates) == len(chosen.units)
    return _sheet(of, candidates).model_copy(
        update={
            "refused": chosen.refused,
            "not_suggested": tuple(_not_suggested(of, {unit.id for unit in chosen.units})),
            "others": chosen.others,
            "proven": found and all(row.before and row.after for row in candidates),
        }
    )


class _Chosen(NamedTuple):
    """The families to weigh, ``named`` of them named; what was refused, and how many are left."""

    units: tuple[Unit, ...]
    named: int
    refused: tuple[NotSuggested, ...]
    others: int


def _choose(of: Arrangement, children: Sequence[str], reason: str, most: int) -> _Chosen:
    """Take those that are named, then those that a plan lets wait, then by least impact."""
    named = _named(of.prepared, of.problem, children)
    refused = tuple(_refusals(of.prepared, of.problem, children, reason))
    barred = {child for answer in refused for child in answer.children}
    wanted = [unit for unit in named if not barred.intersection(unit.children)]
    ordered = [unit for unit in in_order(of.prepared, of.problem) if unit not in named]
    ordered.sort(key=lambda unit: unit.id not in of.in_plan)
    units = (*wanted, *ordered[:most])
    return _Chosen(units, len(wanted), refused, len(ordered[most:]))


def _sheet(of: Arrangement, candidates: tuple[Candidate, ...]) -> Worksheet:
    """Write down what the worksheet is, with the families that were weighed."""
    scenario, policy = of.prepared.scenario, of.prepared.policy
    say = wording_of(of.prepared).say
    return Worksheet(
        scenario=scenario.name,
        as_at=scenario.as_at,
        cycle_days=scenario.cycle_days,
        policy=policy.name,
        policy_version=policy.version,
        words=(say(SentenceId.WORKSHEET_AID), say(SentenceId.WORKSHEET_ORDER)),
        gaps_heading=say(SentenceId.WORKSHEET_GAPS),
        missing_heading=say(SentenceId.WORKSHEET_ASKED),
        candidates=candidates,
    )


def _arrangement(
    scenario: Scenario, policy: Policy, plan: Plan | None, clock: Clock
) -> Arrangement:
    if plan is None:
        prepared = prepare(scenario, policy)
        return Arrangement(prepared, prepared.problem, held_now(prepared.problem), clock)
    question = ask(scenario, policy, plan=plan)
    return Arrangement(question.prepared, question.problem, question.choices.holders, clock)


def _weighed(
    of: Arrangement, chosen: _Chosen, reason: str, on_step: OnStep | None
) -> Iterator[Candidate]:
    """Weigh the families one by one; those that are done stand when the search is stopped."""
    for number, unit in enumerate(chosen.units):
        if of.clock.stop.is_set():
            return
        asked = number < chosen.named
        yield candidate(of, unit, named=asked, reason=reason if asked else "")
        if on_step is not None:
            on_step(Step(done=number + 1, of=len(chosen.units), words=f"{unit.id} weighed"))


def in_order(prepared: Prepared, problem: Problem) -> list[Unit]:
    """Give the units that may be suggested, least impact first; ties by id.

    The order is the tier, remaining children first; the impact on both lines
    together, child by child, as plans count it; the child's line; the points of
    priority; the id.
    """
    free = (unit for unit in problem.units if _kind(unit) is None)
    return sorted(free, key=lambda unit: _place(prepared, unit))


def _place(prepared: Prepared, unit: Unit) -> tuple[int, int, int, int, str]:
    scores = _held_scores(prepared, unit)
    on_child = sum(impact_lines(prepared, score.child)[0].points for score in scores)
    return (
        -_TIERS.index(unit.tier),
        sum(score.impact for score in scores),
        on_child,
        sum(score.points for score in scores),
        unit.id,
    )


def _held_scores(prepared: Prepared, unit: Unit) -> list[Score]:
    holders = {child.child: child.holder for child in prepared.scenario.children}
    scores = prepared.priorities.scores
    return [scores[child] for child in unit.children if holders[child] == unit.holder]


def _kind(unit: Unit) -> SentenceId | None:
    """Say why a unit is not suggested; ``None`` where it may be."""
    if not unit.holder:
        return SentenceId.WORKSHEET_AWAITING
    if unit.mandatory:
        return SentenceId.WORKSHEET_MANDATORY
    if unit.pinned_to:
        return SentenceId.WORKSHEET_PINNED
    return SentenceId.WORKSHEET_HIGH if unit.tier is Tier.HIGH else None


def _named(prepared: Prepared, problem: Problem, children: Sequence[str]) -> list[Unit]:
    """Give the units of the children that are named, each once, in the order they are named."""
    known = sorted(child.child for child in prepared.scenario.children)
    for child in children:
        if child not in known:
            raise UsageFault(f"{child!r} is no child of this team, which has {_listed(known)}.")
    units = {child: unit for unit in problem.units for child in unit.children}
    return list({units[c].id: units[c] for c in children if c in units}.values())


def _listed(ids: Sequence[str]) -> str:
    more = len(ids) - _MOST_NAMED
    return ", ".join(ids[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")


def _refusals(
    prepared: Prepared, problem: Problem, children: Sequence[str], reason: str
) -> Iterator[NotSuggested]:
    units = {child: unit for unit in problem.units for child in unit.children}
    for child in dict.fromkeys(children):
        unit = units.get(child)
        kind = SentenceId.WORKSHEET_ELSEWHERE if unit is None else _kind(unit)
        accepted = kind is SentenceId.WORKSHEET_HIGH and reason.strip()
        if kind is not None and not accepted:
            yield _answer(prepared, kind, (child,), unit.pinned_to if unit else "")


def _answer(
    prepared: Prepared, kind: SentenceId, children: Iterable[str], holder: str = ""
) -> NotSuggested:
    wording, named = wording_of(prepared), tuple(children)
    return NotSuggested(
        children=named,
        words=wording.say(kind, children=", ".join(named), holder=holder),
        paragraph=wording.sentences[kind].paragraph,
    )


def _not_suggested(of: Arrangement, chosen: set[str]) -> Iterator[NotSuggested]:
    """Say of everyone held who is left out why: once for a tier, one by one for decisions."""
    held = [unit for unit in of.problem.units if unit.holder and unit.id not in chosen]
    left: defaultdict[SentenceId, list[str]] = defaultdict(list)
    for unit in held:
        kind = _kind(unit)
        if kind is SentenceId.WORKSHEET_HIGH and unit.id in of.in_plan:
            kind = SentenceId.WORKSHEET_PLAN_HIGH
        if kind is not None:
            left[kind].extend(unit.children)
    for kind in _FOR_A_TIER:
        if left[kind]:
            yield _answer(of.prepared, kind, sorted(left[kind]))
    for unit in held:
        if _kind(unit) is SentenceId.WORKSHEET_PINNED:
            yield _answer(of.prepared, SentenceId.WORKSHEET_PINNED, unit.children, unit.pinned_to)
