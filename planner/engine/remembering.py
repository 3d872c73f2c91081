"""A search that remembers, in this process, what it has proven: the next one is compared with it.

A manager moves a slider; most of what was proven of the plan before speaks of the next, too.
"""

import threading
from collections import deque
from collections.abc import Sequence
from typing import Any

from planner.data.adjust import adjust
from planner.data.adjustment import Adjustment
from planner.data.plan import Plan, Status
from planner.data.policy import Policy
from planner.data.scenario import Scenario
from planner.engine.allocate import allocate
from planner.engine.earlier import Earlier

_MOST = 8
_remembered: deque[Earlier] = deque(maxlen=_MOST)


def allocate_remembering(
    scenario: Scenario, policy: Policy, changes: Sequence[Adjustment] = (), **named: Any
) -> Plan:
    """Allocate as :func:`allocate` does, by what this process has proven before where it helps.

    Parameters
    ----------
    changes : sequence of Adjustment
        What-if changes to the scenario: what follows from the scenario alone is then
        worked out once for all of them.
    """
    changed = adjust(scenario, changes)
    plan = allocate(changed, policy, earlier=tuple(_remembered), **named)
    _remember(Earlier(changed, policy, plan))
    return plan


def remember(
    scenario: Scenario,
    policy: Policy,
    changes: Sequence[Adjustment],
    plan: Plan,
    *,
    stop: threading.Event | None = None,
) -> None:
    """Keep a plan that is proven best in this process; only the last few are kept.

    Parameters
    ----------
    changes : sequence of Adjustment
        What the plan's scenario has changed of ``scenario``.
    stop : threading.Event, optional
        Where it is set already nothing is done.
    """
    if stop is None or not stop.is_set():
        _remember(Earlier(adjust(scenario, changes), policy, plan))


def _remember(earlier: Earlier) -> None:
    # Read now, while nobody waits for it.
    if earlier.plan.status is Status.BEST_POSSIBLE and earlier.before is not None:
        _remembered.appendleft(earlier)
