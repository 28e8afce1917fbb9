"""Nothing but the window itself is ever shown as a window: a part that is shown before it has a place flashes up."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from cortitrack.services.desk import Desk
from cortitrack.ui.navigator import Navigator
from tests.clinics import person_with_a_failed_injection


class Watch(QObject):
    """Notes every widget that becomes a window."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(repr(watched))
        return False


def test_pages_are_built_without_a_flash(lead: Navigator, desk: Desk, qapp: QApplication) -> None:
    someone, _, _ = person_with_a_failed_injection(desk)
    watch = Watch()
    qapp.installEventFilter(watch)
    try:
        lead.prepare()
        lead.show_today()
        lead.show_patients()
        lead.open_patient(someone.id)
    finally:
        qapp.removeEventFilter(watch)
    assert watch.seen == []
