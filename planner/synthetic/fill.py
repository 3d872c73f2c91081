"""Fill one practitioner's hours: the most valued families whose hours land in a band."""

from collections.abc import Sequence


def fill(hours: Sequence[int], values: Sequence[float], least: int, most: int) -> tuple[int, ...]:
    """Choose items whose hours sum to ``least`` to ``most``, of the highest value.

    Where no sum lies in the band, the largest sum below it is taken.

    Parameters
    ----------
    hours : Sequence[int]
        Half-hours of each item, at least 1.
    values : Sequence[float]
        What each item is worth; only their order matters between equal sums.
    least, most : int
        The band, in half-hours.

    Returns
    -------
    tuple[int, ...]
        The positions of the chosen items, upwards.
    """
    best: dict[int, tuple[float, int]] = {0: (0.0, 0)}
    for position, (cost, value) in enumerate(zip(hours, values, strict=True)):
        for total, (worth, chosen) in sorted(best.items(), reverse=True):
            larger = (worth + value, chosen | 1 << position)
            if total + cost <= most and larger > best.get(total + cost, (-1.0, 0)):
                best[total + cost] = larger
    inside = [total for total in best if total >= least]
    total = max(inside, key=best.__getitem__) if inside else max(best)
    chosen = best[total][1]
    return tuple(n for n in range(len(hours)) if chosen >> n & 1)
