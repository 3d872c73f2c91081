"""Synthetic children: one row of the cases table each, before anybody holds it."""

from datetime import date, timedelta
from math import sqrt
from random import Random

from planner.data.record import Record
from planner.data.scenario import Child
from planner.data.vocabulary import (
    Answer,
    CasePlan,
    CaseStatus,
    Consequence,
    Contact,
    InfantResponse,
    Living,
    Maram,
    Objective,
    Order,
    Phase,
    Probability,
)
from planner.synthetic.draw import among_highest, chance, days_before, linked, pick, ranked
from planner.synthetic.family import CARE_ORDERS, Family, draw_order
from planner.synthetic.shares import Shares

_YEAR = 365.25
_OBJECTIVES = {
    Order.NONE: Objective.FAMILY_PRESERVATION,
    Order.APPLICATION: Objective.FAMILY_PRESERVATION,
    Order.INTERIM: Objective.REUNIFICATION,
    Order.UNDERTAKING: Objective.FAMILY_PRESERVATION,
    Order.FAMILY_PRESERVATION: Objective.FAMILY_PRESERVATION,
    Order.FAMILY_REUNIFICATION: Objective.REUNIFICATION,
    Order.LONG_TERM_CARE: Objective.LONG_TERM_CARE,
}


class Draft(Record):
    """A child, and the latent need that other signs of need are linked to."""

    child: Child
    need: float


def draw_child(
    rng: Random, child_id: str, family: Family, first: bool, as_at: date, shares: Shares
) -> Draft:
    """Draw one child of a family; the first one gives the household its name."""
    need = linked(rng, family.need, sqrt(shares.of("siblings_alike")["correlation"]))
    years = _age(rng, family, shares)
    order = _order(rng, family, years, shares)
    living = _living(rng, family, order, years, shares)
    row = Child(
        child=child_id,
        family=family.id,
        zone=family.zone,
        living=living,
        placement=_placement(rng, child_id, family, living, first, shares),
        phase=family.phase,
        order=order,
        objective=_objective(rng, family.phase, order, shares),
        case_plan=CasePlan(pick(rng, shares.of(f"case_plan.{family.phase.value}"))),
        status=family.status,
        aboriginal=family.aboriginal,
        disability=_answer(rng, shares.of("disability")["yes"], shares.of("gap")["disability"]),
        language=family.language,
        skills=family.skills,
    )
    facts = _birth(rng, years, as_at, shares) | _judgements(rng, need, as_at, shares)
    classes = _classes(rng, need, years, family.status, shares)
    contact = _contact(rng, row.model_copy(update=classes), years, as_at, shares)
    return Draft(child=row.model_copy(update=facts | classes | contact), need=need)


def _age(rng: Random, family: Family, shares: Shares) -> float:
    """Draw an age: oldest categories at the highest need, so that siblings are near in age."""
    latent = linked(rng, family.age, sqrt(shares.of("sibling_age")["correlation"]))
    band = ranked(-latent, shares.of("age"))
    first, _, last = band.partition("-")
    return rng.uniform(int(first), int(last or first) + 0.99)


def _birth(rng: Random, years: float, as_at: date, shares: Shares) -> dict[str, object]:
    if chance(rng, shares.of("gap")["birth_date"]):
        return {"age": int(years)}
    return {"birth_date": days_before(as_at, years * _YEAR)}


def _order(rng: Random, family: Family, years: float, shares: Shares) -> Order:
    afresh = chance(rng, shares.of("sibling_order")["afresh"])
    order = draw_order(rng, family.phase, shares) if afresh else family.order
    if order is Order.LONG_TERM_CARE and years < shares.of("ages")["infant"]:
        return Order.CARE_BY_SECRETARY
    return order


def _living(rng: Random, family: Family, order: Order, years: float, shares: Shares) -> Living:
    living = family.living
    if order is not family.order:
        kind = "care" if order in CARE_ORDERS else "home"
        living = Living(pick(rng, shares.of(f"living.{kind}")))
    if living is Living.RESIDENTIAL and years < shares.of("ages")["residential"]:
        return Living.FOSTER
    return living


