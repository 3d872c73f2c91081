"""What every page shares: its frame, its style, its last line, and what happens when it fails."""

import asyncio
import gc
import logging
import threading
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import streamlit as st
from streamlit import runtime

from planner.errors import PlannerError
from planner.ui import state
from planner.ui.words import plain

NAME = "Allocation planner"
DECIDES = "The planner suggests; the team manager decides, case by case."

_STYLE = Path(__file__).with_name("page.css")
_HANDED_OVER_SECONDS = 5.0
_log = logging.getLogger(__name__)


class View(NamedTuple):
    """One page: its title, the last part of its address, and what draws it."""

    title: str
    address: str
    render: Callable[[], None]


def serve(views: Sequence[View]) -> None:
    """Serve the pages, the first by default, in one frame."""
    st.set_page_config(page_title=NAME, layout="wide")
    _boot()
    st.html(_STYLE)
    pages = [
        st.Page(view.render, title=view.title, url_path=view.address, default=number == 0)
        for number, view in enumerate(views)
    ]
    chosen = st.navigation(pages, position="top")
    wanted = state.going()
    for view, page in zip(views, pages, strict=True):
        if wanted and view.address == wanted:
            st.switch_page(page)
    guarded(chosen.run)
    st.caption(f"{DECIDES} Nothing here is applied to any case.")
    _hand_over()


def _hand_over() -> None:
    """Wait until the server has taken over all that this run drew.

    Once a run has ended, the next poll begins another; what the server had not taken over from the
    one before is then thrown away, and a busy server would leave an old page on screen
    (https://github.com/streamlit/streamlit/issues/9921).
    """
    if not runtime.exists():
        return
    # It tells nobody else which loop it serves on; a test of one page serves on none.
    loop = runtime.get_instance()._get_async_objs().eventloop  # noqa: SLF001
    if isinstance(loop, asyncio.AbstractEventLoop):
        taken = threading.Event()
        loop.call_soon_threadsafe(taken.set)
        taken.wait(_HANDED_OVER_SECONDS)


@st.cache_resource(show_spinner=False)
def _boot() -> bool:
    """Set aside what was imported, so that each run need not look through it for waste.

    While the server makes things ready (``planner.ui.serving``) nothing is looked through at
    all, and it sets aside what there is at its end.
    """
    if gc.isenabled():
        gc.collect()
        gc.freeze()
    return True


def guarded(draw: Callable[[], None]) -> None:
    """Draw; where that fails say so in words, and log places in the code, never values."""
    try:
        draw()
    except PlannerError as error:
        st.error("\n\n".join(plain(line) for line in str(error).splitlines()))
    except Exception as error:
        _log.error("A page failed: %s\n%s", type(error).__name__, _places(error))
        st.error(
            "Something went wrong on our side, and no plan is shown. Your data are unchanged. "
            "Reload the page, or take the last change back."
        )


def _places(error: Exception) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    return "\n".join(f"  {Path(f.filename).name}:{f.lineno} {f.name}" for f in frames)
