"""Facts of a tiny team with scores written by hand, so that no test here depends on scoring."""

from collections.abc import Iterable, Mapping

from planner.data.problem import Pair, Problem, Unit
from planner.data.scenario import Child, Practitioner, Scenario
from planner.data.score import Priorities, Score
from planner.policy import default_policy
from planner.workload import Facts, build, gather
from planner.workload.pairs import PairMaker
from planner.workload.units import group, measure
from tests.make import scenario

POLICY = default_policy()

# Tier and what goes with it, by a short name.
MANDATORY: Mapping[str, object] = {
    "tier": "mandatory allocation",
    "infant": True,
    "intensive": True,
    "points": 0,
}
HIGH: Mapping[str, object] = {"tier": "high risk", "band": "a", "points": 101}
UNDER_TWO: Mapping[str, object] = {"tier": "remaining children", "infant": True}
NEXT: Mapping[str, object] = {"tier": "next priority", "points": 101}


def score(name: str, **facts: object) -> Score:
    """Score a child: remaining, over two, 10 points and 20 of impact unless told otherwise."""
    usual = {"tier": "remaining children", "points": 10, "impact": 20}
    return Score.model_validate({**usual, "child": name, **facts})


def priorities(
    children: Iterable[Child], scores: Mapping[str, Mapping[str, object]] | None = None
) -> Priorities:
    """Score every child; ``scores`` has what differs from the usual, by child."""
    given = scores or {}
    return Priorities(scores={c.child: score(c.child, **given.get(c.child, {})) for c in children})


def gathered(
    children: Iterable[Child] = (),
    people: Iterable[Practitioner] = (),
    scores: Mapping[str, Mapping[str, object]] | None = None,
    **settings: object,
) -> Facts:
    """Gather the facts of a tiny team."""
    given = tuple(children)
    return gather(scenario(given, people, **settings), POLICY, priorities(given, scores))


def built(team: Scenario, scores: Mapping[str, Mapping[str, object]] | None = None) -> Problem:
    """Build the problem of a tiny team."""
    return build(team, POLICY, priorities(team.children, scores))


def only_unit(facts: Facts) -> Unit:
    """Measure the one unit of a team."""
    (members,) = group(facts)
    return measure(facts, members)


def only_pair(facts: Facts, practitioner: str) -> Pair:
    """Make the pair of the one unit of a team with a practitioner."""
    (members,) = group(facts)
    maker = PairMaker(facts, members, measure(facts, members))
    return maker.pair(next(p for p in facts.carriers if p.practitioner == practitioner))
