"""What an import did: how many rows of each kind became what, and everything that was refused."""

from __future__ import annotations

from dataclasses import dataclass, fields

from cortitrack.domain.records import RecordKind
from cortitrack.exchange.problems import NotRead, Refusal


@dataclass(slots=True)
class Counts:
    """What became of the rows of one kind. Skipped are those that a person had withdrawn here."""

    added: int = 0
    unchanged: int = 0
    corrected: int = 0
    refused: int = 0
    skipped: int = 0

    def __add__(self, other: Counts) -> Counts:
        """Both together."""
        return Counts(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(Counts)))


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What an import did, or would do. `step` is what undo takes back; None where nothing was kept."""

    counts: dict[RecordKind, Counts]
    refusals: tuple[Refusal, ...]
    not_read: tuple[NotRead, ...]
    step: int | None
    dry_run: bool
    partial: bool

    @property
    def refused_whole(self) -> bool:
        """Whether something was wrong and therefore nothing is kept."""
        good = sum(c.added + c.unchanged + c.corrected + c.skipped for c in self.counts.values())
        return bool(self.refusals) and not (self.partial and good)
