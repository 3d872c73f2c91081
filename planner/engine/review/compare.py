"""Two plans beside each other: where they differ, why, and what each difference costs."""

from collections.abc import Iterable, Sequence

from planner.data.comparison import Compared, PlanDifferences
from planner.data.digest import digest
from planner.data.plan import ChildLine, Plan
from planner.data.policy import Policy
from planner.data.scenario import Scenario
from planner.data.wording import SentenceId
from planner.engine.in_hand import surely
from planner.engine.review.compare_costs import Side, stage_costs
from planner.engine.review.compare_places import (
    children_compared,
    practitioners_compared,
    rules_broken,
)
from planner.engine.review.cost_shares import CostShares
from planner.engine.said import said
from planner.errors import UsageFault
from planner.report import prepare
from planner.verify import verify_plan

Team = tuple[Scenario, Policy]


def compare(a: Plan, b: Plan, policy: Policy, teams: Iterable[Team] = ()) -> PlanDifferences:
    """Say how plan B differs from plan A; nothing is solved.

    Parameters
    ----------
    policy : Policy
        Whose words the notes are in.
    teams : iterable of (Scenario, Policy)
        The teams that the plans were made for. Where a plan's is not among them, the
        plan is not checked anew, and differences of cost are shown whole.

    Raises
    ------
    UsageFault
        Where there is nothing to compare: a plan that was not found, two teams that
        share no child, a team that is of neither plan, a plan that does not verify.
    """
    known = tuple(teams)
    _refuse(a, b, known)
    one, two = _side(a, known), _side(b, known)
    stages = tuple(stage_costs(one, two))
    children = tuple(children_compared(a, b))
    everyone = _ids(a.children) | _ids(b.children)
    return PlanDifferences(
        a=_compared(one),
        b=_compared(two),
        notes=_notes(policy, one, two),
        decided_by=next((stage.stage for stage in stages if stage.difference), ""),
        stages=stages,
        rules=tuple(rules_broken(a, b)),
        children=children,
        same=len(everyone) - len(children),
        practitioners=tuple(practitioners_compared(a, b)),
    )


def _refuse(a: Plan, b: Plan, teams: Sequence[Team]) -> None:
    for plan in (a, b):
        if not plan.found:
            raise UsageFault(f"No plan was found for {plan.scenario}: nothing to compare.")
    shared = _ids(a.children) & _ids(b.children)
    two = f"The plans are of two teams, {a.scenario} and {b.scenario}:"
    if not shared:
        raise UsageFault(f"{two} no child is in both, so there is nothing to compare.")
    if 2 * _same_children(a, b) < len(shared):
        raise UsageFault(f"{two} what they call {min(shared)} and so on are other children.")
    made = {plan.scenario_digest for plan in (a, b)}
    for team, _ in teams:
        if digest(team) not in made:
            raise UsageFault(f"Neither plan was made for {team.name}, or for it as it is now.")


def _same_children(a: Plan, b: Plan) -> int:
    """Count the ids that stand for the same child in both plans, as far as plans tell."""
    dated = a.as_at == b.as_at

    def known(line: ChildLine) -> tuple[object, ...]:
        return (line.child, line.family, *((line.phase, line.last_seen) if dated else ()))

    return len(set(map(known, a.children)) & set(map(known, b.children)))


def _ids(children: Iterable[ChildLine]) -> set[str]:
    return {line.child for line in children}


def _side(plan: Plan, teams: Sequence[Team]) -> Side:
    """Find the plan's team and verify the plan with it."""
    for team, policy in teams:
        if (digest(team), policy.digest) != (plan.scenario_digest, plan.policy_digest):
            continue
        found = verify_plan(plan, team, policy)
        if found:
            raise UsageFault(f"The plan of {plan.scenario} does not verify. {found[0]}")
        return Side(plan, CostShares(prepare(team, policy).problem, plan.choices))
    return Side(plan, None)


def _compared(side: Side) -> Compared:
    plan = side.plan
    return Compared(
        scenario=plan.scenario,
        scenario_digest=plan.scenario_digest,
        as_at=plan.as_at,
        policy=plan.policy,
        policy_version=plan.policy_version,
        status=plan.status,
        proven=surely(plan),
        checked=side.shares is not None,
        awaiting=sum(plan.counts.awaiting_by_tier.values()),
    )


def _notes(policy: Policy, one: Side, two: Side) -> tuple[str, ...]:
    a, b = one.plan, two.plan
    everyone = _ids(a.children) | _ids(b.children)
    alone = len(_ids(a.children) ^ _ids(b.children))
    ids: list[SentenceId] = []
    if a.scenario_digest != b.scenario_digest:
        ids.append(SentenceId.COMPARE_VARIANT)
    if a.policy_digest != b.policy_digest:
        ids.append(SentenceId.COMPARE_POLICIES)
    if alone:
        ids.append(SentenceId.COMPARE_PARTS)
    absent = [name for name, side in (("A", one), ("B", two)) if side.shares is None]
    if absent:
        ids.append(SentenceId.COMPARE_WHOLE)
    return said(
        policy,
        *ids,
        plan=" and ".join(f"plan {name}" for name in absent),
        count=alone,
        all=len(everyone),
    )
