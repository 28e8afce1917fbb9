"""Circles of garbage go in the window's own time, and only there."""

import gc
import weakref

from pytestqt.qtbot import QtBot

from cortitrack.ui.garbage import Garbage, collect_due


class Circle:
    """Holds itself, so that only a search lets it go."""

    def __init__(self) -> None:
        self.itself = self


def test_python_does_not_search_while_the_window_lives(qtbot: QtBot) -> None:
    garbage = Garbage()
    assert not gc.isenabled()
    garbage.stop()
    assert gc.isenabled()


def test_what_is_due_is_collected(qtbot: QtBot) -> None:
    garbage = Garbage()
    gone = weakref.ref(Circle())
    kept: list[list[int]] = [[] for _ in range(gc.get_threshold()[0] + 1)]
    assert gone() is not None
    garbage.collect()
    assert gone() is None
    assert kept
    garbage.stop()


def test_nothing_is_searched_before_it_is_due(qtbot: QtBot) -> None:
    gc.collect()
    gc.disable()
    kept = weakref.ref(Circle())
    collect_due()
    assert kept() is not None
    gc.enable()
