"""``planner app``: open the page on this machine."""

import subprocess
import sys
from importlib.resources import as_file, files

import click

# Loopback only, nothing reported to anyone, no source watched, no trace shown to a visitor.
_FLAGS = (
    "--server.address=127.0.0.1",
    "--browser.gatherUsageStats=false",
    "--server.fileWatcherType=none",
    "--server.maxUploadSize=5",
    "--server.showEmailPrompt=false",
    "--client.toolbarMode=minimal",
    "--client.showErrorDetails=none",
    "--client.showErrorLinks=false",
    "--theme.primaryColor=#1F5F8B",
    "--theme.textColor=#0B0C0C",
)


@click.command(short_help="Open the page in a browser, on this machine only.")
@click.option("--port", type=click.IntRange(1024, 65535), default=8501, show_default=True)
@click.option("--no-browser", is_flag=True, help="Serve the page without opening a browser.")
def app(port: int, no_browser: bool) -> int:
    """Serve the page to this machine only, until Ctrl-C."""
    with as_file(files("planner") / "ui" / "main.py") as page:
        try:
            return subprocess.call(command(str(page), port, no_browser))
        except KeyboardInterrupt:
            return 0


def command(page: str, port: int, no_browser: bool) -> list[str]:
    """Give the command that serves the page."""
    own = (f"--server.port={port}", f"--server.headless={str(no_browser).lower()}")
    return [sys.executable, "-m", "streamlit", "run", page, *_FLAGS, *own]
