"""What a plan holds, as rows a page can show: nothing is decided or worked out anew."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from planner.data.plan import ChildLine, Move, Offer, Plan, PoolLine, PractitionerLine, StageValue
from planner.data.vocabulary import Tier
from planner.rules import RULES
from planner.terms import BY_ID
from planner.ui.words import children, day, days, hours, named, percent, tier, title

Row = dict[str, str]

_NEW = (Move.TAKEN_ON, Move.FORCED, Move.CHANGED)
_CHANGES = (Move.DEALLOCATED, Move.CHANGED, Move.FORCED, Move.TAKEN_ON)


class Load(NamedTuple):
    """One bar of the load chart: shares of own hours in per cent, and the same in words."""

    who: str
    load: float
    limit: float
    over: bool
    words: str


def loads(plan: Plan) -> list[Load]:
    """Give a bar for everyone who can hold cases in the cycle."""
    return [_load(person) for person in _carriers(plan)]


def _carriers(plan: Plan) -> list[PractitionerLine]:
    return [person for person in plan.practitioners if person.carries]


def _load(person: PractitionerLine) -> Load:
    own = person.capacity_half_hours
    return Load(
        who=named(person),
        load=100 * person.case_half_hours / own if own else 0.0,
        limit=100 * person.limit_half_hours / own if own else 0.0,
        over=person.over_half_hours > 0,
        words=load_words(person),
    )


def load_words(person: PractitionerLine) -> str:
    """Say someone's load: share, case hours of own hours, and what is over."""
    if not person.present:
        return "away the whole cycle"
    share = percent(person.case_half_hours, person.capacity_half_hours)
    held = f"{hours(person.case_half_hours)} of {hours(person.capacity_half_hours)}"
    over = f", {hours(person.over_half_hours)} over" if person.over_half_hours else ""
    return " · ".join(part for part in (share, held + over) if part)


def practitioner_rows(plan: Plan) -> list[Row]:
    """Give the numbers behind the load bars, a row for each practitioner."""
    several = len({person.team for person in plan.practitioners}) > 1
    return [
        {
            "Practitioner": named(person),
            **({"Team": person.team} if several else {}),
            "Load": load_words(person),
            "Limit": hours(person.limit_half_hours),
            "Holds": _count_words(person),
        }
        for person in _carriers(plan)
    ]


def _count_words(person: PractitionerLine) -> str:
    families = "1 family" if person.families == 1 else f"{person.families} families"
    infants = f", {person.intensive} intensive" if person.intensive else ""
    return f"{children(person.children)} of {families}, {person.high_risk} high risk{infants}"


class Holding(NamedTuple):
    """Who holds whom: one practitioner with the children who stay, come and go."""

    who: str
    load: str
    stay: tuple[str, ...]
    come: tuple[str, ...]
    go: tuple[str, ...]


def holdings(plan: Plan) -> list[Holding]:
    """Give everyone who can hold cases with their children, by id."""
    held: defaultdict[str, list[ChildLine]] = defaultdict(list)
    gone: defaultdict[str, list[ChildLine]] = defaultdict(list)
    for child in plan.children:
        held[child.holder].append(child)
        if child.move in (Move.CHANGED, Move.DEALLOCATED):
            gone[child.now].append(child)
    return [
        Holding(
            who=named(person),
            load=load_words(person),
            stay=_names(c for c in held[person.practitioner] if c.move not in _NEW),
            come=_names(c for c in held[person.practitioner] if c.move in _NEW),
            go=_names(gone[person.practitioner]),
        )
        for person in _carriers(plan)
    ]


def _names(lines: Iterable[ChildLine]) -> tuple[str, ...]:
    return tuple(named(line) for line in lines)


def change_rows(plan: Plan) -> list[Row]:
    """Give what the plan changes, child by child, de-allocations first."""
    return [
        {
            "Child": f"{named(child)}, family {child.family}",
            "What": title(move.value),
            "From and to": f"{child.now or 'nobody'} to {child.holder or 'awaiting allocation'}",
            "Priority": title(tier(child.score)),
        }
        for move in _CHANGES
        for child in plan.children
        if child.move is move
    ]


def ledger_rows(plan: Plan) -> list[Row]:
    """Give what came first, stage by stage: what it means, and how sure it is."""
    return [
        {
            "What came first": stage.title,
            "In this plan": _stage_words(stage),
            "How sure": known(stage),
        }
        for stage in plan.ledger
    ]


def _stage_words(stage: StageValue) -> str:
    said = [BY_ID[term].say(value) for term, value in stage.terms.items() if value]
    return "; ".join(said) if said else "none"


def known(stage: StageValue) -> str:
    """Say how sure a stage is: proven, best given those above, or within how much."""
    if stage.proven:
        return "proven best"
    if stage.bound is None:
        return "counted, not searched"
    if stage.bound == stage.value:
        return "best given the stages above"
    if stage.gap is None or not stage.total:
        return "best found so far"
    return f"within {100 * stage.gap:.0f} % of best" if stage.gap < 1 else "best found so far"


