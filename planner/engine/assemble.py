"""From verified choices to a plan: lines, counts, headline and provenance."""

from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import version

import planner
from planner.data.certificate import Certificate
from planner.data.digest import digest
from planner.data.plan import Choices, Conflict, Plan, Provenance, StageValue, Status
from planner.data.problem import Problem
from planner.errors import VerifierDisagrees
from planner.model import Clock
from planner.report import Prepared, report
from planner.verify import verify_choices


def assemble(
    prepared: Prepared,
    problem: Problem,
    choices: Choices,
    ledger: Sequence[StageValue],
    status: Status,
    clock: Clock,
    *,
    conflict: Conflict | None = None,
    certificates: Sequence[Certificate] = (),
    first_plan_seconds: float | None = None,
) -> Plan:
    """Make a plan of choices; every rule, value and hour is verified on the way.

    The team as it stands may break rules; it is shown as it is, under its status.

    Raises
    ------
    VerifierDisagrees
        Where the verifier does not confirm the choices: a bug, exit code 4.
    """
    if ledger and status is not Status.AS_IT_STANDS:
        _verify(problem, choices, ledger)
    scenario, policy = prepared.scenario, prepared.policy
    return Plan(
        scenario=scenario.name,
        scenario_digest=digest(scenario),
        as_at=scenario.as_at,
        cycle_days=scenario.cycle_days,
        policy=policy.name,
        policy_version=policy.version,
        policy_digest=policy.digest,
        status=status,
        choices=choices,
        ledger=tuple(ledger),
        banners=prepared.priorities.banners,
        assumed=prepared.priorities.assumed,
        conflict=conflict,
        certificates=tuple(certificates),
        provenance=_provenance(clock, ledger, first_plan_seconds),
        **dict(report(prepared, problem, choices, conflict)),
    )


def _verify(problem: Problem, choices: Choices, ledger: Sequence[StageValue]) -> None:
    disagreed = verify_choices(problem, choices, ledger)
    if disagreed:
        raise VerifierDisagrees(disagreed)


def _provenance(
    clock: Clock, ledger: Sequence[StageValue], first_plan_seconds: float | None
) -> Provenance:
    own = [line for line in ledger if line.id.startswith("5")]
    return Provenance(
        planner_version=planner.__version__,
        solver=f"ortools {version('ortools')}",
        made=datetime.now(UTC),
        seconds=round(clock.spent, 3),
        first_plan_seconds=first_plan_seconds,
        seed=clock.seed,
        workers=clock.workers,
        time_limit=clock.seconds,
        canonical_finished=bool(own) and all(line.proven for line in own),
    )