def _placement(
    rng: Random, child_id: str, family: Family, living: Living, first: bool, shares: Shares
) -> str:
    apart = chance(rng, shares.of("apart")["yes"])
    if living.in_care and not first and (apart or living is not family.living):
        return f"{family.id}-{child_id}"
    return f"{family.id}-{'care' if living.in_care else 'home'}"


def _objective(rng: Random, phase: Phase, order: Order, shares: Shares) -> Objective:
    if phase is Phase.INVESTIGATION:
        return Objective.UNKNOWN
    if order is Order.CARE_BY_SECRETARY:
        return Objective(pick(rng, shares.of("objective")))
    return _OBJECTIVES[order]


def _answer(rng: Random, yes: float, unknown: float) -> Answer:
    if chance(rng, unknown):
        return Answer.UNKNOWN
    return Answer.YES if chance(rng, yes / (1 - unknown)) else Answer.NO


def _judgements(rng: Random, need: float, as_at: date, shares: Shares) -> dict[str, object]:
    latent = linked(rng, need, shares.of("judgements")["latent"])
    maram = linked(rng, need, shares.of("linked")["maram"])
    unknown = chance(rng, shares.of("gap")["maram"])
    level = Maram.UNKNOWN if unknown else Maram(ranked(maram, shares.of("maram")))
    assessed = rng.random()
    share = shares.of("risk_assessment")
    age = rng.uniform(0, share["days"] - 1)
    if assessed < share["missing"]:
        return {"maram": level}
    if assessed < share["missing"] + share["old"]:
        age = rng.uniform(share["days"] + 1, 2 * share["days"])
    return {
        "maram": level,
        "consequence": _consequence(rng, need, shares),
        "probability": Probability(ranked(latent, shares.of("probability"))),
        "risk_date": days_before(as_at, age),
    }


def _consequence(rng: Random, need: float, shares: Shares) -> Consequence:
    """Insufficient evidence stands beside the ordinals, so it is drawn apart."""
    weights = dict(shares.of("consequence"))
    if chance(rng, weights.pop(Consequence.INSUFFICIENT.value)):
        return Consequence.INSUFFICIENT
    return Consequence(ranked(need, weights))


def _classes(
    rng: Random, need: float, years: float, status: CaseStatus, shares: Shares
) -> dict[str, object]:
    """Draw the infant response and the youth schedule; an intensive case is never contracted."""
    link = shares.of("linked")
    infant, youth = linked(rng, need, link["intensive"]), linked(rng, need, link["youth"])
    recorded = not chance(rng, shares.of("intensive")["not_recorded"])
    response = InfantResponse.NOT_APPLICABLE
    if years < shares.of("ages")["infant"]:
        intensive = among_highest(infant, shares.of("intensive")["yes"])
        response = InfantResponse.RESPONSE if recorded else InfantResponse.NOT_RECORDED
        if intensive and status is CaseStatus.OPEN:
            response = InfantResponse.INTENSIVE
    listed = years >= shares.of("ages")["youth"] and among_highest(youth, shares.of("youth")["yes"])
    return {
        "infant_response": response,
        "youth_schedule": Answer.YES if listed else Answer.NO,
    }


def _contact(
    rng: Random, child: Child, years: float, as_at: date, shares: Shares
) -> dict[str, object]:
    agreed = pick(rng, shares.of(f"contact.{_contact_kind(child, years, shares)}"))
    share = shares.of("agreement_old")
    old = chance(rng, share["yes"])
    days = share["days"] * (rng.uniform(1.02, 1.6) if old else rng.uniform(0.03, 0.98))
    if agreed == "none":
        return {}
    return {"contact": Contact(agreed), "contact_agreed": as_at - timedelta(days=round(days))}


def _contact_kind(child: Child, years: float, shares: Shares) -> str:
    if child.infant_response is InfantResponse.INTENSIVE or child.youth_schedule is Answer.YES:
        return "weekly"
    if years < shares.of("ages")["infant"]:
        return "infant"
    if child.phase is Phase.INVESTIGATION:
        return "investigation"
    if child.order in (Order.CARE_BY_SECRETARY, Order.LONG_TERM_CARE):
        return child.order.value
    return "home"
