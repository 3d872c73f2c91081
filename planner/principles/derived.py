"""Factors that the child's own row and tasks answer, so that nobody types them twice."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from planner.data.policy import Factor
from planner.data.vocabulary import Answer, CasePlan, Living, Maram, Order
from planner.data.wording import Derivation
from planner.principles.situation import Situation


class Answered(NamedTuple):
    """An answer with what it rests on."""

    answer: Answer
    evidence: str = ""
    dated: date | None = None


COLUMNS: Mapping[Derivation, str] = {
    Derivation.DISABILITY: "disability",
    Derivation.NO_CASE_PLAN: "case_plan",
    Derivation.NO_RISK_ASSESSMENT: "risk_date",
    Derivation.MARAM_SERIOUS: "maram",
    Derivation.MARAM_ELEVATED: "maram",
}
"""The column a derivation reads where the file may have left that column out."""

_SERIOUS = (Maram.SERIOUS, Maram.IMMEDIATE)
_ELEVATED = (Maram.ELEVATED, *_SERIOUS)
_PROCEEDINGS = (Order.APPLICATION, Order.INTERIM)


def derive(factor: Factor, situation: Situation) -> Answered:
    """Answer a derived factor; "unknown" where what it reads is blank."""
    assert factor.derived
    return _DERIVATIONS[factor.derived](situation, factor)


def _infant(situation: Situation, factor: Factor) -> Answered:
    return _under(situation, situation.policy.standards.infant_age)


def _preschool(situation: Situation, factor: Factor) -> Answered:
    return _under(situation, situation.policy.standards.preschool_age)


def _under(situation: Situation, years: int) -> Answered:
    if situation.age is None:
        return Answered(Answer.UNKNOWN)
    evidence = f"age {situation.age}"
    return Answered(_yes_if(situation.age < years), evidence, situation.child.birth_date)


def _disability(situation: Situation, factor: Factor) -> Answered:
    answer = situation.child.disability
    return Answered(answer, "disability recorded" if answer is Answer.YES else "")


def _no_case_plan(situation: Situation, factor: Factor) -> Answered:
    plan = situation.child.case_plan
    if not situation.substantiated:
        return Answered(Answer.NOT_APPLICABLE, "before substantiation")
    if plan is CasePlan.UNKNOWN:
        return Answered(Answer.UNKNOWN)
    return Answered(_yes_if(plan is not CasePlan.ENDORSED), f"case plan: {plan}")


def _no_risk_assessment(situation: Situation, factor: Factor) -> Answered:
    endorsed = situation.child.risk_date
    if endorsed is not None:
        return Answered(Answer.NO, "endorsed", endorsed)
    # A column that the file never had says nothing of this child.
    if not situation.holds("risk_date"):
        return Answered(Answer.UNKNOWN)
    return Answered(Answer.YES, "no date of endorsement")


def _court(situation: Situation, factor: Factor) -> Answered:
    for task, kind in situation.due:
        if kind.hearing:
            return Answered(Answer.YES, kind.title, task.due)
    order = situation.child.order
    return Answered(_yes_if(order in _PROCEEDINGS), f"order: {order}")


def _maram_serious(situation: Situation, factor: Factor) -> Answered:
    return _maram(situation, _SERIOUS)


def _maram_elevated(situation: Situation, factor: Factor) -> Answered:
    return _maram(situation, _ELEVATED)


def _maram(situation: Situation, levels: tuple[Maram, ...]) -> Answered:
    level = situation.child.maram
    if level is Maram.UNKNOWN:
        return Answered(Answer.UNKNOWN)
    return Answered(_yes_if(level in levels), f"MARAM: {level}")


def _young_at_home(situation: Situation, factor: Factor) -> Answered:
    """Ask whether a pre-school child is with parents, with a concern that 2254 names there."""
    young = _preschool(situation, factor)
    living = situation.child.living
    if young.answer is Answer.NO or living not in (Living.PARENTS, Living.UNKNOWN):
        return Answered(Answer.NO)
    concern = _concern(situation, factor)
    if concern.answer is Answer.NO:
        return concern
    certain = young.answer is Answer.YES and living is Living.PARENTS
    return concern if certain else Answered(Answer.UNKNOWN)


def _concern(situation: Situation, factor: Factor) -> Answered:
    replies = [situation.factors.get(item) for item in factor.reads]
    for reply in replies:
        if reply is not None and reply.answer is Answer.YES:
            evidence = reply.evidence or _title(situation, reply.item)
            return Answered(Answer.YES, evidence, reply.dated)
    level = _maram(situation, _SERIOUS)
    if level.answer is Answer.YES:
        return level
    blank = any(reply is None or reply.answer is Answer.UNKNOWN for reply in replies)
    return Answered(Answer.UNKNOWN if blank or level.answer is Answer.UNKNOWN else Answer.NO)


def _title(situation: Situation, item: str) -> str:
    return next(row.title for row in situation.policy.factors if row.id == item)


def _yes_if(condition: bool) -> Answer:
    return Answer.YES if condition else Answer.NO


_DERIVATIONS: Mapping[Derivation, Callable[[Situation, Factor], Answered]] = {
    Derivation.INFANT: _infant,
    Derivation.PRESCHOOL: _preschool,
    Derivation.DISABILITY: _disability,
    Derivation.YOUNG_AT_HOME: _young_at_home,
    Derivation.NO_CASE_PLAN: _no_case_plan,
    Derivation.NO_RISK_ASSESSMENT: _no_risk_assessment,
    Derivation.COURT: _court,
    Derivation.MARAM_SERIOUS: _maram_serious,
    Derivation.MARAM_ELEVATED: _maram_elevated,
}
