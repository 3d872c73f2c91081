"""A slider step from the plan in hand."""

from itertools import islice

from benchmarks.steps import Step, steps, summary


def test_a_step_is_proven_from_the_plan_in_hand() -> None:
    """The first practitioner's hours go down, then up; load is proven before the rest."""
    down, up = islice(steps(12, 2, 1), 2)
    assert (down.percent, up.percent) == (90, 110)
    assert down.practitioner == up.practitioner
    for step in (down, up):
        assert step.through_load is not None
        assert 0 < step.through_load <= step.in_all


def test_the_summary_counts_what_is_not_proven() -> None:
    """Two of three are proven: the median is the slower of the two."""
    done = [Step(1, "P01", 90, s, 3.0, 0) for s in (1.0, 2.0, None)]
    assert "median 2.00 s, worst inf s, not proven 1" in summary(done)
