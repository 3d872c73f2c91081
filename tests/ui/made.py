"""Hand-made plans: a reader of a test sees only what matters to it."""

from collections.abc import Iterable
from datetime import UTC, datetime

from planner.data.plan import (
    ChildLine,
    Choices,
    Counts,
    Move,
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
from tests.make import AS_AT


def score(
    name: str, tier: Tier = Tier.REMAINING, band: Band | None = None, **facts: object
) -> Score:
    """Make a score with one reason."""
    usual = {"reasons": (Reason(text=f"Reason of {name}", paragraph="2254-P1"),)}
    return Score.model_validate({"child": name, "tier": tier, "band": band, **usual, **facts})


def waiting(
    name: str, tier: Tier = Tier.REMAINING, band: Band | None = None, **facts: object
) -> ChildLine:
    """Make a child who awaits allocation."""
    usual: dict[str, object] = {
        "standing": Standing.AWAITING,
        "move": Move.STILL_AWAITING,
        "interim": "TM1",
    }
    return line(name, score=score(name, tier, band), **{**usual, **facts})


def line(name: str, **facts: object) -> ChildLine:
    """Make a child who stays with P1."""
    usual: dict[str, object] = {
        "child": name,
        "family": f"F{name}",
        "team": "team",
        "score": score(name),
        "standing": Standing.ALLOCATED,
        "move": Move.KEPT,
        "phase": "protection order",
    }
    if "holder" not in facts and "standing" not in facts:
        usual |= {"now": "P1", "holder": "P1"}
    return ChildLine.model_validate({**usual, **facts})


def person(name: str = "P1", **facts: object) -> PractitionerLine:
    """Make a practitioner with 106 h of their own and 90 h of cases."""
    usual = {
        "practitioner": name,
        "team": "team",
        "present": True,
        "carries": True,
        "capacity_half_hours": 212,
        "limit_half_hours": 212,
        "case_half_hours": 180,
    }
    return PractitionerLine.model_validate({**usual, **facts})


def pool(**facts: object) -> PoolLine:
    """Make a duty pool in which everything fits and nothing is asked."""
    names = (name for name in PoolLine.model_fields if name != "team")
    return PoolLine.model_validate({"team": "team", **dict.fromkeys(names, 0), **facts})


def stage(name: str, value: int = 0, bound: int | None = None, **facts: object) -> StageValue:
    """Make a stage that is proven where its bound is its value."""
    usual = {"title": f"Stage {name}", "proven": bound == value}
    return StageValue.model_validate({"id": name, "value": value, "bound": bound, **usual, **facts})


def counts(**facts: object) -> Counts:
    """Make counts that are all zero."""
    zero = ("families_awaiting", "holder_over_hours", "over_half_hours", "changes")
    more = ("forced_changes", "deallocations", "contacts_missed", "contacts_missed_watched")
    usual: dict[str, object] = dict.fromkeys((*zero, *more, "optional_tasks_missed"), 0)
    tiers = dict.fromkeys(Tier, 0) | facts.pop("awaiting", {})  # type: ignore[operator]
    empty = {"standing": dict.fromkeys(Standing, 0), "awaiting_by_tier": tiers}
    return Counts.model_validate({**usual, **empty, **facts})


def plan(children: Iterable[ChildLine] = (), **facts: object) -> Plan:
    """Make a plan, best possible, of these children."""
    usual: dict[str, object] = {
        "scenario": "made",
        "scenario_digest": "a" * 64,
        "as_at": AS_AT,
        "cycle_days": 28,
        "policy": "default",
        "policy_version": "1",
        "policy_digest": "b" * 64,
        "status": Status.BEST_POSSIBLE,
        "choices": Choices(holders={}),
        "ledger": (),
        "counts": counts(),
        "children": tuple(children),
        "practitioners": (person(),),
        "pools": (pool(),),
        "provenance": Provenance(
            planner_version="0",
            solver="none",
            made=datetime(2026, 3, 2, tzinfo=UTC),
            seconds=0.1,
            seed=0,
            workers=1,
            time_limit=2,
            canonical_finished=True,
        ),
    }
    return Plan.model_validate({**usual, **facts})
