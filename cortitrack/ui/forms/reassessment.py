"""The form of the reassessment visit, with the checklist of the first stage."""

from typing import Any

from cortitrack.domain.pathway import ITEMS, Item, ItemState, PathwayItem, Stage
from cortitrack.domain.reassessment import Reassessment, StructureBasis
from cortitrack.domain.records import Fact, RecordKind
from cortitrack.rules.pathway_items import item_standings
from cortitrack.rules.unusual import Unusual
from cortitrack.ui.forms.asks import count, day, line, one_of, prose, state, yes_no_open
from cortitrack.ui.forms.record_dialog import RecordDialog
from cortitrack.ui.forms.sheet import Block
from cortitrack.words.labels import heading, label
from cortitrack.words.phrases import hint, hint_label, hint_look
from cortitrack.words.tongue import t

CHECKLIST = ITEMS[Stage.REASSESS]
STATES = (ItemState.OPEN, ItemState.DONE, ItemState.NOT_NEEDED)
_RESTS_ON_PICTURES = ("own_reading", "agrees_with_report", "structure_basis", "on", "note")


def line_of(item: Item) -> str:
    """The name of an item's line in the checklist; the visit has fields of the same names."""
    return f"item_{item.value}"


class ReassessmentDialog(RecordDialog):
    """The checklist is saved with the visit, in one step: of each item only what is another state than before."""

    kind = RecordKind.REASSESSMENT

    def lay_out(self) -> None:
        top = self.sheet.top
        top.row(
            day("on", t("Date"), self.today, needed=True, stands=True),
            line("clinician", t("Clinician")),
        )
        top.row(line("working_diagnosis", t("Working diagnosis")))
        top.row(yes_no_open("changed", t("Diagnosis changed"), t("Changed"), t("Not changed"), t("Not recorded")))
        if self.fact is None:
            self._checklist(top)
        self._body(self.sheet.fold(t("Diagnosis and person")))
        self._pictures(self.sheet.fold(t("Pictures and target")))
        self._referred(self.sheet.fold(t("Referred pain and structure")))
        self._remark = self.sheet.top.note(tone="warn")
        more = self.sheet.fold()
        more.row(prose("note", t("Note")))

    def start(self) -> dict[str, Any]:
        states = {} if self.fact is not None else {line_of(item): self._before.get(item) for item in CHECKLIST}
        return {"on": self.today, "clinician": self.clinician, **states}

    def settle(self) -> None:
        self._remark.setText(self._unusual())
        self._remark.setVisible(bool(self._remark.text()))

    def answer_changed(self, name: str) -> None:
        if name in _RESTS_ON_PICTURES:
            self.settle()

    def troubles(self) -> dict[str, str]:
        found = super().troubles()
        if not found and not self.sheet.answer("note") and (said := self._unusual()):
            found["note"] = said
        return found

    def beside(self, fact: Any) -> tuple[Fact, ...]:
        found = []
        for item in CHECKLIST:
            now = self.sheet.answer(line_of(item))
            if now is not None and now is not self._before.get(item):
                about = {"problem_id": fact.problem_id, "on": fact.on, "by": fact.clinician}
                found.append(PathwayItem(id=self.around.desk.record.new_id(), item=item, state=now, **about))
        return tuple(found)

    def _checklist(self, top: Block) -> None:
        """The items of the first stage, each with the hints that concern it."""
        self._before = {
            standing.item: standing.state
            for standing in item_standings(self.timeline).values()
            if standing.item in CHECKLIST and standing.state in STATES
        }
        hints = self.around.desk.pathway.of(self.timeline.problem.id).hints
        top.heading(t("Checklist"))
        for item in CHECKLIST:
            top.row(state(line_of(item), heading(label(item)), STATES, of_fact=False))
            for code in hints.get(item, ()):
                said = t("{label}: {hint} {look}", label=hint_label(), hint=hint(code), look=hint_look(code))
                top.note(said, "hint")

    def _body(self, block: Block) -> None:
        block.row(prose("alternatives", t("Alternatives")))
        block.row(count("painful_sites", t("Painful sites, number")))
        block.row(yes_no_open("low_mood", t("Low mood")))
        block.row(yes_no_open("poor_sleep", t("Poor sleep")))

    def _pictures(self, block: Block) -> None:
        block.row(prose("own_reading", t("Own reading of the imaging")))
        block.row(yes_no_open("agrees_with_report", t("Agrees with the report"), t("Agrees"), t("Does not")))
        block.row(prose("technique", t("Technique and target"), placeholder=t("Guidance, approach, operator")))
        block.row(yes_no_open("effusion_or_synovitis", t("Effusion or synovitis"), t("Seen"), t("Not seen")))

    def _referred(self, block: Block) -> None:
        block.row(yes_no_open("referred_pain", t("Referred pain"), t("Likely"), t("Not likely")))
        block.row(prose("spine_and_nerves", t("Spine and nerves, examination")))
        block.row(prose("provoking_tests", t("Provoking tests")), prose("selective_block", t("Selective block")))
        block.row(
            line("structure", t("Structure that hurts"), placeholder=t("Such as medial meniscus")),
            one_of("structure_basis", t("It rests on"), StructureBasis),
        )

    def _unusual(self) -> str:
        """What is unusual about what was typed, as far as it stands."""
        asked = {name: self.sheet.answer(name) for name in _RESTS_ON_PICTURES}
        asked["on"] = asked["on"] or self.today
        visit = Reassessment(id=0, problem_id=self.timeline.problem.id, **asked)
        found = self.around.desk.safety.unusual(visit.problem_id, visit)
        if Unusual.FINDINGS_WITHOUT_IMAGING not in {what for what, _ in found}:
            return ""
        return t("No imaging is recorded by that day. Say in the note on which pictures the reading rests.")
