"""What was brought and how its headings are matched, in words."""

from collections.abc import Mapping, Sequence

from planner.data.match import Match
from planner.files.cells import Column
from planner.files.matching import headings, left_out, still_open
from planner.files.source import RawTable
from planner.files.tables import table
from planner.files.team_tables import SETTINGS, TITLES
from planner.ui.brought import Piece
from planner.ui.mending_words import about_column, column_words, shortened
from planner.ui.words import counted

NOTHING = "None of these: leave it out"
CHOOSE = "Choose a heading"
NOT_THERE = "Not in my table"
BLANK = "Not in my table: blank in every row"
_MOST_SHOWN = 28


def piece_title(piece: Piece) -> str:
    """Name a table by what it holds and where it came from."""
    file = piece.whole.raw.file
    return f"{TITLES[piece.match.table]}: {file}" if piece.match.table else file


def piece_words(piece: Piece) -> str:
    """Say how much was brought, and whether its headings are known from before."""
    raw = piece.brought.raw
    rows = sum(1 for _, cells in raw.rows[1:] if any(cells))
    found = f"{counted(rows, 'row')} under {counted(sum(map(bool, headings(raw))), 'heading')}."
    before = " Matched as you did last time: look it over." if piece.remembered else ""
    return found + before


def table_words(name: str) -> str:
    """Give what a table is called in a list of tables."""
    return TITLES[name] if name else NOTHING


def asked_first(match: Match) -> list[Column]:
    """Give the columns that must be answered for: those needed, and one of each pair."""
    if not match.table or match.table == SETTINGS:
        return []
    spec = table(match.table)
    grouped = {name for group in spec.one_of for name in group}
    return [c for c in spec.columns if c.heading_needed or c.name in grouped]


def asked_later(match: Match) -> list[Column]:
    """Give the columns that may be left out."""
    if not match.table or match.table == SETTINGS:
        return []
    first = {column.name for column in asked_first(match)}
    return [column for column in table(match.table).columns if column.name not in first]


def heading_words(raw: RawTable) -> Mapping[int, str]:
    """Name every heading by its place, with the first value that stands under it."""
    return {
        at: _with_example(heading, raw, at) for at, heading in enumerate(headings(raw)) if heading
    }


def _with_example(heading: str, raw: RawTable, at: int) -> str:
    under = (cells[at] for _, cells in raw.rows[1:] if len(cells) > at and cells[at])
    example, name = next(under, ""), shortened(heading, _MOST_SHOWN)
    return f"{name} (such as {shortened(example, _MOST_SHOWN)})" if example else name


def column_label(column: Column) -> str:
    """Name a column of ours above the choice of a heading."""
    return column_words(column.name)


def column_help(match: Match, column: Column) -> str:
    """Say what a column of ours means."""
    return about_column(match.table, column.name)


def more_label(match: Match) -> str:
    """Say how many of the columns that may be left out were found."""
    later = asked_later(match)
    found = sum(1 for column in later if column.name in match.columns)
    return f"Other columns: {found} of {len(later)} found"


def left_out_words(piece: Piece) -> str:
    """Name the headings that are not taken over; blank where all are."""
    names = left_out(piece.brought.raw, piece.match)
    if not names or not piece.match.table:
        return ""
    return f"Not taken over: {', '.join(shortened(name, _MOST_SHOWN) for name in names)}."


def open_lines(pieces: Sequence[Piece]) -> list[str]:
    """Say what is still to be matched, table by table."""
    return [f"{piece_title(piece)}: {line}" for piece in pieces for line in still_open(piece.match)]
