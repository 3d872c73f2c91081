"""Her headings and our columns: good guesses, what is still open, and the table that follows."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from hashlib import sha256

from planner.data.match import LEFT_BLANK, Match
from planner.files.bringing import Brought
from planner.files.source import RawTable
from planner.files.synonyms import SHEET_NAMES, SYNONYMS
from planner.files.tables import TABLES, Table, table
from planner.files.team_tables import KEY, SETTINGS, VALUE, TextTable, Unread

MOST_ABOVE = 10
"""How many rows may stand above the headings: a title, a date, a blank line."""
_NEAR = 0.84
_RECOGNISED = 0.6


# -- Headings -------------------------------------------------------------------


def headed(raw: RawTable) -> RawTable:
    """Leave out what stands above the headings, which are the row with most words we know."""
    rows = [row for row in raw.rows if any(row[1])]
    if not rows:
        return raw
    best = max(range(min(len(rows), MOST_ABOVE)), key=lambda at: (_known(rows[at][1]), -at))
    if not _known(rows[best][1]):
        best = next((at for at, (_, cells) in enumerate(rows) if len(_filled(cells)) > 1), 0)
    return raw._replace(rows=tuple(rows[best:]))


def headings(raw: RawTable) -> tuple[str, ...]:
    """Give the headings of a table; one that is blank over filled cells is called by its place."""
    if not raw.rows:
        return ()
    first, below = raw.rows[0][1], raw.rows[1:]
    width = max((len(cells) for _, cells in raw.rows), default=0)
    used = {at for _, cells in below for at in _filled(cells)}
    named = (first[at] if at < len(first) else "" for at in range(width))
    return tuple(
        name or (f"column {at + 1}, without a heading" if at in used else "")
        for at, name in enumerate(named)
    )


def _filled(cells: Sequence[str]) -> list[int]:
    return [at for at, cell in enumerate(cells) if cell]


def _known(cells: Iterable[str]) -> int:
    return len({_plain(cell) for cell in cells} & _EVERY_WORD)


def _plain(text: str) -> str:
    """Write a heading without case, signs and spaces more than one."""
    return " ".join(re.sub(r"[^0-9a-z%]+", " ", text.casefold()).split())


def _words(spec: Table) -> Mapping[str, str]:
    """Give the column of each known heading; a column's own name goes before any synonym."""
    known: dict[str, str] = {}
    for column, others in SYNONYMS[spec.name].items():
        for other in others:
            known.setdefault(_plain(other), column)
    return {**known, **{_plain(name): name for name in spec.names}}


_WORDS = {spec.name: _words(spec) for spec in TABLES}
_EVERY_WORD = frozenset(word for known in _WORDS.values() for word in known) | {KEY, VALUE}


# -- Guesses --------------------------------------------------------------------


def guess(raw: RawTable) -> Match:
    """Guess which table this is and which of its headings holds which of our columns."""
    name = guess_table(raw)
    return Match(table=name, columns=guess_columns(raw, name)) if name else Match()


def guess_table(raw: RawTable) -> str:
    """Guess the table from its name, else from its headings; blank where neither is known."""
    words = {_plain(heading) for heading in headings(raw)} - {""}
    if {KEY, VALUE} <= words:
        return SETTINGS
    title = _plain(raw.table)
    for spec in TABLES:
        if title in (_plain(spec.name), *map(_plain, SHEET_NAMES[spec.name])):
            return spec.name
    fit, best = max((_fit(words, spec), -at) for at, spec in enumerate(TABLES))
    return TABLES[-best].name if fit >= _RECOGNISED else ""


def _fit(words: set[str], spec: Table) -> float:
    """Say how much of the headings is known, and how much of what is needed is there."""
    found = {_WORDS[spec.name][word] for word in words if word in _WORDS[spec.name]}
    needed = {column.name for column in spec.columns if column.heading_needed}
    return len(found) / max(len(words), 1) + len(found & needed) / max(len(needed), 1)


def guess_columns(raw: RawTable, name: str) -> Mapping[str, int]:
    """Guess the place of every column whose heading is known, or spelt nearly so.

    Each heading is taken once; settings without our headings are read as key and value.
    """
    if name == SETTINGS:
        plain = [_plain(heading) for heading in headings(raw)]
        usual = {KEY: 0, VALUE: 1}
        return {c: plain.index(c) if c in plain else at for c, at in usual.items()}
    taken: dict[str, int] = {}
    for _, column, at in sorted(_likenesses(raw, table(name)), key=lambda found: -found[0]):
        if column not in taken and at not in taken.values():
            taken[column] = at
    return {column: taken[column] for column in table(name).names if column in taken}


