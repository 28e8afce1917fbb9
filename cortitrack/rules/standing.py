"""How an injection stands judged: the computed verdict, or the clinician's own judgement where there is one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cortitrack.domain.injection import Injection
from cortitrack.domain.override import Judgement
from cortitrack.domain.timeline import Timeline
from cortitrack.rules.verdict import Verdict, VerdictKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What is held of one injection; `judgement` None: it cannot be judged, or not yet."""

    injection: Injection
    judgement: Judgement | None
    code: str
    verdict: Verdict | None
    entries: tuple[int, ...]

    @property
    def failed(self) -> bool:
        """Whether it failed."""
        return self.judgement is Judgement.FAILED

    @property
    def asks_why(self) -> bool:
        """Whether it failed or helped only in part."""
        return self.judgement in {Judgement.FAILED, Judgement.PARTIAL}


def standings(timeline: Timeline, verdicts: Mapping[int, Verdict]) -> tuple[Standing, ...]:
    """How the injections of a problem stand, oldest first."""
    own = {override.injection_id: override for override in sorted(timeline.overrides, key=lambda o: (o.on, o.id))}
    found = []
    for injection in sorted(timeline.injections, key=lambda one: (one.given_on, one.id)):
        verdict, override = verdicts.get(injection.id), own.get(injection.id)
        if override is not None:
            judgement: Judgement | None = override.judgement
            judgement = None if judgement is Judgement.CANNOT_JUDGE else judgement
            entries: tuple[int, ...] = (injection.id, override.id)
            code = override.judgement.value
        else:
            judgement, entries = None if verdict is None else judgement_of(verdict.kind), (injection.id,)
            code = "" if verdict is None else verdict.kind.value
        found.append(Standing(injection=injection, judgement=judgement, code=code, verdict=verdict, entries=entries))
    return tuple(found)


def judgement_of(kind: VerdictKind) -> Judgement | None:
    """A verdict in the terms of a clinician's judgement; None where it judges nothing."""
    if kind.failed:
        return Judgement.FAILED
    return {VerdictKind.RESPONDED: Judgement.RESPONDED, VerdictKind.PARTIAL: Judgement.PARTIAL}.get(kind)
