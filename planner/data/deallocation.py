"""De-allocation as the policy words it: the 14 indicators, their two lines, the record of why.

2254 asks for the least impact on the child or on progress to the permanency
objective. The policy file says which indicator bears on which of the two.
"""

from enum import StrEnum

from pydantic import Field

from planner.data.record import Record


class BearsOn(StrEnum):
    """What a de-allocation would bear on; the two are never added up into one figure on show."""

    CHILD = "child"
    PERMANENCY = "permanency"


class Indicator(Record):
    """One of the 14 de-allocation indicators of 2254.

    ``no_points`` and ``unknown_points`` are the impact added where the
    indicator is absent or not known; present or not applicable adds none.
    ``bears_on`` names the line it is shown on. Where ``to_settle`` is false a
    "no" is no gap: the indicator describes a situation that many cases are not in.
    """

    id: str
    title: str
    paragraph: str
    bears_on: BearsOn
    to_settle: bool = True
    no_points: int = Field(ge=0, le=100)
    unknown_points: int = Field(ge=0, le=100)


class ImpactScale(Record):
    """What else than indicators adds to the impact of a de-allocation (0-100), and where."""

    cap: int = 100
    risk_assessment_old: int = 10
    risk_assessment_bears_on: BearsOn = BearsOn.CHILD
    review_due_in_cycle: int = 10
    review_bears_on: BearsOn = BearsOn.PERMANENCY
    hearing_due_in_cycle: int = 10
    hearing_bears_on: BearsOn = BearsOn.PERMANENCY


class DeallocationWords(Record):
    """The words of a de-allocation that are no sentences.

    ``lines`` gives the heading of each line of impact; ``consulted`` the roles
    that 2254 names; ``advice_service`` whom to consult for an Aboriginal child;
    ``professionals`` the indicator that says who else sees the child; ``told``
    who is told that the child awaits allocation.
    """

    child_line: str
    permanency_line: str
    consulted: tuple[str, ...] = Field(min_length=1)
    advice_service: str
    professionals: str
    told: tuple[str, ...] = Field(min_length=1)

    def heading(self, line: BearsOn) -> str:
        """Give the heading of one of the two lines."""
        return self.child_line if line is BearsOn.CHILD else self.permanency_line


class RationaleId(StrEnum):
    """Every part of the record of why a child was de-allocated."""

    DECISION = "decision"
    WHY = "why"
    RISK = "risk"
    CYCLE = "cycle"
    PRINCIPLES = "principles"
    CHILD = "child"
    PERMANENCY = "permanency"
    CONSULTED = "consulted"
    OBLIGATIONS = "obligations"
    VIEWS = "views"
    INTERESTS = "interests"
    WORK = "work"
    CONTACT = "contact"
    TOLD = "told"
    REVIEW = "review"


class RationalePart(Record):
    """One part of the record: its heading, what is asked of the manager, and the source."""

    id: RationaleId
    heading: str
    prompt: str
    paragraph: str
