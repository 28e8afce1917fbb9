import sqlite3
import typing
from collections.abc import Iterator
from datetime import date, time
from decimal import Decimal
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cortitrack.db import facts
from cortitrack.db.migrate import scripts
from cortitrack.db.rows import columns, decimal_text, from_text, to_row, to_text
from cortitrack.db.tables import TABLES
from cortitrack.domain.errors import Invalid, Why
from cortitrack.domain.pain import PainScore
from cortitrack.domain.records import FACT_TYPES, RecordKind
from tests import clinics

KINDS = pytest.mark.parametrize("kind", list(RecordKind))


@pytest.fixture(scope="module")
def store() -> Iterator[sqlite3.Connection]:
    """The tables alone, without parents for the rows."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    for script in scripts().values():
        connection.executescript(script.read_text("utf-8"))
    yield connection
    connection.close()


@KINDS
@given(data=st.data())
def test_a_fact_comes_back_as_it_went_in(store: sqlite3.Connection, kind: RecordKind, data: st.DataObject) -> None:
    fact = data.draw(clinics.facts(kind))
    store.execute("BEGIN")
    try:
        facts.insert(store, fact, 1)
        assert facts.get(store, kind, fact.id) == fact
    finally:
        store.execute("ROLLBACK")


@KINDS
@given(data=st.data())
def test_a_corrected_fact_replaces_every_field(
    store: sqlite3.Connection, kind: RecordKind, data: st.DataObject
) -> None:
    one = data.draw(clinics.facts(kind, id=st.just(5)))
    other = data.draw(clinics.facts(kind, id=st.just(5)))
    store.execute("BEGIN")
    try:
        facts.insert(store, one, 1)
        facts.update(store, other, 2)
        assert facts.get(store, kind, 5) == other
        assert facts.corrected_in(store, kind, 5) == 2
    finally:
        store.execute("ROLLBACK")


@KINDS
@given(data=st.data())
def test_the_trail_gives_a_former_state_back(kind: RecordKind, data: st.DataObject) -> None:
    fact = data.draw(clinics.facts(kind))
    assert from_text(kind, to_text(kind, fact)) == fact


@KINDS
def test_the_table_knows_exactly_the_codes_of_the_domain(store: sqlite3.Connection, kind: RecordKind) -> None:
    schema = store.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (TABLES[kind].name,)).fetchone()[0]
    for field, hint in typing.get_type_hints(FACT_TYPES[kind]).items():
        for part in (hint, *typing.get_args(hint)):
            if isinstance(part, type) and issubclass(part, StrEnum):
                column = '"on"' if field == "on" else field
                said = schema.split(f"CHECK ({column} IN (", 1)[1].split("))", 1)[0]
                assert {code.strip().strip("'") for code in said.split(",")} == {code.value for code in part}


@KINDS
def test_every_field_has_its_column(store: sqlite3.Connection, kind: RecordKind) -> None:
    there = {row[1] for row in store.execute(f"PRAGMA table_info({TABLES[kind].name})")}
    assert {column.field for column in columns(kind)} <= there


@pytest.mark.parametrize("text", ["0", "0.5", "40", "0.125", "100000"])
def test_an_amount_is_written_in_one_way(text: str) -> None:
    for same in (Decimal(text), Decimal(text + (".000" if "." not in text else "000")), Decimal(text).normalize()):
        assert decimal_text(same) == text


def test_seconds_are_refused_rather_than_lost() -> None:
    score = PainScore(id=1, problem_id=2, on=date(2026, 1, 1), at=time(10, 0, 30), tenths=50)
    with pytest.raises(Invalid) as refused:
        to_row(RecordKind.PAIN_SCORE, score)
    assert (refused.value.field, refused.value.why) == ("at", Why.TOO_PRECISE)
