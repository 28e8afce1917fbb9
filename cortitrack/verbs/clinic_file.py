"""The verbs that make a clinic's file or look it over: init, demo, check."""

from __future__ import annotations

from cortitrack import paths
from cortitrack.domain.clinic import Clinic
from cortitrack.services import clinics
from cortitrack.services.demo import make
from cortitrack.verbs.call import Call
from cortitrack.words.labels import heading, record_kind
from cortitrack.words.tongue import t


def init(call: Call) -> int:
    """Make a new, empty clinic."""
    path = call.asked.file
    desk = clinics.create(path, Clinic(name=call.asked.name or path.stem), call.bench)
    desk.close()
    call.opened(path)
    call.say(t("Made the clinic {path}.", path=path))
    return 0


def make_demo(call: Call) -> int:
    """Make a clinic of made-up people."""
    asked = call.asked
    made = make(
        asked.file,
        call.bench,
        paths.resources() / "demo",
        patients=asked.patients,
        seed=asked.seed,
        as_of=asked.as_of,
        progress=call.progress(t("Making up people")),
    )
    call.opened(asked.file)
    call.say(
        t(
            "Made the clinic {path}: {people} made-up people, {injections} injections.",
            path=asked.file,
            people=made.patients,
            injections=made.injections,
        )
    )
    return 0


def check(call: Call) -> int:
    """Say whether the file is whole."""
    with call.desk() as desk:
        health = clinics.check(desk)
    if call.as_json:
        call.answer(
            {
                "whole": health.whole,
                "findings": list(health.findings),
                "schema": health.schema,
                "counts": {kind.value: count for kind, count in health.counts.items()},
                "steps": health.steps,
                "last_backup": None,
            }
        )
        return 0 if health.whole else 1
    for finding in health.findings:
        call.err.write(finding + "\n")
    call.say(t("The file is whole.") if health.whole else t("The file is damaged. Restore the last backup."))
    for kind, count in health.counts.items():
        call.say(f"{heading(record_kind(kind))}: {count}")
    return 0 if health.whole else 1
