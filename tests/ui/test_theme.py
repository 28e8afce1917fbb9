"""The theme: light and dark at once, larger text, sharp icons."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cortitrack.charts.palette import DARK, LIGHT, strengthened
from cortitrack.ui.stylesheet import stylesheet
from cortitrack.ui.theme import Appearance, Size, Theme
from cortitrack.ui.widgets.button import Button
from cortitrack.ui.widgets.label import Label


def test_dark_is_worn_at_once(qapp: QApplication, theme: Theme, qtbot: QtBot) -> None:
    with qtbot.waitSignal(theme.changed):
        theme.set_appearance(Appearance.DARK)
    assert theme.palette == DARK
    assert qapp.palette().window().color().name().upper() == DARK.canvas
    assert DARK.surface in qapp.styleSheet()
    assert LIGHT.surface not in qapp.styleSheet()


def test_high_contrast_is_obeyed(theme: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as system:
        system.setattr(theme, "_wants_contrast", lambda: True)
        theme.set_appearance(Appearance.DARK)
        assert theme.palette == strengthened(DARK)
        assert theme.palette.line == theme.palette.ink


def test_the_same_appearance_again_changes_nothing(theme: Theme, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(theme.changed):
        theme.set_appearance(Appearance.LIGHT)


def test_double_text_doubles_type_and_controls(theme: Theme, qtbot: QtBot) -> None:
    label, button = Label("Pain", size=Size.HEADLINE), Button("Add")
    qtbot.addWidget(label)
    qtbot.addWidget(button)
    for widget in (label, button):
        widget.show()
    small, low = label.fontMetrics().height(), button.sizeHint().height()
    theme.set_text_scale(2.0)
    assert label.fontMetrics().height() >= 1.9 * small
    assert button.sizeHint().height() >= 1.9 * low
    assert low == theme.px(32) / 2


def test_every_size_of_the_scale_is_worn(theme: Theme, qtbot: QtBot) -> None:
    for size in Size:
        label = Label("Pain", size=size)
        qtbot.addWidget(label)
        label.ensurePolished()
        assert label.font().pixelSize() == theme.px(size.value)


def test_icons_take_the_colour_of_a_role(theme: Theme) -> None:
    picture = theme.icon("plus", "bad").pixmap(20, 20).toImage()
    colours = {
        picture.pixelColor(x, y).name().upper()
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y).alpha() == 255
    }
    assert colours == {LIGHT.bad}


def test_the_sheet_leaves_no_token_behind() -> None:
    sheet = stylesheet(DARK, 1.5, "tick.svg")
    assert "$" not in sheet
    assert "@" not in sheet
    assert 'url("tick.svg")' in sheet
