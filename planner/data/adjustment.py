"""One what-if change, and the scenario it makes of another.

The same record serves ``extends`` files, the command line, the page's chips
and undo. Limits on changes stay fixed on the baseline team.
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from enum import StrEnum

from pydantic import Field

from planner.data.record import Record
from planner.data.record_kinds import ReasonCode
from planner.data.vocabulary import Grade


class AdjustmentKind(StrEnum):
    """What a what-if may change."""

    AWAY = "away"
    BACK = "back"
    HOURS = "hours"
    FTE = "fte"
    LIMIT = "limit"
    DUTY = "duty"
    ADD = "add"
    REMOVE = "remove"
    PIN = "pin"
    BAR = "bar"
    SPLIT = "split"
    RAISE = "raise"
    RESERVE = "reserve"
    ARRIVALS = "arrivals"
    DEALLOCATIONS = "deallocations"
    CHANGES = "changes"
    SETTING = "setting"


class Adjustment(Record):
    """One change; which fields matter depends on ``kind``.

    ======================= ==========================================================
    kind                    fields
    ======================= ==========================================================
    away                    practitioner, start (blank: as-at), until (blank: cycle end)
    back                    practitioner: every leave of theirs is dropped
    hours                   practitioner, amount: capacity limit in hours a cycle
    fte                     practitioner, fte
    limit                   practitioner (blank: everyone), amount: per cent
    duty                    practitioner who holds no cases, amount: hours a cycle given to duty
    add                     practitioner (new id), fte, grade, zone, team, skills
    remove                  practitioner
    pin, bar                child, practitioner, waiver, code, reason
    split, raise            child, code, reason
    reserve                 amount: hours
    arrivals                amount: children expected; reserves hours for them
    deallocations, changes  amount: how many may be considered
    setting                 name, value: a field of ``Limits``
    ======================= ==========================================================
    """

    kind: AdjustmentKind
    practitioner: str = ""
    child: str = ""
    amount: Decimal | None = Field(default=None, ge=0, le=10000)
    start: date | None = None
    until: date | None = None
    fte: Decimal = Field(default=Decimal(1), ge=0, le=1)
    grade: Grade = Grade.CPP4
    zone: str = ""
    team: str = ""
    skills: tuple[str, ...] = ()
    waiver: bool = False
    code: ReasonCode | None = None
    reason: str = ""
    name: str = ""
    value: str = ""


Adjustments = Iterable[Adjustment]
