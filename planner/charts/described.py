"""A chart in the words that a browser draws it from."""

from typing import Any

import altair as alt


def described(chart: alt.TopLevelMixin) -> dict[str, Any]:
    """Give the description of a chart with its rows inside, where they are used.

    The page then sends it as it is; rows on their own would be made a frame first, each time.
    """
    with alt.data_transformers.enable(consolidate_datasets=False):
        # Tests hold the charts to the schema; to check every one of them costs as much as drawing.
        found: dict[str, Any] = chart.to_dict(validate=False)
    return found
