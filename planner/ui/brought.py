"""What a manager has brought and how its headings are matched, until she has it checked."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple, cast

import streamlit as st

from planner.data.match import Match
from planner.errors import Fault, UsageFault
from planner.files.bringing import Bringing, Brought, bring_file, bring_text
from planner.files.matching import (
    from_kept,
    guess,
    guess_columns,
    headed,
    heading_digest,
    matched,
    to_keep,
)
from planner.files.mending import gathered
from planner.files.source import RawTable
from planner.files.team_tables import SETTINGS, TeamTables, settings_table
from planner.store.matches import keep_match, kept_match
from planner.ui import own_tables, state

PASTE, FILES = "data-paste", "data-files"
_PIECES, _REFUSED, _COUNT, _NOTE = "data_pieces", "data_refused", "data_count", "data_note"


class Piece(NamedTuple):
    """One table that was brought.

    ``whole`` is all of it, ``brought`` begins at its headings; ``remembered``
    where the same headings were matched before. ``number`` tells pieces apart.
    """

    number: int
    whole: Brought
    brought: Brought
    match: Match
    remembered: bool = False


def pieces() -> tuple[Piece, ...]:
    """Give what was brought and not yet checked."""
    return cast("tuple[Piece, ...]", state.value(_PIECES, ()))


def refused() -> tuple[Fault, ...]:
    """Give what had to be refused of what was brought last."""
    return cast("tuple[Fault, ...]", state.value(_REFUSED, ()))


def files_key() -> str:
    """Give the key of the uploader: a new one each time, since files are taken over at once."""
    return f"{FILES}-{_count()}"


def _count() -> int:
    return cast("int", state.value(_COUNT, 0))


# -- Bringing -------------------------------------------------------------------


def take_text() -> None:
    """Take over the rows that were pasted; they stay in the box where they are refused."""
    found = bring_text(str(st.session_state.get(PASTE) or ""))
    _take([found])
    if found.tables:
        st.session_state[PASTE] = ""


def take_files() -> None:
    """Take over the files that were chosen, each looked at before it is read."""
    given = st.session_state.get(files_key()) or []
    _take([bring_file(file.name, file.getvalue()) for file in given])


def _take(found: Sequence[Bringing]) -> None:
    made = list(pieces())
    for brought in (table for one in found for table in one.tables):
        made.append(_piece(_count() + len(made) + 1, brought))
    state.put(_COUNT, _count() + len(made) + 1)
    state.put(_PIECES, tuple(made))
    state.put(_REFUSED, tuple(fault for one in found for fault in one.refused))


def _piece(number: int, whole: Brought, heading_row: int | None = None) -> Piece:
    raw = headed(whole.raw) if heading_row is None else _from_row(whole.raw, heading_row)
    kept = kept_match(heading_digest(raw))
    known = from_kept(raw, kept) if kept is not None else None
    return Piece(number, whole, whole._replace(raw=raw), known or guess(raw), known is not None)


def _from_row(raw: RawTable, row: int) -> RawTable:
    return raw._replace(rows=tuple(found for found in raw.rows if found[0] >= row))


# -- Matching -------------------------------------------------------------------


def read_from(number: int, row: int) -> None:
    """Read a piece anew, its headings in another row."""
    _change(number, lambda piece: _piece(number, piece.whole, row))


def is_table(number: int, name: str) -> None:
    """Say which of our tables a piece is; its headings are guessed anew."""

    def chosen(piece: Piece) -> Piece:
        columns = guess_columns(piece.brought.raw, name) if name else {}
        return piece._replace(match=Match(table=name, columns=columns), remembered=False)

    _change(number, chosen)


def is_column(number: int, column: str, place: int | None) -> None:
    """Say which heading holds a column; ``None`` where none does."""

    def chosen(piece: Piece) -> Piece:
        others = {name: at for name, at in piece.match.columns.items() if name != column}
        columns = others if place is None else {**others, column: place}
        return piece._replace(match=piece.match.model_copy(update={"columns": columns}))

    _change(number, chosen)


def leave_out(number: int) -> None:
    """Drop one table that was brought."""
    state.put(_PIECES, tuple(piece for piece in pieces() if piece.number != number))


def _change(number: int, how: Callable[[Piece], Piece]) -> None:
    state.put(_PIECES, tuple(how(p) if p.number == number else p for p in pieces()))


# -- Checking -------------------------------------------------------------------


def wanted() -> tuple[Piece, ...]:
    """Give the pieces that hold one of our tables."""
    return tuple(piece for piece in pieces() if piece.match.table)


def has_settings() -> bool:
    """Whether the settings of the team were brought too."""
    return any(piece.match.table == SETTINGS for piece in wanted())


def gather(name: str, as_at: date) -> TeamTables:
    """Give everything that was brought as the tables of one team."""
    tables = gathered(matched(piece.brought, piece.match) for piece in wanted())
    return tables if has_settings() else tables.put(settings_table(name, as_at))


def check_all(name: str, as_at: date) -> None:
    """Remember how the headings were matched, and begin to mend the tables."""
    own_tables.begin(gather(name, as_at))
    state.put(_NOTE, _remember())


def forget() -> None:
    """Drop everything that was brought."""
    state.put(_PIECES, ())
    state.put(_REFUSED, ())


def _remember() -> str:
    try:
        for piece in wanted():
            raw = piece.brought.raw
            keep_match(heading_digest(raw), to_keep(raw, piece.match))
    except UsageFault as fault:
        return f"{fault} You will be asked again next time."
    return ""


def note() -> str:
    """Give what went wrong with remembering; blank where nothing did."""
    return str(state.value(_NOTE, ""))
