"""The same parts are equal, equal copies of them are not."""

from planner.data.same import Same


def test_the_same_parts_are_equal() -> None:
    """In the same order, as many of them."""
    a, b = [1], [2]
    assert Same(a, b) == Same(a, b)
    assert hash(Same(a, b)) == hash(Same(a, b))
    assert Same(a, b) != Same(b, a)
    assert Same(a) != Same(a, a)


def test_a_copy_is_not_the_same() -> None:
    """Though it holds the same."""
    a = [1]
    assert Same(a) != Same([1])
    assert Same(a) != [a]


def test_parts_are_held() -> None:
    """Nothing else can come to stand where a part was."""
    same = Same(object())
    assert same == Same(*same.parts)
