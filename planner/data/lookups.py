"""Look-ups that a record makes once and keeps beside its fields.

They follow from the fields alone, so they are never compared, written, sent to
another process or taken over into a copy whose fields may differ.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import Self, TypeVar, cast

from planner.data.record import Record

Row = TypeVar("Row")
Made = TypeVar("Made")


class Indexed(Record):
    """A record whose look-ups are cached properties; a copy has its own."""

    @cached_property
    def _made(self) -> dict[Callable[..., object], object]:
        return {}

    def once(self, make: Callable[[Self], Made]) -> Made:
        """Give what a function makes of the record, made the first time it is asked for."""
        if make not in self._made:
            self._made[make] = make(self)
        return cast("Made", self._made[make])

    def __copy__(self) -> Self:
        """Copy the fields alone."""
        copied = super().__copy__()
        _forget(copied)
        return copied

    def __deepcopy__(self, memo: dict[int, object] | None = None) -> Self:
        """Copy the fields alone, deeply."""
        copied = super().__deepcopy__(memo)
        _forget(copied)
        return copied

    def __getstate__(self) -> dict[object, object]:
        """Give what is stored or sent to another process: the fields alone."""
        state = super().__getstate__()
        fields = {name: getattr(self, name) for name in type(self).model_fields}
        return {**state, "__dict__": fields}


def grouped(rows: Iterable[Row], key: Callable[[Row], str]) -> Mapping[str, tuple[Row, ...]]:
    """Group rows by a name, each group in the order of the rows."""
    groups: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[key(row)].append(row)
    return {name: tuple(members) for name, members in groups.items()}


def _forget(record: Record) -> None:
    for name in record.__dict__.keys() - type(record).model_fields.keys():
        del record.__dict__[name]
