"""Start the page on this machine: loopback only, nothing reported to anyone.

Settings are flags and not files, so that they hold wherever the page is
started. ``python -m planner.ui.launch --port 8501`` serves until Ctrl-C.
"""

import argparse
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

PAGE = Path(__file__).with_name("main.py")

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
    "--theme.base=light",
    "--theme.primaryColor=#1F5F8B",
    "--theme.textColor=#0B0C0C",
)


def command(port: int, *, open_browser: bool = False) -> list[str]:
    """Give the whole command that serves the page on a port of this machine."""
    return [
        sys.executable,
        "-m",
        "streamlit",
        "run",
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
    try:
        return subprocess.call(command(given.port, open_browser=given.open_browser))
    except KeyboardInterrupt:
        return 0


if __name__ == "__main__":
    raise SystemExit(main())
