"""Certificates: the bound that prices give, recomputed in whole numbers without a solver.

Whatever the prices are, what follows from them is a true bound; see
``docs/model.md``, section 8, for why.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from planner.data.board import Coefficients, Key, Take
from planner.data.certificate import Certificate
from planner.data.plan import StageValue
from planner.data.policy import Stage
from planner.data.problem import Problem
from planner.verify.caseload import Caseloads, caseloads_of
from planner.verify.sheet import Sheet, write_down

# The one term whose stage says by how much limits on hours give way.
_HOURS_OVER = ("hours_over",)


def certified_bound(
    problem: Problem,
    policy_stages: Sequence[Stage],
    ledger: Sequence[StageValue],
    certificate: Certificate,
) -> int:
    """Give what a stage costs at least, given the stages above at the values in the ledger.

    Parameters
    ----------
    policy_stages : sequence of Stage
        The stages that the ledger names, with their terms.

    Raises
    ------
    ValueError
        Where the prices are not such that a bound follows from them, or where
        they show that no plan exists.
    """
    priced = Priced.of(problem, policy_stages, ledger)
    faults = tuple(priced.faults(certificate))
    if faults:
        raise ValueError(" ".join(faults))
    return priced.bound(certificate)


def verify_certificates(
    problem: Problem,
    policy_stages: Sequence[Stage],
    ledger: Sequence[StageValue],
    certificates: Sequence[Certificate],
) -> tuple[str, ...]:
    """Check every certificate of a plan whose choices and ledger are verified already."""
    if not certificates:
        return ()
    priced = Priced.of(problem, policy_stages, ledger)
    named = [certificate.stage for certificate in certificates]
    twice = sorted({stage for stage in named if named.count(stage) > 1})
    found = [f"Stage {stage} has more than one certificate." for stage in twice]
    for certificate in certificates:
        found += priced.wrong(certificate)
    return tuple(found)


@dataclass(frozen=True)
class Priced:
    """A problem written down with the ledger of a plan, ready for prices."""

    problem: Problem
    stages: Mapping[str, Stage]
    ledger: Mapping[str, StageValue]
    sheet: Sheet
    _known: dict[int | None, tuple[Caseloads, ...]] = field(default_factory=dict)

    @classmethod
    def of(
        cls, problem: Problem, stages: Sequence[Stage], ledger: Sequence[StageValue]
    ) -> "Priced":
        """Write a problem down."""
        sheet = write_down(problem)
        known = {stage.id: stage for stage in stages}
        lines = {line.id: line for line in ledger if line.id in known}
        return cls(problem, known, lines, sheet)

    def wrong(self, certificate: Certificate) -> list[str]:
        """List what one certificate says that is not so."""
        faults = list(self.faults(certificate))
        if faults:
            return faults
        line = self.ledger[certificate.stage]
        found = self.bound(certificate)
        if found != certificate.bound:
            faults.append(
                f"Stage {line.id}: its prices certify {found}, not the {certificate.bound} written."
            )
        if found > line.value:
            faults.append(
                f"Stage {line.id}: its prices certify {found}, more than the {line.value} "
                "that the plan costs, which cannot be."
            )
        if line.bound is None or line.bound < found:
            faults.append(
                f"Stage {line.id}: its prices certify {found}, but its bound is {line.bound}."
            )
        return faults

    def faults(self, certificate: Certificate) -> Iterator[str]:
        """Yield why no bound follows from the prices of a certificate."""
        stage = certificate.stage
        if stage not in self.ledger:
            yield f"There is a certificate for stage {stage}, which the ledger does not have."
            return
        if certificate.scale < 1:
            yield f"Stage {stage}: the scale of its prices is {certificate.scale}, not 1 or more."
        for fault in (
            *self._wrong_rows(certificate.rows),
            *self._wrong_units(certificate.units),
            *self._wrong_stages(certificate.stages, self.above(stage)),
        ):
            yield f"Stage {stage}: {fault}."

    def _wrong_rows(self, rows: Mapping[int, int]) -> Iterator[str]:
        for position, price in rows.items():
            if not 0 <= position < len(self.sheet.rows):
                yield f"there is a price for row {position}, and no such row"
            elif price < 0:
                yield f"the price of row {position} is below 0"

    def _wrong_units(self, units: Mapping[str, int]) -> Iterator[str]:
        known = {unit.id for unit in self.problem.units}
        for unit, price in units.items():
            if unit not in known:
                yield f"there is a price for {unit}, whom the scenario does not have"
            elif price < 0 and unit not in self.sheet.required:
                yield f"the price of {unit} is below 0, though {unit} may await allocation"

    def _wrong_stages(self, stages: Mapping[str, int], above: Sequence[str]) -> Iterator[str]:
        for stage, price in stages.items():
            if stage not in above:
                yield f"there is a price for stage {stage}, which does not stand above it"
            elif price < 0:
                yield f"the price of stage {stage} is below 0"

    def above(self, stage: str) -> tuple[str, ...]:
        """List the stages that stand above one in the ledger."""
        order = tuple(self.ledger)
        return order[: order.index(stage)]

    def bound(self, certificate: Certificate) -> int:
        """Give the bound that follows from sound prices: rounded up, for costs are whole."""
        return max(0, -(-self.scaled(certificate) // certificate.scale))

    def scaled(self, certificate: Certificate) -> int:
        """Give the bound in units of price.

        What a plan pays for rows and stages is never above what they allow, so
        their prices only take off; then every quantity is at its cheapest, and
        every practitioner has the caseload that is cheapest alone.
        """
        total = -sum(certificate.units.values())
        reduced: defaultdict[Key, int] = defaultdict(int)
        for cost in self.sheet.cost(self.stages[certificate.stage]):
            total += certificate.scale * cost.constant
            _add(reduced, cost.coefficients, certificate.scale)
        for stage, price in certificate.stages.items():
            total -= price * self.ledger[stage].value
            for cost in self.sheet.cost(self.stages[stage]):
                total += price * cost.constant
                _add(reduced, cost.coefficients, price)
        for position, price in certificate.rows.items():
            row = self.sheet.rows[position]
            total -= price * row.limit
            _add(reduced, row.coefficients, price)
        counts = sum(min(0, reduced[key]) * most for key, most in self.sheet.counts.items())
        allowed = self.caseloads(self.hours_over(certificate.stage))
        return total + counts + _least(allowed, reduced, certificate.units)

    def hours_over(self, stage: str) -> int | None:
        """Give the half-hours over limits that stand above a stage; ``None`` where none do."""
        for above in self.above(stage):
            if tuple(self.stages[above].terms) == _HOURS_OVER:
                return self.ledger[above].value
        return None

    def caseloads(self, over: int | None) -> tuple[Caseloads, ...]:
        """Give what each practitioner may hold, where hours are over by so many in all."""
        if over not in self._known:
            self._known[over] = caseloads_of(self.problem, self.sheet, over)
        return self._known[over]


def _least(
    allowed: Sequence[Caseloads], reduced: defaultdict[Key, int], units: Mapping[str, int]
) -> int:
    """Add up the cheapest caseload of every practitioner."""
    total = 0
    for caseloads in allowed:
        who = caseloads.practitioner
        prices = {u: reduced[Take(u, who)] + units.get(u, 0) for u in caseloads.units}
        least = caseloads.least(prices)
        if least is None:
            raise ValueError(f"No plan exists: {who} is over every limit, whoever is held.")
        total += least
    return total


def _add(reduced: defaultdict[Key, int], coefficients: Coefficients, price: int) -> None:
    """Price every quantity; those that are always 0 are never asked for."""
    if price:
        for key, coefficient in coefficients.items():
            reduced[key] += price * coefficient
