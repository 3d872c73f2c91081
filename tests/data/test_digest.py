"""The digest: what changes it and what does not."""

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum

import pytest

from planner.data.digest import digest
from planner.data.record import Record
from planner.data.scenario import Child, Limits, Practitioner, Scenario
from planner.data.vocabulary import Phase
from tests.make_random import random_scenario

AS_AT = date(2026, 3, 2)
FIRST = Child(child="C1", family="F1", phase=Phase.INVESTIGATION)
SECOND = Child(child="C2", family="F2", phase=Phase.INVESTIGATION)
TEAM = Scenario(name="team", as_at=AS_AT, children=(FIRST, SECOND), bases={"a": "x", "b": "y"})


@pytest.mark.parametrize(
    "same",
    [
        TEAM.model_copy(update={"children": (SECOND, FIRST)}),
        TEAM.model_copy(update={"name": "copy of team"}),
        TEAM.model_copy(update={"bases": {"b": "y", "a": "x"}}),
    ],
    ids=["rows in another order", "renamed", "bases in another order"],
)
def test_order_and_name_do_not_matter(same: Scenario) -> None:
    """A shuffled or renamed team is the same team."""
    assert digest(same) == digest(TEAM)


@pytest.mark.parametrize(
    "update",
    [
        {"as_at": date(2026, 3, 3)},
        {"children": (FIRST,)},
        {"children": (FIRST, SECOND.model_copy(update={"holder": "P1"}))},
        {"limits": Limits(deallocations=1)},
        {"supplied": frozenset({"cases.disability"})},
    ],
    ids=lambda update: next(iter(update)),
)
def test_facts_matter(update: dict[str, object]) -> None:
    """Any fact that a plan is made from changes the digest."""
    assert digest(TEAM.model_copy(update=update)) != digest(TEAM)


def test_supplied_is_a_set() -> None:
    """Columns named in any order are the same columns."""
    names = [f"cases.c{number}" for number in range(20)]
    first = TEAM.model_copy(update={"supplied": frozenset(names)})
    again = TEAM.model_copy(update={"supplied": frozenset(reversed(names))})
    assert digest(first) == digest(again)


def test_equal_amounts_written_differently_are_equal() -> None:
    """0.8 and 0.80 FTE are the same person; 0.81 is not."""
    fte = [Practitioner(practitioner="P1", fte=Decimal(text)) for text in ("0.8", "0.80", "0.81")]
    assert digest(fte[0]) == digest(fte[1]) != digest(fte[2])


def test_zero_has_one_digest() -> None:
    """0 and 0.00 rostered hours are the same hours."""
    zero = [Limits(reserve_hours=Decimal(text)) for text in ("0", "0.00")]
    assert digest(zero[0]) == digest(zero[1])


def test_order_of_skills_is_kept() -> None:
    """A list of words is no table: its order is part of the record."""
    one = Practitioner(practitioner="P1", fte=Decimal(1), skills=("a", "b"))
    assert digest(one) != digest(one.model_copy(update={"skills": ("b", "a")}))


class _Keyed(Record):
    minutes: dict[tuple[str, str], int]


def test_paired_keys_are_digested() -> None:
    """Records keyed by pairs (unit, practitioner) have digests too."""
    assert digest(_Keyed(minutes={("a", "b"): 1})) != digest(_Keyed(minutes={("ab", ""): 1}))


class _Odd(Record):
    payload: object


def test_what_cannot_be_digested_is_refused() -> None:
    """A function has no canonical text; it is refused rather than guessed."""
    with pytest.raises(TypeError, match="cannot hold a type"):
        digest(_Odd(payload=int))


def plain(value: object) -> object:
    """Turn a value into what JSON can hold, tables and sets sorted: the digest's definition."""
    if isinstance(value, Record):
        return {name: plain(getattr(value, name)) for name in type(value).model_fields}
    if isinstance(value, Enum):
        return plain(value.value)
    if isinstance(value, Decimal):
        return "0" if value == 0 else format(value.normalize(), "f")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(plain(key)): plain(item) for key, item in value.items()}
    if isinstance(value, tuple | frozenset):
        items = [plain(item) for item in value]
        table = isinstance(value, frozenset) or any(isinstance(item, dict) for item in items)
        return sorted(items, key=written) if table else items
    return value


def written(value: object) -> str:
    """Write canonical JSON: sorted names, no spaces, ASCII."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True)


@pytest.mark.parametrize("seed", range(40))
def test_it_is_the_hash_of_canonical_json(seed: int) -> None:
    """Whoever writes the record down by the definition gets the same digest."""
    team = random_scenario(seed).model_copy(update={"bases": {"b\u00e9": "x", "a": '"y"'}})
    content = plain(team)
    assert isinstance(content, dict)
    del content["name"]
    assert digest(team) == hashlib.sha256(written(content).encode()).hexdigest()
    row = team.children[0]
    assert digest(row) == hashlib.sha256(written(plain(row)).encode()).hexdigest()
