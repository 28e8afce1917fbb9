"""A small open arrow, painted so that it is sharp at any size and in any colour."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen


def paint_chevron(painter: QPainter, centre: QPointF, half: float, colour: QColor, direction: str) -> None:
    """Draw a small open arrow that points up or down."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(colour, max(1.4, half * 0.4))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    rise = half * 0.5 * (1 if direction == "down" else -1)
    painter.drawPolyline(
        [
            QPointF(centre.x() - half, centre.y() - rise),
            QPointF(centre.x(), centre.y() + rise),
            QPointF(centre.x() + half, centre.y() - rise),
        ]
    )
