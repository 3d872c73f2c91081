"""What would change this: the points at which a child would be allocated, found exactly."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from planner.data.assumed import leaving_out
from planner.data.explanation import Tipping, TippingKind
from planner.data.plan import StageValue
from planner.data.problem import Unit
from planner.data.score import Score
from planner.data.vocabulary import Band, Tier
from planner.engine.question import Question
from planner.engine.solving import Result
from planner.engine.why.counterfactual import Forced

_BANDS = {Band.A: "awaiting_high_a", Band.B: "awaiting_high_b", Band.C: "awaiting_high_c"}


_ALWAYS = "Mandatory or pinned: always allocated, whatever the points."
_LIMITS = "No number of points would do: within the limits no plan allocates the family."
_NEVER_OUT = "It is allocated whatever its points: no plan lets the family wait."
_UNKNOWN = "What would change this is not known in the time given."


class _Compared(NamedTuple):
    """Two vectors of policy values, stage by stage: without the child's points, and with it in."""

    titles: Mapping[str, str]
    out: Mapping[str, int]
    out_bound: Mapping[str, int]
    into: Mapping[str, int]
    into_bound: Mapping[str, int]
    proven: bool
    proven_to: frozenset[str]


def tipping(question: Question, unit: Unit, score: Score, other: Forced) -> Tipping:
    """Find the least points of its own at which a child would be allocated, all else equal.

    The best plan with the child's unit left out is compared with the best one
    with it allocated, in the order of the ledger (``docs/questions.md``, 3).

    Parameters
    ----------
    other : Forced
        The best plan with the unit placed otherwise than in the plan in hand.
    """
    term = _term(score)
    if term is None or unit.pinned_to or unit.mandatory:
        return Tipping(kind=TippingKind.NOT_ASKED, proven=True, sentence=_ALWAYS)
    holder = question.choices.holders[unit.id]
    if not holder and other.within is False:
        return Tipping(
            kind=TippingKind.NONE, stage="0", own=score.points, proven=True, sentence=_LIMITS
        )
    out = question.result if not holder else _left_out(question, unit)
    if out.solved.infeasible:
        return Tipping(kind=TippingKind.ANY, own=score.points, proven=True, sentence=_NEVER_OUT)
    into = question.result if holder else other.result
    if None in (out.solved.choices, into.solved.choices) or (not holder and other.within is None):
        return Tipping(kind=TippingKind.UNKNOWN, own=score.points, sentence=_UNKNOWN)
    return _tipping(_compared(out, into, term, score.points), _own_stage(out, term), score.points)


def _left_out(question: Question, unit: Unit) -> Result:
    """Solve the team with a unit of the plan in hand awaiting."""
    return question.again(leaving_out(question.problem, unit.id), until="3c")


def _term(score: Score) -> str | None:
    if score.tier is Tier.HIGH and score.band is not None:
        return _BANDS[score.band]
    return {Tier.NEXT: "awaiting_next", Tier.REMAINING: "awaiting_remaining"}.get(score.tier)


def _own_stage(result: Result, term: str) -> str:
    return next(line.id for line in result.solved.ledger if term in line.terms)


def _compared(left_out: Result, forced: Result, term: str, points: int) -> _Compared:
    """Take the child's own points off wherever they count while it awaits."""
    out = [line for line in left_out.compared if line.policy]
    into = [line for line in forced.compared if line.policy]
    own = {line.id: points if term in line.terms else 0 for line in out}
    return _Compared(
        titles={line.id: line.title for line in out},
        out={line.id: line.value - own[line.id] for line in out},
        out_bound={line.id: _bound(line) - own[line.id] for line in out},
        into={line.id: line.value for line in into},
        into_bound={line.id: _bound(line) for line in into},
        proven=all(line.proven for line in (*out, *into)),
        proven_to=frozenset(
            a.id for a in out for b in into if a.id == b.id and a.proven and b.proven
        ),
    )


def _bound(line: StageValue) -> int:
    return line.value if line.proven or line.bound is None else line.bound


def _tipping(compared: _Compared, stage: str, own: int) -> Tipping:
    before: Sequence[str] = [name for name in compared.out if name < stage]
    decides = next((s for s in before if compared.out[s] != compared.into[s]), None)
    above = before if decides is None else before[: before.index(decides) + 1]
    if not compared.proven_to.issuperset(above):
        return Tipping(kind=TippingKind.UNKNOWN, own=own, sentence=_UNKNOWN)
    if decides is not None:
        return _decided_before(compared, decides, own)
    points = compared.into[stage] - compared.out[stage]
    low = compared.into_bound[stage] - compared.out[stage]
    high = compared.into[stage] - compared.out_bound[stage]
    sentence = (
        f"With more than {points} points of its own it would be allocated in every best plan, "
        f"with fewer in none; it has {own}."
    )
    if not compared.proven:
        sentence = f"Not proven: the number of points lies from {low} to {high}; it has {own}."
    return Tipping(
        kind=TippingKind.POINTS,
        stage=stage,
        own=own,
        points=points,
        low=low,
        high=high,
        proven=compared.proven,
        sentence=sentence,
    )


def _decided_before(compared: _Compared, stage: str, own: int) -> Tipping:
    better = compared.into[stage] < compared.out[stage]
    kind = TippingKind.ANY if better else TippingKind.NONE
    sentence = (
        f"Any points would do: allocating it is better at an earlier stage ({stage})."
        if better
        else f"No number of points in its own tier would do: what stands before it is "
        f"{compared.titles[stage]} (stage {stage})."
    )
    return Tipping(kind=kind, stage=stage, own=own, proven=True, sentence=sentence)
