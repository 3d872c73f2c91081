"""Who covers: tried one by one on tiny questions, and argued by hand where an order is meant."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import product
from random import Random

import pytest

from planner.data.cover import CoverOption, CoverQuestion, Due
from planner.model import Clock, solve_cover
from planner.verify.covering import verify_cover

DAY = date(2026, 3, 4)
SECONDS = 20.0


def option(person: str, half_hours: int = 4, **facts: object) -> CoverOption:
    """Make somebody who could do an item in two hours."""
    return CoverOption.model_validate({"practitioner": person, "half_hours": half_hours, **facts})


def due(name: str, *options: CoverOption, **facts: object) -> Due:
    """Make one contact with one child who is not watched."""
    usual: dict[str, object] = {"family": name, "others": 1, "contact": True}
    ids = {"id": name, "unit": name, "children": (name,), "what": "contact"}
    return Due.model_validate(
        {**ids, "first": DAY, "due": DAY, **usual, **facts, "options": options}
    )


def solved(spare: Mapping[str, int], *items: Due) -> dict[str, str]:
    """Solve a question, and have the answer proven and checked."""
    question = CoverQuestion(due=items, spare=spare)
    found = solve_cover(question, Clock(SECONDS))
    assert found.proven
    assert verify_cover(question, found.by) == ()
    return dict(found.by)


def test_nothing_due_needs_nobody() -> None:
    """An empty question has an empty answer, proven."""
    assert solved({"P": 10}) == {}


@pytest.mark.parametrize(("spare", "done"), [(3, False), (4, True), (5, True)])
def test_cover_stays_within_the_hours_to_spare(spare: int, done: bool) -> None:
    """Two hours are due: one and a half do not do, two and two and a half do."""
    assert bool(solved({"P": spare}, due("A", option("P")))) is done


def test_a_hearing_comes_before_any_contact() -> None:
    """P has hours for one: the hearing of another child, before a contact with two watched."""
    items = (
        due("A", option("P"), watched=2, others=0),
        due("B", option("P"), never_missed=True, contact=False, others=0),
    )
    assert solved({"P": 4}, *items) == {"B": "P"}


def test_a_watched_child_comes_before_any_number_of_others() -> None:
    """P has four hours: one watched child that takes them all, before two contacts of others."""
    items = (
        due("A", option("P", 8), watched=1, others=0),
        due("B", option("P"), others=3),
        due("C", option("P"), others=3),
    )
    assert solved({"P": 8}, *items) == {"A": "P"}


def test_a_family_meets_as_few_people_as_can_be() -> None:
    """Q is nearer to the second contact, but the family has met P: P makes both."""
    items = (
        due("A", option("P", travel_minutes=10), family="F"),
        due("B", option("P", travel_minutes=90), option("Q", travel_minutes=0), family="F"),
    )
    assert solved({"P": 8, "Q": 8}, *items) == {"A": "P", "B": "P"}


def test_a_skill_comes_before_the_number_of_people() -> None:
    """P has no skill for the second contact and Q has: two people, and no lack."""
    items = (
        due("A", option("P"), family="F"),
        due("B", option("P", lacks=("court",)), option("Q"), family="F"),
    )
    assert solved({"P": 8, "Q": 8}, *items) == {"A": "P", "B": "Q"}


def test_somebody_without_the_skill_covers_rather_than_nobody() -> None:
    """What stays uncovered comes first."""
    assert solved({"P": 8}, due("A", option("P", lacks=("court",)))) == {"A": "P"}


def test_no_time_gives_no_cover_and_says_so() -> None:
    """A clock that has run out proves nothing."""
    found = solve_cover(CoverQuestion(due=(due("A", option("P")),), spare={"P": 8}), Clock(0))
    assert (found.by, found.proven) == ({}, False)


def test_the_check_sees_hours_and_people() -> None:
    """Somebody over their hours, and somebody who cannot, are each reported once."""
    question = CoverQuestion(due=(due("A", option("P")), due("B", option("P"))), spare={"P": 7})
    assert verify_cover(question, {"A": "P"}) == ()
    assert verify_cover(question, {"A": "P", "B": "P"}) == (
        "P has 3.5 h to spare, and 4 h are given.",
    )
    assert verify_cover(question, {"A": "Q"}) == ("Q cannot do A.",)


def random_question(seed: int) -> CoverQuestion:
    """Make up to four items and three people, with hours that often do not do."""
    rng = Random(seed)
    people = ["P", "Q", "R"][: rng.choice((2, 3))]

    def made(number: int) -> Due:
        able = [person for person in people if rng.random() < 0.8]
        return due(
            f"U{number}",
            *(
                option(
                    person,
                    rng.randint(1, 8),
                    travel_minutes=rng.choice((20, 30, 40)),
                    lacks=("court",) if rng.random() < 0.3 else (),
                    tie_weight=rng.randint(1, 1 << 20),
                )
                for person in able
            ),
            family=f"F{rng.randint(1, 2)}",
            never_missed=rng.random() < 0.2,
            watched=rng.randint(0, 2),
            others=rng.randint(0, 2),
        )

    items = tuple(made(number) for number in range(rng.choice((2, 3, 4))))
    return CoverQuestion(due=items, spare={person: rng.randint(0, 14) for person in people})


def every_cover(question: CoverQuestion) -> Iterator[dict[str, CoverOption]]:
    """Give every way to cover that keeps to the hours."""
    for chosen in product(*([None, *item.options] for item in question.due)):
        hours: Counter[str] = Counter()
        for one in chosen:
            if one is not None:
                hours[one.practitioner] += one.half_hours
        if all(question.spare[person] >= spent for person, spent in hours.items()):
            pairs = zip(question.due, chosen, strict=True)
            yield {item.id: one for item, one in pairs if one is not None}


def cost(question: CoverQuestion, by: Mapping[str, CoverOption]) -> tuple[int, ...]:
    """Count what a cover leaves and asks, in the order that is stated."""
    left = [item for item in question.due if item.id not in by]
    meets = {(i.family, by[i.id].practitioner) for i in question.due if i.id in by}
    return (
        sum(item.never_missed for item in left),
        sum(item.watched for item in left),
        sum(item.others for item in left),
        sum(len(one.lacks) for one in by.values()),
        len(meets),
        sum(one.travel_minutes for one in by.values()),
        sum(one.tie_weight for one in by.values()),
    )


@pytest.mark.parametrize("start", range(0, 200, 50))
def test_no_cover_is_better_on_tiny_questions(start: int) -> None:
    """All ways are tried on 200 random questions; none is better, and the one found is one."""
    for seed in range(start, start + 50):
        question = random_question(seed)
        best = min(every_cover(question), key=lambda by: cost(question, by))
        expected = {item: one.practitioner for item, one in best.items()}
        assert solved(question.spare, *question.due) == expected, seed
