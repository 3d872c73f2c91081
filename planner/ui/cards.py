"""Cards that read well on a phone and to a screen reader: who awaits and why, who holds whom.

Every word from a manager's files is escaped here; nothing else writes markup.
"""

from collections.abc import Iterable, Sequence
from html import escape

from planner.data.plan import ChildLine, Plan
from planner.data.score import PointLine
from planner.data.vocabulary import Answer, Band, Tier
from planner.ui.markup import facts, folded, listed
from planner.ui.people import Holding
from planner.ui.proof import AWAITING
from planner.ui.words import children, day, days, named, tier, title


def awaiting_cards(plan: Plan) -> str:
    """Write the awaiting board: tier by tier, who awaits, since when, what is due, and why."""
    waiting = [child for child in plan.children if child.standing in AWAITING]
    groups = (
        [c for c in waiting if (c.score.tier, c.score.band) == (rank, band)]
        for rank in Tier
        for band in (*Band, None)
    )
    return "".join(_group(plan, group) for group in groups if group)


def _group(plan: Plan, group: Sequence[ChildLine]) -> str:
    ranked = sorted(group, key=lambda child: (-child.score.points, child.child))
    cards = "".join(_child(plan, child) for child in ranked)
    return _headed(tier(group[0].score), len(group), cards)


def _headed(what: str, count: int, cards: str) -> str:
    heading = f"{title(what)}: {children(count)}"
    return f"<h2>{escape(heading)}</h2><div class='cards'>{cards}</div>"


def _child(plan: Plan, child: ChildLine) -> str:
    known = (
        ("Last seen", day(child.last_seen, plan.as_at)),
        ("Next contact due", due_words(child, plan)),
        ("Awaiting", since_words(child)),
        ("Interim responsibility", child.interim or "team manager"),
        ("Now with", child.now),
    )
    return (
        f"<article><h3>{escape(named(child))}</h3>"
        f"<p class='quiet'>Family {escape(child.family)}, {escape(child.phase)}</p>"
        f"{facts(known)}{_why(plan, child)}{_counted(child)}{_owed(child)}</article>"
    )


def due_words(child: ChildLine, plan: Plan) -> str:
    """Say when the next contact falls due, whether it is overdue, and what fits nobody's hours."""
    if child.next_contact_due is None:
        return "none in this cycle"
    due = day(child.next_contact_due, plan.as_at)
    if child.next_contact_due < plan.as_at:
        due = f"overdue since {due}"
    missed = child.contacts_missed
    return f"{due}; {missed} of {child.contacts_due} fit nobody's hours" if missed else due


def since_words(child: ChildLine) -> str:
    """Say how long a child has awaited allocation."""
    if child.days_awaiting is None:
        return "from this plan on" if child.now else "since a day not recorded"
    return days(child.days_awaiting)


def _why(plan: Plan, child: ChildLine) -> str:
    return listed([*reason_lines(child), *between_lines(plan, child)])


def reason_lines(child: ChildLine) -> list[str]:
    """Give the child's own reasons for its tier, with their source."""
    return [f"{reason.text} ({reason.paragraph})" for reason in child.score.reasons]


def between_lines(plan: Plan, child: ChildLine) -> list[str]:
    """Give what a plan says of where a child is, its tier aside.

    A plan gives the reasons of the whole family; those of brothers and sisters are on their cards.
    """
    said = {reason.text for line in plan.children for reason in line.score.reasons}
    return [text for text in child.why if text not in said]


def _counted(child: ChildLine) -> str:
    return folded("What is recorded", recorded_lines(child))


def recorded_lines(child: ChildLine) -> list[str]:
    """Give the facts on the record that count for a child, with evidence, date and source."""
    return [_factor(line) for line in child.score.lines if line.answer is Answer.YES]


def _factor(line: PointLine) -> str:
    known = ", ".join(
        part for part in (line.evidence, f"{line.dated:%d/%m/%Y}" if line.dated else "") if part
    )
    return f"{line.title}{f' [{known}]' if known else ''} ({line.paragraph})"


def _owed(child: ChildLine) -> str:
    return folded("What is owed", owed_lines(child)) + folded(
        "Needs your judgement", child.score.attention
    )


def owed_lines(child: ChildLine) -> list[str]:
    """Give what is owed to a child, with its source; never a risk."""
    return [f"{line.text} ({line.paragraph})" for line in child.score.obligations]


def attention_cards(plan: Plan) -> str:
    """Write what needs the manager's judgement, tier by tier, a card for each child."""
    asking = [child for child in plan.children if child.score.attention]
    groups = ([child for child in asking if child.score.tier is rank] for rank in Tier)
    return "".join(
        _headed(rank.value, len(group), "".join(map(_asking, group)))
        for rank, group in zip(Tier, groups, strict=True)
        if group
    )


def _asking(child: ChildLine) -> str:
    return f"<article><h3>{escape(named(child))}</h3>{listed(child.score.attention)}</article>"


def holding_cards(found: Iterable[Holding]) -> str:
    """Write who holds whom: a card for each practitioner, with who stays, comes and goes."""
    cards = "".join(_holding(holding) for holding in found)
    return f"<div class='cards'>{cards}</div>" if cards else ""


def _holding(holding: Holding) -> str:
    parts = (("Comes", holding.come), ("Goes", holding.go), ("Stays", holding.stay))
    rows = "".join(
        f"<dt>{name}</dt><dd>{escape(', '.join(who))}</dd>" for name, who in parts if who
    )
    return (
        f"<article><h3>{escape(holding.who)}</h3><p class='quiet'>{escape(holding.load)}</p>"
        f"<dl>{rows or '<dt>Holds</dt><dd>nobody</dd>'}</dl></article>"
    )
