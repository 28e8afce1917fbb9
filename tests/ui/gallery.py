"""Paints every widget in light and dark, at ordinary and double text size, for a person to look at.

Run as a script with the folder to write to.
"""

import sys
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QRadioButton,
    QScrollArea,
    QTabBar,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from cortitrack.charts.readout import Point, Readout
from cortitrack.ui.background import Background
from cortitrack.ui.crash_dialog import CrashDialog
from cortitrack.ui.theme import Appearance, Size, Space, Theme
from cortitrack.ui.widgets.banner import Banner
from cortitrack.ui.widgets.button import Button
from cortitrack.ui.widgets.card import Card
from cortitrack.ui.widgets.chart_libraries import ChartLibraries
from cortitrack.ui.widgets.chart_view import ChartView
from cortitrack.ui.widgets.chip import Chip, ChipRow
from cortitrack.ui.widgets.choice import Choice, Segments
from cortitrack.ui.widgets.date_field import DateField
from cortitrack.ui.widgets.empty_state import EmptyState
from cortitrack.ui.widgets.field import Field
from cortitrack.ui.widgets.fold import Fold
from cortitrack.ui.widgets.headline import Headline
from cortitrack.ui.widgets.label import Label, rule
from cortitrack.ui.widgets.nav import Navigation, Place
from cortitrack.ui.widgets.number_field import NumberField
from cortitrack.ui.widgets.score_field import ScoreField
from cortitrack.ui.widgets.text_field import LongTextField, TextField
from cortitrack.ui.widgets.time_field import TimeField
from cortitrack.ui.widgets.toast import Toast

TODAY = date(2026, 3, 18)
ICONS = Path(__file__).resolve().parents[2] / "resources" / "icons"
SCORES = [(-21, 7.0), (-7, 8.0), (0, 8.0), (2, 9.0), (14, 3.0), (28, 4.0), (45, 7.0), (60, 7.0), (84, 8.0)]


def draw_sample(figure: Any, theme: Theme) -> Readout:
    """A stand-in for the response chart."""
    palette = theme.palette
    figure.set_facecolor(palette.surface)
    axes = figure.add_axes((0.07, 0.14, 0.9, 0.78))
    axes.set_facecolor(palette.surface)
    axes.axvspan(28, 70, color=palette.window_early)
    axes.axvspan(70, 126, color=palette.window_late)
    axes.plot(*zip(*SCORES, strict=True), color=palette.ink, marker="o", linewidth=1.6)
    axes.set_ylim(0, 10.4)
    axes.set_xlim(-28, 140)
    axes.grid(axis="y", color=palette.line)
    axes.tick_params(colors=palette.muted, length=0, labelsize=11)
    for spine in axes.spines.values():
        spine.set_visible(False)
    points = tuple(Point(x, y, f"Day {x}: average pain {y:g}", number) for number, (x, y) in enumerate(SCORES))
    return Readout(lambda: points, "Pain fell from 8 to 3 by day 14 and was back at 7 by day 45.")


