"""By hand in the window: through all four stages to a joint replacement, past them by a red flag, and past a stop."""

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from cortitrack.domain.clinic import Clinic
from cortitrack.domain.imaging import Finding, Modality
from cortitrack.domain.injection import Drug
from cortitrack.domain.pathway import Item, ItemState, Stage
from cortitrack.domain.procedure import ProcedureKind
from cortitrack.domain.records import RecordKind
from cortitrack.domain.red_flag import RedFlagKind
from cortitrack.domain.referral import Referral
from cortitrack.domain.safety_answer import Answer, SafetyRule
from cortitrack.domain.surgery import SurgeryKind, SurgeryStatus
from cortitrack.domain.therapy import TherapyKind
from cortitrack.rules.pathway import Pathway
from cortitrack.services.bench import Bench
from cortitrack.services.clinics import create
from cortitrack.services.desk import Desk
from cortitrack.ui.forms.record_dialog import RecordDialog
from cortitrack.ui.forms.safety_panel import ROLE, WHO
from cortitrack.ui.navigator import Navigator
from cortitrack.ui.pages.patient import PatientPage
from cortitrack.ui.pages.stage_panel import StagePanel
from cortitrack.ui.tables.timeline_table import Column
from tests.clinics import TODAY, Clock, bench, person_with_a_failed_injection
from tests.ui.pages.rooms import person_page

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


@pytest.fixture
def desk(tmp_path: Path, clock: Clock, root: Path) -> Iterator[Desk]:
    """A clinic that can print letters."""
    plain = bench(clock)
    made = Bench(now=plain.now, random_bits=plain.random_bits, user="anna", fonts=root / "resources" / "fonts")
    desk = create(tmp_path / "hill.cortitrack", Clinic(name="Hill Clinic"), made)
    yield desk
    desk.close()


class Hand:
    """What a clinician does on the page of one person."""

    def __init__(self, page: PatientPage, desk: Desk, clock: Clock) -> None:
        self.page, self._desk, self._clock = page, desk, clock
        self.today = TODAY

    @property
    def strip(self) -> Pathway:
        assert self.page.problem_id is not None
        return self._desk.pathway.of(self.page.problem_id)

    def wait(self, days: int) -> None:
        self.today += timedelta(days)
        self._clock.go_to(self.today)
        self.page.refresh()

    def panel(self, stage: Stage) -> StagePanel:
        for former in self.page.findChildren(StagePanel):
            former.accept()
        self.page.strip.stages[stage].click()
        return next(panel for panel in self.page.findChildren(StagePanel) if panel.isVisible())

    def move(self, stage: Stage, why: str) -> None:
        panel = self.panel(stage)
        panel.move_button.click()
        assert panel.editor is not None
        panel.editor.why.control.set_value(why)
        panel.editor.keep_button.click()
        panel.accept()

    def set_item(self, stage: Stage, item: Item, state: ItemState, why: str = "") -> None:
        row = self.panel(stage).rows[item]
        row.set_button.click()
        assert row.editor is not None
        row.editor.state.set_value(state.value)
        row.editor.why.control.set_value(why)
        row.editor.keep_button.click()
        self.panel(stage).accept()

    def form(self, kind: RecordKind) -> RecordDialog:
        self.page.add(kind)
        return next(dialog for dialog in self.page.window().findChildren(RecordDialog) if dialog.isVisible())

    def record(self, kind: RecordKind, /, **answers: Any) -> None:
        dialog = self.form(kind)
        dialog.sheet.fill(answers)
        dialog.save()
        assert not dialog.isVisible(), dialog.troubles()

    def line(self, stage: Stage) -> str:
        return self.page.strip.stages[stage].line


@pytest.fixture
def hand(lead: Navigator, desk: Desk, clock: Clock) -> Iterator[Hand]:
    someone, _, _ = person_with_a_failed_injection(desk)
    lead.open_patient(someone.id)
    yield Hand(person_page(lead), desk, clock)
    lead.show_today()  # nothing waits to be read again once the clinic is closed


def test_a_failed_knee_is_walked_to_a_joint_replacement(hand: Hand) -> None:
    assert hand.line(Stage.REASSESS) == "suggested: 1 of 1 criterion met"
    hand.move(Stage.REASSESS, "the injection did not last")
    assert hand.line(Stage.REASSESS) == "0 of 6 done · since 4 Mar 2026"
    reassess(hand)
    assert hand.line(Stage.CONSERVATIVE) == "suggested: 6 of 6 criteria met"
    hand.move(Stage.CONSERVATIVE, "checklist complete")
    conservative(hand)
    assert hand.line(Stage.INTERVENTIONAL) == "suggested: 2 of 2 criteria met"
    hand.move(Stage.INTERVENTIONAL, "eight weeks of therapy without relief")
    hand.record(RecordKind.PROCEDURE, kind=ProcedureKind.NERVE_BLOCK, nerve="genicular", relief_percent=Decimal(40))
    hand.wait(42)
    hand.record(RecordKind.PAIN_SCORE, nrs=75)
    assert hand.line(Stage.SURGICAL) == "3 of 4 criteria met"
    hand.record(RecordKind.FUNCTION_MARK, limited=True, note="one flight of stairs")
    assert hand.line(Stage.SURGICAL) == "suggested: 4 of 4 criteria met"
    hand.move(Stage.SURGICAL, "all four criteria met")
    surgical(hand)


