"""Everything a plan says beside its choices and ledger, made by one function.

The engine writes it into a plan, and the verifier makes it again and compares.
"""

from planner.data.plan import (
    ChildLine,
    Choices,
    Conflict,
    Counts,
    Finding,
    PassedOver,
    PhaseLine,
    PoolLine,
    PractitionerLine,
)
from planner.data.problem import Problem
from planner.data.record import Record
from planner.report.counts import count
from planner.report.headline import headline
from planner.report.lines import child_lines, pool_lines, practitioner_lines
from planner.report.notes import notes_of
from planner.report.overview import by_phase, passed_over
from planner.report.prepare import Prepared
from planner.rules import RULES


class Report(Record):
    """The parts of a plan that follow from its choices; named as in ``Plan``."""

    headline: tuple[str, ...]
    counts: Counts
    children: tuple[ChildLine, ...]
    practitioners: tuple[PractitionerLine, ...]
    pools: tuple[PoolLine, ...]
    passed_over: tuple[PassedOver, ...]
    phases: tuple[PhaseLine, ...]
    findings: tuple[Finding, ...]
    notes: tuple[str, ...]


def report(
    prepared: Prepared, problem: Problem, choices: Choices, conflict: Conflict | None
) -> Report:
    """Say what some choices mean for every child, practitioner and team.

    Parameters
    ----------
    problem : Problem
        The one that was solved; the units of a conflict are excused in it.
    """
    children = child_lines(prepared, problem, choices)
    people = practitioner_lines(prepared, problem, choices)
    counts = count(problem, choices, children, people)
    return Report(
        headline=headline(problem, choices, counts, children, conflict),
        counts=counts,
        children=children,
        practitioners=people,
        pools=pool_lines(problem, choices, people),
        passed_over=passed_over(problem, choices),
        phases=by_phase(problem, choices, children),
        findings=tuple(f for rule in RULES for f in rule.check(problem, choices)),
        notes=notes_of(prepared, problem),
    )
