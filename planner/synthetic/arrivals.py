"""Children who have just come to a team and await allocation."""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from planner.data.record import Record
from planner.data.scenario import Child, Scenario
from planner.data.vocabulary import (
    Answer,
    CasePlan,
    Consequence,
    InfantResponse,
    Living,
    Maram,
    Objective,
    Order,
    Phase,
    Probability,
)
from planner.synthetic.edits import with_children

_YEAR = 365.25


class Infant(Record):
    """A child under two who has just come to the team, and what is known so far."""

    weeks: int
    response: InfantResponse
    consequence: Consequence | None = None
    probability: Probability | None = None
    days_awaiting: int = 3
    twin: bool = False


def with_infants(scenario: Scenario, infants: Iterable[Infant]) -> Scenario:
    """Add infants who await allocation; a twin joins the family before."""
    for infant in infants:
        scenario = _with_infant(scenario, infant)
    return scenario


def _with_infant(scenario: Scenario, infant: Infant) -> Scenario:
    as_at = scenario.as_at
    family = scenario.children[-1].family if infant.twin else next_family(scenario)
    child = Child(
        child=f"C{len(scenario.children) + 1:03}",
        family=family,
        zone=_base(scenario),
        birth_date=as_at - timedelta(weeks=infant.weeks),
        living=Living.PARENTS,
        placement=f"{family}-home",
        phase=Phase.PROTECTIVE_INTERVENTION,
        order=Order.NONE,
        objective=Objective.FAMILY_PRESERVATION,
        infant_response=infant.response,
        youth_schedule=Answer.NO,
        consequence=infant.consequence,
        probability=infant.probability,
        risk_date=as_at - timedelta(days=infant.days_awaiting) if infant.consequence else None,
        maram=Maram.ELEVATED,
        case_plan=CasePlan.DRAFT,
        since=as_at - timedelta(days=infant.days_awaiting),
        last_seen=as_at - timedelta(days=infant.days_awaiting),
        aboriginal=Answer.NO,
        disability=Answer.NO,
    )
    return with_children(scenario, (child,))


def with_siblings(scenario: Scenario, ages: Sequence[int], days_awaiting: int) -> Scenario:
    """Add one family of children of these ages who await allocation, all in one household."""
    as_at = scenario.as_at
    family = next_family(scenario)
    first = len(scenario.children) + 1
    children = tuple(
        Child(
            child=f"C{first + position:03}",
            family=family,
            zone=_base(scenario),
            birth_date=as_at - timedelta(days=round((age + 0.5) * _YEAR)),
            living=Living.PARENTS,
            placement=f"{family}-home",
            phase=Phase.PROTECTIVE_INTERVENTION,
            order=Order.APPLICATION,
            objective=Objective.FAMILY_PRESERVATION,
            infant_response=_response(age),
            youth_schedule=Answer.NO,
            consequence=Consequence.SIGNIFICANT,
            probability=Probability.LIKELY,
            risk_date=as_at - timedelta(days=days_awaiting),
            maram=Maram.SERIOUS,
            case_plan=CasePlan.DRAFT,
            since=as_at - timedelta(days=days_awaiting),
            last_seen=as_at - timedelta(days=days_awaiting),
            aboriginal=Answer.NO,
            disability=Answer.NO,
        )
        for position, age in enumerate(ages)
    )
    return with_children(scenario, children)


def next_family(scenario: Scenario) -> str:
    """Give the id of the next new family."""
    return f"F{len({child.family for child in scenario.children}) + 1:02}"


def _base(scenario: Scenario) -> str:
    return next(iter(scenario.bases.values()))


def _response(age: int) -> InfantResponse:
    return InfantResponse.RESPONSE if age < 2 else InfantResponse.NOT_APPLICABLE
