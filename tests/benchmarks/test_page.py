"""The page's speed: percentiles, the table, and who is told apart from whom; no server here."""

import math
import random
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from benchmarks import page_words as words
from benchmarks.page_crowd import Work
from benchmarks.page_table import (
    CACHED,
    ERRORS,
    OTHERS,
    OUTSIDE,
    PLAN,
    PROOF,
    Sample,
    amount,
    middle,
    nth,
    page,
    table,
    write_csv,
)
from benchmarks.page_user import Run, User
from planner.ui import launch
from planner.ui.markup import tile, tiled

element_pb2 = pytest.importorskip("streamlit.proto.Element_pb2", reason="streamlit is missing")


def test_the_ninth_of_ten_is_p90() -> None:
    """Nine of ten are at most 0.9; of one sample, or of two, it is the largest."""
    tenths = [number / 10 for number in range(10, 0, -1)]
    assert nth(tenths, 0.9) == 0.9
    assert (nth([3.0], 0.9), nth([1.0, 2.0], 0.9)) == (3.0, 2.0)
    with pytest.raises(ValueError, match="No sample"):
        nth([], 0.9)


def test_what_never_came_is_more_than_anything() -> None:
    """One of three leaves the median a number; two of three do not."""
    assert middle([1.0, None, 2.0]) == 2.0
    assert math.isinf(middle([1.0, None, None]))
    assert math.isinf(nth([1.0, None], 0.9))


def _cells(samples: list[Sample]) -> list[list[str]]:
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table(samples)[2:]]


def test_a_row_says_target_and_measured_and_how_far_off() -> None:
    """0.2 s where 0.1 was aimed at is twice as much; exactly the aim is met."""
    rows = _cells([Sample(CACHED, 0.25), Sample(CACHED, 0.15), Sample(CACHED, 0.2)])
    assert rows == [
        [CACHED, "median", "100 ms", "200 ms", "no", "2.00", "3"],
        [CACHED, "p90", "250 ms", "250 ms", "yes", "1.00", "3"],
    ]


def test_a_target_that_most_steps_never_reach_is_not_met() -> None:
    """And a kind without a target is told without a verdict."""
    rows = _cells([Sample(PLAN, None), Sample(PROOF, 12.3)])
    assert [row[3:6] for row in rows] == [
        ["never", "no", "-"],
        ["never", "no", "-"],
        ["12.3 s", "-", "-"],
        ["12.3 s", "-", "-"],
    ]


def test_things_are_counted_in_all() -> None:
    """None of five requests left; two errors are two too many."""
    rows = _cells([Sample(OUTSIDE, 0), Sample(OUTSIDE, 0), Sample(ERRORS, 1), Sample(ERRORS, 1)])
    assert [row[1:6] for row in rows] == [
        ["in all", "0", "2", "no", "-"],
        ["in all", "0", "0", "yes", "-"],
    ]


def test_amounts_are_written_for_reading() -> None:
    """Milliseconds below ten seconds."""
    found = [amount(0.0474, counted=False), amount(9.9, counted=False), amount(10, counted=False)]
    assert found == ["47 ms", "9900 ms", "10.0 s"]


def test_page_and_samples_are_written(tmp_path: Path) -> None:
    """What never came is blank in the file; the page says on what it was measured."""
    samples = [Sample(PLAN, 0.31234, "Still improving"), Sample(PLAN, None)]
    write_csv(samples, tmp_path / "page.csv")
    lines = (tmp_path / "page.csv").read_text(encoding="utf-8").splitlines()
    assert lines[1].endswith(",0.3123,Still improving")
    assert lines[2].endswith(",,")
    written = page(samples, ["Processor: one"])
    assert written.startswith("# The page's speed\n\n- Processor: one\n")
    assert f"| {PLAN} | median |" in written


