"""The verbs that carry records in and out: import, export."""

from __future__ import annotations

from dataclasses import asdict

from cortitrack.domain.records import RecordKind
from cortitrack.services.transfer import ImportReport, Refusal
from cortitrack.verbs.call import Call
from cortitrack.words.labels import heading, record_kind
from cortitrack.words.phrases import refusal as refusal_words
from cortitrack.words.tongue import nt, t


def carry_in(call: Call) -> int:
    """Take an archive into the clinic."""
    asked = call.asked
    with call.desk(to_write=True) as desk:
        report = desk.transfer.import_paths(
            asked.paths,
            dry_run=asked.dry_run,
            partial=asked.partial,
            progress=call.progress(t("Importing")),
        )
    if call.as_json:
        call.answer(_document(report))
    else:
        _say(call, report)
    if report.refused_whole:
        call.err.write(_refused_whole(report) + "\n")
    return 1 if report.refused_whole else 0


def _document(report: ImportReport) -> dict[str, object]:
    return {
        "kept": report.step is not None,
        "dry_run": report.dry_run,
        "counts": {kind.value: asdict(counts) for kind, counts in report.counts.items()},
        "refusals": [
            {
                "file": refusal.file,
                "row": refusal.row or None,
                "field": refusal.field,
                "code": refusal.why.value,
                "why": refusal_words(refusal.invalid),
            }
            for refusal in report.refusals
        ],
        "not_read": [{"file": one.file, "column": one.column or None} for one in report.not_read],
    }


def _say(call: Call, report: ImportReport) -> None:
    for kind, counts in report.counts.items():
        numbers = ", ".join(f"{name} {number}" for name, number in asdict(counts).items())
        call.say(f"{heading(record_kind(kind))}: {numbers}")
    for refusal in report.refusals:
        call.say(_line(refusal))
    for one in report.not_read:
        if one.column:
            call.say(t("{file}: the column {column} is not known and was not read.", file=one.file, column=one.column))
        else:
            call.say(t("{file} is not part of an archive and was not read.", file=one.file))


def _line(refusal: Refusal) -> str:
    why = refusal_words(refusal.invalid)
    if not refusal.row:
        return f"{refusal.file}: {why}"
    return t("{file}, row {row}: {why}", file=refusal.file, row=refusal.row, why=why)


def _refused_whole(report: ImportReport) -> str:
    return nt(
        "Refused for {n} reason; the clinic was not changed.",
        "Refused for {n} reasons; the clinic was not changed.",
        len(report.refusals),
    )


def carry_out(call: Call) -> int:
    """Write the clinic's records, or one person's, as an archive."""
    asked = call.asked
    with call.desk() as desk:
        person = None if asked.patient is None else desk.review.resolve(RecordKind.PATIENT, asked.patient)
        counts = desk.transfer.export_csv(asked.path, person, call.progress(t("Exporting")))
    call.say(t("Wrote {count} records to {path}.", count=sum(counts.values()), path=asked.path))
    return 0
