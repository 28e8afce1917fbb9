"""All that a referral letter is made from, gathered once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from cortitrack.domain.clinic import Clinic
from cortitrack.domain.injection import Injection
from cortitrack.domain.medication import Medication
from cortitrack.domain.override import Override
from cortitrack.domain.problem import Problem
from cortitrack.domain.referral import Referral
from cortitrack.domain.timeline import Timeline
from cortitrack.rules.letter_gaps import Gap
from cortitrack.rules.pathway import Pathway
from cortitrack.rules.relief import Relief, reliefs
from cortitrack.rules.ruleset import RuleSet
from cortitrack.rules.sensitivity import at_other_cutoffs
from cortitrack.rules.surgery_window import earliest_arthroplasty, last_steroid
from cortitrack.rules.verdict import Verdict, VerdictKind


@dataclass(frozen=True, kw_only=True)
class LetterFacts:
    """What one letter says. Verdicts come newest injection first; `medications` are all those of the person."""

    clinic: Clinic
    referral: Referral
    timeline: Timeline
    verdicts: tuple[Verdict, ...]
    rules: RuleSet
    other_problems: tuple[tuple[Problem, Verdict | None], ...]
    medications: tuple[Medication, ...]
    today: date
    software: str
    shown_patient_id: str
    gaps: tuple[Gap, ...] = ()
    pathway: Pathway | None = None

    @cached_property
    def injections(self) -> tuple[Injection, ...]:
        """Those given by today, the latest first."""
        return tuple(i for i in reversed(self.timeline.injections) if i.given_on <= self.today)

    @cached_property
    def verdict_of(self) -> dict[int, Verdict]:
        """The verdicts by injection."""
        return {verdict.injection_id: verdict for verdict in self.verdicts}

    @cached_property
    def override_of(self) -> dict[int, Override]:
        """The clinician's judgement that stands, by injection."""
        return {override.injection_id: override for override in self.timeline.overrides}

    @cached_property
    def relief_of(self) -> dict[int, Relief]:
        """What pain did, by injection."""
        return reliefs(self.timeline.course(), self.today.toordinal(), self.rules)

    @cached_property
    def last_steroid(self) -> date | None:
        """The last corticosteroid at this site and side."""
        return last_steroid(self.timeline, [problem for problem, _ in self.other_problems], self.today)

    @property
    def earliest_arthroplasty(self) -> date | None:
        """From which day on the joint may be replaced, as far as injections go."""
        return None if self.last_steroid is None else earliest_arthroplasty(self.last_steroid, self.rules)

    @property
    def medicines_now(self) -> tuple[Medication, ...]:
        """All that the person takes, for whatever problem."""
        return tuple(m for m in self.medications if m.from_on <= self.today and (not m.to_on or m.to_on >= self.today))

    def other_cutoffs(self, injection_id: int) -> dict[int, VerdictKind]:
        """What other published cut-offs would say of an injection."""
        course = self.timeline.course()
        given = next(one for one in course.injections if one.id == injection_id)
        return at_other_cutoffs(course, given, self.today.toordinal(), self.rules)
