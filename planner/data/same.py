"""Whether two things are made of the very same parts: the key of what is worked out once.

A what-if shares most of its records with the team it was made from. Records are never
altered, so what follows from the same parts alone need not be worked out again.
"""


class Same:
    """Equal to another where every part is the very same object, at once and in order.

    The parts are held, so that none can go and another come to stand in its place.
    """

    __slots__ = ("parts",)

    def __init__(self, *parts: object) -> None:
        self.parts = parts

    def __eq__(self, other: object) -> bool:
        """Compare part by part; equal copies are not the same."""
        if not isinstance(other, Same) or len(self.parts) != len(other.parts):
            return False
        return all(a is b for a, b in zip(self.parts, other.parts, strict=True))

    def __hash__(self) -> int:
        """Hash what the parts are, never what they hold."""
        return hash(tuple(map(id, self.parts)))
