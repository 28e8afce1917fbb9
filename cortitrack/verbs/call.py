"""What every verb is given: what was asked, where to answer, the clock, and the clinic's file."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from cortitrack import paths, settings
from cortitrack.domain.errors import StorageTrouble, Trouble
from cortitrack.services import clinics
from cortitrack.services.bench import Bench
from cortitrack.services.desk import Desk
from cortitrack.verbs.refused import Refused
from cortitrack.words.tongue import t


@dataclass(frozen=True, slots=True)
class Call:
    """One call of one verb. Answers go to `out`, everything else to `err`."""

    asked: argparse.Namespace
    out: TextIO
    err: TextIO
    data: Path
    bench: Bench

    @property
    def as_json(self) -> bool:
        """Whether the answer is one JSON document."""
        return bool(getattr(self.asked, "json", False))

    def say(self, text: str) -> None:
        """Answer a person."""
        self.out.write(text + "\n")

    def answer(self, document: object) -> None:
        """Answer a program: one JSON document."""
        json.dump(document, self.out, ensure_ascii=False, indent=1)
        self.out.write("\n")

    def stream(self, documents: Iterator[object]) -> None:
        """Answer a program with a list, written as it comes."""
        before = "[\n"
        for document in documents:
            self.out.write(before + json.dumps(document, ensure_ascii=False))
            before = ",\n"
        self.out.write("[]\n" if before == "[\n" else "\n]\n")

    def progress(self, doing: str) -> Callable[[int, int], None] | None:
        """A line on the terminal that tells how far a long work is; None where nobody looks."""
        if not self.err.isatty():
            return None
        shown = -1

        def tell(done: int, of: int) -> None:
            nonlocal shown
            percent = min(100, done * 100 // max(of, 1))
            if percent != shown:
                shown = percent
                self.err.write(f"\r{doing} {percent} %" + ("\n" if percent == 100 else ""))
                self.err.flush()

        return tell

    def clinic(self) -> Path:
        """The clinic's file: the one named, else the one opened last."""
        named: Path | None = self.asked.clinic
        path = named or settings.load(paths.settings_file(self.data)).last_clinic
        if path is None:
            raise Refused(t("No clinic was opened before. Name one with --clinic FILE."))
        return path

    def opened(self, path: Path) -> None:
        """Remember this clinic as the one opened last; where nothing can be kept, that is no trouble."""
        file = paths.settings_file(self.data)
        try:
            settings.save(file, settings.load(file).opened(path))
        except OSError:
            return

    @contextmanager
    def desk(self, *, to_write: bool = False) -> Iterator[Desk]:
        """The clinic's services, closed again at the end; only verbs that write take the writer's place."""
        path = self.clinic()
        desk = self._open(path, read_only=self.asked.read_only or not to_write)
        try:
            if self.asked.clinic:
                self.opened(path)
            yield desk
        finally:
            desk.close()

    def _open(self, path: Path, *, read_only: bool) -> Desk:
        """Open the file; one of an older version is brought up to date first unless nothing may be written."""
        try:
            return clinics.open_clinic(path, self.bench, read_only=read_only)
        except StorageTrouble as trouble:
            if trouble.kind is not Trouble.OLDER or self.asked.read_only:
                raise
        clinics.open_clinic(path, self.bench).close()
        return clinics.open_clinic(path, self.bench, read_only=read_only)
