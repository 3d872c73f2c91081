"""``planner evidence``: hours in text, the page in a file."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

from planner.cli.evidence_text import evidence_text
from planner.data.evidence import (
    CycleFigures,
    Evidence,
    MadeOf,
    NotPossible,
    PractitionerEvidence,
    TaskDue,
)
from planner.data.plan import PoolLine, Status
from planner.data.vocabulary import Tier
from tests.commands import run

CYCLE = CycleFigures(
    as_at=date(2026, 3, 2),
    scenario="tiny",
    policy="default",
    policy_version="1.0",
    status=Status.AS_IT_STANDS,
    case_half_hours=21,
    capacity_half_hours=18,
    over_half_hours=3,
    children=3,
    awaiting=1,
    awaiting_by_tier={Tier.HIGH: 1},
    contacts_missed=2,
)
EVIDENCE = Evidence(
    scenario="tiny",
    scenario_digest="ab" * 32,
    as_at=date(2026, 3, 2),
    cycle_days=28,
    policy="default",
    policy_version="1.0",
    status=Status.AS_IT_STANDS,
    service_intensity=Decimal("0.8"),
    says=("Not a performance measure.",),
    practitioners=(
        PractitionerEvidence(
            practitioner="P1",
            team="north",
            present=True,
            families=1,
            children=2,
            capacity_half_hours=18,
            standard_half_hours=24,
            standard_over_half_hours=6,
            case_half_hours=21,
            over_half_hours=3,
            cover_half_hours=5,
            made_of=MadeOf(casework=Decimal("6.1"), contact=Decimal(4), rounding=Decimal("0.4")),
        ),
    ),
    pools=(
        PoolLine(
            team="north",
            spare_half_hours=-3,
            duty_half_hours=8,
            over_half_hours=3,
            waiting_half_hours=10,
            cover_half_hours=5,
            contracted_half_hours=0,
            reserve_half_hours=0,
            missed_half_hours=10,
            short_half_hours=0,
        ),
    ),
    not_possible=(
        NotPossible(
            child="C3",
            family="F",
            tier=Tier.HIGH,
            contacts_due=(date(2026, 3, 15), date(2026, 3, 29)),
            tasks=(TaskDue(task="Case plan review", due=date(2026, 3, 6)),),
        ),
    ),
    trend=(CYCLE.model_copy(update={"as_at": date(2026, 2, 2), "over_half_hours": 0}), CYCLE),
    proven=True,
)
GOLDEN = """\
tiny: 28 days from Monday 2 March 2026; as it stands.

Not a performance measure.

HOURS IN THE CYCLE
      families  children  there are  at standard  over   today   over
  P1         1         2        9 h         12 h   3 h  10.5 h  1.5 h

WHAT TODAY'S HOURS ARE MADE OF
      casework  contact  travel  tasks  handover  rounding  together  in leave, to duty
  P1     6.1 h    4.0 h       -      -         -     0.4 h    10.5 h              2.5 h

DUTY HOURS
  north: needs 7.5 h (children awaiting 5 h, cover in leave 2.5 h, contracted 0 h, reserve 0 h);
  there are 2.5 h; 5 h are not done.

NOT POSSIBLE WITHIN THESE HOURS
  child  priority   held by   falls due                                       who must decide
  C3     high risk  awaiting  contact 15 Mar, 29 Mar; Case plan review 6 Mar  ________

CYCLE BY CYCLE
  as at       needed  there are   over  awaiting  contacts missed  plan
  2 Feb 2026  10.5 h        9 h      -    1 of 3                2  as it stands
  2 Mar 2026  10.5 h        9 h  1.5 h    1 of 3                2  as it stands"""


def test_text_of_a_small_team() -> None:
    """Hours beside each other, what is not possible with a line to fill in, the trend."""
    assert evidence_text(EVIDENCE) == GOLDEN


def test_the_page_is_written_and_the_words_printed(
    team: Path, solved: Path, tmp_path: Path
) -> None:
    """Text on standard output, the page in the file that was named."""
    page = tmp_path / "evidence.html"
    said = run("evidence", team, "--plan", solved, "-o", page)
    assert said.exit_code == 0
    assert "Written:" in said.stderr
    assert "HOURS IN THE CYCLE" in said.stdout
    assert page.read_text("utf-8").startswith("<!doctype html>")


def test_now_and_earlier(team: Path, solved: Path, tmp_path: Path) -> None:
    """The team as it stands, with a plan of a cycle before."""
    past = tmp_path / "past.json"
    plan = json.loads(solved.read_text("utf-8")) | {"as_at": "2025-12-01"}
    past.write_text(json.dumps(plan), encoding="utf-8")
    said = run("evidence", team, "--now", "--earlier", past, "--json")
    found = json.loads(said.stdout)
    assert (said.exit_code, found["status"]) == (0, "as it stands")
    assert found["trend"][0]["as_at"] == "2025-12-01"


def test_what_cannot_be_read_is_refused(team: Path, solved: Path, tmp_path: Path) -> None:
    """A plan that is not earlier, two arrangements at once, another ending of the page."""
    for given in (
        ("--earlier", solved),
        ("--now", "--plan", solved),
        ("-o", tmp_path / "page.pdf"),
    ):
        said = run("evidence", team, *given)
        assert (said.exit_code, said.stdout) == (1, "")
