"""The services of one open clinic in one frozen bundle."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from cortitrack.db import clinic as clinic_card
from cortitrack.db.database import Database
from cortitrack.domain.clinic import Clinic
from cortitrack.services.bench import Bench
from cortitrack.services.changes import Changes
from cortitrack.services.judging import Judging
from cortitrack.services.letters import Letters, Press
from cortitrack.services.pathway import Pathways
from cortitrack.services.patients import Patients
from cortitrack.services.record import Record
from cortitrack.services.review import Review
from cortitrack.services.safety import Safety
from cortitrack.services.transfer import Transfer
from cortitrack.services.worklist import Worklist


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What windows and verbs are given. `held_by` names who else writes the file, when that makes it read-only."""

    path: Path
    read_only: bool
    held_by: str
    bench: Bench
    changes: Changes
    record: Record
    patients: Patients
    review: Review
    safety: Safety
    pathway: Pathways
    judging: Judging
    worklist: Worklist
    transfer: Transfer
    letters: Letters
    database: Database
    let_go: Callable[[], None]
    refuse: Callable[[], None]

    def clinic(self) -> Clinic:
        """The clinic's card."""
        with self.database.reading() as c:
            return clinic_card.get(c)

    def worker(self) -> Desk:
        """The same services with a connection of their own, for another thread; close it there when done."""
        return set_up(
            self.database.beside(),
            self.bench,
            self.changes,
            self.refuse,
            held_by=self.held_by,
            let_go=_nothing,
            press=self.letters.press,
        )

    def close(self) -> None:
        """Close the file and let others write it."""
        self.database.close()
        self.let_go()


def _nothing() -> None:
    return


def set_up(
    database: Database,
    bench: Bench,
    changes: Changes,
    refuse: Callable[[], None],
    *,
    held_by: str,
    let_go: Callable[[], None],
    press: Press | None = None,
) -> Desk:
    """Make all services around one connection; `refuse` raises where this session may not write.

    `press` is the one on which letters of this clinic are printed already, by another connection.
    """
    judging = Judging(database, bench, changes, refuse=refuse)
    record = Record(database, bench, changes, judging, refuse=refuse)
    review = Review(database, bench, judging)
    safety = Safety(database, bench, judging, record)
    return Desk(
        path=database.path,
        read_only=database.read_only,
        held_by=held_by,
        bench=bench,
        changes=changes,
        record=record,
        patients=Patients(database),
        review=review,
        safety=safety,
        pathway=Pathways(bench, judging, safety, record),
        judging=judging,
        worklist=Worklist(database, bench, judging),
        transfer=Transfer(database, bench, record),
        letters=Letters(database, bench, review, safety, judging, press or Press(bench.fonts)),
        database=database,
        let_go=let_go,
        refuse=refuse,
    )
