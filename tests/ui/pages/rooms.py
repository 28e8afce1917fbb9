"""What pages are given in tests, and the pages of a window by their real classes."""

from cortitrack.services.desk import Desk
from cortitrack.ui.background import Background
from cortitrack.ui.messages import Messages
from cortitrack.ui.navigator import Navigator
from cortitrack.ui.news import News
from cortitrack.ui.pages.patient import PatientPage
from cortitrack.ui.pages.patients import PatientsPage
from cortitrack.ui.surroundings import Surroundings
from cortitrack.ui.theme import Theme
from cortitrack.ui.widgets.chart_libraries import ChartLibraries
from tests.clinics import Clock


def surroundings(desk: Desk, clock: Clock, theme: Theme, background: Background, messages: Messages) -> Surroundings:
    """Everything real but the messages, which answer by themselves."""
    news = News()
    desk.changes.subscribe(news.tell)
    return Surroundings(
        desk=desk,
        theme=theme,
        messages=messages,
        news=news,
        background=background,
        libraries=ChartLibraries(background),
        calendar=lambda: clock().date(),
    )


def person_page(lead: Navigator) -> PatientPage:
    page = lead.patient
    assert isinstance(page, PatientPage)
    return page


def people_page(lead: Navigator) -> PatientsPage:
    page = lead.patients
    assert isinstance(page, PatientsPage)
    return page
