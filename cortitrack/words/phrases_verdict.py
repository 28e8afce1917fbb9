"""What a verdict says: headline, status, flags, hints and the act that would mend it."""

from __future__ import annotations

from collections.abc import Mapping

from cortitrack.domain.override import Override
from cortitrack.rules.verdict import Durability, Flag, Hint, Mend, Verdict, VerdictKind, VerdictReason
from cortitrack.words.figures import day
from cortitrack.words.labels import label
from cortitrack.words.tongue import t

HEADLINES: Mapping[tuple[VerdictKind, VerdictReason | None], str] = {
    (VerdictKind.INSUFFICIENT_DATA, None): "Cannot judge: scores are missing",
    (VerdictKind.INSUFFICIENT_DATA, VerdictReason.NO_BASELINE): "Cannot judge: no score before the injection",
    (VerdictKind.INSUFFICIENT_DATA, VerdictReason.STALE_BASELINE): (
        "Cannot judge: the score before the injection is too old"
    ),
    (VerdictKind.INSUFFICIENT_DATA, VerdictReason.LOW_BASELINE): (
        "Cannot judge: pain was low before, and no overall impression was asked"
    ),
    (VerdictKind.INSUFFICIENT_DATA, VerdictReason.NO_FOLLOW_UP): "Cannot judge: no score afterwards",
    (VerdictKind.INSUFFICIENT_DATA, VerdictReason.OUTSIDE_WINDOWS): (
        "Cannot judge: no score lies in a follow-up window"
    ),
    (VerdictKind.CONFOUNDED, None): "Cannot judge: other treatment overlaps",
    (VerdictKind.CONFOUNDED, VerdictReason.SAME_DAY_INTERVENTION): ("Cannot judge: another treatment on the same day"),
    (VerdictKind.CONFOUNDED, VerdictReason.NO_SCORE_BEFORE_REINTERVENTION): (
        "Cannot judge: no score before the next treatment"
    ),
    (VerdictKind.CONFOUNDED, VerdictReason.REINTERVENTION_WHILE_BETTER): ("Cannot judge: treated again while better"),
    (VerdictKind.TOO_EARLY, None): "Too early to judge",
    (VerdictKind.AWAITING_DATA, None): "Awaiting a follow-up score",
    (VerdictKind.AWAITING_DATA, VerdictReason.DUE): "Awaiting the follow-up score",
    (VerdictKind.AWAITING_DATA, VerdictReason.OVERDUE): "The follow-up score is overdue",
    (VerdictKind.AWAITING_DATA, VerdictReason.PRIMARY_MISSED): ("Follow-up score missed: a later one can still judge"),
    (VerdictKind.RESPONDED, None): "Responded",
    (VerdictKind.RESPONDED, VerdictReason.PGIC): "Responded, by the patient’s overall impression",
    (VerdictKind.PARTIAL, None): "Partly helped: less than a response",
    (VerdictKind.PARTIAL, VerdictReason.PGIC): "Partly helped, by the patient’s overall impression",
    (VerdictKind.FAILED_SHORT_LIVED, None): "Failed: relief did not last",
    (VerdictKind.FAILED_SHORT_LIVED, VerdictReason.REINTERVENTION): (
        "Failed: relief was gone before the next treatment"
    ),
    (VerdictKind.FAILED_WORSENED, None): "Failed: pain is worse than before",
    (
        VerdictKind.FAILED_WORSENED,
        VerdictReason.REINTERVENTION,
    ): "Failed: pain was worse before the next treatment",
    (VerdictKind.FAILED_WORSENED, VerdictReason.PGIC): "Failed: worse, by the patient’s overall impression",
    (VerdictKind.FAILED_WORSENED, VerdictReason.PGIC_CEILING): (
        "Failed: worse overall, with no room left on the pain scale"
    ),
    (VerdictKind.FAILED_NO_RESPONSE, None): "Failed: no response",
    (VerdictKind.FAILED_NO_RESPONSE, VerdictReason.REINTERVENTION): ("Failed: no response before the next treatment"),
    (VerdictKind.FAILED_NO_RESPONSE, VerdictReason.PGIC): ("Failed: unchanged, by the patient’s overall impression"),
    (VerdictKind.FAILED_NO_LASTING_BENEFIT, None): "Failed: no lasting benefit",
}

