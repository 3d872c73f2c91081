"""The verifier: rules, scores, costs, hours and bounds recomputed, with no solver imported."""

from planner.verify.assurance import Assurance, assurances
from planner.verify.certificate import certified_bound, verify_certificates
from planner.verify.plan import verify_choices, verify_plan

__all__ = [
    "Assurance",
    "assurances",
    "certified_bound",
    "verify_certificates",
    "verify_choices",
    "verify_plan",
]
