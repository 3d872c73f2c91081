"""Tiny random teams that between them reach every rule, term and stage.

Hours are tight on purpose, so that limits bind. What `docs/model.md` leaves open is left out; the
rest may happen to anyone.
"""

from collections.abc import Sequence
from datetime import timedelta
from random import Random

from planner.data.scenario import (
    Child,
    Decision,
    Leave,
    Practitioner,
    Reply,
    Scenario,
    Task,
    Travel,
)
from planner.policy import default_policy
from tests.make import AS_AT, child, decision, practitioner, scenario

MOST_CHILDREN = 5
JUDGED_HIGH = (
    ("severe", "very likely"),
    ("severe", "likely"),
    ("significant", "very likely"),
    ("significant", "likely"),
)
STAGES_OF_CASE = (
    ("intake", "none"),
    ("investigation", "none"),
    ("protective intervention", "none"),
    ("protective intervention", "interim accommodation order"),
    ("protective intervention", "protection application"),
    ("protection order", "family preservation"),
    ("protection order", "family reunification"),
    ("protection order", "care by secretary"),
    ("protection order", "long-term care"),
    ("protection order", "undertaking"),
    ("closure", "none"),
)
LEAVES = (
    (0, 27),
    (0, 6),
    (0, 7),
    (-5, 4),
    (7, 20),
    (14, 40),
    (-8, 33),
    (-8, 34),
    (-30, 12),
    (0, None),
    (3, None),
    (16, 16),
)


def random_scenario(source: int | Random) -> Scenario:
    """Make a tiny team from a seed, or from a generator of random numbers."""
    return _Draw(source if isinstance(source, Random) else Random(source)).scenario()


