"""What falls due in a cycle: one contact or dated task, for whom, and who holds the case."""

from datetime import date

from planner.data.record import Record


class DueLine(Record):
    """One contact or dated task of children of one unit on one day.

    ``day`` is the last day for a contact and the day of a task. ``overdue``
    says that it lies before the as-at date, ``unseen`` that a child was never
    recorded as seen. ``holder`` is blank while the children await
    allocation; ``interim`` is then who holds them. ``away`` says that the
    holder is away for it, with ``cover`` where one is named. ``missed`` says
    that it fits nobody's hours.
    """

    day: date
    what: str
    contact: bool
    family: str
    children: tuple[str, ...]
    holder: str = ""
    interim: str = ""
    cover: str = ""
    away: bool = False
    overdue: bool = False
    unseen: bool = False
    missed: bool = False
