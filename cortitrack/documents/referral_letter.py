"""The referral letter: one page for the reader with a minute, then the annex with the evidence."""

from __future__ import annotations

from datetime import datetime, time

from cortitrack.documents.letter_annex import annex
from cortitrack.documents.letter_facts import LetterFacts
from cortitrack.documents.letter_page_one import page_one
from cortitrack.documents.sheet import Imprint, Paper, Sheet
from cortitrack.documents.typefaces import Fonts
from cortitrack.words import letter_words as words
from cortitrack.words.labels import side_site
from cortitrack.words.letter_words import Part, part
from cortitrack.words.tongue import language


def write_letter(fonts: Fonts, facts: LetterFacts, paper: Paper = Paper.A4) -> bytes:
    """Return the letter as a PDF file; the same facts give the same bytes."""
    sheet = Sheet(fonts, paper=paper)
    story = [*page_one(sheet, facts, sheet.height), sheet.new_page(), *annex(sheet, facts)]
    return sheet.pdf(story, _imprint(facts))


def _imprint(facts: LetterFacts) -> Imprint:
    patient, clinic = facts.timeline.patient, facts.clinic
    place = side_site(facts.timeline.problem)
    return Imprint(
        title=words.called(part(Part.LETTER), place),
        author=clinic.clinician or clinic.name,
        language=language(),
        patient=patient.name,
        identity=words.identity(patient, facts.shown_patient_id),
        running=words.running(place, facts.referral.draft),
        foot=words.foot(clinic.name, clinic.call_back, facts.software),
        page_of=words.page_of,
        stamp=part(Part.DRAFT) if facts.referral.draft else "",
        program=facts.software,
        made_at=datetime.combine(facts.today, time()),
    )
