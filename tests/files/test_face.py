"""The public face of the room: every name is there and says what it is."""

from planner import files


def test_every_public_name_is_there_and_described() -> None:
    """What ``__all__`` promises can be used, and has words of its own."""
    assert files.__all__ == sorted(files.__all__, key=lambda name: (name[0].islower(), name))
    for name in files.__all__:
        member = getattr(files, name)
        assert name == "Figure" or (member.__doc__ or "").strip()
