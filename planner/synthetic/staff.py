"""Synthetic practitioners: grades, hours, places and leave."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from planner.data.record import Record
from planner.data.scenario import Leave, Practitioner
from planner.data.vocabulary import Grade
from planner.synthetic.draw import at, between, chance, spread, stream
from planner.synthetic.family import INTERVIEW
from planner.synthetic.place import Place, draw_zone
from planner.synthetic.shares import Shares

MANAGER = "M01"
_WEEK = 5
_TENTH = Decimal("0.1")


class Staff(Record):
    """Those who hold cases, those who do not, and who is away when."""

    carriers: tuple[Practitioner, ...]
    others: tuple[Practitioner, ...]
    leave: tuple[Leave, ...]


def draw_staff(
    seed: int, practitioners: int, place: Place, as_at: date, cycle_days: int, shares: Shares
) -> Staff:
    """Draw a team: carriers of mixed grades, one team manager, practice support for duty."""
    carriers = _carriers(stream(seed, "practitioners"), practitioners, place, shares)
    days = [as_at + timedelta(days=n) for n in range(cycle_days)]
    weekdays = tuple(day for day in days if day.weekday() < _WEEK)
    return Staff(
        carriers=carriers,
        others=_others(practitioners, shares),
        leave=tuple(_leave(stream(seed, "leave"), carriers, weekdays, shares)),
    )


def _carriers(
    rng: Random, practitioners: int, place: Place, shares: Shares
) -> tuple[Practitioner, ...]:
    """Draw those who hold cases; somebody has the skill that some families need."""
    grades = _grades(practitioners, shares)
    part_time = spread(rng, practitioners)
    first_year = iter(spread(rng, max(1, grades.count(Grade.CPP3))))
    supervised = min(int(shares.of("supervisees")["most"]), grades.count(Grade.CPP3))
    skilled = [chance(rng, shares.of("skill")["practitioner"]) for _ in grades]
    return tuple(
        Practitioner(
            practitioner=f"P{number:02}",
            grade=grade,
            fte=_fte(rng, part_time[number - 1], shares),
            zone=draw_zone(rng, place, shares.of("zone_of_base")["practitioner"]),
            skills=(INTERVIEW,) if skilled[number - 1] or not any(skilled) else (),
            first_year=grade is Grade.CPP3 and next(first_year) < shares.of("first_year")["yes"],
            supervisees=supervised if grade is Grade.CPP5_1 else 0,
            rostered_hours=Decimal(between(rng, shares.of("rostered"))).quantize(Decimal(1)),
        )
        for number, grade in enumerate(grades, start=1)
    )


def _grades(practitioners: int, shares: Shares) -> tuple[Grade, ...]:
    """Share out grades by their weights, senior first; whoever is left is a CPP3."""
    weights = shares.of("grades")
    senior = round(practitioners * weights[Grade.CPP5_1.value])
    advanced = round(practitioners * weights[Grade.CPP4.value])
    entry = practitioners - senior - advanced
    return (Grade.CPP5_1,) * senior + (Grade.CPP4,) * advanced + (Grade.CPP3,) * entry


def _fte(rng: Random, position: float, shares: Shares) -> Decimal:
    part_time = shares.of("part_time")
    drawn = between(rng, part_time)
    return Decimal(drawn if position < part_time["yes"] else 1).quantize(_TENTH)


def _others(practitioners: int, shares: Shares) -> tuple[Practitioner, ...]:
    support = max(1, int(practitioners / shares.of("support")["carriers"] + 0.5))
    return (
        Practitioner(practitioner=MANAGER, grade=Grade.CPP5_2, fte=Decimal(1)),
        *(
            Practitioner(practitioner=f"S{n:02}", grade=Grade.CPP2, fte=Decimal(1))
            for n in range(1, support + 1)
        ),
    )


def _leave(
    rng: Random, carriers: tuple[Practitioner, ...], weekdays: tuple[date, ...], shares: Shares
) -> Iterator[Leave]:
    """Draw one leave of whole working days for some; a week's leave starts with the week."""
    names = [p.practitioner for p in carriers]
    for name, position in zip(names, spread(rng, len(names)), strict=True):
        days = int(at(position, shares.of("leave")))
        first = rng.randrange(len(weekdays) - days + 1)
        first -= first % _WEEK if days >= _WEEK else 0
        named = chance(rng, shares.of("cover_named")["yes"]) and days >= _WEEK
        others = [other for other in names if other != name]
        cover = rng.choice(others) if others and named else ""
        if days:
            last = weekdays[first + days - 1]
            yield Leave(practitioner=name, start=weekdays[first], until=last, cover=cover)
