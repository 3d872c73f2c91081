"""The table as a page: a summary by size and peer, and every instance below it."""

import statistics
from collections.abc import Callable, Iterable, Sequence

from benchmarks.peers import BY_ID, PEERS, PLAIN
from benchmarks.table import Line, contradictions

_SUMMARY = (
    "peer",
    "first plan, median (worst)",
    "to 1 %",
    "to 0.1 %",
    "policy proven",
    "all proven, median (worst)",
    "proven",
    "best plan",
    "best bound",
    "MiB",
)
_DETAIL = (
    "peer",
    "first plan",
    "to 1 %",
    "to 0.1 %",
    "policy proven",
    "all proven",
    "MiB",
    "value by stage (bound where not proven; stages at 0 left out)",
    "mandatory missed",
    "high risk awaiting",
    "next priority",
    "remaining",
    "de-allocations",
    "changes",
    "contacts missed",
    "note",
)

LEGEND = """\
Seconds count from a problem that is ready (scored and measured) and include building the model;
the *whole answer* also scores, verifies and writes, tie-breaks included. *To 1 %* and *to 0.1 %*:
every policy stage's value was within that share of what the stage costs if everyone waits of its
bound; *policy proven*: of stages 0 to 3; *all proven*: through load. A median counts a run that
did not come so far as more than the limit. *Best plan*: on how many instances no peer's plan was
better, stage after stage; *best bound*: on how many no other bound was higher at the first stage
that somebody did not prove. MiB is the most memory the peer's own process held."""


def page(lines: Sequence[Line], machine: Iterable[str]) -> str:
    """Write the whole page as Markdown."""
    parts = ["# Side by side", "", *(f"- {line}" for line in machine), "", LEGEND, ""]
    for heading, chosen in _by_size(lines):
        parts += [f"## {heading}", "", *_rows(_SUMMARY, _summary(chosen)), ""]
        parts += [_against(chosen), ""]
    faults = contradictions(lines)
    parts += ["## False proofs", "", *(faults or ["None: nobody's plan is under a bound."]), ""]
    parts += ["## Every instance", ""]
    for chosen in grouped(lines, lambda line: line.instance):
        parts += [f"### {_title(chosen[0])}", "", *_rows(_DETAIL, map(_detail, chosen)), ""]
    return "\n".join(parts)


def summary_text(lines: Sequence[Line]) -> str:
    """Write the summary for a terminal."""
    parts: list[str] = []
    for heading, chosen in _by_size(lines):
        parts += [heading, *_aligned([_SUMMARY, *_summary(chosen)]), _against(chosen), ""]
    return "\n".join(parts + contradictions(lines))


def grouped(lines: Sequence[Line], key: Callable[[Line], object]) -> list[list[Line]]:
    """Put lines with the same key together, in the order of their first."""
    found: dict[object, list[Line]] = {}
    for line in lines:
        found.setdefault(key(line), []).append(line)
    return list(found.values())


def seconds_text(seconds: float | None) -> str:
    """Write seconds, a dash where there are none."""
    return "-" if seconds is None else f"{seconds:.2f}"


def _by_size(lines: Sequence[Line]) -> list[tuple[str, list[Line]]]:
    groups = grouped(lines, lambda line: (line.children, line.practitioners, line.time_limit))
    return [(_size(group), group) for group in groups]


def _size(group: Sequence[Line]) -> str:
    one = group[0]
    count = len({line.instance for line in group})
    return f"{one.children} x {one.practitioners}, limit {one.time_limit:g} s, {count} instances"


def _title(line: Line) -> str:
    return (
        f"{line.children} x {line.practitioners}, seed {line.seed}, hours {line.tightness}, "
        f"{line.allowed}, limit {line.time_limit:g} s"
    )


def _summary(lines: Sequence[Line]) -> list[tuple[str, ...]]:
    best = [
        winner for group in grouped(lines, lambda line: line.instance) for winner in _best(group)
    ]
    high = [
        winner for group in grouped(lines, lambda line: line.instance) for winner in _high(group)
    ]
    rows = []
    for peer in PEERS:
        own = [line for line in lines if line.peer == peer.id]
        if own:
            rows.append(_summary_row(peer.title, own, best.count(peer.id), high.count(peer.id)))
    return rows


