"""Find the scenarios that ship, in an installed package as in a source checkout."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

DEMONSTRATION = "monday"


@cache
def shipped_scenarios() -> Mapping[str, Path]:
    """Give the folder of each scenario that ships, by name; what-if variants included.

    The folders lie inside the installed package, and beside it in a checkout.
    """
    package = Path(__file__).parents[1]
    for root in (package / "scenarios", package.parent / "scenarios"):
        found = {file.parent.name: file.parent for file in root.glob("*/scenario.toml")}
        if DEMONSTRATION in found:
            return MappingProxyType(dict(sorted(found.items())))
    return MappingProxyType({})
