"""What is known of a plan, in plain words and never more than its ledger proves."""

from itertools import takewhile

from planner.data.plan import ChildLine, Plan, StageValue, Standing, Status
from planner.data.policy import Policy
from planner.data.vocabulary import Band, Tier

AWAITING = (Standing.AWAITING, Standing.MANAGER)

_STATUS = {
    Status.BEST_POSSIBLE: "Best possible plan",
    Status.NOT_PROVEN: "Stopped early, best found so far",
    Status.INTERRUPTED: "Stopped early, best found so far",
    Status.AS_IT_STANDS: "The team as it stands",
    Status.NOT_COMPLIANT: "No compliant plan exists: this is the best plan for everyone else",
    Status.NO_PLAN_IN_TIME: "No plan was found in time: below is the team as it stands",
}
_EARLY = (Status.NOT_PROVEN, Status.INTERRUPTED)
_BEYOND = "deallocations_beyond"
_BANDS = {f"awaiting_high_{band.value}": band for band in Band}


def status_words(plan: Plan) -> str:
    """Say what is known of a plan in a few words."""
    return _STATUS[plan.status]


def checked_words(plan: Plan) -> str:
    """Say what the verifier confirmed; blank where there is nothing to confirm."""
    if not plan.found:
        return ""
    if plan.status is Status.NOT_COMPLIANT:
        return "All else is checked against every rule."
    return "Checked against every rule."


def certainty(plan: Plan, policy: Policy, deallocations: int) -> str:
    """Say what the ledger proves of a plan that was stopped early; blank where nothing.

    ``deallocations`` is how many the manager is prepared to consider: with
    them, a child awaiting may cost the impact too, and the bound says less.
    """
    if plan.status not in _EARLY:
        return ""
    proven = list(takewhile(lambda line: line.proven, plan.ledger))
    if len(proven) == len(plan.ledger):
        return ""
    band = _band(plan.ledger[len(proven)])
    if band is not None:
        return _most_more(plan, plan.ledger[len(proven)], band, policy, deallocations)
    covered = {term for line in proven for term in line.terms}
    if covered.issuperset(_BANDS):
        return "For children at high risk no plan is better; the rest is the best found so far."
    return ""


def _band(line: StageValue) -> Band | None:
    return next((band for term, band in _BANDS.items() if term in line.terms), None)


def _most_more(plan: Plan, line: StageValue, band: Band, policy: Policy, deallocations: int) -> str:
    """Bound how many more children of a band any plan could allocate.

    Whoever awaits costs at most the dearest child of the band, so that at
    least bound / dearest children await in every plan.
    """
    if line.bound is None:
        return ""
    dearest = policy.points.high_base + policy.points.factor_cap
    may_deallocate = deallocations or any(stage.terms.get(_BEYOND) for stage in plan.ledger)
    if may_deallocate:
        dearest += policy.impact.cap + policy.rates.deallocation_high
    waiting = sum(_awaits(child, band) for child in plan.children)
    more = max(0, waiting - -(-line.bound // dearest))
    who = f"at high risk, band ({band.value}),"
    if not more:
        return f"No more children {who} could be allocated."
    if more == 1:
        return f"At most one more child {who} could be allocated."
    return f"At most {more} more children {who} could be allocated."


def _awaits(child: ChildLine, band: Band) -> bool:
    score = child.score
    return child.standing in AWAITING and score.tier is Tier.HIGH and score.band is band
