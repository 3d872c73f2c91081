"""The allocation policy: the file that ships, the reading of any other, and the vignettes."""

from planner.policy.load import default_policy, parse_policy
from planner.policy.vignettes import parse_vignettes, shipped_vignettes

__all__ = ["default_policy", "parse_policy", "parse_vignettes", "shipped_vignettes"]
