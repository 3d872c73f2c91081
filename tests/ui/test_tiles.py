"""The figures: three columns side by side, honest words for a change, no false good news."""

import pytest

from planner.data.plan import Counts
from planner.data.vocabulary import Tier
from planner.ui.tiles import FIGURES, Tile, tile_cards, tiles
from tests.ui.made import counts, plan

HIGH = "Awaiting: high risk"


def tile(title: str, shown: Counts, before: Counts, *, changed: bool = True) -> Tile:
    """Give one tile of a what-if against a baseline plan, the team now having nothing."""
    now = plan(counts=counts() if changed else before)
    base = plan(counts=before if changed else shown)
    found = tiles(now, base, plan(counts=shown), changed=changed)
    return next(t for t in found if t.title == title)


def spaced(text: str) -> str:
    """Give text with ordinary spaces."""
    return text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("shown", "change", "arrow"),
    [
        (2, "1 fewer than the baseline plan", "down"),
        (3, "same as the baseline plan", "off"),
        (4, "1 more than the baseline plan", "up"),
    ],
)
def test_a_change_is_said_in_words_with_an_arrow(shown: int, change: str, arrow: str) -> None:
    """One fewer, the same, one more than three."""
    found = tile("De-allocations", counts(deallocations=shown), counts(deallocations=3))
    assert (found.value, found.change, found.arrow) == (str(shown), change, arrow)


def test_hours_are_less_and_not_fewer() -> None:
    """43 h after 29.5 h is 13.5 h more; the other way round it is less."""
    before, after = counts(over_half_hours=59), counts(over_half_hours=86)
    assert tile("Held over hours", after, before).change == "13.5 h more than the baseline plan"
    assert tile("Held over hours", before, after).change == "13.5 h less than the baseline plan"


def test_all_three_columns_stand_on_a_tile() -> None:
    """What-if 1, now 4, baseline plan 2: all three are named."""
    sides = [plan(counts=counts(awaiting={Tier.HIGH: n})) for n in (4, 2, 1)]
    found = {t.title: t for t in tiles(*sides, changed=True)}[HIGH]
    assert (found.value, spaced(found.others)) == ("1", "Now 4 · Baseline plan 2")


def test_unchanged_the_baseline_plan_is_compared_with_now() -> None:
    """With no what-if the tile says what the plan itself changes."""
    found = tile(
        HIGH, counts(awaiting={Tier.HIGH: 1}), counts(awaiting={Tier.HIGH: 3}), changed=False
    )
    assert (found.change, spaced(found.others)) == ("2 fewer than now", "Now 3")


def test_good_news_is_coloured_only_where_nothing_else_got_worse() -> None:
    """One high-risk child fewer is good news, but not where two contacts are missed for it."""
    before, after = {Tier.HIGH: 3}, {Tier.HIGH: 2}
    assert tile(HIGH, counts(awaiting=after), counts(awaiting=before)).tone == "green"
    missed = counts(awaiting=after, contacts_missed=2)
    assert tile(HIGH, missed, counts(awaiting=before)).tone == "off"
    assert tile(HIGH, counts(awaiting=before), counts(awaiting=after)).tone == "red"
    assert tile(HIGH, counts(awaiting=after), counts(awaiting=after)).tone == "off"


def test_no_other_figure_is_ever_coloured() -> None:
    """Fewer contacts missed may only mean that nobody is left who could miss them."""
    plain = [figure.title for figure in FIGURES if figure.title != HIGH]
    before = counts(
        awaiting={Tier.NEXT: 5, Tier.REMAINING: 5},
        changes=5,
        deallocations=5,
        contacts_missed=5,
        over_half_hours=10,
    )
    found = [tile(name, counts(), before) for name in plain]
    assert {t.tone for t in found} == {"off"}
    assert {t.arrow for t in found} == {"down"}


def test_children_who_must_be_allocated_have_a_tile_only_where_one_awaits() -> None:
    """The tile stands first among the tiers."""
    nobody = plan(counts=counts())
    unmet = plan(counts=counts(awaiting={Tier.MANDATORY: 1}))
    assert len(tiles(nobody, nobody, nobody, changed=False)) == 8
    found = tiles(unmet, nobody, nobody, changed=False)
    assert found[1].title == "Awaiting: mandatory allocation"
    assert found[1].change == "1 fewer than now"


@pytest.mark.parametrize(
    ("shown", "change"),
    [
        (2, "<dd class='change green'><span aria-hidden='true'>↓</span> 1 fewer than"),
        (3, "<dd class='change off'>same as"),
        (4, "<dd class='change red'><span aria-hidden='true'>↑</span> 1 more than"),
    ],
)
def test_a_direction_is_read_in_words_and_seen_as_an_arrow(shown: int, change: str) -> None:
    """A screen reader is told the words alone; nothing is said by colour alone."""
    found = tile(HIGH, counts(awaiting={Tier.HIGH: shown}), counts(awaiting={Tier.HIGH: 3}))
    assert f"{change} the baseline plan</dd>" in tile_cards([found])


def test_words_on_a_tile_are_no_markup() -> None:
    """Nothing that is said can become a part of the page."""
    one = Tile("<b>a", "<b>b", "<b>c", "up", "off", "<b>d")
    assert "<b>" not in tile_cards([one])
