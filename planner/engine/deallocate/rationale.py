"""The record of one de-allocation: every part the policy asks for, known, given or blank."""

import threading
from collections.abc import Mapping

from planner.data.deallocation import RationaleId
from planner.data.plan import Plan
from planner.data.policy import Policy
from planner.data.rationale import Given, Part, Rationale
from planner.data.scenario import Scenario
from planner.data.wording import SentenceId
from planner.engine.deallocate.rationale_after import contact, obligations, review, told, work
from planner.engine.deallocate.rationale_before import (
    consulted,
    cycle,
    decision,
    indicators,
    interests,
    principles,
    risk,
    views,
    why,
)
from planner.engine.deallocate.rationale_known import Known, Writer
from planner.engine.deallocate.worksheet import worksheet
from planner.engine.question import OnStep
from planner.errors import UsageFault


def rationale(
    scenario: Scenario,
    policy: Policy,
    child: str,
    *,
    given: Given | None = None,
    plan: Plan | None = None,
    time_limit: float = 10.0,
    stop: threading.Event | None = None,
    on_step: OnStep | None = None,
) -> Rationale:
    """Write the record of de-allocating one child, with every blank marked as one.

    Parameters
    ----------
    given : Given, optional
        What the manager gives: reason, who decides, views, consultations, review.

    Raises
    ------
    UsageFault
        Where the child may not be de-allocated (mandatory, high risk without a
        reason, nobody holds the case), or a role that is consulted is unknown.
    """
    own = given or Given()
    _refuse_unknown_roles(policy, own)
    sheet = worksheet(
        scenario,
        policy,
        plan=plan,
        most=0,
        children=[child],
        reason=own.reason,
        time_limit=time_limit,
        stop=stop,
        on_step=on_step,
    )
    if sheet.refused:
        raise UsageFault(" ".join(row.words for row in sheet.refused))
    if not sheet.candidates:
        raise UsageFault("The record was stopped before it was made.")
    known = Known(policy, sheet.candidates[0], child, own, scenario.as_at)
    return _record(known, scenario).model_copy(update={"proven": sheet.proven})


def _record(known: Known, scenario: Scenario) -> Rationale:
    policy = known.policy
    return Rationale(
        title=f"De-allocation of {known.named}",
        not_recorded=_not_recorded(policy),
        child=known.child,
        scenario=scenario.name,
        as_at=scenario.as_at,
        policy=policy.name,
        policy_version=policy.version,
        parts=tuple(_part(known, row.id) for row in policy.rationale),
    )


def _part(known: Known, wanted: RationaleId) -> Part:
    asked = known.asked(wanted)
    return Part(
        id=wanted,
        heading=asked.heading,
        paragraph=asked.paragraph,
        entries=_WRITERS[wanted](known, asked.prompt),
    )


def _not_recorded(policy: Policy) -> str:
    wanted = SentenceId.RATIONALE_NOT_RECORDED
    return next(row.text for row in policy.sentences if row.id is wanted)


def _refuse_unknown_roles(policy: Policy, given: Given) -> None:
    words = policy.deallocation
    roles = (*words.consulted, words.advice_service)
    known = {role.casefold() for role in roles}
    for row in given.consulted:
        if row.role.casefold() not in known:
            raise UsageFault(f"{row.role!r} is none of the roles consulted: {', '.join(roles)}.")


_WRITERS: Mapping[RationaleId, Writer] = {
    RationaleId.DECISION: decision,
    RationaleId.WHY: why,
    RationaleId.RISK: risk,
    RationaleId.CYCLE: cycle,
    RationaleId.PRINCIPLES: principles,
    RationaleId.CHILD: lambda known, prompt: indicators(known.own.on_child, prompt),
    RationaleId.PERMANENCY: lambda known, prompt: indicators(known.own.on_permanency, prompt),
    RationaleId.CONSULTED: consulted,
    RationaleId.OBLIGATIONS: obligations,
    RationaleId.VIEWS: views,
    RationaleId.INTERESTS: interests,
    RationaleId.WORK: work,
    RationaleId.CONTACT: contact,
    RationaleId.TOLD: told,
    RationaleId.REVIEW: review,
}
