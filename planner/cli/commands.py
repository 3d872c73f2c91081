"""Every command, by section of the help: a new one is a file here and a line below."""

import click

from planner import __version__
from planner.cli.app import app
from planner.cli.audit import audit
from planner.cli.batch import batch
from planner.cli.check import check
from planner.cli.compare import compare
from planner.cli.cover import cover
from planner.cli.curve import curve
from planner.cli.deallocate import deallocate
from planner.cli.demo import demo
from planner.cli.door import Door, Section
from planner.cli.evaluate import evaluate
from planner.cli.evidence import evidence
from planner.cli.explain import explain
from planner.cli.frontier import frontier
from planner.cli.generate import generate
from planner.cli.policy import policy
from planner.cli.recommend import recommend
from planner.cli.records import records
from planner.cli.robustness import robustness
from planner.cli.schema import schema
from planner.cli.solve import solve
from planner.cli.verify import verify
from planner.cli.what_if import what_if

_EPILOG = """\
\b
Exit codes:
  0    done; a plan is verified and proven best
  1    something in the command or the data is wrong: every fault is listed
  2    proven that no compliant plan exists; the best plan for everyone else follows
  3    a verified plan, not proven best in the time given
  4    the verifier disagrees: a fault of the planner, nothing is shown
  5    no plan found in the time given
  130  interrupted with nothing to hand over

A SCENARIO is a folder or an .xlsx workbook. Answers go to standard output,
everything else to standard error.
"""

SECTIONS = (
    Section("Plan", (solve, what_if, evaluate, check, verify, demo, app)),
    Section(
        "Understand",
        (
            explain,
            recommend,
            cover,
            frontier,
            curve,
            deallocate,
            robustness,
            audit,
            evidence,
            compare,
        ),
    ),
    Section("Many", (batch,)),
    Section("Record", (records,)),
    Section("Input", (generate, schema, policy)),
)

main = Door(
    name="planner",
    sections=SECTIONS,
    help=(
        "Plan who holds which child's case, and see what it costs the children who wait. "
        "The planner suggests; the manager decides, child by child."
    ),
    epilog=_EPILOG,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
click.version_option(__version__, prog_name="planner")(main)