def test_words_of_the_page_are_read() -> None:
    """A chip says whose limit is what; a slider begins with whose it is; the rest is nobody's."""
    assert words.limit_in_chip(words.chip("P01", 85)) == ("P01", 85)
    assert words.limit_in_chip("P03 gone") is None
    labels = ("P01: **81 h** of 81 h", "P02 · Sam: away", "Changes of practitioner")
    assert [words.owner_of_slider(label) for label in labels] == ["P01", "P02", ""]
    assert words.slider("P1").match("P1: 3 h")
    assert not words.slider("P1").match("P10: 3 h")
    assert words.status_in("What-if: **Best possible plan.** Checked.") == "Best possible plan"
    assert words.status_in("Solving") == ""


def test_the_recorder_is_told_every_word_it_looks_for() -> None:
    """A word that is missing would be looked for as undefined, and never be found."""
    script = words.recorder()
    told, _, code = script.partition("\n")
    for name in ("figure", "status", "chip", "chips", "app", "beside", "labelled", "most"):
        assert f'"{name}"' in told
        assert f"words.{name}" in code


def _element(**parts: object) -> Any:
    return element_pb2.Element(**parts)


def test_a_run_is_read_from_the_pages_own_messages() -> None:
    """Chips, figures, the first words on the plan, and what failed."""
    run = Run()
    for part in (
        {"button": {"label": "Limit of P01: 85 %"}},
        {"button": {"label": "Undo"}},
        {"markdown": {"body": "What-if: **Still improving: the best plan found so far.**"}},
        {"markdown": {"body": "Best possible plan"}},
    ):
        assert not run.take(_element(**part))
    assert (run.limits, run.status) == ({"P01": 85}, "Still improving")
    assert not run.failed
    assert run.take(_element(alert={"body": "Something went wrong on our side."}))
    assert run.failed == words.FAILED


def test_a_run_answers_with_its_figures() -> None:
    """What is drawn below them is not waited for, as a manager does not; the style is no figure."""
    run = Run()
    style = (Path(launch.__file__).parent / "page.css").read_text(encoding="utf-8")
    assert not run.take(_element(html={"body": f"<style>{style}</style>"}))
    assert run.take(_element(html={"body": tiled([tile("De-allocations", "0", "Now 0")])}))
    assert not run.take(_element(markdown={"body": "Best possible plan"}))


def test_a_part_that_is_drawn_anew_leaves_the_rest_on_screen() -> None:
    """Only a run of the whole page clears it."""
    forward = pytest.importorskip("streamlit.proto.ForwardMsg_pb2").ForwardMsg
    user = User.__new__(User)
    user._run = Run(status="Best possible plan")
    part, whole = forward(), forward()
    part.metadata.run.fragment_ids.append("one")
    user._begin(part)
    assert user._run.status
    user._begin(whole)
    assert not user._run.status


def _work(number: int) -> Work:
    starts = {"P01": 100, "P02": 100, "P03": 90}
    user = cast("User", SimpleNamespace(starts=starts))
    return Work(number, user, random.Random(number))


def test_no_two_users_have_the_same_mark() -> None:
    """Nor is it where the limit starts, where no chip would show it."""
    marks = [_work(number).mark for number in range(40)]
    assert len(set(marks)) == 40
    assert ("P02", 100) not in marks
    assert "P01" not in {who for who, _ in marks}


def test_a_what_if_of_another_user_is_noticed() -> None:
    """The own limits are no fault; another's mark beside them, or in place of them, is one."""
    work = _work(0)
    own = {"P01": 85, work.mark[0]: work.mark[1]}
    fine = Run(limits=own, status="Best possible plan")
    assert work.faults(fine, 85) == []
    for limits in ({**own, "P03": 40}, {"P01": 85, work.mark[0]: work.mark[1] + 5}):
        found = work.faults(Run(limits=limits, status="Best possible plan"), 85)
        assert [fault.kind for fault in found] == [OTHERS]
    assert [fault.kind for fault in work.faults(Run(limits=own), 85)] == [ERRORS]


def test_a_new_limit_is_one_nobody_had() -> None:
    """A limit seen before is another one than the present."""
    work = _work(1)
    work.seen, work.at = [60, 70], 70
    assert {work.value(new=False) for _ in range(20)} == {60}
    assert not {work.value(new=True) for _ in range(200)} & {60, 70, 100}
