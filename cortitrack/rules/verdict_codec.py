"""A verdict in the form in which it is kept: compact JSON, read back equal."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from cortitrack.rules.verdict import (
    AnaestheticPhase,
    Durability,
    Flag,
    Hint,
    Level,
    Mend,
    Reason,
    Rule,
    Verdict,
    VerdictKind,
    VerdictReason,
)

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def packed(verdict: Verdict) -> str:
    """The verdict as one line of text."""
    v = verdict
    return _encode(
        [
            v.injection_id,
            v.as_of,
            v.rule_set,
            v.kind,
            v.reason,
            v.durability,
            v.level,
            v.provisional,
            v.anaesthetic_phase,
            v.flags,
            v.hints,
            v.baseline,
            v.primary_value,
            v.durability_value,
            [(r.rule, r.found, r.needed, r.met, r.entries) for r in v.reasons],
            v.mend,
            v.stands_until,
        ]
    )


def unpacked(text: str) -> Verdict:
    """The verdict from `packed`.

    Raises:
        ValueError: where the text is not what `packed` makes.
    """
    (
        injection_id, as_of, rule_set, kind, reason, durability, level, provisional, numb, flags, hints,
        baseline, primary, lasting, reasons, mend, stands_until,
    ) = json.loads(text)  # fmt: skip
    return Verdict(
        injection_id=injection_id,
        as_of=as_of,
        rule_set=rule_set,
        kind=VerdictKind(kind),
        reason=None if reason is None else VerdictReason(reason),
        durability=None if durability is None else Durability(durability),
        level=None if level is None else Level(level),
        provisional=provisional,
        anaesthetic_phase=AnaestheticPhase(numb),
        flags=tuple(Flag(f) for f in flags),
        hints=tuple(Hint(h) for h in hints),
        baseline=baseline,
        primary_value=primary,
        durability_value=lasting,
        reasons=tuple(
            Reason(Rule(rule), found, needed, met, tuple(entries)) for rule, found, needed, met, entries in reasons
        ),
        mend=None if mend is None else Mend(mend),
        stands_until=stands_until,
    )


def reason_json(reason: Reason, shown: Mapping[int, str]) -> dict[str, Any]:
    """One reason for a machine to read; entries as the ids that people know."""
    return {
        "rule": reason.rule.value,
        "found": dict(reason.found),
        "needed": dict(reason.needed),
        "met": reason.met,
        "entries": [shown.get(entry, str(entry)) for entry in reason.entries],
    }
