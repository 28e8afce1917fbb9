"""What the command line says of the user's and the world's troubles, kept apart so that a window need not load it."""

from __future__ import annotations

from cortitrack.domain.errors import Invalid, StorageTrouble
from cortitrack.words import phrases


def trouble(error: Invalid | StorageTrouble) -> str:
    """The sentence for what the user or the world did."""
    if isinstance(error, Invalid):
        return phrases.refusal(error)
    return phrases.trouble(error.kind, error.path, error.holder)


def boundary() -> str:
    """What the program is not."""
    return phrases.not_a_device()
