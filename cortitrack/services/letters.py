"""Referral letters: gathered, previewed and written."""

from __future__ import annotations

import errno
import hashlib
import threading
from dataclasses import dataclass
from pathlib import Path

from cortitrack.db import clinic as clinic_card
from cortitrack.db.database import Database
from cortitrack.documents.letter_facts import LetterFacts
from cortitrack.documents.letter_results import PageImage, PrintingRoom, Unprintable
from cortitrack.documents.whole_file import PaperTrouble, write_whole
from cortitrack.domain.errors import Invalid, StorageTrouble, Trouble, Why
from cortitrack.domain.problem import Problem
from cortitrack.domain.records import RecordKind
from cortitrack.domain.referral import Referral
from cortitrack.rules.letter_gaps import Gap, letter_gaps
from cortitrack.rules.pathway import pathway
from cortitrack.rules.verdict import Verdict
from cortitrack.services.bench import Bench
from cortitrack.services.judging import Judging
from cortitrack.services.review import Review
from cortitrack.services.safety import Safety

__all__ = ["Gap", "LetterFacts", "LetterReport", "Letters", "PageImage", "Press", "Unprintable"]

PREVIEW_DOTS_PER_INCH = 110
_PDF = b"%PDF-"
_NO_SPACE = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)})
_NO_ACCESS = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterReport:
    """What was written: where, how long and large, what its reader will miss, its SHA-256.

    `unprintable` are texts in which a character's code stands for it.
    """

    path: Path
    pages: int
    size: int
    gaps: tuple[Gap, ...]
    sha256: str
    unprintable: tuple[Unprintable, ...]


class Press:
    """The printing room of a clinic, opened with the first letter and shared by all its connections."""

    def __init__(self, fonts: Path) -> None:
        """Print with the fonts of a folder."""
        self._fonts = fonts
        self._door = threading.Lock()
        self._room: PrintingRoom | None = None

    def room(self) -> PrintingRoom:
        """The room; fonts, reportlab and matplotlib are loaded when it is entered for the first time."""
        with self._door:
            if self._room is None:
                from cortitrack.documents.printing_room import Room

                self._room = Room(self._fonts)
            return self._room


class Letters:
    """Letters about one problem, made from the record as it stands."""

    def __init__(
        self, database: Database, bench: Bench, review: Review, safety: Safety, judging: Judging, press: Press
    ) -> None:
        """Gather from `database`, print on `press`."""
        self._database = database
        self._bench = bench
        self._review = review
        self._safety = safety
        self._judging = judging
        self.press = press

    def facts(self, problem_id: int, referral: Referral) -> LetterFacts:
        """All that the letter will say.

        Raises:
            Invalid: there is no such problem, or it was withdrawn.
        """
        timeline = self._review.timeline(problem_id)
        medications, rules = self._review.medications_of(timeline.patient.id), self._judging.rules()
        with self._database.reading() as c:
            clinic = clinic_card.get(c)
        return LetterFacts(
            clinic=clinic,
            referral=referral,
            timeline=timeline,
            verdicts=self._review.verdicts(problem_id),
            rules=rules,
            other_problems=self._others(timeline.patient.id, problem_id),
            medications=medications,
            today=self._bench.today,
            software=self._bench.software(),
            shown_patient_id=self._review.shown_id(RecordKind.PATIENT, timeline.patient.id),
            gaps=letter_gaps(referral, clinic, timeline, medications),
            pathway=pathway(self._safety.view(problem_id), rules),
        )

    def _others(self, patient_id: int, problem_id: int) -> tuple[tuple[Problem, Verdict | None], ...]:
        others = [problem for problem in self._review.problems(patient_id) if problem.id != problem_id]
        return tuple((problem, next(iter(self._review.verdicts(problem.id)), None)) for problem in others)

    def gaps(self, problem_id: int, referral: Referral) -> tuple[Gap, ...]:
        """What this kind of reader will miss."""
        return self.facts(problem_id, referral).gaps

    def preview(
        self, problem_id: int, referral: Referral, dots_per_inch: float = PREVIEW_DOTS_PER_INCH
    ) -> tuple[PageImage, ...]:
        """The letter's pages as pictures; what cannot be printed is shown by its code."""
        room = self.press.room()
        return room.page_images(room.letter(self.facts(problem_id, referral)), dots_per_inch)

    def unprintable(self, problem_id: int, referral: Referral) -> tuple[Unprintable, ...]:
        """Every text with characters that no bundled font has, those that forbid a letter first."""
        return self.press.room().unprintable(self.facts(problem_id, referral))

    def write(self, problem_id: int, referral: Referral, path: Path) -> LetterReport:
        """Write the letter into a file that is whole or not there; a letter of that name is replaced.

        Raises:
            Invalid: there is no such problem; or (Why.UNPRINTABLE) a name cannot be printed. Nothing is written.
            StorageTrouble: the disk refused it, or another kind of file has that name.
        """
        facts = self.facts(problem_id, referral)
        _refuse_other_files(path)
        room = self.press.room()
        unprintable = room.unprintable(facts)
        for one in unprintable:
            if one.forbids:
                raise Invalid(one.field, Why.UNPRINTABLE, value=one.characters, kind=one.kind, id=one.record_id)
        content = room.letter(facts)
        _keep(path, content)
        return LetterReport(
            path=path,
            pages=room.page_count(content),
            size=len(content),
            gaps=facts.gaps,
            sha256=hashlib.sha256(content).hexdigest(),
            unprintable=unprintable,
        )


def _refuse_other_files(path: Path) -> None:
    """A letter replaces a letter, never a clinic's file or whatever else has that name."""
    try:
        with path.open("rb") as there:
            start = there.read(len(_PDF))
    except FileNotFoundError:
        return
    except OSError as error:
        raise _trouble(path, error) from error
    if start != _PDF:
        raise StorageTrouble(Trouble.EXISTS, path)


def _keep(path: Path, content: bytes) -> None:
    try:
        write_whole(path, content)
    except PaperTrouble as trouble:
        raise _trouble(path, trouble.__cause__) from trouble


def _trouble(path: Path, error: BaseException | None) -> StorageTrouble:
    number = error.errno if isinstance(error, OSError) else None
    if number in _NO_SPACE:
        return StorageTrouble(Trouble.FULL, path)
    return StorageTrouble(Trouble.NO_ACCESS if number in _NO_ACCESS else Trouble.DISK, path)
