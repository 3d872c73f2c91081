"""The priority of every child of a team, each as a record that says why."""

from functools import lru_cache
from typing import Any

from planner.data.policy import Policy
from planner.data.same import Same
from planner.data.scenario import Scenario
from planner.data.score import Priorities, Score
from planner.data.vocabulary import Tier
from planner.principles.attention import attention, gaps, no_judgement
from planner.principles.factors import ask
from planner.principles.impact import impact_lines
from planner.principles.obligations import obligations
from planner.principles.points import base_points, point_lines
from planner.principles.situation import Situation, Wording, situations
from planner.principles.team import assumed, banners
from planner.principles.tiers import place


def prioritise(scenario: Scenario, policy: Policy) -> Priorities:
    """Score every child of the scenario from what is recorded.

    Risk decides the tier and, among high-risk children, the band; points only
    order children inside them. Pure: the same records give the same scores in
    any row order, and a what-if that changes none of them has the same scores.
    """
    bearing = {name: getattr(scenario, name) for name in BEARING}
    return _prioritised(Same(policy, *bearing.values()))


BEARING = (
    "as_at",
    "cycle_days",
    "children",
    "tasks",
    "decisions",
    "factors",
    "indicators",
    "supplied",
)
"""The fields of a scenario that priority is read from; it is shown nothing else."""


@lru_cache(maxsize=16)
def _prioritised(key: Same) -> Priorities:
    """Score from the bearing fields alone, so that no other can be forgotten in the key."""
    policy, *values = key.parts
    assert isinstance(policy, Policy)
    fields: dict[str, Any] = dict(zip(BEARING, values, strict=True))
    return _scored(Scenario.model_construct(name="", **fields), policy)


def _scored(scenario: Scenario, policy: Policy) -> Priorities:
    found = tuple(situations(scenario, policy))
    wording = Wording({sentence.id: sentence for sentence in policy.sentences})
    return Priorities(
        scores={situation.child.child: _score(situation) for situation in found},
        banners=banners(scenario, policy, wording),
        assumed=assumed(found),
    )


def _score(situation: Situation) -> Score:
    asked = ask(situation)
    placed = place(situation, asked)
    lines = point_lines(situation, asked, placed.tier)
    impact = impact_lines(situation)
    return Score(
        child=situation.child.child,
        tier=placed.tier,
        band=placed.band,
        groups=placed.groups,
        reasons=placed.reasons,
        points=base_points(situation, placed.tier) + sum(line.points for line in lines),
        lines=lines,
        obligations=obligations(situation, high=placed.tier in (Tier.MANDATORY, Tier.HIGH)),
        attention=attention(situation, placed.refused),
        no_judgement=no_judgement(situation),
        gaps=gaps(situation, asked),
        raised=placed.raised,
        infant=situation.infant,
        intensive=situation.mandatory,
        impact=sum(line.points for line in impact),
        impact_lines=impact,
    )
