"""A small team as files, to be bent by each test."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from planner.data.plan import (
    ChildLine,
    Choices,
    Conflict,
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
from planner.data.score import PointLine, Reason, Score
from planner.data.vocabulary import Answer, Band, Group, Tier
from planner.errors import DataFaults, Fault
from planner.files import read_scenario

TEAM = {
    "scenario.toml": 'name = "Small team"\nas_at = 2026-03-02\n',
    "cases.csv": (
        "child,family,birth_date,holder,phase,infant_response,youth_schedule,consequence,"
        "probability,last_seen\n"
        "007,F1,2024-05-01,P1,investigation,intensive,no,severe,likely,2026-02-20\n"
        "NA,F1,1/03/2018,P1,protective intervention,,unknown,,,\n"
        "C3,F2,2012-07-09,,Protection Order,Not applicable,Y,significant,very likely,\n"
    ),
    "practitioners.csv": "practitioner,fte,grade\nP1,1,CPP4\nP2,0.8,cpp3\nM1,1,CPP6\n",
}

WriteTeam = Callable[..., Path]


@pytest.fixture
def write_team(tmp_path: Path) -> WriteTeam:
    """Give a function that writes the small team, with files replaced, added or left out."""

    def write(name: str = "team", **files: str | bytes | None) -> Path:
        folder = tmp_path / name
        folder.mkdir()
        named = {_file(key): content for key, content in files.items()}
        for file, content in (TEAM | named).items():
            if content is not None:
                data = content.encode() if isinstance(content, str) else content
                (folder / file).write_bytes(data)
        return folder

    return write


def _file(key: str) -> str:
    return "scenario.toml" if key == "scenario" else f"{key}.csv"


@pytest.fixture
def faults_of() -> Callable[[Path], tuple[Fault, ...]]:
    """Give a function that reads what must be refused, and hands over its faults."""

    def faults(path: Path) -> tuple[Fault, ...]:
        with pytest.raises(DataFaults) as refused:
            read_scenario(path)
        return refused.value.faults

    return faults


def _line(child: str, tier: Tier, standing: Standing, move: Move, **more: object) -> ChildLine:
    score = Score(
        child=child,
        tier=tier,
        band=Band.B if tier is Tier.HIGH else None,
        groups=(Group.BREAKDOWN, Group.ACTIVE) if tier is Tier.NEXT else (),
        reasons=(Reason(text=f"reason of {child}", paragraph="P.1"),),
        points=12,
        lines=(
            PointLine(factor="f", title="Factor", paragraph="P.2", answer=Answer.YES, points=9),
            PointLine(factor="g", title="Other", paragraph="P.3", answer=Answer.NO, points=0),
        ),
    )
    content = {
        "child": child,
        "family": f"F-{child}",
        "team": "team",
        "score": score,
        "standing": standing,
        "move": move,
        "why": ("reason of C1", f"reason of {child}", "no one has hours"),
    }
    return ChildLine.model_validate(content | more)


@pytest.fixture
def plan() -> Plan:
    """Give a plan of six children, with every kind of line that is printed."""
    children = (
        _line("C1", Tier.REMAINING, Standing.ALLOCATED, Move.KEPT, now="P1", holder="P1"),
        _line("C2", Tier.HIGH, Standing.ALLOCATED, Move.CHANGED, now="P1", holder="P2"),
        _line(
            "=C3",
            Tier.NEXT,
            Standing.AWAITING,
            Move.DEALLOCATED,
            now="P1",
            label="=cmd|' /C calc'!A0",
            interim="M1",
            days_awaiting=0,
            last_seen=date(2026, 2, 1),
            next_contact_due=date(2026, 3, 15),
            contacts_due=2,
            contacts_missed=1,
            missed_due=(date(2026, 3, 29),),
            duty_half_hours=9,
        ),
        _line("C4", Tier.HIGH, Standing.MANAGER, Move.STILL_AWAITING, now="M1", interim="M1"),
        _line("C5", Tier.MANDATORY, Standing.AWAY_COVERED, Move.TAKEN_ON, holder="P2", cover="P1"),
        _line("C6", Tier.REMAINING, Standing.CONTRACTED, Move.NOT_PLANNED),
    )
    return Plan(
        scenario="Small & 'team'",
        scenario_digest="a" * 64,
        as_at=date(2026, 3, 2),
        cycle_days=28,
        policy="Default",
        policy_version="1",
        policy_digest="b" * 64,
        status=Status.NOT_PROVEN,
        headline=("One high-risk child is awaiting.",),
        choices=Choices(holders={"F-C1": "P1"}),
        ledger=(
            StageValue(id="1", title="Contacts", value=0, bound=0, proven=True, terms={"t": 0}),
            StageValue(id="2a", title="High risk", value=113, total=300),
        ),
        counts=Counts(
            standing={Standing.ALLOCATED: 2, Standing.AWAITING: 1, Standing.MANAGER: 1},
            awaiting_by_tier={Tier.HIGH: 1, Tier.NEXT: 1},
            families_awaiting=2,
            holder_over_hours=1,
            over_half_hours=7,
            changes=1,
            forced_changes=0,
            deallocations=1,
            contacts_missed=1,
            contacts_missed_watched=0,
            optional_tasks_missed=0,
        ),
        children=children,
        practitioners=(
            PractitionerLine(
                practitioner="P1",
                team="team",
                present=True,
                carries=True,
                limit_half_hours=100,
                case_half_hours=107,
                over_half_hours=7,
                children=1,
                families=1,
            ),
            PractitionerLine(practitioner="P2", team="team", present=False, carries=True),
            PractitionerLine(practitioner="M1", team="team", present=True, carries=False),
        ),
        pools=(
            PoolLine(
                team="team",
                spare_half_hours=-7,
                duty_half_hours=20,
                over_half_hours=7,
                waiting_half_hours=9,
                cover_half_hours=2,
                contracted_half_hours=1,
                reserve_half_hours=4,
                missed_half_hours=3,
                short_half_hours=0,
            ),
        ),
        notes=("A note.",),
        banners=("Disability was never supplied.",),
        assumed={"agreed contact": 4},
        offers=(Offer(kind="hours", text="3 h over for P2 admits C4.", solved=True),),
        conflict=Conflict(
            rules=("pin",),
            units=("F-C1",),
            sentences=("C1 is pinned to two people.",),
            repairs=(Offer(kind="release", text="Release the pin.", solved=True),),
        ),
        provenance=Provenance(
            planner_version="0.1.0",
            solver="CP-SAT",
            made=datetime(2026, 3, 2, 9, 0, tzinfo=UTC),
            seconds=1.25,
            seed=1,
            workers=1,
            time_limit=10,
        ),
    )
