"""Where in the body: sites, sides and the structures a needle aims at."""

from __future__ import annotations

from enum import StrEnum


class Site(StrEnum):
    """A joint or region that can hold a problem."""

    SHOULDER = "shoulder"
    ACROMIOCLAVICULAR = "acromioclavicular"
    ELBOW = "elbow"
    WRIST = "wrist"
    HAND = "hand"
    FINGER = "finger"
    THUMB_BASE = "thumb_base"
    HIP = "hip"
    TROCHANTER = "trochanter"
    KNEE = "knee"
    PATELLAR_TENDON = "patellar_tendon"
    ANKLE = "ankle"
    ACHILLES = "achilles"
    HEEL = "heel"
    FOOT = "foot"
    SACROILIAC = "sacroiliac"
    CERVICAL_SPINE = "cervical_spine"
    THORACIC_SPINE = "thoracic_spine"
    LUMBAR_SPINE = "lumbar_spine"
    OTHER = "other"


class Side(StrEnum):
    """Which side of the body."""

    LEFT = "left"
    RIGHT = "right"
    MIDLINE = "midline"


class Target(StrEnum):
    """The structure an injection was aimed at."""

    JOINT = "joint"
    BURSA = "bursa"
    TENDON_SHEATH = "tendon_sheath"
    TENDON = "tendon"
    SOFT_TISSUE = "soft_tissue"
    EPIDURAL = "epidural"
    FACET = "facet"
    NERVE = "nerve"
    OTHER = "other"


class Region(StrEnum):
    """Where and which way into the epidural space; recorded of an epidural only."""

    CERVICAL_INTERLAMINAR = "cervical_interlaminar"
    CERVICAL_TRANSFORAMINAL = "cervical_transforaminal"
    THORACIC_INTERLAMINAR = "thoracic_interlaminar"
    THORACIC_TRANSFORAMINAL = "thoracic_transforaminal"
    LUMBAR_INTERLAMINAR = "lumbar_interlaminar"
    LUMBAR_TRANSFORAMINAL = "lumbar_transforaminal"
    CAUDAL = "caudal"


class Guidance(StrEnum):
    """How the needle was guided."""

    NONE = "none"
    ULTRASOUND = "ultrasound"
    FLUOROSCOPY = "fluoroscopy"
    CT = "ct"
    UNKNOWN = "unknown"

    @property
    def by_image(self) -> bool:
        """Whether an image showed the needle's way."""
        return self in {Guidance.ULTRASOUND, Guidance.FLUOROSCOPY, Guidance.CT}
