"""A plan made by hand for what is printed; a small team on disk for the commands."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from planner.data.plan import (
    ChildLine,
    Choices,
    Counts,
    Move,
    Offer,
    Plan,
    PoolLine,
    PractitionerLine,
    Provenance,
    StageValue,
    Standing,
    Status,
)
from planner.data.score import Reason, Score
from planner.data.vocabulary import Band, Tier
from planner.files import write_scenario
from planner.synthetic import generate
from tests.commands import run


@pytest.fixture(scope="session")
def team(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a team of twelve children and two practitioners, that solves at once."""
    folder = tmp_path_factory.mktemp("teams") / "small"
    write_scenario(generate(12, 2, seed=4), folder)
    return folder


@pytest.fixture(scope="session")
def solved(team: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Solve the small team and write its plan."""
    file = tmp_path_factory.mktemp("plans") / "plan.json"
    assert run("solve", team, "-o", file).exit_code == 0
    return file


def score(child: str, tier: Tier, band: Band | None = None, *attention: str) -> Score:
    """Make a score with one reason that names the tier."""
    reason = Reason(text=f"Because {tier.value}.", paragraph="P-1")
    return Score(child=child, tier=tier, band=band, reasons=(reason,), attention=attention)


def line(child: str, given: Score, **facts: object) -> ChildLine:
    """Make a line of a child in a family alone."""
    usual = {
        "child": child,
        "unit": f"F-{child}",
        "family": f"F-{child}",
        "team": "north",
        "score": given,
        "standing": Standing.ALLOCATED,
        "move": Move.KEPT,
    }
    return ChildLine.model_validate({**usual, **facts})


@pytest.fixture
def plan() -> Plan:
    """Five children: kept, taken on, changed, and two who wait; one practitioner over hours."""
    high = score("C4", Tier.HIGH, Band.B, "No risk judgement recorded")
    children = (
        line("C1", score("C1", Tier.REMAINING), now="P1", holder="P1"),
        line("C2", score("C2", Tier.NEXT), holder="P1", move=Move.TAKEN_ON),
        line("C3", score("C3", Tier.NEXT), now="P2", holder="P1", move=Move.CHANGED),
        line(
            "C4",
            high,
            standing=Standing.AWAITING,
            move=Move.STILL_AWAITING,
            last_seen=date(2026, 2, 20),
            next_contact_due=date(2026, 3, 6),
            contacts_missed=1,
            days_awaiting=40,
            interim="M1",
            why=("Needs 23 h a cycle; P1 has 9.5 h left.",),
        ),
        line(
            "C5",
            score("C5", Tier.REMAINING),
            standing=Standing.MANAGER,
            move=Move.STILL_AWAITING,
            now="M1",
        ),
    )
    return Plan(
        scenario="tiny",
        scenario_digest="ab" * 32,
        as_at=date(2026, 3, 2),
        cycle_days=28,
        policy="default",
        policy_version="1.0",
        policy_digest="cd" * 32,
        status=Status.BEST_POSSIBLE,
        headline=("1 child taken on; 2 children await allocation.",),
        choices=Choices(holders={}),
        ledger=(
            StageValue(id="0a", title="No limit", value=0, bound=0, proven=True),
            StageValue(id="0b", title="No count", value=0, bound=0, proven=True),
            StageValue(
                id="3a",
                title="Next",
                value=341,
                bound=300,
                total=1000,
                terms={"changes": 101, "contact_missed_other": 240},
            ),
            StageValue(id="4b", title="Travel", value=90, bound=90, terms={"travel": 90}),
        ),
        counts=Counts(
            standing={Standing.ALLOCATED: 3, Standing.AWAITING: 1, Standing.MANAGER: 1},
            awaiting_by_tier={Tier.HIGH: 1, Tier.REMAINING: 1},
            families_awaiting=2,
            holder_over_hours=3,
            over_half_hours=7,
            changes=1,
            forced_changes=0,
            deallocations=0,
            contacts_missed=1,
            contacts_missed_watched=1,
            optional_tasks_missed=0,
        ),
        children=children,
        practitioners=(
            PractitionerLine(
                practitioner="P1",
                label="Ash",
                team="north",
                present=True,
                carries=True,
                capacity_half_hours=100,
                limit_half_hours=100,
                case_half_hours=107,
                over_half_hours=7,
                children=3,
                families=3,
            ),
            PractitionerLine(
                practitioner="P2", team="north", present=False, carries=True, children=0
            ),
            PractitionerLine(practitioner="M1", team="north", present=True, carries=False),
        ),
        pools=(
            PoolLine(
                team="north",
                spare_half_hours=-7,
                duty_half_hours=40,
                over_half_hours=7,
                waiting_half_hours=30,
                cover_half_hours=2,
                contracted_half_hours=1,
                reserve_half_hours=0,
                missed_half_hours=3,
                short_half_hours=0,
            ),
        ),
        banners=("No travel table was supplied.",),
        assumed={"age in whole years": 2},
        offers=(Offer(kind="hours", text="3 h over for P1 admits C4", solved=True),),
        provenance=Provenance(
            planner_version="0.1.0",
            solver="ortools 9.15",
            made=datetime(2026, 3, 2, tzinfo=UTC),
            seconds=1.25,
            seed=0,
            workers=1,
            time_limit=10,
        ),
    )
