"""Generalized assignment side by side: same answers, gaps in the file's own sense."""

import csv
from itertools import product
from pathlib import Path

import pytest

from benchmarks.gap import drawn, gap_to, lines_of, main
from benchmarks.gap_file import Gap, draw_gap
from benchmarks.gap_peers import PEERS, GapAnswer, answer
from benchmarks.gap_problem import agent_names, job_names, problem_of, value_of
from benchmarks.gap_table import shifted_mean, summary

# Agent 0 is cheap for everything and has room for two of the three jobs.
SMALL = Gap("small", ((1, 1, 2), (5, 4, 9)), ((2, 2, 2), (1, 1, 1)), (4, 3))


def brute(gap: Gap) -> int | None:
    """Try every assignment; ``None`` where none fits."""
    every = product(agent_names(gap), repeat=gap.jobs)
    tried = (value_of(gap, dict(zip(job_names(gap), agents, strict=True))) for agents in every)
    return min((value for value in tried if value is not None), default=None)


@pytest.mark.parametrize("peer", PEERS)
def test_every_peer_proves_the_small_file(peer: str) -> None:
    """Job 1 goes to agent 1 for 4, since 1 + 2 + 4 is less than 1 + 1 + 9 and 5 + 1 + 2."""
    found = answer(peer, SMALL, 5.0, 0)
    assert (found.value, found.bound) == (7, 7)
    assert brute(SMALL) == 7


@pytest.mark.parametrize("peer", PEERS)
@pytest.mark.parametrize("kind", ["C", "D", "E"])
def test_every_peer_agrees_with_trying_everything(peer: str, kind: str) -> None:
    """Three agents, seven jobs: 2,187 assignments."""
    gap = draw_gap(kind, 3, 7, 3)
    found = answer(peer, gap, 5.0, 0)
    assert found.value is not None
    assert found.value == found.bound == brute(gap)


@pytest.mark.parametrize("peer", PEERS)
def test_where_nothing_fits_no_peer_has_a_value(peer: str) -> None:
    """The planner lets limits give way for a mandatory case; that is no assignment here."""
    gap = draw_gap("C", 3, 7, 1)
    assert brute(gap) is None
    found = answer(peer, gap, 5.0, 0)
    assert found.value is None
    assert found.note


def test_a_maximised_file_reports_its_own_sense() -> None:
    """With costs as gains the best is 5 + 4 + 9 with agent 1, who has room for all three."""
    gap = Gap("most", SMALL.costs, SMALL.workloads, SMALL.capacities, maximise=True)
    found = answer("this engine", gap, 5.0, 0)
    (line,) = lines_of(gap, 5.0, {"this engine": found}, {"this engine": None})
    assert (line.value, line.bound, line.gap) == (18, 18, 0.0)


def test_an_assignment_over_a_capacity_has_no_value() -> None:
    """Three jobs of 2 do not fit agent 0's 4; nor does a job left out count."""
    assert value_of(SMALL, dict.fromkeys(job_names(SMALL), "A000")) is None
    assert value_of(SMALL, {"J0000": "A000"}) is None


def test_the_problem_says_every_job_must_be_allocated() -> None:
    """Workload is demand, cost is travel, capacity is the limit on hours."""
    problem = problem_of(SMALL)
    assert all(unit.mandatory for unit in problem.units)
    pair = problem.pairs["J0002", "A001"]
    assert (pair.demand_half_hours, pair.travel_minutes) == (1, 9)
    assert [carrier.limit_half_hours for carrier in problem.carriers] == [4, 3]


def test_gaps_are_to_the_best_bound_of_any_peer() -> None:
    """Bounds 90 and 100: the value 110 is 10 % off, whoever found it."""
    answers = {"one": GapAnswer(110, 90), "other": GapAnswer(100, 100)}
    lines = lines_of(SMALL, 1.0, answers, {"one": None, "other": None})
    assert [line.gap for line in lines] == [0.1, 0.0]
    assert [line.note for line in lines] == ["", ""]
    assert next(iter(summary(lines))).startswith("one ")


def test_a_bound_over_somebodys_assignment_is_called_a_false_proof() -> None:
    """Nobody can prove 101 where somebody has 100."""
    answers = {"one": GapAnswer(101, 101), "other": GapAnswer(100, 90)}
    lines = lines_of(SMALL, 1.0, answers, {"one": None, "other": None})
    assert [line.note for line in lines] == ["FALSE PROOF", ""]


def test_the_shifted_mean_of_equal_gaps_is_the_gap() -> None:
    """And a file without an assignment weighs as a gap of all."""
    assert shifted_mean([0.01, 0.01]) == pytest.approx(0.01)
    assert shifted_mean([0.0, 0.0]) == pytest.approx(0.0)
    assert shifted_mean([None]) == pytest.approx(1.0)
    assert gap_to(None, 5, SMALL) is None


def test_a_name_draws_an_instance() -> None:
    """Type, agents, jobs and seed, as the command that writes files draws it."""
    assert drawn("D-3x7-2") == draw_gap("D", 3, 7, 2)


@pytest.mark.parametrize("name", ["A-3x7-2", "D-3x7", "D-3-7-2", "D-3xx7-2"])
def test_another_name_is_refused(name: str) -> None:
    """In one line, not with a trace."""
    with pytest.raises(SystemExit):
        main(["--draw", name])


def test_rows_are_written_with_a_table_beside_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The whole command on one small instance: what is printed is in both files."""
    out = tmp_path / "gap.csv"
    main(["--draw", "C-3x7-3", "--peers", "CP-SAT", "--time-limit", "5", "--out", str(out)])
    (row,) = csv.DictReader(out.read_text(encoding="utf-8").splitlines())
    assert (row["file"], row["peer"], row["value"]) == ("c037-3", "CP-SAT", row["bound"])
    table = out.with_suffix(".md").read_text(encoding="utf-8")
    assert f"| c037-3 | CP-SAT | {row['value']} | {row['bound']} | 0.0000 |" in table
    assert "- CP-SAT       mean gap 0.0000 %  proven 1/1" in table
    assert "3 x 7, 5 s" in capsys.readouterr().out
