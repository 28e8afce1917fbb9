"""Room for text: how wide it runs, what already stands there, and the first place where it collides with nothing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

NARROW = frozenset("iljtfIr.,:;|!'’ ()[]-·")
WIDE = frozenset("mwMWQOGDN@%→…–")
FIRST_FULL_WIDTH = 0x2E80  # from here on, letters of East Asia are as wide as they are high


class Box(NamedTuple):
    """A rectangle in typographic points."""

    left: float
    bottom: float
    right: float
    top: float

    def meets(self, other: Box) -> bool:
        """Whether the two overlap."""
        return (
            self.left < other.right and other.left < self.right and self.bottom < other.top and other.bottom < self.top
        )


def text_width(text: str, size: float) -> float:
    """How wide a text runs in points: an estimate on the safe side that needs no font file."""
    return size * sum(_em(letter) for letter in text)


def _em(letter: str) -> float:
    if letter in NARROW:
        return 0.36
    if letter in WIDE or letter.isupper():
        return 0.78
    return 1.0 if ord(letter) >= FIRST_FULL_WIDTH else 0.63


def shortened(text: str, size: float, width: float) -> str:
    """The text, or as much of it as fits, with an ellipsis."""
    if text_width(text, size) <= width:
        return text
    kept = text
    while kept and text_width(kept + "…", size) > width:
        kept = kept[:-1]
    return kept.rstrip(" ,;-") + "…"


class Room:
    """What already stands on the paper."""

    def __init__(self) -> None:
        """Begin empty."""
        self._taken: list[Box] = []

    def take(self, box: Box) -> None:
        """Put something there."""
        self._taken.append(box)

    def is_free(self, box: Box) -> bool:
        """Whether nothing stands there."""
        return not any(box.meets(other) for other in self._taken)

    def first_free(self, places: Iterable[Box]) -> Box | None:
        """Take and return the first place where nothing stands; None where all are taken."""
        for box in places:
            if self.is_free(box):
                self.take(box)
                return box
        return None
