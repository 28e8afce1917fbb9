"""All that is wrong with what was given to an import, as facts of which `words` makes sentences."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass

from cortitrack.domain.errors import Invalid, Why


@dataclass(frozen=True, slots=True)
class Refusal:
    """One thing that is wrong: file, row as a spreadsheet shows it (0: the whole file), field and why."""

    file: str
    row: int
    field: str
    why: Why
    found: Mapping[str, object] = dataclasses.field(default_factory=dict)

    @property
    def invalid(self) -> Invalid:
        """The same in the form in which a form learns of it."""
        return Invalid(self.field, self.why, **self.found)


@dataclass(frozen=True, slots=True)
class NotRead:
    """Something that was there and was not read: a file, or a column of one."""

    file: str
    column: str = ""


@dataclass(slots=True)
class Problems:
    """Gathers what is wrong and what was not read, so that a person hears it all at once."""

    refusals: list[Refusal] = dataclasses.field(default_factory=list)
    not_read: list[NotRead] = dataclasses.field(default_factory=list)

    def add(self, file: str, row: int, invalid: Invalid) -> None:
        """Note one refusal."""
        self.refusals.append(Refusal(file, row, invalid.field, invalid.why, invalid.found))
