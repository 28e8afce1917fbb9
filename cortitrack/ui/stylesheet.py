"""The one style sheet of the program, written from a palette and a text scale."""

import re
from dataclasses import asdict

from cortitrack.charts.palette import Palette

# In the sheet, $role is a colour of the palette and @8 is eight pixels at ordinary text size.
# $tick is the address of the icon in a checked box.
_TOKEN = re.compile(r"\$(?P<role>[a-z_]+)|@(?P<pixels>\d+)")

_SURFACES = """
QMainWindow, QDialog, QWidget#page { background: $canvas; }
QLabel { background: transparent; color: $ink; }
QLabel[type="caption"] { font-size: @11; }
QLabel[type="small"] { font-size: @12; }
QLabel[type="body"] { font-size: @13; }
QLabel[type="title"] { font-size: @15; }
QLabel[type="heading"] { font-size: @18; }
QLabel[type="headline"] { font-size: @22; }
QLabel[bold="true"] { font-weight: 600; }
QLabel[tone="muted"] { color: $muted; }
QLabel[tone="accent"] { color: $accent; }
QLabel[tone="good"] { color: $good; }
QLabel[tone="warn"] { color: $warn; }
QLabel[tone="bad"] { color: $bad; }
QLabel[tone="hint"] { color: $hint; }
QLabel:disabled { color: $muted; }

QFrame[card="true"] { background: $surface; border: 1px solid $line; border-radius: @10; }
QFrame[side="true"] { background: $surface; border: none; border-radius: 0; }
QFrame[rule="true"] { background: $line; border: none; max-height: 1px; min-height: 1px; }

QLabel[chip="true"] { border-radius: @10; padding: @3 @10; font-size: @12; }
QLabel[chip="true"][tone="muted"] { background: $muted_soft; color: $muted; }
QLabel[chip="true"][tone="accent"] { background: $accent_soft; color: $accent; }
QLabel[chip="true"][tone="good"] { background: $good_soft; color: $good; }
QLabel[chip="true"][tone="warn"] { background: $warn_soft; color: $warn; }
QLabel[chip="true"][tone="bad"] { background: $bad_soft; color: $bad; }
QLabel[chip="true"][tone="hint"] { background: $hint_soft; color: $hint; }

QFrame[banner="info"] { background: $accent_soft; border: 1px solid $accent; border-radius: @8; }
QFrame[banner="warn"] { background: $warn_soft; border: 1px solid $warn; border-radius: @8; }
QFrame[banner="bad"] { background: $bad_soft; border: 1px solid $bad; border-radius: @8; }
QFrame[toast="true"] { background: $surface; border: 1px solid $edge; border-radius: @10; }
"""