def _summary_row(title: str, own: Sequence[Line], best: int, high: int) -> tuple[str, ...]:
    proven = sum(line.all_proven is not None for line in own)
    return (
        title,
        _spread([line.first_plan for line in own]),
        _middle([line.to_1_percent for line in own]),
        _middle([line.to_01_percent for line in own]),
        _middle([line.policy_proven for line in own]),
        _spread([line.all_proven for line in own]),
        f"{proven}/{len(own)}",
        f"{best}/{len(own)}",
        f"{high}/{len(own)}",
        f"{max((line.memory_mib or 0 for line in own), default=0):.0f}",
    )


def _best(group: Sequence[Line]) -> list[str]:
    """Name the peers with the best plan of one instance, through load."""
    planned = [line for line in group if line.values and not line.note.startswith("breaks")]
    values = {line.peer: tuple(_through_load(line).values()) for line in planned}
    return [peer for peer, value in values.items() if value == min(values.values())]


def _through_load(line: Line) -> dict[str, int]:
    return {stage: v for stage, v in line.by_stage.items() if stage[0] < "5" and stage != "4b"}


def _high(group: Sequence[Line]) -> list[str]:
    """Name the peers with the best bound at the first stage that somebody did not prove."""
    bounded = [line for line in group if line.bounds and line.peer in BY_ID]
    for stage in _through_load(bounded[0]) if bounded else ():
        bounds = {line.peer: line.bound_by_stage.get(stage, 0) for line in bounded}
        values = {line.by_stage.get(stage, 0) for line in bounded}
        if len(values) > 1 or min(bounds.values()) < min(values):
            return [peer for peer, bound in bounds.items() if bound == max(bounds.values())]
    return [line.peer for line in bounded]


def _against(lines: Sequence[Line]) -> str:
    """Say how the engine's time to proof compares with the best plain peer's."""
    ratios = []
    for group in grouped(lines, lambda line: line.instance):
        proofs = {line.peer: line.all_proven for line in group}
        plain = [proofs[peer] for peer in PLAIN if proofs.get(peer) is not None]
        own = proofs.get("engine")
        if own is not None and plain:
            ratios.append(min(p for p in plain if p is not None) / max(own, 0.001))
    if not ratios:
        return "Engine against the best plain peer: not both proven on any instance."
    return (
        "Best plain peer's time to proof / engine's, instance by instance: "
        f"median {statistics.median(ratios):.2f}, least {min(ratios):.2f}, most {max(ratios):.2f} "
        f"({len(ratios)} instances that both prove)."
    )


def _middle(seconds: Sequence[float | None]) -> str:
    middle = statistics.median([float("inf") if s is None else s for s in seconds])
    return "-" if middle == float("inf") else f"{middle:.2f}"


def _spread(seconds: Sequence[float | None]) -> str:
    worst = None if None in seconds else max(s for s in seconds if s is not None)
    middle = _middle(seconds)
    return middle if middle == "-" else f"{middle} ({seconds_text(worst)})"


def _detail(line: Line) -> tuple[str, ...]:
    return (
        BY_ID[line.peer].title,
        seconds_text(line.first_plan),
        seconds_text(line.to_1_percent),
        seconds_text(line.to_01_percent),
        seconds_text(line.policy_proven),
        seconds_text(line.all_proven),
        "-" if line.memory_mib is None else f"{line.memory_mib:.0f}",
        _stages(line),
        *(
            "-" if amount is None else str(amount)
            for amount in (
                line.mandatory_missed,
                line.high_risk_awaiting,
                line.next_awaiting,
                line.remaining_awaiting,
                line.deallocations,
                line.changes,
                line.contacts_missed,
            )
        ),
        line.note.strip().splitlines()[-1] if line.note.strip() else "",
    )


def _stages(line: Line) -> str:
    bounds = line.bound_by_stage
    parts = []
    for stage, value in line.by_stage.items():
        bound = bounds.get(stage)
        if bound is not None and bound != value:
            parts.append(f"{stage} {value} ({bound})")
        elif value:
            parts.append(f"{stage} {value}")
    return ", ".join(parts)


def _rows(heading: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    lines = ["| " + " | ".join(heading) + " |", "|" + "---|" * len(heading)]
    return lines + ["| " + " | ".join(row) + " |" for row in rows]


def _aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(
            cell.ljust(w) if i == 0 else cell.rjust(w)
            for i, (cell, w) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    ]
