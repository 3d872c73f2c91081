"""The allocation policy: the file that ships, and the reading of any other."""

from planner.policy.load import default_policy, parse_policy

__all__ = ["default_policy", "parse_policy"]
