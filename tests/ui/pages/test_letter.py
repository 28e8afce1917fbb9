"""The letter beside its preview."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cortitrack.domain.referral import Urgency
from cortitrack.services.desk import Desk
from cortitrack.ui.navigator import Navigator
from cortitrack.ui.pages.letter import LetterDialog
from tests.clinics import person_with_a_failed_injection
from tests.ui.answering_messages import AnsweringMessages


@pytest.fixture
def letter(lead: Navigator, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> LetterDialog:
    monkeypatch.setattr(desk.letters.press, "_fonts", Path(__file__).resolve().parents[3] / "resources" / "fonts")
    _, knee, _ = person_with_a_failed_injection(desk)
    dialog = LetterDialog(lead.around, knee.id, parent=lead.window)
    with qtbot.waitSignal(dialog.preview.shown, timeout=30_000):
        dialog.show()
    return dialog


def test_the_preview_shows_the_pages_and_what_is_missing(letter: LetterDialog) -> None:
    assert letter.preview.pages() >= 1
    assert "an X-ray" in letter.missing.text()


def test_a_letter_without_a_question_is_stopped_at_its_field(letter: LetterDialog, messages: AnsweringMessages) -> None:
    letter.export()
    assert letter.question.has_error()
    assert messages.said == []


def test_an_urgent_letter_needs_its_reason(letter: LetterDialog) -> None:
    assert letter.urgency_reason.isHidden()
    letter.question.control.set_value("Is there a tear?")
    letter.urgency.control.set_value(Urgency.URGENT.value)
    assert not letter.urgency_reason.isHidden()
    letter.export()
    assert letter.urgency_reason.has_error()


def test_it_is_written_where_one_chooses(letter: LetterDialog, messages: AnsweringMessages, tmp_path: Path) -> None:
    letter.question.control.set_value("Is there a tear?")
    messages._answers.append(tmp_path / "letter")
    letter.export()
    assert (tmp_path / "letter.pdf").read_bytes().startswith(b"%PDF-")
    assert letter.file_name() == "Ardal RIGHT knee osteoarthritis 2026-03-04.pdf"
