"""A table of many columns: named, its first column a heading, each cell knowing its column."""

from planner.ui.wide_table import wide_table


def test_each_cell_knows_its_column() -> None:
    """On a phone, where rows become cards, the column is said before the cell."""
    html = wide_table([{"Practitioner": "P1", "Hours": "12 h"}], "Hours of each")
    assert "aria-label='Hours of each'" in html
    assert "<th role='rowheader' scope='row'>P1</th>" in html
    assert "<td role='cell' data-column='Hours'>12 h</td>" in html


def test_nothing_of_the_files_is_markup() -> None:
    """Neither a cell nor a column nor the name; a quotation mark does not end one."""
    html = wide_table([{"<b>": "<img src=x>", "a'b": "<i>"}], "it's <b>")
    assert "<img" not in html
    assert "<b>" not in html
    assert "data-column='a&#x27;b'" in html
