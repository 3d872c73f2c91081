"""The age of the data, where children stand by tier, and who needs judgement first."""

import pytest

from planner.data.plan import Standing
from planner.data.vocabulary import Band, Tier
from planner.report.this_week import age_words, by_standing, need_judgement
from tests.make import AS_AT, day
from tests.ui import made


@pytest.mark.parametrize(
    ("today", "words", "old"),
    [
        (0, "The data are of today.", False),
        (1, "The data are 1 day old.", False),
        (7, "The data are 7 days old.", False),
        (8, "The data are 8 days old. Children may have moved or been seen since.", True),
        (-1, "The data are as at a day to come (tomorrow): check the as-at date.", True),
        (-3, "The data are as at a day to come (in 3 days): check the as-at date.", True),
    ],
)
def test_data_older_than_a_week_are_called_old(today: int, words: str, old: bool) -> None:
    """One day under, at and over seven; and a day that has not come yet."""
    assert age_words(AS_AT, day(today)) == (words, old)


def test_each_standing_is_counted_apart() -> None:
    """A child in the manager's name is never among those who await without a name."""
    found = by_standing(
        made.plan(
            [
                made.waiting("A", Tier.HIGH),
                made.waiting("B", Tier.HIGH, standing=Standing.MANAGER),
                made.line("C"),
            ]
        )
    )
    assert found[Standing.AWAITING][Tier.HIGH] == found[Standing.MANAGER][Tier.HIGH] == 1
    assert found[Standing.ALLOCATED][Tier.REMAINING] == 1
    assert sum(map(sum, (tiers.values() for tiers in found.values()))) == 3


def test_without_a_risk_judgement_comes_first_then_tier_then_band() -> None:
    """E has nothing to settle; C, a remaining child with no judgement at all, goes before all."""
    one, two = ("Something.",), ("Something.", "More.")
    plan = made.plan(
        [
            made.line("A", score=_score("A", Tier.HIGH, Band.B, one)),
            made.line("B", score=_score("B", Tier.HIGH, Band.A, one)),
            made.line("C", score=_score("C", Tier.REMAINING, None, one, no_judgement=True)),
            made.line("D", score=_score("D", Tier.NEXT, None, one)),
            made.line("E"),
            made.line("F", score=_score("F", Tier.NEXT, None, two)),
        ]
    )
    assert [line.child for line in need_judgement(plan)] == ["C", "B", "A", "F", "D"]


def _score(
    name: str, tier: Tier, band: Band | None, attention: tuple[str, ...], **facts: object
) -> object:
    return made.score(name, tier, band, attention=attention, **facts)
