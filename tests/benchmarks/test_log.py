"""Progress rows of the two mixed-integer solvers' logs."""

from benchmarks.log import Known, known_from


def test_a_row_of_highs_is_read() -> None:
    """Bound first, then plan."""
    row = (
        " L  0  0  0   0.00%   6117.027044     6248               2.10%   639  190  32  4802  5.8s"
    )
    assert known_from([row]) == Known(value=6248.0, bound=6117.027044)


def test_highs_without_a_bound_or_a_plan() -> None:
    """Infinite is not known."""
    first = " J       0       0         0   0.00%   -inf            7153               Large   0"
    assert known_from([first]) == Known(value=7153.0, bound=None)
    none = "         0       0         0   0.00%   12.5            inf                  inf    0"
    assert known_from([none]) == Known(value=None, bound=12.5)


def test_a_row_of_scip_is_read_the_last_one_counting() -> None:
    """Dual bound first, then primal bound; dashes are not known."""
    end = "|   0 |2000 | 123 | 120 |   0 |  0 |   2 |   0 "
    rows = [
        f"p 0.1s|     1 |     0 |     0 |     - | vbounds{end}| 0.0e+00 |    --    |    Inf | ?",
        f"  0.2s|     1 |     0 |  1362 |     - |    16M {end}| 6.09e+03 | 7.43e+03 |  22.00%| ?",
    ]
    assert known_from(rows[:1]) == Known(value=None, bound=0.0)
    assert known_from(rows) == Known(value=7430.0, bound=6090.0)


def test_other_lines_say_nothing() -> None:
    """Headings and reports are passed over."""
    lines = ["Presolving model", "  Gap               2.08% (tolerance: 0.01%)", ""]
    assert known_from(lines) == Known()
