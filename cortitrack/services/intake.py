"""One import under way: rows of an archive become records within one transaction, file by file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import islice
from typing import Any, NamedTuple

from cortitrack.db import bulk, rows, trail
from cortitrack.db.bulk import Named
from cortitrack.db.database import Connection
from cortitrack.db.tables import OF_AN_INJECTION
from cortitrack.domain.errors import Invalid, Why
from cortitrack.domain.ids import IdMaker
from cortitrack.domain.records import DAY_FIELDS, RecordKind
from cortitrack.domain.steps import Act
from cortitrack.exchange.csv_reader import Row, TableReader
from cortitrack.exchange.layout import LAYOUTS, Layout
from cortitrack.exchange.problems import Problems
from cortitrack.services.import_report import Counts
from cortitrack.services.references import References

AT_ONCE = 5000


class _Refused(Exception):
    """A row names a record that was itself refused."""


class _Skipped(Exception):
    """A row is, or names, what a person withdrew here."""


class _File:
    """One file under way, and what the clinic holds of its kind."""

    def __init__(self, c: Connection, layout: Layout, label: str, counts: Counts) -> None:
        self.layout = layout
        self.kind = layout.kind
        self.label = label
        self.counts = counts
        self.fields = tuple(column.field for column in rows.columns(layout.kind) if column.field != "id")
        self.day_at = layout.values.index(DAY_FIELDS[layout.kind])
        self.by_problem = [r.kind for r in layout.references] == [RecordKind.PROBLEM]
        self.withdrawn = bulk.withdrawn(c, layout.kind)
        self.empty = bulk.is_empty(c, layout.kind)

    @property
    def nameable(self) -> bool:
        """Whether records of other files may name these."""
        return self.kind in (RecordKind.PATIENT, RecordKind.PROBLEM, RecordKind.INJECTION)


class Good(NamedTuple):
    """A row whose references hold; the owner is what its first reference names."""

    number: int
    archive_id: str
    owner: Named | None
    cells: tuple[Any, ...]


class Intake:
    """Takes the rows of one file after the other, in the order in which records refer to one another."""

    def __init__(
        self, c: Connection, step: int, ids: IdMaker, today: date, problems: Problems, *, partial: bool
    ) -> None:
        """Write through `c` as part of `step`; with `partial`, good rows are kept beside refused ones."""
        self.counts: dict[RecordKind, Counts] = {}
        self.patient_ids: set[int] = set()
        self._c = c
        self._step = step
        self._ids = ids
        self._today = today
        self._problems = problems
        self._partial = partial
        self._named: dict[RecordKind, dict[str, Named]] = {}
        self._refused: dict[RecordKind, set[str]] = {}
        self._no_file: set[RecordKind] = set()

    def take(self, reader: TableReader, label: str, found: Iterable[Row], pause: Callable[[], None]) -> None:
        """Take one file; `pause` is called between batches."""
        kind = reader.layout.kind
        counts = Counts()
        file = _File(self._c, reader.layout, label, counts)
        refused = self._refused.setdefault(kind, set())
        before = len(self._problems.refusals)
        rest = iter(found)
        while some := list(islice(rest, AT_ONCE)):
            pause()
            self._take_some(file, some)
        refused |= reader.refused
        if reader.whole_file_refused:
            self._no_file.add(kind)
        counts.refused = len({refusal.row for refusal in self._problems.refusals[before:]})
        if counts.added:
            trail.note_many(self._c, self._step, Act.ADDED, kind.value, counts.added)
        self.counts[kind] = self.counts.get(kind, Counts()) + counts

    def _take_some(self, file: _File, some: Sequence[Row]) -> None:
        good = [row for one in some if (row := self._resolved(file, one)) is not None]
        if not (self._partial or not self._problems.refusals):
            self._put_names(file, good)  # nothing will be kept, but all that is wrong is still to be found
            return
        known = {} if file.empty else self._known(file, good)
        fresh = [row for row in good if row.archive_id not in known]
        for row in good:
            there = known.get(row.archive_id)
            if there is not None and there.cells == row.cells:
                file.counts.unchanged += 1
            elif there is not None:
                self._correct(file, row, there)
        ids = self._put_names(file, fresh)
        bulk.insert(
            self._c,
            file.kind,
            file.fields,
            self._step,
            ((new, row.archive_id, *row.cells) for new, row in zip(ids, fresh, strict=True)),
        )
        file.counts.added += len(fresh)
        self.patient_ids.update(row.owner.patient_id for row in fresh if row.owner)

    def _known(self, file: _File, good: Sequence[Good]) -> dict[str, bulk.Known]:
        return bulk.known(self._c, file.kind, [row.archive_id for row in good], file.fields)

    def _put_names(self, file: _File, fresh: Sequence[Good]) -> range:
        """Give ids to new records, and let later files name them."""
        ids = self._ids.block(len(fresh)) if fresh else range(0)
        if file.nameable:
            names = self._names(file.kind)
            for new, row in zip(ids, fresh, strict=True):
                if row.archive_id not in names or names[row.archive_id].withdrawn:
                    names[row.archive_id] = self._as_named(file, new, row)
            if file.kind is RecordKind.PATIENT:
                self.patient_ids.update(ids)
        return ids

    def _as_named(self, file: _File, record_id: int, row: Good) -> Named:
        if row.owner is None:
            return Named(record_id, record_id, row.cells[file.fields.index("birth_date")], False)
        if file.kind is RecordKind.INJECTION:
            return Named(record_id, row.owner.patient_id, row.cells[file.fields.index("given_on")], False)
        return Named(record_id, row.owner.patient_id, row.owner.earliest, False)

    def _correct(self, file: _File, row: Good, there: bulk.Known) -> None:
        """Let the row stand in place of what the clinic holds under its id, if that is whose it was."""
        fact = rows.from_row(file.kind, (there.id, *row.cells))
        former = rows.from_row(file.kind, (there.id, *there.cells))
        references = References(self._c, self._today)
        try:
            patient_id = references.patient_of(fact)
            if references.owner_of(former) != patient_id:
                raise Invalid(file.layout.references[0].name, Why.OTHER_PATIENT, value=row.archive_id)
        except Invalid as invalid:
            self._refuse(file, row.number, row.archive_id, invalid)
            return
        bulk.update(self._c, file.kind, file.fields, self._step, [(*row.cells, there.id)])
        trail.note(self._c, self._step, Act.CORRECTED, fact, patient_id, former)
        file.counts.corrected += 1
        self.patient_ids.add(patient_id)
        if file.nameable:
            self._names(file.kind)[row.archive_id] = self._as_named(file, there.id, row)

    # --- whose rows they are --------------------------------------------------------------------

    def _resolved(self, file: _File, row: Row) -> Good | None:
        number, archive_id, references, values = row
        if file.by_problem and archive_id not in file.withdrawn:
            owner = self._names(RecordKind.PROBLEM).get(references[0])
            if owner is not None and not owner.withdrawn and values[file.day_at] >= owner.earliest:  # type: ignore[operator]
                return Good(number, archive_id, owner, (owner.id, *values))
        try:
            return self._placed(file, row)
        except _Skipped:
            file.counts.skipped += 1
        except _Refused:
            self._refused[file.kind].add(archive_id)
        except Invalid as invalid:
            self._refuse(file, number, archive_id, invalid)
        return None

    def _placed(self, file: _File, row: Row) -> Good:
        number, archive_id, references, values = row
        if archive_id in file.withdrawn:
            raise _Skipped
        found = [
            self._find(reference.kind, reference.name, name) if name else None
            for reference, name in zip(file.layout.references, references, strict=True)
        ]
        owner = found[0] if found else None
        for other, reference, name in list(zip(found, file.layout.references, references, strict=True))[1:]:
            if other and owner and other.patient_id != owner.patient_id:
                raise Invalid(reference.name, Why.OTHER_PATIENT, value=name)
        day: Any = values[file.day_at]
        if owner and day is not None and day < owner.earliest:
            why = Why.BEFORE_START if file.kind in OF_AN_INJECTION else Why.BEFORE_BIRTH
            start = date.fromordinal(owner.earliest)
            raise Invalid(
                file.layout.values[file.day_at], why, value=date.fromordinal(day), start=start, birth_date=start
            )
        return Good(number, archive_id, owner, (*(one.id if one else None for one in found), *values))

    def _find(self, kind: RecordKind, column: str, name: str) -> Named:
        found = self._names(kind).get(name)
        if found is not None and found.withdrawn:
            raise _Skipped
        if found is not None:
            return found
        if name in self._refused.get(kind, ()) or kind in self._no_file:
            if not self._partial:
                raise _Refused
            raise Invalid(column, Why.REFERS_TO_REFUSED, value=name, file=LAYOUTS[kind].file)
        raise Invalid(column, Why.NOBODY, value=name)

    def _names(self, kind: RecordKind) -> dict[str, Named]:
        if kind not in self._named:
            self._named[kind] = bulk.named(self._c, kind)
        return self._named[kind]

    def _refuse(self, file: _File, number: int, archive_id: str, invalid: Invalid) -> None:
        self._refused[file.kind].add(archive_id)
        self._problems.add(file.label, number, invalid)
