"""The form of a questionnaire's total."""

from typing import Any

from cortitrack.domain.anatomy import Site
from cortitrack.domain.instruments import INSTRUMENTS, InstrumentTotal
from cortitrack.domain.records import RecordKind
from cortitrack.ui.forms.asks import Ask, day, figure
from cortitrack.ui.forms.record_dialog import RecordDialog
from cortitrack.ui.widgets.choice import Choice
from cortitrack.words.figures import number
from cortitrack.words.labels import instrument_name
from cortitrack.words.tongue import t

# Questionnaires about other regions are offered after those of the problem's own.
_ARM = ("upper_limb",)
_LEG = ("lower_limb",)
REGIONS: dict[Site, tuple[str, ...]] = {
    Site.SHOULDER: ("shoulder", *_ARM),
    Site.ACROMIOCLAVICULAR: ("shoulder", *_ARM),
    Site.ELBOW: ("elbow", *_ARM),
    Site.WRIST: ("wrist", *_ARM),
    Site.HAND: ("wrist", *_ARM),
    Site.FINGER: _ARM,
    Site.THUMB_BASE: _ARM,
    Site.HIP: ("hip", *_LEG),
    Site.TROCHANTER: ("hip", *_LEG),
    Site.KNEE: ("knee", *_LEG),
    Site.PATELLAR_TENDON: ("patellar_tendon", "knee", *_LEG),
    Site.ANKLE: ("foot", *_LEG),
    Site.ACHILLES: ("achilles", "foot", *_LEG),
    Site.HEEL: ("foot", *_LEG),
    Site.FOOT: ("foot", *_LEG),
    Site.SACROILIAC: ("lumbar_spine",),
    Site.LUMBAR_SPINE: ("lumbar_spine",),
    Site.CERVICAL_SPINE: ("cervical_spine",),
}
_HAVE_OWN_FORMS = ("nrs", "vas", "pgic")


class InstrumentTotalDialog(RecordDialog):
    """Says the range of the questionnaire and which end of it is good."""

    kind = RecordKind.INSTRUMENT_TOTAL

    def lay_out(self) -> None:
        top = self.sheet.top
        choice = Choice([(code, instrument_name(code)) for code in self._offered()], empty=t("Choose"))
        instrument = Ask(name="instrument", words=t("Questionnaire"), control=choice, needed=True, likely="psfs")
        top.row(instrument, figure("total", t("Total"), needed=True))
        self._range = top.note()
        top.row(day("on", t("Date"), self.today, needed=True, stands=True))

    def start(self) -> dict[str, Any]:
        return {"on": self.today}

    def settle(self) -> None:
        chosen = INSTRUMENTS.get(self.sheet.answer("instrument") or "")
        self._range.setVisible(chosen is not None)
        if chosen is not None:
            ends = {"low": number(chosen.low), "high": number(chosen.high)}
            better = t("{low} to {high}, higher is better", **ends)
            self._range.setText(better if chosen.higher_is_better else t("{low} to {high}, lower is better", **ends))

    def answer_changed(self, name: str) -> None:
        if name == "instrument":
            self.settle()

    def _offered(self) -> list[str]:
        near = REGIONS.get(self.timeline.problem.site, ())
        order = {region: place for place, region in enumerate((*near, "any"))}
        held = self.fact.instrument if isinstance(self.fact, InstrumentTotal) else ""
        codes = [code for code in INSTRUMENTS if code not in _HAVE_OWN_FORMS or code == held]
        return sorted(codes, key=lambda code: order.get(INSTRUMENTS[code].region, len(order)))
