"""A slider step: a plan in hand, one limit changed, and the proven new plan.

Run ``python -m benchmarks.steps``. Each step changes one practitioner's hours by
ten per cent, down or up, from a plan that was solved before.
"""

import argparse
import statistics
import time
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from benchmarks.instances import team
from benchmarks.machine import machine
from planner.data.adjust import adjust
from planner.data.adjustment import Adjustment, AdjustmentKind
from planner.data.plan import Plan
from planner.data.progress import Progress
from planner.data.scenario import Scenario
from planner.engine import Earlier, allocate
from planner.policy import default_policy

_LIMIT = 10.0
_WORKERS = 2
# Below load nothing is measured: what is reported first among these ends the measured part.
_BELOW_LOAD = ("4b", "5a", "5b", "5c")


class Step(NamedTuple):
    """One step: seconds to the plan proven through load (``None``: not proven), and in all."""

    seed: int
    practitioner: str
    percent: int
    through_load: float | None
    in_all: float
    moved: int


def again(scenario: Scenario, earlier: Earlier | None, marks: list[float]) -> Plan:
    """Solve a scenario, from the plan in hand and its proof where there is one.

    ``marks`` gets the seconds at which a stage below load was first reported on.
    """
    started = time.perf_counter()

    def told(progress: Progress) -> None:
        if progress.stage in _BELOW_LOAD:
            marks.append(time.perf_counter() - started)

    return allocate(
        scenario,
        default_policy(),
        time_limit=_LIMIT,
        workers=_WORKERS,
        warm=earlier.plan.choices if earlier else None,
        earlier=(earlier,) if earlier else (),
        on_progress=told,
        offers=False,
    )


def steps(children: int, practitioners: int, seed: int) -> Iterator[Step]:
    """Take every practitioner's hours down and up by ten per cent, one at a time."""
    scenario = team(children, practitioners, seed)
    before = Earlier(scenario, default_policy(), again(scenario, None, []))
    for line in before.plan.practitioners:
        for percent in (90, 110):
            if line.carries and line.present:
                yield _step(before, seed, line.practitioner, percent)


def _step(before: Earlier, seed: int, practitioner: str, percent: int) -> Step:
    own = next(line for line in before.plan.practitioners if line.practitioner == practitioner)
    hours = Decimal(own.limit_half_hours * percent) / 200
    change = Adjustment(
        kind=AdjustmentKind.HOURS, practitioner=practitioner, amount=round(hours, 1)
    )
    changed = adjust(before.scenario, (change,))
    marks: list[float] = []
    started = time.perf_counter()
    plan = again(changed, before, marks)
    in_all = time.perf_counter() - started
    proven = all(line.proven for line in plan.ledger if line.id not in _BELOW_LOAD)
    return Step(
        seed=seed,
        practitioner=practitioner,
        percent=percent,
        through_load=(marks[0] if marks else in_all) if proven else None,
        in_all=in_all,
        moved=sum(
            holder != before.plan.choices.holders.get(unit, "")
            for unit, holder in plan.choices.holders.items()
        ),
    )


def summary(done: Sequence[Step]) -> str:
    """Say median and worst of the steps, and how many were not proven."""
    through = [float("inf") if s.through_load is None else s.through_load for s in done]
    whole = [s.in_all for s in done]
    return (
        f"{len(done)} steps: proven through load, median {statistics.median(through):.2f} s, "
        f"worst {max(through):.2f} s, not proven {through.count(float('inf'))}; "
        f"in all, median {statistics.median(whole):.2f} s, worst {max(whole):.2f} s"
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure every step of some teams and print each."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.steps", description=__doc__)
    parser.add_argument("--children", type=int, default=75)
    parser.add_argument("--practitioners", type=int, default=6)
    parser.add_argument("--teams", type=int, default=3)
    asked = parser.parse_args(arguments)
    print("\n".join(machine()))
    print("seed  practitioner  hours  through load   in all  families moved")
    done: list[Step] = []
    for seed in range(1, asked.teams + 1):
        for step in steps(asked.children, asked.practitioners, seed):
            done.append(step)
            through = "-" if step.through_load is None else f"{step.through_load:.2f} s"
            print(
                f"{seed:>4}  {step.practitioner:>12}  {step.percent:>3} %  {through:>12}  "
                f"{step.in_all:>5.2f} s  {step.moved:>14}",
                flush=True,
            )
    print(summary(done))


if __name__ == "__main__":
    main()
