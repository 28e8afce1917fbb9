"""Where the patient's impression contradicts the scores: the verdict stands, and says so."""

from __future__ import annotations

from cortitrack.domain.course import Said
from cortitrack.rules.numbers import Numbers
from cortitrack.rules.verdict import Level


def discordant(level: Level, said: Said | None, n: Numbers) -> bool:
    """Whether an impression of the window that decides speaks against its level."""
    if said is None or said.pgic is None:
        return False
    improved = said.pgic <= n.pgic_improved
    if level.responds:
        return said.pgic >= n.pgic_contradicts
    if level.poor:
        return improved
    return improved or said.pgic > n.pgic_unchanged
