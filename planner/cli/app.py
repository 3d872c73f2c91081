"""``planner app``: open the page on this machine."""

import subprocess
import sys

import click

_LAUNCH = "planner.ui.launch"


@click.command(short_help="Open the page in a browser, on this machine only.")
@click.option(
    "--port",
    type=click.IntRange(1024, 65535),
    default=8501,
    show_default=True,
    help="Where the page is served on this machine.",
)
@click.option("--no-browser", is_flag=True, help="Serve the page without opening a browser.")
def app(port: int, no_browser: bool) -> int:
    """Serve the page to this machine only, until Ctrl-C."""
    # A process of its own: the two doors do not see each other.
    words = [sys.executable, "-m", _LAUNCH, f"--port={port}"]
    try:
        return subprocess.call(words if no_browser else [*words, "--open-browser"])
    except KeyboardInterrupt:
        return 0
