"""One practitioner's cases: which families, how many hours each, and what these are made of."""

from collections.abc import Iterator
from fractions import Fraction

from planner.data.cases_held import CasesHeld, HandedOver, HeldFamily
from planner.data.plan import Plan
from planner.data.policy import Policy
from planner.data.problem import Carrier, Unit
from planner.data.scenario import Scenario
from planner.data.wording import SentenceId
from planner.engine.in_hand import plan_in_hand
from planner.engine.monday.fitting import limit_lines
from planner.engine.monday.placement import Arrangement
from planner.engine.monday.recommend import carrier_of
from planner.engine.review.in_tenths import in_tenths
from planner.engine.said import said
from planner.report import prepare
from planner.workload.made_of import amounts_of, made_of
from planner.workload.units import group

_NOTHING = Fraction(0)
_SAYS = (SentenceId.EVIDENCE_NOT, SentenceId.EVIDENCE_ESTIMATE)


def cases_held(scenario: Scenario, policy: Policy, practitioner: str, *, plan: Plan) -> CasesHeld:
    """Lay one practitioner's case hours open, family by family.

    Parameters
    ----------
    plan : Plan
        A plan of this team and policy, or the team as it stands.

    Raises
    ------
    UsageFault
        Where nobody of that name holds cases, or the plan is of another team or does not verify.
    """
    chosen = plan_in_hand(scenario, policy, plan, time_limit=0)
    base = Arrangement(prepare(scenario, policy), plan.status.value, chosen.choices)
    carrier = carrier_of(base, practitioner)
    families = tuple(_families(base, carrier))
    given = tuple(_handed_over(base, carrier))
    handed = sum(row.half_hours for row in given)
    half_hours = sum(row.half_hours for row in families) + handed
    amounts = made_of(base.prepared.facts, base.choices.holders)[practitioner]
    labels = {person.practitioner: person.label for person in scenario.practitioners}
    return CasesHeld(
        scenario=scenario.name,
        as_at=scenario.as_at,
        arrangement=base.words,
        practitioner=practitioner,
        label=labels[practitioner],
        present=carrier.present,
        families=families,
        handed_over=given,
        capacity_half_hours=carrier.capacity_half_hours,
        limit_half_hours=carrier.limit_half_hours,
        case_half_hours=half_hours,
        cover_half_hours=sum(
            base.problem.pairs[row.unit, practitioner].cover_half_hours for row in families
        ),
        made_of=in_tenths(amounts, Fraction(handed, 2), half_hours),
        limits=tuple(limit_lines(base, carrier)),
        says=said(policy, *_SAYS),
    )


def _families(base: Arrangement, carrier: Carrier) -> Iterator[HeldFamily]:
    """Yield the families that somebody holds, in the order of their ids."""
    facts = base.prepared.facts
    members = {unit.id: unit for unit in group(facts)}
    for unit in _with(base, carrier):
        half_hours = base.problem.pairs[unit.id, carrier.id].demand_half_hours
        amounts = amounts_of(facts, members[unit.id], carrier.id)
        yield HeldFamily(
            unit=unit.id,
            children=unit.children,
            tier=unit.tier,
            held_now=unit.holder == carrier.id,
            half_hours=half_hours,
            made_of=in_tenths(amounts, _NOTHING, half_hours),
        )


def _with(base: Arrangement, carrier: Carrier) -> list[Unit]:
    holders = base.choices.holders
    return [unit for unit in base.problem.units if holders[unit.id] == carrier.id]


def _handed_over(base: Arrangement, carrier: Carrier) -> Iterator[HandedOver]:
    for unit in base.problem.units_held_by.get(carrier.id, ()):
        holder = base.choices.holders[unit.id]
        if holder not in ("", carrier.id):
            yield HandedOver(
                unit=unit.id,
                children=unit.children,
                to=holder,
                half_hours=base.problem.pairs[unit.id, holder].give_half_hours,
            )
