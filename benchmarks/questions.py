"""How long each question takes on a usual team, from a plan in hand.

Run ``python -m benchmarks.questions``; it prints seconds beside what was asked for,
and whether the answer is proven.
"""

import argparse
import time
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from benchmarks.instances import team
from benchmarks.machine import machine
from planner.data.plan import Plan
from planner.data.scenario import Scenario
from planner.engine import (
    allocate,
    curve,
    explain,
    frontier,
    robustness,
    settled,
    who_could_take,
)
from planner.policy import default_policy

POLICY = default_policy()
LIMIT = 120.0


class Asked(NamedTuple):
    """One question: what it is called, the seconds hoped for, and how it is asked.

    Asking gives whether the answer is proven, and in a few words what it holds.
    """

    name: str
    hoped: float
    ask: Callable[[Scenario, Plan], tuple[bool, str]]


def _waiting(plan: Plan) -> str:
    """Give a child who awaits; every measured team has some."""
    return next(line.child for line in plan.children if line.unit and not line.holder)


def _one(scenario: Scenario, plan: Plan) -> tuple[bool, str]:
    answer = explain(scenario, POLICY, [_waiting(plan)], plan=plan, time_limit=LIMIT)
    return answer.explained[0].proven, answer.explained[0].child


def _all(scenario: Scenario, plan: Plan) -> tuple[bool, str]:
    answer = explain(scenario, POLICY, plan=plan, time_limit=LIMIT)
    return all(each.proven for each in answer.explained), f"{len(answer.explained)} families"


def _settled(scenario: Scenario, plan: Plan) -> tuple[bool, str]:
    answer = settled(scenario, POLICY, plan=plan, time_limit=LIMIT)
    return answer.proven, f"{len(answer.units)} families"


def _front(scenario: Scenario, plan: Plan) -> tuple[bool, str]:
    answer = frontier(scenario, POLICY, plan=plan, time_limit=LIMIT)
    return answer.proven, f"{len(answer.steps)} steps"


def _curve(scenario: Scenario, plan: Plan) -> tuple[bool, str]:
    who = next(line.practitioner for line in plan.practitioners if line.carries and line.present)
    answer = curve(scenario, POLICY, practitioner=who, plan=plan, time_limit=LIMIT)
    return answer.proven, f"{len(answer.steps)} steps"


def _top(scenario: Scenario, plan: Plan) -> tuple[bool, str]:
    answer = who_could_take(scenario, POLICY, _waiting(plan), plan=plan)
    return True, f"{len(answer.fits)} practitioners"


def _robust(scenario: Scenario, plan: Plan) -> tuple[bool, str]:
    answer = robustness(scenario, POLICY, plan=plan, time_limit=5 * LIMIT)
    return answer.proven, f"{answer.points_drawn} + {answer.hours_drawn} draws"


QUESTIONS = (
    Asked("one why-not", 0.5, _one),
    Asked("all who await explained", 8, _all),
    Asked("settled, your call, not possible", 10, _settled),
    Asked("de-allocation choices, whole front", 8, _front),
    Asked("capacity curve", 8, _curve),
    Asked("who could take this child", 0.1, _top),
    Asked("robustness, 200 draws each", 60, _robust),
)


def lines(children: int, practitioners: int, seeds: Sequence[int], names: str) -> Iterator[str]:
    """Ask every question of some teams, and give a line for each answer."""
    for seed in seeds:
        scenario = team(children, practitioners, seed)
        plan = allocate(scenario, POLICY, time_limit=LIMIT, offers=False)
        for question in QUESTIONS:
            if names in question.name:
                started = time.perf_counter()
                proven, what = question.ask(scenario, plan)
                seconds = time.perf_counter() - started
                known = "proven" if proven else "not proven"
                yield (
                    f"{seed:>4}  {question.name:<36}{seconds:>8.2f} s{question.hoped:>8g} s  "
                    f"{known:<11} {what}"
                )


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure every question and print each."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.questions", description=__doc__)
    parser.add_argument("--children", type=int, default=75)
    parser.add_argument("--practitioners", type=int, default=6)
    parser.add_argument("--teams", type=int, default=3)
    parser.add_argument("--only", default="", help="questions with these words in their name")
    asked = parser.parse_args(arguments)
    print("\n".join(machine()))
    print(f"{'seed':>4}  {'question':<36}{'took':>10}{'hoped':>10}  known       what")
    for line in lines(asked.children, asked.practitioners, range(1, asked.teams + 1), asked.only):
        print(line, flush=True)


if __name__ == "__main__":
    main()
