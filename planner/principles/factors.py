"""Every factor of the policy asked of one child."""

from dataclasses import dataclass
from datetime import date

from planner.data.policy import Factor
from planner.data.vocabulary import Answer, Living
from planner.data.wording import Applies
from planner.principles.derived import COLUMNS, Answered, derive
from planner.principles.situation import Situation


@dataclass(frozen=True)
class Asked:
    """One factor with the child's answer.

    ``supplied`` says whether the team supplied the item at all, so that a gap
    is a gap; ``applies`` whether 2254 asks it of a child who lives there.
    """

    factor: Factor
    answer: Answer
    evidence: str
    dated: date | None
    supplied: bool
    applies: bool

    @property
    def yes(self) -> bool:
        """Whether the answer is a "yes" that counts."""
        return self.applies and self.answer is Answer.YES

    @property
    def unknown(self) -> bool:
        """Whether the answer is a gap in something the team supplies."""
        return self.applies and self.supplied and self.answer is Answer.UNKNOWN

    @property
    def weighs(self) -> bool:
        """Whether a "yes" would matter for priority; obligations never do."""
        return self.factor.points > 0 or self.factor.group is not None


def ask(situation: Situation) -> tuple[Asked, ...]:
    """Ask every factor of the policy, in the policy's order."""
    return tuple(_asked(situation, factor) for factor in situation.policy.factors)


def item_supplied(factor: Factor, supplied: frozenset[str]) -> bool:
    """Whether the files held what the factor is answered from."""
    if not factor.derived:
        return f"factors.{factor.id}" in supplied
    column = COLUMNS.get(factor.derived)
    return column is None or f"cases.{column}" in supplied


def _asked(situation: Situation, factor: Factor) -> Asked:
    found = derive(factor, situation) if factor.derived else _reply(situation, factor)
    living = situation.child.living
    # A gap of a list that may not be the child's own: the gap is where the child lives.
    unsure_list = factor.applies is not Applies.ALWAYS and living is Living.UNKNOWN
    return Asked(
        factor=factor,
        answer=found.answer,
        evidence=found.evidence,
        dated=found.dated,
        supplied=item_supplied(factor, situation.supplied)
        and (situation.holds("living") or not unsure_list),
        applies=_applies(factor.applies, living),
    )


def _reply(situation: Situation, factor: Factor) -> Answered:
    reply = situation.factors.get(factor.id)
    if reply is None:
        return Answered(Answer.UNKNOWN)
    return Answered(reply.answer, reply.evidence, reply.dated)


def _applies(applies: Applies, living: Living) -> bool:
    """Read both lists where it is not recorded with whom the child lives."""
    if applies is Applies.ALWAYS or living is Living.UNKNOWN:
        return True
    return living is Living.PARENTS if applies is Applies.WITH_PARENTS else living.in_care
