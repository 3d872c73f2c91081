"""What a plan holds, as rows a page can show: nothing is decided or worked out anew."""

from collections.abc import Mapping

from planner.data.plan import ChildLine, Move, Offer, Plan, StageValue
from planner.data.vocabulary import Tier
from planner.report.adoption import left_without
from planner.rules import RULES
from planner.terms import BY_ID
from planner.ui.words import Row, children, day, days, hours, in_tier, named, tier, title

LEFT_WITHOUT = "no practitioner any more"
"""What a plan changes for a child whose practitioner left or is barred, and who awaits."""

_NOBODY = "awaiting allocation"
_CHANGES = {
    Move.DEALLOCATED: Move.DEALLOCATED.value,
    # The holder left, or is barred: no de-allocation, and yet nobody holds the case any more.
    Move.STILL_AWAITING: LEFT_WITHOUT,
    Move.CHANGED: Move.CHANGED.value,
    Move.FORCED: Move.FORCED.value,
    Move.TAKEN_ON: Move.TAKEN_ON.value,
}


def change_rows(plan: Plan) -> list[Row]:
    """Give what the plan changes, child by child; first those whom nobody holds any more."""
    return [
        {
            "Child": f"{named(child)}, family {child.family}",
            "What": title(what),
            "From and to": f"{child.now or _NOBODY} to {child.holder or _NOBODY}",
            "Priority": title(tier(child.score)),
        }
        for move, what in _CHANGES.items()
        for child in plan.children
        if child.move is move and _changes(child)
    ]


def _changes(child: ChildLine) -> bool:
    return child.move is not Move.STILL_AWAITING or left_without(child)


def differing_rows(plan: Plan, baseline: Plan) -> list[Row]:
    """Give the children whom a plan places otherwise than the baseline plan does."""
    before = {child.child: child.holder for child in baseline.children}
    return [
        {
            "Child": f"{named(child)}, family {child.family}",
            "In the baseline plan": before[child.child] or _NOBODY,
            "In this plan": child.holder or _NOBODY,
            "Priority": title(tier(child.score)),
        }
        for child in plan.children
        if child.child in before and before[child.child] != child.holder
    ]


def child_rows(plan: Plan) -> list[Row]:
    """Give every child with who holds the case now and in the plan."""
    return [
        {
            "Child": f"{named(child)}, family {child.family}",
            "Now": child.now or "nobody",
            "In this plan": child.holder or child.standing.value,
            "What": title(child.move.value),
            "Priority": title(tier(child.score)),
        }
        for child in plan.children
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


def offer_words(offer: Offer) -> str:
    """Say who would await under an offer, by tier."""
    waiting = [
        in_tier(offer.awaiting_by_tier.get(rank, 0), rank)
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
