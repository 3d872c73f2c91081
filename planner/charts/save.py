"""Write a chart to a picture file, without a browser or a network."""

from pathlib import Path
from xml.sax.saxutils import escape

import altair as alt
import vl_convert

from planner.errors import UsageFault

_SCALE = 2
ENDINGS = (".svg", ".png")


def save(chart: alt.TopLevelMixin, path: Path) -> None:
    """Write a chart as an .svg or a .png picture.

    Raises
    ------
    UsageFault
        Where the name ends otherwise, or the file cannot be written.
    """
    ending = path.suffix.casefold()
    if ending not in ENDINGS:
        raise UsageFault(f"{path.name} ends in none of {', '.join(ENDINGS)}")
    drawn = chart.to_json()
    try:
        if ending == ".svg":
            path.write_text(_told(vl_convert.vegalite_to_svg(drawn), chart), encoding="utf-8")
        else:
            path.write_bytes(vl_convert.vegalite_to_png(drawn, scale=_SCALE))
    except OSError as error:
        raise UsageFault(f"{path} cannot be written: {error.strerror}") from error


def _told(svg: str, chart: alt.TopLevelMixin) -> str:
    """Put the chart's description where a screen reader finds it."""
    words = chart.to_dict().get("description", "")
    head, mark, rest = svg.partition(">")
    return f'{head} role="img"{mark}<title>{escape(words)}</title>{rest}' if words else svg
