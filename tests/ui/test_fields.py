"""Fields: what they take, what they say is wrong, and that the wheel leaves them alone."""

from datetime import date, time
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cortitrack.ui.theme import Theme
from cortitrack.ui.widgets.choice import Choice, Segments
from cortitrack.ui.widgets.date_field import DateField
from cortitrack.ui.widgets.field import Field
from cortitrack.ui.widgets.number_field import NumberField, read_number
from cortitrack.ui.widgets.score_field import ScoreField
from cortitrack.ui.widgets.text_field import LongTextField, TextField
from cortitrack.ui.widgets.time_field import TimeField

TODAY = date(2026, 3, 18)
DRUGS = [("t", "Triamcinolone"), ("m", "Methylprednisolone")]


def turn_wheel(widget: QWidget) -> None:
    place = QPointF(widget.rect().center())
    event = QWheelEvent(
        place,
        QPointF(widget.mapToGlobal(place.toPoint())),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def test_a_date_is_said_back_in_words(qtbot: QtBot, theme: Theme) -> None:
    field = DateField(TODAY)
    qtbot.addWidget(field)
    qtbot.keyClicks(field.editor(), "-14")
    assert field.value() == date(2026, 3, 4)
    assert field.echo() == "Wednesday 4 March 2026 · 14 days ago"
    field.editor().clear()
    assert (field.value(), field.trouble(), field.echo()) == (None, "", "")


def test_an_ambiguous_date_has_no_value_and_says_why(qtbot: QtBot, theme: Theme) -> None:
    field = DateField(TODAY)
    qtbot.addWidget(field)
    qtbot.keyClicks(field.editor(), "03/04/2026")
    assert field.value() is None
    assert "2026-04-03 or 2026-03-04" in field.trouble()
    assert field.editor().text() == "03/04/2026"


def test_a_date_after_the_latest_is_refused(qtbot: QtBot, theme: Theme) -> None:
    field = DateField(TODAY, latest=TODAY)
    qtbot.addWidget(field)
    qtbot.keyClicks(field.editor(), "+1")
    assert field.value() is None
    assert "future" in field.trouble()


def test_arrows_move_a_date_by_a_day(qtbot: QtBot, theme: Theme) -> None:
    field = DateField(TODAY)
    qtbot.addWidget(field)
    field.set_value(date(2026, 3, 4))
    qtbot.keyClick(field.editor(), Qt.Key.Key_Up)
    assert field.value() == date(2026, 3, 5)


def test_a_time_is_tidied_when_it_is_left(qtbot: QtBot, theme: Theme) -> None:
    field = TimeField()
    qtbot.addWidget(field)
    qtbot.keyClicks(field.editor(), "930")
    qtbot.keyClick(field.editor(), Qt.Key.Key_Return)
    assert field.editor().text() == "09:30"
    assert field.value() == time(9, 30)


@pytest.mark.parametrize(
    ("typed", "number"),
    [("40", "40"), ("2.5", "2.5"), ("2,5", "2.5"), ("٤٠", "40"), ("", None), ("4x", None), ("1,000.5", None)],
)
def test_numbers_take_comma_and_point(typed: str, number: str | None) -> None:
    assert read_number(typed) == (None if number is None else Decimal(number))


@pytest.mark.parametrize(("typed", "why"), [("1,000", "thousands"), ("300", "most"), ("-1", "least"), ("x", "figure")])
def test_a_number_is_refused_in_words(typed: str, why: str, qtbot: QtBot, theme: Theme) -> None:
    field = NumberField(unit="mg", decimals=2, least=0, most=200)
    qtbot.addWidget(field)
    qtbot.keyClicks(field.editor(), typed)
    assert field.value() is None
    assert why in field.trouble()


@pytest.mark.parametrize(
    ("keys", "tenths"),
    [("7", 70), ("10", 100), ("7.", 75), ("7.3", 73), ("7,3", 73), ("75", 50), ("0", 0), ("10.", 100)],
)
def test_a_score_is_typed(keys: str, tenths: int, qtbot: QtBot, theme: Theme) -> None:
    field = ScoreField(theme)
    qtbot.addWidget(field)
    qtbot.keyClicks(field.editor(), keys)
    assert field.value() == tenths
    qtbot.keyClick(field.editor(), Qt.Key.Key_Backspace)
    assert field.value() is None


def test_a_score_is_clicked_and_halved(qtbot: QtBot, theme: Theme) -> None:
    field = ScoreField(theme)
    qtbot.addWidget(field)
    field.resize(660, 80)
    field.show()
    scale = field.editor()
    place = QPoint(scale.width() * 15 // 22, scale.height() // 2)
    values = []
    for _ in range(3):
        qtbot.mouseClick(scale, Qt.MouseButton.LeftButton, pos=place)
        values.append(field.value())
    assert values == [70, 75, 70]


def test_the_scale_mirrors_for_right_to_left(qtbot: QtBot, theme: Theme) -> None:
    field = ScoreField(theme)
    qtbot.addWidget(field)
    field.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    field.resize(660, 80)
    field.show()
    qtbot.mouseClick(field.editor(), Qt.MouseButton.LeftButton, pos=QPoint(4, 10))
    assert field.value() == 100


def test_the_scale_is_a_named_slider_to_a_screen_reader(qtbot: QtBot, theme: Theme) -> None:
    control = ScoreField(theme)
    field = Field("Average pain", control, hint="Last 7 days")
    qtbot.addWidget(field)
    reader = QAccessible.queryAccessibleInterface(control.editor())
    assert reader.role() == QAccessible.Role.Slider
    assert reader.text(QAccessible.Text.Name) == "Average pain"
    assert reader.text(QAccessible.Text.Description) == "Last 7 days"


def test_a_choice_gives_codes(qtbot: QtBot, theme: Theme) -> None:
    choice = Choice(DRUGS, empty="Choose")
    qtbot.addWidget(choice)
    assert choice.value() is None
    choice.set_value("m")
    assert choice.value() == "m"
    choice.set_pairs([*DRUGS, ("d", "Dexamethasone")])
    assert choice.value() == "m"
    choice.set_value("gone")
    assert choice.value() is None


def test_a_choice_without_an_empty_entry_starts_with_the_first_and_never_stands_in_for_an_unknown_code(
    qtbot: QtBot, theme: Theme
) -> None:
    choice = Choice(DRUGS)
    qtbot.addWidget(choice)
    assert choice.value() == "t"
    choice.set_value("gone")
    assert choice.value() is None


def test_segments_give_codes_and_can_be_emptied(qtbot: QtBot, theme: Theme) -> None:
    segments = Segments([("l", "Left"), ("r", "Right")])
    qtbot.addWidget(segments)
    assert segments.value() is None
    segments.set_value("r")
    assert segments.value() == "r"
    segments.set_value(None)
    assert segments.value() is None


def test_the_wheel_changes_no_field(qtbot: QtBot, theme: Theme) -> None:
    choice = Choice(DRUGS)
    score = ScoreField(theme)
    number = NumberField(decimals=1)
    day = DateField(TODAY)
    choice.set_value("t")
    score.set_value(70)
    number.set_value(40)
    day.set_value(TODAY)
    for field in (choice, score, number, day):
        qtbot.addWidget(field)
        before = field.value()
        turn_wheel(field.editor())
        assert field.value() == before


def test_an_error_stands_at_its_field_until_it_changes(qtbot: QtBot, theme: Theme) -> None:
    control = TextField()
    field = Field("Family name", control, hint="As on the card", needed=True)
    qtbot.addWidget(field)
    assert control.editor().accessibleName() == "Family name, needed"
    field.show_error("A name is needed.")
    assert field.has_error()
    assert "A name is needed." in control.editor().accessibleDescription()
    qtbot.keyClicks(control.editor(), "K")
    assert not field.has_error()
    assert control.editor().accessibleDescription() == "As on the card"


def test_tab_leaves_a_note(qtbot: QtBot, theme: Theme) -> None:
    note = LongTextField()
    qtbot.addWidget(note)
    qtbot.keyClicks(note.editor(), "calm\t")
    assert note.value() == "calm"
