"""The what-if variants that ship: each holds only what it changes of another scenario."""

from typing import NamedTuple

from planner.data.adjustment import Adjustment


class Variant(NamedTuple):
    """A shipped what-if: its folder, the one it extends, and the changes."""

    folder: str
    extends: str
    name: str
    about: str
    changes: tuple[Adjustment, ...]
