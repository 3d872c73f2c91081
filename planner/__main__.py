"""Run the planner as ``python -m planner``, or by its name once it is installed."""

import os
import signal
import sys
import threading
from types import FrameType

INTERRUPTED = 130


def main() -> None:
    """Run the command line; interrupted while it is still being loaded, end in words too."""
    signal.signal(signal.SIGINT, _leave)
    signal.signal(signal.SIGTERM, _leave)
    # Imported here: loading it takes a while, and what interrupts it must find somebody at home.
    from planner.cli import main as door

    try:
        door()
    except SystemExit as end:
        if threading.active_count() > 1:
            # A search that did not return would abort the interpreter as it ends.
            _end(end.code if isinstance(end.code, int) else 1)
        raise


def _leave(_number: int, _frame: FrameType | None) -> None:
    os.write(2, b"Interrupted: nothing to hand over.\n")
    os._exit(INTERRUPTED)


def _end(code: int) -> None:
    """End at once, whatever threads are still at work."""
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    os._exit(code)


if __name__ == "__main__":
    main()
