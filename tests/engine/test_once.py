"""What a process is given once: both ends keep the same few, whatever is sent in which order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.engine.once import Kept, Once


def test_the_second_time_only_the_name_is_sent() -> None:
    """The value goes once, and is the very same object each time on the other side."""
    here, there = Kept(), Kept()
    first, second = here.lean(Once("team", [1])), here.lean(Once("team", [1]))
    assert first == Once("team", [1])
    assert second == Once("team", sent=False)
    assert there.whole(first) is there.whole(second)


def test_other_values_go_as_they_are() -> None:
    """Nothing but what is to be kept is kept."""
    here, there = Kept(), Kept()
    assert [there.whole(here.lean(value)) for value in (3, 3, None)] == [3, 3, None]


def test_what_was_given_up_is_sent_again() -> None:
    """The one that was longest unused goes first; using one keeps it."""
    here = Kept(most=2)
    sent = [here.lean(Once(key, key)) for key in ("a", "b", "a", "c", "a", "b")]
    assert [isinstance(one, Once) and one.sent for one in sent] == [
        True, True, False, True, False, True,
    ]  # fmt: skip


def test_a_name_that_was_never_sent_is_not_guessed_at() -> None:
    """It would be a fault of the planner, and not another team's data."""
    with pytest.raises(KeyError):
        Kept().whole(Once("team", sent=False))


@given(st.lists(st.sampled_from("abcdef"), max_size=40), st.integers(1, 4))
def test_both_ends_always_mean_the_same(names: list[str], most: int) -> None:
    """However many are kept, what is meant arrives."""
    here, there = Kept(most), Kept(most)
    values = [Once(name, f"value of {name}") for name in names]
    assert [there.whole(here.lean(value)) for value in values] == [v.value for v in values]
