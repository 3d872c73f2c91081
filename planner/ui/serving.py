"""The server's own process: the page server, with what the first visitor needs made ready beside.

The page's libraries and its first plan take seconds to load and to find; they are begun once the
server's own parts are loaded, so that neither it nor the first visitor waits for them in full.
"""

import gc
import importlib
import logging
import sys
import threading
import time

_LOOK_SECONDS = 0.01
_MOST_SECONDS = 60.0
_DRAWING_SECONDS = 2.0
_log = logging.getLogger(__name__)


def main() -> None:
    """Serve the page with the settings of the command line."""
    # Nothing that is loaded at the start is waste: looking for some would only take time.
    gc.disable()
    threading.Thread(target=_ahead, name="ahead", daemon=True).start()
    from streamlit.web.cli import main as serve

    serve(["run", *sys.argv[1:]])


def _ahead() -> None:
    try:
        if _served():
            ready_ahead()
    except Exception as error:
        # Whoever comes first waits a little longer, and is told in words if it fails again.
        _log.warning("Not everything was made ready ahead: %s", type(error).__name__)
    finally:
        # What is there by now stays, and need not be looked through again.
        gc.collect()
        gc.freeze()
        gc.enable()


def _served() -> bool:
    """Wait until the server's own parts are there; false where it does not come to that."""
    until = time.monotonic() + _MOST_SECONDS
    while time.monotonic() < until:
        # It may be there in part, while it is still being loaded.
        runtime = sys.modules.get("streamlit.runtime")
        if runtime is not None and getattr(runtime, "exists", bool)():
            return True
        time.sleep(_LOOK_SECONDS)
    return False


def ready_ahead() -> None:
    """Load the first page, find what it shows to a visitor who brings nothing, load the others."""
    from planner.ui.main import PAGES

    first, *others = (module for _, _, module in PAGES)
    importlib.import_module(first)
    _first_plan()
    # Whoever came meanwhile is shown the first page before anything else is done.
    time.sleep(_DRAWING_SECONDS)
    set_aside()
    for module in others:
        importlib.import_module(module)


def set_aside() -> None:
    """Have plans searched for in processes of their own; until they have begun it is done here."""
    from planner.engine import Aside, Asides
    from planner.ui.desk import PLANS_AT_ONCE, back_room, desk, side_room

    waited_for, behind = Asides(PLANS_AT_ONCE), Aside(behind=True)
    for aside, rooms in ((waited_for, (desk(),)), (behind, (back_room(), side_room()))):
        aside.begin()
        for room in rooms:
            room.aside = aside


def _first_plan() -> None:
    from planner.ui import asking, teams

    names = teams.shipped_names()
    if names:
        asked = asking.question(teams.shipped_team(names[0]))
        asking.now(asked, lambda _search: None)
        asking.plan(asked, None, lambda _search: None)


if __name__ == "__main__":
    main()