RESPONDED: Mapping[Durability, str] = {
    Durability.PENDING: "Responded; how long it lasts is still open",
    Durability.SUSTAINED: "Responded, and relief lasted",
    Durability.WANING: "Responded, then relief wore off",
    Durability.CENSORED: "Responded, until another treatment followed",
    Durability.UNKNOWN: "Responded; how long it lasted is not known",
    Durability.NOT_JUDGED: "Responded",
}

DURABILITIES: Mapping[Durability, str] = {
    Durability.PENDING: "The second follow-up window is still open.",
    Durability.SUSTAINED: "Relief was still there in the second follow-up window, or lasted long enough.",
    Durability.WANING: "Relief was no longer a response in the second follow-up window.",
    Durability.CENSORED: "Another treatment followed before it could be seen how long relief lasts.",
    Durability.UNKNOWN: "No score tells how long relief lasted.",
    Durability.NOT_JUDGED: "From a low start the duration is not judged.",
}

FLAGS: Mapping[Flag, tuple[str, str]] = {
    Flag.LOW_BASELINE: (
        "Low pain before the injection",
        "There was little room to fall, so a plain change or the overall impression decides.",
    ),
    Flag.CARRY_OVER: (
        "Earlier treatment may carry over",
        "Another treatment in the weeks before may still have been at work.",
    ),
    Flag.CEILING: (
        "Near the top of the scale",
        "Pain was so high before that the scale has no room to show that it got worse.",
    ),
    Flag.CO_INTERVENTION: (
        "Treatment alongside",
        "Therapy, medicines or other measures ran alongside and may have a share in the course.",
    ),
    Flag.DELAYED: (
        "Response came late",
        "The first follow-up window was partial; the response came in the second.",
    ),
    Flag.EARLY_BASIS: (
        "Rests on early scores",
        "No follow-up window holds a score, so the scores of the first weeks decide.",
    ),
    Flag.FLARE: ("Flare after the injection", "Pain rose in the first days after the injection."),
    Flag.FLUCTUATING: (
        "Pain goes up and down",
        "Better early, not in the first follow-up window, better again in the second.",
    ),
    Flag.LATE_IMPROVEMENT: (
        "Better later",
        "Pain fell only in the second follow-up window; that is not credited to the injection.",
    ),
    Flag.LATE_RELAPSE: (
        "Pain came back later",
        "Relief ended after the second follow-up window, which is the natural course.",
    ),
    Flag.LATE_WORSE: (
        "Worse later",
        "After the second follow-up window pain was worse than before the injection.",
    ),
    Flag.PARTIAL_LOST: (
        "Partial relief was lost",
        "Partial relief in the first follow-up window was gone in the second.",
    ),
    Flag.PGIC_DISCORDANT: (
        "Overall impression disagrees",
        "The patient’s overall impression points another way than the pain scores; the scores decide.",
    ),
    Flag.PRIMARY_MISSING: (
        "First follow-up missed",
        "No score was taken in the first follow-up window.",
    ),
    Flag.PROLONGED_FLARE: (
        "Prolonged flare",
        "Pain was still clearly higher several days after the injection; infection is one cause to exclude.",
    ),
    Flag.REBOUND_WORSE: (
        "Worse than before",
        "After relief, pain rose clearly above the level before the injection.",
    ),
    Flag.RECALL_BASED: (
        "Rests on recall",
        "The patient’s memory of relief decides, because no score was taken in time.",
    ),
    Flag.REINTERVENTION: (
        "Treated again",
        "Another treatment followed within the follow-up; scores after it do not count.",
    ),
    Flag.WANING: ("Relief is wearing off", "A response was seen, but less is left of it."),
    Flag.WORSE_SCORE: (
        "A worse score",
        "At least one later score lies clearly above the level before the injection.",
    ),
}

