"""The tone and the shape in which a verdict is shown, so that it looks the same wherever it stands."""

from __future__ import annotations

from typing import NamedTuple

from cortitrack.rules.verdict import VerdictKind


class Look(NamedTuple):
    """A role of the palette and the name of an icon; words stand beside both."""

    tone: str
    icon: str


_GOOD = Look("good", "done")
_PART = Look("warn", "warn")
_FAILED = Look("bad", "stop")
_WAITING = Look("accent", "today")
_UNSURE = Look("muted", "unsure")
NOTHING = Look("muted", "open")

_LOOKS = {
    VerdictKind.RESPONDED: _GOOD,
    VerdictKind.PARTIAL: _PART,
    VerdictKind.TOO_EARLY: _WAITING,
    VerdictKind.AWAITING_DATA: _WAITING,
    VerdictKind.INSUFFICIENT_DATA: _UNSURE,
    VerdictKind.CONFOUNDED: _UNSURE,
}


def look(kind: VerdictKind | None) -> Look:
    """How a verdict looks; None stands for a problem without an injection."""
    if kind is None:
        return NOTHING
    return _FAILED if kind.failed else _LOOKS[kind]
