"""A server of the page as a manager starts it, with a folder and a port of its own."""

import os
import socket
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from planner.ui.launch import command

_ROOT = Path(__file__).parents[1]
_MOST_SECONDS = 60.0
_LOOK_SECONDS = 0.01
# A server that polls now and then is idle; one that solves is not.
_LOOK_AT_WORK, _IDLE = 2.0, 0.2


class Server(NamedTuple):
    """A server that answers: its port, and the seconds from its start until it was healthy."""

    port: int
    process_id: int
    ready_seconds: float

    @property
    def address(self) -> str:
        """Where it is found from a browser."""
        return f"http://127.0.0.1:{self.port}/"

    def rest(self) -> None:
        """Wait until the server works at nothing any more, or has had time enough."""
        until = time.monotonic() + _MOST_SECONDS
        while time.monotonic() < until:
            before = self._worked()
            time.sleep(_LOOK_AT_WORK)
            if self._worked() - before < _IDLE * _LOOK_AT_WORK:
                return

    def _worked(self) -> float:
        """Give the seconds of processor that the server has used."""
        text = Path(f"/proc/{self.process_id}/stat").read_text(encoding="utf-8")
        user, system = text.rpartition(")")[2].split()[11:13]
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


@contextmanager
def served(port: int = 0) -> Iterator[Server]:
    """Serve the page until the block ends; port 0 is any that is free.

    Drafts and everything else that is kept go to a folder that is gone afterwards.
    """
    port = port or _free_port()
    with tempfile.TemporaryDirectory() as folder, Path(folder, "log").open("wb") as log:
        began = time.perf_counter()
        process = subprocess.Popen(
            command(port),
            cwd=folder,
            env={**os.environ, "PYTHONPATH": _paths(), "XDG_DATA_HOME": folder},
            stdout=log,
            stderr=log,
        )
        try:
            _wait_until_healthy(port, process)
            yield Server(port, process.pid, time.perf_counter() - began)
        finally:
            process.terminate()
            process.wait(timeout=30)


def _paths() -> str:
    return os.pathsep.join(part for part in (str(_ROOT), os.environ.get("PYTHONPATH")) if part)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _wait_until_healthy(port: int, process: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + _MOST_SECONDS
    while time.monotonic() < until:
        if process.poll() is not None:
            raise RuntimeError("The server ended before it was healthy.")
        if _healthy(port):
            return
        time.sleep(_LOOK_SECONDS)
    raise TimeoutError("The server never became healthy.")


def _healthy(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=5) as answer:
            return bool(answer.read() == b"ok")
    except OSError:
        return False
