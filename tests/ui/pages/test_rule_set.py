"""The rule set in the window: noted, refused at its field, put in force with a reason, judged anew."""

from decimal import Decimal

import pytest
from pytestqt.qtbot import QtBot

from cortitrack.rules.ruleset import BY_KEY, THRESHOLDS
from cortitrack.services.desk import Desk
from cortitrack.ui.navigator import Navigator
from cortitrack.ui.pages.rule_set import RuleSetPage
from cortitrack.ui.tables.rule_numbers import Column
from tests.clinics import person_with_a_failed_injection


@pytest.fixture
def page(lead: Navigator, desk: Desk) -> RuleSetPage:
    person_with_a_failed_injection(desk)
    lead.show_rule_set()
    page = lead.rules
    assert isinstance(page, RuleSetPage)
    return page


def cell(page: RuleSetPage, key: str, column: Column) -> str:
    return str(page.model.index(page.model.row_of(key), column).data())


def note(page: RuleSetPage, key: str, value: str) -> None:
    page.choose(BY_KEY[key])
    page.editor.number.set_value(Decimal(value))
    page.editor.note()


def test_every_number_can_be_found_with_its_name_unit_and_source(page: RuleSetPage) -> None:
    for threshold in THRESHOLDS:
        page.choose(threshold)
        assert "“" not in cell(page, threshold.key, Column.NAME)
        assert cell(page, threshold.key, Column.UNIT)
        assert cell(page, threshold.key, Column.SOURCE)


def test_what_cannot_stand_is_said_at_the_field(page: RuleSetPage) -> None:
    note(page, "interval_alert_days", "5000")
    assert page.editor.value.has_error()
    note(page, "interval_alert_days", "30")  # under the stop
    assert page.editor.value.has_error()
    note(page, "inr_alert_above", "3.55")
    assert page.editor.value.has_error()
    assert not page.editor.pending()


def test_a_number_is_only_changed_with_a_reason(page: RuleSetPage, desk: Desk) -> None:
    note(page, "interval_alert_days", "100")
    assert cell(page, "interval_alert_days", Column.IN_FORCE) == "84 → 100"
    page.editor.ask()
    assert page.editor.why.has_error()
    assert desk.judging.rules().version == "2026-1"


def test_a_new_version_judges_anew(page: RuleSetPage, desk: Desk, qtbot: QtBot) -> None:
    note(page, "response_percent", "40")
    page.editor.why.control.set_value("agreed at the audit")
    with qtbot.waitSignal(page.judged):
        page.editor.ask()
    rules = desk.judging.rules()
    assert (rules.version, rules.why, dict(rules.own)) == ("2026-2", "agreed at the audit", {"response_percent": 40})
    page.choose(BY_KEY["response_percent"])
    assert cell(page, "response_percent", Column.IN_FORCE) == "40"
    assert cell(page, "response_percent", Column.SINCE) == "4 Mar 2026"
    assert not page.editor.pending()


def test_back_to_the_default_leaves_no_own_value(page: RuleSetPage, desk: Desk, qtbot: QtBot) -> None:
    desk.judging.change_rules([("interval_alert_days", 100)], "first")
    page.refresh()
    page.choose(BY_KEY["interval_alert_days"])
    page.editor.default_button.click()
    page.editor.why.control.set_value("back")
    with qtbot.waitSignal(page.judged):
        page.editor.ask()
    assert desk.judging.rules().own == ()
