"""Questions about families that need no policy: who holds them, and may they be apart."""

from datetime import timedelta

from planner.data.scenario import Practitioner, Scenario
from planner.data.vocabulary import CaseStatus, DecisionKind


def held_families(scenario: Scenario) -> int:
    """Count the families that a practitioner of the team holds in the cycle."""
    carriers = {p.practitioner for p in scenario.practitioners if _carries(p, scenario)}
    open_children = (c for c in scenario.children if c.status is CaseStatus.OPEN)
    return len({child.family for child in open_children if child.holder in carriers})


def _carries(practitioner: Practitioner, scenario: Scenario) -> bool:
    last_day = scenario.as_at + timedelta(days=scenario.cycle_days - 1)
    started = practitioner.start is None or practitioner.start <= last_day
    stays = practitioner.end is None or practitioner.end >= scenario.as_at
    return practitioner.grade.carries and started and stays


def may_be_apart(scenario: Scenario, family: str) -> bool:
    """Say whether a family may have more than one practitioner.

    True where the manager split it, where different people hold its children,
    or where its children belong to different teams.
    """
    children = [child for child in scenario.children if child.family == family]
    ids = {child.child for child in children}
    holders = {child.holder for child in children if child.holder}
    split = any(d.kind is DecisionKind.SPLIT and d.child in ids for d in scenario.decisions)
    return split or len(holders) > 1 or len({child.team for child in children}) > 1
