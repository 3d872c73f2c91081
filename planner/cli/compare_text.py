"""Two plans as text: what came first, rules, children, practitioners."""

from collections.abc import Sequence

from planner.cli.layout import document, hours, number, paragraphs, section, table
from planner.data.comparison import (
    Bearer,
    ChildCompared,
    ChildPlace,
    Compared,
    PlanDifferences,
    PractitionerCompared,
    RuleBroken,
    Share,
    StageCost,
)
from planner.report.wording import children as counted

_ABSENT = "not in this plan"
_CHILDREN = {Bearer.FAMILY: "family ", Bearer.PRACTITIONER: "", Bearer.TEAM: "team "}


def compare_text(found: PlanDifferences) -> str:
    """Give the comparison as a document: what decided first, then who is where."""
    return document(
        paragraphs([_plan("A", found.a), _plan("B", found.b), *found.notes], indent=""),
        paragraphs([_decided(found)], indent=""),
        section("What came first", _stages(found.stages)),
        section("What the differences are made of", _terms(found.stages)),
        section("By rule", [line for rule in found.rules for line in _rule(rule)]),
        section("By child", _children(found.children, found.same)),
        section("By practitioner", _practitioners(found.practitioners)),
    )


def _plan(name: str, plan: Compared) -> str:
    checked = "" if plan.checked else "; not checked anew, since its team is not at hand"
    return (
        f"{name}: {plan.scenario}, as at {plan.as_at.isoformat()}; {plan.status.value}; "
        f"awaiting allocation: {counted(plan.awaiting)}{checked}."
    )


def _decided(found: PlanDifferences) -> str:
    stage = next((row for row in found.stages if row.stage == found.decided_by), None)
    if stage is None or stage.difference is None:
        return "What the plans cost is the same in every stage."
    better = "A" if stage.difference > 0 else "B"
    measures = {term.measure for term in stage.terms}
    measure = f" {measures.pop()}" if len(measures) == 1 else ""
    return (
        f"Stage {stage.stage} is the first that differs ({stage.title}): "
        f"{better} is better by {abs(stage.difference):,}{measure}."
    )


def _stages(stages: Sequence[StageCost]) -> list[str]:
    rows = [
        (row.stage, number(row.a), number(row.b), _signed(row.difference), row.title)
        for row in stages
    ]
    return table(("", "A", "B", "B - A", ""), rows, right={1, 2, 3})


def _terms(stages: Sequence[StageCost]) -> list[str]:
    """Give each term that differs, with the shares that add up to its difference."""
    lines: list[str] = []
    for stage in stages:
        for term in stage.terms:
            if term.shares:
                title = f"{stage.stage}  {term.title}, {term.measure}: {_signed(term.difference)}"
                shares = "; ".join(map(_share, term.shares))
                lines += paragraphs([title], indent="  ") + paragraphs([shares], indent="      ")
    return lines


def _share(share: Share) -> str:
    if share.bearer is Bearer.WHOLE:
        return f"the whole plan {_signed(share.difference)}"
    children = f" ({', '.join(share.children)})" if share.children else ""
    return f"{_CHILDREN[share.bearer]}{share.id}{children} {_signed(share.difference)}"


def _rule(rule: RuleBroken) -> list[str]:
    both = [f"The same in both plans: {rule.both}."] if rule.both else []
    told = (*(f"Only in A: {text}" for text in rule.only_a), *both)
    words = (*told, *(f"Only in B: {text}" for text in rule.only_b))
    return paragraphs([rule.title]) + paragraphs(words, indent="    ")


def _children(children: Sequence[ChildCompared], same: int) -> list[str]:
    lines = [line for child in children for line in _child(child)]
    return [*lines, *paragraphs([f"The plans agree about {counted(same)}."])]


def _child(child: ChildCompared) -> list[str]:
    return [
        f"  {child.child}, family {child.family}",
        *paragraphs([f"A: {_place(child.a)}", f"B: {_place(child.b)}"], indent="      "),
    ]


def _place(place: ChildPlace | None) -> str:
    if place is None:
        return _ABSENT
    band = f" ({place.band.value})" if place.band else ""
    amounts = (("contacts", place.contacts_missed), ("dated tasks", place.tasks_missed))
    missed = "".join(f"; {what} missed: {count}" for what, count in amounts if count)
    return f"{place.where}; {place.tier.value}{band}{missed}. {' '.join(place.why)}"


def _practitioners(people: Sequence[PractitionerCompared]) -> list[str]:
    rows = [
        (
            person.practitioner,
            _hours(person.half_hours_a, person.over_a),
            _hours(person.half_hours_b, person.over_b),
            ", ".join(person.left) or "-",
            ", ".join(person.taken) or "-",
        )
        for person in people
    ]
    return table(("", "A", "B", "only in A", "only in B"), rows, right={1, 2})


def _hours(half_hours: int | None, over: int) -> str:
    if half_hours is None:
        return "-"
    return hours(half_hours) + (f", {hours(over)} over" if over else "")


def _signed(difference: int | None) -> str:
    return "-" if difference is None else f"{difference:+,}" if difference else "0"
