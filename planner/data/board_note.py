"""What a manager notes on the awaiting board: who was told, who was consulted, when reviewed."""

from datetime import date

from planner.data.record import Record


class BoardNote(Record):
    """The manager's own note about one child who awaits allocation; never worked out.

    ``told`` and ``consulted`` are roles, as the policy names them. A day left out is
    not recorded.
    """

    told: tuple[str, ...] = ()
    told_on: date | None = None
    consulted: tuple[str, ...] = ()
    consulted_on: date | None = None
    reviewed_on: date | None = None

    @property
    def blank(self) -> bool:
        """Whether nothing is noted."""
        return self == BoardNote()
