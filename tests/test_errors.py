"""The exception tree: readable reports, stable codes, and pickling."""

import pickle

import pytest

from planner.errors import (
    DataFaults,
    Fault,
    ModelBug,
    PlanFileRefused,
    PlannerError,
    PolicyError,
    UsageFault,
    VerifierDisagrees,
)

EVERY = (
    DataFaults([Fault("cases.csv", 3, "age", "x", "is not a whole number", "0 to 25")]),
    PolicyError(["Stage 2a names no term."]),
    UsageFault("Name a scenario folder."),
    VerifierDisagrees(["P01 holds 3 h over the limit."]),
    ModelBug("A variable is too wide."),
    PlanFileRefused("Not a plan."),
)


@pytest.mark.parametrize("error", EVERY, ids=lambda error: type(error).__name__)
def test_pickles_to_the_same_report(error: PlannerError) -> None:
    """A worker process hands each error back whole: type, words and parts."""
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is type(error)
    assert str(again) == str(error)
    assert vars(again) == vars(error)


def test_codes_are_stable_and_distinct() -> None:
    """Doors choose by code, so no two kinds of error share one."""
    assert [error.code for error in EVERY] == [
        "data",
        "policy",
        "usage",
        "verifier",
        "bug",
        "plan-file",
    ]


def test_data_faults_name_place_value_and_allowed() -> None:
    """One line holds all a manager needs to find and mend the fault."""
    assert str(EVERY[0]) == (
        "1 fault in the data:\n"
        "  cases.csv, row 3, age: 'x' is not a whole number (allowed: 0 to 25)"
    )


def test_report_lists_every_fault() -> None:
    """Two faults make two lines under a heading that counts them."""
    error = DataFaults([Fault("a.csv", message="is missing"), Fault("b.csv", message="is empty")])
    assert str(error).splitlines() == [
        "2 faults in the data:",
        "  a.csv: is missing",
        "  b.csv: is empty",
    ]


@pytest.mark.parametrize(("length", "shown"), [(59, 59), (60, 60), (61, 63)])
def test_long_values_are_shortened(length: int, shown: int) -> None:
    """A value of 60 characters is shown whole; a longer one ends in three dots."""
    sentence = Fault("a.csv", value="x" * length, message="is wrong").sentence()
    assert len(sentence) == len("a.csv: '' is wrong") + shown
