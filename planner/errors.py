"""Everything the planner raises on purpose, in one tree.

::

    PlannerError
    |-- UsageFault          a command or a call that asks for something impossible
    |-- DataFaults          the files of a scenario hold faults; all of them are listed
    |-- PolicyError         the policy file is incomplete or contradicts itself
    |-- PlanFileRefused     a plan file that is not one of ours, or of another version
    |-- VerifierDisagrees   a plan that the verifier does not confirm (a bug)
    `-- ModelBug            the solver was given something it cannot read (a bug)

Each carries a stable ``code``; the doors choose exit codes and tone by it. All
can be pickled, since scenarios are solved in worker processes too.
"""

from collections.abc import Iterable
from typing import ClassVar, NamedTuple


class Fault(NamedTuple):
    """One fault in a manager's files, where to find it and what is allowed.

    ``row`` is the row a spreadsheet shows: the heading is row 1. ``None``
    means the fault belongs to the whole file (or setting).
    """

    file: str
    row: int | None = None
    column: str = ""
    value: str = ""
    message: str = ""
    allowed: str = ""

    def sentence(self) -> str:
        """Give the fault as one line: place, value, what is wrong, what is allowed."""
        row = f"row {self.row}" if self.row is not None else ""
        place = ", ".join(part for part in (self.file, row, self.column) if part)
        value = f" {_shortened(self.value)!r}" if self.value else ""
        allowed = f" (allowed: {self.allowed})" if self.allowed else ""
        return f"{place}:{value} {self.message}{allowed}"


def _shortened(value: str, most: int = 60) -> str:
    return value if len(value) <= most else f"{value[:most]}..."


class PlannerError(Exception):
    """Base of the tree; catch it at a door and show ``str(error)``."""

    code: ClassVar[str] = "error"


class UsageFault(PlannerError):
    """A command or a call asks for something that cannot be: say what can."""

    code: ClassVar[str] = "usage"


class DataFaults(PlannerError):
    """The scenario's files hold faults; ``faults`` lists every one, not the first.

    Raised by reading and by adjusting a scenario. Typical handling::

        except DataFaults as error:
            print(error, file=sys.stderr)
    """

    code: ClassVar[str] = "data"
    faults: tuple[Fault, ...]

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__(self.faults)

    def __str__(self) -> str:
        """Give one report of all faults, a line each."""
        count = len(self.faults)
        heading = "1 fault in the data" if count == 1 else f"{count} faults in the data"
        return "\n".join([f"{heading}:", *(f"  {fault.sentence()}" for fault in self.faults)])


class PolicyError(PlannerError):
    """The policy file is incomplete or contradicts itself; ``faults`` are sentences."""

    code: ClassVar[str] = "policy"
    faults: tuple[str, ...]

    def __init__(self, faults: Iterable[str]) -> None:
        self.faults = tuple(faults)
        super().__init__(self.faults)

    def __str__(self) -> str:
        """Give one report of all faults, a line each."""
        return "\n".join(["The policy file cannot be used:", *(f"  {f}" for f in self.faults)])


class PlanFileRefused(PlannerError):
    """A plan file was refused: not a plan, another version, or altered."""

    code: ClassVar[str] = "plan-file"


class VerifierDisagrees(PlannerError):
    """The verifier does not confirm a plan: never shown as a plan; ``findings`` say why."""

    code: ClassVar[str] = "verifier"
    findings: tuple[str, ...]

    def __init__(self, findings: Iterable[str]) -> None:
        self.findings = tuple(findings)
        super().__init__(self.findings)

    def __str__(self) -> str:
        """Give one report of all findings, a line each."""
        heading = "The plan was withheld: the verifier disagrees with it."
        return "\n".join([heading, *(f"  {finding}" for finding in self.findings)])


class ModelBug(PlannerError):
    """The solver was given something it cannot read: a bug of ours, never of the data."""

    code: ClassVar[str] = "bug"
