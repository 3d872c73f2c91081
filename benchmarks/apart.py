"""One call in a process of its own: nothing warm, its memory measured, ended if it overruns."""

import multiprocessing
import os
import resource
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any, Generic, TypeVar

T = TypeVar("T")

_KIB_A_MIB = 1024


@dataclass(frozen=True)
class Apart(Generic[T]):
    """What a call in its own process came to; ``fault`` says why there is no answer."""

    answer: T | None
    memory_mib: float | None = None
    fault: str = ""


def run_apart(call: Callable[..., T], arguments: tuple[Any, ...], most_seconds: float) -> Apart[T]:
    """Call a function in a new process, and end that process if it takes too long.

    Parameters
    ----------
    call : callable
        Found by its module and name in the new process; so are the arguments' types.
    most_seconds : float
        Wall clock for everything, starting the process included.
    """
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(theirs, call, arguments), daemon=True)
    process.start()
    theirs.close()
    try:
        if not ours.poll(most_seconds):
            return Apart(None, fault=f"did not end within {most_seconds:.0f} s")
        answer: Apart[T] = ours.recv()
        return answer
    except EOFError:
        return Apart(None, fault="the process ended without an answer")
    finally:
        ours.close()
        process.kill()
        process.join()


def _work(theirs: Connection, call: Callable[..., T], arguments: tuple[Any, ...]) -> None:
    # Solvers write to the terminal behind Python's back.
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    try:
        answer = call(*arguments)
        theirs.send(Apart(answer, peak_mib()))
    except Exception:
        theirs.send(Apart(None, peak_mib(), traceback.format_exc(limit=-1)))
    finally:
        theirs.close()


def peak_mib() -> float:
    """Give the most memory this process ever held, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _KIB_A_MIB
