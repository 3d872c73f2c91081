"""Hours, days, shares and names in the words a team manager reads."""

import re
from datetime import date

from planner.data.plan import ChildLine, PractitionerLine
from planner.data.score import Score
from planner.data.vocabulary import Tier

Row = dict[str, str]

# A line that begins so would be drawn as a list.
_LIST_MARK = re.compile(r"^(\d*)([-+=.)])(?=\s|$|=|-)")
_SPECIAL = str.maketrans({character: f"\\{character}" for character in "\\`*_{}[]<>#|~$&"})
# A bare address of the web or of mail would be drawn as a link to elsewhere.
_ADDRESS = re.compile(r"(?<=\w)(?=://)|(?<=www)(?=\.)|(?=@)", re.IGNORECASE)
_WORD_JOINER = "\N{WORD JOINER}"
MINUS = "\N{MINUS SIGN}"


def plain(text: str) -> str:
    """Escape text so that the page shows it as it was written.

    Whatever comes from a manager's files passes through here before it is
    shown as markdown: a label may hold a star, or a picture of elsewhere. An address
    gets a mark without width inside, so that it is read and leads nowhere.
    """
    words = " ".join(_ADDRESS.sub(_WORD_JOINER, text).translate(_SPECIAL).split())
    return _LIST_MARK.sub(r"\1\\\2", words)


def hours(half_hours: int) -> str:
    """Say half-hours as hours: 212 is ``106 h``."""
    sign = MINUS if half_hours < 0 else ""
    return f"{sign}{abs(half_hours) / 2:.12g} h"


def percent(part: int, whole: int) -> str:
    """Say a share of a whole in whole per cent, blank where there is no whole."""
    return f"{round(100 * part / whole)} %" if whole else ""


def day(value: date | None, as_at: date) -> str:
    """Say a day as ``Mon 2 Mar``, with its year where it is another than the plan's."""
    if value is None:
        return "not recorded"
    year = "" if value.year == as_at.year else f" {value.year}"
    return f"{value:%a} {value.day} {value:%b}{year}"


def full_day(value: date) -> str:
    """Say a day with its year: ``Mon 2 Mar 2026``."""
    return f"{value:%a} {value.day} {value:%b} {value.year}"


def children(count: int) -> str:
    """Say a number of children."""
    return "1 child" if count == 1 else f"{count} children"


def days(count: int) -> str:
    """Say a number of days."""
    return "1 day" if count == 1 else f"{count} days"


def named(line: ChildLine | PractitionerLine) -> str:
    """Give the id of a child or practitioner, with the manager's own label where there is one."""
    own = line.child if isinstance(line, ChildLine) else line.practitioner
    return f"{own} · {line.label}" if line.label else own


def tier(score: Score) -> str:
    """Say a child's tier, with the band where there is one."""
    return score.tier.value + (f", band ({score.band.value})" if score.band else "")


def in_tier(count: int, rank: Tier) -> str:
    """Say how many children are of a tier: ``2 high risk``, ``1 remaining child``."""
    one = count == 1 and rank is Tier.REMAINING
    return f"{count} {'remaining child' if one else rank.value}"


def title(text: str) -> str:
    """Begin with a capital letter and leave the rest as it is."""
    return text[:1].upper() + text[1:]


def counted(count: int, one: str, several: str = "") -> str:
    """Say a number of things: ``1 change``, ``2 changes``."""
    return f"{count} {one if count == 1 else several or one + 's'}"
