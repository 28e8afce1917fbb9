"""Paints a row of the worklist: name and problem in two lines, the telephone and the note beside them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from cortitrack.ui.tables.work_list import ItemRole, WorkItem, WorkList
from cortitrack.ui.theme import Size, Space, Theme

_MARK = 4
_BESIDE_FROM = 0.5
_NARROW = 520


class WorkLook(QStyledItemDelegate):
    """Two lines; what stands beside moves to the far end, and below the lines where there is little room."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        view = option.widget
        wide = view.viewport().width() if isinstance(view, QListView) else 0
        lines = self._height(Size.BODY) + self._height(Size.SMALL)
        item = index.data(ItemRole)
        if isinstance(item, WorkItem) and self._is_narrow(wide) and (item.beside or item.note):
            lines += self._height(Size.SMALL)
        return QSize(0, lines + 2 * Space.MEDIUM)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        item = index.data(ItemRole)
        if not isinstance(item, WorkItem):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option)
        place = option.rect.adjusted(Space.MEDIUM, Space.MEDIUM, -Space.MEDIUM, -Space.MEDIUM)
        self._paint_mark(painter, item, option, place)
        self._paint_words(painter, item, place.adjusted(_MARK + Space.SMALL, 0, 0, 0), option)
        painter.restore()

    def _paint_words(self, painter: QPainter, item: WorkItem, place: QRect, option: QStyleOptionViewItem) -> None:
        narrow = self._is_narrow(option.rect.width())
        has_more = bool(item.beside or item.note)
        width = place.width() if narrow or not has_more else round(place.width() * _BESIDE_FROM)
        first = QRect(place.left(), place.top(), width - Space.SMALL, self._height(Size.BODY))
        second = QRect(first.left(), first.bottom() + 1, first.width(), self._height(Size.SMALL))
        self._write(painter, item.title, first, option, Size.BODY, "ink", bold=True)
        self._write(painter, item.line, second, option, Size.SMALL, item.line_tone)
        if not has_more:
            return
        if narrow:
            third = second.translated(0, second.height())
            more = " · ".join(part for part in (item.beside, item.note) if part)
            self._write(painter, more, third, option, Size.SMALL, item.note_tone)
            return
        rest = place.width() - width
        figures = f"\u2066{item.beside}\u2069"  # a telephone number runs from the left in every script
        self._write(painter, figures, QRect(place.left() + width, first.top(), rest, first.height()), option)
        note = QRect(place.left() + width, second.top(), rest, second.height())
        self._write(painter, item.note, note, option, Size.SMALL, item.note_tone)

    def _write(
        self,
        painter: QPainter,
        text: str,
        place: QRect,
        option: QStyleOptionViewItem,
        size: Size = Size.BODY,
        role: str = "ink",
        *,
        bold: bool = False,
    ) -> None:
        font = self._theme.font(size, bold=bold)
        painter.setFont(font)
        painter.setPen(self._theme.colour(role))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(self._turned(place, option), int(flags), shown)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        rect = option.rect
        painter.setPen(QPen(self._theme.colour("line"), 1))
        painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if not (chosen or hovered or focused):
            return
        painter.setPen(QPen(self._theme.colour("accent"), 2) if focused else Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("accent_soft" if chosen else "muted_soft"))
        painter.drawRoundedRect(rect.adjusted(1, 2, -1, -3), 8, 8)

    def _paint_mark(self, painter: QPainter, item: WorkItem, option: QStyleOptionViewItem, place: QRect) -> None:
        if not item.mark:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(item.mark))
        bar = QRect(place.left(), place.top(), _MARK, place.height())
        painter.drawRoundedRect(self._turned(bar, option), 2, 2)

    def _height(self, size: Size) -> int:
        return QFontMetrics(self._theme.font(size, bold=True)).lineSpacing() + 2

    def _is_narrow(self, width: int) -> bool:
        return width < self._theme.px(_NARROW)

    def _turned(self, place: QRect, option: QStyleOptionViewItem) -> QRect:
        if option.direction != Qt.LayoutDirection.RightToLeft:
            return place
        rect = option.rect
        return QRect(rect.left() + rect.right() - place.right(), place.top(), place.width(), place.height())


class WorkView(QListView):
    """A list of work; a click or Enter opens, Tab goes on."""

    opened = Signal(object)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.work = WorkList()
        self.setModel(self.work)
        self.setItemDelegate(WorkLook(theme, self))
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setUniformItemSizes(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setTabKeyNavigation(False)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._open)
        theme.changed.connect(self.doItemsLayout)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and not self.currentIndex().isValid() and self.work.rowCount():
            self.setCurrentIndex(self.work.index(0))
        return super().event(event)

    def _open(self, index: QModelIndex) -> None:
        item = self.work.item_at(index)
        if item is not None:
            self.opened.emit(item)
