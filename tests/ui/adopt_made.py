"""Plans to be adopted: one made by hand, and a team whose best plan asks for every kind."""

from dataclasses import replace

from planner.data.plan import Move, Plan, Standing
from planner.data.scenario import Limits, Scenario
from planner.ui import asking, keeping
from planner.ui.adopt import Offered
from planner.ui.compared import Column
from planner.ui.sides import Sides
from planner.ui.teams import shipped_team
from tests.engine.solving import high
from tests.make import child, decision, practitioner, scenario
from tests.ui.made import line, person, plan

PEOPLE = (person("P1"), person("P2"), person("P3", present=False))


def the_plan() -> Plan:
    """Make the plan: C1 awaits, C2 goes from P1 to P2, the siblings C4 and C5 go to P1."""
    gone = {"holder": "", "move": Move.DEALLOCATED, "standing": Standing.AWAITING}
    both = {"family": "F", "unit": "F", "now": "", "holder": "P1", "move": Move.TAKEN_ON}
    children = (
        line("C1", now="P1", **gone),
        line("C2", now="P1", holder="P2", move=Move.CHANGED),
        line("C3", now="P2", holder="P2"),
        line("C4", **both),
        line("C5", **both),
    )
    return plan(children, practitioners=PEOPLE)


def team_to_decide_for() -> Scenario:
    """Make a team with room for F and G, if C2 is let go from P2 and C1 goes from P1 to P3.

    One de-allocation and one change are allowed; C1 comes before C2, for the tier was raised.
    """
    return scenario(
        [
            child("C1", holder="P1"),
            child("C2", holder="P2"),
            *(high(name, family="F") for name in ("H1", "H2")),
            *(high(name, family="G") for name in ("H3", "H4")),
        ],
        [
            practitioner("P1", limit_hours=16),
            practitioner("P2", limit_hours=16),
            practitioner("P3", limit_hours=12),
            practitioner("TM1", grade="CPP5.2"),
        ],
        decisions=(decision("raise", "C1"),),
        limits=Limits(deallocations=1, changes=1),
        name="A team to decide for",
    )


def found(made: Plan) -> tuple[Sides, list[Offered]]:
    """Give the sides of the tiny team with this plan as its baseline plan."""
    team = replace(shipped_team("tiny"), box=keeping.open_draft())
    question = asking.question(team)
    sides = Sides(team, (), question, question, made, made, made)
    return sides, [Offered(Column("Baseline plan", made), question)]


def drawn(not_held: bool) -> None:
    """Draw the adoption of that plan; runs inside the test harness."""
    import streamlit as st

    from planner.data.guard_rail import GuardRail, RailKind
    from planner.ui import adopt
    from tests.ui.adopt_made import found, the_plan

    st.title("Compare")
    sides, offered = found(the_plan())
    rails = (GuardRail(kind=RailKind.DEALLOCATIONS),) if not_held else ()
    adopt.draw(sides, offered, rails)
