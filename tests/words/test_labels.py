"""Every code, field and number of the rule set has a name."""

from __future__ import annotations

import inspect
from dataclasses import fields
from enum import StrEnum

import pytest

from cortitrack.domain import (
    anatomy,
    consultation,
    course,
    imaging,
    incident,
    injection,
    measure,
    medication,
    override,
    pain,
    pathway,
    patient,
    procedure,
    reassessment,
    records,
    red_flag,
    referral,
    risk,
    safety_answer,
    steps,
    surgery,
    therapy,
)
from cortitrack.domain.anatomy import Side, Site
from cortitrack.domain.clinic import Clinic
from cortitrack.domain.instruments import INSTRUMENTS
from cortitrack.domain.problem import Problem
from cortitrack.domain.records import FACT_TYPES
from cortitrack.domain.referral import Referral
from cortitrack.rules import ruleset, verdict
from cortitrack.words.field_names import INSTRUMENT_NAMES
from cortitrack.words.labels import field_name, label, problem_name, side_site

ROOMS = (
    anatomy, course, imaging, incident, injection, measure, medication, override, pain, patient, procedure,
    records, referral, steps, surgery, therapy, ruleset, verdict, consultation, pathway, reassessment, red_flag, risk,
    safety_answer,
)  # fmt: skip
ENUMS = sorted(
    {
        thing
        for room in ROOMS
        for _, thing in inspect.getmembers(room, inspect.isclass)
        if issubclass(thing, StrEnum) and thing is not StrEnum and thing.__name__ not in {"Why", "Trouble"}
    },
    key=lambda enum: enum.__name__,
)


@pytest.mark.parametrize("enum", ENUMS)
def test_every_code_has_a_name(enum: type[StrEnum]) -> None:
    assert all(label(code).strip() for code in enum)


def test_names_of_one_kind_differ() -> None:
    allowed = {"Rule", "Unit"}  # an overlap and its absence carry one title; people read tenths as wholes
    for enum in ENUMS:
        names = [label(code) for code in enum]
        assert len(set(names)) == len(names) or enum.__name__ in allowed, enum


def test_codes_of_equal_spelling_have_their_own_names() -> None:
    assert label(Site.OTHER) == "other site"
    assert label(injection.Drug.OTHER) == "other corticosteroid"


def test_every_field_of_a_record_has_a_name() -> None:
    named = {field.name for kind in (*FACT_TYPES.values(), Clinic, Referral) for field in fields(kind)}
    assert not [name for name in named if field_name(name).startswith("“")]


def test_every_number_of_the_rule_set_has_a_name() -> None:
    names = [field_name(key) for key in ruleset.BY_KEY]
    assert not [name for name in names if name.startswith("“")]
    assert len(set(names)) == len(names)


def test_every_questionnaire_has_a_name() -> None:
    assert set(INSTRUMENT_NAMES) == set(INSTRUMENTS)


def test_the_side_is_spelt_out() -> None:
    knee = Problem(id=1, patient_id=2, site=Site.KNEE, side=Side.RIGHT, diagnosis="osteoarthritis")
    assert side_site(knee) == "RIGHT knee"
    assert problem_name(knee) == "RIGHT knee · osteoarthritis"
