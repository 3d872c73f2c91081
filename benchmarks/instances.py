"""The teams that are measured: sizes, tightness, and what the manager allows."""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from planner.data.adjust import adjust
from planner.data.adjustment import Adjustment, AdjustmentKind
from planner.data.scenario import Scenario
from planner.synthetic import generate

SIZES = ((30, 4), (75, 6), (120, 10), (180, 12), (240, 20))
QUICK_SIZES = ((30, 4), (75, 6))
AREA, AREA_TEAMS = (1035, 80), 13
DEALLOCATIONS = 2


def _limit(percent: int) -> Adjustment:
    return Adjustment(kind=AdjustmentKind.LIMIT, amount=Decimal(percent))


# A generated team is near its hours: its plan keeps everyone and takes on few. At 90 per cent
# still fewer; at 110 children are taken on, practitioners change, and contact is missed.
TIGHTNESS: Mapping[str, tuple[Adjustment, ...]] = {
    "as generated": (),
    "90 %": (_limit(90),),
    "110 %": (_limit(110),),
}

ALLOWED: Mapping[str, tuple[Adjustment, ...]] = {
    "default": (),
    "strict": (Adjustment(kind=AdjustmentKind.SETTING, name="strict", value="true"),),
    "2 de-allocations": (
        Adjustment(kind=AdjustmentKind.DEALLOCATIONS, amount=Decimal(DEALLOCATIONS)),
    ),
    "no borrowing": (Adjustment(kind=AdjustmentKind.SETTING, name="borrow_minutes", value=""),),
}


USUALLY_ALLOWED = ("default", "strict", "2 de-allocations")


class Instance(NamedTuple):
    """One team to measure; the same fields make the same team anywhere."""

    children: int
    practitioners: int
    seed: int
    tightness: str = "as generated"
    allowed: str = "default"

    @property
    def size(self) -> str:
        """Its size as it is spoken of."""
        return f"{self.children} x {self.practitioners}"


def instances_of(
    sizes: Iterable[tuple[int, int]],
    seeds: Iterable[int],
    tightness: Iterable[str],
    allowed: Iterable[str],
) -> tuple[Instance, ...]:
    """List instances: every tightness with the default policy, other policies as generated.

    Where only one tightness or policy is asked for, it is met with all of the other.
    """
    seeds, tightness, allowed = tuple(seeds), tuple(tightness), tuple(allowed)
    crossed = [(t, a) for t in tightness for a in allowed if t == tightness[0] or a == allowed[0]]
    return tuple(
        Instance(*size, seed, t, a) for size in sizes for seed in seeds for t, a in crossed
    )


class Block(NamedTuple):
    """Some instances with a time limit, and who is measured on them; blank means everyone."""

    instances: tuple[Instance, ...]
    limit: float
    peers: tuple[str, ...] = ()


# A mixed-integer solver has no model of the area before the time is up, and managers need none.
_AT_SCALE = ("engine", "cp-sat", "cp-sat-best", "by-spare-hours", "keep-first")
_ENDS = ("as generated", "110 %")

SUITE = (
    Block(instances_of(SIZES, (1,), _ENDS, ("default",)), 10.0),
    Block(instances_of([(75, 6)], (2, 3), _ENDS, ("default",)), 10.0),
    Block(
        (
            Instance(75, 6, 1, "90 %"),
            Instance(75, 6, 1, allowed="strict"),
            Instance(75, 6, 1, allowed="2 de-allocations"),
            Instance(120, 10, 2),
            Instance(120, 10, 1, allowed="2 de-allocations"),
        ),
        10.0,
    ),
    Block((Instance(240, 20, 1, "110 %"),), 1.0),
    Block((Instance(240, 20, 1, "110 %"),), 30.0),
    Block((Instance(*AREA, 1), Instance(*AREA, 1, allowed="no borrowing")), 30.0, _AT_SCALE),
)
"""What ``python -m benchmarks`` measures where nothing else is asked for: some twenty minutes."""


def team_of(instance: Instance) -> Scenario:
    """Make the team of one instance."""
    make = area if (instance.children, instance.practitioners) == AREA else team
    made = make(instance.children, instance.practitioners, instance.seed)
    return adjust(made, (*TIGHTNESS[instance.tightness], *ALLOWED[instance.allowed]))


Make = Callable[[int, int, int], Scenario]


@lru_cache(maxsize=4)
def team(children: int, practitioners: int, seed: int) -> Scenario:
    """Make one generated team."""
    return generate(children, practitioners, seed)


@lru_cache(maxsize=1)
def area(children: int, practitioners: int, seed: int) -> Scenario:
    """Make the area: teams that may borrow from their neighbours."""
    return generate(children, practitioners, seed, teams=AREA_TEAMS)
