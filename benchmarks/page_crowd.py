"""Twenty users at once, each with a what-if of their own, who must see no other's."""

import asyncio
import random
import time
from dataclasses import dataclass, field

from benchmarks.page_server import Server
from benchmarks.page_table import ERRORS, OTHERS, USERS_CACHED, USERS_PLAN, Sample
from benchmarks.page_user import Run, User

_EVERY = range(40, 151, 5)
# One action in three seconds in the mean.
_PAUSE = (2.0, 4.0)
_SEEN_BEFORE = 2


@dataclass
class Work:
    """What one user does: one limit is the user's own mark, another one is moved."""

    number: int
    user: User
    draw: random.Random
    seen: list[int] = field(default_factory=list)
    at: int = 0
    samples: list[Sample] = field(default_factory=list)

    @property
    def mark(self) -> tuple[str, int]:
        """Give the limit that no other user has: whose and how much."""
        others = [person for person in self.user.starts if person != self.moved]
        marks = [(who, p) for who in others for p in _EVERY if p != self.user.starts[who]]
        return marks[self.number]

    @property
    def moved(self) -> str:
        """Name whose limit this user moves."""
        return next(iter(self.user.starts))

    async def settle_in(self) -> None:
        """Set the own mark and see some limits; of this only what went wrong is counted."""
        await self._asked(*self.mark)
        for _ in range(_SEEN_BEFORE):
            await self.act(new=True)
            await asyncio.sleep(self.draw.uniform(*_PAUSE))
        self.samples = [s for s in self.samples if s.kind in (ERRORS, OTHERS)]

    async def act(self, *, new: bool) -> None:
        """Move the limit, to where it was before or to where nobody had it with this mark."""
        new = new or len(self.seen) < _SEEN_BEFORE
        percent, kind = self.value(new=new), USERS_PLAN if new else USERS_CACHED
        run = await self._asked(self.moved, percent)
        if run is None:
            self.samples.append(Sample(kind, None))
            return
        self.at = percent
        self.seen += [percent] if new else []
        self.samples += [Sample(kind, run.seconds, run.status), *self.faults(run, percent)]

    async def _asked(self, whose: str, percent: int) -> Run | None:
        try:
            return await self.user.move(whose, percent)
        except TimeoutError:
            self.samples.append(Sample(ERRORS, 1, "no answer in time"))
            return None

    def value(self, *, new: bool) -> int:
        """Draw where the limit is moved to: seen before, but not where it is, or new."""
        if not new:
            return self.draw.choice([percent for percent in self.seen if percent != self.at])
        known = {*self.seen, self.user.starts[self.moved]}
        return self.draw.choice([percent for percent in _EVERY if percent not in known])

    def faults(self, run: Run, percent: int) -> list[Sample]:
        """List what is wrong with an answer: no word of it, or changes that are not this user's.

        What failed is the user's to tell, also what failed after the answer.
        """
        faults = []
        if not run.failed and not run.status:
            faults.append(Sample(ERRORS, 1, "no words on what is known of the plan"))
        if run.limits != {self.moved: percent, self.mark[0]: self.mark[1]}:
            faults.append(Sample(OTHERS, 1))
        return faults


def crowd(server: Server, users: int, seconds: float, seed: int) -> list[Sample]:
    """Let users work side by side for some seconds, and give what each was answered how soon."""
    return asyncio.run(_crowd(server, users, seconds, seed))


async def _crowd(server: Server, users: int, seconds: float, seed: int) -> list[Sample]:
    works = []
    for number in range(users):
        user = await User.arrive(server.port)
        works.append(Work(number, user, random.Random(1000 * seed + number)))
    await asyncio.gather(*(work.settle_in() for work in works))
    until = time.perf_counter() + seconds
    await asyncio.gather(*(_act_until(work, until) for work in works))
    found = [sample for work in works for sample in work.samples]
    failed = [Sample(ERRORS, 1, why) for work in works for why in work.user.failures]
    await asyncio.gather(*(work.user.leave() for work in works))
    # What was counted and never happened is a nought, not a row left out.
    return [*found, *failed, Sample(ERRORS, 0), Sample(OTHERS, 0)]


async def _act_until(work: Work, until: float) -> None:
    new = bool(work.number % 2)
    while True:
        await asyncio.sleep(work.draw.uniform(*_PAUSE))
        if time.perf_counter() >= until:
            return
        await work.act(new=new)
        new = not new
