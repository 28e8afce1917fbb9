"""The strip, the panel of a stage, the ledger and the questionnaires on the patient page."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from cortitrack.domain.instruments import InstrumentTotal
from cortitrack.domain.pathway import Item, ItemState, Stage
from cortitrack.domain.records import RecordKind
from cortitrack.domain.risk import Risk, RiskKind
from cortitrack.services.desk import Desk
from cortitrack.ui.navigator import Navigator
from cortitrack.ui.pages.patient import PatientPage
from cortitrack.ui.pages.stage_panel import StagePanel
from cortitrack.ui.theme import Theme
from tests.clinics import TODAY, patient, person_with_a_failed_injection, problem
from tests.ui.pages.rooms import person_page
from tests.ui.pages.test_patient import chips, form


@pytest.fixture
def page(lead: Navigator, desk: Desk) -> PatientPage:
    someone, _, _ = person_with_a_failed_injection(desk)
    lead.open_patient(someone.id)
    return person_page(lead)


def panel(page: PatientPage, stage: Stage) -> StagePanel:
    page.strip.stages[stage].click()
    return next(one for one in page.findChildren(StagePanel) if one.isVisible())


def said(panel: StagePanel) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel) if label.text()]


def test_the_strip_says_where_it_stands_and_what_is_suggested(page: PatientPage) -> None:
    strip = page.strip
    assert [strip.stages[stage].line for stage in strip.stages] == [
        "suggested: 1 of 1 criterion met",
        "0 of 6 criteria met",
        "1 of 2 criteria met",
        "1 of 4 criteria met",
    ]
    assert not any(button.is_here() for button in strip.stages.values())


def test_a_problem_without_an_injection_shows_no_strip(lead: Navigator, desk: Desk) -> None:
    someone = patient(desk)
    desk.record.add(someone, problem(desk, someone))
    lead.open_patient(someone.id)
    assert person_page(lead).strip.isHidden()


def test_a_stage_shows_each_criterion_with_value_need_and_state(page: PatientPage) -> None:
    words = said(panel(page, Stage.SURGICAL))
    assert "Severe pain: met" in words
    assert any(text.startswith("Average 7.5 on") and "needs average 5 or worst 7" in text for text in words)
    assert "A lesion that explains it: not known" in words
    assert any("imaging" in text and text.startswith("Deciding entry") for text in words)
    assert not any(word in text.split() for text in words for word in ("should", "must", "recommended"))


def test_hints_stand_beside_their_item_labelled_weak(page: PatientPage) -> None:
    row = panel(page, Stage.CONSERVATIVE).rows[Item.EXERCISE]
    words = [label.text() for label in row.findChildren(QLabel)]
    assert any(text.startswith("Hint") and "weak" in text for text in words)


def test_an_item_that_needs_a_reason_asks_for_it_at_the_field(page: PatientPage, desk: Desk) -> None:
    row = panel(page, Stage.CONSERVATIVE).rows[Item.INTOLERANCE]
    row.set_button.click()
    assert row.editor is not None
    row.editor.state.set_value(ItemState.DONE.value)
    row.editor.keep_button.click()
    assert row.editor.why.has_error()
    assert not desk.review.timeline(page.problem_id or 0).pathway_items
    row.editor.why.control.set_value("vomits on NSAIDs")
    row.editor.keep_button.click()
    assert desk.review.timeline(page.problem_id or 0).pathway_items[0].by == "anna"


def test_a_stage_is_never_moved_without_a_reason(page: PatientPage, desk: Desk) -> None:
    open_panel = panel(page, Stage.REASSESS)
    open_panel.move_button.click()
    assert open_panel.editor is not None
    open_panel.editor.keep_button.click()
    assert open_panel.editor.why.has_error()
    assert not desk.review.timeline(page.problem_id or 0).pathway_moves


def test_the_panel_opens_the_forms_of_its_stage(page: PatientPage) -> None:
    panel(page, Stage.REASSESS).form_asked.emit(RecordKind.REASSESSMENT)
    assert form(page).kind is RecordKind.REASSESSMENT


def test_risks_are_chips(page: PatientPage, desk: Desk, qtbot: QtBot) -> None:
    taken: dict[str, Any] = {"patient_id": page.patient_id or 0, "from_on": TODAY - timedelta(30)}
    desk.record.add(
        Risk(id=desk.record.new_id(), kind=RiskKind.DIABETES, value=Decimal("7.2"), **taken),
        Risk(id=desk.record.new_id(), kind=RiskKind.PREGNANCY, to_on=TODAY - timedelta(1), **taken),
    )
    qtbot.waitUntil(lambda: chips(page) == ["Allergies: none recorded", "Diabetes · HbA1c 7.2 %"])
    page.banner.risk_button.click()
    assert form(page).kind is RecordKind.RISK


def test_the_ledger_is_folded_and_says_that_no_number_is_known_to_be_safe(page: PatientPage) -> None:
    assert page.beside.summary.text() == "1 in 365 days · last 13 Jan 2026 · earliest next 7 Apr 2026"
    assert not page.beside.ledger.is_open()
    page.beside.ledger.set_open(True)
    words = " ".join(label.text() for label in page.beside.ledger.findChildren(QLabel))
    assert "No high-quality evidence fixes a safe yearly number or dose." in words
    assert "table 2026-1" in words
    assert "RIGHT knee" in words
    assert "Whole person" in words


def test_totals_have_a_chart_of_their_own(page: PatientPage, desk: Desk) -> None:
    knee = page.problem_id or 0
    assert page.chart.totals_button.isHidden()
    totals = [(50, "20"), (5, "28")]
    desk.record.add(
        *(
            InstrumentTotal(
                id=desk.record.new_id(), problem_id=knee, on=TODAY - timedelta(day), instrument="oks",
                total=Decimal(total),
            )
            for day, total in totals
        )
    )  # fmt: skip
    page.chart.totals_button.click()
    assert page.chart.title.text() == (
        "Oxford Knee Score rose from 20 to 28: better by 8, and 5 or more matter to patients."
    )
    page.chart.totals_button.click()
    assert page.chart.title.text().startswith("Pain fell")


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_strip_keeps_its_place_in_large_text(page: PatientPage, theme: Theme, scale: float) -> None:
    theme.set_text_scale(scale)
    strip = page.strip
    assert strip.height() == strip.height_for(strip.width())
    for button in strip.stages.values():
        assert strip.rect().contains(button.geometry())
