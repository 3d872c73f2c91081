"""The entry that ``streamlit run`` serves: which pages there are, in which order."""

# Imported here and not in a page, so that they are loaded before the boot sets them aside.
from planner.ui.pages import awaiting, children, compare, data, this_week, trade_offs, what_if
from planner.ui.shell import View, serve

VIEWS: tuple[View, ...] = (
    View(this_week.TITLE, "this-week", this_week.render),
    View(what_if.TITLE, "what-if", what_if.render),
    View(trade_offs.TITLE, "trade-offs", trade_offs.render),
    View(compare.TITLE, "compare", compare.render),
    View(children.TITLE, "children", children.render),
    View(awaiting.TITLE, "awaiting", awaiting.render),
    View(data.TITLE, "data", data.render),
)


def main() -> None:
    """Serve the page."""
    serve(VIEWS)


if __name__ == "__main__":
    main()
