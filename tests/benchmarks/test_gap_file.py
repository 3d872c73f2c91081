"""Generalized-assignment files: read, written and drawn by the published recipes."""

from pathlib import Path

import pytest

from benchmarks.gap import SHIPPED
from benchmarks.gap_file import Gap, draw_gap, parse_gap, read_gap, write_gap


def test_reads_the_first_public_file_with_what_is_known_of_it() -> None:
    """Five agents, fifteen jobs, the first and last numbers of each block, and the optimum."""
    gap = read_gap(SHIPPED / "gap1-0.txt")
    assert (gap.agents, gap.jobs) == (5, 15)
    assert (gap.costs[0][0], gap.costs[4][14]) == (17, 24)
    assert (gap.workloads[0][0], gap.workloads[4][14]) == (8, 23)
    assert gap.capacities == (36, 34, 38, 27, 33)
    assert gap.best_known == 261
    assert not gap.maximise


def test_every_shipped_file_is_listed_with_its_source() -> None:
    """No file without an entry: each one knows its published best value."""
    files = sorted(SHIPPED.glob("*.txt"))
    assert [path.stem for path in files] == ["c05100", "d05100", "e05100", "gap1-0"]
    assert [read_gap(path).best_known for path in files] == [1931, 6353, 12681, 261]


def test_a_file_written_and_read_again_is_the_same(tmp_path: Path) -> None:
    """Writing loses nothing."""
    gap = draw_gap("E", 3, 7, 1)
    path = tmp_path / f"{gap.name}.txt"
    path.write_text(write_gap(gap), encoding="utf-8")
    assert read_gap(path) == gap


@pytest.mark.parametrize("numbers", [[], [2], [2, 2, 1, 1, 1, 1], [1, 1, 5, 5, 5, 5]])
def test_a_file_with_too_few_or_too_many_numbers_is_refused(numbers: list[int]) -> None:
    """Every count is checked against the first two numbers."""
    with pytest.raises(ValueError, match="numbers"):
        parse_gap("torn", numbers)


def test_type_c_is_drawn_in_its_ranges() -> None:
    """Workloads 5 to 25, costs 10 to 50, capacities 0.8 x the mean work of an agent."""
    gap = draw_gap("C", 4, 50, 2)
    assert {5, 25} <= _all(gap.workloads) <= set(range(5, 26))
    assert min(_all(gap.costs)) >= 10
    assert max(_all(gap.costs)) <= 50
    assert gap.capacities[0] == int(0.8 * sum(gap.workloads[0]) / 4)


def test_type_d_costs_fall_as_work_rises() -> None:
    """Cost + workload is 111, give or take 10."""
    gap = draw_gap("D", 4, 50, 2)
    sums = {
        cost + work
        for costs, works in zip(gap.costs, gap.workloads, strict=True)
        for cost, work in zip(costs, works, strict=True)
    }
    assert min(sums) >= 101
    assert max(sums) <= 121


def test_type_e_costs_are_a_thousand_shared_out() -> None:
    """Workload of 1 or more; cost between 1000 / workload - 10 and 1000 / workload."""
    gap = draw_gap("E", 4, 50, 2)
    for costs, workloads in zip(gap.costs, gap.workloads, strict=True):
        for cost, workload in zip(costs, workloads, strict=True):
            assert workload >= 1
            assert max(1, 1000 / workload - 11) <= cost <= max(1, 1000 / workload)


def test_the_same_seed_draws_the_same_and_another_seed_another() -> None:
    """A drawn instance can be named by its type, size and seed."""
    assert draw_gap("D", 3, 9, 5) == draw_gap("D", 3, 9, 5)
    assert draw_gap("D", 3, 9, 5).costs != draw_gap("D", 3, 9, 6).costs


def test_a_file_that_maximises_is_turned_round_and_back() -> None:
    """Jobs of top 9 and 4: gaining 5 + 4 falls 4 short of them, and 4 short is 9 again."""
    gap = Gap("two", ((9, 1), (5, 4)), ((1, 1), (1, 1)), (2, 2), maximise=True)
    assert gap.minimised() == ((0, 3), (4, 0))
    assert gap.in_own_sense(4) == 9


def _all(matrix: tuple[tuple[int, ...], ...]) -> set[int]:
    return {number for row in matrix for number in row}
