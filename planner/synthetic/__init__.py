"""Synthetic teams of any size, and the scenarios that ship; no real person is in any of them."""
