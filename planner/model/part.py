"""A part of the model: some pairs free, all else as a plan has it.

Every row that a free pair is in comes along, with what the rest of the plan
takes of its limit counted off; so what is found is a plan of the whole.
"""

from collections.abc import Iterable, Mapping

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
        """Take out the free pairs, with the counts that depend on them.

        ``values`` are a plan's, and where the search starts.
        """
        part = Part()
        for key in sorted(free, key=_in_order):
            part.variables[key] = part.model.new_bool_var("")
        met = self._met(free)
        # A pool's own hours meet a pair; what is missed for want of them meets the pool.
        for at in sorted(self._met({*free, *self._counts(met)})):
            for count in self._compact.rows[at].coefficients:
                if count in self._compact.most and count not in part.variables:
                    most = self._compact.most[count]
                    part.variables[count] = part.model.new_int_var(0, most, "")
        for at in sorted(self._met(part.variables)):
            row = self._compact.rows[at]
            part.add(row.coefficients, row.limit, values)
        self._require(part, values)
        kept = {k: c for k, c in objective.coefficients.items() if k in part.variables}
        terms = [part.variables[key] for key in kept]
        part.model.minimize(cp_model.LinearExpr.weighted_sum(terms, list(kept.values())))
        for known, variable in part.variables.items():
            part.model.add_hint(variable, values.get(known, 0))
        return part

    def _met(self, keys: Iterable[Key]) -> set[int]:
        """Give the rows that any of the keys is in."""
        return {at for key in keys for at in self._rows_of.get(key, ())}

    def _counts(self, rows: Iterable[int]) -> set[Key]:
        """Give the counts in some rows."""
        kept = (key for at in rows for key in self._compact.rows[at].coefficients)
        return {key for key in kept if key in self._compact.most}

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
