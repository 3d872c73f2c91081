"""Many scenarios in local processes, one row each, in the order they were given."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from planner.data.plan import Outcome, Plan
from planner.data.policy import Policy
from planner.data.record import Record
from planner.data.scenario import Scenario
from planner.data.vocabulary import Tier
from planner.engine.allocate import allocate
from planner.engine.outcome import outcome
from planner.errors import ModelBug, PlannerError, VerifierDisagrees

Row = dict[str, str | int | float | None]


class Job(Record):
    """One scenario to solve, under the name its row will bear."""

    name: str
    scenario: Scenario
    policy: Policy


def batch(
    jobs: Sequence[Job], *, processes: int = 1, time_limit: float = 10.0
) -> Iterator[tuple[Row, Outcome]]:
    """Solve scenarios in local processes; yield a row and an outcome for each.

    Parameters
    ----------
    jobs : sequence of Job
        Rows come in this order, each as soon as it and those before are done.
    processes : int
        How many are solved at a time.
    time_limit : float
        Seconds for each scenario.
    """
    if processes <= 1 or len(jobs) <= 1:
        for job in jobs:
            yield solve_job(job, time_limit)
        return
    context = get_context("spawn")
    with ProcessPoolExecutor(max_workers=processes, mp_context=context) as pool:
        yield from pool.map(solve_job, jobs, [time_limit] * len(jobs))


def solve_job(job: Job, time_limit: float) -> tuple[Row, Outcome]:
    """Solve one scenario and summarise it; a fault becomes a row with its words."""
    try:
        plan = allocate(job.scenario, job.policy, time_limit=time_limit, offers=False)
    except (ModelBug, VerifierDisagrees) as error:
        return fault_row(job.name, str(error)), Outcome.VERIFIER_DISAGREES
    except PlannerError as error:
        return fault_row(job.name, str(error)), Outcome.FAULTY
    return {**_inputs(job), **_results(plan)}, outcome(plan)


def fault_row(name: str, fault: str) -> Row:
    """Give the row of a scenario that could not be solved, with the reason."""
    return {"scenario": name, "status": "faulty", "fault": fault}


def _inputs(job: Job) -> Row:
    scenario = job.scenario
    carriers = [p for p in scenario.practitioners if p.grade.carries]
    return {
        "scenario": job.name,
        "children": len(scenario.children),
        "practitioners": len(carriers),
        "fte": float(sum(p.fte for p in carriers)),
        "leave_rows": len(scenario.leave),
        "deallocations_allowed": scenario.limits.deallocations,
        "reserve_hours": float(scenario.limits.reserve_hours),
        "service_intensity": float(scenario.limits.service_intensity),
    }


def _results(plan: Plan) -> Row:
    counts = plan.counts
    by_tier = {
        f"awaiting_{tier.name.lower()}": counts.awaiting_by_tier.get(tier, 0) for tier in Tier
    }
    return {
        **by_tier,
        "awaiting": sum(counts.awaiting_by_tier.values()),
        "changes": counts.changes,
        "forced_changes": counts.forced_changes,
        "deallocations": counts.deallocations,
        "contacts_missed": counts.contacts_missed,
        "hours_over": counts.over_half_hours / 2,
        "status": plan.status.value,
        "seconds": plan.provenance.seconds,
        "fault": None,
    }
