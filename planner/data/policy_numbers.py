"""Every number of a policy in words: what it means, its unit, the paragraph it stands under."""

from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum

from planner.data.policy import Policy, Source
from planner.data.record import Record


class Setting(Record):
    """What one number of the policy file means; ``stated`` is the amount that the source gives.

    Any other amount is this tool's own, even under a paragraph of 2254 or 1802.
    """

    section: str
    field: str
    title: str
    paragraph: str
    unit: str = ""
    stated: str = ""


class Number(Record):
    """One number of a policy as it is shown, with where it comes from."""

    group: str
    title: str
    amount: str
    paragraph: str
    source: Source


GROUPS = {
    "points": "Points",
    "rates": "Exchange rates",
    "impact": "Impact of a de-allocation",
    "classes": "High risk by class",
    "standards": "Contact and dates",
    "hours": "Hours",
    "limits": "Limits",
}

_H, _HM, _PT, _PC = "h", "h a month", "points", "%"
_YEARS, _DAYS, _MINUTES = "years", "days", "minutes"
_POINTS, _RATES, _IMPACT = (
    ("POINTS", "points"),
    ("RATES", "rates"),
    ("2254-D2", "impact"),
)


def _of(group: tuple[str, str], field: str, title: str, unit: str = _PT) -> Setting:
    paragraph, section = group
    return Setting(section=section, field=field, title=title, paragraph=paragraph, unit=unit)


def _set(
    section: str, field: str, title: str, paragraph: str, unit: str = "", *, stated: str = ""
) -> Setting:
    return Setting(
        section=section, field=field, title=title, paragraph=paragraph, unit=unit, stated=stated
    )


