"""The look of the paper: its colours, sizes and the styles of its text."""

from dataclasses import dataclass
from enum import Enum

INK = "#1A2330"
MUTED = "#5A6677"
LINE = "#E1E6ED"
WASH = "#F4F6F9"
STAMP = "#EEF1F5"
ACCENT = "#0E6B80"
GOOD = "#2B7A4B"
WARN = "#9A5B00"
BAD = "#B02A23"


class Align(Enum):
    """Where the lines of a text stand; start and end follow the direction of its first letter."""

    START = "start"
    END = "end"
    LEFT = "left"
    RIGHT = "right"
    CENTRE = "centre"


class Tone(Enum):
    """What a notice means, beside its words."""

    PLAIN = ACCENT
    GOOD = GOOD
    WARN = WARN
    BAD = BAD


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How one paragraph of text looks; lengths in points."""

    size: float = 9.5
    leading: float = 1.38
    bold: bool = False
    colour: str = INK
    align: Align = Align.START
    before: float = 0
    after: float = 3
    keep_with_next: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a text that differs from its style, or that must not disturb the direction of what is beside it."""

    text: str
    bold: bool | None = None
    colour: str | None = None
    size: float | None = None
    apart: bool = False


BODY = Style()
SMALL = Style(size=8, colour=MUTED, after=2)
TITLE = Style(size=15, leading=1.25, bold=True, after=4, keep_with_next=True)
HEADING = Style(size=10.5, leading=1.3, bold=True, colour=ACCENT, before=9, after=3, keep_with_next=True)
LEAD = Style(size=11, leading=1.35, after=4)
CELL = Style(size=8.5, leading=1.3, after=0, align=Align.LEFT)
CELL_HEAD = Style(size=8, leading=1.3, bold=True, colour=MUTED, after=0, align=Align.LEFT)
LABEL = Style(size=8.5, leading=1.3, colour=MUTED, after=0, align=Align.LEFT)
VALUE = Style(size=9.5, leading=1.3, after=0, align=Align.LEFT)
RUNNING = Style(size=8, leading=1.2, colour=MUTED, after=0, align=Align.LEFT)
