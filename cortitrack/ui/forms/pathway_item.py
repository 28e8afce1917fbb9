"""The form of one item of the pathway: how it stands."""

from typing import Any

from cortitrack.domain.pathway import Item, ItemState
from cortitrack.domain.records import RecordKind
from cortitrack.ui.forms.asks import day, few, line, one_of, prose
from cortitrack.ui.forms.record_dialog import RecordDialog
from cortitrack.words.tongue import t


class PathwayItemDialog(RecordDialog):
    """The latest entry of an item stands, so changing one's mind is a new entry."""

    kind = RecordKind.PATHWAY_ITEM

    def lay_out(self) -> None:
        top = self.sheet.top
        top.row(one_of("item", t("Item"), Item, needed=True))
        top.row(few("state", t("How it stands"), ItemState, needed=True))
        top.row(prose("why", t("Reason"), placeholder=t("Needed for an intolerance; welcome for all else")))
        top.row(day("on", t("Date"), self.today, needed=True, stands=True), line("by", t("By")))

    def start(self) -> dict[str, Any]:
        return {"on": self.today, "by": self.clinician}
