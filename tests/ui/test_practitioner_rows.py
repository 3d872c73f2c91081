"""One practitioner in rows: hours, leave, families; facts and never a rating."""

from decimal import Decimal

from planner.data.cases_held import CasesHeld
from planner.data.evidence import MadeOf
from planner.data.plan import Move
from planner.engine import allocate, evaluate, whom_could_take
from planner.engine.review.cases_held import cases_held
from planner.policy import default_policy
from planner.ui.practitioner_rows import (
    family_rows,
    handed_lines,
    leave_lines,
    limit_rows,
    made_of_rows,
    next_lines,
    parts,
    person_facts,
    person_of,
)
from tests.make import child, day, leave, practitioner, scenario
from tests.ui.made import line, person, plan

POLICY = default_policy()
TEAM = scenario(
    [child("C1", holder="P1"), child("C2", holder="P2", family="F", label="twin"), child("C3")],
    [practitioner("P1", skills=("court",)), practitioner("P2"), practitioner("TM", grade="CPP5.2")],
)


def held(who: str, **holders: str) -> CasesHeld:
    """Give somebody's cases where these families are with these practitioners."""
    made = evaluate(TEAM, POLICY, {"C1": "P1", "F": "P2", "C3": "", **holders})
    return cases_held(TEAM, POLICY, who, plan=made)


def test_hours_in_each_plan_then_work_and_leave() -> None:
    """Somebody who joins in the what-if is not in the team now; a manager holds no cases."""
    team = scenario(
        [],
        [
            practitioner("P9", fte="0.8", start=day(7), end=day(100)),
            practitioner("TM", grade="CPP5.2"),
        ],
        leave=(leave("P9", 3, 4),),
    )
    plans = {"Now": plan(practitioners=()), "What-if": plan(practitioners=(person("P9"),))}
    found = dict(person_facts(plans, team, "P9"))
    assert found["Now"] == "not in the team"
    assert found["What-if"] == "85 % · 90 h of 106 h"
    assert found["Works"] == "0.8 FTE, from Mon 9 Mar, until Wed 10 Jun"
    assert found["Leave"] == "from Thu 5 Mar until Fri 6 Mar, no cover named"
    manager = {"Now": plan(practitioners=(person("TM", carries=False, present=False),))}
    assert dict(person_facts(manager, team, "TM"))["Now"] == "holds no cases"
    assert dict(person_facts(manager, team, "TM"))["Leave"] == "none recorded"


def test_each_leave_by_its_first_day() -> None:
    """Open-ended is said so, and who covers."""
    team = scenario(
        [],
        [practitioner("P1")],
        leave=(leave("P1", 20), leave("P1", 1, 2, cover="P2"), leave("P2", 1, 2)),
    )
    assert leave_lines(team, "P1") == [
        "from Tue 3 Mar until Wed 4 Mar, cover by P2",
        "from Sun 22 Mar open-ended, no cover named",
    ]


def test_families_with_tiers_and_hours() -> None:
    """P1 keeps C1 and takes F on: 8.5 h, and 3 h more for the handover."""
    lines = (line("C1"), line("C2", label="twin", move=Move.CHANGED))
    rows = family_rows(held("P1", F="P1"), plan(lines))
    assert [row["In this plan"] for row in rows] == ["stays", "taken on"]
    assert rows[1]["Children"] == "C2 · twin, remaining children"
    assert [row["Hours a cycle"] for row in rows] == ["8.5 h", "11.5 h"]


def test_what_is_handed_over_is_named() -> None:
    """P2 hands F over to P1; somebody who hands nobody over has no such line."""
    assert handed_lines(held("P2", F="P1")) == ["Handed over to P1: C2 (family F), 2 h"]
    assert handed_lines(held("P1")) == []


def test_parts_of_the_hours_come_to_the_whole() -> None:
    """Parts of which there is nothing are left out; the last row is all of them together."""
    made = MadeOf(casework=Decimal("3.2"), contact=Decimal(4), rounding=Decimal("0.3"))
    assert parts(made) == [
        ("Casework", "3.2 h"),
        ("Contact", "4 h"),
        ("Rounding", "0.3 h"),
        ("Together", "7.5 h"),
    ]
    assert made_of_rows(made)[-1] == {"Part": "Together", "Hours a cycle": "7.5 h"}


def test_limits_in_their_own_unit() -> None:
    """Hours as hours, children as a count; over a limit is said by how much."""
    team = TEAM.model_copy(
        update={"practitioners": (practitioner("P1", limit_hours=5, children_limit=9),)}
    )
    made = evaluate(team, POLICY)
    rows = {row["Limit"]: row for row in limit_rows(cases_held(team, POLICY, "P1", plan=made))}
    assert rows["Case hours"]["At most"] == "5 h (3.5 h over)"
    assert rows["Number of children"] == {
        "Limit": "Number of children",
        "In this plan": "1",
        "At most": "9",
    }


def test_who_could_be_added_next() -> None:
    """C3 awaits and fits with P1; with everybody allocated nobody is named."""
    answer = whom_could_take(TEAM, POLICY, "P1")
    first, second = next_lines(answer)
    assert first.endswith("left within the limit; 1 family awaits.")
    assert second == "Suggested: C3."
    best = allocate(TEAM, POLICY, offers=False)
    (nobody,) = next_lines(whom_could_take(TEAM, POLICY, "P1", plan=best))
    assert nobody.endswith("No family awaits.")


def test_over_the_limit_nobody_fits() -> None:
    """Said in words, with by how much."""
    people = (practitioner("P1", limit_hours=5), practitioner("P2"))
    team = TEAM.model_copy(update={"practitioners": people})
    first, second = next_lines(whom_could_take(team, POLICY, "P1"))
    assert first == "3.5 h over the limit; 1 family awaits."
    assert second.startswith("None fits")


def test_somebody_who_is_not_in_a_plan() -> None:
    """Has no line there."""
    assert person_of(plan(), "P1") is not None
    assert person_of(plan(), "P7") is None
