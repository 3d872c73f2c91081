"""The scenarios that ship: one team each, in a situation a team manager knows."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from planner.data.scenario import Decision, Scenario, Task
from planner.data.vocabulary import Consequence, DecisionKind, InfantResponse, Order, Probability
from planner.policy import default_policy
from planner.synthetic.arrivals import Infant, with_infants, with_siblings
from planner.synthetic.calibrate import with_duty
from planner.synthetic.edits import (
    all_at_threshold,
    blanked,
    families_of,
    renamed,
    with_decisions,
    with_end,
    with_leave,
    with_task,
    without_practitioner,
)
from planner.synthetic.generate import MONDAY, generate, settle, with_supplied
from planner.synthetic.shares import Style, read_shares
from planner.synthetic.staff import MANAGER

_CHILDREN = 75
_PRACTITIONERS = 6
_LEFT = date(2026, 2, 20)
_GAPS = 0.4
_IN_MANAGERS_NAME = 20
_SEVERE_LIKELY = {"consequence": Consequence.SEVERE, "probability": Probability.LIKELY}
_SIGNIFICANT_LIKELY = {
    "consequence": Consequence.SIGNIFICANT,
    "probability": Probability.LIKELY,
}


class Story(NamedTuple):
    """A scenario that ships: its folder, its name, what it is about, and its team."""

    folder: str
    name: str
    about: str
    team: Callable[[], Scenario]


def tell(story: Story) -> Scenario:
    """Make the team of a story, under the story's name."""
    return with_supplied(story.team()).model_copy(update={"name": story.name})


def _usual(seed: int, style: Style = Style.MIXED, children: int = _CHILDREN) -> Scenario:
    return generate(children, _PRACTITIONERS, seed, style=style, as_at=MONDAY)


def _vacancy() -> Scenario:
    return with_end(_usual(21), ("P02", "P04"), _LEFT)


def _infant_surge() -> Scenario:
    known = InfantResponse.RESPONSE
    severe = Infant(weeks=9, response=known, **_SEVERE_LIKELY)
    infants = (
        severe.model_copy(update={"weeks": 3, "response": InfantResponse.INTENSIVE}),
        severe,
        severe.model_copy(update={"twin": True}),
        Infant(
            weeks=30,
            response=known,
            consequence=Consequence.SIGNIFICANT,
            probability=Probability.LIKELY,
        ),
        Infant(weeks=47, response=InfantResponse.NOT_RECORDED, days_awaiting=2),
        Infant(
            weeks=70,
            response=known,
            consequence=Consequence.SIGNIFICANT,
            probability=Probability.LIKELY,
        ),
    )
    return with_infants(_usual(6, children=_CHILDREN - len(infants)), infants)


def _sibling_group_of_six() -> Scenario:
    return with_siblings(generate(26, 3, 13), ages=(1, 3, 5, 8, 11, 14), days_awaiting=9)


def _manager_holds_twenty() -> Scenario:
    """One practitioner left weeks ago; most of those cases came into the manager's name."""
    team = without_practitioner(_usual(24), "P02")
    nobody = renamed(team, families_of(team, {"P02"}, _CHILDREN), "")
    families = families_of(nobody, {""}, _IN_MANAGERS_NAME)
    named = renamed(nobody, families, MANAGER)
    return with_duty(named, default_policy(), 0.0, read_shares())


def _data_gaps() -> Scenario:
    blank = blanked(_usual(17), _GAPS, 17)
    return blanked(settle(blank, 17, read_shares()), _GAPS, 17)


def _all_high_risk() -> Scenario:
    return settle(all_at_threshold(_usual(22), 22), 22, read_shares())


def _infant_nobody_can_hold() -> Scenario:
    infant = Infant(weeks=5, response=InfantResponse.INTENSIVE, **_SEVERE_LIKELY)
    team = with_infants(generate(28, 3, 13), (infant,))
    child = team.children[-1].child
    team = with_decisions(
        team,
        Decision(
            kind=DecisionKind.CONFLICT,
            child=child,
            practitioner="P01",
            reason="Knows the family from the neighbourhood",
            decided=MONDAY,
        ),
        Decision(
            kind=DecisionKind.BAR,
            child=child,
            practitioner="P02",
            reason="A complaint by the mother is being looked into",
            decided=MONDAY,
        ),
    )
    return with_leave(team, "P03", MONDAY + timedelta(days=18))


def _monday() -> Scenario:
    """Two are sick, one of them due in court on Wednesday; an infant came on Friday."""
    infant = Infant(weeks=4, response=InfantResponse.INTENSIVE, **_SEVERE_LIKELY)
    team = with_infants(_usual(56, children=_CHILDREN - 1), (infant,))
    wednesday, friday = MONDAY + timedelta(days=2), MONDAY + timedelta(days=4)
    before_court = (Order.APPLICATION, Order.INTERIM)
    heard = next(c for c in team.children if c.holder == "P06" and c.order in before_court)
    away = with_leave(with_leave(team, "P06", friday), "P05", wednesday)
    return with_task(away, Task(child=heard.child, task="hearing", due=wednesday))


STORIES: tuple[Story, ...] = (
    Story(
        "monday",
        "Monday: two sick, one new infant, a hearing on Wednesday",
        "The demonstration. P06 is sick until Friday and P05 until Wednesday, P06's hearing on "
        "Wednesday needs somebody, and an infant of an intensive response came on Friday.",
        _monday,
    ),
    Story(
        "steady",
        "A steady team",
        "Six practitioners near their hours; about one child in seven awaits allocation.",
        lambda: _usual(15),
    ),
    Story(
        "vacancy",
        "Two of six have left",
        "P02 and P04 left on 20 February; their names are still on their cases.",
        _vacancy,
    ),
    Story(
        "infant_surge",
        "Six infants in one week",
        "Six children under two came within days, twins among them; one is of an intensive "
        "response, for one no response decision is recorded.",
        _infant_surge,
    ),
    Story(
        "sibling_group_of_six",
        "Six siblings await allocation",
        "A small team, and one family of six that is more than anybody has hours for.",
        _sibling_group_of_six,
    ),
    Story(
        "rural_two_towns",
        "Two towns, nearly an hour apart",
        "A rural team with families and practitioners in two towns; travel decides much.",
        lambda: _usual(5, Style.RURAL),
    ),
    Story(
        "manager_holds_twenty",
        "Twenty children in the team manager's name",
        "A practitioner left and was not replaced; twenty children came into the team "
        "manager's name and are counted apart, as awaiting allocation.",
        _manager_holds_twenty,
    ),
    Story(
        "data_gaps",
        "Four facts in ten are missing",
        "Forty per cent of what may be blank is blank: judgements, dates, plans, answers.",
        _data_gaps,
    ),
    Story(
        "all_high_risk",
        "Every child is at high risk",
        "All judgements are at or over the threshold; only the bands tell children apart.",
        _all_high_risk,
    ),
    Story(
        "infant_nobody_can_hold",
        "An infant nobody can hold",
        "An infant of an intensive response: P01 has a conflict of interest, P02 is barred, "
        "P03 is away for three weeks. No compliant plan exists.",
        _infant_nobody_can_hold,
    ),
    Story(
        "investigation_team",
        "An investigation team",
        "Four children in five are in investigation; first visits and urgent work come first.",
        lambda: _usual(1, Style.INVESTIGATION),
    ),
    Story(
        "case_management_team",
        "A case management team",
        "Three children in four are on protection orders, many with agreed monthly contact.",
        lambda: _usual(2, Style.CASE_MANAGEMENT),
    ),
)