_BUTTONS = """
QPushButton {
    min-height: @30; padding: 0 @12; border-radius: @8; border: 1px solid $line;
    background: $surface; color: $ink; font-size: @13;
}
QPushButton:hover { background: $muted_soft; border-color: $edge; }
QPushButton:pressed { background: $line; }
QPushButton:focus { border: 2px solid $accent; padding: 0 @11; min-height: @28; }
QPushButton:disabled { color: $muted; background: $canvas; border-color: $line; }
QPushButton[kind="primary"] {
    background: $accent; color: $on_accent; border-color: $accent; font-weight: 600;
}
QPushButton[kind="primary"]:hover { background: $accent_strong; border-color: $accent_strong; }
QPushButton[kind="primary"]:pressed { background: $accent_strong; }
QPushButton[kind="primary"]:focus { border: 2px solid $ink; }
QPushButton[kind="primary"]:disabled { background: $muted_soft; color: $muted; border-color: $line; }
QPushButton[kind="danger"] { color: $bad; border-color: $bad; }
QPushButton[kind="danger"]:hover { background: $bad_soft; }
QPushButton[kind="danger"]:focus { border: 2px solid $bad; }
QPushButton[kind="quiet"] {
    background: transparent; border: 1px solid transparent; color: $accent; padding: 0 @6;
    min-height: @26;
}
QPushButton[kind="quiet"]:hover { background: $accent_soft; }
QPushButton[kind="quiet"]:focus { border: 2px solid $accent; padding: 0 @5; min-height: @24; }
QPushButton[kind="quiet"]:disabled { color: $muted; background: transparent; }
QPushButton[kind="link"] {
    background: transparent; border: 2px solid transparent; color: $accent; padding: 0; min-height: @22;
    border-radius: @4;
}
QPushButton[kind="link"]:hover { color: $accent_strong; text-decoration: underline; }
QPushButton[kind="link"]:focus { border: 2px solid $accent; padding: 0; min-height: @22; }
QPushButton[segment="true"] { padding: 0 @12; }
QPushButton[segment="true"]:checked {
    background: $accent_soft; border: 1px solid $accent; color: $accent; font-weight: 600;
}
QPushButton[segment="true"]:checked:focus { border: 2px solid $accent; padding: 0 @11; }
QPushButton[fold="true"] {
    background: transparent; border: 1px solid transparent; color: $accent; text-align: left;
    padding: 0 @6; font-weight: 600;
}
QPushButton[fold="true"]:hover { background: $accent_soft; }
QPushButton[fold="true"]:focus { border: 2px solid $accent; padding: 0 @5; }
QPushButton::menu-indicator { width: 0; }
QToolButton {
    border: 1px solid transparent; border-radius: @8; padding: @4; background: transparent; color: $ink;
}
QToolButton:hover { background: $muted_soft; }
QToolButton:focus { border: 2px solid $accent; padding: @3; }
QCheckBox, QRadioButton {
    color: $ink; spacing: @8; min-height: @24; border: 2px solid transparent; border-radius: @6;
}
QCheckBox:focus, QRadioButton:focus { border-color: $accent; }
QCheckBox:disabled, QRadioButton:disabled { color: $muted; }
QCheckBox::indicator, QRadioButton::indicator {
    width: @16; height: @16; border: 1px solid $edge; background: $surface;
}
QCheckBox::indicator { border-radius: @4; }
QRadioButton::indicator { border-radius: @8; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: $accent; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$tick"); }
QRadioButton::indicator:checked {
    border: 1px solid $accent;
    background: qradialgradient(cx: 0.5, cy: 0.5, radius: 0.5, fx: 0.5, fy: 0.5,
        stop: 0 $accent, stop: 0.55 $accent, stop: 0.65 $surface, stop: 1 $surface);
}
"""

_FIELDS = """
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QListView[field="true"] {
    border: 1px solid $edge; border-radius: @8; background: $surface; color: $ink;
    selection-background-color: $accent; selection-color: $on_accent; font-size: @13;
    placeholder-text-color: $muted;
}
QLineEdit { min-height: @30; padding: 0 @10; }
QPlainTextEdit, QTextEdit { padding: @4 @6; }
QComboBox { min-height: @30; padding: 0 @30 0 @10; combobox-popup: 0; }
QLineEdit:focus { border: 2px solid $accent; padding: 0 @9; min-height: @28; }
QComboBox:focus, QComboBox:on { border: 2px solid $accent; padding: 0 @29 0 @9; min-height: @28; }
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $accent; padding: @3 @5; }
QLineEdit:hover, QPlainTextEdit:hover, QComboBox:hover { border-color: $accent; }
QLineEdit[error="true"], QPlainTextEdit[error="true"], QComboBox[error="true"] {
    border: 2px solid $bad; padding-left: @9;
}
QLineEdit[error="true"] { min-height: @28; }
QComboBox[error="true"] { min-height: @28; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QLineEdit:read-only {
    background: $canvas; color: $muted; border-color: $line;
}
QLineEdit[search="true"] { background: $canvas; }
QComboBox::drop-down { border: none; width: @28; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView {
    background: $surface; color: $ink; border: 1px solid $edge; border-radius: @6; padding: @4;
    outline: none; selection-background-color: $accent_soft; selection-color: $ink;
}
QComboBox QAbstractItemView::item { min-height: @28; padding: 0 @8; border-radius: @4; }
QComboBox QAbstractItemView::item:selected { background: $accent_soft; color: $ink; }
"""

