"""A chart in words: its rows inside, so that nothing needs to be made a frame."""

from planner.charts import described, load_chart

ROW = {"who": "P1", "words": "40 h of 80 h", "load": 50.0, "limit": 100.0, "over": False}


def test_rows_stand_where_they_are_used() -> None:
    """None is set apart under a name, which the page would send as a table of its own."""
    found = described(load_chart([ROW]))
    assert "datasets" not in found
    assert "data" not in found
    assert [ROW] in [layer["data"]["values"] for layer in found["layer"]]