def form(theme: Theme) -> QWidget:
    """Fields in every state."""
    card = Card(theme, "Add injection")
    card.body.setSpacing(Space.LARGE)
    given = DateField(TODAY, latest=TODAY)
    given.set_value(date(2026, 3, 4))
    wrong = DateField(TODAY, latest=TODAY)
    wrong.editor().setText("03/04/2026")
    dose = NumberField(unit="mg", decimals=2, least=0, most=200)
    dose.set_value(Decimal("40.00"))
    drug = Choice([("t", "Triamcinolone acetonide"), ("m", "Methylprednisolone acetate")], empty="Choose")
    drug.set_value("t")
    guidance = Segments([("n", "No guidance"), ("u", "Ultrasound"), ("f", "Fluoroscopy"), ("c", "CT")])
    guidance.set_value("u")
    score = ScoreField(theme)
    score.set_value(75)
    note = LongTextField(placeholder="Anything worth knowing next time")
    wrong_field = Field("Earlier injection", wrong)
    wrong_field.check()
    pair = QHBoxLayout()
    pair.addWidget(Field("Given on", given, needed=True))
    pair.addWidget(wrong_field)
    three = QHBoxLayout()
    three.addWidget(Field("Drug", drug, needed=True), 2)
    three.addWidget(Field("Dose", dose), 1)
    three.addWidget(Field("Time", TimeField(), hint="If the baseline was the same day"), 1)
    for row in (pair, three):
        row.setSpacing(Space.LARGE)
        card.body.addLayout(row)
    card.body.addWidget(Field("Guidance", guidance))
    card.body.addWidget(Field("Average pain, last 7 days", score, hint="Asked before the injection is saved"))
    more = Fold("More: lot, expiry, operator", is_open=True)
    more.body.addWidget(Field("Operator", TextField(placeholder="Name")))
    more.body.addWidget(Field("Note", note))
    card.body.addWidget(more)
    card.body.addWidget(Fold("Approach and target"))
    checks = QHBoxLayout()
    for tick in (QCheckBox("Given today"), QCheckBox("Consent noted"), QRadioButton("Left"), QRadioButton("Right")):
        tick.setChecked(tick.text() in ("Consent noted", "Right"))
        checks.addWidget(tick)
    card.body.addLayout(checks)
    verbs = QHBoxLayout()
    verbs.addStretch(1)
    verbs.addWidget(Button("Cancel"))
    verbs.addWidget(Button("Add injection", kind="primary"))
    card.body.addLayout(verbs)
    return card


def table() -> QTableView:
    """A timeline's looks."""
    view = QTableView()
    model = QStandardItemModel(0, 4, view)
    model.setHorizontalHeaderLabels(["Date", "Day", "What", "Value"])
    for day, score in reversed(SCORES):
        model.appendRow([QStandardItem(text) for text in ("6 Apr 2026", str(day), "Average pain", f"{score:g}")])
    view.setModel(model)
    view.setShowGrid(False)
    view.verticalHeader().hide()
    view.horizontalHeader().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
    view.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeading)
    view.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    view.selectRow(1)
    return view


def verdict(theme: Theme) -> Card:
    """A verdict card's looks."""
    card = Card(theme)
    card.set_stripe("bad")
    card.body.addWidget(Label("Injection of 12 January 2026", tone="muted"))
    card.body.addWidget(Label("Failed: relief did not last", size=Size.HEADING, tone="bad", bold=True, wrap=True))
    for title, text in (
        ("Helped at first", "8.0 → 3.0 on day 14: −5.0, 62 %"),
        ("Lost before 12 weeks", "8.0 on day 84: 0 % of the relief left"),
    ):
        card.body.addWidget(Label(title, bold=True))
        card.body.addWidget(Label(text, size=Size.SMALL, wrap=True))
    card.body.addWidget(rule())
    card.body.addWidget(Label("Hint, weak evidence", size=Size.CAPTION, tone="hint", bold=True))
    card.body.addWidget(
        Label("A mechanical cause that an injection cannot mend: rehabilitation, load, brace, weight.", wrap=True)
    )
    card.body.addStretch(1)
    card.body.addWidget(Button("What would change it?", kind="link"), 0, Qt.AlignmentFlag.AlignLeading)
    return card


