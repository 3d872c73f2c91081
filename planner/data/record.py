"""The base of every record: frozen, strict about names, compared by value."""

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """A frozen value; change it by copy with ``record.model_copy(update=...)``.

    Unknown field names are refused, so that a misspelt name never passes for a
    setting that was made.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
