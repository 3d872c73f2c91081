"""A plan as text: headline, how the team stands, who holds whom, who awaits and why."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from planner.cli.children_text import attention, awaiting, changes
from planner.cli.layout import (
    document,
    full_day,
    hours,
    load_bar,
    number,
    paragraphs,
    section,
    table,
)
from planner.cli.ledger_text import assumptions, choices_open, conflict, pools, what_came_first
from planner.data.plan import ChildLine, Counts, Move, Plan, PractitionerLine, Standing, Status
from planner.data.vocabulary import Tier
from planner.rules import RULES

_MARKS = {Move.TAKEN_ON: "+", Move.CHANGED: "*", Move.FORCED: "+"}

_EARLY = "Telling equal plans apart was not finished: another run may differ in equal choices."


def plan_text(plan: Plan) -> str:
    """Give a plan as a document for the terminal, the most important first."""
    if not plan.found:
        return document(_title(plan), section("Why", conflict(plan)))
    return document(
        paragraphs(plan.headline, indent=""),
        _title(plan),
        section("Not compliant", conflict(plan)),
        section("Rules not met", _broken(plan)),
        section("How the team stands", _standing(plan)),
        section("Needs your judgement today", attention(plan)),
        section("Plan by practitioner", _by_practitioner(plan)),
        section("Awaiting allocation", awaiting(plan)),
        section("Changes, one by one", changes(plan)),
        section("What came first", what_came_first(plan)),
        section("Duty", pools(plan)),
        section("What would change this", choices_open(plan)),
        section("Assumed", assumptions(plan)),
        _provenance(plan),
    )


def _title(plan: Plan) -> list[str]:
    day, kind = full_day(plan.as_at), plan.status.value
    title = f"{plan.scenario}, as at {day}, {plan.cycle_days} days: {kind}."
    return paragraphs([title], indent="")


def _broken(plan: Plan) -> list[str]:
    """Say which rules the team as it stands does not meet; a plan meets them all."""
    say = {rule.id: rule.say for rule in RULES}
    return paragraphs([say[found.rule](found) for found in plan.findings], bullet="- ")


def _standing(plan: Plan) -> list[str]:
    """Give the counts of the plan, beside those of the team as it stands where they are known."""
    sides = [_figures(counts) for counts in (plan.now, plan.counts) if counts is not None]
    rows = [
        (name, *(number(side[name]) for side in sides), "")
        for name in sides[-1]
        if any(side[name] for side in sides)
    ]
    heads = ("now", "this plan") if len(sides) > 1 else ("this plan",)
    return table(("", *heads, ""), rows, right={1, 2})


def _figures(counts: Counts) -> dict[str, int]:
    standing = {kind.value: counts.standing.get(kind, 0) for kind in Standing}
    awaiting = {f"  who wait, {tier.value}": counts.awaiting_by_tier.get(tier, 0) for tier in Tier}
    return {
        **standing,
        **awaiting,
        "children whose holder is over hours": counts.holder_over_hours,
        "changes of practitioner": counts.changes,
        "forced changes": counts.forced_changes,
        "de-allocations": counts.deallocations,
        "contacts missed": counts.contacts_missed,
        "  with mandatory, high-risk and under-two children": counts.contacts_missed_watched,
        "optional tasks missed": counts.optional_tasks_missed,
    }


def _by_practitioner(plan: Plan) -> list[str]:
    held: Mapping[str, list[ChildLine]] = _by_holder(plan.children)
    teams = {line.team for line in plan.practitioners}
    lines: list[str] = []
    for person in plan.practitioners:
        if person.carries or person.practitioner in held:
            lines += _practitioner(person, held[person.practitioner], show_team=len(teams) > 1)
    return (
        [*lines, "  + taken on   * change of practitioner   (hours of one cycle)"] if lines else []
    )


def _by_holder(children: Iterable[ChildLine]) -> defaultdict[str, list[ChildLine]]:
    held: defaultdict[str, list[ChildLine]] = defaultdict(list)
    for child in children:
        if child.holder:
            held[child.holder].append(child)
    return held


def _practitioner(
    person: PractitionerLine, children: Iterable[ChildLine], *, show_team: bool
) -> list[str]:
    name = f"{person.practitioner} {person.label}".strip()
    team = f", {person.team}" if show_team else ""
    load = f"{hours(person.case_half_hours)} of {hours(person.capacity_half_hours)}"
    bar = load_bar(person.case_half_hours, person.capacity_half_hours)
    over = f", {hours(person.over_half_hours)} over" if person.over_half_hours else ""
    away = "" if person.present else ", away the whole cycle"
    counted = (
        f"{person.children} children in {person.families} families, {person.high_risk} high risk"
    )
    names = " ".join(f"{_MARKS.get(child.move, '')}{child.child}" for child in children)
    return [
        f"  {name}{team}: [{bar}] {load}{over}{away}; {counted}",
        *paragraphs([names], indent="      "),
    ]


def _provenance(plan: Plan) -> list[str]:
    made = plan.provenance
    policy = f"Policy {plan.policy} {plan.policy_version} ({plan.policy_digest[:12]})"
    source = f"team data {plan.scenario_digest[:12]}"
    run = f"{made.solver}, seed {made.seed}, workers {made.workers}, {made.seconds:.1f} s"
    standing = plan.status is Status.AS_IT_STANDS
    known = "Scored as it stands" if standing else "Verified"
    early = "" if standing or made.canonical_finished else f" {_EARLY}"
    return paragraphs(
        [f"{known}. {policy}; {source}; planner {made.planner_version}; {run}.{early}"], indent=""
    )
