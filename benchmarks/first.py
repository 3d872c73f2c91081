"""How soon a verified plan is there, and how soon it is proven best.

Run ``python -m benchmarks.first``; each row is one generated team. The first
plan is timed from the call to the moment a plan that meets every rule is in hand.
"""

import argparse
import statistics
import time

from planner.data.plan import Plan
from planner.engine import allocate
from planner.policy import default_policy
from planner.synthetic import generate

HEADING = "children x practitioners  seed  first plan  policy stages  all stages  status"


def measure(children: int, practitioners: int, seed: int, limit: float) -> tuple[Plan, float]:
    """Allocate one generated team; give the plan and the seconds it took in all."""
    team = generate(children, practitioners, seed)
    started = time.perf_counter()
    plan = allocate(team, default_policy(), time_limit=limit, offers=False)
    return plan, time.perf_counter() - started


def row(size: str, seed: int, plan: Plan, seconds: float) -> str:
    """Write one team's row; what is not proven is named by its stages."""
    open_stages = [line.id for line in plan.ledger if line.policy and not line.proven]
    policy = f"open from {open_stages[0]}" if open_stages else "proven"
    first = plan.provenance.first_plan_seconds or float("nan")
    return f"{size:>24}  {seed:>4}  {first:>8.2f} s  {policy:>13}  {seconds:>8.2f} s  {plan.status}"


def main() -> None:
    """Measure some teams of one size and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--children", type=int, default=75)
    parser.add_argument("--practitioners", type=int, default=6)
    parser.add_argument("--teams", type=int, default=6)
    parser.add_argument("--time-limit", type=float, default=10.0)
    asked = parser.parse_args()
    size = f"{asked.children} x {asked.practitioners}"
    measure(20, 2, 1, 2.0)  # imports and caches are not part of any row
    print(HEADING)
    firsts, totals = [], []
    for seed in range(1, asked.teams + 1):
        plan, seconds = measure(asked.children, asked.practitioners, seed, asked.time_limit)
        firsts.append(plan.provenance.first_plan_seconds or asked.time_limit)
        totals.append(seconds)
        print(row(size, seed, plan, seconds), flush=True)
    for name, of in (("median", statistics.median), ("worst", max)):
        print(f"{name}: first plan {of(firsts):.2f} s, all stages {of(totals):.2f} s")


if __name__ == "__main__":
    main()
