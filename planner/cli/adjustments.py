"""Read what-if changes from the words of the command line."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import click
from pydantic import ValidationError

from planner.data.adjustment import Adjustment, AdjustmentKind
from planner.data.record_kinds import ReasonCode

_EVERYONE = "all"


class Why(NamedTuple):
    """Why the manager decides so: one of a few words, and her own."""

    code: ReasonCode | None
    reason: str

    @classmethod
    def said(cls, code: str | None, reason: str) -> "Why":
        """Read what was given on the command line."""
        return cls(ReasonCode(code) if code else None, reason)


def away(text: str) -> Adjustment:
    """Read ``P02`` or ``P02:2026-03-02:2026-03-13``; a blank day is today, or the cycle's last."""
    practitioner, start, until = _parts("--away", text, ":", 3)
    return _made(
        "--away",
        text,
        kind=AdjustmentKind.AWAY,
        practitioner=practitioner,
        start=start or None,
        until=until or None,
    )


def added(text: str) -> Adjustment:
    """Read ``P07``, ``P07:0.8`` or ``P07:0.8:CPP4``."""
    practitioner, fte, grade = _parts("--add", text, ":", 3)
    given = {name: value for name, value in (("fte", fte), ("grade", grade)) if value}
    return _made("--add", text, kind=AdjustmentKind.ADD, practitioner=practitioner, **given)


def limit(text: str) -> Adjustment:
    """Read ``P02=90`` or ``all=90``, in per cent."""
    practitioner, percent = _pair("--limit", text)
    return _made(
        "--limit",
        text,
        kind=AdjustmentKind.LIMIT,
        practitioner="" if practitioner == _EVERYONE else practitioner,
        amount=percent,
    )


def hours(text: str) -> Adjustment:
    """Read ``P03=80``, hours a cycle."""
    practitioner, amount = _pair("--hours", text)
    return _made(
        "--hours", text, kind=AdjustmentKind.HOURS, practitioner=practitioner, amount=amount
    )


def duty(text: str) -> Adjustment:
    """Read ``P11=20``, hours a cycle that somebody who holds no cases gives to duty."""
    practitioner, amount = _pair("--duty", text)
    return _made("--duty", text, kind=AdjustmentKind.DUTY, practitioner=practitioner, amount=amount)


def fte(text: str) -> Adjustment:
    """Read ``P03=0.6``."""
    practitioner, share = _pair("--fte", text)
    return _made("--fte", text, kind=AdjustmentKind.FTE, practitioner=practitioner, fte=share)


def setting(text: str) -> Adjustment:
    """Read ``strict=true``: any of the scenario's own settings."""
    name, value = _pair("--setting", text)
    return _made("--setting", text, kind=AdjustmentKind.SETTING, name=name, value=value)


def with_practitioner(
    kind: AdjustmentKind, texts: Iterable[str], why: Why, *, waiver: bool = False
) -> list[Adjustment]:
    """Read pins and bars, ``C001=P02`` each."""
    option = f"--{kind.value}"
    pairs = [_pair(option, text) for text in texts]
    return [
        _decided(kind, why, child=child, practitioner=person, waiver=waiver)
        for child, person in pairs
    ]


def of_children(kind: AdjustmentKind, children: Iterable[str], why: Why) -> list[Adjustment]:
    """Make a split or a raised tier for each child."""
    return [_decided(kind, why, child=child) for child in children]


def of_practitioners(kind: AdjustmentKind, people: Iterable[str]) -> list[Adjustment]:
    """Make a return from leave, or a departure, for each practitioner."""
    return [Adjustment(kind=kind, practitioner=person) for person in people]


def amounts(given: Mapping[AdjustmentKind, float | int | None]) -> list[Adjustment]:
    """Make a change of each amount that was given for the whole team."""
    return [
        _made(f"--{kind.value}", str(amount), kind=kind, amount=str(amount))
        for kind, amount in given.items()
        if amount is not None
    ]


def _decided(kind: AdjustmentKind, why: Why, **fields: Any) -> Adjustment:
    return Adjustment(kind=kind, code=why.code, reason=why.reason, **fields)


def _pair(option: str, text: str) -> tuple[str, str]:
    name, found, value = (part.strip() for part in text.partition("="))
    if not (name and found and value):
        raise click.BadParameter(f"{text!r} is not NAME=VALUE", param_hint=option)
    return name, value


def _parts(option: str, text: str, mark: str, most: int) -> Sequence[str]:
    parts = [part.strip() for part in text.split(mark)]
    if len(parts) > most or not parts[0]:
        raise click.BadParameter(f"{text!r} has no name, or too many parts", param_hint=option)
    return [*parts, *[""] * (most - len(parts))]


def _made(option: str, text: str, **fields: Any) -> Adjustment:
    """Make an adjustment; say which part of the option cannot be read."""
    try:
        return Adjustment(**fields)
    except ValidationError as error:
        faults = "; ".join(f"{f['input']!r}: {f['msg']}" for f in error.errors())
        raise click.BadParameter(f"{text!r}: {faults}", param_hint=option) from error
