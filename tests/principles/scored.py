"""Score one invented child, or vary the policy, in one line of a test."""

from planner.data.policy import Policy
from planner.data.scenario import Child, Scenario
from planner.data.score import PointLine, Score
from planner.data.vocabulary import Tier
from planner.policy import default_policy
from planner.principles import prioritise
from tests.make import replies, scenario

POLICY = default_policy()

COLUMNS = (
    "disability",
    "case_plan",
    "risk_date",
    "maram",
    "living",
    "aboriginal",
    "youth_schedule",
)
ALL_COLUMNS = frozenset(f"cases.{column}" for column in COLUMNS)
ALL_FACTORS = frozenset(f"factors.{row.id}" for row in POLICY.factors if not row.derived)
ALL_INDICATORS = frozenset(f"indicators.{row.id}" for row in POLICY.indicators)
TIERS = tuple(Tier)


def team(one: Child, answers: dict[str, str] | None = None, **settings: object) -> Scenario:
    """Make a team of one child with these answers to factors; a dot is a double underscore."""
    return scenario([one], factors=replies(one.child, **(answers or {})), **settings)


def score(
    one: Child,
    answers: dict[str, str] | None = None,
    policy: Policy = POLICY,
    **settings: object,
) -> Score:
    """Score a child alone in a team."""
    return prioritise(team(one, answers, **settings), policy).scores[one.child]


def priority(found: Score) -> tuple[int, str, int]:
    """Give a key that is smaller for the child who goes first."""
    return TIERS.index(found.tier), found.band or "", -found.points


def lines(found: Score) -> dict[str, PointLine]:
    """Give the lines of points by factor."""
    return {line.factor: line for line in found.lines}


def added(found: Score) -> dict[str, int]:
    """Give what each factor added, those that added nothing left out."""
    return {line.factor: line.points for line in found.lines if line.points}


def reasons(found: Score) -> list[str]:
    """Give the reasons without their paragraphs."""
    return [reason.text for reason in found.reasons]
