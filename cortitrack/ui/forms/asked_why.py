"""The part of a form that says what is unusual about an entry and asks why; it forbids nothing that has happened."""

from cortitrack.domain.records import Fact
from cortitrack.rules.criterion import Criterion
from cortitrack.rules.unusual import Unusual
from cortitrack.services.safety import Safety
from cortitrack.ui.forms.asks import prose
from cortitrack.ui.forms.sheet import Block, Sheet
from cortitrack.words.figures import number, percent
from cortitrack.words.tongue import nt, t

_NAME = "unusual_why"


class AskedWhy:
    """A remark and the question under it; neither is there while nothing is unusual."""

    def __init__(self, sheet: Sheet, block: Block, safety: Safety, problem_id: int) -> None:
        self._sheet, self._safety, self._problem_id = sheet, safety, problem_id
        self.remark = block.note(tone="warn")
        block.row(prose(_NAME, t("Why it was done all the same"), needed=True))

    def settle(self, typed: Fact | None, held: Fact | None) -> None:
        """Say what is unusual about the entry as it stands; a reason that is recorded is never hidden."""
        found = () if typed is None else self._safety.unusual(self._problem_id, typed)
        self.remark.setText(" ".join(unusual_words(what, criterion) for what, criterion in found))
        self.remark.setVisible(bool(found))
        self._sheet.show_ask(_NAME, bool(found) or bool(getattr(held, _NAME, "")))


def unusual_words(what: Unusual, criterion: Criterion | None) -> str:
    """What is unusual, as a sentence."""
    match what:
        case Unusual.HYALURONIC_ACID_NOT_KNEE:
            return t("Hyaluronic acid is in use for knee osteoarthritis; for others there is little to support it.")
        case Unusual.RFA_WITHOUT_POSITIVE_BLOCK:
            return _no_block(criterion)
        case Unusual.REPLACEMENT_SOON_AFTER_INJECTION:
            return t("A corticosteroid was injected here shortly before this day; infections are more frequent then.")
        case _:
            return t("No imaging is recorded by that day. Say in the note on which pictures the reading rests.")


def _no_block(criterion: Criterion | None) -> str:
    if criterion is None:
        return t("No positive diagnostic block is recorded before it.")
    relief, needed = criterion.needed["percent"], criterion.needed["count"]
    assert isinstance(relief, int)
    assert isinstance(needed, int)
    asked = nt("{n} diagnostic block with at least {relief}", "{n} diagnostic blocks with at least {relief}", needed,
               relief=percent(relief))  # fmt: skip
    counted = criterion.found.get("count")
    found = number(counted) if isinstance(counted, int) and counted else t("none")
    said = "No positive diagnostic block is recorded before it: needed {asked}, recorded {found}."
    return t(said, asked=asked, found=found)
