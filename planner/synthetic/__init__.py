"""Synthetic teams of any size, and the scenarios that ship; no real person is in any of them."""

from planner.synthetic.generate import generate
from planner.synthetic.shares import Style, read_shares
from planner.synthetic.shipped import DEMONSTRATION, shipped_scenarios

__all__ = ["DEMONSTRATION", "Style", "generate", "read_shares", "shipped_scenarios"]
