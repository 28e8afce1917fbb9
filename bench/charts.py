"""The patient's page in the real window, offscreen and warm, against matplotlib drawing the same on its own.

Open: from asking for a patient with 60 scores until the page is painted, against the same curve on bare axes of the
same size. Save: from handing over a score (into a file, with all safety) until the page is painted, against matplotlib
drawing the very figure again. Hover: from a pointer's move until its words are painted, against the same.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from itertools import cycle
from pathlib import Path
from typing import Any

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from bench.clinics import bench_of
from bench.courses import two_people
from bench.measured import Goal, Line, in_turn, milliseconds
from bench.synthetic import TODAY
from cortitrack.domain.pain import PainScore
from cortitrack.ui.tour import Guide

TIMES = 21
_OWN: dict[str, FigureCanvasAgg] = {}


def measure() -> list[Line]:
    """All three in one window."""
    with tempfile.TemporaryDirectory() as name, _window(Path(name)) as (lead, places):
        opened, bare = in_turn(TIMES, _Opening(lead, places).once, _Bare(lead).once)
        saved, redrawn = in_turn(TIMES, _Saving(lead, *places[0]).once, lambda: _redraw(lead))
        hovered, whole = in_turn(TIMES, _Hovering(lead).once, lambda: _redraw(lead))
    return [
        Line(name="open a patient with 60 scores / the curve on bare axes", unit="ms", ours=opened, floor=bare,
             goal=Goal.RATIO, number=1.5),
        Line(name="save a score to page repainted / redraw of that figure", unit="ms", ours=saved, floor=redrawn,
             goal=Goal.RATIO, number=1.3),
        Line(name="hover readout / redraw of that figure", unit="ms", ours=hovered, floor=whole, goal=Goal.OURS,
             number=10),
    ]  # fmt: skip


@contextmanager
def _window(folder: Path) -> Iterator[tuple[Any, list[tuple[int, int]]]]:
    """The window of the small clinic, its chart libraries loaded, each patient seen once."""
    guide = Guide(folder, bench_of())
    desk, places = two_people(folder / "courses.cortitrack")
    with guide.window(desk) as lead:
        guide.camera.rest()
        lead.prepare()
        for person, problem in places:
            lead.open_patient(person, problem)
            guide.camera.rest()
        yield lead, places
    guide.background.finish()


def _painted(lead: Any) -> None:
    """Let everything that was asked for happen, and be painted."""
    for _ in range(3):
        QApplication.processEvents()


def _redraw(lead: Any) -> float:
    """Let matplotlib's own canvas draw the figure that is shown."""
    figure = lead.patient.chart.view._figure
    ours = figure.canvas
    theirs = _OWN.setdefault("canvas", FigureCanvasAgg(figure))
    figure.set_canvas(theirs)
    took = milliseconds(theirs.draw)
    figure.set_canvas(ours)
    return took


class _Opening:
    """One patient after the other."""

    def __init__(self, lead: Any, places: list[tuple[int, int]]) -> None:
        self._lead, self._places = lead, cycle(places)

    def once(self) -> float:
        """Open the next one."""
        person, problem = next(self._places)
        before = self._lead.patient.chart.view.readout()
        took = milliseconds(lambda: (self._lead.open_patient(person, problem), _painted(self._lead)))
        assert self._lead.patient.chart.view.readout() is not before
        return took


class _Bare:
    """The same curve on axes with nothing else, in a picture of the same size."""

    def __init__(self, lead: Any) -> None:
        timeline = lead.patient._timeline
        self._days = [score.on.toordinal() for score in timeline.scores]
        self._values = [score.tenths / 10 for score in timeline.scores]
        self._figure = Figure()
        self._canvas = FigureCanvasAgg(self._figure)
        shown = lead.patient.chart.view._figure
        self._figure.set_dpi(shown.get_dpi())
        self._figure.set_size_inches(*shown.get_size_inches())

    def once(self) -> float:
        """Draw it anew."""
        return milliseconds(self._draw)

    def _draw(self) -> None:
        self._figure.clear()
        self._figure.add_subplot().plot(self._days, self._values, marker="o")
        self._canvas.draw()


class _Saving:
    """One more score each time, taken back before the next."""

    def __init__(self, lead: Any, person: int, problem: int) -> None:
        self._lead, self._problem = lead, problem
        lead.open_patient(person, problem)
        _painted(lead)

    def once(self) -> float:
        """Save, see it, take it back."""
        record, view = self._lead.around.desk.record, self._lead.patient.chart.view
        on = TODAY - timedelta(days=2)
        score = PainScore(id=record.new_id(), problem_id=self._problem, on=on, tenths=60)
        before = view.readout()
        took = milliseconds(lambda: (record.add(score), _painted(self._lead)))
        assert view.readout() is not before
        record.undo()
        _painted(self._lead)
        return took


class _Hovering:
    """The pointer walks from mark to mark."""

    def __init__(self, lead: Any) -> None:
        self._view = lead.patient.chart.view
        self._lead = lead
        self._spots = cycle([spot.place for spot in self._view._spots])

    def once(self) -> float:
        """Move, see the words."""
        place = next(self._spots)
        return milliseconds(lambda: (self._move(place), _painted(self._lead)))

    def _move(self, place: QPointF) -> None:
        none = Qt.MouseButton.NoButton
        spot = self._view.mapToGlobal(place)
        event = QMouseEvent(QEvent.Type.MouseMove, place, spot, none, none, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(self._view, event)