HINTS: Mapping[Hint, tuple[str, str]] = {
    Hint.ANAESTHETIC_UNKNOWN: (
        "What the local anaesthetic did is not known.",
        "Next time: pain on the provoking movement before and within hours after the injection.",
    ),
    Hint.COURSE_UNKNOWN: (
        "Whether there was relief in between is not known.",
        "Ask for the recall: best relief in percent, and for how many weeks.",
    ),
    Hint.MECHANICAL_DRIVER: (
        "A mechanical cause that an injection cannot mend.",
        "Rehabilitation, load, brace, weight.",
    ),
    Hint.NOT_INFLAMMATORY: (
        "Inflammation may not be the driver.",
        "Mechanical, degenerative or neuropathic causes; imaging for a tear or compression.",
    ),
    Hint.OPTIMISE_CONSERVATIVE: (
        "Some benefit: conservative care may have room left.",
        "Conservative care to its full extent.",
    ),
    Hint.RED_FLAG_REVIEW: (
        "Pain is worse: a clinician looks at this now.",
        "Infection, tendon rupture, rapid joint destruction, subchondral fracture.",
    ),
    Hint.SOURCE_ELSEWHERE: (
        "The pain may come from elsewhere.",
        "The diagnosis; referred pain (spine to shoulder or leg); MRI or CT.",
    ),
    Hint.TECHNIQUE: (
        "The needle may have missed its target.",
        "Needle placement under ultrasound or fluoroscopy.",
    ),
}

MENDS: Mapping[Mend, str] = {
    Mend.RECORD_BASELINE: "Record the pain score from before the injection, if it stands in the notes.",
    Mend.RECORD_SCORE: "Ask for a pain score and record it.",
    Mend.FIND_SCORE: "Look in the notes for a pain score of those weeks and record it with its date.",
    Mend.RECORD_IMPRESSION: "Ask for the overall impression (PGIC) and record it.",
    Mend.ASK_RECALL: "Ask for the recall: best relief in percent, and for how many weeks.",
    Mend.WAIT: "Nothing is missing; the first follow-up window has not begun.",
}


def headline(verdict: Verdict) -> str:
    """The verdict in one line: Failed: relief did not last."""
    if verdict.kind is VerdictKind.RESPONDED and verdict.durability and not verdict.reason:
        return t(RESPONDED[verdict.durability])
    return t(HEADLINES.get((verdict.kind, verdict.reason)) or HEADLINES[verdict.kind, None])


def status(verdict: Verdict) -> str:
    """How firm it stands, and by which rules: final · rule set 2026-1."""
    rules = t("rule set {version}", version=verdict.rule_set)
    if not verdict.kind.judged:
        return t("no judgement · {rules}", rules=rules)
    if verdict.provisional:
        return t("provisional · {rules}", rules=rules)
    return t("final · {rules}", rules=rules)


def durability(verdict: Verdict) -> str:
    """How long a response lasted, as a sentence; empty where that is no question."""
    return "" if verdict.durability is None else t(DURABILITIES[verdict.durability])


def flag(code: Flag) -> str:
    """The flag in a few words."""
    return t(FLAGS[code][0])


def flag_why(code: Flag) -> str:
    """What raised the flag, as a sentence."""
    return t(FLAGS[code][1])


def hint(code: Hint) -> str:
    """The hint as a sentence; it stands under `hint_label`."""
    return t(HINTS[code][0])


def hint_look(code: Hint) -> str:
    """What to look at again."""
    return t(HINTS[code][1])


def hint_label() -> str:
    """What stands over every hint."""
    return t("Hint, weak evidence")


def mend(code: Mend) -> str:
    """The one act that would make the injection judgeable."""
    return t(MENDS[code])


def override(entry: Override) -> str:
    """The clinician's judgement beside the computed one."""
    return t(
        "{clinician} on {date}: {judgement}. {why}",
        clinician=entry.clinician,
        date=day(entry.on),
        judgement=label(entry.judgement),
        why=entry.why,
    )


def not_a_device() -> str:
    """What stands wherever a verdict is printed."""
    return t(
        "A verdict describes the course of pain after an injection; it proves no cause. "
        "CortiTrack supports a health professional who reviews its basis. It is not a medical device."
    )
