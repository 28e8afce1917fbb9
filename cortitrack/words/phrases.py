"""The one door to every sentence that is made from facts; each subject has a room of its own behind it."""

from __future__ import annotations

from cortitrack.words.entries import (
    done_name,
    entry_value,
    entry_what,
    injection_words,
    recorded_words,
    undo_name,
)
from cortitrack.words.phrases_course import course_sentence
from cortitrack.words.phrases_reason import pgic_words, reason_found, reason_needed, reason_title
from cortitrack.words.phrases_verdict import (
    durability,
    flag,
    flag_why,
    headline,
    hint,
    hint_label,
    hint_look,
    mend,
    not_a_device,
    override,
    status,
)
from cortitrack.words.refusals import refusal, trouble, value_words

__all__ = [
    "course_sentence",
    "done_name",
    "durability",
    "entry_value",
    "entry_what",
    "flag",
    "flag_why",
    "headline",
    "hint",
    "hint_label",
    "hint_look",
    "injection_words",
    "mend",
    "not_a_device",
    "override",
    "pgic_words",
    "reason_found",
    "reason_needed",
    "reason_title",
    "recorded_words",
    "refusal",
    "status",
    "trouble",
    "undo_name",
    "value_words",
]
