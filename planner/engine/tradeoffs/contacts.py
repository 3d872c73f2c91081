"""Contacts that may be missed, varied: what room more of them would make for high-risk children.

Elsewhere contact missed for mandatory, high-risk and under-two children comes first, and as
few are missed as can be. Here that number is a ceiling instead, which may be raised.
"""

from dataclasses import dataclass, field, replace

from planner.data.policy import Policy, Stage
from planner.data.problem import Problem
from planner.engine.question import Question
from planner.engine.solving import Result
from planner.engine.tradeoffs.point import Point
from planner.engine.tradeoffs.varied import Varied, as_sure
from planner.report import Prepared, ceilings_of, stages_of
from planner.terms import BY_ID, STAGE_0


def ceiling_on_contacts(policy: Policy) -> Stage | None:
    """Give the stage that counts contact before children awaiting, where the policy has one."""
    return next(iter(ceilings_of(policy)), None)


def fewest_contacts(question: Question) -> int:
    """Give how many contacts the plan in hand may miss: the fewest there can be."""
    top = ceiling_on_contacts(question.prepared.policy)
    return sum(line.value for line in question.result.compared if top and line.id == top.id)


def every_contact(problem: Problem) -> int:
    """Give as many contacts as could be missed at all, for the children counted here."""
    return sum(item.watched * item.most for item in problem.missables)


def contacts_varied(question: Question, top: Stage) -> Varied:
    """Vary the contacts that may be missed, from those of the plan in hand upwards."""
    prepared = replace(question.prepared, problem=question.problem)
    stages = _stages(prepared, top)
    varied = _Contacts(question, lambda _amount: prepared, _once_more(stages, top), top=top)
    now = fewest_contacts(question)
    varied.known[now] = Point(now, prepared, _in_order(question, stages, top))
    return varied


@dataclass
class _Contacts(Varied):
    """The contacts that may be missed, ``top`` being the stage that counts them.

    What gives way for mandatory children stays as it is in the plan in hand.
    """

    top: Stage = field(kw_only=True)

    def stages_for(self, prepared: Prepared) -> tuple[Stage, ...]:
        """List the stages with contact after the high-risk children awaiting."""
        return _stages(prepared, self.top)

    def ceilings(self, amount: int, known: object) -> list[tuple[Stage, int]]:
        """Give the contacts that may be missed."""
        return [(self.top, amount)]

    def _solve(self, amount: int, until: str) -> Point:
        """Solve an amount from the nearest plan with less; stage 0 is known from that."""
        below = max(known for known in self.known if known <= amount and self.known[known].found)
        start = self.known[below]
        held = tuple(line for line in start.lines if line.id.startswith("0"))
        return self._onwards(amount, start, held, until)

    def _still(self, point: Point, amount: int) -> bool:
        choices = point.result.solved.choices
        if choices is None:
            return False
        missed = sum(BY_ID[t].value(point.prepared.problem, choices) for t in self.top.terms)
        return missed <= amount and super()._still(point, amount)


def _stages(prepared: Prepared, top: Stage) -> tuple[Stage, ...]:
    """Put the ceiling's stage where the policy minimises it once more, if it does."""
    usual = {stage.id for stage in stages_of(prepared.policy, prepared.problem)} - {top.id}
    own = (s for s in prepared.policy.stages if s.id in usual or _again(s, top))
    return (*STAGE_0, *own)


def _again(stage: Stage, top: Stage) -> bool:
    return stage.terms == top.terms and stage.id != top.id


def _once_more(stages: tuple[Stage, ...], top: Stage) -> str:
    """Give the last stage that can differ: where it is equal, all after it is equal too."""
    again = [stage.id for stage in stages if _again(stage, top)]
    return again[0] if again else [stage.id for stage in stages if stage.policy][-1]


def _in_order(question: Question, stages: tuple[Stage, ...], top: Stage) -> Result:
    """Give the plan in hand with its lines in this order; as few are missed as before."""
    known = {line.id: line for line in question.result.compared}
    lines = tuple(
        known[stage.id]
        if stage.id in known
        else known[top.id].model_copy(update={"id": stage.id, "title": stage.title})
        for stage in stages
        if stage.id in known or _again(stage, top)
    )
    solved = replace(question.result.solved, ledger=as_sure(lines))
    return replace(question.result, solved=solved, ceilings=())
