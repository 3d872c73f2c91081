"""Small pieces of markup that cards share; every word of a manager's files is escaped here."""

from collections.abc import Iterable, Sequence
from html import escape


def listed(lines: Iterable[str]) -> str:
    """Write lines as a list; without lines, nothing."""
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f"<ul>{items}</ul>" if items else ""


def headed(words: str, lines: Sequence[str]) -> str:
    """Write lines under a few quiet words; without lines, nothing."""
    return f"<p class='quiet'>{escape(words)}</p>{listed(lines)}" if lines else ""


def folded(summary: str, lines: Sequence[str]) -> str:
    """Write lines behind a few words that open them; without lines, nothing."""
    if not lines:
        return ""
    return f"<details><summary>{escape(summary)}</summary>{listed(lines)}</details>"


def facts(rows: Iterable[tuple[str, str]]) -> str:
    """Write names with what is known of each, leaving out what is blank."""
    cells = "".join(
        f"<dt>{escape(name)}</dt><dd>{escape(text)}</dd>" for name, text in rows if text
    )
    return f"<dl>{cells}</dl>" if cells else ""


def article(heading: str, *parts: str, quiet: str = "") -> str:
    """Write one card; its parts are markup already."""
    said = f"<p class='quiet'>{escape(quiet)}</p>" if quiet else ""
    return f"<article><h3>{escape(heading)}</h3>{said}{''.join(parts)}</article>"


def tile(name: str, value: str, quiet: str, change: str = "") -> str:
    """Write one figure under its name; ``change`` is markup already."""
    said = (f"<dd class='figure'>{escape(value)}</dd>", change, f"<dd>{escape(quiet)}</dd>")
    return f"<div><dt>{escape(name)}</dt>{''.join(said)}</div>"


def tiled(found: Iterable[str]) -> str:
    """Set tiles beside each other."""
    return f"<dl class='tiles'>{''.join(found)}</dl>"


def cards(articles: Iterable[str]) -> str:
    """Set cards beside each other; without cards, nothing."""
    found = "".join(articles)
    return f"<div class='cards'>{found}</div>" if found else ""
