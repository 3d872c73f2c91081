"""The awaiting board as rows: every child who awaits in a plan, what is due, who holds the case."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from planner.data.board_note import BoardNote
from planner.data.plan import ChildLine, Plan
from planner.data.vocabulary import Band, Tier
from planner.ui.cards import between_lines, due_words, reason_lines, since_words
from planner.ui.letting_in import Lines
from planner.ui.proof import AWAITING
from planner.ui.words import Row, children, counted, day, hours, named, tier, title

SORTED = "Sorted: contact overdue first, then tier, band and id."
NOT_RECORDED = "not recorded"

_TIERS = tuple(Tier)
_BANDS = (*Band, None)


class BoardRow(NamedTuple):
    """One child on the board, in words; ``child`` is the id alone, ``who`` has the label too."""

    child: str
    who: str
    family: str
    team: str
    phase: str
    tier: Tier
    priority: str
    why: tuple[str, ...]
    awaiting: str
    last_seen: str
    due: str
    overdue: bool
    duty: str
    interim: str
    told: str
    consulted: str
    reviewed: str
    between: tuple[str, ...]
    lets_in: tuple[str, ...]


def awaiting_lines(plan: Plan) -> list[ChildLine]:
    """List the children who await, in the order of the board."""
    waiting = (line for line in plan.children if line.standing in AWAITING)
    return sorted(waiting, key=lambda line: _order(line, plan.as_at))


def _order(line: ChildLine, as_at: date) -> tuple[bool, int, int, str]:
    ranks = _TIERS.index(line.score.tier), _BANDS.index(line.score.band)
    return (not _overdue(line, as_at), *ranks, line.child)


def _overdue(line: ChildLine, as_at: date) -> bool:
    return line.next_contact_due is not None and line.next_contact_due < as_at


def board_rows(plan: Plan, notes: Mapping[str, BoardNote], lets_in: Lines) -> list[BoardRow]:
    """Give a row for each child who awaits, in the order of the board.

    Parameters
    ----------
    notes : mapping
        The manager's own notes by child.
    lets_in : mapping
        What is known to let a unit in, by unit.
    """
    waiting = awaiting_lines(plan)
    duty = _duty(waiting)
    return [
        _row(plan, line, notes.get(line.child, BoardNote()), duty[line.child], lets_in)
        for line in waiting
    ]


def _row(plan: Plan, line: ChildLine, note: BoardNote, duty: str, lets_in: Lines) -> BoardRow:
    return BoardRow(
        child=line.child,
        who=named(line),
        family=line.family,
        team=line.team,
        phase=line.phase,
        tier=line.score.tier,
        priority=title(tier(line.score)),
        why=tuple(reason_lines(line)),
        awaiting=since_words(line),
        last_seen=day(line.last_seen, plan.as_at),
        due=due_words(line, plan),
        overdue=_overdue(line, plan.as_at),
        duty=duty,
        interim=line.interim or "team manager",
        told=noted(note.told, note.told_on, plan.as_at),
        consulted=noted(note.consulted, note.consulted_on, plan.as_at),
        reviewed=day(note.reviewed_on, plan.as_at),
        between=tuple(between_lines(plan, line)),
        lets_in=tuple(lets_in.get(line.unit, ())),
    )


def _duty(waiting: Sequence[ChildLine]) -> Mapping[str, str]:
    """Say duty hours; a family's are counted once, with one of its children."""
    counted_with = {line.unit: line.child for line in waiting if line.duty_half_hours}
    return {
        line.child: f"counted with {counted_with[line.unit]}"
        if not line.duty_half_hours and line.unit in counted_with
        else f"{hours(line.duty_half_hours)} a cycle"
        for line in waiting
    }


def noted(who: Sequence[str], on: date | None, as_at: date) -> str:
    """Say who was told or consulted, and when, as far as it was noted."""
    if not who and on is None:
        return NOT_RECORDED
    said = ", ".join(who) if who else f"who {NOT_RECORDED}"
    return f"{said}, {day(on, as_at)}" if on else f"{said}, day {NOT_RECORDED}"


def chosen(
    rows: Iterable[BoardRow], tiers: Sequence[Tier] = (), teams: Sequence[str] = ()
) -> list[BoardRow]:
    """Keep the rows of some tiers and some teams; none named means all."""
    return [
        row for row in rows if (not tiers or row.tier in tiers) and (not teams or row.team in teams)
    ]


def counted_words(rows: Sequence[BoardRow], shown: Sequence[BoardRow]) -> str:
    """Say how many children await, for how many contact is overdue, and what is left out."""
    if not rows:
        return "No child of this team awaits allocation in this plan."
    families = counted(len({row.family for row in rows}), "family", "families")
    who = f"{children(len(rows))} of {families} await{'s' if len(rows) == 1 else ''} allocation"
    overdue = sum(row.overdue for row in rows)
    late = f"contact is overdue for {children(overdue)}" if overdue else "no contact is overdue"
    return f"{who}; {late}.{_left_out(rows, shown)}"


def _left_out(rows: Sequence[BoardRow], shown: Sequence[BoardRow]) -> str:
    """Say that some are left out, so that nobody takes a part of the board for all of it."""
    if len(shown) == len(rows):
        return ""
    kinds = dict.fromkeys(row.tier.value for row in shown)
    teams = dict.fromkeys(row.team for row in shown)
    several = len({row.team for row in rows}) > 1
    only = ", ".join([*kinds, *(teams if several else ())]) or "none"
    return f" Shown here are {len(shown)} of the {len(rows)}: {only}."


def file_rows(rows: Iterable[BoardRow]) -> list[Row]:
    """Give the rows of the board for a file: ids alone, every column apart."""
    return [
        {
            "Child": row.child,
            "Family": row.family,
            "Team": row.team,
            "Phase": row.phase,
            "Priority": row.priority,
            "Why": "; ".join(row.why),
            "Awaiting": row.awaiting,
            "Last seen": row.last_seen,
            "Next contact due": row.due,
            "Duty hours": row.duty,
            "Interim responsibility": row.interim,
            "Told": row.told,
            "Consulted": row.consulted,
            "Last reviewed": row.reviewed,
            "What stands between": " ".join(row.between),
            "What would let the child in": " ".join(row.lets_in),
        }
        for row in rows
    ]
