"""Chips: every kind of what-if change in a few words."""

import pytest

from planner.data.adjustment import Adjustment, AdjustmentKind
from planner.data.describe import describe

WORDS: list[tuple[dict[str, object], str]] = [
    (
        {"kind": "away", "practitioner": "P02", "start": "2026-03-02"},
        "P02 away from 2 Mar for the rest of the cycle",
    ),
    (
        {"kind": "away", "practitioner": "P02", "start": "2026-03-02", "until": "2026-03-13"},
        "P02 away from 2 Mar until 13 Mar",
    ),
    ({"kind": "away", "practitioner": "P02"}, "P02 away for the rest of the cycle"),
    ({"kind": "back", "practitioner": "P02"}, "P02 back from leave"),
    ({"kind": "hours", "practitioner": "P03", "amount": "80"}, "P03 at most 80 h a cycle"),
    ({"kind": "fte", "practitioner": "P03", "fte": "0.6"}, "P03 at 0.6 FTE"),
    ({"kind": "limit", "practitioner": "P03", "amount": "90"}, "Limit of P03: 90 %"),
    ({"kind": "limit", "amount": "100"}, "Limit of everyone: 100 %"),
    ({"kind": "add", "practitioner": "P09"}, "P09 joins (CPP4)"),
    ({"kind": "add", "practitioner": "P09", "fte": "0.5"}, "P09 joins (CPP4, 0.5 FTE)"),
    ({"kind": "add", "practitioner": "P09", "team": "North"}, "P09 joins North (CPP4)"),
    ({"kind": "add", "practitioner": "P09", "team": "team"}, "P09 joins (CPP4)"),
    ({"kind": "duty", "practitioner": "P11", "amount": "20"}, "P11 gives 20 h to duty"),
    ({"kind": "remove", "practitioner": "P02"}, "P02 leaves the team"),
    ({"kind": "pin", "child": "C1", "practitioner": "P02"}, "C1 with P02"),
    (
        {"kind": "pin", "child": "C1", "practitioner": "P02", "waiver": True},
        "C1 with P02, limits waived",
    ),
    ({"kind": "bar", "child": "C1", "practitioner": "P02"}, "C1 not with P02"),
    ({"kind": "split", "child": "C1"}, "Family of C1 may be split"),
    ({"kind": "raise", "child": "C1"}, "C1 raised"),
    ({"kind": "reserve", "amount": "12.50"}, "12.5 h kept in reserve"),
    ({"kind": "arrivals", "amount": "3"}, "3 children expected"),
    ({"kind": "deallocations", "amount": "2"}, "Up to 2 de-allocations considered"),
    ({"kind": "deallocations", "amount": "1"}, "Up to 1 de-allocation considered"),
    ({"kind": "changes", "amount": "1"}, "Up to 1 change of practitioner considered"),
    ({"kind": "changes", "amount": "5"}, "Up to 5 changes of practitioner considered"),
    ({"kind": "setting", "name": "strict", "value": "yes"}, "strict = yes"),
]


@pytest.mark.parametrize(("fields", "words"), WORDS, ids=[words for _, words in WORDS])
def test_words(fields: dict[str, object], words: str) -> None:
    """Each chip reads as a manager would say it."""
    assert describe(Adjustment.model_validate(fields)) == words


def test_every_kind_has_words() -> None:
    """No kind of change is left without a chip."""
    assert {fields["kind"] for fields, _ in WORDS} == {kind.value for kind in AdjustmentKind}
