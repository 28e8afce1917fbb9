"""The chart view: drawn by matplotlib only when it must, read by pointer and keys over a kept picture."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cortitrack.charts.readout import Point, Readout
from cortitrack.ui.background import Background
from cortitrack.ui.theme import Appearance, Theme
from cortitrack.ui.widgets.chart_libraries import ChartLibraries
from cortitrack.ui.widgets.chart_view import ChartView

SCORES = [(0, 8.0), (14, 3.0), (45, 7.0)]


class Drawing:
    """Draws three scores and counts how often it was asked to."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, figure: Any) -> Readout:
        self.count += 1
        figure.clear()
        axes = figure.add_axes((0.1, 0.1, 0.8, 0.8))
        axes.plot(*zip(*SCORES, strict=True), marker="o")
        axes.set_xlim(-10, 90)
        axes.set_ylim(0, 10)
        points = tuple(Point(x, y, f"Day {x}: pain {y:g}", 100 + x) for x, y in SCORES)
        return Readout(lambda: points, "Pain fell and came back.")


@pytest.fixture
def drawing() -> Drawing:
    return Drawing()


@pytest.fixture
def view(qtbot: QtBot, theme: Theme, libraries: ChartLibraries, drawing: Drawing) -> ChartView:
    view = ChartView(theme, libraries)
    qtbot.addWidget(view)
    view.resize(500, 300)
    view.show_chart(drawing)
    view.show()
    qtbot.waitUntil(lambda: view.readout() is not None)
    return view


def place_of(view: ChartView, day: float, score: float) -> QPoint:
    """Where a value lies in the widget: the axes of the drawing are a tenth inside."""
    x = view.width() * (0.1 + 0.8 * (day + 10) / 100)
    y = view.height() * (0.9 - 0.8 * score / 10)
    return QPoint(round(x), round(y))


def test_the_sentence_is_its_name(view: ChartView) -> None:
    assert view.accessibleName() == "Pain fell and came back."


def test_hover_reads_a_point_without_drawing_again(view: ChartView, drawing: Drawing) -> None:
    assert drawing.count == 1
    QTest.mouseMove(view, place_of(view, 14, 3))
    assert view.point() is not None
    assert view.accessibleDescription() == "Day 14: pain 3"
    QTest.mouseMove(view, place_of(view, 80, 5))
    assert view.point() is None
    assert drawing.count == 1


def test_the_cursor_is_painted_over_the_kept_picture(view: ChartView, drawing: Drawing) -> None:
    before = view.grab().toImage()
    QTest.mouseMove(view, place_of(view, 14, 3))
    marked = view.grab().toImage()
    QTest.mouseMove(view, place_of(view, 80, 5))
    assert marked != before
    assert view.grab().toImage() == before
    assert drawing.count == 1


def test_keys_walk_the_points(view: ChartView, drawing: Drawing, qtbot: QtBot) -> None:
    said = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_Right, Qt.Key.Key_Home):
        qtbot.keyClick(view, key)
        said.append(view.accessibleDescription())
    assert said == ["Day 0: pain 8", "Day 14: pain 3", "Day 45: pain 7", "Day 45: pain 7", "Day 0: pain 8"]
    with qtbot.waitSignal(view.chosen) as chosen:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert chosen.args is not None
    assert chosen.args[0].entry_id == 100
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view.point() is None
    assert drawing.count == 1


def test_time_runs_to_the_right_also_where_people_read_from_the_right(view: ChartView, qtbot: QtBot) -> None:
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.keyClick(view, Qt.Key.Key_Home)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.accessibleDescription() == "Day 14: pain 3"


def test_shift_and_drag_measures_days(view: ChartView, drawing: Drawing, qtbot: QtBot) -> None:
    start, end = place_of(view, 14, 5), place_of(view, 45, 5)
    shift = Qt.KeyboardModifier.ShiftModifier
    with qtbot.waitSignal(view.measured) as measured:
        QTest.mousePress(view, Qt.MouseButton.LeftButton, shift, start)
        view.mouseMoveEvent(moved_with_button(view, end))
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, shift, end)
    assert measured.args == [31]
    assert view.days_measured() == 31
    assert drawing.count == 1


def test_shift_and_arrows_measure_too(view: ChartView, qtbot: QtBot) -> None:
    qtbot.keyClick(view, Qt.Key.Key_Home)
    with qtbot.waitSignal(view.measured) as measured:
        qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert measured.args == [14]


def test_it_is_drawn_again_for_new_facts_a_new_size_and_a_new_theme(
    view: ChartView, drawing: Drawing, theme: Theme, qtbot: QtBot
) -> None:
    view.redraw()
    assert drawing.count == 2
    view.resize(600, 320)
    qtbot.waitUntil(lambda: drawing.count == 3)
    theme.set_appearance(Appearance.DARK)
    assert drawing.count == 4


def test_a_hidden_chart_is_drawn_when_it_is_seen(view: ChartView, drawing: Drawing, qtbot: QtBot) -> None:
    view.hide()
    view.redraw()
    assert drawing.count == 1
    view.show()
    qtbot.waitUntil(lambda: drawing.count == 2)


def test_before_the_libraries_are_there_it_says_so(
    qtbot: QtBot, theme: Theme, background: Background, drawing: Drawing
) -> None:
    libraries = ChartLibraries(background)
    view = ChartView(theme, libraries)
    qtbot.addWidget(view)
    view.resize(500, 300)
    view.show_chart(drawing)
    view.show()
    view.grab()
    assert drawing.count == 0
    libraries.start()
    qtbot.waitUntil(lambda: drawing.count == 1, timeout=60_000)


def moved_with_button(view: ChartView, place: QPoint) -> Any:
    from PySide6.QtCore import QEvent, QPointF
    from PySide6.QtGui import QMouseEvent

    return QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(place),
        QPointF(view.mapToGlobal(place)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.ShiftModifier,
    )
