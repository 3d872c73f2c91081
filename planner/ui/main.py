"""The entry that is served: which pages there are, in which order."""

import importlib
from collections.abc import Callable

from planner.ui.shell import View, serve

PAGES = (
    ("This week", "this-week", "planner.ui.pages.this_week"),
    ("What-if", "what-if", "planner.ui.pages.what_if"),
    ("Trade-offs", "trade-offs", "planner.ui.pages.trade_offs"),
    ("Compare", "compare", "planner.ui.pages.compare"),
    ("Children and practitioners", "children", "planner.ui.pages.children"),
    ("Awaiting", "awaiting", "planner.ui.pages.awaiting"),
    ("Data and record", "data", "planner.ui.pages.data"),
)
"""Title, last part of the address, and module of each page."""


def _drawn_by(module: str) -> Callable[[], None]:
    """Load a page when it is first opened, so that a visitor waits for one page only."""
    return lambda: importlib.import_module(module).render()


VIEWS = tuple(View(title, address, _drawn_by(module)) for title, address, module in PAGES)


def main() -> None:
    """Serve the page."""
    serve(VIEWS)


if __name__ == "__main__":
    main()
