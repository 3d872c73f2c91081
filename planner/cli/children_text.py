"""Children in a plan, as text: who awaits and why, what changes, what needs judgement."""

from textwrap import shorten

from planner.cli.layout import day, number, paragraphs, table
from planner.data.plan import ChildLine, Move, Plan, Standing
from planner.data.score import Score
from planner.data.vocabulary import Band, Tier

_TIERS = tuple(Tier)
_MOST_SHOWN = 8
_TWO_LINES = 180
_MOVES = (Move.DEALLOCATED, Move.CHANGED, Move.FORCED, Move.TAKEN_ON)
_AWAITING = (Standing.AWAITING, Standing.MANAGER)


def tier(score: Score) -> str:
    """Say a child's tier, with the band where there is one."""
    return score.tier.value + (f" ({score.band.value})" if score.band else "")


def awaiting(plan: Plan) -> list[str]:
    """List the children who await, by tier and band, with dates and why."""
    waiting = [child for child in plan.children if child.standing in _AWAITING]
    lines: list[str] = []
    for rank in Tier:
        for band in (*Band, None):
            group = [c for c in waiting if (c.score.tier, c.score.band) == (rank, band)]
            lines += _group(group)
    return lines


def _why(child: ChildLine) -> str:
    """Say the child's own reasons with their paragraphs, then what the plan adds."""
    own = [f"{_open(reason.text)} [{reason.paragraph}]." for reason in child.score.reasons]
    return " ".join((*own, *(f"{_open(text)}." for text in child.why)))


def _open(sentence: str) -> str:
    return sentence.rstrip(".")


def _group(children: list[ChildLine]) -> list[str]:
    if not children:
        return []
    headings = ("child", "family", "last seen", "contact due", "missed", "days", "why")
    reasons = ["", *(_why(child) for child in children)]
    rows = [
        (
            child.child,
            child.family,
            day(child.last_seen),
            day(child.next_contact_due),
            number(child.contacts_missed),
            number(child.days_awaiting),
            why if why != before else "The same.",
        )
        for child, before, why in zip(children, reasons, reasons[1:], strict=False)
    ]
    title = f"  {tier(children[0].score).capitalize()}: {_count(children)}"
    return [title, *table(headings, rows, right={4, 5}, indent="    ")]


def _count(children: list[ChildLine]) -> str:
    return "1 child" if len(children) == 1 else f"{len(children)} children"


def changes(plan: Plan) -> list[str]:
    """List what changes for whom, one by one, de-allocations first."""
    headings = ("child", "family", "what", "from", "to", "priority")
    rows = [
        (
            child.child,
            child.family,
            move.value,
            child.now or "-",
            child.holder or "-",
            tier(child.score),
        )
        for move in _MOVES
        for child in plan.children
        if child.move is move
    ]
    return table(headings, rows)


def attention(plan: Plan) -> list[str]:
    """List what needs the manager's judgement: no judgement first, then by tier."""
    asking = [child for child in plan.children if child.score.attention]
    asking.sort(key=lambda c: (not c.score.no_judgement, _TIERS.index(c.score.tier), c.child))
    lines = [
        shorten(
            f"{child.child}: {'; '.join(child.score.attention)}", _TWO_LINES, placeholder=" ..."
        )
        for child in asking[:_MOST_SHOWN]
    ]
    left = len(asking) - _MOST_SHOWN
    more = [f"and {left} more: see the workbook or --json"] if left > 0 else []
    return paragraphs([*lines, *more, *_gaps(plan)], bullet="- ")


def _gaps(plan: Plan) -> list[str]:
    """Count the children of whom the record does not say everything; the rest is in the files."""
    count = sum(bool(child.score.gaps) for child in plan.children)
    if not count:
        return []
    have = "child has" if count == 1 else "children have"
    return [
        f"{count} {have} gaps in the record, such as questions not answered or an old "
        "risk assessment: see the workbook or --json"
    ]
