"""What was tried besides injections, each kind of care in a line that fits the letter's first page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby

from cortitrack.domain.measure import Measure
from cortitrack.domain.medication import Medication, MedicationClass
from cortitrack.domain.procedure import Procedure
from cortitrack.domain.surgery import Surgery
from cortitrack.domain.therapy import TherapyKind, TherapySession
from cortitrack.domain.timeline import Timeline
from cortitrack.words.figures import day_short, dose, number, percent
from cortitrack.words.labels import heading, label
from cortitrack.words.letter_words import apart
from cortitrack.words.tongue import nt, t

AGAINST_PAIN = frozenset(MedicationClass) - {
    MedicationClass.ANTICOAGULANT,
    MedicationClass.CYP3A4_INHIBITOR,
    MedicationClass.OTHER,
}
EXCERPT = 60  # characters of a free text


def tried(timeline: Timeline, shown: int) -> list[tuple[str, str]]:
    """Kind of care and what came of it, newest first, at most `shown` of a kind; only what is recorded."""
    rows = [
        *((heading(label(kind)), sessions(of)) for kind, of in _by_kind(timeline.sessions)),
        (t("Medicines"), _few([medicine(m) for m in reversed(tried_medicines(timeline))], shown)),
        (t("Procedures"), _few([procedure(p) for p in reversed(timeline.procedures)], shown)),
        (t("Measures"), _few([measure(m) for m in reversed(timeline.measures)], shown)),
        (t("Operations"), _few([surgery(s) for s in reversed(timeline.surgeries)], shown)),
    ]
    return [(name, said) for name, said in rows if said]


def tried_medicines(timeline: Timeline) -> list[Medication]:
    """Those filed under this problem, and what the person takes against pain anyway."""
    here = timeline.problem.id
    return [m for m in timeline.medications if m.problem_id == here or m.medication_class in AGAINST_PAIN]


def untried(timeline: Timeline) -> str:
    """The kinds of care of which nothing is recorded."""
    names = {
        t("therapy"): timeline.sessions,
        t("medicines"): tried_medicines(timeline),
        t("procedures"): timeline.procedures,
        t("measures"): timeline.measures,
        t("operations"): timeline.surgeries,
    }
    return ", ".join(name for name, entries in names.items() if not entries)


def _by_kind(found: Sequence[TherapySession]) -> list[tuple[TherapyKind, list[TherapySession]]]:
    ordered = sorted(found, key=lambda s: list(TherapyKind).index(s.kind))
    return [(kind, list(of)) for kind, of in groupby(ordered, key=lambda s: s.kind)]


def _few(said: list[str], shown: int) -> str:
    more = len(said) - shown
    if more <= 0:
        return "; ".join(said)
    return "; ".join([*said[:shown], nt("{n} more in the annex", "{n} more in the annex", more)])


def sessions(found: Sequence[TherapySession]) -> str:
    """8 sessions, 12 Jan 2026 – 3 Mar 2026; 1 missed; adherence 60–80 %."""
    missed = sum(s.attended is False for s in found)
    count = nt("{n} session", "{n} sessions", len(found) - missed)
    parts = [
        t("{count}, {span}", count=count, span=_between(found[0].on, found[-1].on)),
        nt("{n} missed", "{n} missed", missed) if missed else "",
        _adherence([s.adherence_percent for s in found if s.adherence_percent is not None]),
    ]
    return "; ".join(filter(None, parts))


def _between(first: date, last: date) -> str:
    if first == last:
        return day_short(first)
    return t("{first} – {last}", first=day_short(first), last=day_short(last))


def _adherence(found: list[Decimal]) -> str:
    if not found:
        return t("adherence not recorded")
    low, high = min(found), max(found)
    said = percent(high) if low == high else t("{low}–{high}", low=number(int(low)), high=percent(high))
    return t("adherence {percent}", percent=said)


def medicine(found: Medication) -> str:
    """Ibuprofen 400 mg, 1 Feb 2026 – 1 Mar 2026: no effect."""
    name = " ".join(filter(None, (apart(found.drug), apart(found.dose) if found.dose else "")))
    when = _between(found.from_on, found.to_on) if found.to_on else t("since {date}", date=day_short(found.from_on))
    effect = apart(excerpt(found.effect)) if found.effect else t("effect not recorded")
    return t("{name}, {when}: {effect}", name=name, when=when, effect=effect)


def procedure(found: Procedure) -> str:
    """PRP, 3 Mar 2026: relief 30 %."""
    name = " ".join(filter(None, (label(found.kind), apart(found.target) if found.target else "")))
    relief = relief_words(found) or t("relief not recorded")
    steroid = t("with {steroid}", steroid=apart(found.steroid)) if found.steroid else ""
    steroid = " ".join(filter(None, (steroid, dose(found.steroid_mg, "mg"))))
    what = ", ".join(filter(None, (heading(name), steroid, day_short(found.on))))
    return t("{what}: {relief}", what=what, relief=relief)


def relief_words(found: Procedure) -> str:
    """Relief 30 % for 6 hours; empty where none was asked."""
    if found.relief_percent is None:
        return ""
    relief = t("relief {percent}", percent=percent(found.relief_percent))
    if found.relief_hours is None:
        return relief
    return t("{relief} for {hours} hours", relief=relief, hours=number(found.relief_hours))


def measure(found: Measure) -> str:
    """Brace, 12 Jan 2026 – 3 Mar 2026."""
    value = (
        ""
        if found.value is None
        else f"{number(found.value)} {apart(found.unit)}"
        if found.unit
        else number(found.value)
    )
    when = _between(found.on, found.to_on) if found.to_on else t("from {date}", date=day_short(found.on))
    what = " ".join(filter(None, (heading(label(found.kind)), value)))
    note = apart(excerpt(found.note)) if found.note else ""
    return ", ".join(filter(None, (what, when, note)))


def surgery(found: Surgery) -> str:
    """Arthroscopy, 3 Mar 2026: outcome."""
    planned = label(found.status) if found.status and found.planned else ""
    what = ", ".join(filter(None, (heading(label(found.kind)), planned, day_short(found.on))))
    return t("{what}: {outcome}", what=what, outcome=apart(excerpt(found.outcome))) if found.outcome else what


def excerpt(text: str, limit: int = EXCERPT) -> str:
    """The beginning of a free text in one line; … says that there is more in the annex."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    return line[:limit].rsplit(" ", 1)[0] + "…"
