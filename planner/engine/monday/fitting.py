"""The facts of one family with one practitioner, and what giving it to them would leave."""

from collections.abc import Iterator, Sequence

from planner.data.fit import Fit, Known, Language, LimitLine
from planner.data.problem import Carrier, Unit
from planner.data.scenario import Child, Practitioner
from planner.engine.monday.placement import (
    Arrangement,
    confirm,
    contacts_missed,
    newly_broken,
    newly_given,
    placed,
    stage_changes,
    would_fit,
)
from planner.report.wording import gives_way
from planner.rules import ADDITIVE, RULES
from planner.rules.additive import taken_by
from planner.rules.eligible import may_hold

_RULES = {rule.id: rule for rule in RULES}


def fits_of(base: Arrangement, pairs: Sequence[tuple[Unit, Carrier]], top: int) -> tuple[Fit, ...]:
    """Describe each of some placements, the ``top`` least costly that break no rule marked.

    Of equal cost those go first whose ids come first.
    """
    tried = [(placed(base, unit, carrier.id), unit, carrier) for unit, carrier in pairs]
    facts = [_fit(base, *one) for one in tried]
    cheapest = sorted(
        (number for number, fit in enumerate(facts) if fit.fits),
        key=lambda n: (tried[n][0].values, facts[n].unit, facts[n].practitioner),
    )[:top]
    for number in cheapest:
        confirm(tried[number][0])
    return tuple(
        fit.model_copy(update={"suggested": number in cheapest}) for number, fit in enumerate(facts)
    )


def left_half_hours(arrangement: Arrangement, carrier: Carrier) -> int:
    """Give the half-hours left within a practitioner's limit; negative where over it."""
    used = arrangement.problem.half_hours_by_practitioner(arrangement.choices.holders)
    return carrier.limit_half_hours - used[carrier.id]


def _fit(base: Arrangement, tried: Arrangement, unit: Unit, carrier: Carrier) -> Fit:
    pair = base.problem.pairs[unit.id, carrier.id]
    person, children = _person(base, carrier), _children(base, unit)
    broken, gives = newly_broken(base, tried, unit), newly_given(base, tried)
    missed, watched = (
        after - before
        for before, after in zip(contacts_missed(base), contacts_missed(tried), strict=True)
    )
    limits = tuple(limit_lines(tried, carrier))
    return Fit(
        unit=unit.id,
        children=unit.children,
        tier=unit.tier,
        practitioner=carrier.id,
        label=person.label,
        fits=not broken,
        within_limits=not (broken or gives or any(line.passed for line in limits)),
        known=tuple(_known(base, unit, children, carrier.id)),
        needs_half_hours=pair.demand_half_hours,
        left_half_hours=left_half_hours(tried, carrier),
        one_way_minutes=_one_way(base, children, carrier.id),
        skills=tuple(sorted({skill for child in children for skill in child.skills})),
        missing_skills=pair.missing_skills,
        missing_grade=pair.missing_grade,
        languages=tuple(_languages(children, person)),
        limits=limits,
        broken=broken,
        against=tuple(_RULES[finding.rule].say(finding) for finding in broken),
        gives=gives,
        gives_way=tuple(f"{gives_way(give)}." for give in gives),
        stages=stage_changes(base, tried),
        contacts_missed=missed,
        contacts_missed_watched=watched,
        no_longer_fit=() if broken else tuple(_no_longer_fit(base, tried, unit, carrier.id)),
    )


def _person(base: Arrangement, carrier: Carrier) -> Practitioner:
    people = base.prepared.scenario.practitioners
    return next(person for person in people if person.practitioner == carrier.id)


def _children(base: Arrangement, unit: Unit) -> tuple[Child, ...]:
    return tuple(c for c in base.prepared.scenario.children if c.child in unit.children)


def _known(
    base: Arrangement, unit: Unit, children: Sequence[Child], practitioner: str
) -> Iterator[Known]:
    """Yield how the practitioner knows the family already."""
    problem, holders = base.problem, base.choices.holders
    others = (u for u in problem.units if u.family == unit.family and u.id != unit.id)
    if unit.holder == practitioner:
        yield Known.HOLDS
    elif practitioner in (unit.former, *(child.holder for child in children)):
        yield Known.FORMER
    if any(practitioner in (other.holder, holders[other.id]) for other in others):
        yield Known.SIBLING


def _one_way(base: Arrangement, children: Sequence[Child], practitioner: str) -> int:
    facts = base.prepared.facts
    origin = facts.origins[practitioner]
    return max(facts.travel(origin, facts.home_zone(child)) for child in children)


def _languages(children: Sequence[Child], person: Practitioner) -> Iterator[Language]:
    skills = {skill.casefold() for skill in person.skills}
    for language in sorted({child.language for child in children if child.language}):
        yield Language(language=language, spoken=language.casefold() in skills)


def limit_lines(tried: Arrangement, carrier: Carrier) -> Iterator[LimitLine]:
    """Yield every limit of the practitioner that is on, with what it comes to."""
    problem, choices = tried.problem, tried.choices
    taken = taken_by(problem, choices).get(carrier.id, ())
    for limit in ADDITIVE:
        most = limit.limit(carrier)
        if most is not None:
            yield LimitLine(
                limit=limit.id,
                title=_RULES[limit.id].title,
                unit=_RULES[limit.id].unit,
                total=limit.total(problem, carrier, taken, choices),
                most=most,
            )


def _no_longer_fit(
    base: Arrangement, tried: Arrangement, unit: Unit, practitioner: str
) -> Iterator[str]:
    """Yield the waiting units that would fit with the practitioner now, and after it not."""
    for other in base.waiting:
        if other.id == unit.id or not may_hold(base.problem, other, practitioner):
            continue
        if would_fit(base, other, practitioner) and not would_fit(tried, other, practitioner):
            yield other.id
