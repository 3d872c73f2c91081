"""Every factor of the policy asked of one child."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from planner.data.policy import Factor
from planner.data.vocabulary import Answer, Living
from planner.data.wording import Applies
from planner.principles.derived import COLUMNS, derive
from planner.principles.situation import Situation


class Asked(NamedTuple):
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
    def open(self) -> bool:
        """Whether the answer is neither "no" nor "not applicable"."""
        return self.answer is Answer.YES or self.answer is Answer.UNKNOWN

    @property
    def yes(self) -> bool:
        """Whether the answer is a "yes" that counts."""
        return self.answer is Answer.YES and self.applies

    @property
    def unknown(self) -> bool:
        """Whether the answer is a gap in something the team supplies."""
        return self.answer is Answer.UNKNOWN and self.applies and self.supplied

    @property
    def weighs(self) -> bool:
        """Whether a "yes" would matter for priority; obligations never do."""
        return self.factor.points > 0 or self.factor.group is not None


class _Question(NamedTuple):
    """A factor as it is asked of every child who lives alike; ``blank`` where nobody replied."""

    item: str
    derived: bool
    blank: Asked


def ask(situation: Situation) -> tuple[Asked, ...]:
    """Ask every factor of the policy, in the policy's order."""
    form = _form(_Same(situation.policy.factors), situation.supplied, situation.child.living)
    return tuple(_asked(situation, question) for question in form)


def _asked(situation: Situation, question: _Question) -> Asked:
    item, derived, blank = question
    reply = None if derived else situation.factors.get(item)
    if reply is None and not derived:
        return blank
    factor, _, _, _, supplied, applies = blank
    if reply is None:
        return Asked(factor, *derive(factor, situation), supplied, applies)
    return Asked(factor, reply.answer, reply.evidence, reply.dated, supplied, applies)


def item_supplied(factor: Factor, supplied: frozenset[str]) -> bool:
    """Whether the files held what the factor is answered from."""
    if not factor.derived:
        return f"factors.{factor.id}" in supplied
    column = COLUMNS.get(factor.derived)
    return column is None or f"cases.{column}" in supplied


class _Same:
    """The factors of one policy: equal where they are the same ones, not merely alike."""

    def __init__(self, factors: Sequence[Factor]) -> None:
        self.factors = factors

    def __hash__(self) -> int:
        return id(self.factors)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.factors is other.factors


@lru_cache(maxsize=256)
def _form(factors: _Same, supplied: frozenset[str], living: Living) -> tuple[_Question, ...]:
    """Prepare the questions for every child who lives so, in a team that supplies so much."""
    return tuple(_question(factor, supplied, living) for factor in factors.factors)


def _question(factor: Factor, supplied: frozenset[str], living: Living) -> _Question:
    known = item_supplied(factor, supplied)
    if living is Living.UNKNOWN and factor.applies is not Applies.ALWAYS:
        # A gap of a list that may not be the child's own: the gap is where the child lives.
        known = known and "cases.living" in supplied
    applies = _applies(factor.applies, living)
    return _Question(
        factor.id, bool(factor.derived), Asked(factor, Answer.UNKNOWN, "", None, known, applies)
    )


def _applies(applies: Applies, living: Living) -> bool:
    """Read both lists where it is not recorded with whom the child lives."""
    if applies is Applies.ALWAYS or living is Living.UNKNOWN:
        return True
    return living is Living.PARENTS if applies is Applies.WITH_PARENTS else living.in_care
