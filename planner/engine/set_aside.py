"""What runs in a process beside the page's own: it does what it is asked, one job at a time."""

import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from queue import SimpleQueue
from typing import IO, Any, NamedTuple

from planner.engine.once import Kept

READY = "ready"
_NICE = 10


class Job(NamedTuple):
    """A function of the engine and what it is given; ``told`` names what it calls meanwhile."""

    verb: Callable[..., Any]
    given: tuple[object, ...]
    named: dict[str, object]
    told: tuple[str, ...]


def serve(*, behind: bool) -> None:
    """Answer what is asked on standard input, until it is closed."""
    # Ctrl-C reaches every process of a terminal; who asks decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Whatever else is printed here must not come between the answers.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    jobs: SimpleQueue[tuple[Job, threading.Event]] = SimpleQueue()
    kept = Kept()
    threading.Thread(target=_listen, args=(sys.stdin.buffer, jobs), daemon=True).start()
    write(answers, READY)
    # Not before: on a busy machine it would never have begun.
    _give_way(behind=behind)
    while True:
        job, stop = jobs.get()
        given = tuple(kept.whole(value) for value in job.given)
        write(answers, _answer(answers, job._replace(given=given), stop))


def _give_way(*, behind: bool) -> None:
    """Let the page be drawn first; ``behind``, work only where a processor has nothing to do."""
    if behind and hasattr(os, "SCHED_IDLE"):
        # Where that is not allowed it works as usual.
        with suppress(OSError):
            os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))
    elif hasattr(os, "nice"):
        os.nice(_NICE)


def _listen(questions: IO[bytes], jobs: "SimpleQueue[tuple[Job, threading.Event]]") -> None:
    """Take questions and stops; once nobody asks any more the process ends at once."""
    stops: dict[int, threading.Event] = {}
    try:
        while True:
            number, job = pickle.load(questions)
            if job is None:
                # One that comes late, after its job has ended, is nobody's.
                stops.get(number, threading.Event()).set()
            else:
                stops = {number: threading.Event()}
                jobs.put((job, stops[number]))
    finally:
        os._exit(0)


def _answer(answers: IO[bytes], job: Job, stop: threading.Event) -> tuple[str, object]:
    turn = threading.Lock()

    def tells(name: str) -> Callable[[object], None]:
        def tell(value: object) -> None:
            with turn:
                write(answers, ("told", name, value))

        return tell

    try:
        meanwhile = {name: tells(name) for name in job.told}
        return "answer", job.verb(*job.given, stop=stop, **job.named, **meanwhile)
    except Exception as error:
        return "raised", error


def write(stream: IO[bytes], message: object) -> None:
    """Send one message at once."""
    pickle.dump(message, stream, protocol=pickle.HIGHEST_PROTOCOL)
    stream.flush()
