"""An arrangement with one family given to one practitioner: exact, and nothing else moves."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from planner.data.fit import StageChange
from planner.data.plan import Choices, Finding, GivenWay, Plan, StageValue
from planner.data.policy import Policy
from planner.data.problem import Problem, Unit
from planner.data.scenario import Scenario
from planner.engine.evaluate import held_now, score
from planner.engine.question import ask
from planner.errors import UsageFault, VerifierDisagrees
from planner.model import least_missed
from planner.report import Prepared, prepare
from planner.rules import RULES, settle
from planner.verify import verify_choices

AS_IT_STANDS = "the team as it stands"

# The neutral draw tells equal plans apart, and is no reason for one practitioner over another.
_DRAW = "tie_break"

_SAY = {rule.id: rule.say for rule in RULES}


@dataclass(frozen=True)
class Arrangement:
    """Who holds what, with the best of what to miss, its values and the rules it breaks."""

    prepared: Prepared
    words: str
    choices: Choices

    @property
    def problem(self) -> Problem:
        """The problem it answers."""
        return self.prepared.problem

    @cached_property
    def ledger(self) -> tuple[StageValue, ...]:
        """What it costs, stage by stage."""
        return score(self.prepared, self.choices)

    @cached_property
    def values(self) -> tuple[int, ...]:
        """The values of every stage but the neutral draw."""
        return tuple(line.value for line in self.ledger if _DRAW not in line.terms)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """The rules it does not meet."""
        return _findings(self.problem, self.choices)

    @cached_property
    def waiting(self) -> tuple[Unit, ...]:
        """The units that await in it."""
        return tuple(unit for unit in self.problem.units if not self.choices.holders[unit.id])


def arranged(prepared: Prepared, words: str, holders: Mapping[str, str]) -> Arrangement:
    """Complete who holds what with the best of what to miss."""
    return Arrangement(prepared, words, least_missed(prepared.problem, holders))


def in_hand(
    scenario: Scenario, policy: Policy, plan: Plan | None, extended: Scenario | None = None
) -> Arrangement:
    """Give the plan in hand, or without one the team as it stands; nothing is solved.

    Parameters
    ----------
    extended : Scenario, optional
        The same team with more children, who await; or with somebody away.

    Raises
    ------
    UsageFault
        Where the plan is of another team or policy, is no plan, or does not verify.
    """
    if plan is None:
        prepared = prepare(extended or scenario, policy)
        return arranged(prepared, AS_IT_STANDS, held_now(prepared.problem))
    question = ask(scenario, policy, plan=plan)
    prepared = (
        question.changed(extended)
        if extended
        else replace(question.prepared, problem=question.problem)
    )
    holders = _carried_over(prepared.problem, question.choices.holders)
    return arranged(prepared, f"the plan in hand ({plan.status.value})", holders)


def _carried_over(problem: Problem, holders: Mapping[str, str]) -> dict[str, str]:
    """Keep who holds what; units that the plan does not have await."""
    gone = holders.keys() - {unit.id for unit in problem.units}
    if gone:
        names = ", ".join(sorted(gone))
        raise UsageFault(f"with this change {names} would no longer be held as in the plan")
    return {unit.id: holders.get(unit.id, "") for unit in problem.units}


def placed(base: Arrangement, unit: Unit, practitioner: str) -> Arrangement:
    """Give one unit to one practitioner, and choose anew what is missed."""
    holders = {**base.choices.holders, unit.id: practitioner}
    return arranged(base.prepared, base.words, holders)


def newly_broken(base: Arrangement, tried: Arrangement, unit: Unit) -> tuple[Finding, ...]:
    """Give the rules that a placement breaks and the arrangement does not, or not by as much.

    A rule about this very unit counts also where it is broken already: a pin to somebody
    else is not kept while the unit awaits, and not by giving it to another either.
    """
    return _beyond(base.findings, tried.findings, unit)


def newly_given(base: Arrangement, tried: Arrangement) -> tuple[GivenWay, ...]:
    """Give the limits that give way in one arrangement beyond those of the other."""
    known = {(g.limit, g.practitioner, g.unit): g.amount for g in base.choices.gives}
    return tuple(
        give
        for give in tried.choices.gives
        if give.amount > known.get((give.limit, give.practitioner, give.unit), 0)
    )


def would_fit(base: Arrangement, unit: Unit, practitioner: str) -> bool:
    """Whether giving one unit to one practitioner breaks no rule that is not broken already.

    What is missed plays no part: a duty pool that is short breaks no limit.
    """
    problem = base.problem
    settled = settle(problem, {**base.choices.holders, unit.id: practitioner}, {}, {})
    return not _beyond(base.findings, _findings(problem, settled), unit)


def stage_changes(base: Arrangement, tried: Arrangement) -> tuple[StageChange, ...]:
    """Give what one arrangement costs beside the other, for every stage but the neutral draw."""
    return tuple(
        StageChange(
            id=now.id, title=now.title, before=before.value, after=now.value, policy=now.policy
        )
        for before, now in zip(base.ledger, tried.ledger, strict=True)
        if _DRAW not in now.terms
    )


def contacts_missed(arrangement: Arrangement) -> tuple[int, int]:
    """Count the contacts that duty misses: of all children, and of those watched."""
    missed = arrangement.choices.missed
    items = [item for item in arrangement.problem.missables if item.kind == "contact"]
    return (
        sum(item.contacts * missed.get(item.id, 0) for item in items),
        sum(item.watched * missed.get(item.id, 0) for item in items),
    )


def confirm(tried: Arrangement) -> None:
    """Have the verifier confirm a placement: its hours, values, and what it breaks already.

    Raises
    ------
    VerifierDisagrees
        Where it finds more than is broken without the placement: a bug.
    """
    known = {_SAY[finding.rule](finding) for finding in tried.findings}
    found = verify_choices(tried.problem, tried.choices, tried.ledger)
    disagreed = [sentence for sentence in found if sentence not in known]
    if disagreed:
        raise VerifierDisagrees(disagreed)


def _findings(problem: Problem, choices: Choices) -> tuple[Finding, ...]:
    return tuple(finding for rule in RULES for finding in rule.check(problem, choices))


def _beyond(
    before: tuple[Finding, ...], after: tuple[Finding, ...], unit: Unit
) -> tuple[Finding, ...]:
    known = {_subject(finding): finding.amount for finding in before if finding.unit != unit.id}
    return tuple(found for found in after if found.amount > known.get(_subject(found), 0))


def _subject(finding: Finding) -> tuple[str, ...]:
    return finding.rule, finding.unit, finding.practitioner, finding.subject
