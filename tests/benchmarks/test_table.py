"""The table: its columns, its summary, its plot, and the proofs it does not believe."""

import csv
from dataclasses import fields, replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from benchmarks.__main__ import main
from benchmarks.instances import Instance, team_of
from benchmarks.peers import PEERS, answer
from benchmarks.plot import plot
from benchmarks.summary import page, summary_text
from benchmarks.table import Line, contradictions, line_of, write_csv
from planner.policy import default_policy
from planner.report import prepare

INSTANCE = Instance(18, 3, 1, "110 %")


@pytest.fixture(scope="module")
def lines() -> list[Line]:
    """Give every peer's row on one tiny team."""
    ready = prepare(team_of(INSTANCE), default_policy())
    outcomes = {peer.id: answer(peer.id, ready, 20.0, 0) for peer in PEERS}
    return [line_of(INSTANCE, 20.0, p, ready, found, 99.0) for p, found in outcomes.items()]


def test_every_peer_has_a_row_in_a_managers_words(lines: list[Line]) -> None:
    """Solvers prove and agree in words; managers have a plan and no proof."""
    by_peer = {line.peer: line for line in lines}
    assert len(by_peer) == len(PEERS)
    own, plain = by_peer["engine"], by_peer["highs"]
    assert own.all_proven is not None
    assert own.by_stage == plain.by_stage == own.bound_by_stage
    assert own.high_risk_awaiting == plain.high_risk_awaiting
    assert own.mandatory_missed == 0
    assert by_peer["keep-first"].all_proven is None
    assert by_peer["keep-first"].changes == 0
    assert by_peer["keep-first"].bounds == ""


def test_first_plan_comes_before_the_proof(lines: list[Line]) -> None:
    """And the shares in their order."""
    for line in lines:
        if line.all_proven is not None:
            known = (line.first_plan, line.to_1_percent, line.to_01_percent, line.policy_proven)
            assert None not in known
            seconds = [s for s in (*known[1:], line.all_proven) if s is not None]
            assert seconds == sorted(seconds)


def test_nobody_is_under_a_bound_and_if_so_it_is_named(lines: list[Line]) -> None:
    """A load one lower than what others prove cannot be."""
    assert contradictions(lines) == []
    load = lines[0].by_stage["4a"]
    changed = replace(lines[0], values=lines[0].values.replace(f"4a:{load}", f"4a:{load - 1}"))
    found = contradictions([changed, *lines[1:]])
    assert any("stage 4a of engine" in sentence for sentence in found)


def test_a_bound_below_another_value_above_is_no_contradiction(lines: list[Line]) -> None:
    """A plan that is worse in an earlier stage may well be better in a later one."""
    worse = replace(lines[0], values="1:99 4a:0", bounds="")
    assert contradictions([worse, *lines[1:]]) == []


def test_the_csv_has_a_row_for_each_line(lines: list[Line], tmp_path: Path) -> None:
    """And every column of the record."""
    write_csv(lines, tmp_path / "results.csv")
    with (tmp_path / "results.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == [field.name for field in fields(Line)]
    assert [row["peer"] for row in rows] == [line.peer for line in lines]


def test_the_page_has_a_table_that_is_as_wide_all_the_way(lines: list[Line]) -> None:
    """Every row of a table has the cells of its heading."""
    text = page(lines, ["Processor: one"])
    widths: list[int] = []
    for row in text.splitlines():
        if row.startswith("|"):
            widths.append(row.count("|"))
        elif widths:
            assert len(set(widths)) == 1
            widths = []
    assert "None: nobody's plan is under a bound." in text
    assert all(peer.title in text for peer in PEERS)
    assert "instance by instance" in summary_text(lines)


def test_the_plot_is_a_picture_with_a_dot_for_each_solver(lines: list[Line]) -> None:
    """Five solvers, one instance; the legend has five dots and the open one."""
    picture = ElementTree.fromstring(plot(lines))
    dots = picture.findall("{http://www.w3.org/2000/svg}circle")
    assert len(dots) == 5 + 6


def test_one_command_writes_all_three_files(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The smallest run there is, peers in processes of their own."""
    picture = tmp_path / "docs" / "benchmark.svg"
    arguments = ["--sizes", "8x2", "--seeds", "1", "--tightness", "90 %", "--allowed", "default"]
    arguments += ["--time-limits", "2", "--peers", "engine", "keep-first"]
    main([*arguments, "--out", str(tmp_path), "--plot", str(picture)])
    assert "this engine" in capsys.readouterr().out
    assert len((tmp_path / "results.csv").read_text(encoding="utf-8").splitlines()) == 3
    assert "8 x 2" in (tmp_path / "results.md").read_text(encoding="utf-8")
    assert picture.exists()