class _Draw:
    """One team in the making; every draw comes from one generator, in a fixed order."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.as_at = AS_AT + timedelta(rng.choice((0, 0, 0, 0, 2, 4, 5)))
        self.teams = ["north", "south"] if self.chance(0.25) else ["north"]
        self.carriers = [f"P{n}" for n in range(1, rng.choice((2, 2, 3, 3)) + 1)]
        self.base = rng.choice(("", "town", "town"))
        columns = ("disability", "maram", "case_plan")
        self.columns = {name for name in columns if self.chance(0.7)}
        asked = [f for f in default_policy().factors if not f.derived]
        self.items = [f.id for f in asked if self.chance(0.3)]
        self.groups = [f.id for f in asked if f.group]

    def chance(self, share: float) -> bool:
        return self.rng.random() < share

    def maybe(self, share: float, values: Sequence[object]) -> object:
        return self.rng.choice(values) if self.chance(share) else None

    def scenario(self) -> Scenario:
        people = self.people()
        children = self.children()
        factors = self.factors(children)
        answered = {r.item for r in factors} | set(self.items)
        indicators = [i.id for i in default_policy().indicators]
        return scenario(
            children,
            people,
            as_at=self.as_at,
            cycle_days=self.rng.choice((28, 28, 28, 28, 14, 35, 10)),
            limits=self.limits(),
            bases=dict.fromkeys(self.teams, self.base) if self.base else {},
            leave=self.leaves(),
            tasks=self.tasks(children),
            decisions=self.decisions(children),
            travel=self.travel(),
            factors=factors,
            indicators=self.indicators(children, indicators),
            supplied=frozenset(
                [f"cases.{name}" for name in self.columns]
                + [f"factors.{item}" for item in answered]
                + [f"indicators.{item}" for item in indicators]
            ),
        )

    # People

    def people(self) -> list[Practitioner]:
        found = [self.carrier(name) for name in self.carriers]
        if self.chance(0.5):
            hours = self.rng.choice((4, 7.5, 12, 20, 30))
            team = self.rng.choice(self.teams)
            found.append(practitioner("D1", grade="CPP2", duty_hours=hours, team=team))
        if self.chance(0.5):
            found.append(practitioner("M1", grade="CPP5.2", team=self.teams[0]))
        return found

    def carrier(self, name: str) -> Practitioner:
        rng = self.rng
        stays = [{}, {"end": self.day(9)}, {"start": self.day(10)}, {"end": self.day(-1)}]
        return practitioner(
            name,
            team=rng.choice(self.teams),
            grade=rng.choice(("CPP3", "CPP4", "CPP5.1")),
            fte=rng.choice((0.15, 0.2, 0.2, 0.25, 0.3, 0.3, 0.4, 0.5)),
            zone=rng.choice(("", "", "town", "hills")),
            skills=tuple(s for s in ("court", "infants") if self.chance(0.4)),
            first_year=self.chance(0.15),
            supervisees=1 if self.chance(0.1) else 0,
            rostered_hours=rng.choice((0, 0, 1.5, 4, 8)),
            duty_hours=5 if self.chance(0.1) else 0,
            limit_percent=rng.choice((100, 100, 100, 100, 80, 120, 150)),
            limit_hours=self.maybe(0.1, (8, 15.5, 25, 40)),
            children_limit=self.maybe(0.15, (0, 1, 1, 2, 3)),
            intensive_limit=self.maybe(0.15, (0, 0, 1)),
            high_risk_limit=self.maybe(0.1, (0, 1, 2)),
            new_families_limit=self.maybe(0.15, (0, 0, 1)),
            **(rng.choice(stays) if self.chance(0.2) else {}),
        )

    def leaves(self) -> list[Leave]:
        found = []
        for name in self.carriers:
            if self.chance(0.35):
                start, until = self.rng.choice(LEAVES)
                found.append(self.leave(name, start, until))
                if until is not None and self.chance(0.3):
                    gap = self.rng.choice((1, 2, 3, 4))
                    found.append(self.leave(name, until + gap, until + gap + 7))
        return found

    def leave(self, name: str, start: int, until: int | None) -> Leave:
        return Leave.model_validate(
            {
                "practitioner": name,
                "start": self.day(start),
                "until": None if until is None else self.day(until),
                "choice": self.maybe(0.4, ("cover", "re-allocate")),
            }
        )

    # Children

    def children(self) -> list[Child]:
        found: list[Child] = []
        for family in range(1, self.rng.choice((2, 3, 4, 5)) + 1):
            holder, team = self.holder(), self.rng.choice(self.teams)
            for _ in range(self.rng.choice((1, 1, 1, 2, 3))):
                if len(found) == MOST_CHILDREN:
                    return found
                own = self.holder() if self.chance(0.15) else holder
                found.append(self.child(f"C{len(found) + 1}", f"F{family}", team, own))
        return found

    def holder(self) -> str:
        others = ("", "M1", "gone")
        return self.rng.choice(self.carriers) if self.chance(0.6) else self.rng.choice(others)

    def child(self, name: str, family: str, team: str, holder: str) -> Child:
        rng = self.rng
        phase, order = rng.choice(STAGES_OF_CASE)
        agreed = self.maybe(0.3, (-10, -60, -92, -93, -200))
        return child(
            name,
            family=family,
            team=team if not self.chance(0.03) else rng.choice(self.teams),
            phase=phase,
            order=order,
            zone=rng.choice(("", "", "town", "hills")),
            placement=rng.choice(("", "", "", "other home")),
            case_plan=rng.choice(("none", "draft", "endorsed", "unknown"))
            if "case_plan" in self.columns
            else "unknown",
            disability=rng.choice(("yes", "no", "unknown"))
            if "disability" in self.columns
            else "unknown",
            holder=holder,
            since=self.maybe(0.9, [self.day(-n) for n in (3, 20, 80)]),
            last_seen=self.maybe(0.85, [self.day(-n) for n in (1, 8, 20, 45)]),
            contact=None if agreed is None else rng.choice(("weekly", "fortnightly", "monthly")),
            contact_agreed=None if agreed is None else self.day(int(str(agreed))),
            status=rng.choice(("contracted", "outside the pool")) if self.chance(0.07) else "open",
            language="Dinka" if self.chance(0.1) else "",
            skills=("court",) if self.chance(0.12) else (),
            risk_date=self.day(-rng.choice((10, 100, 183, 184, 300))),
            **self.risk(),
        )

    def risk(self) -> dict[str, object]:
        """Draw age, response, schedule and judgements together, for they belong together."""
        rng, draw = self.rng, self.rng.random()
        consequence, probability = "concerning", rng.choice(("likely", "unlikely"))
        if draw > 0.75:
            consequence, probability = rng.choice(JUDGED_HIGH)
        age, response = rng.choice((2, 3, 4, 5, 8, 12, 15)), "not applicable"
        if draw < 0.24:
            age = rng.choice((0, 1))
            response = "intensive" if draw < 0.13 else "response"
            response = "not recorded" if draw > 0.2 else response
        living = rng.choice(("parents", "kinship care", "residential care"))
        maram = rng.choice(("none", "at risk", "elevated risk", "serious risk"))
        maram = "serious risk, immediate" if self.chance(0.05) else maram
        maram = "none" if age < 5 and living == "parents" else maram
        return {
            "age": age,
            "infant_response": response,
            "youth_schedule": "yes" if age >= 12 and self.chance(0.3) else "no",
            "consequence": None if self.chance(0.04) else consequence,
            "probability": probability,
            "living": living,
            "maram": maram if "maram" in self.columns else "unknown",
        }

    def factors(self, children: list[Child]) -> list[Reply]:
        found = []
        for row in children:
            items = {i for i in self.items if self.chance(0.4)}
            if self.chance(0.3):
                items.add(self.rng.choice(self.groups))
            for item in sorted(items):
                answer = self.rng.choice(("yes", "yes", "no", "unknown", "not applicable"))
                found.append(self.reply(row.child, item, answer))
        return found

    def indicators(self, children: list[Child], items: list[str]) -> list[Reply]:
        return [
            self.reply(row.child, item, self.rng.choice(("yes", "yes", "no", "not applicable")))
            for row in children
            for item in items
            if self.chance(0.5)
        ]

    def reply(self, name: str, item: str, answer: str) -> Reply:
        return Reply.model_validate({"child": name, "item": item, "answer": answer})

    # Work, decisions and settings

    def tasks(self, children: list[Child]) -> list[Task]:
        kinds = [kind.id for kind in default_policy().tasks]
        found = []
        for row in children:
            while self.chance(0.35):
                due = self.day(self.rng.choice((-1, 0, 3, 5, 9, 13, 20, 27, 28)))
                values = {"child": row.child, "task": self.rng.choice(kinds), "due": due}
                hours = self.maybe(0.3, (0.5, 1.25, 4, 7.7))
                found.append(Task.model_validate({**values, "hours": hours}))
        return found

    def decisions(self, children: list[Child]) -> list[Decision]:
        found, pinned = [], set[str]()
        intensive = {c.family for c in children if c.infant_response == "intensive"}
        kept = {c.family for c in children if c.holder in self.carriers} & intensive
        for row in (c for c in children if c.status == "open"):
            who = self.rng.choice(self.carriers)
            shares = {"bar": 0.07, "conflict": 0.05, "split": 0.06, "raise": 0.08, "lower": 0.15}
            if row.family not in (pinned | kept) and self.chance(0.1):
                pinned.add(row.family)
                found.append(decision("pin", row.child, who, waiver=self.chance(0.75)))
            for kind, share in shares.items():
                if self.chance(share):
                    named = who if kind in ("bar", "conflict") else ""
                    found.append(decision(kind, row.child, named))
        return found

    def travel(self) -> list[Travel]:
        rows = [("town", "hills", 55), ("hills", "town", 35), ("town", "town", 10)]
        return [
            Travel(origin=a, destination=b, minutes=minutes)
            for a, b, minutes in rows
            if self.chance(0.4)
        ]

    def limits(self) -> dict[str, object]:
        rng = self.rng
        deallocations = rng.choice((0, 0, 0, 1, 2))
        return {
            "strict": self.chance(0.12),
            "changes": self.maybe(0.6, (0, 0, 0, 1, 2)),
            "baseline_families": self.maybe(0.1, (0, 40)),
            "deallocations": deallocations,
            "deallocate_for_any": bool(deallocations) and self.chance(0.25),
            "reserve_hours": rng.choice((0, 0, 0, 3.5, 10)),
            "arrivals": rng.choice((0, 0, 0, 0, 1.5)),
            "high_risk_limit": self.maybe(0.1, (0, 1, 1, 2)),
            "new_families_limit": self.maybe(0.2, (0, 0, 1)),
            "borrow_minutes": self.maybe(0.6, (14, 20, 40, 90)),
            "waiting_at_minimum": self.chance(0.2),
            "service_intensity": rng.choice((1, 1, 0.85, 0.7)),
        }

    def day(self, number: int) -> object:
        return self.as_at + timedelta(number)