def _likenesses(raw: RawTable, spec: Table) -> Iterator[tuple[float, str, int]]:
    """Say how near each heading comes to each column that it comes near to."""
    for at, heading in enumerate(headings(raw)):
        plain = _plain(heading)[:100]
        if not plain:
            continue
        for word, column in _WORDS[spec.name].items():
            own = 0.01 if word == _plain(column) else 0.0
            likeness = SequenceMatcher(None, plain, word).ratio()
            if likeness >= _NEAR:
                yield likeness + own, column, at


# -- Remembered -----------------------------------------------------------------


def heading_digest(raw: RawTable) -> str:
    """Give the fingerprint of a set of headings, in whatever order they stand."""
    return sha256("\x1f".join(_sorted_headings(raw)).encode("utf-8", "replace")).hexdigest()


def to_keep(raw: RawTable, match: Match) -> Match:
    """Give a match by places among the sorted headings, so that their order may change."""
    order = _order(raw)
    columns = {c: order.index(at) if at in order else LEFT_BLANK for c, at in match.columns.items()}
    return match.model_copy(update={"columns": columns})


def from_kept(raw: RawTable, kept: Match) -> Match | None:
    """Give a kept match by places among the headings as they stand; ``None`` if it cannot be."""
    names = (KEY, VALUE) if kept.table == SETTINGS else _names(kept.table)
    order = _order(raw)
    fits = all(
        column in names and LEFT_BLANK <= at < len(order) for column, at in kept.columns.items()
    )
    if not fits or (kept.table and not names):
        return None
    places = {c: order[at] if at != LEFT_BLANK else at for c, at in kept.columns.items()}
    return kept.model_copy(update={"columns": places})


def _names(name: str) -> tuple[str, ...]:
    return next((spec.names for spec in TABLES if spec.name == name), ())


def _order(raw: RawTable) -> list[int]:
    named = headings(raw)
    filled = [at for at, heading in enumerate(named) if heading]
    return sorted(filled, key=lambda at: (_plain(named[at]), at))


def _sorted_headings(raw: RawTable) -> list[str]:
    named = headings(raw)
    return [_plain(named[at]) for at in _order(raw)]


# -- What is open, and what follows ---------------------------------------------


def still_open(match: Match) -> list[str]:
    """Say what must be matched before the table can be checked, a sentence each."""
    if not match.table or match.table == SETTINGS:
        return []
    spec = table(match.table)
    lines = [
        f"Choose the heading that holds {_said(column.name)}, or say that your table has none."
        for column in spec.columns
        if column.heading_needed and column.name not in match.columns
    ]
    for group in spec.one_of:
        if all(match.columns.get(column, LEFT_BLANK) == LEFT_BLANK for column in group):
            either = " or ".join(map(_said, group))
            lines.append(f"Choose a heading for {either}: one of them is needed.")
    return [*lines, *_twice(match)]


def _twice(match: Match) -> Iterator[str]:
    by_place: dict[int, list[str]] = {}
    for column, at in match.columns.items():
        if at != LEFT_BLANK:
            by_place.setdefault(at, []).append(column)
    for columns in by_place.values():
        if len(columns) > 1:
            both = " and for ".join(map(_said, columns))
            yield f"One heading was chosen for {both}: choose one of them."


def _said(column: str) -> str:
    return column.replace("_", " ")


def left_out(raw: RawTable, match: Match) -> list[str]:
    """Name the headings that hold none of our columns and are not taken over."""
    taken = set(match.columns.values())
    return [name for at, name in enumerate(headings(raw)) if name and at not in taken]


def matched(brought: Brought, match: Match) -> tuple[TextTable, tuple[Unread, ...]]:
    """Give the table under our columns, and the cells of it that could not be read."""
    columns = tuple(match.columns)
    rows = tuple(
        (number, tuple(_at(cells, match.columns[column]) for column in columns))
        for number, cells in brought.raw.rows[1:]
    )
    kept = tuple((number, cells) for number, cells in rows if any(cells))
    return TextTable(table=match.table, columns=columns, rows=kept), tuple(_unread(brought, match))


def _at(cells: Sequence[str], place: int) -> str:
    return cells[place] if 0 <= place < len(cells) else ""


def _unread(brought: Brought, match: Match) -> Iterator[Unread]:
    at = {f"column {place + 1}": column for column, place in match.columns.items()}
    texts = dict(brought.raw.rows)
    for fault in brought.faults:
        column = at.get(fault.column)
        if column and fault.row in texts:
            yield Unread(
                table=match.table,
                row=fault.row,
                column=column,
                text=_at(texts[fault.row], match.columns[column]),
                message=fault.message,
            )
