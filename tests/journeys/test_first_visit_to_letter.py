"""From the first start to the letter: what a clinic does with one failed injection, through the real window."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cortitrack.domain.anatomy import Guidance, Side, Site
from cortitrack.domain.injection import Drug
from cortitrack.domain.pain import PainScore
from cortitrack.domain.records import RecordKind
from cortitrack.domain.referral import Urgency
from cortitrack.services.desk import Desk
from cortitrack.settings import Settings
from cortitrack.ui.background import Background
from cortitrack.ui.first_run import Entrance, FirstRun
from cortitrack.ui.forms.record_dialog import RecordDialog
from cortitrack.ui.main_window import MainWindow
from cortitrack.ui.navigator import Navigator
from cortitrack.ui.pages.letter import LetterDialog
from cortitrack.ui.pages.patient import PatientPage
from cortitrack.ui.theme import Theme
from cortitrack.ui.widgets.chart_libraries import ChartLibraries
from tests.clinics import Clock, bench
from tests.ui.answering_messages import AnsweringMessages
from tests.ui.forms.fingers import choose, enter, error, press
from tests.ui.pages.rooms import person_page, surroundings

FIRST_VISIT = date(2026, 1, 12)
FONTS = Path(__file__).resolve().parents[2] / "resources" / "fonts"


class Visit:
    """The window of the clinic over the weeks."""

    def __init__(self, lead: Navigator, clock: Clock, messages: AnsweringMessages, qtbot: QtBot) -> None:
        self.lead, self.clock, self.messages, self.qtbot = lead, clock, messages, qtbot

    @property
    def page(self) -> PatientPage:
        return person_page(self.lead)

    def on_day(self, day: int) -> None:
        """Go to a day counted from the first visit; the window has stayed open."""
        self.clock.go_to(FIRST_VISIT + timedelta(day))
        self.lead._look_at_the_clock()

    def form(self) -> RecordDialog:
        forms = [dialog for dialog in self.lead.window.findChildren(RecordDialog) if dialog.isVisible()]
        assert len(forms) == 1
        self.qtbot.waitUntil(forms[0].isActiveWindow)
        return forms[0]

    def keyboard_on(self, widget: QWidget) -> None:
        """Without a display nobody brings the window back to the front when a form is closed."""
        self.lead.window.activateWindow()
        widget.setFocus()
        self.qtbot.waitUntil(widget.hasFocus)

    def score(self, value: str) -> None:
        """A digit and Enter."""
        self.page.actions_row.buttons[RecordKind.PAIN_SCORE].click()
        form = self.form()
        QTest.keyClicks(form.sheet["nrs"].control.editor(), value)
        press(form, Qt.Key.Key_Return)
        assert not form.isVisible(), form.troubles()

    def verdict(self) -> str:
        return self.page.verdict.headline.text()


@pytest.fixture
def clock() -> Clock:
    clock = Clock()
    clock.go_to(FIRST_VISIT)
    return clock


@pytest.fixture
def visit(
    tmp_path: Path,
    clock: Clock,
    theme: Theme,
    background: Background,
    libraries: ChartLibraries,
    qtbot: QtBot,
) -> Iterator[Visit]:
    """The first start, until the empty clinic is open."""
    messages = AnsweringMessages()
    entrance = Entrance(
        bench=replace(bench(clock), fonts=FONTS), folder=tmp_path / "clinics", recent=(), make_demo=_no_demo
    )
    first_run = FirstRun(theme, messages, background, entrance)
    qtbot.addWidget(first_run)
    first_run.show()
    opened: list[Desk] = []
    first_run.opened.connect(opened.append)
    first_run.mine.button.click()
    assert first_run.mine.clinic_name.has_error()
    first_run.mine.clinic_name.control.set_value("Hill Clinic")
    assert "hill-clinic.cortitrack" in first_run.mine.place.text()
    first_run.mine.button.click()
    (desk,) = opened
    first_run.close()
    window = MainWindow(theme, Settings())
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.resize(1440, 900)
        window.show()
        window.activateWindow()
    around = replace(surroundings(desk, clock, theme, background, messages), libraries=libraries)
    yield Visit(Navigator(around, window), clock, messages, qtbot)
    desk.close()


def _no_demo(path: Path, progress: Callable[[int, int], None]) -> None:
    raise AssertionError("nobody asked for made-up people")


def _patient_and_problem(visit: Visit) -> None:
    visit.lead.today.empty.button.click()
    form = visit.form()
    enter(form, "family_name", "Alvarez-Quinn")
    enter(form, "given_name", "Marta")
    enter(form, "birth_date", "4 March 1968")
    press(form, Qt.Key.Key_Return, ctrl=True)
    assert visit.page.banner.name.text() == "Marta Alvarez-Quinn"
    visit.page.empty.button.click()
    form = visit.form()
    choose(form, "site", Site.KNEE)
    choose(form, "side", Side.RIGHT)
    enter(form, "diagnosis", "osteoarthritis")
    press(form, Qt.Key.Key_Return, ctrl=True)
    assert visit.page.tabs.bar.tabText(0) == "RIGHT knee · osteoarthritis"


def _injection_with_baseline(visit: Visit) -> None:
    visit.page.actions_row.buttons[RecordKind.INJECTION].click()
    form = visit.form()
    choose(form, "drug", Drug.TRIAMCINOLONE_ACETONIDE)
    choose(form, "dose_mg", Decimal(40))
    choose(form, "guidance", Guidance.ULTRASOUND)
    press(form, Qt.Key.Key_Return, ctrl=True)
    assert error(form, "baseline")
    choose(form, "baseline", 80)
    press(form, Qt.Key.Key_Return, ctrl=True)
    assert visit.verdict() == "Too early to judge"


def _scores_over_twelve_weeks(visit: Visit) -> None:
    visit.on_day(14)
    visit.score("3")
    assert visit.page.chart.title.text() == "Pain fell from 8 to 3 by day 14."
    visit.on_day(42)
    visit.score("7")
    assert visit.verdict() == "Failed: relief did not last"
    assert visit.page.verdict.status.text().startswith("provisional")
    visit.on_day(84)
    assert visit.page.verdict.status.text().startswith("final")
    visit.score("8")
    assert visit.page.chart.title.text() == "Pain fell from 8 to 3 by day 14 and was back at 7 by day 42."


def _entry(visit: Visit, tenths: int) -> PainScore:
    """The score of this value in the timeline."""
    model = visit.page.timeline.model
    facts = [model.fact_at(model.index(row, 0)) for row in range(model.rowCount())]
    return next(fact for fact in facts if isinstance(fact, PainScore) and fact.tenths == tenths and fact.phase is None)


def _correct_withdraw_undo(visit: Visit) -> None:
    timeline, menus = visit.page.timeline, visit.lead.window.menus
    timeline.select(_entry(visit, 70).id)
    visit.keyboard_on(timeline.view)
    QTest.keyClick(timeline.view, Qt.Key.Key_Return)
    form = visit.form()
    choose(form, "nrs", 20)
    press(form, Qt.Key.Key_Return, ctrl=True)
    assert visit.lead.window.toast.accessibleName() == "Corrected score"
    assert visit.page.chart.title.text() == "Pain fell from 8 to 2 by day 42 and was back at 8 by day 84."
    at_twelve_weeks = _entry(visit, 80)
    timeline.select(at_twelve_weeks.id)
    visit.keyboard_on(timeline.view)
    QTest.keyClick(timeline.view, Qt.Key.Key_Delete)
    assert timeline.model.row_of(at_twelve_weeks.id) is None
    assert visit.verdict().startswith("Responded")
    assert menus.undo_action.text() == "Undo withdraw score"
    menus.undo_action.trigger()
    assert menus.undo_action.text() == "Undo correct score"
    menus.undo_action.trigger()
    assert visit.verdict() == "Failed: relief did not last"
    assert visit.page.chart.title.text() == "Pain fell from 8 to 3 by day 14 and was back at 7 by day 42."


def _letter(visit: Visit, target: Path) -> None:
    visit.page.actions_row.letter_button.click()
    (letter,) = visit.lead.window.findChildren(LetterDialog)
    letter.question.control.set_value("Would surgery help?")
    letter.to.control.set_value("Orthopaedic outpatients")
    letter.urgency.control.set_value(Urgency.SOON.value)
    with visit.qtbot.waitSignal(letter.preview.shown, timeout=60_000):
        letter.wants.control.set_value("To walk to work again.")
    assert letter.preview.pages() >= 1
    visit.messages._answers.append(target)
    letter.export()
    assert target.read_bytes().startswith(b"%PDF-")
    letter.close()


def test_first_visit_to_letter(visit: Visit, tmp_path: Path) -> None:
    assert visit.lead.today.headline.accessibleDescription() == "Nobody has a record here yet."
    _patient_and_problem(visit)
    _injection_with_baseline(visit)
    _scores_over_twelve_weeks(visit)
    readout = visit.page.chart.view.readout()
    assert readout is not None
    assert [point.y for point in readout.points] == [10, 8.0, 3.0, 7.0, 8.0]  # the injection, then the scores
    visit.lead.show_today()
    assert "1 injection has failed" in visit.lead.today.headline.accessibleDescription()
    visit.keyboard_on(visit.lead.today.decisions.view)
    QTest.keyClick(visit.lead.today.decisions.view, Qt.Key.Key_Return)
    _correct_withdraw_undo(visit)
    _letter(visit, tmp_path / "letter.pdf")
    assert [kind for kind, _ in visit.messages.said] == ["choose"]
