"""The entry that ``streamlit run`` serves: which pages there are, in which order."""

# Imported here and not in a page, so that they are loaded before the boot sets them aside.
from planner.ui.shell import View, serve
from planner.ui.views import what_if

VIEWS: tuple[View, ...] = (View(what_if.TITLE, "what-if", what_if.render),)


def main() -> None:
    """Serve the page."""
    serve(VIEWS)


if __name__ == "__main__":
    main()
