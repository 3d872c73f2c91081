"""A deadline of our own, a request to stop, and how much searching is left until either."""

import threading
import time
from dataclasses import dataclass, field

# Measured on two shared cores: a unit of effort took 1.4 to 3 s of wall clock.
_EFFORT_A_SECOND = 0.6


@dataclass
class Clock:
    """A deadline, a request to stop, and how to search until either comes.

    ``seconds`` counts from the making of the clock. ``stop`` is set by whoever
    waits for the answer; a search that is under way ends promptly.
    """

    seconds: float
    workers: int = 1
    seed: int = 0
    stop: threading.Event = field(default_factory=threading.Event)
    started: float = field(default_factory=time.monotonic)
    effort_spent: float = 0.0

    @property
    def effort_left(self) -> float:
        """What is left of the search effort, in the solver's deterministic units.

        Effort is counted, not timed, so that a search cut short by it gives the
        same plan again; the wall clock stays as the hard limit.
        """
        return max(0.0, self.seconds * _EFFORT_A_SECOND - self.effort_spent)

    @property
    def left(self) -> float:
        """Seconds left, none where a stop was asked for."""
        if self.stop.is_set():
            return 0.0
        return max(0.0, self.seconds - (time.monotonic() - self.started))

    @property
    def spent(self) -> float:
        """Seconds since the clock was made."""
        return time.monotonic() - self.started
