"""A field for a figure with its unit; comma and point are both taken, never a thousands mark."""

from decimal import Decimal, InvalidOperation

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from cortitrack.ui.theme import Space
from cortitrack.ui.widgets.label import Label
from cortitrack.words.tongue import t


def read_number(typed: str) -> Decimal | None:
    """The figure that was typed, in any script's digits; None if it is none."""
    plain = "".join(str(int(sign)) if sign.isdecimal() else sign for sign in typed.strip())
    plain = plain.replace(",", ".").replace("\u066b", ".").replace("\u2212", "-")
    if not plain or not set(plain) <= set("0123456789.-"):
        return None
    try:
        return Decimal(plain)
    except InvalidOperation:
        return None


def shown_number(value: Decimal) -> str:
    """The figure without idle zeros and never in powers of ten."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


class NumberField(QWidget):
    """Holds a Decimal; it refuses what lies outside its bounds or is finer than ``decimals``."""

    changed = Signal()
    left = Signal()

    def __init__(
        self,
        *,
        unit: str = "",
        decimals: int = 1,
        least: Decimal | int | None = None,
        most: Decimal | int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._decimals, self._least, self._most = decimals, least, most
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.SMALL)
        self._line = QLineEdit()
        self._line.setMaxLength(16)
        self._line.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
        row.addWidget(self._line, 1)
        self._unit = Label(unit, tone="muted")
        self._unit.setVisible(bool(unit))
        row.addWidget(self._unit)
        self.setFocusProxy(self._line)
        self._line.textChanged.connect(self.changed)
        self._line.editingFinished.connect(self.left)

    def value(self) -> Decimal | None:
        """The figure, or None when there is none or it is refused."""
        return None if self.trouble() else read_number(self._line.text())

    def set_value(self, value: Decimal | int | float | None) -> None:
        """Show this figure."""
        self._line.setText("" if value is None else shown_number(Decimal(str(value))))

    def set_unit(self, unit: str) -> None:
        """Say another unit beside the figure."""
        self._unit.setText(unit)
        self._unit.setVisible(bool(unit))

    def trouble(self) -> str:
        """What is wrong with what was typed, or nothing."""
        typed = self._line.text().strip()
        if not typed:
            return ""
        number = read_number(typed)
        if number is None:
            return t("Write a figure, such as 40 or 2.5.")
        exponent = number.as_tuple().exponent
        if isinstance(exponent, int) and -exponent > self._decimals:
            return self._too_fine()
        if self._least is not None and number < self._least:
            return t("The least possible is {least}.", least=shown_number(Decimal(self._least)))
        if self._most is not None and number > self._most:
            return t("The most possible is {most}.", most=shown_number(Decimal(self._most)))
        return ""

    def editor(self) -> QLineEdit:
        return self._line

    def _too_fine(self) -> str:
        if self._decimals == 0:
            return t("Write a whole figure, without a point or comma.")
        return t(
            "At most {count} digits after the point; thousands are written without a mark.",
            count=self._decimals,
        )
