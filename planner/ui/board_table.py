"""The awaiting board as one table: for the screen, a phone and A4 paper alike.

Every word of a manager's files is escaped in ``markup`` or here. What only paper shows has the
class ``on-paper``; its first row stands at the top of every sheet.
"""

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from planner.ui.board import BoardRow
from planner.ui.markup import facts, listed

CONFIDENTIAL = "Confidential: about children and families. Lock it away; shred it when replaced."
DECIDES = (
    "The order says what to look at first; it is no assessment of a child. "
    "The planner suggests; the team manager decides, case by case."
)

_COLUMNS = ("Child", "Tier and why", "Contact", "Held by", "Told, consulted, reviewed")
_BETWEEN, _LETS_IN = "What stands between", "What would let the child in"
_NOT_KNOWN = "Not known yet."
# Paper is as wide as this page says, and every other page keeps the reader's own setting.
_SHEET = """<style>@media print { @page {
    size: A4 landscape; margin: 10mm 10mm 14mm;
    @bottom-left { content: "Confidential"; font: 8pt sans-serif; }
    @bottom-right { content: "Sheet " counter(page) " of " counter(pages); font: 8pt sans-serif; }
} }</style>"""


class Heading(NamedTuple):
    """What stands above a printed board, and below it: which team, which plan, which day."""

    title: str
    plan: str
    shown: str
    sorted: str
    basis: str


def board_table(heading: Heading, rows: Sequence[BoardRow], *, several: bool) -> str:
    """Write the board; without rows, only its sheet and what stands above.

    Parameters
    ----------
    several : bool
        Whether the children belong to several teams, so that each is named.
    """
    known = any(row.lets_in for row in rows)
    columns = (*_COLUMNS, _LETS_IN if known else _BETWEEN)
    titles = "".join(
        f"<th role='columnheader' scope='col'>{escape(column)}</th>" for column in columns
    )
    body = "".join(_row(row, columns[-1], several=several) for row in rows)
    return (
        f"{_SHEET}<div class='wide board'><table role='table' aria-label='{escape(heading.title)}'>"
        f"<colgroup>{'<col>' * len(columns)}</colgroup>"
        f"<thead role='rowgroup'>{_top(heading, len(columns))}<tr role='row'>{titles}</tr></thead>"
        f"<tbody role='rowgroup'>{body}</tbody></table>{_foot(heading)}</div>"
    )


def _top(heading: Heading, columns: int) -> str:
    return (
        f"<tr class='on-paper'><td colspan='{columns}'>"
        f"<strong>{escape(heading.title)}</strong><br>{escape(heading.plan)}<br>"
        f"{escape(heading.shown)} {escape(heading.sorted)}<br>"
        f"<strong>{CONFIDENTIAL}</strong></td></tr>"
    )


def _foot(heading: Heading) -> str:
    return f"<div class='on-paper'><p>{DECIDES} {escape(heading.basis)}</p></div>"


def _row(row: BoardRow, column: str, *, several: bool) -> str:
    where = ", ".join(
        part for part in (f"family {row.family}", row.phase, row.team if several else "") if part
    )
    cells = (
        f"<b>{escape(row.priority)}</b>{listed(row.why)}",
        _contact(row),
        facts((("Interim", row.interim), ("Duty", row.duty))),
        facts((("Told", row.told), ("Consulted", row.consulted), ("Reviewed", row.reviewed))),
    )
    known = "".join(f"<td role='cell'>{cell}</td>" for cell in cells)
    last = listed((*row.between, *row.lets_in)) or _NOT_KNOWN
    # On a phone the other cells say by themselves what they are.
    return (
        f"<tr role='row'><th role='rowheader' scope='row'>{escape(row.who)}"
        f"<span class='quiet'>{escape(where)}</span></th>{known}"
        f"<td role='cell' data-column='{escape(column)}'>{last}</td></tr>"
    )


def _contact(row: BoardRow) -> str:
    known = facts((("Awaiting", row.awaiting), ("Last seen", row.last_seen)))
    due = f"<strong>{escape(row.due)}</strong>" if row.overdue else escape(row.due)
    return f"{known}<dl><dt>Next due</dt><dd>{due}</dd></dl>"
