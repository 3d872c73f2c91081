"""The plot: seconds to the proven plan, by size and peer, as an SVG of plain shapes."""

from collections.abc import Iterator, Sequence
from math import log10
from statistics import median
from xml.sax.saxutils import escape

from benchmarks.peers import BY_ID
from benchmarks.summary import grouped
from benchmarks.table import Line

_PLOTTED = ("engine", "cp-sat", "cp-sat-best", "highs", "scip")
# Colours that stay apart for colour-blind readers.
_COLOURS = ("#0072b2", "#e69f00", "#d55e00", "#009e73", "#cc79a7")
_LEFT, _TOP, _HEIGHT, _COLUMN, _GAP = 64, 72, 300, 26, 34
_LEAST, _DOT = 0.01, 4


def plot(lines: Sequence[Line]) -> str:
    """Draw one column of dots for each size and peer; a bar marks the median.

    An open dot is an instance that was not proven within the limit.
    """
    solved = [line for line in lines if line.peer in _PLOTTED]
    sizes = grouped(solved, lambda line: (line.children, line.practitioners))
    most = max((line.time_limit for line in solved), default=1.0) * 1.3
    peers = [peer for peer in _PLOTTED if any(line.peer == peer for line in solved)]
    width = _LEFT + len(sizes) * (len(peers) * _COLUMN + _GAP) + _GAP
    shapes = [*_axis(width, most), *_legend(peers)]
    for number, group in enumerate(sizes):
        left = _LEFT + _GAP + number * (len(peers) * _COLUMN + _GAP)
        shapes += _size(group, peers, left, most)
    height = _TOP + _HEIGHT + 48
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{max(width, 660)}" height="{height}" '
            f'viewBox="0 0 {max(width, 660)} {height}" font-family="sans-serif" font-size="12">',
            "<title>Seconds to the proven plan, by size of team</title>",
            '<rect width="100%" height="100%" fill="#ffffff"/>',
            *shapes,
            "</svg>",
            "",
        ]
    )


def _height(seconds: float, most: float) -> float:
    share = log10(max(seconds, _LEAST) / _LEAST) / log10(most / _LEAST)
    return _TOP + _HEIGHT * (1 - share)


def _axis(width: float, most: float) -> Iterator[str]:
    for step in (0.01, 0.1, 1.0, 10.0, 100.0, 1000.0):
        if step <= most:
            y = _height(step, most)
            yield f'<path d="M{_LEFT} {y:.1f}H{width:.0f}" stroke="#dddddd"/>'
            yield _text(_LEFT - 6, y + 4, f"{step:g} s", "end")
    yield _text(_LEFT, 20, "Seconds to the proven plan, all stages through load", "start", "bold")


def _legend(peers: Sequence[str]) -> Iterator[str]:
    x = _LEFT
    for peer in peers:
        yield f'<circle cx="{x + 5}" cy="40" r="5" fill="{_colour(peer)}"/>'
        yield _text(x + 14, 44, BY_ID[peer].title, "start")
        x += 30 + 7 * len(BY_ID[peer].title)
    yield f'<circle cx="{_LEFT + 5}" cy="58" r="4" fill="none" stroke="#444444"/>'
    yield _text(_LEFT + 14, 62, "not proven within the limit", "start")


def _size(group: Sequence[Line], peers: Sequence[str], left: float, most: float) -> Iterator[str]:
    middle = left + len(peers) * _COLUMN / 2
    size = f"{group[0].children} x {group[0].practitioners}"
    yield _text(middle, _TOP + _HEIGHT + 24, size, "middle")
    for number, peer in enumerate(peers):
        own = [line for line in group if line.peer == peer]
        yield from _column(own, left + (number + 0.5) * _COLUMN, most)


def _column(own: Sequence[Line], x: float, most: float) -> Iterator[str]:
    ends = []
    for number, line in enumerate(own):
        proven = line.all_proven is not None
        ends.append(line.all_proven if line.all_proven is not None else line.time_limit)
        # A little to the left or right, so that equal dots stay apart.
        aside = x + (number % 5 - 2) * 2.5
        colour = _colour(line.peer)
        fill = colour if proven else "none"
        yield (
            f'<circle cx="{aside:.1f}" cy="{_height(ends[-1], most):.1f}" r="{_DOT}" '
            f'fill="{fill}" fill-opacity="0.7" stroke="{colour}"/>'
        )
    if ends:
        y = _height(median(ends), most)
        yield f'<path d="M{x - 11:.1f} {y:.1f}h22" stroke="#222222" stroke-width="2"/>'


def _colour(peer: str) -> str:
    return _COLOURS[_PLOTTED.index(peer)]


def _text(x: float, y: float, words: str, anchor: str, weight: str = "normal") -> str:
    return (
        f'<text x="{x:.0f}" y="{y:.0f}" text-anchor="{anchor}" font-weight="{weight}" '
        f'fill="#222222">{escape(words)}</text>'
    )
