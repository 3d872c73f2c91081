"""The plan being adopted, held on to as it was when adopting began, whatever is found later.

It is kept with the draft, so that a refresh, a crash or another day goes on with the very
plan that the records name. What was decided is not kept here: that is read from the log.
"""

import base64
import binascii
import zlib
from functools import lru_cache
from typing import NamedTuple, cast

from pydantic import JsonValue, TypeAdapter, ValidationError

from planner.data.adjustment import Adjustment
from planner.data.plan import Plan
from planner.errors import DataFaults
from planner.ui import asking
from planner.ui.asking import Question
from planner.ui.teams import Picked

UNDER_WAY = "compare_adopting"
_CHANGES = TypeAdapter(tuple[Adjustment, ...])


class Adopting(NamedTuple):
    """A plan being adopted, under the name it had, with the question that it answers.

    ``override`` is what each record says of guard-rails that do not hold.
    """

    name: str
    question: Question
    plan: Plan
    changes: tuple[Adjustment, ...]
    override: str = ""


def begin(
    team: Picked, name: str, plan: Plan, changes: tuple[Adjustment, ...], override: str
) -> None:
    """Hold on to a plan from now on; for callbacks."""
    kept: JsonValue = {
        "team": team.token,
        "name": name,
        "plan": _packed(plan),
        "changes": _CHANGES.dump_json(changes).decode(),
        "override": override,
    }
    _note(team, kept)


def stop(team: Picked) -> None:
    """Hold on to it no longer; what was recorded stays in the log."""
    _note(team, None)


def _note(team: Picked, kept: JsonValue) -> None:
    team.box.keep(notes={**team.box.draft.notes, UNDER_WAY: kept})


def under_way(team: Picked) -> Adopting | None:
    """Give the plan of this team that is being adopted; ``None`` where there is none."""
    kept = team.box.draft.notes.get(UNDER_WAY)
    if not isinstance(kept, dict) or kept.get("team") != team.token:
        return None
    try:
        changes = _CHANGES.validate_json(str(kept["changes"]))
        question = asking.question(team, changes)
        plan = _unpacked(str(kept["plan"]))
    except (KeyError, ValidationError, DataFaults, binascii.Error, zlib.error):
        return None
    said = cast("dict[str, str]", kept)
    return Adopting(said["name"], question, plan, changes, said.get("override", ""))


def _packed(plan: Plan) -> str:
    return base64.b64encode(zlib.compress(plan.model_dump_json().encode())).decode("ascii")


@lru_cache(maxsize=8)
def _unpacked(text: str) -> Plan:
    return Plan.model_validate_json(zlib.decompress(base64.b64decode(text)))
