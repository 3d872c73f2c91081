"""``planner compare``: two plan files, with their team and without."""

import json
from datetime import date
from pathlib import Path

import pytest

from planner.cli.compare_text import compare_text
from planner.data.comparison import (
    Bearer,
    ChildCompared,
    ChildPlace,
    Compared,
    PlanDifferences,
    PractitionerCompared,
    RuleBroken,
    Share,
    StageCost,
    TermCost,
)
from planner.data.plan import Move, Status
from planner.data.vocabulary import Band, Tier
from tests.commands import run

SIDE = Compared(
    scenario="tiny",
    scenario_digest="ab" * 32,
    as_at=date(2026, 3, 2),
    policy="default",
    policy_version="1.0",
    status=Status.BEST_POSSIBLE,
    proven=True,
    checked=True,
    awaiting=1,
)
AWAITS = ChildPlace(
    where="awaiting allocation",
    move=Move.STILL_AWAITING,
    tier=Tier.HIGH,
    band=Band.A,
    contacts_missed=1,
    why=("Needs 8 h a cycle.",),
)
FOUND = PlanDifferences(
    a=SIDE,
    b=SIDE.model_copy(update={"awaiting": 0, "checked": False}),
    notes=("A note.",),
    decided_by="2a",
    stages=(
        StageCost(
            stage="2a",
            title="High risk",
            a=130,
            b=0,
            difference=-130,
            terms=(
                TermCost(
                    term="awaiting_high_a",
                    title="Band a awaiting",
                    measure="points",
                    a=130,
                    b=0,
                    difference=-130,
                    shares=(
                        Share(
                            bearer=Bearer.FAMILY,
                            id="F3",
                            children=("C3",),
                            a=130,
                            b=0,
                            difference=-130,
                        ),
                    ),
                ),
            ),
        ),
        StageCost(stage="2d", title="Fewest de-allocated", b=1),
    ),
    rules=(RuleBroken(rule="hours", title="Case hours", only_b=("P1 goes 2 h over.",), both=1),),
    children=(
        ChildCompared(
            child="C3",
            family="F3",
            a=AWAITS,
            b=ChildPlace(where="P1", move=Move.TAKEN_ON, tier=Tier.HIGH, why=("Taken on by P1.",)),
        ),
        ChildCompared(child="C4", family="F4", b=AWAITS),
    ),
    same=1,
    practitioners=(
        PractitionerCompared(
            practitioner="P1", half_hours_a=20, half_hours_b=36, over_b=4, taken=("C3",)
        ),
        PractitionerCompared(practitioner="P2", half_hours_b=0),
    ),
)
GOLDEN = """\
A: tiny, as at 2026-03-02; best possible plan; awaiting allocation: 1 child.
B: tiny, as at 2026-03-02; best possible plan; awaiting allocation: 0 children; not checked anew,
since its team is not at hand.
A note.

Stage 2a is the first that differs (High risk): B is better by 130 points.

WHAT CAME FIRST
        A  B  B - A
  2a  130  0   -130  High risk
  2d    -  1      -  Fewest de-allocated

WHAT THE DIFFERENCES ARE MADE OF
  2a  Band a awaiting, points: -130
      family F3 (C3) -130

BY RULE
  Case hours
    The same in both plans: 1.
    Only in B: P1 goes 2 h over.

BY CHILD
  C3, family F3
      A: awaiting allocation; high risk (a); contacts missed: 1. Needs 8 h a cycle.
      B: P1; high risk. Taken on by P1.
  C4, family F4
      A: not in this plan
      B: awaiting allocation; high risk (a); contacts missed: 1. Needs 8 h a cycle.
  The plans agree about 1 child.

BY PRACTITIONER
         A               B  only in A  only in B
  P1  10 h  18 h, 2 h over  -          C3
  P2     -             0 h  -          -"""


def test_text_of_a_small_comparison() -> None:
    """What decided, what it is made of, who is where and why, who gains and loses hours."""
    assert compare_text(FOUND) == GOLDEN


def test_plans_that_cost_the_same_say_so() -> None:
    """Nothing decided."""
    same = FOUND.model_copy(update={"decided_by": "", "stages": ()})
    assert "What the plans cost is the same in every stage." in compare_text(same)


@pytest.fixture(scope="module")
def changed(team: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Solve the small team with two changes considered and two de-allocations."""
    file = tmp_path_factory.mktemp("plans") / "changed.json"
    assert run("solve", team, "--deallocations", 1, "-o", file).exit_code == 0
    return file


def test_compare_with_the_limits_the_plan_was_made_with(
    team: Path, solved: Path, changed: Path
) -> None:
    """Both plans are checked and every difference adds up in what is printed as JSON."""
    said = run("compare", solved, changed, "--scenario", team, "--deallocations", 1, "--json")
    found = json.loads(said.stdout)
    assert said.exit_code == 0
    assert found["a"]["checked"]
    assert found["b"]["checked"]
    for stage in found["stages"]:
        for term in stage["terms"]:
            shared = sum(share["difference"] for share in term["shares"])
            assert shared == term["difference"] == term["b"] - term["a"]


def test_compare_without_the_team(solved: Path, changed: Path) -> None:
    """Compared all the same, whole, with a note."""
    said = run("compare", solved, changed)
    assert said.exit_code == 0
    assert "are not shared out" in " ".join(said.stdout.split())


def test_plans_of_two_teams_are_refused(solved: Path, tmp_path: Path) -> None:
    """Other children under the same ids: nothing can be compared, in words."""
    plan = json.loads(solved.read_text("utf-8"))
    for line in plan["children"]:
        line["family"] = f"other {line['family']}"
    file = tmp_path / "other.json"
    file.write_text(json.dumps(plan), encoding="utf-8")
    said = run("compare", solved, file)
    assert (said.exit_code, said.stdout) == (1, "")
    assert "two teams" in said.stderr
