"""What comes back from the printing of letters, and who prints: light names, for which nothing heavy is loaded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from cortitrack.documents.letter_facts import LetterFacts
from cortitrack.domain.records import RecordKind

NAMES = frozenset({"family_name", "given_name"})


@dataclass(frozen=True, slots=True)
class PageImage:
    """One page as pixels, four bytes each (blue, green, red, unused), in rows of `stride` bytes from the top."""

    width: int
    height: int
    stride: int
    pixels: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Unprintable:
    """Characters of one field that no bundled font has; `kind` None: of the letter's form or the clinic's card."""

    field: str
    characters: str
    kind: RecordKind | None = None
    record_id: int | None = None

    @property
    def forbids(self) -> bool:
        """Whether no letter may be written with it; in other texts the character's code stands for it."""
        return self.kind is None or (self.kind is RecordKind.PATIENT and self.field in NAMES)


class PrintingRoom(Protocol):
    """Prints letters; the fonts it holds are opened once."""

    def letter(self, facts: LetterFacts) -> bytes:
        """Return a letter as a PDF file."""
        ...

    def unprintable(self, facts: LetterFacts) -> tuple[Unprintable, ...]:
        """Return every text with characters that cannot be printed, those that forbid a letter first."""
        ...

    def page_images(self, content: bytes, dots_per_inch: float) -> tuple[PageImage, ...]:
        """Return the pages of a PDF file as pictures."""
        ...

    def page_count(self, content: bytes) -> int:
        """Return how many pages a PDF file has."""
        ...
