"""Rows of figures, such as those of a batch, as CSV or Parquet."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from planner.errors import UsageFault
from planner.files.safe import neutral, replacing

Figure = str | int | float | None


def write_rows(rows: Sequence[Mapping[str, Figure]], path: Path) -> None:
    """Write rows with a common set of columns; the ending of the name is the format.

    Columns stand in the order in which rows first name them; what a row does
    not name is blank. Whole numbers stay whole beside blanks. In CSV, texts
    that could be read as formulas get an apostrophe.

    Raises
    ------
    UsageFault
        Where there are no rows, the ending is neither .csv nor .parquet, or
        the file cannot be written.
    """
    # Imported here: it takes longer to load than most commands take to run.
    import pandas as pd

    suffix = path.suffix.casefold()
    if suffix not in (".csv", ".parquet"):
        raise UsageFault(f"{path.name} is neither .csv nor .parquet.")
    if not rows:
        raise UsageFault("There are no rows to write.")
    columns = {name: _column(rows, name, suffix == ".csv") for name in _names(rows)}
    types = {name: _dtype(values) for name, values in columns.items()}
    frame = pd.DataFrame(columns, dtype=object).astype(types)
    with replacing(path) as temporary:
        if suffix == ".csv":
            frame.to_csv(temporary, index=False, lineterminator="\n")
        else:
            frame.to_parquet(temporary, index=False)


def _names(rows: Sequence[Mapping[str, Figure]]) -> list[str]:
    return list(dict.fromkeys(name for row in rows for name in row))


def _column(rows: Sequence[Mapping[str, Figure]], name: str, for_csv: bool) -> list[Figure]:
    values = [row.get(name) for row in rows]
    if any(isinstance(value, str) for value in values):
        return [_text(value, for_csv) for value in values]
    return values


def _text(value: Figure, for_csv: bool) -> str | None:
    if not isinstance(value, str):
        return None if value is None else str(value)
    return neutral(value) if for_csv else value


def _dtype(values: list[Figure]) -> str:
    """Choose one type a column: text where any value is text, else the wider number."""
    if any(isinstance(value, str) for value in values):
        return "string"
    return "Float64" if any(isinstance(value, float) for value in values) else "Int64"
