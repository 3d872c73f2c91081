"""Measurements: side by side, in one run, printed as a table.

``python -m benchmarks`` measures teams, ``benchmarks.gap`` public
generalized-assignment files (``benchmarks.draw`` draws more of them),
``benchmarks.steps`` a slider step, ``benchmarks.first`` the first plan.
"""
