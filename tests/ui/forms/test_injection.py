"""The injection form: nothing is saved as given before the pain before it was asked for."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cortitrack.domain.anatomy import Guidance, Target
from cortitrack.domain.injection import Drug
from cortitrack.domain.pain import Phase, ScoreKind
from cortitrack.domain.records import RecordKind
from cortitrack.rules.verdict import AnaestheticPhase, VerdictReason
from cortitrack.services.desk import Desk
from cortitrack.ui.forms.baseline_field import BaselineField
from cortitrack.ui.forms.injection import InjectionDialog
from cortitrack.ui.forms.opening import open_form
from cortitrack.ui.forms.repeat_strip import RepeatStrip
from cortitrack.ui.surroundings import Surroundings
from tests.ui.forms.fingers import choose, enter, error, press
from tests.ui.forms.harbour import GIVEN, KNEE, SHOULDER, TODAY


@pytest.fixture
def shoulder(around: Surroundings, window: QWidget) -> InjectionDialog:
    """A new injection where no pain was ever asked for."""
    dialog = open_form(RecordKind.INJECTION, around, parent=window, problem_id=SHOULDER)
    assert isinstance(dialog, InjectionDialog)
    return dialog


@pytest.fixture
def knee(around: Surroundings, window: QWidget) -> InjectionDialog:
    """A new injection three days after a score."""
    dialog = open_form(RecordKind.INJECTION, around, parent=window, problem_id=KNEE)
    assert isinstance(dialog, InjectionDialog)
    return dialog


def test_the_smallest_entry_asks_for_the_baseline(shoulder: InjectionDialog, desk: Desk) -> None:
    choose(shoulder, "drug", Drug.HYDROCORTISONE)
    shoulder.save()
    assert error(shoulder, "baseline") == "Choose a score, or say that it was not asked."
    assert not desk.review.timeline(SHOULDER).injections


def test_injection_and_baseline_are_one_step(shoulder: InjectionDialog, desk: Desk, qtbot: QtBot) -> None:
    choose(shoulder, "drug", Drug.HYDROCORTISONE)
    enter(shoulder, "baseline", "7.5")
    with qtbot.waitSignal(shoulder.saved):
        press(shoulder, Qt.Key.Key_Return)
    timeline = desk.review.timeline(SHOULDER)
    (score,) = timeline.scores
    assert (score.tenths, score.kind, score.phase, score.on) == (75, ScoreKind.AVERAGE, Phase.PRE, TODAY)
    assert desk.review.verdicts(SHOULDER)[0].baseline == 7.5
    desk.record.undo()
    timeline = desk.review.timeline(SHOULDER)
    assert not timeline.scores
    assert not timeline.injections


def test_not_asked_is_an_answer_and_the_verdict_says_so(shoulder: InjectionDialog, desk: Desk, qtbot: QtBot) -> None:
    choose(shoulder, "drug", Drug.HYDROCORTISONE)
    enter(shoulder, "baseline", "7")
    baseline = shoulder.sheet["baseline"].control
    assert isinstance(baseline, BaselineField)
    baseline.tick.click()
    assert shoulder.sheet.answer("baseline") is None, "one answer takes the other away"
    with qtbot.waitSignal(shoulder.saved):
        shoulder.save()
    assert desk.review.verdicts(SHOULDER)[0].reason is VerdictReason.NO_BASELINE


def test_a_usable_score_is_named_instead_of_asked_for(knee: InjectionDialog) -> None:
    assert not knee.sheet["baseline"].field.isVisible()
    assert knee._before is not None
    assert knee._before._standing.text() == "✓ Baseline is recorded: average pain 7 on 15 March 2026"


def test_the_baseline_follows_the_day(knee: InjectionDialog) -> None:
    enter(knee, "given_on", "2025-06-01")
    assert knee.sheet["baseline"].field.isVisible()
    enter(knee, "given_on", "today")
    assert not knee.sheet["baseline"].field.isVisible()


def test_same_as_last_time(knee: InjectionDialog, desk: Desk, qtbot: QtBot) -> None:
    strip = knee.findChild(RepeatStrip)
    assert strip is not None
    strip.button.click()
    knee.save()
    for alert in ("S1_acknowledged", "S4_acknowledged"):
        choose(knee, alert, True)
    with qtbot.waitSignal(knee.saved):
        knee.save()
    first, second = desk.review.timeline(KNEE).injections
    for name in ("drug", "dose_mg", "volume_ml", "anaesthetic", "anaesthetic_ml", "guidance", "approach", "operator"):
        assert getattr(first, name) == getattr(second, name), name
    assert second.target is Target.JOINT
    assert second.given_on == TODAY


def test_another_place_takes_over_everything_but_the_structure(shoulder: InjectionDialog) -> None:
    strip = shoulder.findChild(RepeatStrip)
    assert strip is not None
    strip.button.click()
    assert shoulder.sheet.answer("dose_mg") == Decimal(40)
    assert shoulder.sheet.answer("guidance") is Guidance.ULTRASOUND
    assert shoulder.sheet.answer("target") is None


def test_what_the_anaesthetic_did_is_kept_with_it(shoulder: InjectionDialog, desk: Desk, qtbot: QtBot) -> None:
    sheet = shoulder.sheet
    assert shoulder._before is not None
    fold = shoulder._before._block.fold
    assert fold is not None
    assert not fold.isVisible(), "only with an anaesthetic"
    choose(shoulder, "drug", Drug.HYDROCORTISONE)
    enter(shoulder, "anaesthetic", "lidocaine 1 %")
    assert fold.isVisible()
    fold.set_open(True)
    for name, text in (("baseline", "6"), ("current_before", "8"), ("minutes_after", "20"), ("current_after", "2")):
        enter(shoulder, name, text)
    with qtbot.waitSignal(shoulder.saved):
        press(shoulder, Qt.Key.Key_Return, ctrl=True)
    after = desk.review.timeline(SHOULDER).scores[-1]
    assert (after.kind, after.phase, after.minutes_after) == (ScoreKind.CURRENT, Phase.ANAESTHETIC, 20)
    assert desk.review.verdicts(SHOULDER)[0].anaesthetic_phase is AnaestheticPhase.POSITIVE
    assert sheet is not None


def test_scores_of_an_anaesthetic_that_was_taken_back_are_not_kept(shoulder: InjectionDialog, desk: Desk) -> None:
    choose(shoulder, "drug", Drug.HYDROCORTISONE)
    enter(shoulder, "anaesthetic", "lidocaine")
    choose(shoulder, "current_after", 20)
    choose(shoulder, "anaesthetic", "")
    enter(shoulder, "baseline", "6")
    shoulder.save()
    assert len(desk.review.timeline(SHOULDER).scores) == 1


def test_minutes_that_cannot_be_are_said_at_their_field(shoulder: InjectionDialog, desk: Desk) -> None:
    choose(shoulder, "drug", Drug.HYDROCORTISONE)
    enter(shoulder, "anaesthetic", "lidocaine")
    enter(shoulder, "baseline", "6")
    enter(shoulder, "minutes_after", "5000")
    choose(shoulder, "current_after", 20)
    shoulder.save()
    assert "5000 lies outside 0 to 1440" in error(shoulder, "minutes_after")
    assert not desk.review.timeline(SHOULDER).injections


def test_a_correction_changes_what_was_wrong_and_nothing_else(
    around: Surroundings, window: QWidget, desk: Desk, qtbot: QtBot
) -> None:
    former = desk.review.fact(RecordKind.INJECTION, GIVEN)
    dialog = open_form(RecordKind.INJECTION, around, parent=window, fact=former)
    assert dialog.windowTitle() == "Correct injection"
    assert "baseline" not in dialog.sheet, "it is asked for before, not years after"
    enter(dialog, "dose_mg", "80")
    with qtbot.waitSignal(dialog.saved):
        press(dialog, Qt.Key.Key_Return)
    now = desk.review.timeline(KNEE).injections[0]
    assert now.dose_mg == Decimal(80)
    assert now.approach == "superolateral"


def test_a_correction_without_a_change_writes_nothing(around: Surroundings, window: QWidget, desk: Desk) -> None:
    before = desk.record.last_step()
    fact = desk.review.fact(RecordKind.INJECTION, GIVEN)
    dialog = open_form(RecordKind.INJECTION, around, parent=window, fact=fact)
    dialog.save()
    assert not dialog.isVisible()
    assert desk.record.last_step() == before


def test_an_injection_before_birth_is_refused_at_its_day(shoulder: InjectionDialog) -> None:
    choose(shoulder, "drug", Drug.HYDROCORTISONE)
    enter(shoulder, "baseline", "6")
    enter(shoulder, "given_on", "1960-01-01")
    shoulder.save()
    assert "before the date of birth" in error(shoulder, "given_on")


def test_tomorrow_is_refused(shoulder: InjectionDialog) -> None:
    enter(shoulder, "given_on", "+1")
    shoulder.save()
    assert "future" in error(shoulder, "given_on")
    assert shoulder.sheet.answer("given_on") is None
    enter(shoulder, "given_on", "-1")
    assert shoulder.sheet.answer("given_on") == TODAY - timedelta(days=1)
    assert shoulder.sheet.answer("given_on") == date(2026, 3, 17)
