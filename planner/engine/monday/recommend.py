"""Who could take this family, and whom could this practitioner take; nobody else moves."""

from collections.abc import Callable, Iterable, Sequence

from planner.data.fit import Fit, NewFamily, WhoCouldTake, WhomCouldTake
from planner.data.plan import Plan
from planner.data.policy import Policy
from planner.data.problem import Carrier, Unit
from planner.data.scenario import Scenario
from planner.data.vocabulary import CaseStatus
from planner.engine.monday.fitting import fits_of, left_half_hours
from planner.engine.monday.placement import Arrangement, in_hand
from planner.errors import UsageFault

TOP = 3
_MOST_NAMED = 12


def who_could_take(
    scenario: Scenario, policy: Policy, child: str, *, plan: Plan | None = None, top: int = TOP
) -> WhoCouldTake:
    """Show every practitioner present with one child's family, which awaits or is held.

    Nothing is re-planned: only this family is given to each in turn, and what
    duty misses is chosen anew.

    Parameters
    ----------
    plan : Plan, optional
        The plan in hand; without one, the team as it stands.
    top : int
        How many to suggest of those who break no rule.

    Raises
    ------
    UsageFault
        Where there is no such child here, or the plan is of another team.
    """
    base = in_hand(scenario, policy, plan)
    return _who(base, _unit_of(base, child), top, new=False)


def new_family(
    scenario: Scenario,
    policy: Policy,
    facts: NewFamily,
    *,
    plan: Plan | None = None,
    top: int = TOP,
) -> WhoCouldTake:
    """Show every practitioner present with a family that is not in the team yet.

    A child whose family the team has already joins it, with whoever holds it.

    Parameters
    ----------
    plan : Plan, optional
        The plan in hand; without one, the team as it stands: on the day on which a
        family comes, nobody wants everybody moved.

    Raises
    ------
    UsageFault
        Where ids are there already, a conflict names nobody of the team, or the
        children would not have one practitioner together.
    """
    _refuse(scenario, facts)
    extended = scenario.model_copy(
        update={
            "children": (*scenario.children, *facts.children),
            "tasks": (*scenario.tasks, *facts.tasks),
            "decisions": (*scenario.decisions, *facts.decisions),
        }
    )
    base = in_hand(scenario, policy, plan, extended)
    units = {_unit_of(base, child.child).id for child in facts.children}
    if len(units) > 1:
        raise UsageFault(
            f"the children of {facts.children[0].family} have no one practitioner together: "
            "ask for one of them at a time"
        )
    return _who(base, _unit_of(base, facts.children[0].child), top, new=True)


def whom_could_take(
    scenario: Scenario,
    policy: Policy,
    practitioner: str,
    *,
    plan: Plan | None = None,
    top: int = TOP,
) -> WhomCouldTake:
    """Show every family that awaits with one practitioner.

    Nothing is re-planned: only this family is given to the practitioner, and
    what duty misses is chosen anew.

    Raises
    ------
    UsageFault
        Where there is no such practitioner, or they are not there to take anybody on.
    """
    base = in_hand(scenario, policy, plan)
    carrier = carrier_of(base, practitioner)
    if not carrier.present:
        raise UsageFault(f"{practitioner} has no working day in the cycle and can take on nobody")
    fits = fits_of(base, [(unit, carrier) for unit in base.waiting], top)
    people = {p.practitioner: p.label for p in scenario.practitioners}
    return WhomCouldTake(
        scenario=scenario.name,
        as_at=scenario.as_at,
        arrangement=base.words,
        practitioner=practitioner,
        label=people[practitioner],
        left_half_hours=left_half_hours(base, carrier),
        top=top,
        suggested=_suggested(fits, lambda fit: fit.unit),
        fits=fits,
    )


def carrier_of(base: Arrangement, practitioner: str) -> Carrier:
    """Give a practitioner who holds cases; say who does where there is none of that name."""
    for carrier in base.problem.carriers:
        if carrier.id == practitioner:
            return carrier
    known = ", ".join(carrier.id for carrier in base.problem.carriers)
    raise UsageFault(f"{practitioner} holds no cases in this team; those who do: {known}")


def _who(base: Arrangement, unit: Unit, top: int, *, new: bool) -> WhoCouldTake:
    scenario = base.prepared.scenario
    scores = base.prepared.priorities.scores
    present = [carrier for carrier in base.problem.carriers if carrier.present]
    fits = fits_of(base, [(unit, carrier) for carrier in present], top)
    return WhoCouldTake(
        scenario=scenario.name,
        as_at=scenario.as_at,
        arrangement=base.words,
        new=new,
        unit=unit.id,
        family=unit.family,
        children=unit.children,
        tiers={child: scores[child].tier for child in unit.children},
        bands={child: scores[child].band for child in unit.children},
        holder=base.choices.holders[unit.id],
        top=top,
        suggested=_suggested(fits, lambda fit: fit.practitioner),
        fits=fits,
        away=tuple(carrier.id for carrier in base.problem.carriers if not carrier.present),
    )


def _suggested(fits: Sequence[Fit], name: Callable[[Fit], str]) -> tuple[str, ...]:
    return tuple(name(fit) for fit in fits if fit.suggested)


def _unit_of(base: Arrangement, child: str) -> Unit:
    for unit in base.problem.units:
        if child in unit.children:
            return unit
    known = {row.child: row for row in base.prepared.scenario.children}
    if child in known and known[child].status is not CaseStatus.OPEN:
        raise UsageFault(f"{child} is {known[child].status.value}: nobody here is asked to hold it")
    raise UsageFault(f"there is no child {child} in the team; there are {_some(known)}")


def _refuse(scenario: Scenario, facts: NewFamily) -> None:
    """Refuse a new family whose ids are taken, or that names whom nobody knows."""
    taken = {child.child for child in scenario.children} & {c.child for c in facts.children}
    if taken:
        raise UsageFault(f"{', '.join(sorted(taken))}: a child of this id is in the team already")
    if len({child.family for child in facts.children}) > 1:
        raise UsageFault("the children are of more than one family: ask for one at a time")
    people = {person.practitioner for person in scenario.practitioners}
    strangers = {row.practitioner for row in facts.decisions} - people - {""}
    if strangers:
        raise UsageFault(f"{', '.join(sorted(strangers))}: not in the team; {_some(people)} are")


def _some(names: Iterable[str]) -> str:
    known = sorted(names)
    return ", ".join(known[:_MOST_NAMED]) + (", ..." if len(known) > _MOST_NAMED else "")
