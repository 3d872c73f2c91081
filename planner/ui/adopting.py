"""The plan being adopted, held on to as it was when adopting began, whatever is found later.

It is kept with the draft, so that a refresh, a crash or another day goes on with the very
plan that the records name. What was decided is not kept here: that is read from the log.
"""

import base64
import binascii
import zlib
from typing import NamedTuple, cast

from pydantic import JsonValue, TypeAdapter, ValidationError

from planner.data.adjustment import Adjustment
from planner.data.plan import Plan
from planner.engine import plan_in_hand
from planner.errors import PlannerError
from planner.ui import asking
from planner.ui.asking import Question, digest_of
from planner.ui.desk import Search, desk
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
    """Hold on to a verified plan from now on; for callbacks."""
    packed = _packed(plan)
    desk().keep(_key(asking.question(team, changes), packed), plan)
    kept: JsonValue = {
        "team": team.token,
        "name": name,
        "plan": packed,
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
    """Give the plan of this team that is being adopted; ``None`` where there is none.

    One that comes from the disk is verified before anybody sees it.
    """
    kept = _kept(team)
    if kept is None:
        return None
    try:
        changes = _CHANGES.validate_json(str(kept["changes"]))
        question = asking.question(team, changes)
        plan = _verified(question, str(kept["plan"]))
    except (KeyError, ValidationError, PlannerError, binascii.Error, zlib.error):
        return None
    said = cast("dict[str, str]", kept)
    return Adopting(said["name"], question, plan, changes, said.get("override", ""))


def let_go(team: Picked) -> bool:
    """Whether a plan of this team was held on to; asked where it is not under way any more."""
    return _kept(team) is not None


def _kept(team: Picked) -> dict[str, JsonValue] | None:
    kept = team.box.draft.notes.get(UNDER_WAY)
    if not isinstance(kept, dict) or kept.get("team") != team.token:
        return None
    return kept


def _packed(plan: Plan) -> str:
    return base64.b64encode(zlib.compress(plan.model_dump_json().encode())).decode("ascii")


def _verified(question: Question, packed: str) -> Plan:
    def work(_search: Search[Plan]) -> Plan:
        plan = Plan.model_validate_json(zlib.decompress(base64.b64decode(packed)))
        return plan_in_hand(question.scenario, question.policy, plan, time_limit=0)

    return desk().wait(desk().ask(_key(question, packed), work), lambda _search: None)


def _key(question: Question, packed: str) -> str:
    return digest_of("adopting", question.key, packed)
