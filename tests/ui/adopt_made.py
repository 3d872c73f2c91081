"""A hand-made plan of the tiny team to be adopted: one de-allocation, one change, two taken on."""

from dataclasses import replace

from planner.data.plan import Move, Plan, Standing
from planner.ui import asking, keeping
from planner.ui.adopt import Offered
from planner.ui.compared import Column
from planner.ui.sides import Sides
from planner.ui.teams import shipped_team
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
