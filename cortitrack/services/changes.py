"""What a write touched, told to everyone who asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from cortitrack.domain.records import RecordKind
from cortitrack.domain.steps import Did, Step

__all__ = ["Change", "Changes", "Did", "Step"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One step, after it was kept. `kind` is None where several kinds were touched, or none; step 0 changed nothing."""

    step: int
    did: Did
    kind: RecordKind | None
    count: int
    patient_ids: frozenset[int] = frozenset()
    problem_ids: frozenset[int] = frozenset()


class Changes:
    """Tells each change to its listeners, in the thread in which the write was done."""

    def __init__(self) -> None:
        """Begin without listeners."""
        self._listeners: list[Callable[[Change], None]] = []

    def subscribe(self, listener: Callable[[Change], None]) -> Callable[[], None]:
        """Tell `listener` every change from now on; call what is returned to stop."""
        self._listeners.append(listener)

        def stop() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return stop

    def tell(self, change: Change) -> None:
        """Tell everyone."""
        for listener in tuple(self._listeners):
            listener(change)
