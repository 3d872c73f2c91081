"""Whether somebody could have held one family instead of another: plain arithmetic, no model."""

from collections.abc import Iterator

from planner.data.caseload import case_half_hours
from planner.data.plan import Choices
from planner.data.problem import Carrier, Missable, Pair, Problem, Unit
from planner.data.vocabulary import Tier

TIERS = tuple(Tier)
BANDS = ("high_a", "high_b", "high_c")
COUNTS = ("children", "intensive", "high_risk", "new_families")


def limits_of(person: Carrier) -> dict[str, int | None]:
    """Give every limit of a practitioner."""
    return {
        "hours": person.limit_half_hours,
        "children": person.children_limit,
        "intensive": person.intensive_limit,
        "high_risk": person.high_risk_limit,
        "new_families": person.new_families_limit,
    }


def amount(family: Unit, found: Pair, limit: str) -> int:
    """Give what one unit counts under a limit."""
    return {
        "hours": found.demand_half_hours,
        "children": len(family.children),
        "intensive": family.intensive_infants,
        "high_risk": family.high_children,
        "new_families": int(not found.held and not family.former),
    }[limit]


def total(given: Problem, choices: Choices, person: Carrier, limit: str) -> int:
    """Add up what a practitioner holds under a limit, handovers included."""
    if limit == "hours":
        return case_half_hours(given, person, choices)
    return sum(
        amount(family, given.pairs[family.id, person.id], limit)
        for family in given.units
        if choices.holders[family.id] == person.id
    )


def newly_taken(given: Problem, choices: Choices, person: Carrier, limit: str) -> list[str]:
    """List what a practitioner takes on that counts, mandatory and waived units aside."""
    return [
        family.id
        for family in given.units
        if choices.holders[family.id] == person.id != family.holder
        and not family.mandatory
        and not (family.pin_waived and family.pinned_to == person.id)
        and amount(family, given.pairs[family.id, person.id], limit) > 0
    ]


def swaps(given: Problem, choices: Choices) -> list[tuple[str, str]]:
    """List each unit at high risk that awaits with a lower one it could have stood in for."""
    return [
        (high.id, low.id)
        for high in given.units
        if high.tier is Tier.HIGH and not choices.holders[high.id]
        for low in given.units
        if choices.holders[low.id] and not low.holder and not low.pinned_to
        if rank(high) < rank(low) and could_swap(given, choices, high, low)
    ]


def rank(family: Unit) -> tuple[int, int]:
    """Order units by tier, then by the highest band that any child of theirs has points in."""
    bands = (n for n, name in enumerate(BANDS) if getattr(family.points, name))
    return TIERS.index(family.tier), next(bands, len(BANDS))


def could_swap(given: Problem, choices: Choices, high: Unit, low: Unit) -> bool:
    """Say whether the practitioner of ``low`` could hold ``high`` in its place."""
    who = choices.holders[low.id]
    person = next(c for c in given.carriers if c.id == who)
    new, old = given.pairs[high.id, who], given.pairs[low.id, who]
    if stands_between(new) or new.give_half_hours or new.demand_half_hours > old.demand_half_hours:
        return False
    swapped = choices.model_copy(update={"holders": {**choices.holders, low.id: "", high.id: who}})
    within = all(
        most is None or total(given, swapped, person, limit) <= most
        for limit, most in limits_of(person).items()
        if limit in COUNTS
    )
    return within and high.team == low.team and duty_fits(given, choices, swapped, high, low)


def stands_between(found: Pair) -> bool:
    """Whether a rule that is never waived, a skill or a grade stands between the two."""
    never = (found.absent, found.away_too_long, found.conflict, found.barred, found.out_of_reach)
    return any(never) or bool(found.missing_skills) or found.missing_grade


def duty_fits(given: Problem, choices: Choices, swapped: Choices, high: Unit, low: Unit) -> bool:
    """Whether no more duty hours are needed, all contact of the two done.

    What was missed of ``high`` is hours no longer saved; nor can oversight be missed that does
    not fall due any more.
    """
    who = choices.holders[low.id]
    before = high.waiting_half_hours - missed(given, choices, high, "")
    before += cover(given, low, who) - missed(given, choices, low, who)
    after = low.waiting_half_hours + cover(given, high, who)
    oversight = choices.oversight_missed.get(low.team, 0)
    return after <= before and oversight <= most_oversight(given, swapped, low.team)


def missed(given: Problem, choices: Choices, family: Unit, who: str) -> int:
    """Add up the half-hours missed of a unit while it awaits, or in its holder's leave."""
    own: Iterator[Missable] = (
        i for i in given.missables if (i.unit, i.practitioner) == (family.id, who)
    )
    return sum(item.half_hours * choices.missed.get(item.id, 0) for item in own)


def cover(given: Problem, family: Unit, who: str) -> int:
    """Give the duty hours of a unit in its holder's leave."""
    return given.pairs[family.id, who].cover_half_hours


def most_oversight(given: Problem, choices: Choices, team_name: str) -> int:
    """Add up the oversight and reserve that a team may miss."""
    own = next(p for p in given.pools if p.team == team_name)
    return (
        own.contracted_half_hours
        + own.reserve_half_hours
        + sum(
            given.pairs[u.id, who].cover_rest_half_hours
            if (who := choices.holders[u.id])
            else u.oversight_half_hours
            for u in given.units
            if u.team == team_name
        )
    )