def page(theme: Theme, libraries: ChartLibraries) -> tuple[QWidget, ChartView]:
    """A made-up page with everything on it."""
    window = QWidget()
    window.setObjectName("page")
    whole = QHBoxLayout(window)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.setSpacing(0)
    places = [
        Place(code=code, label=code.capitalize(), icon=code, key=f"Ctrl+{n}")
        for n, code in enumerate(("today", "patients", "outcomes", "letters", "files", "trail"), 1)
    ]
    nav = Navigation(
        theme, "CortiTrack", [*places, Place(code="settings", label="Settings", icon="settings", at_foot=True)]
    )
    nav.select("patients")
    nav.set_count("today", 7, "7 are due")
    nav.foot.addWidget(Label("Backup of 09:10", size=Size.CAPTION, tone="muted"))
    nav.foot.addWidget(Label("opened and checked", size=Size.CAPTION, tone="good"))
    whole.addWidget(nav)
    inside = QWidget()
    inside.setProperty("page", True)
    column = QVBoxLayout(inside)
    column.setContentsMargins(Space.HUGE, Space.LARGE, Space.HUGE, Space.HUGE)
    column.setSpacing(Space.MEDIUM)
    headline = Headline("Marta Alvarez-Quinn", "4 March 1968 · 58 y · No. 20418")
    for button in (Button("Score", key="S"), Button("Injection", key="I"), Button("Letter", kind="primary", key="L")):
        headline.side.addWidget(button)
    column.addWidget(headline)
    chips = ChipRow()
    chips.show_chips(
        [Chip("Allergy: lidocaine", "bad"), Chip("Diabetes · HbA1c 7.2 %", "warn"), Chip("Apixaban", "warn")]
    )
    column.addWidget(chips)
    for kind, sentence, action in (
        ("read_only", "R. Osei has this clinic open for writing; you can look at everything.", "Try again"),
        ("warn", "The clinic's file lies in a folder that is synchronised.", ""),
        ("bad", "The last backup could not be read back.", "Back up now"),
    ):
        banner = Banner(theme)
        banner.say(kind, sentence, action)
        column.addWidget(banner)
    tabs = QTabBar()
    tabs.setExpanding(False)
    tabs.addTab("RIGHT knee · osteoarthritis")
    tabs.addTab("LEFT shoulder · bursitis")
    column.addWidget(tabs)
    chart_card = Card(theme, "Pain fell from 8 to 3 by day 14 and was back at 7 by day 45.")
    chart_card.add_action(Button("Table", kind="quiet"))
    chart = ChartView(theme, libraries)
    chart_card.body.addWidget(chart)
    row = QHBoxLayout()
    row.setSpacing(Space.MEDIUM)
    row.addWidget(chart_card, 5)
    row.addWidget(verdict(theme), 2)
    column.addLayout(row, 1)
    timeline = Card(theme, "Timeline")
    timeline.body.addWidget(table())
    column.addWidget(timeline, 1)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(inside)
    whole.addWidget(area, 1)
    return window, chart


def main(folder: Path) -> None:
    """Write the pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    theme = Theme(application, ICONS)
    background = Background()
    libraries = ChartLibraries(background)
    libraries.start()
    while not libraries.is_ready:
        application.processEvents()
    for appearance in (Appearance.LIGHT, Appearance.DARK):
        for scale in (1.0, 2.0):
            theme.set_appearance(appearance)
            theme.set_text_scale(scale)
            name = f"{appearance.value}-{int(scale * 100)}"
            window, chart = page(theme, libraries)
            chart.show_chart(lambda figure: draw_sample(figure, theme))
            window.resize(1440, 900)
            toast = Toast(window)
            empty = EmptyState(theme, "letters", "No letters yet", "Open a patient and write one.", "Find a patient")
            sheet = QWidget()
            sheet.setObjectName("page")
            sheet_column = QVBoxLayout(sheet)
            sheet_column.addWidget(form(theme))
            sheet_column.addWidget(empty)
            sheet.resize(int(820 * (1 + (scale - 1) * 0.6)), 900)
            crash = CrashDialog(theme, "CortiTrack 0.1.0\nbuiltins.ValueError\n  ui/pages/today.py:12 show")
            for thing, title in ((window, "page"), (sheet, "form"), (crash, "crash")):
                thing.show()
                application.processEvents()
                if thing is window:
                    toast.say("Score added", "Undo")
                    chart.setFocus()
                    chart._go_to(4)
                for _ in range(10):
                    application.processEvents()
                thing.grab().save(str(folder / f"{title}-{name}.png"))
                thing.close()
                thing.deleteLater()
    background.finish()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
