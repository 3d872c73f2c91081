"""What a process beside this one is given once: from then on it is only named.

Who sends and who receives keep the same few, in the same order, so that neither has to ask the
other what is still there.
"""

from collections import OrderedDict
from dataclasses import dataclass

_MOST = 8


@dataclass(frozen=True)
class Once:
    """A value with the name it is kept under; the same name always means the same value."""

    key: str
    value: object = None
    sent: bool = True


class Kept:
    """The last few values that were sent, or received, by their names."""

    def __init__(self, most: int = _MOST) -> None:
        self._most = most
        self._values: OrderedDict[str, object] = OrderedDict()

    def lean(self, value: object) -> object:
        """Give what has to be sent of a value: the name alone, where the other end has it."""
        if not isinstance(value, Once):
            return value
        known = value.key in self._values
        self._keep(value.key, None)
        return Once(value.key, sent=False) if known else value

    def whole(self, value: object) -> object:
        """Give the value that was meant by what was received."""
        if not isinstance(value, Once):
            return value
        meant = value.value if value.sent else self._values[value.key]
        self._keep(value.key, meant)
        return meant

    def _keep(self, key: str, value: object) -> None:
        self._values[key] = value
        self._values.move_to_end(key)
        if len(self._values) > self._most:
            self._values.popitem(last=False)
