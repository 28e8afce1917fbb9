"""A layout that sets fields side by side while each has room, and one under another when they have not."""

from PySide6.QtCore import QMargins, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from cortitrack.ui.theme import Space

LETTERS = 20
_LONE = 3
_WIDEST = (1 << 24) - 1


class Columns(QLayout):
    """Each field has a share of the width; with large text or long words the row becomes a column."""

    def __init__(self, *, gap: int = Space.LARGE) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._shares: list[int] = []
        self._letters: list[int] = []
        self.setContentsMargins(QMargins(0, 0, 0, 0))
        self.setSpacing(gap)

    def add(self, widget: QWidget, share: int = 1, letters: int = LETTERS) -> None:
        """Put a field at the end of the row, with its share of the width and the letters it must have room for."""
        self._shares.append(share)
        self._letters.append(letters)
        self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]
        if not 0 <= index < len(self._items):
            return None
        del self._shares[index], self._letters[index]
        return self._items.pop(index)

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        around = self.contentsMargins()
        inner = width - around.left() - around.right()
        return self._place(QRect(0, 0, inner, 0), move=False) + around.top() + around.bottom()

    def sizeHint(self) -> QSize:
        leasts = [self._least(index) for index in self._shown()]
        width = sum(leasts) + self.spacing() * max(len(leasts) - 1, 0)
        around = self.contentsMargins()
        width += around.left() + around.right()
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:
        widest = max((self._items[index].minimumSize().width() for index in self._shown()), default=0)
        around = self.contentsMargins()
        return QSize(widest + around.left() + around.right(), 0)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(self.contentsRect(), move=True)

    def _shown(self) -> list[int]:
        return [index for index, item in enumerate(self._items) if not item.isEmpty()]

    def _least(self, index: int) -> int:
        widget = self._items[index].widget()
        letter = 0 if widget is None else widget.fontMetrics().averageCharWidth()
        return max(self._items[index].minimumSize().width(), letter * self._letters[index])

    def _widths(self, width: int) -> list[int] | None:
        """What each field gets side by side; None when one would not have its least."""
        shown = self._shown()
        whole = sum(self._shares[index] for index in shown)
        room = width - self.spacing() * max(len(shown) - 1, 0)
        widths = [room * self._shares[index] // whole for index in shown]
        fits = all(given >= self._least(index) for given, index in zip(widths, shown, strict=True))
        if len(shown) == 1:
            return [min(width, self._most(shown[0]))]
        return widths if fits else None

    def _most(self, index: int) -> int:
        """A field for a few letters that stands alone does not run across the whole form."""
        few = self._letters[index] < LETTERS
        return max(self._least(index) * _LONE if few else _WIDEST, self._items[index].minimumSize().width())

    def _place(self, rect: QRect, *, move: bool) -> int:
        shown = [self._items[index] for index in self._shown()]
        widths = self._widths(rect.width()) if shown else []
        if widths is None:
            return self._place_below(shown, rect, move=move)
        parent = self.parentWidget()
        mirrored = parent is not None and parent.layoutDirection() == Qt.LayoutDirection.RightToLeft
        height = max((_height(item, width) for item, width in zip(shown, widths, strict=True)), default=0)
        x = 0
        for item, width in zip(shown, widths, strict=True):
            left = rect.right() + 1 - x - width if mirrored else rect.left() + x
            if move:
                item.setGeometry(QRect(left, rect.top(), width, height))
            x += width + self.spacing()
        return height

    def _place_below(self, shown: list[QLayoutItem], rect: QRect, *, move: bool) -> int:
        y = 0
        for item in shown:
            height = _height(item, rect.width())
            if move:
                item.setGeometry(QRect(rect.left(), rect.top() + y, rect.width(), height))
            y += height + Space.MEDIUM
        return max(y - Space.MEDIUM, 0)


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
