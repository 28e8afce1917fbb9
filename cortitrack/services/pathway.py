"""The pathway of a problem: where it stands, what the record suggests, and the hand of the clinician who moves it."""

from __future__ import annotations

from datetime import date

from cortitrack.domain.pathway import Item, ItemState, PathwayItem, PathwayMove, Stage
from cortitrack.rules.pathway import Pathway, pathway
from cortitrack.services.bench import Bench
from cortitrack.services.changes import Change
from cortitrack.services.judging import Judging
from cortitrack.services.record import Record
from cortitrack.services.safety import Safety


class Pathways:
    """Reads the strip of a problem and records what a clinician decides; nothing moves by itself."""

    def __init__(self, bench: Bench, judging: Judging, safety: Safety, record: Record) -> None:
        """Read through `safety`, write through `record`."""
        self._bench = bench
        self._judging = judging
        self._safety = safety
        self._record = record

    def of(self, problem_id: int) -> Pathway:
        """The strip of a problem today.

        Raises:
            Invalid: there is no such problem, or it was withdrawn.
        """
        return pathway(self._safety.view(problem_id), self._judging.rules())

    def move(self, problem_id: int, stage: Stage, why: str, *, by: str = "", on: date | None = None) -> Change:
        """Put a problem at a stage, forwards or back, with the reason; by default the user does it today.

        Raises:
            Invalid: no reason is given, or it cannot be recorded.
        """
        move = PathwayMove(
            id=self._record.new_id(),
            problem_id=problem_id,
            on=on or self._bench.today,
            stage=stage,
            why=why,
            by=by or self._bench.user,
        )
        return self._record.add(move)

    def set_item(
        self,
        problem_id: int,
        item: Item,
        state: ItemState,
        why: str = "",
        *,
        by: str = "",
        on: date | None = None,
    ) -> Change:
        """Say how an item stands; by default the user says so today.

        Raises:
            Invalid: a reason is missing where one is needed, or it cannot be recorded.
        """
        mark = PathwayItem(
            id=self._record.new_id(),
            problem_id=problem_id,
            on=on or self._bench.today,
            item=item,
            state=state,
            by=by or self._bench.user,
            why=why,
        )
        return self._record.add(mark)
