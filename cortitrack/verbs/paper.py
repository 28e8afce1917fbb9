"""The verbs that draw: chart, letter."""

from __future__ import annotations

from pathlib import Path

from cortitrack.domain.records import RecordKind
from cortitrack.domain.referral import Preset, Referral, Urgency
from cortitrack.verbs.call import Call
from cortitrack.verbs.refused import Refused
from cortitrack.words.tongue import nt, t


def chart(call: Call) -> int:
    """Draw the response chart into a file."""
    from cortitrack.documents.chart_file import FORMS, write_chart
    from cortitrack.documents.whole_file import PaperTrouble

    out: Path = call.asked.out
    if out.suffix.lower() not in FORMS:
        raise Refused(t("The chart can be written as .svg, .png or .pdf. Name the file so."))
    with call.desk() as desk:
        problem_id = desk.review.resolve(RecordKind.PROBLEM, call.asked.problem_id)
        timeline = desk.review.timeline(problem_id)
        found = desk.review.verdicts(problem_id)
        rules = desk.judging.rules()
    try:
        sentence = write_chart(out, timeline, found, rules, call.bench.today)
    except PaperTrouble as trouble:
        raise Refused(t("The disk refused {path}. Choose another place.", path=out)) from trouble
    call.say(sentence)
    call.say(t("Wrote {path}.", path=out))
    return 0


def letter(call: Call) -> int:
    """Write the referral letter."""
    asked = call.asked
    referral = Referral(
        to=asked.to,
        question=asked.question,
        urgency=Urgency(asked.urgency),
        urgency_reason=asked.urgency_reason,
        preset=Preset(asked.preset),
        draft=asked.draft,
    )
    with call.desk() as desk:
        problem_id = desk.review.resolve(RecordKind.PROBLEM, asked.problem_id)
        report = desk.letters.write(problem_id, referral, asked.out)
    call.say(nt("Wrote {path}: {n} page.", "Wrote {path}: {n} pages.", report.pages, path=report.path))
    return 0
