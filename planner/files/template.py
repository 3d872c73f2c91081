"""The empty workbook that a manager fills in."""

from pathlib import Path

from planner.errors import UsageFault
from planner.files.safe import replacing


def write_template(path: Path) -> None:
    """Write an empty workbook: headings, values to choose from, and their meanings.

    Raises
    ------
    UsageFault
        Where the name does not end in .xlsx, or the file cannot be written.
    """
    if path.suffix.casefold() != ".xlsx":
        raise UsageFault(f"{path.name} does not end in .xlsx.")
    # Imported here: most commands need no workbook, and it takes long to load.
    from planner.files.book import template_book

    book = template_book()
    with replacing(path) as temporary:
        book.save(temporary)
