"""Any arrangement scored by the same rules: the team as it stands, or the manager's own."""

from collections.abc import Mapping

from planner.data.plan import Choices, Counts, Plan, StageValue, Status
from planner.data.policy import Policy, Stage
from planner.data.problem import Problem
from planner.data.scenario import Scenario
from planner.engine.assemble import assemble
from planner.errors import DataFaults, Fault
from planner.model import Clock, solve_missed
from planner.report.counts import count
from planner.report.lines import child_lines, practitioner_lines
from planner.report.prepare import Prepared, prepare, stages_of
from planner.terms import BY_ID


def evaluate(
    scenario: Scenario,
    policy: Policy,
    holders: Mapping[str, str] | None = None,
    *,
    time_limit: float = 10.0,
) -> Plan:
    """Score an arrangement: its findings, stage values, counts and duty pool.

    Parameters
    ----------
    holders : mapping of str to str, optional
        Who holds each unit (blank or left out: awaiting); none given means the
        team as it stands, those who cannot hold a case counted as awaiting.

    Raises
    ------
    DataFaults
        Where ``holders`` names a unit or a practitioner that is not there.
    """
    clock = Clock(time_limit)
    prepared = prepare(scenario, policy)
    chosen = held_now(prepared.problem) if holders is None else dict(holders)
    _refuse_unknown(prepared.problem, chosen)
    choices = best_missed(prepared.problem, chosen, clock)
    ledger = score(prepared, choices)
    return assemble(prepared, prepared.problem, choices, ledger, Status.AS_IT_STANDS, clock)


def held_now(problem: Problem) -> dict[str, str]:
    """Give who holds each unit now."""
    return {unit.id: unit.holder for unit in problem.units}


def counts_now(prepared: Prepared, clock: Clock) -> Counts:
    """Count the team as it stands, to be read beside a plan."""
    problem = prepared.problem
    choices = best_missed(problem, held_now(problem), clock)
    children = child_lines(prepared, problem, choices)
    return count(problem, choices, children, practitioner_lines(prepared, problem, choices))


def best_missed(problem: Problem, holders: Mapping[str, str], clock: Clock) -> Choices:
    """Complete an arrangement with the best of what to miss."""
    return solve_missed(problem, holders, clock)


def score(prepared: Prepared, choices: Choices) -> tuple[StageValue, ...]:
    """Write the ledger of an arrangement: values only, no bounds and no proof."""
    return tuple(
        _line(prepared.problem, stage, choices)
        for stage in stages_of(prepared.policy, prepared.problem)
    )


def _line(problem: Problem, stage: Stage, choices: Choices) -> StageValue:
    terms = {term: BY_ID[term].value(problem, choices) for term in stage.terms}
    return StageValue(
        id=stage.id,
        title=stage.title,
        value=sum(terms.values()),
        policy=stage.policy,
        terms=terms,
    )


def _refuse_unknown(problem: Problem, holders: Mapping[str, str]) -> None:
    units = {unit.id for unit in problem.units}
    carriers = {"", *(carrier.id for carrier in problem.carriers)}
    faults = [
        Fault(file="arrangement", column="unit", value=unit, message="no such unit")
        for unit in holders
        if unit not in units
    ] + [
        Fault(
            file="arrangement",
            column="practitioner",
            value=holder,
            message="holds no cases in this cycle",
        )
        for holder in holders.values()
        if holder not in carriers
    ]
    if faults:
        raise DataFaults(faults)
