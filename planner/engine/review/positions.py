"""Where a policy puts each child of a small case: tier, points, contact and what is owed."""

from collections.abc import Mapping

from planner.data.policy import Policy
from planner.data.problem import Unit
from planner.data.scenario import Child, Scenario
from planner.data.vignette import Counted, Position
from planner.data.vocabulary import CaseStatus, Contact
from planner.report import Prepared, prepare
from planner.workload.contact import allocated_trips, waiting_trips

NO_CONTACT = "none"


def positions(
    scenario: Scenario, policy: Policy, visits: Mapping[Contact, int]
) -> tuple[Position, ...]:
    """Give each child's position, in the order of the scenario.

    Tasks of a kind that the policy does not know are left out.
    """
    kinds = {kind.id for kind in policy.tasks}
    tasks = tuple(task for task in scenario.tasks if task.task in kinds)
    readable = scenario.model_copy(update={"tasks": tasks})
    prepared = prepare(readable, policy)
    words = {count: contact.value for contact, count in visits.items()}
    units = {child: unit for unit in prepared.problem.units for child in unit.children}
    return tuple(
        _position(prepared, child, units.get(child.child), words) for child in scenario.children
    )


def _position(
    prepared: Prepared, child: Child, unit: Unit | None, words: Mapping[int, str]
) -> Position:
    score, facts = prepared.priorities.scores[child.child], prepared.facts
    trips = (allocated_trips(facts, child), waiting_trips(facts, child)) if unit else (0, 0)
    due = [facts.kinds[task.task] for task in facts.tasks.get(child.child, ())]
    return Position(
        child=child.child,
        tier=score.tier,
        band=score.band,
        groups=score.groups,
        points=score.points,
        impact=score.impact,
        judgement_first=score.no_judgement,
        contact=_visits(trips[0], words),
        contact_awaiting=_visits(trips[1], words),
        counted=_counted(prepared, child, unit),
        never_deallocated=unit is not None and unit.mandatory,
        obligations=tuple(dict.fromkeys(row.paragraph for row in score.obligations)),
        never_missed=tuple(kind.id for kind in due if not kind.optional),
    )


def _visits(count: int, words: Mapping[int, str]) -> str:
    return words.get(count, f"{count} times") if count else NO_CONTACT


def _counted(prepared: Prepared, child: Child, unit: Unit | None) -> Counted:
    """Say where the case counts: whether planning hours stay is asked of the child alone."""
    if unit is not None:
        return Counted.TEAM
    if child.status is not CaseStatus.CONTRACTED:
        return Counted.OUTSIDE
    alone = prepared.scenario.model_copy(update={"children": (child,), "tasks": ()})
    hours = sum(p.contracted_half_hours for p in prepare(alone, prepared.policy).problem.pools)
    return Counted.PLANNING if hours else Counted.OUTSIDE
