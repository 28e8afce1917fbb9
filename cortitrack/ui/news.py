"""What a write touched, told to every page that shows it."""

from PySide6.QtCore import QObject, Signal


class News(QObject):
    """``changed`` carries the Change of the services; pages ask again only for what it names."""

    changed = Signal(object)

    def tell(self, change: object) -> None:
        """Pass a Change on; to be handed to the services as the one who asked to be told."""
        self.changed.emit(change)
