"""A short fingerprint of a record: the same team gives the same digest.

Rows may stand in any order and a scenario may be renamed or moved; the digest
stays. It names what a plan was made from, and it is the key of a cached plan.
"""

import hashlib
import json
from collections.abc import Callable, Collection, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache, lru_cache
from json.encoder import encode_basestring_ascii

from planner.data.record import Record
from planner.data.same import Same
from planner.data.scenario import Scenario

# Shorter ones are written faster than they are looked up.
_LONG = 20


def digest(record: Record) -> str:
    """Give the SHA-256 of a record's canonical text, as 64 hexadecimal digits.

    A scenario's ``name`` is left out: it may come from the folder, and nothing
    is decided by it. Equal amounts written differently (1 and 1.0) are equal.
    """
    leave_out = ("name",) if isinstance(record, Scenario) else ()
    return hashlib.sha256(_record(record, leave_out).encode()).hexdigest()


def _canonical(value: object) -> str:
    """Write a value as compact JSON with sorted names, tables and sets sorted."""
    kind: type = type(value)
    return _writer(kind)(value)


@cache
def _writer(kind: type) -> Callable[..., str]:
    """Choose how values of a kind are written; a name of the vocabulary counts as its value."""
    for kinds, write in _WRITERS:
        if issubclass(kind, kinds):
            return write
    raise TypeError(f"A digest cannot hold a {kind.__name__}.")


def _record(record: Record, leave_out: Collection[str] = ()) -> str:
    values = record.__dict__
    written = [
        label + _canonical(values[name])
        for name, label in _labels(type(record))
        if name not in leave_out
    ]
    return f"{{{','.join(written)}}}"


@cache
def _labels(kind: type[Record]) -> tuple[tuple[str, str], ...]:
    """Give the fields of a kind of record in order of their names, each as it is written."""
    return tuple((name, _label(name)) for name in sorted(kind.model_fields))


def _label(name: str) -> str:
    return f"{encode_basestring_ascii(name)}:"


def _mapping(values: Mapping[object, object]) -> str:
    plain = {_plain_key(key): value for key, value in values.items()}
    written = [_label(name) + _canonical(plain[name]) for name in sorted(plain)]
    return f"{{{','.join(written)}}}"


def _plain_number(value: Decimal) -> str:
    return "0" if value == 0 else format(value.normalize(), "f")


def _plain_key(key: object) -> str:
    """Give the name that a key has in JSON: text as it is, anything else written out."""
    plain = key.value if isinstance(key, Enum) else key
    if isinstance(plain, str):
        return str(plain)
    written: str | object = json.loads(_canonical(plain))
    return written if isinstance(written, str) else _canonical(plain)


def _many(values: Collection[object]) -> str:
    """Sort tables and sets, whose order says nothing; keep a list of words as it stands."""
    if len(values) >= _LONG and isinstance(values, tuple):
        return _table(Same(values))
    return _listed(values)


@lru_cache(maxsize=64)
def _table(key: Same) -> str:
    """Write a long table once; a what-if shares most of its tables with its team."""
    (values,) = key.parts
    assert isinstance(values, tuple)
    return _listed(values)


def _listed(values: Collection[object]) -> str:
    written = [_canonical(value) for value in values]
    table = any(issubclass(kind, (Record, Mapping)) for kind in set(map(type, values)))
    ordered = sorted(written) if table or isinstance(values, set | frozenset) else written
    return f"[{','.join(ordered)}]"


_WRITERS: tuple[tuple[type | tuple[type, ...], Callable[..., str]], ...] = (
    (Record, _record),
    (Enum, lambda value: _canonical(value.value)),
    (str, encode_basestring_ascii),
    (Decimal, lambda value: encode_basestring_ascii(_plain_number(value))),
    (date, lambda value: encode_basestring_ascii(value.isoformat())),
    (Mapping, _mapping),
    ((tuple, list, set, frozenset), _many),
    ((type(None), int, float), json.dumps),
)
