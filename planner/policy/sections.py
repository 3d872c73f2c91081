"""Read sections of a TOML file into records, noting every fault instead of the first."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeVar

from pydantic import ValidationError

from planner.data.record import Record
from planner.errors import DataFaults, Fault

Made = TypeVar("Made", bound=Record)
Content = Mapping[str, object]


def toml_content(text: str, file: str) -> Content:
    """Give the content of a TOML file, or refuse it as a whole."""
    try:
        return tomllib.loads(text, parse_float=Decimal)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError, ArithmeticError) as error:
        words = str(error) or type(error).__name__
        raise DataFaults([Fault(file, message=f"cannot be read as TOML: {words}")]) from error


@dataclass
class Reading:
    """A file being read, with the faults found so far."""

    file: str
    faults: list[Fault] = field(default_factory=list)

    def fault(self, place: str, message: str, value: object = "") -> None:
        """Note one fault."""
        self.faults.append(Fault(self.file, None, place, str(value), message))

    def record(self, model: type[Made], content: object, place: str) -> Made | None:
        """Read a record, or note everything that is wrong with it."""
        try:
            return model.model_validate(content)
        except ValidationError as error:
            self.faults.extend(_faults(self.file, place, error))
            return None

    def records(
        self, model: type[Made], content: object, child: object, place: str
    ) -> tuple[Made, ...]:
        """Read the rows of one child."""
        rows = enumerate(self.tables(content, place), start=1)
        read = [self.record(model, {**row, "child": child}, f"{place} {n}") for n, row in rows]
        return tuple(row for row in read if row is not None)

    def tables(self, content: object, place: str) -> list[Content]:
        """Give a list of sections, or note that it is none."""
        if isinstance(content, list) and all(isinstance(row, dict) for row in content):
            return content
        self.fault(place, "is not a list of sections")
        return []


_WORDS = {"missing": "is missing", "extra_forbidden": "is not a known name"}


def _faults(file: str, place: str, error: ValidationError) -> list[Fault]:
    return [
        Fault(
            file,
            None,
            ", ".join(part for part in (place, ".".join(map(str, found["loc"]))) if part),
            "" if isinstance(found["input"], dict) else str(found["input"]),
            _WORDS.get(found["type"], f"cannot be: {found['msg'][0].lower()}{found['msg'][1:]}"),
        )
        for found in error.errors()
    ]
