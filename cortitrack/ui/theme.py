"""The look of the program: colours, type, spacing and icons, following the system as it changes."""

from enum import Enum
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontInfo, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from cortitrack.charts.palette import DARK, LIGHT, Palette, strengthened
from cortitrack.ui.stylesheet import stylesheet


class Space:
    """The distances between things, in pixels; nothing is set apart by any other figure."""

    TIGHT = 4
    SMALL = 8
    MEDIUM = 12
    LARGE = 16
    HUGE = 24


class Size(Enum):
    """The sizes of type, in pixels at ordinary text size."""

    CAPTION = 11
    SMALL = 12
    BODY = 13
    TITLE = 15
    HEADING = 18
    HEADLINE = 22


class Appearance(Enum):
    """What a person may choose about light and dark."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


CONTROL_HEIGHT = 32
_ICON_DENSITIES = (1, 2, 3)


class Theme(QObject):
    """The current look; whoever paints for himself holds it, listens to ``changed`` and asks again."""

    changed = Signal()

    def __init__(
        self,
        application: QApplication,
        icons: Path,
        *,
        appearance: Appearance = Appearance.SYSTEM,
        text_scale: float = 1.0,
    ) -> None:
        super().__init__(application)
        self._application = application
        self._icons = icons
        self._appearance = appearance
        self._text_scale = text_scale
        system_pixels = QFontInfo(application.font()).pixelSize()
        self._system_scale = max(1.0, system_pixels / Size.BODY.value)
        self._drawn: dict[tuple[str, str, int], QIcon] = {}
        self._hints = application.styleHints()
        self._hints.colorSchemeChanged.connect(self._follow)
        self._access = self._hints.accessibility() if hasattr(self._hints, "accessibility") else None
        if self._access is not None:
            self._access.contrastPreferenceChanged.connect(self._follow)
        application.setStyle("Fusion")
        self._ask_for_frames()
        self.palette = self._chosen_palette()
        self._wear()

    @property
    def scale(self) -> float:
        """By how much text and controls are larger than the ordinary thirteen pixels."""
        return self._system_scale * self._text_scale

    @property
    def appearance(self) -> Appearance:
        return self._appearance

    def set_appearance(self, appearance: Appearance) -> None:
        """Wear light, dark or what the system wears."""
        self._appearance = appearance
        self._ask_for_frames()
        self._follow()

    def set_text_scale(self, text_scale: float) -> None:
        """Make all text larger, 1.0 being the system's own size."""
        self._text_scale = text_scale
        self._put_on()

    def px(self, pixels: float) -> int:
        """A length that grows with the text."""
        return round(pixels * self.scale)

    def font(self, size: Size = Size.BODY, *, bold: bool = False) -> QFont:
        """The system's font at a size of the scale."""
        font = QFont(self._application.font())
        font.setPixelSize(self.px(size.value))
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font

    def colour(self, role: str) -> QColor:
        """A colour of the palette by the name of its role."""
        return QColor(getattr(self.palette, role))

    def icon(self, name: str, role: str = "muted", pixels: int = 20) -> QIcon:
        """An icon of ours in a colour of the palette, sharp on dense screens."""
        colour = getattr(self.palette, role)
        side = self.px(pixels)
        key = (name, colour, side)
        if key not in self._drawn:
            drawing = (self._icons / f"{name}.svg").read_text(encoding="utf-8")
            self._drawn[key] = _drawn_icon(drawing.replace("#000000", colour), side)
        return self._drawn[key]

    @Slot()
    def _follow(self) -> None:
        if self._chosen_palette() != self.palette:
            self._put_on()

    def _put_on(self) -> None:
        self.palette = self._chosen_palette()
        self._wear()
        self.changed.emit()

    def _chosen_palette(self) -> Palette:
        dark = self._appearance is Appearance.DARK
        if self._appearance is Appearance.SYSTEM:
            dark = self._hints.colorScheme() == Qt.ColorScheme.Dark
        palette = DARK if dark else LIGHT
        return strengthened(palette) if self._wants_contrast() else palette

    def _wants_contrast(self) -> bool:
        if self._access is None:
            return False
        return self._access.contrastPreference() == Qt.ContrastPreference.HighContrast

    def _ask_for_frames(self) -> None:
        """Window frames and the system's own dialogs follow where the platform lets them."""
        schemes = {Appearance.LIGHT: Qt.ColorScheme.Light, Appearance.DARK: Qt.ColorScheme.Dark}
        self._hints.setColorScheme(schemes.get(self._appearance, Qt.ColorScheme.Unknown))

    def _wear(self) -> None:
        self._application.setPalette(_qt_palette(self.palette))
        font = QFont(self._application.font())
        font.setPixelSize(self.px(Size.BODY.value))
        self._application.setFont(font)
        tick = self._icons / ("tick-dark.svg" if self.palette.dark else "tick-light.svg")
        self._application.setStyleSheet(stylesheet(self.palette, self.scale, tick.as_posix()))


def _drawn_icon(drawing: str, side: int) -> QIcon:
    renderer = QSvgRenderer(QByteArray(drawing.encode()))
    icon = QIcon()
    for density in _ICON_DENSITIES:
        pixmap = QPixmap(side * density, side * density)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter)
        painter.end()
        pixmap.setDevicePixelRatio(density)
        icon.addPixmap(pixmap)
    return icon


_ROLES = {
    QPalette.ColorRole.Window: "canvas",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "canvas",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "bad",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "ink",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "hint",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "line",
    QPalette.ColorRole.Mid: "edge",
    QPalette.ColorRole.Dark: "edge",
}
_QUIET_WHEN_DISABLED = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
)


def _qt_palette(palette: Palette) -> QPalette:
    worn = QPalette()
    for role, name in _ROLES.items():
        worn.setColor(role, QColor(getattr(palette, name)))
    for role in _QUIET_WHEN_DISABLED:
        worn.setColor(QPalette.ColorGroup.Disabled, role, QColor(palette.muted))
    return worn
