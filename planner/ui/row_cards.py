"""Rows as cards: a table of many words that still reads well on a phone and at 200 % zoom."""

from collections.abc import Sequence

from planner.ui.markup import article, cards, facts
from planner.ui.words import Row


def row_cards(rows: Sequence[Row], heading: str) -> str:
    """Write each row as a card; ``heading`` names the column that heads it."""
    return cards(
        article(row[heading], facts((name, text) for name, text in row.items() if name != heading))
        for row in rows
    )