SETTINGS: tuple[Setting, ...] = (
    _of(_POINTS, "high_base", "Every high-risk child begins with"),
    _of(_POINTS, "next_base", "Every next-priority child begins with"),
    _of(_POINTS, "remaining_base", "Every remaining child begins with"),
    _of(_POINTS, "factor_cap", "All factors of a child together, at most"),
    _of(("MISSING", "points"), "unknown_cap", "All that is not known of a child, at most"),
    _of(_RATES, "deallocation_high", "De-allocation of a high-risk child, beside its impact"),
    _of(_RATES, "deallocation", "De-allocation of any other child, beside its impact"),
    _of(_RATES, "change", "Change of practitioner, a family"),
    _of(_RATES, "missed_to_minimum", "Contact missed, up to the awaiting minimum"),
    _of(_RATES, "missed_beyond_minimum", "Contact missed beyond the awaiting minimum"),
    _of(_RATES, "borrowed", "Family newly held by another team"),
    _of(_RATES, "optional_task_contacts", "Optional task missed counts as", "contacts"),
    _of(_IMPACT, "cap", "Impact of one de-allocation, at most"),
    _of(_IMPACT, "risk_assessment_old", "Risk assessment old or missing"),
    _of(_IMPACT, "review_due_in_cycle", "Review due in the cycle"),
    _of(_IMPACT, "hearing_due_in_cycle", "Hearing due in the cycle"),
    _set("classes", "infant", "Child under the infant age", "CLASS", "band"),
    _set("classes", "response_not_recorded", "Response not recorded", "MANUAL-INFANT", "band"),
    _set("classes", "youth_schedule", "On the high-risk youth schedule", "CLASS", "band"),
    _set("classes", "maram_immediate", "MARAM: serious, immediate", "MARAM-IMMEDIATE", "band"),
    _set(
        "standards",
        "allocated_usual",
        "Contact of an allocated child",
        "1802-C2",
        stated="fortnightly",
    ),
    _set(
        "standards", "waiting_usual", "Least contact awaiting", "MANUAL-AWAITING", stated="monthly"
    ),
    _set(
        "standards",
        "waiting_watched",
        "Least contact awaiting: under two, and high risk (local)",
        "MANUAL-AWAITING",
        stated="fortnightly",
    ),
    _set(
        "standards", "intensive", "Contact, intensive response", "MANUAL-INTENSIVE", stated="weekly"
    ),
    _set("standards", "agreement_days", "An agreed frequency stands for", "1802-C2", _DAYS),
    _set(
        "standards", "infant_age", "Infants are under", "MANUAL-AWAITING", _YEARS, stated="2 years"
    ),
    _set("standards", "preschool_age", "Pre-school children are under", "2254-C1", _YEARS),
    _set("standards", "youth_age", "The youth schedule is asked from", "CLASS", _YEARS),
    _set("standards", "cover_days", "Leave up to which the holder stays", "1802-C3", _DAYS),
    _set(
        "standards", "risk_assessment_old_days", "A risk assessment is old after", "1802-R2", _DAYS
    ),
    _set(
        "standards",
        "intensive_away_days",
        "A mandatory child's holder is away at most",
        "RULE-AWAY",
        _DAYS,
    ),
    _set("standards", "small_group", "A group is marked as small under", "AUDIT", "children"),
    _set("standards", "audit_ages", "Age bands of an audit begin at", "AUDIT", _YEARS),
    _set("standards", "trips", "Contacts in a cycle of 28 days", "HOURS-CONTACT"),
    _set("hours", "casework_monthly", "Casework", "HOURS-CASEWORK", _HM),
    _set("hours", "further_sibling_percent", "Each further sibling", "HOURS-CASEWORK", _PC),
    _set("hours", "interpreter_monthly", "Interpreter", "HOURS-CASEWORK", _HM),
    _set("hours", "oversight_monthly", "Oversight, child awaiting", "RULE-DUTY", _HM),
    _set("hours", "contracted_monthly", "Contracted case", "HOURS-CONTRACTED", _HM),
    _set("hours", "arrival_monthly", "Child who arrives", "HOURS-RESERVE", _HM),
    _set("hours", "contact", "Time with the child", "HOURS-CONTACT", _H),
    _set("hours", "notes", "Notes of a contact", "HOURS-CONTACT", _H),
    _set("hours", "extra_sibling", "Each sibling seen on the same trip", "HOURS-CONTACT", _H),
    _set("hours", "handover_taker", "Handover, who takes the family", "HOURS-HANDOVER", _H),
    _set("hours", "handover_giver", "Handover, who gives it", "HOURS-HANDOVER", _H),
    _set("hours", "days_per_month", "A month counts as", "HOURS-CASEWORK", _DAYS),
    _set("hours", "full_time_day", "A full-time day", "HOURS-CAPACITY", _H),
    _set("hours", "case_share_percent", "Share of work about cases", "HOURS-CAPACITY", _PC),
    _set("hours", "first_year_percent", "In the first year, of that", "HOURS-CAPACITY", _PC),
    _set("hours", "supervisee", "Supervision given, each person", "1802-S1", "h a cycle"),
    _set("hours", "travel_same_zone_minutes", "Same zone, one way", "HOURS-CONTACT", _MINUTES),
    _set("hours", "travel_other_zone_minutes", "Other zone, one way", "HOURS-CONTACT", _MINUTES),
    _set("limits", "children_per_fte", "Children, full time", "LIMIT-CHILDREN", "children"),
    _set("limits", "intensive_per_fte", "Infants, intensive", "LIMIT-INTENSIVE", "children"),
    _set("limits", "changes_least", "Changes, at least", "LIMIT-CHANGES", "families"),
    _set("limits", "changes_percent", "Changes, of families held", "LIMIT-CHANGES", _PC),
    _set("limits", "hours_over_first", "Hours that give way first", "2254-M1", _H),
)
"""What each number means, in the order of the policy file's sections."""


def policy_numbers(policy: Policy) -> tuple[Number, ...]:
    """Give every number of a policy with its meaning and its source."""
    known = {row.id: row.source for row in policy.paragraphs}
    return tuple(
        Number(
            group=GROUPS[setting.section],
            title=title,
            amount=amount,
            paragraph=setting.paragraph,
            source=known.get(setting.paragraph, Source.LOCAL)
            if amount == setting.stated
            else Source.LOCAL,
        )
        for setting in SETTINGS
        for title, amount in _amounts(policy, setting)
    )


def _amounts(policy: Policy, setting: Setting) -> Iterator[tuple[str, str]]:
    """Yield title and amount; a table of numbers gives one for each row."""
    value: object = getattr(getattr(policy, setting.section), setting.field)
    if isinstance(value, dict):
        for name, amount in value.items():
            named = policy.hours.casework_labels.get(name, name)
            yield f"{setting.title}: {named}", _amount(amount, setting.unit)
    else:
        yield setting.title, _amount(value, setting.unit)


def _amount(value: object, unit: str) -> str:
    if value is None:
        return "no band"
    if unit == "band":
        return f"band ({value})"
    words = _words(value)
    return f"{words} {unit.removesuffix('s') if words == '1' else unit}".rstrip()


def _words(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(_words, value))
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    return value.value if isinstance(value, StrEnum) else str(value)
