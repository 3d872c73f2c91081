"""Start the page on this machine: loopback only, nothing reported to anyone.

Settings are flags and not files, so that they hold wherever the page is
started. ``python -m planner.ui.launch --port 8501`` serves until Ctrl-C.
"""

import argparse
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

PAGE = Path(__file__).parents[1] / "app.py"

# One calm blue on plain ground, light or dark as the reader's own system is set. Text is darker,
# or lighter, than usual, so that captions, which are fainter, can still be read easily.
PALETTE: Mapping[str, Mapping[str, str]] = {
    "light": {
        "primaryColor": "#1F5F8B",
        "backgroundColor": "#FFFFFF",
        "secondaryBackgroundColor": "#F2F5F7",
        "textColor": "#0B0C0C",
        "linkColor": "#1A5480",
        "borderColor": "#C3CAD0",
    },
    "dark": {
        "primaryColor": "#4F97C6",
        "backgroundColor": "#14191D",
        "secondaryBackgroundColor": "#1F262C",
        "textColor": "#F1F3F4",
        "linkColor": "#8CC4E8",
        "borderColor": "#4A555E",
    },
}

FLAGS: tuple[str, ...] = (
    "--server.address=127.0.0.1",
    "--server.fileWatcherType=none",
    "--server.maxUploadSize=5",
    "--server.showEmailPrompt=false",
    "--browser.gatherUsageStats=false",
    # Neither an error's text nor a link to search for it elsewhere: both may hold a case.
    "--client.showErrorDetails=none",
    "--client.showErrorLinks=false",
    "--client.toolbarMode=minimal",
    # No page around this one may steer it; and the browser need not check each message for that.
    "--client.allowedOrigins=",
    # It would look through all plans that are kept, after every run and every poll.
    "--runner.postScriptGC=false",
    # It speaks of the page server and not of this page; ours is said below.
    "--logger.hideWelcomeMessage=true",
    *(
        f"--theme.{name}.{part}={colour}"
        for name, own in PALETTE.items()
        for part, colour in own.items()
    ),
)

_SAYS = "Serving the page at http://127.0.0.1:{port}, on this machine only. Ctrl-C ends it."


def command(port: int, *, open_browser: bool = False) -> list[str]:
    """Give the whole command that serves the page on a port of this machine."""
    return [
        sys.executable,
        "-m",
        "planner.ui.serving",
        str(PAGE),
        *FLAGS,
        f"--server.port={port}",
        f"--server.headless={'false' if open_browser else 'true'}",
    ]


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve the page until Ctrl-C."""
    parser = argparse.ArgumentParser(prog="python -m planner.ui.launch")
    parser.add_argument("--port", type=int, default=8501)
    parser.add_argument("--open-browser", action="store_true")
    given = parser.parse_args(arguments)
    print(_SAYS.format(port=given.port), flush=True)
    try:
        return subprocess.call(command(given.port, open_browser=given.open_browser))
    except KeyboardInterrupt:
        return 0


if __name__ == "__main__":
    raise SystemExit(main())