def reassess(hand: Hand) -> None:
    hand.record(RecordKind.IMAGING, modality=Modality.XRAY, finding=Finding.JOINT_DESTRUCTION, grade="KL 4")
    for item in (Item.DIAGNOSIS, Item.IMAGING_REVIEW, Item.REFERRED_PAIN, Item.INFLAMMATION):
        hand.set_item(Stage.REASSESS, item, ItemState.DONE)
    hand.set_item(Stage.REASSESS, Item.TECHNIQUE_TARGET, ItemState.NOT_NEEDED, "image of the needle kept")
    hand.set_item(Stage.REASSESS, Item.STRUCTURE_CONFIRMED, ItemState.DONE)


def conservative(hand: Hand) -> None:
    for _ in range(7):
        hand.wait(8)
        hand.record(RecordKind.THERAPY_SESSION, kind=TherapyKind.PT, attended=True)
    assert hand.strip.suggested is None  # the last score is too old to speak for now
    hand.record(RecordKind.PAIN_SCORE, nrs=70)


def surgical(hand: Hand) -> None:
    hand.record(RecordKind.TALK, benefit_and_risk=True, goal="to walk to the shop")
    hand.record(RecordKind.SURGERY, on=hand.today, kind=SurgeryKind.JOINT_REPLACEMENT, status=SurgeryStatus.DONE)
    hand.wait(42)
    hand.record(RecordKind.PAIN_SCORE, nrs=20)
    page = hand.page
    assert not page.beside.after.isHidden()
    assert [name.partition(",")[0] for name in page.beside.lines] == ["Joint replacement", "Nerve block"]
    panel = hand.panel(Stage.SURGICAL)
    panel.end_button.click()
    assert panel.editor is not None
    panel.editor.keep_button.click()
    assert panel.editor.why.has_error()  # never without a reason
    panel.editor.why.control.set_value("knee replaced")
    panel.editor.keep_button.click()
    assert hand.strip.stage is Stage.CLOSED


def test_a_stage_can_be_moved_back_and_undone(hand: Hand, lead: Navigator) -> None:
    hand.move(Stage.INTERVENTIONAL, "wishes it")
    hand.move(Stage.CONSERVATIVE, "no trial of care so far")
    assert hand.page.strip.stages[Stage.CONSERVATIVE].is_here()
    lead.undo()
    assert hand.page.strip.stages[Stage.INTERVENTIONAL].is_here()


def test_a_red_flag_goes_past_the_stages_until_it_is_resolved(hand: Hand, desk: Desk) -> None:
    assert hand.page.red_flags.isHidden()
    hand.record(RecordKind.RED_FLAG, **{RedFlagKind.SEPTIC_JOINT.value: True, RedFlagKind.FEVER.value: False})
    banner = hand.page.red_flags.banner
    assert banner.isVisible()
    assert banner.accessibleName() == (
        "Past the stages, at once · Infection. Found on 4 March 2026: suspected septic joint."
    )
    hand.move(Stage.REASSESS, "looked at")
    hand.wait(2)
    assert banner.isVisible()  # neither moving nor time takes it away
    hand.page.red_flags.banner.button.click()
    dialog = next(one for one in hand.page.window().findChildren(RecordDialog) if one.isVisible())
    dialog.sheet.fill({"resolved_on": TODAY + timedelta(2)})
    dialog.save()
    assert hand.page.red_flags.isHidden()


def test_an_overridden_stop_is_in_trail_and_letter(hand: Hand, desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    hand.record(
        RecordKind.INJECTION, drug=Drug.METHYLPREDNISOLONE_ACETATE, dose_mg=Decimal(40), baseline=70,
        **acknowledged(SafetyRule.S1, SafetyRule.S4),
    )  # fmt: skip
    hand.wait(21)
    dialog = hand.form(RecordKind.INJECTION)
    answers = {"drug": Drug.METHYLPREDNISOLONE_ACETATE, "dose_mg": Decimal(40), "baseline": 70}
    dialog.sheet.fill(answers)
    dialog.save()
    assert dialog.isVisible()  # S1 stops: three weeks after the last one
    names = [ask.name for ask in dialog.sheet]
    asked = {name: True for name in names if name.endswith("_acknowledged")}
    whys = {name: "flies home tomorrow" for name in names if name.endswith("_why") and name[0] == "S"}
    dialog.sheet.fill(asked | whys | {WHO: "Dr Ito", ROLE: "surgeon"})
    dialog.save()
    assert not dialog.isVisible(), dialog.troubles()
    knee = hand.page.problem_id or 0
    kept = [one for one in desk.review.timeline(knee).safety_answers if one.rule is SafetyRule.S1]
    assert [one.answer for one in kept] == [Answer.ACKNOWLEDGED, Answer.OVERRIDDEN]
    (line,) = desk.review.changes_of(RecordKind.SAFETY_ANSWER, kept[-1].id)
    assert line.step.by == "anna"
    model = hand.page.timeline.model
    shown = [model.index(row, Column.WHAT).data() for row in range(model.rowCount())]
    assert any("S1" in text and "flies home tomorrow" in text for text in shown)
    desk.letters.write(knee, Referral(to="Mr Ito", question="?", signed_by="Dr Haddad"), tmp_path / "letter.pdf")
    text = " ".join(" ".join(page.extract_text().split()) for page in PdfReader(tmp_path / "letter.pdf").pages)
    assert "overridden by Dr Ito (surgeon) on 25 March 2026: flies home tomorrow" in text


def acknowledged(*rules: SafetyRule) -> dict[str, bool]:
    return {f"{rule.value}_acknowledged": True for rule in rules}
