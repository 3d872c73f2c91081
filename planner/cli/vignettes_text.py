"""How the small named cases come out under a policy, as text: what holds, and what flips."""

from collections.abc import Iterator, Sequence

from planner.cli.layout import document, paragraphs, section, table
from planner.data.vignette import Expectation, PolicyCheck, PolicyResult, Position, VignetteResult

_HEADINGS = ("child", "under", "tier", "points", "impact", "allocated", "awaiting", "")
_RIGHT = {3, 4}
_DIFFERENCES = ("tier", "points", "impact", "seen while allocated", "seen while awaiting")


def check_text(found: PolicyCheck) -> str:
    """Give the answer as a document: the headline first, then each case that flips."""
    flips = [line for name in found.flips for line in _flip(found, name)]
    failing = [
        line for name in found.failing if name not in found.flips for line in _failing(found, name)
    ]
    return document(
        paragraphs(_headline(found), indent=""),
        section("Come out otherwise", flips[:-1]),
        section(_as_before(found), failing[:-1]),
        section("Come out as before, with other figures", _moved(found)),
        section("Not read by this policy", paragraphs(_unread(found), bullet="- ")),
        section("Vignettes", _list(found)),
    )


def _named(result: PolicyResult) -> str:
    return f"{result.name}, version {result.version}, digest {result.digest[:12]}"


def _headline(found: PolicyCheck) -> list[str]:
    checked = found.checked
    of = _vignettes(len(checked.vignettes))
    lines = [f"Policy {_named(checked)}, against {of}."]
    if found.changed is not None:
        lines = [f"{lines[0]} Compared with the shipped policy, {_named(found.shipped)}."]
        if found.flips:
            come = "comes" if len(found.flips) == 1 else "come"
            lines.append(f"{len(found.flips)} of {of} {come} out otherwise under this policy.")
        else:
            lines.append(f"None of {of} comes out otherwise under this policy.")
    held = len(checked.vignettes) - len(found.failing)
    lines.append(f"{held} of {of} {'holds' if held == 1 else 'hold'}.")
    return lines


def _vignettes(count: int) -> str:
    return "1 vignette" if count == 1 else f"{count} vignettes"


def _as_before(found: PolicyCheck) -> str:
    return "Do not hold" if found.changed is None else "Hold under neither policy"


def _title(one: VignetteResult) -> list[str]:
    cited = ", ".join(one.paragraphs)
    return [
        f"  {one.id}: {one.title}",
        *paragraphs([f"{one.says} [{cited}]"], indent="    "),
    ]


def _flip(found: PolicyCheck, name: str) -> Iterator[str]:
    """Say which expectation flips, and what each policy makes of the children."""
    before, after = found.shipped.vignette(name), found.checked.vignette(name)
    yield from _title(after)
    for old, new in zip(before.expectations, after.expectations, strict=True):
        if old.holds != new.holds:
            yield from paragraphs([_said(old, new)], indent="    ", bullet="- ")
    yield from table(_HEADINGS, _rows(before.positions, after.positions), _RIGHT, "      ")
    yield from _orders(before, after)
    yield ""


def _said(old: Expectation, new: Expectation) -> str:
    ends = "now holds" if new.holds else "no longer holds"
    return (
        f"Expected: {old.says}. It {ends}. Shipped policy: {old.found}. This policy: {new.found}."
    )


def _orders(before: VignetteResult, after: VignetteResult) -> list[str]:
    if len(after.positions) < 2:
        return []
    pairs = (("the shipped policy", before), ("this policy", after))
    lines = [f"Order under {name}: {_order(one.first_to_last)}." for name, one in pairs]
    same = before.first_to_last == after.first_to_last
    return paragraphs(
        [f"Order under both: {_order(after.first_to_last)}."] if same else lines, "    "
    )


def _order(levels: Sequence[Sequence[str]]) -> str:
    """Say who goes first; children level with each other are joined by an equals sign."""
    return "; then ".join(" = ".join(level) for level in levels)


def _failing(found: PolicyCheck, name: str) -> Iterator[str]:
    one = found.checked.vignette(name)
    yield from _title(one)
    said = [f"Expected: {r.says}. Found: {r.found}." for r in one.expectations if not r.holds]
    yield from paragraphs(said, indent="    ", bullet="- ")
    yield ""


def _rows(before: Sequence[Position], after: Sequence[Position]) -> list[tuple[str, ...]]:
    """Set the two positions of every child one below the other; once where they are the same."""
    rows: list[tuple[str, ...]] = []
    for old, new in zip(before, after, strict=True):
        if old == new:
            rows.append((new.child, "both", *_facts(new), ""))
        else:
            rows.append((new.child, "shipped", *_facts(old), ""))
            rows.append(("", "this", *_facts(new), ""))
    return rows


def _facts(position: Position) -> tuple[str, ...]:
    band = f" ({position.band})" if position.band else ""
    return (
        f"{position.tier}{band}",
        str(position.points),
        str(position.impact),
        position.contact,
        position.contact_awaiting,
    )


def _moved(found: PolicyCheck) -> list[str]:
    return paragraphs(f"{name}: {'; '.join(_differences(found, name))}." for name in found.moved)


def _differences(found: PolicyCheck, name: str) -> Iterator[str]:
    before, after = found.shipped.vignette(name), found.checked.vignette(name)
    for old, new in zip(before.positions, after.positions, strict=True):
        changed = [
            f"{word} {was}, now {now}"
            for word, was, now in zip(_DIFFERENCES, _facts(old), _facts(new), strict=True)
            if was != now
        ]
        if old != new:
            yield f"{new.child}: {', '.join(changed) or 'what is owed, or where hours count'}"


def _unread(found: PolicyCheck) -> list[str]:
    words = {word: None for one in found.checked.vignettes for word in one.unread}
    return [
        f"{word[:1].upper()}{word[1:]}: what a vignette says of it counts nothing."
        for word in words
    ]


def _list(found: PolicyCheck) -> list[str]:
    rows = [
        ("holds" if one.holds else "does not", one.id, one.title) for one in found.checked.vignettes
    ]
    return table(("", "id", "case"), rows)