_LISTS = """
QTableView, QListView, QTreeView {
    background: $surface; color: $ink; border: none; outline: none; gridline-color: $line;
    selection-background-color: $accent_soft; selection-color: $ink; font-size: @13;
}
QTableView:focus, QListView:focus, QTreeView:focus { border: none; }
QTableView::item, QTreeView::item { padding: 0 @8; border: none; border-bottom: 1px solid $line; }
QListView::item { padding: @6 @8; border-radius: @6; }
QTableView::item:hover, QListView::item:hover, QTreeView::item:hover { background: $muted_soft; }
QTableView::item:selected, QListView::item:selected, QTreeView::item:selected {
    background: $accent_soft; color: $ink;
}
QTableView::item:focus, QListView::item:focus, QTreeView::item:focus { border: 2px solid $accent; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section {
    background: $surface; color: $muted; border: none; border-bottom: 1px solid $line;
    padding: @6 @8 @6 11px; font-size: @11; font-weight: 600;
}
QHeaderView::section:hover { color: $ink; }
QTableCornerButton::section { background: $surface; border: none; }
QTabWidget::pane { border: none; border-top: 1px solid $line; }
QTabBar { background: transparent; border: none; qproperty-drawBase: 0; }
QTabBar::tab {
    background: transparent; color: $muted; border: 2px solid transparent;
    border-bottom: 3px solid transparent;
    padding: @6 @14; min-height: @20; border-top-left-radius: @8; border-top-right-radius: @8;
}
QTabBar::tab:hover { color: $ink; background: $muted_soft; }
QTabBar::tab:selected {
    background: $surface; color: $ink; font-weight: 600; border-bottom: 3px solid $accent;
}
QTabBar::tab:selected:focus { border: 2px solid $accent; border-bottom: 3px solid $accent; }
"""

_WINDOWS = """
QScrollArea, QScrollArea > QWidget > QWidget[page="true"] { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: @12; margin: 0; }
QScrollBar:horizontal { background: transparent; height: @12; margin: 0; }
QScrollBar::handle { background: $edge; border-radius: @3; }
QScrollBar::handle:vertical { min-height: @28; margin: @2 @3; }
QScrollBar::handle:horizontal { min-width: @28; margin: @3 @2; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QMenu { background: $surface; color: $ink; border: 1px solid $edge; padding: @4; }
QMenu::item { padding: @6 @24 @6 @12; border-radius: @4; }
QMenu::item:selected { background: $accent_soft; color: $ink; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $line; margin: @4 @8; }
QMenuBar { background: $surface; color: $ink; border-bottom: 1px solid $line; }
QMenuBar::item { padding: @4 @10; background: transparent; border-radius: @4; }
QMenuBar::item:selected { background: $accent_soft; }
QToolTip {
    background: $surface; color: $ink; border: 1px solid $edge; padding: @4 @8; font-size: @12;
}
QProgressBar {
    border: none; border-radius: @3; background: $muted_soft; max-height: @6; min-height: @6;
    color: transparent;
}
QProgressBar::chunk { background: $accent; border-radius: @3; }
QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: $line; }
QStatusBar { background: $canvas; color: $muted; }
"""


def stylesheet(palette: Palette, scale: float, tick: str) -> str:
    """The sheet for these colours at this text scale; ``tick`` is the file of the check mark."""
    colours = {name: str(value) for name, value in asdict(palette).items()} | {"tick": tick}

    def written(token: re.Match[str]) -> str:
        pixels = token["pixels"]
        return f"{round(int(pixels) * scale)}px" if pixels else colours[token["role"]]

    return _TOKEN.sub(written, _SURFACES + _BUTTONS + _FIELDS + _LISTS + _WINDOWS)
