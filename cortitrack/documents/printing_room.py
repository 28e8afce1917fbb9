"""Where letters are printed, looked at page by page, and read for characters that no font has."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from dataclasses import fields
from pathlib import Path

import pypdfium2 as pdfium

from cortitrack.documents.letter_facts import LetterFacts
from cortitrack.documents.letter_results import PageImage, Unprintable
from cortitrack.documents.referral_letter import write_letter
from cortitrack.documents.typefaces import Fonts
from cortitrack.domain.clinic import Clinic
from cortitrack.domain.records import Fact, kind_of
from cortitrack.domain.referral import Referral

_POINTS_PER_INCH = 72
_PDFIUM = threading.Lock()  # the library is not safe in two threads


class Room:
    """One set of fonts, one letter at a time."""

    def __init__(self, folder: Path) -> None:
        """Open the fonts of a folder."""
        self._fonts = Fonts(folder)
        self._turn = threading.Lock()

    def letter(self, facts: LetterFacts) -> bytes:
        """Return a letter as a PDF file."""
        with self._turn:
            return write_letter(self._fonts, facts)

    def unprintable(self, facts: LetterFacts) -> tuple[Unprintable, ...]:
        """Return every text with characters that cannot be printed, those that forbid a letter first."""
        with self._turn:
            found = [*self._of_cards((facts.referral, facts.clinic)), *self._of_records(_printed(facts))]
        return tuple(sorted(found, key=lambda one: not one.forbids))

    def page_images(self, content: bytes, dots_per_inch: float) -> tuple[PageImage, ...]:
        """Return the pages of a PDF file as pictures."""
        with _PDFIUM, pdfium.PdfDocument(content) as document:
            scale = dots_per_inch / _POINTS_PER_INCH
            return tuple(_image(document[at], scale) for at in range(len(document)))

    def page_count(self, content: bytes) -> int:
        """Return how many pages a PDF file has."""
        with _PDFIUM, pdfium.PdfDocument(content) as document:
            return len(document)

    def _of_cards(self, cards: Iterable[Referral | Clinic]) -> Iterator[Unprintable]:
        for card in cards:
            for field, characters in self._characters(card):
                yield Unprintable(field=field, characters=characters)

    def _of_records(self, records: Iterable[Fact]) -> Iterator[Unprintable]:
        for record in records:
            for field, characters in self._characters(record):
                yield Unprintable(field=field, characters=characters, kind=kind_of(record), record_id=record.id)

    def _characters(self, holder: Fact | Referral | Clinic) -> Iterator[tuple[str, str]]:
        for field in fields(holder):
            text = getattr(holder, field.name)
            if isinstance(text, str) and not text.isascii() and (characters := self._fonts.unprintable(text)):
                yield field.name, characters


def _printed(facts: LetterFacts) -> list[Fact]:
    timeline = facts.timeline
    records: list[Fact] = [timeline.patient, timeline.problem, *timeline.entries()]
    records += [problem for problem, _ in facts.other_problems]
    return records + [medicine for medicine in facts.medications if medicine not in timeline.medications]


def _image(page: pdfium.PdfPage, scale: float) -> PageImage:
    bitmap = page.render(scale=scale, force_bitmap_format=pdfium.raw.FPDFBitmap_BGRx)
    return PageImage(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
