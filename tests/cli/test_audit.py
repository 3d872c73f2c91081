"""``planner audit``: words first, then a table for each characteristic."""

import json
from datetime import date
from pathlib import Path

from planner.cli.audit_text import audit_text
from planner.data.audit import Audit, AuditGroup, GroupFigures
from planner.data.plan import Status
from tests.commands import run


def figures(**counts: int) -> GroupFigures:
    """Make one cell's figures."""
    return GroupFigures.model_validate(counts)


def group(name: str, children: int, awaiting: int, *, small: bool) -> AuditGroup:
    """Make a group of whom some await, one fewer in the plan."""
    percent = None if small else 100 * awaiting // children
    now = GroupFigures(allocated=children - awaiting, awaiting=awaiting, awaiting_percent=percent)
    less = now.model_copy(update={"allocated": now.allocated + 1, "awaiting": awaiting - 1})
    return AuditGroup(
        characteristic="Disability",
        group=name,
        children=children,
        small=small,
        now=now,
        without_decisions=less,
        with_decisions=less,
    )


GOLDEN = """\
A prompt to look again.

Not counted: 2 children contracted or outside the pool.

Figures: now / without / with. Awaiting %: share of the group. Missed: children with a contact
missed; contacts: contacts missed. Changes and forced changes in children; a column that is nought
throughout is left out.

ALL CHILDREN
       children  allocated  awaiting         %
  all        10      6/7/7     4/3/3  40/40/40

DISABILITY
       children  allocated  awaiting         %
  yes        4*      3/4/4     1/0/0         -
  no          6      3/4/4     3/2/2  50/50/50"""


def test_text_of_a_small_audit() -> None:
    """Small groups have an asterisk and no share; columns of noughts are left out."""
    audit = Audit(
        scenario="tiny",
        scenario_digest="ab" * 32,
        as_at=date(2026, 3, 2),
        policy="default",
        policy_version="1.0",
        says=("A prompt to look again.",),
        everyone=group("all", 10, 4, small=False),
        groups=(group("yes", 4, 1, small=True), group("no", 6, 3, small=False)),
        left_out=2,
        status_without=Status.BEST_POSSIBLE,
        status_with=Status.BEST_POSSIBLE,
        proven=True,
    )
    assert audit_text(audit) == GOLDEN


def test_audit_of_a_plan_file_and_of_the_best_plan_agree(team: Path, solved: Path) -> None:
    """The plan that solve wrote is the one that audit makes."""
    own = run("audit", team, "--json")
    given = run("audit", team, "--plan", solved, "--json")
    assert (own.exit_code, given.exit_code) == (0, 0)
    first, second = json.loads(own.stdout), json.loads(given.stdout)
    assert first["everyone"]["with_decisions"] == second["everyone"]["with_decisions"]
    assert first["everyone"]["children"] + first["left_out"] == 12


def test_what_it_is_and_is_not_comes_first(team: Path, solved: Path) -> None:
    """The first lines say so, before any figure."""
    text = run("audit", team, "--plan", solved).stdout
    assert text.index("no test of significance") < text.index("ALL CHILDREN")


def test_a_plan_of_another_team_is_refused(team: Path, solved: Path, tmp_path: Path) -> None:
    """Exit 1 and a sentence, no traceback."""
    plan = json.loads(solved.read_text("utf-8")) | {"scenario_digest": "00"}
    file = tmp_path / "other.json"
    file.write_text(json.dumps(plan), encoding="utf-8")
    said = run("audit", team, "--plan", file)
    assert (said.exit_code, said.stdout) == (1, "")
    assert "another scenario" in said.stderr
