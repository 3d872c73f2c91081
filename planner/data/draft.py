"""What a manager is trying out: her what-if, her baseline, what she saved, and what can be undone.

One record, so that a refresh, a crash or another day finds all of it again.
"""

from collections.abc import Mapping

from pydantic import AwareDatetime, Field, JsonValue

from planner.data.adjustment import Adjustment
from planner.data.record import Record
from planner.data.scenario import Scenario

BASELINE = "the team's own data"
"""The name of the baseline until another one is made."""


class Saved(Record):
    """What-if changes under a name, with a note on what they are for."""

    name: str = Field(max_length=80)
    note: str = Field(default="", max_length=2000)
    changes: tuple[Adjustment, ...] = ()


class Draft(Record):
    """A manager's sandbox over one team; nothing in it is applied to anybody.

    Attributes
    ----------
    team : str
        The name of a team that ships; blank where ``scenario`` is her own data.
    changes : tuple of Adjustment
        The what-if, against the team's own data.
    undo, redo : tuple
        What-ifs before and after this one, the nearest last.
    notes : mapping
        What pages keep of their own, by the name they gave it.
    revision : int
        How often the draft was kept; tells whether somebody else kept it since.
    """

    team: str = ""
    scenario: Scenario | None = None
    baseline: Saved = Saved(name=BASELINE)
    changes: tuple[Adjustment, ...] = ()
    saved: tuple[Saved, ...] = ()
    undo: tuple[tuple[Adjustment, ...], ...] = ()
    redo: tuple[tuple[Adjustment, ...], ...] = ()
    notes: Mapping[str, JsonValue] = {}
    revision: int = 0
    kept: AwareDatetime | None = None
