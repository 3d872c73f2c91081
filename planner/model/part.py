"""A part of the model: some pairs free, all else as a plan has it.

Every row that a free pair is in comes along, with what the rest of the plan
takes of its limit counted off; so what is found is a plan of the whole.
"""

from collections.abc import Mapping

from ortools.sat.python import cp_model

from planner.data.board import Cost, Key, Take
from planner.model.compact import Compact


class Part:
    """A CP-SAT model of the free keys alone."""

    def __init__(self) -> None:
        self.model = cp_model.CpModel()
        self.variables: dict[Key, cp_model.IntVar] = {}

    def add(self, coefficients: Mapping[Key, int], limit: int, values: Mapping[Key, int]) -> None:
        """Add a row: what is not free counts with its value."""
        free, amounts = [], []
        for key, coefficient in coefficients.items():
            variable = self.variables.get(key)
            if variable is None:
                limit -= coefficient * values.get(key, 0)
            else:
                free.append(variable)
                amounts.append(coefficient)
        if free:
            self.model.add(cp_model.LinearExpr.weighted_sum(free, amounts) <= limit)


class Index:
    """Where each key of a model stands in its rows, to take parts out of it quickly."""

    def __init__(self, compact: Compact) -> None:
        self._compact = compact
        self._rows_of: dict[Key, list[int]] = {}
        for at, row in enumerate(compact.rows):
            for key in row.coefficients:
                self._rows_of.setdefault(key, []).append(at)

    def part(self, values: Mapping[Key, int], free: frozenset[Take], objective: Cost) -> Part:
        """Take out the free pairs, with the counts that meet them in some row.

        ``values`` are a plan's, and where the search starts.
        """
        rows = self._compact.rows
        met = {at for key in free for at in self._rows_of.get(key, ())}
        counts = {key for at in met for key in rows[at].coefficients if key in self._compact.most}
        part = Part()
        for key in sorted(free, key=_in_order):
            part.variables[key] = part.model.new_bool_var("")
        for at in sorted(met):
            for count in rows[at].coefficients:
                if count in counts and count not in part.variables:
                    most = self._compact.most[count]
                    part.variables[count] = part.model.new_int_var(0, most, "")
        self._add_rows(part, values, met, counts)
        self._require(part, values)
        kept = {k: c for k, c in objective.coefficients.items() if k in part.variables}
        terms = [part.variables[key] for key in kept]
        part.model.minimize(cp_model.LinearExpr.weighted_sum(terms, list(kept.values())))
        for known, variable in part.variables.items():
            part.model.add_hint(variable, values.get(known, 0))
        return part

    def _add_rows(
        self, part: Part, values: Mapping[Key, int], met: set[int], counts: set[Key]
    ) -> None:
        more = {at for key in counts for at in self._rows_of.get(key, ())}
        for at in sorted(met | more):
            row = self._compact.rows[at]
            part.add(row.coefficients, row.limit, values)

    def _require(self, part: Part, values: Mapping[Key, int]) -> None:
        """Somebody holds each required unit that the part may move."""
        own: dict[str, list[cp_model.IntVar]] = {}
        for key, variable in part.variables.items():
            if isinstance(key, Take) and key.unit in self._compact.required:
                own.setdefault(key.unit, []).append(variable)
        for unit, variables in own.items():
            others = (
                key
                for key, value in values.items()
                if value and isinstance(key, Take) and key.unit == unit
            )
            if all(key in part.variables for key in others):
                part.model.add_bool_or(variables)


def _in_order(key: Take) -> tuple[str, str]:
    return key.unit, key.practitioner
