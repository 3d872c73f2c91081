"""The last page of a printed plan: what was assumed, what else may be chosen, where it is from."""

from planner.data.plan import Conflict, Plan, PoolLine
from planner.files.page import Line, Page


def assumptions_page(plan: Plan) -> Page:
    """Give everything that a reader needs to question the plan or repeat it."""
    parts = (
        ("Not supplied", plan.banners),
        ("Assumed", _assumed(plan)),
        ("Notes", plan.notes),
        ("No compliant plan", _conflict(plan.conflict)),
        ("Duty pools", tuple(_pool(pool) for pool in plan.pools)),
        ("What else may be chosen", tuple(offer.text for offer in plan.offers)),
        ("Where this plan comes from", _provenance(plan)),
    )
    lines = [line for title, texts in parts if texts for line in _part(title, texts)]
    words = ("Points are policy, not science. The planner suggests; the team manager decides.",)
    return Page("Assumptions", words, (("About this plan", 30), ("", 110)), tuple(lines))


def _part(title: str, texts: tuple[str, ...]) -> list[Line]:
    return [Line((title,), group=True), *(Line(("", text)) for text in texts)]


def _assumed(plan: Plan) -> tuple[str, ...]:
    return tuple(
        f"{what}: assumed for {count} {'child' if count == 1 else 'children'}"
        for what, count in plan.assumed.items()
    )


def _conflict(conflict: Conflict | None) -> tuple[str, ...]:
    if conflict is None:
        return ()
    return (*conflict.sentences, *(f"Would work: {repair.text}" for repair in conflict.repairs))


def _pool(pool: PoolLine) -> str:
    need = pool.waiting_half_hours + pool.cover_half_hours
    need += pool.contracted_half_hours + pool.reserve_half_hours
    return (
        f"{pool.team}: {need / 2:g} h of duty needed, "
        f"{(pool.spare_half_hours + pool.duty_half_hours) / 2:g} h there, "
        f"{pool.missed_half_hours / 2:g} h missed, {pool.short_half_hours / 2:g} h short"
    )


def _provenance(plan: Plan) -> tuple[str, ...]:
    made = plan.provenance
    finished = "finished" if made.canonical_finished else "not finished: another run may differ"
    return (
        f"Scenario {plan.scenario}, as at {plan.as_at.isoformat()}, {plan.cycle_days} days",
        f"Scenario digest {plan.scenario_digest}",
        f"Policy {plan.policy}, version {plan.policy_version}, digest {plan.policy_digest}",
        f"Planner {made.planner_version}, solver {made.solver}",
        f"Made {made.made.isoformat(timespec='seconds')} in {made.seconds:.1f} s "
        f"(limit {made.time_limit:g} s, seed {made.seed}, workers {made.workers})",
        f"Tie-break {finished}",
    )
