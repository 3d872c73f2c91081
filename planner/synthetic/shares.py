"""The shares a synthetic team is drawn from, each with the basis it rests on."""

import tomllib
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from importlib.resources import files

from planner.data.record import Record


class Style(StrEnum):
    """What kind of team is drawn; a style replaces some of the shares."""

    MIXED = "mixed"
    INVESTIGATION = "investigation"
    CASE_MANAGEMENT = "case management"
    RURAL = "rural"
    REGIONAL = "regional"


class Basis(StrEnum):
    """What a share rests on."""

    SOURCE = "source"
    RECALLED = "recalled"
    DERIVED = "derived"
    ASSUMED = "assumed"


class Share(Record):
    """One distribution or parameter, by category, and why it is believed."""

    title: str
    basis: Basis
    why: str = ""
    values: Mapping[str, float]


class Shares(Record):
    """All shares of one style, by id."""

    style: Style
    share: Mapping[str, Share]

    def of(self, share_id: str) -> Mapping[str, float]:
        """Give the values of one share; ``KeyError`` where there is none."""
        return self.share[share_id].values

    def assumed(self) -> tuple[str, ...]:
        """Name every share that is assumed rather than sourced, for the reader."""
        return tuple(s.title for s in self.share.values() if s.basis is Basis.ASSUMED)


@cache
def read_shares(style: Style = Style.MIXED) -> Shares:
    """Read the shares of one style; what the style replaces is marked assumed."""
    data = tomllib.loads(files("planner.synthetic").joinpath("shares.toml").read_text("utf-8"))
    share = {name: Share.model_validate(row) for name, row in data["share"].items()}
    for name, values in data["style"].get(style.value, {}).items():
        share[name] = share[name].model_copy(
            update={"values": values, "basis": Basis.ASSUMED, "why": f"{style.value} team"}
        )
    return Shares(style=style, share=share)
