"""A short fingerprint of a record: the same team gives the same digest.

Rows may stand in any order and a scenario may be renamed or moved; the digest
stays. It names what a plan was made from, and it is the key of a cached plan.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum

from planner.data.record import Record
from planner.data.scenario import Scenario


def digest(record: Record) -> str:
    """Give the SHA-256 of a record's canonical text, as 64 hexadecimal digits.

    A scenario's ``name`` is left out: it may come from the folder, and nothing
    is decided by it. Equal amounts written differently (1 and 1.0) are equal.
    """
    content = _plain_fields(record, leave_out={"name"} if isinstance(record, Scenario) else set())
    return hashlib.sha256(_canonical(content).encode()).hexdigest()


def _canonical(value: object) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True)


def _plain_fields(record: Record, leave_out: set[str]) -> dict[str, object]:
    names = (name for name in type(record).model_fields if name not in leave_out)
    return {name: _plain(getattr(record, name)) for name in names}


def _plain(value: object) -> object:
    """Turn a value into what JSON can hold, tables and sets sorted."""
    match value:
        case Record():
            return _plain_fields(value, leave_out=set())
        case Enum():
            return _plain(value.value)
        case Decimal():
            return _plain_number(value)
        case date():
            return value.isoformat()
        case Mapping():
            return {_plain_key(key): _plain(item) for key, item in value.items()}
        case tuple() | list() | set() | frozenset():
            return _plain_many(value)
        case None | bool() | int() | float() | str():
            return value
    raise TypeError(f"A digest cannot hold a {type(value).__name__}.")


def _plain_number(value: Decimal) -> str:
    return "0" if value == 0 else format(value.normalize(), "f")


def _plain_key(key: object) -> str:
    plain = _plain(key)
    return plain if isinstance(plain, str) else _canonical(plain)


def _plain_many(values: Iterable[object]) -> list[object]:
    """Sort tables and sets, whose order says nothing; keep a list of words as it stands."""
    plain = [_plain(value) for value in values]
    table = any(isinstance(item, dict) for item in plain)
    return sorted(plain, key=_canonical) if table or isinstance(values, set | frozenset) else plain
