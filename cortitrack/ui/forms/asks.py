"""What a form can ask: one attribute of a fact, the words that ask for it and the field that takes the answer."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from cortitrack.ui.forms.columns import LETTERS
from cortitrack.ui.forms.line_field import LineField
from cortitrack.ui.forms.open_answer import OpenAnswer
from cortitrack.ui.theme import Theme
from cortitrack.ui.widgets.choice import Choice, Segments
from cortitrack.ui.widgets.control import Control
from cortitrack.ui.widgets.date_field import DateField
from cortitrack.ui.widgets.field import Field
from cortitrack.ui.widgets.number_field import NumberField
from cortitrack.ui.widgets.score_field import ScoreField
from cortitrack.ui.widgets.text_field import LongTextField, TextField
from cortitrack.ui.widgets.time_field import TimeField
from cortitrack.words.labels import heading, label
from cortitrack.words.tongue import t

YES, NO = "yes", "no"
FEW_LETTERS = 11


def _unchanged(value: Any) -> Any:
    return value


@dataclass(frozen=True, eq=False, kw_only=True)
class Ask:
    """One question of a form.

    `read` makes the attribute from what the control holds, `show` goes the other way. `blank` is what the fact holds
    where nothing is recorded; `likely` is any value the fact would take, with which the other answers can be tried
    while this one is still missing. `of_fact` is False for a question that is not about
    the form's own fact; `stands` says that what is needed stands there to begin with and need not be marked; `missing`
    is what to say of an empty answer; `aside` sets the words beside the control, for lists of short questions.
    """

    name: str
    words: str
    control: Control
    needed: bool = False
    hint: str = ""
    share: int = 1
    letters: int = LETTERS
    read: Callable[[Any], Any] = _unchanged
    show: Callable[[Any], Any] = _unchanged
    blank: Any = None
    likely: Any = None
    of_fact: bool = True
    stands: bool = False
    missing: str = ""
    aside: bool = False
    field: Field = field(init=False)

    def __post_init__(self) -> None:
        """Set the question above its control."""
        kind = LineField if self.aside else Field
        made = kind(self.words, self.control, hint=self.hint, needed=self.marked)
        object.__setattr__(self, "field", made)

    @property
    def marked(self) -> bool:
        """Whether the form says that an answer is needed."""
        return self.needed and not self.stands

    def answer(self) -> Any:
        """The attribute as it stands in the form; `blank` while nothing readable is there."""
        value = self.control.value()
        return self.blank if value is None or value == "" else self.read(value)

    def fill(self, value: Any) -> None:
        """Show this value of the attribute."""
        self.control.set_value(value if value is None else self.show(value))

    def is_empty(self) -> bool:
        """Whether nothing stands there, not even something that cannot be read."""
        return self.answer() == self.blank and not self.control.trouble()

    def reword(self, words: str) -> None:
        """Ask for the same in other words."""
        self.field.label.setText(words)
        self.control.editor().setAccessibleName(t("{label}, needed", label=words) if self.marked else words)


def day(name: str, words: str, today: date, *, ahead: bool = False, placeholder: str = "", **more: Any) -> Ask:
    """A day; one that may lie ahead only where `ahead` says so."""
    control = DateField(today, latest=None if ahead else today)
    if placeholder:
        control.editor().setPlaceholderText(placeholder)
    return Ask(name=name, words=words, control=control, likely=today, **more)


def clock(name: str, words: str, **more: Any) -> Ask:
    """A time of day."""
    return Ask(name=name, words=words, control=TimeField(), **more)


def line(name: str, words: str, *, placeholder: str = "", **more: Any) -> Ask:
    """One line of text."""
    return Ask(name=name, words=words, control=TextField(placeholder=placeholder), blank="", likely="–", **more)


def prose(name: str, words: str, *, rows: int = 2, placeholder: str = "", **more: Any) -> Ask:
    """A few lines of text."""
    control = LongTextField(placeholder=placeholder, rows=rows)
    return Ask(name=name, words=words, control=control, blank="", likely="–", **more)


def figure(name: str, words: str, unit: str = "", *, decimals: int = 3, **more: Any) -> Ask:
    """A figure with its unit; whether it can be is for the fact to say."""
    control = NumberField(unit=unit, decimals=decimals)
    return Ask(name=name, words=words, control=control, likely=Decimal(0), letters=FEW_LETTERS, **more)


def count(name: str, words: str, unit: str = "", **more: Any) -> Ask:
    """A whole figure."""
    return figure(name, words, unit, decimals=0, read=int, **more)


def score(name: str, words: str, theme: Theme, **more: Any) -> Ask:
    """A pain score in whole tenths."""
    return Ask(name=name, words=words, control=ScoreField(theme), likely=0, **more)


def pairs(codes: Sequence[StrEnum], say: Callable[[Any], str] = label) -> list[tuple[str, str]]:
    """Codes with their names, as a choice takes them."""
    return [(code.value, heading(say(code))) for code in codes]


def one_of(name: str, words: str, kind: type[StrEnum], **more: Any) -> Ask:
    """One of many codes, from a list."""
    control = Choice(pairs(list(kind)), empty=t("Choose") if more.get("needed") else t("not recorded"))
    return Ask(name=name, words=words, control=control, read=kind, show=str, likely=next(iter(kind)), **more)


def few(name: str, words: str, kind: type[StrEnum], *, only: Sequence[StrEnum] = (), **more: Any) -> Ask:
    """One of up to five codes, all seen at once."""
    control = Segments(pairs(only or list(kind)))
    return Ask(name=name, words=words, control=control, read=kind, show=str, likely=next(iter(kind)), **more)


def yes_no(name: str, words: str, yes: str, no: str, **more: Any) -> Ask:
    """One of two, kept as true or false."""
    control = Segments([(YES, yes), (NO, no)])
    return Ask(name=name, words=words, control=control, read=YES.__eq__, show={True: YES, False: NO}.get, **more)


def yes_no_open(name: str, words: str, yes: str = "", no: str = "", unanswered: str = "", **more: Any) -> Ask:
    """Yes, no, or that nobody asked, which is never no; a line of a list."""
    control = OpenAnswer([(YES, yes or t("Yes")), (NO, no or t("No"))], unanswered=unanswered)
    show = {True: YES, False: NO}.get
    return Ask(name=name, words=words, control=control, read=YES.__eq__, show=show, aside=True, **more)


def state(name: str, words: str, codes: Sequence[StrEnum], **more: Any) -> Ask:
    """One of a few codes, or none; a line of a list."""
    control = OpenAnswer(pairs(codes), unanswered=t("Not yet"))
    return Ask(name=name, words=words, control=control, read=type(codes[0]), show=str, aside=True, **more)
