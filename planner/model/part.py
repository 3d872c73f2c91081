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


class Index:
    """Where each key of a model stands in its rows, to take parts out of it quickly.

    It is made once for what the model is then: rows that nothing can pass, and counts that a
    ceiling leaves at nothing, are in no part.
    """

    def __init__(self, compact: Compact) -> None:
        self._compact = compact
        self._entries: dict[Key, list[tuple[int, int]]] = {}
        self._limits: list[int] = []
        self._counts_in: list[list[Key]] = []
        for row in compact.rows:
            self._enter({k: c for k, c in row.coefficients.items() if self._most(k)}, row.limit)

    def _most(self, key: Key) -> int:
        return self._compact.most.get(key, 1)

    def _enter(self, coefficients: Mapping[Key, int], limit: int) -> None:
        if sum(c * self._most(key) for key, c in coefficients.items() if c > 0) <= limit:
            return
        for key, coefficient in coefficients.items():
            self._entries.setdefault(key, []).append((len(self._limits), coefficient))
        self._limits.append(limit)
        self._counts_in.append([key for key in coefficients if key in self._compact.most])

    def part(self, values: Mapping[Key, int], free: frozenset[Take], objective: Cost) -> Part:
        """Take out the free pairs, with the counts that depend on them.

        ``values`` are a plan's, and where the search starts.
        """
        part = Part()
        for key in sorted(free, key=_in_order):
            part.variables[key] = part.model.new_bool_var("")
        # A pool's own hours meet a pair; what is missed for want of them meets the pool.
        met = self._met({*free, *self._counts(self._met(free))})
        for count in self._counts(met):
            part.variables[count] = part.model.new_int_var(0, self._most(count), "")
        self._limit(part, values)
        _require(part, self._compact.required, values)
        costs = {key: objective.coefficients.get(key, 0) for key in part.variables}
        kept = [key for key in part.variables if costs[key]]
        part.model.minimize(
            cp_model.LinearExpr.weighted_sum(
                [part.variables[key] for key in kept], [costs[key] for key in kept]
            )
        )
        for known, variable in part.variables.items():
            part.model.add_hint(variable, values.get(known, 0))
        return part

    def holds(self, values: Mapping[Key, int], keys: Iterable[Key]) -> bool:
        """Whether every row that any of the keys is in is kept by some values."""
        taken = self._taken(values)
        return all(taken.get(at, 0) <= self._limits[at] for at in self._met(keys))

    def _limit(self, part: Part, values: Mapping[Key, int]) -> None:
        """Add every row that a free key is in: what is not free counts with its value."""
        fixed = self._taken({key: n for key, n in values.items() if key not in part.variables})
        rows: dict[int, list[tuple[cp_model.IntVar, int]]] = {}
        for key, variable in part.variables.items():
            for at, coefficient in self._entries.get(key, ()):
                rows.setdefault(at, []).append((variable, coefficient))
        for at, row in sorted(rows.items()):
            left = self._limits[at] - fixed.get(at, 0)
            variables, amounts = zip(*row, strict=True)
            part.model.add(cp_model.LinearExpr.weighted_sum(variables, amounts) <= left)

    def _taken(self, values: Mapping[Key, int]) -> dict[int, int]:
        """Give what values come to in the rows that they are in."""
        taken: dict[int, int] = {}
        for key, value in values.items():
            for at, coefficient in self._entries.get(key, ()):
                taken[at] = taken.get(at, 0) + coefficient * value
        return taken

    def _met(self, keys: Iterable[Key]) -> set[int]:
        """Give the rows that any of the keys is in."""
        return {at for key in keys for at, _ in self._entries.get(key, ())}

    def _counts(self, rows: Iterable[int]) -> Iterable[Key]:
        """Give the counts in some rows, each once and in their order."""
        return dict.fromkeys(key for at in sorted(rows) for key in self._counts_in[at])


def _require(part: Part, required: frozenset[str], values: Mapping[Key, int]) -> None:
    """Somebody holds each required unit that the part may move."""
    holding = {key.unit: key for key, n in values.items() if n and isinstance(key, Take)}
    own: dict[str, list[cp_model.IntVar]] = {}
    for key, variable in part.variables.items():
        if isinstance(key, Take) and key.unit in required:
            own.setdefault(key.unit, []).append(variable)
    for unit, variables in own.items():
        if unit not in holding or holding[unit] in part.variables:
            part.model.add_bool_or(variables)


def _in_order(key: Take) -> tuple[str, str]:
    return key.unit, key.practitioner
