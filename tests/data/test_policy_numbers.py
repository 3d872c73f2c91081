"""Every number of the policy is shown once, with its meaning and an honest source."""

from collections.abc import Iterator
from decimal import Decimal

from planner.data.deallocation import ImpactScale
from planner.data.policy import (
    DefaultLimits,
    Hours,
    PointScale,
    Policy,
    Rates,
    Source,
    Standards,
)
from planner.data.policy_numbers import SETTINGS, Number, policy_numbers
from planner.data.vocabulary import Contact
from planner.data.wording import ClassBands
from planner.policy import default_policy

POLICY = default_policy()
SECTIONS = {
    "points": PointScale,
    "rates": Rates,
    "impact": ImpactScale,
    "classes": ClassBands,
    "standards": Standards,
    "hours": Hours,
    "limits": DefaultLimits,
}
WORDS_ONLY = {"casework_labels"}


def fields() -> Iterator[tuple[str, str]]:
    """Give section and name of everything in the policy that is an amount."""
    for section, record in SECTIONS.items():
        for name in record.model_fields:
            if name not in WORDS_ONLY and not name.endswith("bears_on"):
                yield section, name


def number(policy: Policy, title: str) -> Number:
    """Give the number with this title."""
    return next(row for row in policy_numbers(policy) if row.title == title)


def test_every_number_is_there_once() -> None:
    """A new field of the policy is shown, or this test says which one is not."""
    shown = [(setting.section, setting.field) for setting in SETTINGS]
    assert sorted(shown) == sorted(fields())


def test_every_paragraph_is_one_of_the_policy() -> None:
    """A reader who looks the paragraph up finds it."""
    known = {row.id for row in POLICY.paragraphs}
    assert {row.paragraph for row in policy_numbers(POLICY)} <= known


def test_a_table_of_hours_gives_a_row_for_each_kind() -> None:
    """By its label; an hour and a half is not cut to one."""
    casework = [row for row in policy_numbers(POLICY) if row.title.startswith("Casework: ")]
    assert len(casework) == len(POLICY.hours.casework_monthly)
    changed = {**POLICY.hours.casework_monthly, "closure": Decimal("1.50")}
    hours = POLICY.hours.model_copy(update={"casework_monthly": changed})
    policy = POLICY.model_copy(update={"hours": hours})
    assert number(policy, "Casework: Closure").amount == "1.5 h a month"


def test_the_source_is_named_only_for_the_amount_it_gives() -> None:
    """1802 says fortnightly; a policy that says monthly says so on its own account."""
    title = "Contact of an allocated child"
    assert number(POLICY, title).source is Source.PROCEDURE_1802
    standards = POLICY.standards.model_copy(update={"allocated_usual": Contact.MONTHLY})
    changed = POLICY.model_copy(update={"standards": standards})
    assert number(changed, title).amount == "monthly"
    assert number(changed, title).source is Source.LOCAL


def test_a_number_under_a_paragraph_of_the_sources_can_still_be_local() -> None:
    """2254 gives factors no weights and 1802 no days of leave."""
    title = "Leave up to which the holder stays"
    assert number(POLICY, title).amount == "42 days"
    assert number(POLICY, title).source is Source.LOCAL


def test_one_of_something_and_no_band() -> None:
    """One point is not "1 points"; a class that puts nobody in a band says so."""
    assert number(POLICY, "Every remaining child begins with").amount == "1 point"
    classes = POLICY.classes.model_copy(update={"youth_schedule": None})
    policy = POLICY.model_copy(update={"classes": classes})
    assert number(policy, "On the high-risk youth schedule").amount == "no band"
    assert number(POLICY, "On the high-risk youth schedule").amount == "band (c)"
