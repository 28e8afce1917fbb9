"""Tells the user's and the world's troubles in words; everything else is a bug and goes on to the crash dialog."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from cortitrack.domain.errors import Invalid, StorageTrouble
from cortitrack.ui.messages import Messages
from cortitrack.words.phrases import refusal, trouble


def trouble_words(error: BaseException) -> str:
    """The sentence for an error that is nobody's mistake here; empty for one that is."""
    if isinstance(error, Invalid):
        return refusal(error)
    if isinstance(error, StorageTrouble):
        return trouble(error.kind, error.path, error.holder)
    return ""


@contextmanager
def telling(messages: Messages) -> Iterator[None]:
    """Do something that a person asked for; what cannot be done is said and nothing else happens."""
    try:
        yield
    except (Invalid, StorageTrouble) as error:
        messages.error(trouble_words(error))
