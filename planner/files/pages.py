"""A plan as pages to print: who holds whom, who awaits, what changes, what came first."""

from collections.abc import Iterable

from planner.data.plan import ChildLine, Move, Plan, PractitionerLine, StageValue, Standing
from planner.data.score import Score
from planner.data.vocabulary import Band, Tier
from planner.files.page import Line, Page, Value

_AWAITING = (Standing.AWAITING, Standing.MANAGER)
_NOT_PLANNED = (Standing.CONTRACTED, Standing.OUTSIDE_POOL)
_CHANGES = (Move.DEALLOCATED, Move.CHANGED, Move.FORCED, Move.TAKEN_ON)


def tier_words(score: Score) -> str:
    """Say tier, band and groups, as on screen."""
    band = f", band {score.band.value}" if score.band else ""
    groups = f" ({'; '.join(group.value for group in score.groups)})" if score.groups else ""
    return f"{score.tier.value}{band}{groups}"


def reasons_given(plan: Plan) -> frozenset[str]:
    """Gather the reasons of all children, which a family's words repeat for each of it."""
    return frozenset(reason.text for child in plan.children for reason in child.score.reasons)


def why_words(child: ChildLine, given: frozenset[str]) -> str:
    """Say why a child stands where it stands: reasons, points with their source, the plan's.

    Of the family's words those in ``given`` are left out: they are reasons of
    a brother or sister, or stand among the child's own already.
    """
    reasons = [f"{reason.text} [{reason.paragraph}]" for reason in child.score.reasons]
    points = [
        f"{line.title}: {line.points} points [{line.paragraph}]"
        for line in child.score.lines
        if line.points
    ]
    return "\n".join([*reasons, *points, *(text for text in child.why if text not in given)])


def by_priority(children: Iterable[ChildLine]) -> list[ChildLine]:
    """Order children by tier and band, then points, then id."""
    tiers, bands = list(Tier), [*Band, None]
    return sorted(
        children,
        key=lambda c: (
            tiers.index(c.score.tier),
            bands.index(c.score.band),
            -c.score.points,
            c.child,
        ),
    )


def practitioner_page(plan: Plan) -> Page:
    """Give the plan by practitioner, and whom the plan leaves out at the end."""
    headings = (
        ("Practitioner or child", 22),
        ("Label", 18),
        ("Family", 12),
        ("Priority", 28),
        ("Standing", 22),
        ("Change", 22),
        ("Phase", 20),
        ("Last seen", 12),
        ("Next contact due", 14),
        ("Contacts due", 10),
        ("Contacts missed", 10),
        ("Cover", 14),
    )
    lines: list[Line] = []
    for person in plan.practitioners:
        lines.append(Line((_person_words(person), person.label), group=True))
        lines += _child_rows(c for c in plan.children if c.holder == person.practitioner)
    outside = [child for child in plan.children if child.standing in _NOT_PLANNED]
    if outside:
        lines.append(Line(("Contracted or outside the pool",), group=True))
        lines += _child_rows(outside)
    return Page("Plan by practitioner", _plan_words(plan), headings, tuple(lines))


def _person_words(person: PractitionerLine) -> str:
    if not person.carries:
        return f"{person.practitioner}: holds no cases"
    away = "" if person.present else ", away"
    over = f", {_hours(person.over_half_hours)} over" if person.over_half_hours else ""
    hours = f"{_hours(person.case_half_hours)} of {_hours(person.limit_half_hours)}"
    children = _count(person.children, "child", "children")
    families = _count(person.families, "family", "families")
    return f"{person.practitioner}{away}: {children}, {families}, {hours}{over}"


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _hours(half_hours: int) -> str:
    return f"{half_hours / 2:g} h"


def _child_rows(children: Iterable[ChildLine]) -> list[Line]:
    return [
        Line(
            (
                child.child,
                child.label,
                child.family,
                tier_words(child.score),
                child.standing.value,
                child.move.value,
                child.phase,
                child.last_seen,
                child.next_contact_due,
                child.contacts_due,
                child.contacts_missed,
                child.cover,
            )
        )
        for child in by_priority(children)
    ]


