"""What is known of one child on the day, in one place for every principle."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from string import Template

from planner.data.policy import Policy, TaskKind
from planner.data.scenario import Child, Decision, Reply, Scenario, Task
from planner.data.score import Reason
from planner.data.vocabulary import DecisionKind, InfantResponse, Phase
from planner.data.wording import Sentence, SentenceId
from planner.principles.age import age_in_years

SUBSTANTIATED = (Phase.PROTECTIVE_INTERVENTION, Phase.PROTECTION_ORDER, Phase.CLOSURE)


@lru_cache(maxsize=4096, typed=True)
def filled_in(text: str, /, **names: object) -> str:
    """Fill the ``$names`` of a text in; few texts are filled in again and again."""
    return Template(text).safe_substitute(names)


@dataclass(frozen=True)
class Wording:
    """The sentences of the policy, ready to be filled in."""

    sentences: Mapping[SentenceId, Sentence]

    def say(self, sentence: SentenceId, **names: object) -> str:
        """Give the sentence with its ``$names`` filled in."""
        return filled_in(self.sentences[sentence].text, **names)

    def reason(self, sentence: SentenceId, **names: object) -> Reason:
        """Give the sentence as a reason, with its paragraph."""
        return Reason(
            text=self.say(sentence, **names), paragraph=self.sentences[sentence].paragraph
        )


@dataclass(frozen=True)
class Situation:
    """One child with everything the files hold about it, and the policy.

    ``due`` holds the dated tasks of the cycle with their kinds, by date;
    ``factors`` and ``indicators`` hold the replies by item.
    """

    child: Child
    age: int | None
    as_at: date
    policy: Policy
    wording: Wording
    supplied: frozenset[str]
    due: tuple[tuple[Task, TaskKind], ...]
    decisions: tuple[Decision, ...]
    factors: Mapping[str, Reply]
    indicators: Mapping[str, Reply]

    @property
    def infant(self) -> bool:
        """Whether the child is known to be under the infant age."""
        return self.age is not None and self.age < self.policy.standards.infant_age

    @property
    def mandatory(self) -> bool:
        """Whether an intensive response is recorded; it stands whatever the age."""
        return self.child.infant_response is InfantResponse.INTENSIVE

    @property
    def response_missing(self) -> bool:
        """Whether the child is an infant without a recorded response decision."""
        return self.infant and self.child.infant_response is InfantResponse.NOT_RECORDED

    @property
    def substantiated(self) -> bool:
        """Whether the case is past substantiation, so that a case plan is due."""
        return self.child.phase in SUBSTANTIATED

    @property
    def days_since_assessment(self) -> int | None:
        """Days since the current risk assessment was endorsed; ``None`` without one."""
        endorsed = self.child.risk_date
        return None if endorsed is None else (self.as_at - endorsed).days

    @property
    def assessment_old(self) -> bool:
        """Whether the endorsed risk assessment is older than the policy allows."""
        days = self.days_since_assessment
        return days is not None and days > self.policy.standards.risk_assessment_old_days

    def decided(self, kind: DecisionKind) -> tuple[Decision, ...]:
        """Give the manager's decisions of one kind on this child."""
        return tuple(row for row in self.decisions if row.kind is kind)

    def holds(self, column: str) -> bool:
        """Whether the team's file of cases held this column."""
        return f"cases.{column}" in self.supplied


def in_words(day: date) -> str:
    """Give a date as it is read aloud."""
    return f"{day.day} {day:%B} {day.year}"


def situations(scenario: Scenario, policy: Policy) -> Iterator[Situation]:
    """Give each child's situation; row order of the files changes nothing."""
    tasks = _due(scenario, policy)
    decisions = defaultdict(list)
    for decision in scenario.decisions:
        decisions[decision.child].append(decision)
    factors, indicators = _by_child(scenario.factors), _by_child(scenario.indicators)
    wording = Wording({sentence.id: sentence for sentence in policy.sentences})
    for child in sorted(scenario.children, key=lambda row: row.child):
        yield Situation(
            child=child,
            age=age_in_years(child, scenario.as_at),
            as_at=scenario.as_at,
            policy=policy,
            wording=wording,
            supplied=scenario.supplied,
            due=tuple(tasks[child.child]),
            decisions=tuple(sorted(decisions[child.child], key=_by_date)),
            factors=factors[child.child],
            indicators=indicators[child.child],
        )


def _due(scenario: Scenario, policy: Policy) -> Mapping[str, list[tuple[Task, TaskKind]]]:
    kinds = {kind.id: kind for kind in policy.tasks}
    end = scenario.as_at + timedelta(days=scenario.cycle_days)
    due: defaultdict[str, list[tuple[Task, TaskKind]]] = defaultdict(list)
    for task in sorted(scenario.tasks, key=lambda row: (row.due, row.task)):
        if task.task in kinds and scenario.as_at <= task.due < end:
            due[task.child].append((task, kinds[task.task]))
    return due


def _by_child(replies: tuple[Reply, ...]) -> Mapping[str, dict[str, Reply]]:
    found: defaultdict[str, dict[str, Reply]] = defaultdict(dict)
    for reply in replies:
        found[reply.child][reply.item] = reply
    return found


def _by_date(decision: Decision) -> tuple[date, str, str]:
    return (decision.decided or date.min, decision.kind, decision.reason)