def missed_rows(plan: Plan) -> list[Row]:
    """Give every contact that fits nobody's hours, by the day it is due, then by child."""
    found = sorted(
        ((due, child) for child in plan.children for due in child.missed_due),
        key=lambda pair: (pair[0], pair[1].child),
    )
    return [
        {
            "Due": day(due, plan.as_at),
            "Child": named(child),
            "Priority": title(tier(child.score)),
            "Held by": child.holder or child.interim or "awaiting allocation",
        }
        for due, child in found
    ]


def optional_tasks(plan: Plan) -> list[str]:
    """Say whose optional tasks fit nobody's hours."""
    return [
        f"{named(child)}: {child.tasks_missed} optional "
        f"{'task' if child.tasks_missed == 1 else 'tasks'}"
        for child in plan.children
        if child.tasks_missed
    ]


def pool_words(pool: PoolLine, *, several: bool) -> list[str]:
    """Say a team's duty hours in words: what there is, what it is needed for, what fits."""
    spare = pool.spare_half_hours
    there = (
        f"{hours(spare)} are left after the cases held"
        if spare >= 0
        else f"The cases held are {hours(-spare)} more than the hours there are"
    )
    over = f" ({hours(pool.over_half_hours)} held over hours)" if pool.over_half_hours else ""
    needs = (
        (pool.waiting_half_hours, "children awaiting allocation"),
        (pool.cover_half_hours, "cover in leave"),
        (pool.contracted_half_hours, "contracted children"),
        (pool.reserve_half_hours, "reserve for arrivals"),
    )
    needed = [f"{hours(amount)} for {what}" for amount, what in needs if amount]
    return [
        f"{f'Team {pool.team}: ' if several else ''}{there}{over}; "
        f"{hours(pool.duty_half_hours)} of duty come from others in the team.",
        f"Duty asks {', '.join(needed)}." if needed else "Duty asks nothing in this cycle.",
        *_not_fitting(pool),
    ]


def _not_fitting(pool: PoolLine) -> list[str]:
    lines = []
    if pool.missed_half_hours:
        lines.append(
            f"{hours(pool.missed_half_hours)} of contact, tasks and oversight fit nobody's hours: "
            "name who will decide for each."
        )
    if pool.short_half_hours:
        lines.append(
            f"{hours(pool.short_half_hours)} of hearings and first visits, which are never "
            "missed, do not fit: name who will do them."
        )
    return lines or ["All of it fits."]


def offer_words(offer: Offer) -> str:
    """Say who would await under an offer, by tier."""
    waiting = [
        f"{offer.awaiting_by_tier.get(rank, 0)} {rank.value}"
        for rank in Tier
        if rank is not Tier.MANDATORY or offer.awaiting_by_tier.get(rank, 0)
    ]
    return f"Then awaiting: {', '.join(waiting)}." if offer.awaiting_by_tier else ""


def passed_over_lines(plan: Plan) -> list[str]:
    """Say which families await because their case is large, and who was taken on instead."""
    return [
        f"{', '.join(passed.children)} ({passed.tier.value}, family {passed.unit}) await: "
        f"{hours(passed.half_hours)} a cycle, where {passed.taken_instead} "
        f"({hours(passed.taken_half_hours)}) was taken on."
        for passed in plan.passed_over
    ]


def phase_rows(plan: Plan) -> list[Row]:
    """Give children allocated and awaiting by phase, with their mean hours a cycle."""
    return [
        {
            "Phase": title(line.phase),
            "Allocated": _with_mean(line.allocated, line.mean_half_hours_allocated),
            "Awaiting": _with_mean(line.awaiting, line.mean_half_hours_awaiting),
        }
        for line in plan.phases
    ]


def _with_mean(count: int, half_hours: float | None) -> str:
    return f"{count}, {half_hours / 2:.1f} h on average" if half_hours is not None else str(count)


def standing_rows(plan: Plan) -> list[Row]:
    """Give where the children stand, each kind counted apart."""
    counts: Mapping[str, int] = {
        **{standing.value: count for standing, count in plan.counts.standing.items()},
        "holder over hours": plan.counts.holder_over_hours,
        "forced changes (families)": plan.counts.forced_changes,
    }
    return [{"Where": title(name), "Children": str(count)} for name, count in counts.items()]


def assumption_lines(plan: Plan) -> list[str]:
    """Say what was never supplied, what was assumed for how many, and other notes."""
    assumed = [f"{title(what)}: {children(n)}" for what, n in plan.assumed.items() if n]
    return [*plan.banners, *assumed, *plan.notes]


def finding_lines(plan: Plan) -> list[str]:
    """Say which rules the team as it stands does not meet."""
    say = {rule.id: rule.say for rule in RULES}
    return [say[finding.rule](finding) for finding in plan.findings]


def provenance_lines(plan: Plan) -> list[str]:
    """Say where a plan comes from, so that it can be repeated."""
    made = plan.provenance
    ending = (
        "Equal plans were told apart to the end: another run gives the same plan."
        if made.canonical_finished
        else "Telling equal plans apart was not finished: another run may differ in equal choices."
    )
    return [
        f"Verified. As at {day(plan.as_at, plan.as_at)} {plan.as_at.year}, "
        f"{days(plan.cycle_days)}; policy {plan.policy} {plan.policy_version} "
        f"({plan.policy_digest[:12]}); team data {plan.scenario_digest[:12]}.",
        f"Planner {made.planner_version}, {made.solver}, {made.seconds:.1f} s. {ending}",
    ]