def _plan_words(plan: Plan) -> tuple[str, ...]:
    """Give what stands on top of the plan: headline, then each count apart."""
    standing = [
        f"{standing.value}: {plan.counts.standing[standing]}"
        for standing in Standing
        if plan.counts.standing.get(standing)
    ]
    held = _count(plan.counts.holder_over_hours, "child", "children")
    over = f"Held by someone over hours: {held}."
    children = f"Children - {'; '.join(standing)}." if standing else "No children."
    return (f"Status: {plan.status.value}.", *plan.headline, children, over)


def awaiting_page(plan: Plan) -> Page:
    """Give the awaiting board, with columns for the manager to fill in by hand."""
    headings = (
        ("Child", 14),
        ("Label", 18),
        ("Family", 12),
        ("Priority", 26),
        ("Why", 60),
        ("Last seen", 12),
        ("Next contact due", 14),
        ("Contacts missed", 10),
        ("Days awaiting", 10),
        ("Interim responsibility", 18),
        ("Told", 12),
        ("Consulted", 12),
        ("Last reviewed", 12),
    )
    waiting = by_priority(child for child in plan.children if child.standing in _AWAITING)
    given = reasons_given(plan)
    lines = tuple(Line((*_awaiting_cells(child, given), "", "", "")) for child in waiting)
    children = _count(len(waiting), "child", "children")
    families = _count(len({child.family for child in waiting}), "family", "families")
    words = f"Awaiting allocation: {children} of {families}."
    return Page("Awaiting board", (words,), headings, lines)


def _awaiting_cells(child: ChildLine, given: frozenset[str]) -> tuple[Value, ...]:
    return (
        child.child,
        child.label,
        child.family,
        tier_words(child.score),
        why_words(child, given),
        child.last_seen,
        child.next_contact_due,
        child.contacts_missed,
        child.days_awaiting,
        child.interim,
    )


def changes_page(plan: Plan) -> Page:
    """Give the changes one by one, each to be decided on its own."""
    headings = (
        ("Child", 14),
        ("Label", 18),
        ("Family", 12),
        ("Priority", 26),
        ("Change", 24),
        ("From", 14),
        ("To", 14),
        ("Why", 60),
        ("Decided", 14),
        ("By", 14),
        ("On", 12),
    )
    changed = [
        child
        for move in _CHANGES
        for child in by_priority(line for line in plan.children if line.move is move)
    ]
    given = reasons_given(plan)
    lines = tuple(Line((*_change_cells(child, given), "", "", "")) for child in changed)
    counts = plan.counts
    words = (
        f"Changes of practitioner: {counts.changes}. Forced changes: {counts.forced_changes}. "
        f"De-allocations: {counts.deallocations}. Nothing is accepted in bulk."
    )
    return Page("Changes one by one", (words,), headings, lines)


def _change_cells(child: ChildLine, given: frozenset[str]) -> tuple[Value, ...]:
    return (
        child.child,
        child.label,
        child.family,
        tier_words(child.score),
        child.move.value,
        child.now,
        child.holder or child.standing.value,
        why_words(child, given),
    )


def ledger_page(plan: Plan) -> Page:
    """Give the ledger of stages: what came first, and how sure it is."""
    headings = (
        ("Stage", 10),
        ("What counts", 50),
        ("This plan", 12),
        ("Least possible", 12),
        ("If everyone waited", 14),
        ("Proven", 30),
        ("Made of", 50),
    )
    lines = tuple(Line(_stage_cells(stage)) for stage in plan.ledger)
    words = "Each line is settled before the next one counts."
    return Page("What came first", (words,), headings, lines)


def _stage_cells(stage: StageValue) -> tuple[Value, ...]:
    proven = "proven" if stage.proven else "not proven: best given the stages above"
    terms = "\n".join(f"{term}: {value}" for term, value in stage.terms.items())
    return (stage.id, stage.title, stage.value, stage.bound, stage.total, proven, terms)
