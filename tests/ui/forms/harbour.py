"""A small clinic with one person, and all that a form is given."""

import random
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from cortitrack.domain.anatomy import Guidance, Side, Site, Target
from cortitrack.domain.clinic import Clinic
from cortitrack.domain.injection import Drug, Injection
from cortitrack.domain.pain import PainScore
from cortitrack.domain.patient import Patient
from cortitrack.domain.problem import Problem
from cortitrack.domain.therapy import TherapyKind, TherapySession
from cortitrack.services.clinics import Bench, create
from cortitrack.services.desk import Desk
from cortitrack.ui.background import Background
from cortitrack.ui.messages import WindowMessages
from cortitrack.ui.news import News
from cortitrack.ui.surroundings import Surroundings
from cortitrack.ui.theme import Theme
from cortitrack.ui.widgets.chart_libraries import ChartLibraries

TODAY = date(2026, 3, 18)
MARTA, KNEE, SHOULDER, GIVEN = 1, 2, 3, 4


def bench() -> Bench:
    """A clock that stands still and randomness that repeats."""
    noon = datetime(TODAY.year, TODAY.month, TODAY.day, 12, tzinfo=UTC)
    return Bench(now=lambda: noon, random_bits=random.Random(7).getrandbits, user="R. Osei", fonts=Path())


def clinic(folder: Path) -> Desk:
    """A knee that was injected and has a fresh score, and a shoulder without any."""
    desk = create(folder / "harbour.cortitrack", Clinic(name="Harbour Clinic", clinician="Dr R. Osei"), bench())
    desk.record.add(
        Patient(
            id=MARTA,
            family_name="Alvarez-Quinn",
            given_name="Marta",
            birth_date=date(1968, 3, 4),
            record_number="20418",
            phone="030 555 0142",
        ),
        Problem(id=KNEE, patient_id=MARTA, site=Site.KNEE, side=Side.RIGHT, diagnosis="osteoarthritis"),
        Problem(id=SHOULDER, patient_id=MARTA, site=Site.SHOULDER, side=Side.LEFT, diagnosis="bursitis"),
        Injection(
            id=GIVEN,
            problem_id=KNEE,
            given_on=date(2026, 1, 12),
            drug=Drug.TRIAMCINOLONE_ACETONIDE,
            dose_mg=Decimal(40),
            volume_ml=Decimal(1),
            anaesthetic="lidocaine 1 %",
            anaesthetic_ml=Decimal(4),
            guidance=Guidance.ULTRASOUND,
            target=Target.JOINT,
            approach="superolateral",
            operator="R. Osei",
        ),
        PainScore(id=5, problem_id=KNEE, on=date(2026, 1, 12), tenths=80),
        PainScore(id=6, problem_id=KNEE, on=TODAY - timedelta(days=3), tenths=70),
        TherapySession(
            id=7, problem_id=KNEE, on=date(2026, 3, 2), kind=TherapyKind.PT, attended=True, therapist="L. Brandt"
        ),
    )
    return desk


def surroundings(desk: Desk, theme: Theme, background: Background) -> Surroundings:
    """All that a form is given."""
    return Surroundings(
        desk=desk,
        theme=theme,
        messages=WindowMessages(theme),
        news=News(),
        background=background,
        libraries=ChartLibraries(background),
        calendar=lambda: TODAY,
    )
