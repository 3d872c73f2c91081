"""The rules of the model, in one explicit tuple: never waived first, then limits."""

from planner.rules import (
    asked,
    away_too_long,
    bar,
    changes,
    children,
    conflict,
    deallocations,
    duty,
    fit,
    high_risk,
    hours,
    intensive,
    mandatory,
    new_families,
    pin,
    presence,
    reach,
    single_holder,
)
from planner.rules.settle import ADDITIVE, settle

RULES = (
    single_holder.RULE,
    mandatory.RULE,
    presence.RULE,
    away_too_long.RULE,
    conflict.RULE,
    bar.RULE,
    reach.RULE,
    pin.RULE,
    asked.RULE,
    hours.RULE,
    children.RULE,
    intensive.RULE,
    high_risk.RULE,
    new_families.RULE,
    fit.RULE,
    changes.RULE,
    deallocations.RULE,
    duty.RULE,
)

__all__ = ["ADDITIVE", "RULES", "settle"]
