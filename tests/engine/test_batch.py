"""Many scenarios: a row each, in order, whatever happens to any of them."""

import threading
import time
from importlib import import_module

import pytest

from planner.data.plan import Outcome
from planner.data.progress import Progress
from planner.engine import Job, batch, fault_row
from planner.engine.batch import solve_job
from planner.errors import DataFaults, Fault, ModelBug, PlannerError, VerifierDisagrees
from planner.synthetic import generate
from tests.engine.solving import POLICY, high
from tests.make import child, decision, infant, leave, practitioner, scenario

STEADY = scenario(
    [child("C1", holder="P1"), high("C2"), child("C3")],
    [practitioner("P1", limit_hours=20), practitioner("M", grade="CPP5.2")],
    leave=[leave("P1", 40, 50)],
    limits={"deallocations": 1, "reserve_hours": 3},
)
NOBODY = scenario([infant("C1")], [practitioner("P1")], decisions=[decision("bar", "C1", "P1")])
JOBS = [
    Job(name=name, scenario=team, policy=POLICY)
    for name, team in (("steady", STEADY), ("nobody", NOBODY), ("empty", scenario()))
]
ENDS = [Outcome.PROVEN, Outcome.NOT_COMPLIANT, Outcome.PROVEN]


def test_a_row_says_what_varied_and_what_came_of_it() -> None:
    """8.5 h are kept and 11.5 h taken on of 20 h; C3 waits."""
    row, end = solve_job(JOBS[0], 10)
    assert end is Outcome.PROVEN
    assert isinstance(row.pop("seconds"), float)
    assert row == {
        "scenario": "steady",
        "children": 3,
        "practitioners": 1,
        "fte": 1.0,
        "leave_rows": 1,
        "deallocations_allowed": 1,
        "reserve_hours": 3.0,
        "service_intensity": 1.0,
        "awaiting_mandatory": 0,
        "awaiting_high": 0,
        "awaiting_next": 0,
        "awaiting_remaining": 1,
        "awaiting": 1,
        "changes": 0,
        "forced_changes": 0,
        "deallocations": 0,
        "contacts_missed": 0,
        "hours_over": 0.0,
        "status": "best possible plan",
        "fault": None,
    }


@pytest.mark.parametrize("processes", [1, 2])
def test_rows_come_in_the_order_of_the_jobs(processes: int) -> None:
    """In this process and in two others."""
    found = list(batch(JOBS, processes=processes, time_limit=20))
    assert [row["scenario"] for row, _ in found] == ["steady", "nobody", "empty"]
    assert [end for _, end in found] == ENDS
    assert [set(row) for row, _ in found] == [set(found[0][0])] * 3


def test_processes_change_nothing() -> None:
    """Seconds aside, the rows are the same."""
    rows = [
        [{k: v for k, v in row.items() if k != "seconds"} for row, _ in batch(JOBS, processes=n)]
        for n in (1, 2)
    ]
    assert rows[0] == rows[1]


@pytest.mark.parametrize(
    ("fault", "end"),
    [
        (DataFaults([Fault(file="cases.csv", message="is empty")]), Outcome.FAULTY),
        (VerifierDisagrees(["Stage 1 is wrong."]), Outcome.VERIFIER_DISAGREES),
        (ModelBug("not valid"), Outcome.VERIFIER_DISAGREES),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_fault_is_a_row_with_its_words(
    monkeypatch: pytest.MonkeyPatch, fault: PlannerError, end: Outcome
) -> None:
    """A bug of ours is told apart from a fault in the data."""

    def fail(*_: object, **__: object) -> None:
        raise fault

    monkeypatch.setattr(import_module("planner.engine.batch"), "allocate", fail)
    row, found = solve_job(JOBS[0], 10)
    assert row == fault_row("steady", str(fault))
    assert row["status"] == "faulty"
    assert found is end


@pytest.mark.parametrize("processes", [1, 2])
def test_a_stop_ends_what_is_under_way_and_begins_nothing(processes: int) -> None:
    """Of five teams that would take a minute each, those begun have a row, soon."""
    long = [Job(name=str(n), scenario=generate(120, 10, n), policy=POLICY) for n in range(5)]
    stop = threading.Event()
    rows = []
    for row, _ in batch([JOBS[0], *long], processes=processes, time_limit=60, stop=stop):
        rows.append(row["scenario"])
        stop.set()
        asked = time.monotonic()
    assert time.monotonic() - asked < 20
    assert rows == ["steady", "0", "1", "2", "3", "4"][: len(rows)]
    assert 1 <= len(rows) <= 1 + processes


def test_progress_of_one_at_a_time_is_told() -> None:
    """Whoever waits for the rows can see how each is going."""
    seen: list[Progress] = []
    list(batch(JOBS[:1], on_progress=seen.append))
    assert seen
