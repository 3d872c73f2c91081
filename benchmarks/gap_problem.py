"""A generalized-assignment instance as an allocation problem, and as plain rows.

A job is a case that must be allocated, an agent a practitioner, a workload
demand, a capacity the limit on hours, and a cost minutes of travel. For a
mandatory case limits give way, so hours over come first: where that stage ends
at 0, what the travel stage reaches is the instance's own optimum.
"""

from collections.abc import Mapping
from copy import copy

from benchmarks.gap_file import Gap
from benchmarks.linear import Goal, Linear, Row
from planner.data.board import Take
from planner.data.policy import Stage
from planner.data.problem import Carrier, Pair, Problem, TeamPool, Unit
from planner.data.vocabulary import Tier

STAGES = (
    Stage(id="0e", title="Hours over a limit", terms=("hours_over",)),
    Stage(id="4b", title="Travel", terms=("travel",)),
)

_TEAM = "team"


def problem_of(gap: Gap) -> Problem:
    """Write an instance as an allocation problem.

    Records are not validated one by one: there are as many pairs as costs, and
    every field is a whole number read from the file.
    """
    jobs, agents = job_names(gap), agent_names(gap)
    costs = gap.minimised()
    pairs = {
        (job, agent): _pair(job, agent, gap.workloads[i][j], costs[i][j])
        for j, job in enumerate(jobs)
        for i, agent in enumerate(agents)
    }
    return Problem.model_construct(
        units=tuple(_unit(job) for job in jobs),
        carriers=tuple(map(_carrier, agents, gap.capacities)),
        pairs=pairs,
        missables=(),
        pools=(TeamPool(team=_TEAM),),
        strict=False,
        changes_limit=0,
        deallocations_limit=0,
        deallocate_for_any=False,
        hours_over_first=0,
        change_points=0,
        deallocation_points=0,
        deallocation_high_points=0,
        borrowed_points=0,
    )


def rows_of(gap: Gap) -> tuple[Linear, Goal]:
    """Write an instance as any textbook does: each job once, each capacity kept."""
    linear = Linear()
    jobs, agents = job_names(gap), agent_names(gap)
    at = {
        (i, j): linear.add(Take(job, agent), 1)
        for i, agent in enumerate(agents)
        for j, job in enumerate(jobs)
    }
    for j in range(gap.jobs):
        linear.rows.append(Row({at[i, j]: 1 for i in range(gap.agents)}, 1, 1))
    for i, capacity in enumerate(gap.capacities):
        used = {at[i, j]: gap.workloads[i][j] for j in range(gap.jobs)}
        linear.rows.append(Row(used, None, capacity))
    costs = gap.minimised()
    return linear, Goal(0, {place: costs[i][j] for (i, j), place in at.items()})


def value_of(gap: Gap, holders: Mapping[str, str]) -> int | None:
    """Add up an assignment's cost anew; ``None`` where it is none, or breaks a capacity."""
    place = {agent: i for i, agent in enumerate(agent_names(gap))}
    used = [0] * gap.agents
    total = 0
    costs = gap.minimised()
    for j, job in enumerate(job_names(gap)):
        agent = place.get(holders.get(job, ""))
        if agent is None:
            return None
        used[agent] += gap.workloads[agent][j]
        total += costs[agent][j]
    fits = all(hours <= most for hours, most in zip(used, gap.capacities, strict=True))
    return total if fits else None


def holders_of(linear: Linear, values: Mapping[int, int]) -> dict[str, str]:
    """Say who does what in a solver's values."""
    keys = linear.by_key(values)
    return {k.unit: k.practitioner for k, value in keys.items() if isinstance(k, Take) and value}


def job_names(gap: Gap) -> tuple[str, ...]:
    """Name the jobs."""
    return tuple(f"J{number:04}" for number in range(gap.jobs))


def agent_names(gap: Gap) -> tuple[str, ...]:
    """Name the agents."""
    return tuple(f"A{number:03}" for number in range(gap.agents))


def _unit(job: str) -> Unit:
    return Unit(
        id=job, family=job, team=_TEAM, children=(job,), tier=Tier.MANDATORY, mandatory=True
    )


def _carrier(agent: str, capacity: int) -> Carrier:
    return Carrier(
        id=agent,
        team=_TEAM,
        present=True,
        capacity_half_hours=capacity,
        limit_half_hours=capacity,
    )


# Copied for every pair: four times as fast as making each, where there are 128,000.
_USUAL = Pair(unit="", practitioner="", held=False, demand_half_hours=0)


def _pair(job: str, agent: str, workload: int, cost: int) -> Pair:
    pair = copy(_USUAL)
    vars(pair).update(unit=job, practitioner=agent, demand_half_hours=workload, travel_minutes=cost)
    return pair
