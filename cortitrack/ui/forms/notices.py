"""The banners of a form, which take no room while none of them has anything to say."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cortitrack.ui.theme import Space, Theme
from cortitrack.ui.widgets.banner import Banner


class Notices(QWidget):
    """``found`` is about what the record holds already, ``trouble`` about saving and leaving."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.HUGE, Space.MEDIUM, Space.HUGE, 0)
        column.setSpacing(Space.SMALL)
        self.found = Banner(theme)
        self.trouble = Banner(theme)
        for banner in (self.found, self.trouble):
            column.addWidget(banner)
            banner.installEventFilter(self)
        self.setVisible(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self.setVisible(not (self.found.isHidden() and self.trouble.isHidden()))
        return False
