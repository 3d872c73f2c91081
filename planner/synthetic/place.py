"""Where a synthetic team works: its zones, its base and the roads between."""

from itertools import combinations
from random import Random

from planner.data.record import Record
from planner.data.scenario import Travel
from planner.synthetic.draw import chance, pick
from planner.synthetic.shares import Shares, Style

_NAMES = ("Centre", "North", "East", "South", "West")
_TOWNS = ("Home town", "Far town", "River town", "Hill town", "Coast town")


class Place(Record):
    """The zones of a team, the base first, and minutes between them."""

    zones: tuple[str, ...]
    travel: tuple[Travel, ...]

    @property
    def base(self) -> str:
        """The zone of the team's office."""
        return self.zones[0]


def draw_place(rng: Random, shares: Shares) -> Place:
    """Draw two to five zones and the travel rows between each two of them."""
    names = _TOWNS if shares.style in (Style.RURAL, Style.REGIONAL) else _NAMES
    zones = names[: int(pick(rng, shares.of("zones")))]
    rows = tuple(
        Travel(origin=a, destination=b, minutes=draw_minutes(rng, shares))
        for a, b in combinations(zones, 2)
    )
    return Place(zones=zones, travel=rows)


def draw_zone(rng: Random, place: Place, base_share: float) -> str:
    """Draw a zone: the base with this share, else one of the others."""
    return place.base if chance(rng, base_share) else rng.choice(place.zones[1:])


def draw_minutes(rng: Random, shares: Shares) -> int:
    """Draw the minutes of one way between two zones."""
    share = shares.of("travel")
    drawn = share["median"] * rng.lognormvariate(0, share["sigma"])
    return round(min(max(drawn, share["least"]), share["most"]))
