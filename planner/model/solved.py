"""What solving a problem came to."""

from dataclasses import dataclass

from planner.data.certificate import Certificate
from planner.data.plan import Choices, StageValue


@dataclass(frozen=True)
class Solved:
    """What solving came to: choices and ledger, or proof that no plan exists.

    ``infeasible`` is proof, never a guess; neither choices nor proof means that
    no plan was found in time.
    """

    choices: Choices | None = None
    ledger: tuple[StageValue, ...] = ()
    infeasible: bool = False
    first_plan_seconds: float | None = None
    certificates: tuple[Certificate, ...] = ()
