"""Duty is said in words, and every contact missed by child and day."""

from planner.data.vocabulary import Band, Tier
from planner.ui import duty
from tests.make import day
from tests.ui.made import line, plan, pool, waiting


def test_contacts_missed_stand_by_day() -> None:
    """The earliest first, with who holds the child meanwhile."""
    made = plan(
        (
            waiting("C2", Tier.HIGH, Band.A, missed_due=(day(20), day(6))),
            line("C1", missed_due=(day(13),)),
        )
    )
    found = duty.missed_rows(made)
    assert [(row["Due"], row["Child"], row["Held by"]) for row in found] == [
        ("Sun 8 Mar", "C2", "TM1"),
        ("Sun 15 Mar", "C1", "P1"),
        ("Sun 22 Mar", "C2", "TM1"),
    ]
    assert found[0]["Priority"] == "High risk, band (a)"


def test_optional_tasks() -> None:
    """Only children with one are named."""
    made = plan((line("C1"), line("C2", tasks_missed=1), line("C3", tasks_missed=2)))
    assert duty.optional_tasks(made) == ["C2: 1 optional task", "C3: 2 optional tasks"]


def test_duty_in_words() -> None:
    """17 h are left, 20 h come from others; 30 h are asked and all of it fits."""
    found = duty.pool_words(
        pool(spare_half_hours=34, duty_half_hours=40, waiting_half_hours=40, cover_half_hours=20),
        several=False,
    )
    assert found == [
        "17 h are left after the cases held; 20 h of duty come from others in the team.",
        "Duty asks 20 h for children awaiting allocation, 10 h for cover in leave.",
        "All of it fits.",
    ]


def test_duty_that_does_not_fit() -> None:
    """People over hours take hours from duty: what is missed and what is short is said apart."""
    found = duty.pool_words(
        pool(
            team="north",
            spare_half_hours=-9,
            over_half_hours=12,
            waiting_half_hours=10,
            missed_half_hours=7,
            short_half_hours=3,
        ),
        several=True,
    )
    assert found[0].startswith(
        "Team north: The cases held are 4.5 h more than the hours there are (6 h held over hours)"
    )
    assert found[2].startswith("3.5 h of contact, tasks and oversight fit nobody's hours")
    assert found[3].startswith("1.5 h of hearings and first visits")
    assert len(found) == 4


def test_duty_that_asks_nothing() -> None:
    """A pool without children says so."""
    assert duty.pool_words(pool(), several=False)[1] == "Duty asks nothing in this cycle."
