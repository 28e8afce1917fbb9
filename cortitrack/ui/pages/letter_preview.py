"""The pages of a letter as they will be printed, made in the background a moment after the last change."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from cortitrack.domain.referral import Referral
from cortitrack.services.desk import Desk
from cortitrack.services.letters import Gap, PageImage, Unprintable
from cortitrack.ui.background import Progress, Task
from cortitrack.ui.surroundings import Surroundings
from cortitrack.ui.theme import Space
from cortitrack.ui.widgets.label import Label
from cortitrack.words.tongue import nt, t

SETTLES_MS = 350


class Proof(NamedTuple):
    """The pages as pictures, what the reader will miss, and what no font can print."""

    pages: tuple[PageImage, ...]
    gaps: tuple[Gap, ...]
    unprintable: tuple[Unprintable, ...]


class LetterPreview(QWidget):
    """``shown`` carries the Proof that can be seen now, ``failed`` the error that kept it from being made."""

    shown = Signal(object)
    failed = Signal(object)

    def __init__(self, around: Surroundings, problem_id: int) -> None:
        super().__init__()
        self._around, self._problem_id = around, problem_id
        self._wanted: Referral | None = None
        self._task: Task | None = None
        self._pictures: list[QPixmap] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.SMALL)
        self.state = Label(t("The preview is being made …"), tone="muted")
        column.addWidget(self.state)
        self._room = QScrollArea()
        self._room.setWidgetResizable(True)
        self._room.setFrameShape(QFrame.Shape.NoFrame)
        self._room.setAccessibleName(t("Preview of the letter"))
        self._room.viewport().installEventFilter(self)
        self._sheets = QWidget()
        self._sheets.setProperty("page", True)
        self._pile = QVBoxLayout(self._sheets)
        self._pile.setContentsMargins(0, 0, Space.SMALL, 0)
        self._pile.setSpacing(Space.LARGE)
        self._room.setWidget(self._sheets)
        column.addWidget(self._room, 1)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLES_MS)
        self._settling.timeout.connect(self._make)

    def show_letter(self, referral: Referral) -> None:
        """Make the preview of this letter once nothing has changed for a moment."""
        self._wanted = referral
        self._settling.start()

    def pages(self) -> int:
        """How many pages are shown."""
        return len(self._pictures)

    @Slot()
    def _make(self) -> None:
        if self._wanted is None or self._task is not None:
            return
        work = partial(_preview, self._around.desk.worker, self._problem_id, self._wanted)
        self._wanted = None
        self._task = self._around.background.run(work, done=self._show, failed=self._fail)

    @Slot(object)
    def _show(self, proof: Proof) -> None:
        self._task = None
        self._pictures = [_pixmap(page) for page in proof.pages]
        self._lay_out()
        self.state.setText(nt("{n} page", "{n} pages", len(proof.pages)))
        self.shown.emit(proof)
        self._go_on()

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self._task = None
        self.state.setText(t("This letter cannot be shown yet."))
        self.failed.emit(error)
        self._go_on()

    def _go_on(self) -> None:
        """What changed meanwhile is previewed next."""
        if self._wanted is not None:
            self._settling.start()

    def _lay_out(self) -> None:
        while self._pile.count() > len(self._pictures):
            item = self._pile.takeAt(self._pile.count() - 1)
            former = item.widget() if item is not None else None
            if former is not None:
                former.deleteLater()
        while self._pile.count() < len(self._pictures):
            sheet = QLabel()
            sheet.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
            self._pile.addWidget(sheet)
        self._scale()

    def _scale(self) -> None:
        density = self.devicePixelRatioF()
        width = self._room.viewport().width() - Space.SMALL
        for number, picture in enumerate(self._pictures):
            item = self._pile.itemAt(number)
            sheet = item.widget() if item is not None else None
            if not isinstance(sheet, QLabel) or picture.isNull() or width < 1:
                continue
            size = QSize(round(width * density), round(width * density * picture.height() / picture.width()))
            fitted = picture.scaled(
                size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            fitted.setDevicePixelRatio(density)
            sheet.setPixmap(fitted)
            sheet.setAccessibleName(t("Page {n}", n=number + 1))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self._pictures:
            self._scale()
        return False


def _pixmap(page: PageImage) -> QPixmap:
    image = QImage(page.pixels, page.width, page.height, page.stride, QImage.Format.Format_RGB32)
    return QPixmap.fromImage(image)


def _preview(open_worker: Callable[[], Desk], problem_id: int, referral: Referral, progress: Progress) -> Proof:
    """Make the pages with a connection of this thread's own."""
    desk = open_worker()
    try:
        progress.check()
        pages = desk.letters.preview(problem_id, referral)
        progress.check()
        return Proof(pages, desk.letters.gaps(problem_id, referral), desk.letters.unprintable(problem_id, referral))
    finally:
        desk.close()
