"""Workload evidence on the page: hours there are and needed, made of what, and what cannot be."""

import re
from decimal import Decimal

from streamlit.testing.v1 import AppTest

from planner.data.evidence import (
    CycleFigures,
    Evidence,
    MadeOf,
    NotPossible,
    PractitionerEvidence,
    TaskDue,
)
from planner.data.plan import Status
from planner.data.vocabulary import Tier
from planner.ui import evidence_rows
from tests.make import AS_AT, day
from tests.ui.chosen import section
from tests.ui.made import pool
from tests.ui.seen import html, text


def person(name: str = "P1", **facts: object) -> PractitionerEvidence:
    """Make a practitioner with 40 h of their own, who needs 48 h at standard and 42 h today."""
    usual: dict[str, object] = {
        "practitioner": name,
        "team": "team",
        "present": True,
        "families": 3,
        "children": 5,
        "capacity_half_hours": 80,
        "standard_half_hours": 96,
        "standard_over_half_hours": 16,
        "case_half_hours": 84,
        "over_half_hours": 4,
        "made_of": MadeOf(casework=Decimal("30.3"), contact=Decimal("11.7")),
    }
    return PractitionerEvidence.model_validate({**usual, **facts})


def evidence(*missing: NotPossible) -> Evidence:
    """Make the evidence of a team of one."""
    figures = CycleFigures(
        as_at=AS_AT,
        scenario="made",
        policy="default",
        policy_version="1",
        status=Status.AS_IT_STANDS,
        case_half_hours=84,
        capacity_half_hours=80,
        over_half_hours=4,
        children=5,
        awaiting=0,
        awaiting_by_tier={},
        contacts_missed=0,
    )
    return Evidence(
        scenario="made",
        scenario_digest="a" * 64,
        as_at=AS_AT,
        cycle_days=28,
        policy="default",
        policy_version="1",
        status=Status.AS_IT_STANDS,
        service_intensity=Decimal("0.9"),
        says=("Not a performance measure.",),
        practitioners=(person(),),
        pools=(pool(),),
        not_possible=missing,
        trend=(figures,),
        proven=True,
    )


def test_hours_needed_stand_beside_hours_there_are() -> None:
    """At standard and today, each with what it is over; somebody within is over nothing."""
    within = person("P2", case_half_hours=60, over_half_hours=0, made_of=MadeOf(casework=30))
    first, second = evidence_rows.hours_rows((person(), within))
    assert first["Hours there are"] == "40 h"
    assert first["Needed at standard"] == "48 h, 8 h over"
    assert first["Needed at today's intensity"] == "42 h, 2 h over"
    assert second["Needed at today's intensity"] == "30 h"


def test_a_label_and_leave_stand_with_the_name() -> None:
    """Who is away is said in words."""
    (row,) = evidence_rows.hours_rows((person(label="the new one", present=False),))
    assert row["Practitioner"] == "P1 · the new one (away)"


def test_parts_add_up_to_what_is_needed_today() -> None:
    """30.3 h and 11.7 h are 42 h; a part that is not there says none, and nothing looks missing."""
    (row,) = evidence_rows.made_of_rows((person(cover_half_hours=7),))
    assert (row["Casework"], row["Contact, notes"], row["Together"]) == ("30.3 h", "11.7 h", "42 h")
    assert row["Travel"] == "none"
    assert row["In own leave, left to duty"] == "3.5 h"


def test_duty_below_nothing_is_said_with_its_sign() -> None:
    """Practitioners hold 4.5 h more than they have."""
    made = pool(spare_half_hours=-9, waiting_half_hours=21, missed_half_hours=12)
    (row,) = evidence_rows.duty_rows((made,))
    assert row["Left of practitioners' hours"] == "\N{MINUS SIGN}4.5 h"
    assert (row["Children awaiting"], row["Not done"], row["Reserve"]) == ("10.5 h", "6 h", "none")


def test_what_cannot_be_done_is_named_by_child_and_day() -> None:
    """Contacts and tasks with their days; nobody holds C1, so the child awaits."""
    missing = NotPossible(
        child="C1",
        label="the twins",
        family="F1",
        tier=Tier.NEXT,
        contacts_due=(day(1), day(15)),
        tasks=(TaskDue(task="Case plan review", due=day(2)),),
    )
    (row,) = evidence_rows.not_possible_rows(evidence(missing))
    assert row["Child"] == "C1 · the twins"
    assert row["Held by"] == "awaiting allocation"
    assert row["Falls due"] == "contact Tue 3 Mar, Tue 17 Mar; Case plan review Wed 4 Mar"


def test_the_file_has_numbers_to_count_with_and_no_label() -> None:
    """Hours as 42.0, not as words; the id alone."""
    made = evidence().model_copy(update={"practitioners": (person(label="the new one"),)})
    (row,) = evidence_rows.figure_rows(made)
    assert (row["Practitioner"], row["Hours today"], row["Casework"]) == ("P1", "42.0", "30.3")
    assert "the new one" not in row.values()


def _page() -> None:
    """Draw the view in the frame of a page; runs inside the test harness."""
    from planner.ui import evidence, frame
    from planner.ui.shell import View, serve

    def render() -> None:
        found = frame.opened("Data and record")
        if found is not None:
            evidence.draw(found)

    serve((View("Data and record", "data", render),))


def test_the_view_on_a_real_team(only_tiny: object) -> None:
    """The team as it stands first; in the plan P1 holds C4 and C5 too, and needs more hours."""
    page = AppTest.from_function(_page, default_timeout=60).run()
    assert not page.exception
    assert [h.value for h in page.header] == ["Workload evidence"]
    assert "Not a performance measure" in text(page)
    assert "The planner does not decide who does what does not fit" in text(page)
    now = families(page)
    page = section(page, "Baseline plan")
    assert not page.exception
    assert (now["P1"], families(page)["P1"]) == ("2, 2", "4, 4")


def families(page: AppTest) -> dict[str, str]:
    """Give families and children by practitioner as the first table has them."""
    table = html(page).split("<div class='wide'>")[1]
    found = re.findall(r"<th role='rowheader' scope='row'>(\w+).*?</th><td.*?>(.*?)</td>", table)
    return dict(found)
