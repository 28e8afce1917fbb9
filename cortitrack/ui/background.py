"""Work off the UI thread, its progress and its result back on it."""

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot


class Cancelled(Exception):
    """The person asked the work to stop; it leaves everything as it was."""


class Progress:
    """What a worker holds: it reports through it and learns through it that it shall stop."""

    def __init__(self, tell: Callable[[int, int], None]) -> None:
        self._tell = tell
        self._stop = threading.Event()

    def report(self, done: int, total: int) -> None:
        """Say how far the work is; raises Cancelled when it shall stop."""
        self.check()
        self._tell(done, total)

    def check(self) -> None:
        """Raise Cancelled when the work shall stop."""
        if self._stop.is_set():
            raise Cancelled

    @property
    def cancelled(self) -> bool:
        return self._stop.is_set()

    def cancel(self) -> None:
        """Ask the work to stop at its next report."""
        self._stop.set()


Work = Callable[[Progress], Any]


class Task(QObject):
    """One piece of work under way. All of its public signals are sent on the UI thread.

    ``finished`` carries the result, ``failed`` the exception, ``progressed`` done and total;
    ``ended`` comes after any end, also after ``cancelled``.
    """

    finished = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    progressed = Signal(int, int)
    ended = Signal(object)

    # Sent by the worker; since this object lives on the UI thread, its slots below run there.
    _returned = Signal(object)
    _raised = Signal(object)
    _told = Signal(int, int)

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._progress = Progress(self._told.emit)
        self._returned.connect(self._return)
        self._raised.connect(self._raise)
        self._told.connect(self._tell)
        self._runner = _Runner(work, self._progress, self._returned.emit, self._raised.emit)

    def start_in(self, pool: QThreadPool) -> None:
        """Give the work to a thread of the pool."""
        pool.start(self._runner)

    @Slot()
    def cancel(self) -> None:
        """Ask the work to stop."""
        self._progress.cancel()

    @Slot(object)
    def _return(self, result: object) -> None:
        self.finished.emit(result)
        self.ended.emit(self)

    @Slot(object)
    def _raise(self, error: Exception) -> None:
        if isinstance(error, Cancelled):
            self.cancelled.emit()
        else:
            self.failed.emit(error)
        self.ended.emit(self)

    @Slot(int, int)
    def _tell(self, done: int, total: int) -> None:
        if not self._progress.cancelled:
            self.progressed.emit(done, total)


class _Runner(QRunnable):
    """What runs in the thread."""

    def __init__(
        self,
        work: Work,
        progress: Progress,
        give_back: Callable[[object], None],
        give_up: Callable[[object], None],
    ) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self._work, self._progress = work, progress
        self._give_back, self._give_up = give_back, give_up

    def run(self) -> None:
        try:
            self._progress.check()
            result = self._work(self._progress)
        except Exception as error:
            self._give_up(error)
            return
        self._give_back(result)


class Background(QObject):
    """Starts tasks and keeps them alive until they end."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._tasks: set[Task] = set()

    def run(
        self,
        work: Work,
        *,
        done: Callable[[Any], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        progressed: Callable[[int, int], None] | None = None,
    ) -> Task:
        """Do the work elsewhere; the callables are called here, on the UI thread.

        Without ``failed`` an exception is raised here, so that it reaches the crash dialog.
        """
        task = Task(work)
        if done is not None:
            task.finished.connect(done)
        if progressed is not None:
            task.progressed.connect(progressed)
        task.failed.connect(failed if failed is not None else _raise_here)
        task.ended.connect(self._forget)
        self._tasks.add(task)
        task.start_in(self._pool)
        return task

    def is_idle(self) -> bool:
        """Whether nothing is under way."""
        return not self._tasks

    def finish(self, patience_ms: int = 10_000) -> bool:
        """Before the program ends: ask all work to stop and wait for it."""
        for task in self._tasks:
            task.cancel()
        return self._pool.waitForDone(patience_ms)

    @Slot(object)
    def _forget(self, task: Task) -> None:
        self._tasks.discard(task)


def _raise_here(error: Exception) -> None:
    raise error
