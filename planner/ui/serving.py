"""The server's own process: the page server, with what the first visitor needs made ready beside.

The page's libraries and its first plan take seconds to load and to find; they are begun once the
server answers, so that neither the server nor the first visitor waits for them in full.
"""

import logging
import sys
import threading
import time

_LOOK_SECONDS = 0.01
_MOST_SECONDS = 60.0
_log = logging.getLogger(__name__)


def main() -> None:
    """Serve the page with the settings of the command line."""
    threading.Thread(target=_once_served, name="ahead", daemon=True).start()
    from streamlit.web.cli import main as serve

    serve(["run", *sys.argv[1:]])


def _once_served() -> None:
    if _served():
        ready_ahead()


def _served() -> bool:
    """Wait until the server answers; false where it does not come to that."""
    until = time.monotonic() + _MOST_SECONDS
    while time.monotonic() < until:
        runtime = sys.modules.get("streamlit.runtime")
        if runtime is not None and getattr(runtime, "exists", bool)():
            return True
        time.sleep(_LOOK_SECONDS)
    return False


def ready_ahead() -> None:
    """Load the pages, and find what is shown first to a visitor who brings nothing."""
    try:
        import planner.ui.main  # noqa: F401
        from planner.ui import asking, teams

        names = teams.shipped_names()
        if names:
            asked = asking.question(teams.shipped_team(names[0]))
            asking.now(asked, lambda _search: None)
            asking.plan(asked, None, lambda _search: None)
    except Exception as error:
        # Whoever comes first waits a little longer, and is told in words if it fails again.
        _log.warning("Nothing was made ready ahead: %s", type(error).__name__)


if __name__ == "__main__":
    main()
