"""What the letter says of pathway and safety: whole entries for the annex, one line each for the first page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum

from cortitrack.domain.records import Fact
from cortitrack.domain.red_flag import RedFlag, RedFlagKind
from cortitrack.domain.risk import RiskKind
from cortitrack.domain.safety_answer import Answer, SafetyAnswer
from cortitrack.domain.timeline import Timeline
from cortitrack.rules.pathway import Pathway
from cortitrack.words.figures import day, day_short, number
from cortitrack.words.labels import field_name, heading, label
from cortitrack.words.letter_tried import excerpt
from cortitrack.words.letter_words import apart
from cortitrack.words.pathway_phrases import past_words, stage_words
from cortitrack.words.phrases import entry_value, entry_what
from cortitrack.words.safety_phrases import answer_words
from cortitrack.words.tongue import nt, t

SIGNS_SHOWN = 4
LONGEST_REASON = 110  # characters of a reason on the first page


def details(fact: Fact, fields: Iterable[str]) -> str:
    """Those of these fields that are filled in, each with its name, a line each."""
    found = ((field, getattr(fact, field)) for field in fields)
    lines = [
        t("{Name}: {value}", Name=heading(field_name(field)), value=_value(value))
        for field, value in found
        if value is not None and value != ""
    ]
    return "\n".join(lines)


def _value(value: object) -> str:
    if isinstance(value, bool):
        return t("yes") if value else t("no")
    if isinstance(value, StrEnum):
        return label(value)
    if isinstance(value, int | Decimal):
        return number(value)
    return day_short(value) if isinstance(value, date) else apart(str(value))


def stage(pathway: Pathway) -> str:
    """Where the problem stands, since when and why; empty where nobody has put it anywhere."""
    if pathway.move is None:
        return ""
    why = apart(excerpt(pathway.move.why, LONGEST_REASON))
    return t("{stage}: {why}", stage=stage_words(pathway), why=why)


def past_the_stages(pathway: Pathway) -> str:
    """What goes past the stages, a sign that speaks for two reasons once; empty where nothing does."""
    said: list[str] = []
    seen: set[int] = set()
    for one in pathway.past_the_stages:
        if not seen.issuperset(one.entries):
            said.append(past_words(one))
            seen.update(one.entries)
    more = len(said) - SIGNS_SHOWN
    if more > 0:
        said[SIGNS_SHOWN:] = [nt("{n} more in the annex.", "{n} more in the annex.", more)]
    return " ".join(said)


def overrides(answers: Sequence[SafetyAnswer], shown: int) -> str:
    """The stops that were overridden, the latest first; how many more stand in the annex."""
    found = [answer for answer in reversed(answers) if answer.answer is Answer.OVERRIDDEN]
    lines = [excerpt(answer_words(answer), 2 * LONGEST_REASON) for answer in found[:shown]]
    more = len(found) - shown
    if more > 0:
        lines.append(nt("{n} more in the annex", "{n} more in the annex", more))
    return "; ".join(lines)


def flags_found(flags: Sequence[RedFlag]) -> list[str]:
    """The screen: what stands, what was there and is resolved, what was looked for and not found, what nobody did."""
    last = {one.flag: one for one in sorted(flags, key=lambda one: (one.on, one.id))}
    there = [one for one in last.values() if one.present]
    absent = [one for one in last.values() if not one.present]
    lines = [_present(one) for one in there]
    for on in sorted({one.on for one in absent}, reverse=True):
        names = ", ".join(label(one.flag) for one in absent if one.on == on)
        lines.append(t("Looked for and not found on {date}: {flags}.", date=day(on), flags=names))
    unknown = [label(kind) for kind in RedFlagKind if kind not in last]
    if last and unknown:
        lines.append(t("Not looked for, as far as is recorded: {flags}.", flags=", ".join(unknown)))
    return lines


def _present(flag: RedFlag) -> str:
    said = t("Found on {date}: {flag}", date=day(flag.on), flag=label(flag.flag))
    if flag.resolved_on is not None:
        said = t("{found}, resolved on {date}", found=said, date=day(flag.resolved_on))
    return f"{said}. {apart(flag.note)}" if flag.note else f"{said}."


def allergies(timeline: Timeline, today: date) -> str:
    """What is recorded of allergies, on the person's card and among the risks; empty where nothing is."""
    risks = [one for one in timeline.risks if one.kind is RiskKind.ALLERGY and one.holds_on(today)]
    told = [timeline.patient.allergies, *(one.detail or one.note or label(one.kind) for one in risks)]
    return "; ".join(dict.fromkeys(filter(None, map(str.strip, told))))


def thinners(timeline: Timeline, today: date) -> str:
    """Anticoagulants and antiplatelets among the risks; empty where there are none."""
    kinds = {RiskKind.ANTICOAGULANT, RiskKind.ANTIPLATELET}
    found = [one for one in timeline.risks if one.kind in kinds and one.holds_on(today)]
    return "; ".join(" ".join(filter(None, (entry_what(one), entry_value(one)))) for one in found)
