"""Now, the baseline plan and the what-if of one team: solved where they must be, and followed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from streamlit.delta_generator import DeltaGenerator

from planner.data.adjustment import Adjustment
from planner.data.plan import Choices, Plan
from planner.ui import asking, following, state, under_way
from planner.ui.asking import Question
from planner.ui.teams import Picked

NOW, BASELINE, WHAT_IF = "Now", "Baseline plan", "What-if"


@dataclass(frozen=True)
class Sides:
    """The three columns of every page, and the questions that two of them answer.

    Where ``changed`` is false the what-if is the baseline plan. ``known`` names the longer
    searches that had ended before the plans were read, and so are part of them.
    """

    team: Picked
    changes: tuple[Adjustment, ...]
    base: Question
    asked: Question
    now: Plan
    baseline: Plan
    what_if: Plan
    known: frozenset[str] = frozenset()

    @property
    def changed(self) -> bool:
        """Whether the what-if is another question than the baseline."""
        return self.asked.key != self.base.key

    @property
    def named(self) -> Mapping[str, Plan]:
        """The three plans by the names that every page gives them."""
        return {NOW: self.now, BASELINE: self.baseline, WHAT_IF: self.what_if}


def sides(team: Picked, place: DeltaGenerator) -> Sides:
    """Find the three plans of a team, showing in ``place`` what is under way.

    Raises
    ------
    DataFaults
        Where a change names somebody or something that is not there.
    """
    base = asking.question(team, state.baseline(team).changes)
    asked = asking.question(team, state.changes(team))
    tick = under_way.tick(place, team)
    following.follow_only([asking.further_key(asked), asking.further_key(base)])
    known = asking.ended(base) | asking.ended(asked)
    now = asking.now(asking.question(team), tick)
    warm = state.in_hand(team)
    baseline = _plan(base, warm, tick)
    what_if = baseline if asked.key == base.key else _plan(asked, warm or baseline.choices, tick)
    state.keep_in_hand(team, what_if.choices)
    return Sides(team, state.changes(team), base, asked, now, baseline, what_if, known)


def plan_of(found: Sides, question: Question, place: DeltaGenerator) -> Plan:
    """Find the plan of another question about the same team, such as a saved scenario."""
    for known, plan in ((found.base, found.baseline), (found.asked, found.what_if)):
        if known.key == question.key:
            return plan
    return _plan(question, found.what_if.choices, under_way.tick(place, found.team))


def plans_of(
    found: Sides, questions: Sequence[Question], place: DeltaGenerator
) -> Mapping[str, Plan]:
    """Find the plans of several questions, by the key of each."""
    return {question.key: plan_of(found, question, place) for question in questions}


def _plan(asked: Question, warm: Choices | None, tick: asking.Tick) -> Plan:
    """Find the plan of a question, starting from the last one that was known of the team."""
    return asking.plan(asked, warm, tick, following.halted(asking.further_key(asked)))
