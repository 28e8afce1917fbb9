"""A field for a day that reads what people type and says the day back in words."""

from datetime import date

from PySide6.QtCore import QLocale, Signal, Slot
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from cortitrack.ui.theme import Size, Space
from cortitrack.ui.typed_date import CannotRead, plain, read_date
from cortitrack.ui.widgets.label import Label
from cortitrack.words.figures import MONTHS, MONTHS_SHORT, TWO_YEARS, day_long, span
from cortitrack.words.tongue import nt, t


def month_names(locale: QLocale) -> dict[str, int]:
    """Every name of every month, long and short, in English, the locale's and the program's language."""
    names: dict[str, int] = {}
    forms = (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat)
    for speaker in (QLocale.c(), locale):
        for month in range(1, 13):
            for form in forms:
                for name in (speaker.monthName(month, form), speaker.standaloneMonthName(month, form)):
                    names[plain(name).rstrip(".")] = month
    for spoken in (MONTHS, MONTHS_SHORT):
        for month, name in enumerate(spoken, 1):
            names[plain(t(name).removesuffix("|short"))] = month
    return names


def distance(day: date, today: date) -> str:
    """How far the day lies from today, in words."""
    days = (day - today).days
    if days == 0:
        return t("today")
    if abs(days) >= TWO_YEARS:
        far = span(abs(days))
        return t("{span} ago", span=far) if days < 0 else t("in {span}", span=far)
    if days < 0:
        return nt("{n} day ago", "{n} days ago", -days)
    return nt("in {n} day", "in {n} days", days)


class _DayLine(QLineEdit):
    """Up and Down move a day that can be read by one."""

    moved = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
        step = steps.get(Qt.Key(event.key())) if not event.modifiers() else None
        if step is None:
            super().keyPressEvent(event)
            return
        self.moved.emit(step)


class DateField(QWidget):
    """Takes today, -3, +14, +6w, 2026-03-04, 4.3.2026 or 4 March 2026; refuses 03/04/2026."""

    changed = Signal()
    left = Signal()

    def __init__(
        self,
        today: date,
        *,
        earliest: date | None = None,
        latest: date | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._today, self._earliest, self._latest = today, earliest, latest
        self._months = month_names(QLocale())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.TIGHT)
        self._line = _DayLine()
        self._line.setPlaceholderText(t("today, -3, +14 or a date"))
        column.addWidget(self._line)
        self._echo = Label(size=Size.SMALL, tone="muted", wrap=True)
        column.addWidget(self._echo)
        self.setFocusProxy(self._line)
        self._line.textChanged.connect(self._read)
        self._line.editingFinished.connect(self.left)
        self._line.moved.connect(self._move)
        self._echo.setVisible(False)

    def value(self) -> date | None:
        """The day, or None when there is none or it is refused."""
        return None if self.trouble() else self._day()

    def set_value(self, value: date | None) -> None:
        """Show this day."""
        self._line.setText("" if value is None else value.isoformat())

    def set_bounds(self, earliest: date | None, latest: date | None) -> None:
        """Accept days from the one to the other, both included."""
        self._earliest, self._latest = earliest, latest
        self._read()

    def trouble(self) -> str:
        """What is wrong with what was typed, or nothing."""
        if not self._line.text().strip():
            return ""
        try:
            day = read_date(self._line.text(), self._today, self._months)
        except CannotRead as error:
            return str(error)
        if self._latest is not None and day > self._latest:
            if self._latest == self._today:
                return t("{day} lies in the future.", day=day_long(day))
            return t("The latest possible is {day}.", day=day_long(self._latest))
        if self._earliest is not None and day < self._earliest:
            return t("The earliest possible is {day}.", day=day_long(self._earliest))
        return ""

    def echo(self) -> str:
        """The day said back in words, as it stands under the field."""
        return self._echo.text()

    def editor(self) -> QLineEdit:
        return self._line

    def _day(self) -> date | None:
        try:
            return read_date(self._line.text(), self._today, self._months)
        except CannotRead:
            return None

    @Slot()
    def _read(self) -> None:
        day = self.value()
        said = ""
        if day is not None:
            said = f"{day_long(day)} · {distance(day, self._today)}"
        self._echo.setText(said)
        self._echo.setVisible(bool(said))
        self.changed.emit()

    @Slot(int)
    def _move(self, days: int) -> None:
        day = self._day() or self._today
        self.set_value(date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal())))
