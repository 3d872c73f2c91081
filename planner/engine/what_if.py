"""What-if: the team as it stands, its best plan, and the plan after some changes."""

import threading
from collections.abc import Callable, Sequence
from functools import partial

from planner.data.adjust import adjust
from planner.data.adjustment import Adjustment
from planner.data.plan import Plan
from planner.data.policy import Policy
from planner.data.progress import Progress
from planner.data.record import Record
from planner.data.scenario import Scenario
from planner.engine.allocate import allocate
from planner.engine.earlier import Earlier
from planner.engine.evaluate import evaluate


class Comparison(Record):
    """Three columns that stand side by side everywhere: *Now*, *Baseline plan*, *What-if*."""

    now: Plan
    baseline: Plan
    what_if: Plan
    adjustments: tuple[Adjustment, ...] = ()


def what_if(
    scenario: Scenario,
    policy: Policy,
    adjustments: Sequence[Adjustment],
    *,
    time_limit: float = 10.0,
    workers: int = 1,
    seed: int = 0,
    on_progress: Callable[[Progress], None] | None = None,
    stop: threading.Event | None = None,
) -> Comparison:
    """Solve a scenario as it is and after some changes; both plans are verified.

    Parameters
    ----------
    time_limit : float
        Seconds for each of the two plans.
    on_progress : callable, optional
        Called with what is known of either plan while it is searched for.
    stop : threading.Event, optional
        Set it to end the search for both; the best plans so far are returned.

    Raises
    ------
    DataFaults
        Where a change names somebody or something that is not there.
    """
    changed = adjust(scenario, adjustments)
    planned = partial(
        allocate,
        policy=policy,
        time_limit=time_limit,
        workers=workers,
        seed=seed,
        on_progress=on_progress,
        stop=stop,
    )
    baseline = planned(scenario)
    return Comparison(
        now=evaluate(scenario, policy),
        baseline=baseline,
        what_if=planned(
            changed, warm=baseline.choices, earlier=(Earlier(scenario, policy, baseline),)
        ),
        adjustments=tuple(adjustments),
    )
