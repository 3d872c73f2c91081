"""One cell of text, read as what its column holds: the only place that parses."""

import re
import unicodedata
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from planner.data.record import Record

MOST_CHARACTERS = 32_767
"""The longest text that a spreadsheet cell can hold."""


FIRST_YEAR = 1950
LAST_YEAR = 2150


class Kind(StrEnum):
    """What a column holds, as the schema names it."""

    TEXT = "text"
    WORDS = "words parted by ;"
    DATE = "date"
    WHOLE = "whole number"
    NUMBER = "number"
    FLAG = "yes or no"
    CHOICE = "one of a list"


class Column(Record):
    """One column of a table: how it is read and what it means.

    ``heading_needed`` columns must be there; ``filled`` ones have no blank
    cells. ``many_lines`` allows line breaks. ``default`` says what a blank means.
    """

    name: str
    kind: Kind
    choices: tuple[str, ...] = ()
    least: Decimal | None = None
    most: Decimal | None = None
    heading_needed: bool = False
    filled: bool = False
    many_lines: bool = False
    default: str = ""
    meaning: str = ""

    @property
    def allowed(self) -> str:
        """Say what a cell of this column may hold."""
        if self.choices:
            return ", ".join(self.choices)
        match self.kind:
            case Kind.FLAG:
                return "yes, no"
            case Kind.DATE:
                return "a date such as 2026-03-02 or 2/03/2026"
            case Kind.WHOLE | Kind.NUMBER:
                return f"a {self.kind.value}{self._range()}"
            case Kind.TEXT | Kind.WORDS | Kind.CHOICE:
                return self.kind.value

    def _range(self) -> str:
        match (self.least, self.most):
            case (None, None):
                return ""
            case (least, None):
                return f", {least} or more"
            case (None, most):
                return f", at most {most}"
            case (least, most):
                return f" from {least} to {most}"


Cell = str | int | bool | Decimal | date | tuple[str, ...]


class Problem(NamedTuple):
    """Why a cell cannot be read."""

    message: str


def read_cell(column: Column, text: str) -> Cell | Problem:
    """Read one cell that is not blank; give its value, or why it has none."""
    problem = _hidden_characters(column, text)
    if problem:
        return problem
    match column.kind:
        case Kind.TEXT:
            return text
        case Kind.WORDS:
            return tuple(word for word in (part.strip() for part in text.split(";")) if word)
        case Kind.DATE:
            return _read_date(text)
        case Kind.FLAG:
            return _read_flag(text)
        case Kind.CHOICE:
            return _read_choice(column, text)
        case Kind.WHOLE | Kind.NUMBER:
            return _read_number(column, text)


_BIDI_OVERRIDES = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def _hidden_characters(column: Column, text: str) -> Problem | None:
    """Refuse characters that a screen does not show, and lines where one is meant."""
    if len(text) > MOST_CHARACTERS:
        return Problem(f"is longer than {MOST_CHARACTERS} characters")
    broken = "\n" in text and not column.many_lines
    if broken:
        return Problem("holds a line break")
    if any(_is_hidden(character) for character in text):
        return Problem("holds a control character, which a screen does not show")
    return None


def _is_hidden(character: str) -> bool:
    control = unicodedata.category(character) in ("Cc", "Cs") and character not in "\n\t"
    return control or character in _BIDI_OVERRIDES


_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})", re.ASCII)
_DAY_FIRST = re.compile(r"(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4})", re.ASCII)


def _read_date(text: str) -> date | Problem:
    found = _ISO.fullmatch(text) or _DAY_FIRST.fullmatch(text)
    if not found:
        return Problem("is not a date")
    if not FIRST_YEAR <= int(found["year"]) <= LAST_YEAR:
        return Problem(f"is not between {FIRST_YEAR} and {LAST_YEAR}")
    try:
        return date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return Problem("is not a day of the calendar")


_FLAGS = {"yes": True, "y": True, "true": True, "no": False, "n": False, "false": False}


def _read_flag(text: str) -> bool | Problem:
    flag = _FLAGS.get(text.casefold())
    return Problem("is neither yes nor no") if flag is None else flag


def _read_choice(column: Column, text: str) -> str | Problem:
    by_key = {_choice_key(choice): choice for choice in column.choices}
    short = {key[0]: choice for key, choice in by_key.items() if key in ("yes", "no")}
    key = _choice_key(text)
    found = by_key.get(key) or short.get(key)
    return Problem("is not one of the allowed values") if found is None else found


def _choice_key(text: str) -> str:
    return " ".join(text.casefold().replace("_", " ").split())


_NUMBER = re.compile(r"[+-]?\d{1,12}(\.\d{1,9})?", re.ASCII)


def _read_number(column: Column, text: str) -> int | Decimal | Problem:
    """Read a plain number; range and, for whole numbers, wholeness are kept."""
    if not _NUMBER.fullmatch(text):
        return Problem(f"is not a {column.kind.value}")
    number = Decimal(text)
    if column.kind is Kind.WHOLE and number != int(number):
        return Problem("is not a whole number")
    below = column.least is not None and number < column.least
    above = column.most is not None and number > column.most
    if below or above:
        return Problem("is out of range")
    return int(number) if column.kind is Kind.WHOLE else number


def write_cell(value: object) -> str:
    """Write a value as the text that ``read_cell`` reads back; ``None`` is blank."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case StrEnum():
            return value.value
        case Decimal():
            return format(value, "f")
        case date():
            return value.isoformat()
        case tuple() | list():
            return ";".join(str(part) for part in value)
        case _:
            return str(value)
