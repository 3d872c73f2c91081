"""Processes beside this one that search for plans, so that a page is drawn meanwhile.

Python runs one thread at a time: whatever is searched for in the page's own process holds up
everybody who moves a control there.

Both ends speak in pickled tuples. To the process: ``(number, job)``, and ``(number, None)`` to end
that job early. From it: that it is ready; then what a job tells meanwhile, and at its end the
answer or what it raised.
"""

import pickle
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from queue import LifoQueue
from typing import IO, Any, TypeVar, cast

from planner.engine.once import Kept
from planner.engine.set_aside import Job, serve, write
from planner.errors import PlannerError

T = TypeVar("T")

_SCRIPT = f"from {serve.__module__} import serve; serve(behind={{}})"
Told = Mapping[str, Callable[..., Any]]

_LOOK = 0.05
_GONE = "The search ended before it found anything: its process is gone."


class Gone(PlannerError):
    """The process that was asked is gone, and whatever it had found."""


class Aside:
    """One process that answers one question at a time.

    One that works ``behind`` gives way to everything else on the machine.
    """

    def __init__(self, *, behind: bool = False) -> None:
        self._behind = behind
        self._turn = threading.Lock()
        self._sending = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._kept = Kept()
        self._number = 0

    @property
    def begun(self) -> bool:
        """Whether the process has begun, and not ended since."""
        process = self._process
        return process is not None and process.poll() is None

    def begin(self) -> None:
        """Begin the process and wait until it can be asked; the first question does so as well.

        Raises
        ------
        Gone
            Where it cannot be begun.
        """
        with self._turn, self._lost_is_said():
            self._begun()

    def call(
        self,
        verb: Callable[..., T],
        *given: object,
        stop: threading.Event | None = None,
        **named: object,
    ) -> T:
        """Call a function of the engine in the process, and wait for what it returns.

        Parameters
        ----------
        verb : callable
            One that can be found by its name, and takes ``stop``.
        stop : threading.Event, optional
            Set it here to have the function's own set there.
        *given, **named
            What is a :class:`Once` among the first is sent once, and then only named. What is
            callable among the others is called here with what the function tells.

        Raises
        ------
        Gone
            Where the process is gone; the next question begins another. And whatever the function
            raises.
        """
        told = {name: what for name, what in named.items() if callable(what)}
        plain = {name: what for name, what in named.items() if name not in told}
        job = Job(verb, given, plain, tuple(told))
        with self._turn, self._lost_is_said():
            kind, answer = self._asked(job, stop or threading.Event(), told)
        if kind == "raised":
            raise answer
        return cast("T", answer)

    def close(self) -> None:
        """End the process, and with it whatever it is at."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            for stream in (process.stdin, process.stdout):
                # What was never sent to it has nowhere to go any more.
                with suppress(OSError):
                    cast("IO[bytes]", stream).close()

    @contextmanager
    def _lost_is_said(self) -> Iterator[None]:
        """End the process where its answer is not waited for, or it is gone."""
        try:
            yield
        except (OSError, EOFError, pickle.UnpicklingError):
            self.close()
            raise Gone(_GONE) from None
        except BaseException:
            # What it still says of this question would be taken for the next one's answer.
            self.close()
            raise

    def _begun(self) -> "subprocess.Popen[bytes]":
        if self._process is None or not self.begun:
            command = [sys.executable, "-c", _SCRIPT.format(self._behind)]
            pipe = subprocess.PIPE
            self._process, self._kept = subprocess.Popen(command, stdin=pipe, stdout=pipe), Kept()
            pickle.load(cast("IO[bytes]", self._process.stdout))
        return self._process

    def _asked(self, job: Job, stop: threading.Event, told: Told) -> tuple[str, Any]:
        process = self._begun()
        self._number += 1
        lean = job._replace(given=tuple(self._kept.lean(value) for value in job.given))
        self._send(process, (self._number, lean))
        ended = threading.Event()
        passed = (process, self._number, stop, ended)
        threading.Thread(target=self._pass_on, args=passed, daemon=True).start()
        try:
            return _heard(cast("IO[bytes]", process.stdout), told)
        finally:
            ended.set()

    def _send(self, process: "subprocess.Popen[bytes]", message: object) -> None:
        with self._sending:
            write(cast("IO[bytes]", process.stdin), message)

    def _pass_on(
        self,
        process: "subprocess.Popen[bytes]",
        number: int,
        stop: threading.Event,
        ended: threading.Event,
    ) -> None:
        """Tell the process that a stop was asked for here."""
        while not ended.is_set():
            if stop.wait(_LOOK):
                with suppress(OSError):
                    self._send(process, (number, None))
                return


class Asides:
    """Several such processes: who asks is answered by one that is free, and waits for one."""

    def __init__(self, most: int) -> None:
        self._all = tuple(Aside() for _ in range(most))
        # The one that worked last, which has begun: another begins only once it is needed.
        self._free: LifoQueue[Aside] = LifoQueue()
        self._taking = threading.Lock()
        for aside in self._all:
            self._free.put(aside)

    def begin(self) -> None:
        """Begin one of the processes, and wait until it can be asked."""
        with self._one() as aside:
            aside.begin()

    def call(self, verb: Callable[..., T], *given: object, **named: Any) -> T:
        """Call a function of the engine in one of the processes, as :meth:`Aside.call` does."""
        with self._one() as aside:
            return aside.call(verb, *given, **named)

    def tell(self, verb: Callable[..., object], *given: object) -> None:
        """Call a function in each process that has begun and is free; nobody waits for it."""
        # Whoever asks meanwhile waits a moment: beginning another process would take far longer.
        with self._taking:
            free = [self._free.get_nowait() for _ in range(self._free.qsize())]
            try:
                for aside in (one for one in free if one.begun):
                    # What was to be known in a process that is gone is of no use to another.
                    with suppress(Gone):
                        aside.call(verb, *given)
            finally:
                for aside in reversed(free):
                    self._free.put(aside)

    def close(self) -> None:
        """End all of them."""
        for aside in self._all:
            aside.close()

    @contextmanager
    def _one(self) -> Iterator[Aside]:
        with self._taking:
            aside = self._free.get()
        try:
            yield aside
        finally:
            self._free.put(aside)


def _heard(answers: IO[bytes], told: Told) -> tuple[str, Any]:
    """Hand on what the process tells until it ends with an answer."""
    while True:
        kind, *said = pickle.load(answers)
        if kind != "told":
            return kind, said[0]
        name, value = said
        told[name](value)
