"""Which structure is meant where the codes leave it open: read from target, diagnosis and approach."""

from __future__ import annotations

from cortitrack.domain.anatomy import Site, Target
from cortitrack.rules.drug_names import named
from cortitrack.rules.safety_case import Case

_TENDONS = (
    ("achilles", ("achill", "calcaneal tendon")),
    ("patellar", ("patellar tend", "patella tendin", "patellar ligament", "jumper")),
    ("quadriceps", ("quadriceps",)),
    ("tibialis_posterior", ("tibialis posterior", "posterior tibial", "tibial posterior", "pttd")),
)
_TENDON_SITES = {Site.ACHILLES: "achilles", Site.PATELLAR_TENDON: "patellar"}
_OPEN_SITES = frozenset({Site.KNEE, Site.ANKLE, Site.FOOT, Site.HEEL})
_NOT_A_TENDON = frozenset({Target.JOINT, Target.BURSA, Target.EPIDURAL, Target.FACET})
_INTO_TENDON = frozenset({Target.TENDON, Target.TENDON_SHEATH})
_EPICONDYLE = ("epicondyl", "tennis elbow", "tennis-elbow", "golfer")
_MEDIAL = ("medial", "golfer", "m77.0")


def load_bearing_tendon(case: Case) -> tuple[str | None, bool]:
    """The tendon that must bear the body, if it is one; and whether which tendon it is remains open."""
    if case.target in _NOT_A_TENDON:
        return None, False
    if case.site in _TENDON_SITES:
        return _TENDON_SITES[case.site], False
    if case.site not in _OPEN_SITES:
        return None, False
    meant = next((tendon for tendon, names in _TENDONS if named(case.texts, names)), None)
    if meant is not None and (case.target in _INTO_TENDON or case.target in {None, Target.SOFT_TISSUE}):
        return meant, False
    return None, case.target in _INTO_TENDON


def epicondyle(case: Case) -> bool | None:
    """Whether it goes to an epicondyle; None: the record leaves it open."""
    if case.site is not Site.ELBOW or case.target in {Target.JOINT, Target.BURSA}:
        return False
    if named(case.texts, _EPICONDYLE) or case.view.problem.icd10.upper().startswith("M77"):
        return True
    if case.target in {Target.TENDON, Target.SOFT_TISSUE, Target.TENDON_SHEATH}:
        return True
    return None if case.target is None else False


def lateral(case: Case) -> bool:
    """Whether an epicondyle is the lateral one; it is unless the record says medial."""
    medial = named(f"{case.texts} {case.view.problem.icd10.casefold()}", _MEDIAL) is not None
    return not medial or "lateral" in case.texts


def plantar_fascia(case: Case) -> bool:
    """Whether it goes to the plantar fascia: the heel, unless a joint or bursa is aimed at, or named at the foot."""
    if case.target in {Target.JOINT, Target.BURSA}:
        return False
    return case.site is Site.HEEL or (case.site is Site.FOOT and "plantar fasc" in case.texts)


def superficial(case: Case) -> str | None:
    """The superficial site it goes to (epicondyle, de_quervain, heel, thumb_base); "open" where that is not said."""
    if case.site in {Site.HEEL, Site.THUMB_BASE}:
        return case.site.value
    if case.site is Site.ELBOW:
        return {True: "epicondyle", None: "open", False: None}[epicondyle(case)]
    if case.site is not Site.WRIST:
        return None
    if case.target is Target.TENDON_SHEATH or "quervain" in case.texts:
        return "de_quervain"
    return "open" if case.target is None else None
