"""Every control that the keyboard reaches has a name, and Tab goes through a page in reading order."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from cortitrack.services.desk import Desk
from cortitrack.ui.navigator import Navigator
from tests.clinics import person_with_a_failed_injection
from tests.ui.pages.rooms import person_page


def reached(window: QWidget) -> list[QWidget]:
    """What Tab visits, in its order."""
    found, widget = [], window.nextInFocusChain()
    while widget is not None and widget is not window:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled():
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found


def nameless(window: QWidget) -> list[str]:
    return [
        repr(widget)
        for widget in reached(window)
        if widget.focusProxy() is None and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]


def test_everything_on_every_page_has_a_name(lead: Navigator, desk: Desk) -> None:
    someone, _, _ = person_with_a_failed_injection(desk)
    for go in (lead.show_today, lead.show_patients, lambda: lead.open_patient(someone.id)):
        go()
        assert nameless(lead.window) == []


def test_tab_goes_from_actions_to_chart_to_verdict_to_timeline(lead: Navigator, desk: Desk) -> None:
    someone, _, _ = person_with_a_failed_injection(desk)
    lead.open_patient(someone.id)
    page = person_page(lead)
    order = reached(lead.window)
    wanted = [
        lead.window.find_box,
        page.actions_row.letter_button,
        page.chart.view,
        page.verdict.sources_button,
        page.timeline.view,
    ]
    places = [order.index(widget) for widget in wanted]
    assert places == sorted(places)
