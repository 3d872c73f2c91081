"""What a solved problem proves of one that differs in nothing but some limits.

Let ``old`` be solved to proof, with plan x and values v, and ``new`` the same but for limits of
some practitioners. A plan of ``new`` in which nobody is over what ``old`` allowed them is a plan of
``old``, too, and costs there no more in any stage: limits that give way do so by less. So it costs
at least v, stage after stage. Where x still meets every rule of ``new`` at the same cost, it can
therefore be bettered only by a plan in which somebody is over what ``old`` allowed; where no
limit was loosened, by none.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planner.data.plan import Choices, StageValue
from planner.data.policy import Stage
from planner.data.problem import Carrier, Problem
from planner.model.first import meets_rules
from planner.model.lines import stage_value
from planner.rules import ADDITIVE, settle
from planner.rules.additive import AdditiveLimit

# The limits of a practitioner; everything else of a carrier is compared as it is.
_NO_LIMITS = {
    "limit_half_hours": 0,
    "children_limit": None,
    "intensive_limit": None,
    "high_risk_limit": None,
    "new_families_limit": None,
}


@dataclass(frozen=True)
class Before:
    """A problem that was solved, its plan, and the plan's ledger."""

    problem: Problem
    choices: Choices
    ledger: tuple[StageValue, ...]

    def choices_in(self, problem: Problem) -> Choices:
        """Give the plan's choices with what gives way for them under this problem's limits."""
        plan = self.choices
        return settle(problem, plan.holders, plan.missed, plan.oversight_missed)

    @property
    def proven(self) -> tuple[StageValue, ...]:
        """The lines at the head of the ledger that are proven, one after the other."""
        first = next((at for at, line in enumerate(self.ledger) if not line.proven), None)
        return self.ledger[:first]


@dataclass(frozen=True)
class Loosened:
    """A limit that is looser than it was: over what ``old`` allowed nothing is known."""

    limit: AdditiveLimit
    old: Carrier
    new: Carrier
    most: int


def still_best(before: Before, problem: Problem, stages: Sequence[Stage]) -> int:
    """Say in how many stages the plan before can be bettered only beyond the limits before.

    Those are the first ones of ``stages``; none where the problems cannot be compared.
    """
    same = before.problem.model_copy(update={"carriers": problem.carriers}) == problem
    if not same or not _alike(before.problem, problem):
        return 0
    choices = before.choices_in(problem)
    if not meets_rules(problem, choices):
        return 0
    count = 0
    for stage, line in zip(stages, before.proven, strict=False):
        if stage.id != line.id or set(stage.terms) != set(line.terms):
            break
        if stage_value(problem, stage, choices) != line.value:
            break
        count += 1
    return count


def loosened(before: Before, problem: Problem) -> Sequence[Loosened]:
    """List the limits that are looser than they were."""
    return tuple(_loosened(before, problem))


def _loosened(before: Before, problem: Problem) -> Iterator[Loosened]:
    for old, new in zip(before.problem.carriers, problem.carriers, strict=True):
        for limit in ADDITIVE:
            was, now = limit.limit(old), limit.limit(new)
            if was is not None and (now is None or now > was):
                yield Loosened(limit, old, new, was)


def _alike(old: Problem, new: Problem) -> bool:
    """Whether the practitioners are the same but for their limits."""
    return len(old.carriers) == len(new.carriers) and all(
        was.model_copy(update=_NO_LIMITS) == now.model_copy(update=_NO_LIMITS)
        for was, now in zip(old.carriers, new.carriers, strict=True)
    )
