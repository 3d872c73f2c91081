"""A plan looked at from outside: audit, workload evidence, comparison, policy vignettes."""
