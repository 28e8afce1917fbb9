"""The small pieces: navigation, folds, chips, banners, toasts, in both reading directions and large text."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from cortitrack.ui.theme import Theme
from cortitrack.ui.widgets.banner import Banner
from cortitrack.ui.widgets.button import Button
from cortitrack.ui.widgets.chip import Chip, ChipRow
from cortitrack.ui.widgets.fold import Fold
from cortitrack.ui.widgets.label import Label
from cortitrack.ui.widgets.nav import Navigation, Place
from cortitrack.ui.widgets.toast import Toast

PLACES = [
    Place(code="today", label="Today", icon="today"),
    Place(code="patients", label="Patients", icon="patients"),
    Place(code="settings", label="Settings", icon="settings", at_foot=True),
]


def test_navigation_tells_where_to_go(qtbot: QtBot, theme: Theme) -> None:
    nav = Navigation(theme, "CortiTrack", PLACES)
    qtbot.addWidget(nav)
    nav.show()
    nav.select("today")
    nav.set_count("today", 7, "7 are due")
    button = nav._buttons["patients"]
    with qtbot.waitSignal(nav.chosen) as chosen:
        qtbot.keyClick(button, Qt.Key.Key_Space)
    assert chosen.args == ["patients"]
    assert nav._buttons["today"].accessibleDescription() == "7 are due"
    assert not nav.grab().isNull()


def test_a_fold_opens_by_keyboard(qtbot: QtBot, theme: Theme) -> None:
    fold = Fold("More")
    inside = Label("Lot")
    fold.body.addWidget(inside)
    qtbot.addWidget(fold)
    fold.show()
    assert not inside.isVisible()
    qtbot.keyClick(fold._button, Qt.Key.Key_Space)
    assert fold.is_open()
    assert inside.isVisible()


def test_chips_wrap_and_mirror(qtbot: QtBot, theme: Theme) -> None:
    row = ChipRow()
    qtbot.addWidget(row)
    chips = [Chip(text, "warn") for text in ("Diabetes · HbA1c 7.2 %", "Apixaban", "Knieprothese beidseits")]
    row.show_chips(chips)
    row.resize(200, 200)
    row.show()
    assert len({chip.y() for chip in chips}) > 1
    row.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    row.resize(600, 200)
    assert chips[0].x() > chips[1].x()
    row.show_chips([])
    assert not row.isVisible()


def test_a_banner_says_and_clears(qtbot: QtBot, theme: Theme) -> None:
    banner = Banner(theme)
    qtbot.addWidget(banner)
    banner.say("read_only", "R. Osei writes.", "Try again")
    assert banner.isVisible()
    with qtbot.waitSignal(banner.acted):
        banner.button.click()
    banner.clear()
    assert not banner.isVisible()


def test_a_toast_can_be_undone_and_stays_inside(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(300, 400)
    window.show()
    toast = Toast(window)
    toast.say("Score added for a person with a remarkably long name, and much besides", "Undo")
    assert window.rect().contains(toast.geometry())
    with qtbot.waitSignal(toast.undone):
        toast.button.click()
    assert not toast.isVisible()


def test_a_button_shows_its_key_and_answers_to_it(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    plain, keyed = Button("Score", parent=window), Button("Score", key="S", parent=window)
    window.show()
    qtbot.waitExposed(window)
    assert keyed.sizeHint().width() > plain.sizeHint().width()
    assert not keyed.grab().isNull()
    with qtbot.waitSignal(keyed.clicked):
        keyed.click()


def test_text_is_never_markup(qtbot: QtBot, theme: Theme) -> None:
    label: QLabel = Label("<b>Kraus</b>")
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
