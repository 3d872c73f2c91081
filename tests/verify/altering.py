"""A team whose plan has something of everything, and plans with one thing altered."""

from collections.abc import Mapping

from planner.data.plan import Plan, StageValue
from planner.data.scenario import Scenario
from tests.make import child, infant, practitioner, scenario, task


def team() -> Scenario:
    """Make a team in which something gives way, something is missed and something is short.

    P has 42 half-hours and holds A (17); the infant I takes 43, for which hours give way. Nothing
    is left for W, who awaits with a contact and a hearing.
    """
    return scenario(
        [child("A", holder="P"), infant("I"), child("W")],
        [practitioner("P", fte="0.2")],
        tasks=[task("W", "hearing", hours=4)],
    )


def choices(plan: Plan, **update: object) -> Plan:
    """Alter what a plan chooses."""
    return plan.model_copy(update={"choices": plan.choices.model_copy(update=update)})


def ledger(plan: Plan, stage: str, **update: object) -> Plan:
    """Alter one line of what came first."""
    lines = (s.model_copy(update=update) if s.id == stage else s for s in plan.ledger)
    return plan.model_copy(update={"ledger": tuple(lines)})


def line(plan: Plan, stage: str) -> StageValue:
    """Give one line of what came first."""
    return next(found for found in plan.ledger if found.id == stage)


def raised(amounts: Mapping[str, int], by: int = 1) -> dict[str, int]:
    """Alter every amount."""
    return {name: amount + by for name, amount in amounts.items()}


def certificate(plan: Plan, stage: str, **update: object) -> Plan:
    """Alter the certificate of one stage."""
    made = (c.model_copy(update=update) if c.stage == stage else c for c in plan.certificates)
    return plan.model_copy(update={"certificates": tuple(made)})
