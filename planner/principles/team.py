"""What is said once for the whole team: what was never supplied, and what was assumed."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from planner.data.policy import Policy
from planner.data.scenario import Scenario
from planner.data.vocabulary import CaseStatus, Living
from planner.data.wording import SentenceId
from planner.principles.derived import COLUMNS
from planner.principles.factors import item_supplied
from planner.principles.situation import Situation, Wording

_ALSO_READ = ("living", "aboriginal")


def banners(scenario: Scenario, policy: Policy, wording: Wording) -> tuple[str, ...]:
    """Say once what the team's files never held; nobody has points from it."""
    columns = dict.fromkeys((*COLUMNS.values(), *_ALSO_READ))
    absent = [c.replace("_", " ") for c in columns if f"cases.{c}" not in scenario.supplied]
    asked = [f for f in policy.factors if not f.derived and (f.points or f.group is not None)]
    factors = [f.title for f in asked if not item_supplied(f, scenario.supplied)]
    indicators = [
        row.title for row in policy.indicators if f"indicators.{row.id}" not in scenario.supplied
    ]
    lists: tuple[tuple[SentenceId, Sequence[str], int], ...] = (
        (SentenceId.BANNER_COLUMNS, absent, len(columns)),
        (SentenceId.BANNER_FACTORS, factors, len(asked)),
        (SentenceId.BANNER_INDICATORS, indicators, len(policy.indicators)),
    )
    return tuple(
        wording.say(banner, items=f"all {most}" if len(rows) == most else "; ".join(rows))
        for banner, rows, most in lists
        if rows
    )


def assumed(situations: Iterable[Situation]) -> Mapping[str, int]:
    """Count the open children for whom a stated default stood in for a blank."""
    counts: Counter[str] = Counter()
    for situation in situations:
        if situation.child.status is CaseStatus.OPEN:
            counts.update(_assumptions(situation))
    return dict(counts)


def _assumptions(situation: Situation) -> list[str]:
    child, days = situation.child, situation.policy.standards.agreement_days
    rows = (
        (child.birth_date is None and child.age is not None, SentenceId.ASSUMED_AGE),
        (_contact_assumed(situation), SentenceId.ASSUMED_CONTACT),
        (child.living is Living.UNKNOWN, SentenceId.ASSUMED_LIVING),
    )
    return [situation.wording.say(sentence, days=days) for holds, sentence in rows if holds]


def _contact_assumed(situation: Situation) -> bool:
    """Whether the usual minimum stands in for an agreed frequency of contact."""
    child = situation.child
    if situation.mandatory or not situation.substantiated:
        return False
    if child.contact is None or child.contact_agreed is None:
        return True
    age = (situation.as_at - child.contact_agreed).days
    return not 0 <= age <= situation.policy.standards.agreement_days
