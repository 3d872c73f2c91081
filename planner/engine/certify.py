"""Certificates beside a solved plan: prices from which anyone can check its bounds."""

from dataclasses import replace

from planner.data.certificate import Certificate
from planner.data.plan import StageValue
from planner.engine.solving import Result
from planner.errors import VerifierDisagrees
from planner.model import Clock, certificates
from planner.report.prepare import Prepared, stages_of
from planner.verify import verify_certificates

# Prices are good within this at 75 children; more time betters them only at scale.
_SECONDS = 2.0


def certified(prepared: Prepared, result: Result, clock: Clock) -> Result:
    """Give a result with certificates of its policy stages, each confirmed by the verifier.

    Where prices prove more than the search did, the ledger says so.

    Raises
    ------
    VerifierDisagrees
        Where the verifier does not confirm a certificate: a bug, exit code 4.
    """
    solved = result.solved
    if solved.choices is None or clock.left <= 0:
        return result
    stages = stages_of(prepared.policy, result.problem)
    own = Clock(min(_SECONDS, clock.left), stop=clock.stop)
    found = certificates(result.problem, stages, solved.ledger, solved.choices.holders, own)
    ledger = _raised(solved.ledger, {one.stage: one for one in found})
    disagreed = verify_certificates(result.problem, stages, ledger, found)
    if disagreed:
        raise VerifierDisagrees(disagreed)
    return replace(result, solved=replace(solved, ledger=ledger, certificates=found))


def _raised(
    ledger: tuple[StageValue, ...], found: dict[str, Certificate]
) -> tuple[StageValue, ...]:
    """Raise each bound to what is certified, and say anew what is proven."""
    lines = []
    proven = True
    for line in ledger:
        bound = line.bound
        if bound is not None and line.id in found:
            bound = max(bound, found[line.id].bound)
        proven = proven and bound == line.value
        lines.append(line.model_copy(update={"bound": bound, "proven": proven}))
    return tuple(lines)
