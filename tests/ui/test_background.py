"""Work off the UI thread: where it runs, where its answers arrive, and that it can be stopped."""

import threading

from pytestqt.qtbot import QtBot

from cortitrack.ui.background import Background, Progress


def test_work_runs_elsewhere_and_its_result_arrives_here(qtbot: QtBot, background: Background) -> None:
    seen: list[object] = []

    def work(progress: Progress) -> int:
        for step in range(3):
            progress.report(step + 1, 3)
        return threading.get_ident()

    def done(result: int) -> None:
        seen.extend(("done", result != threading.get_ident(), threading.get_ident() == here))

    here = threading.get_ident()
    steps: list[tuple[int, int]] = []
    task = background.run(work, done=done, progressed=lambda *step: steps.append(step))
    with qtbot.waitSignal(task.ended):
        pass
    assert seen == ["done", True, True]
    assert steps == [(1, 3), (2, 3), (3, 3)]
    qtbot.waitUntil(background.is_idle)


def test_a_failure_arrives_as_the_exception(qtbot: QtBot, background: Background) -> None:
    failures: list[Exception] = []

    def work(progress: Progress) -> None:
        raise ValueError("no room")

    task = background.run(work, failed=failures.append)
    with qtbot.waitSignal(task.ended):
        pass
    assert [str(failure) for failure in failures] == ["no room"]


def test_a_failure_nobody_takes_is_raised_here(qtbot: QtBot, background: Background) -> None:
    def work(progress: Progress) -> None:
        raise ValueError("a bug")

    with qtbot.captureExceptions() as caught:
        task = background.run(work)
        with qtbot.waitSignal(task.ended):
            pass
    assert [str(error) for _, error, _ in caught] == ["a bug"]


def test_cancelled_work_stops_at_its_next_report(qtbot: QtBot, background: Background) -> None:
    results: list[object] = []
    asked = threading.Event()

    def work(progress: Progress) -> str:
        progress.report(0, 2)
        asked.wait(20)
        progress.report(1, 2)
        return "all"

    task = background.run(work, done=results.append)
    with qtbot.waitSignal(task.progressed):
        pass
    with qtbot.waitSignal(task.cancelled):
        task.cancel()
        asked.set()
    assert results == []
    qtbot.waitUntil(background.is_idle)
