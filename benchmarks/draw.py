"""Draw a generalized-assignment file by a published recipe.

Run ``python -m benchmarks.draw D 20 200 1 > d20200-1.txt``.
"""

import argparse
import sys

from benchmarks.gap_file import draw_gap, write_gap


def main() -> None:
    """Write one drawn instance to the standard output."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.draw", description=__doc__)
    parser.add_argument("type", choices=("C", "D", "E"))
    parser.add_argument("agents", type=int)
    parser.add_argument("jobs", type=int)
    parser.add_argument("seed", type=int)
    asked = parser.parse_args()
    sys.stdout.write(write_gap(draw_gap(asked.type, asked.agents, asked.jobs, asked.seed)))


if __name__ == "__main__":
    main()
