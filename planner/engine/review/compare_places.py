"""Two plans by rule, by child and by practitioner."""

from collections.abc import Iterator, Mapping

from planner.data.comparison import ChildCompared, ChildPlace, PractitionerCompared, RuleBroken
from planner.data.plan import ChildLine, Plan
from planner.report.wording import gives_way
from planner.rules import RULES


def rules_broken(a: Plan, b: Plan) -> Iterator[RuleBroken]:
    """Yield every rule that either plan does not meet, or whose limit gives way in it."""
    here, there = _broken(a), _broken(b)
    for rule in RULES:
        one, two = here[rule.id], there[rule.id]
        if one or two:
            yield RuleBroken(
                rule=rule.id,
                title=rule.title,
                only_a=tuple(text for text in one if text not in two),
                only_b=tuple(text for text in two if text not in one),
                both=sum(text in two for text in one),
            )


def _broken(plan: Plan) -> Mapping[str, list[str]]:
    """Say by rule what a plan does not meet, and which limits give way in it."""
    found: dict[str, list[str]] = {rule.id: [] for rule in RULES}
    says = {rule.id: rule.say for rule in RULES}
    for finding in plan.findings:
        if finding.rule in found:
            found[finding.rule].append(says[finding.rule](finding))
    for give in plan.choices.gives:
        if give.limit in found:
            found[give.limit].append(f"{gives_way(give)}.")
    return found


def children_compared(a: Plan, b: Plan) -> Iterator[ChildCompared]:
    """Yield every child whom the plans place or see otherwise."""
    here = {line.child: line for line in a.children}
    there = {line.child: line for line in b.children}
    for child in sorted({*here, *there}):
        one, two = here.get(child), there.get(child)
        if one is None or two is None or _told(one) != _told(two):
            either = two or one
            if either is not None:
                yield ChildCompared(
                    child=child,
                    label=either.label,
                    family=either.family,
                    a=_place(one),
                    b=_place(two),
                )


def _told(line: ChildLine) -> tuple[object, ...]:
    """Give what two plans must agree on to say the same about a child."""
    score = line.score
    missed = (line.contacts_missed, line.tasks_missed)
    return (line.holder, line.standing, line.move, score.tier, score.band, *missed)


def _place(line: ChildLine | None) -> ChildPlace | None:
    if line is None:
        return None
    return ChildPlace(
        where=line.holder or line.standing.value,
        move=line.move,
        tier=line.score.tier,
        band=line.score.band,
        contacts_missed=line.contacts_missed,
        tasks_missed=line.tasks_missed,
        why=line.why,
    )


def practitioners_compared(a: Plan, b: Plan) -> Iterator[PractitionerCompared]:
    """Yield everyone who holds cases in either plan, by name."""
    here = {line.practitioner: line for line in a.practitioners if line.carries}
    there = {line.practitioner: line for line in b.practitioners if line.carries}
    for name in sorted({*here, *there}):
        one, two = here.get(name), there.get(name)
        before, after = _held(a, name), _held(b, name)
        yield PractitionerCompared(
            practitioner=name,
            label=next((line.label for line in (two, one) if line is not None), ""),
            half_hours_a=one.case_half_hours if one else None,
            half_hours_b=two.case_half_hours if two else None,
            over_a=one.over_half_hours if one else 0,
            over_b=two.over_half_hours if two else 0,
            taken=tuple(sorted(after - before)),
            left=tuple(sorted(before - after)),
        )


def _held(plan: Plan, practitioner: str) -> set[str]:
    return {line.child for line in plan.children if line.holder == practitioner}
