"""Brings matplotlib into the window after the first paint, since importing it costs a second."""

from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from cortitrack.ui.background import Background, Progress

DOTS_PER_INCH = 72


def figure_with_canvas() -> tuple[Any, Any]:
    """An empty figure and the canvas that turns it into pixels: the one place that imports matplotlib."""
    from matplotlib.figure import Figure

    from cortitrack.ui.widgets.chart_canvas import KeepingCanvas

    figure = Figure(dpi=DOTS_PER_INCH)
    return figure, KeepingCanvas(figure)


class ChartLibraries(QObject):
    """``start`` after the first paint; ``ready`` when charts can be drawn."""

    ready = Signal()

    def __init__(self, background: Background) -> None:
        super().__init__(background)
        self._background = background
        self._started = False
        self.is_ready = False

    @Slot()
    def start(self) -> None:
        """Load in a thread; a second call does nothing."""
        if not self._started:
            self._started = True
            self._background.run(_load, done=self._loaded)

    @Slot(object)
    def _loaded(self, result: object) -> None:
        self.is_ready = True
        self.ready.emit()


def _load(progress: Progress) -> None:
    """Import, and draw once unseen, so that fonts are found and read before the first chart is wanted."""
    figure, canvas = figure_with_canvas()
    progress.check()
    axes = figure.add_subplot()
    axes.plot([0, 1], [0, 1], marker="o")
    for weight in ("normal", "bold"):
        axes.text(0, 0, "0123456789", fontweight=weight)
    canvas.draw()
