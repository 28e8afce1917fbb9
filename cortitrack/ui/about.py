"""The box that says what this is, which version, and that it is not a medical device."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from cortitrack.ui.theme import Size, Space, Theme
from cortitrack.ui.version import version
from cortitrack.ui.widgets.button import Button
from cortitrack.ui.widgets.label import Label
from cortitrack.words.phrases import not_a_device
from cortitrack.words.tongue import t


class AboutDialog(QDialog):
    """A few sentences and a button."""

    def __init__(self, theme: Theme, rule_set: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(t("About CortiTrack"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.HUGE, Space.HUGE, Space.HUGE, Space.LARGE)
        column.setSpacing(Space.MEDIUM)
        column.addWidget(Label("CortiTrack", size=Size.HEADLINE, tone="accent", bold=True))
        said = t("Version {version} · rule set {rules}", version=version(), rules=rule_set)
        column.addWidget(Label(said, tone="muted", selectable=True))
        sentences = (
            t("It tells a small clinic whether a cortisone injection worked, why it thinks so, and what is missing."),
            not_a_device(),
            t("It opens no network connection. All records stay in the clinic’s own file."),
            t("Free software under the MIT licence."),
        )
        for sentence in sentences:
            label = Label(sentence, wrap=True)
            label.setMinimumWidth(theme.px(420))
            column.addWidget(label)
        row = QHBoxLayout()
        row.addStretch(1)
        close = Button(t("Close"), kind="primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        row.addWidget(close)
        column.addSpacing(Space.SMALL)
        column.addLayout(row)
