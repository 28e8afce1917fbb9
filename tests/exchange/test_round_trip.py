"""Export, import into a new clinic, export: equal, byte for byte; whatever the records hold."""

import zipfile
from datetime import date, time
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cortitrack.domain.anatomy import Side, Site
from cortitrack.domain.errors import Invalid, StorageTrouble, Trouble
from cortitrack.domain.imaging import Imaging, Modality
from cortitrack.domain.injection import Drug, Injection
from cortitrack.domain.measure import Measure, MeasureKind
from cortitrack.domain.medication import Medication, MedicationClass
from cortitrack.domain.pain import PainScore, Phase, Scale, ScoreKind, Source
from cortitrack.domain.patient import Patient
from cortitrack.domain.problem import Problem
from cortitrack.domain.records import RecordKind
from cortitrack.exchange.csv_reader import Row, TableReader
from cortitrack.exchange.layout import LAYOUTS
from cortitrack.exchange.problems import Problems
from cortitrack.services.desk import Desk
from tests.exchange.archives import FULL, NOW, SMALL, clinic, folder, packed, said, totals


def contents(path: Path) -> dict[str, bytes]:
    if path.is_dir():
        return {file.name: file.read_bytes() for file in sorted(path.iterdir())}
    with zipfile.ZipFile(path) as packed_one:
        return {name: packed_one.read(name) for name in packed_one.namelist()}


def carried(desk: Desk, place: Path) -> dict[str, bytes]:
    """Export this clinic, import that into a new one and export again; both exports must be equal."""
    desk.transfer.export_csv(place / "first")
    other = clinic(place)
    report = other.transfer.import_paths([place / "first"])
    assert said(report) == []
    other.transfer.export_csv(place / "second")
    assert contents(place / "first") == contents(place / "second")
    return contents(place / "first")


def test_what_came_in_goes_out_as_it_came(tmp_path: Path) -> None:
    desk = clinic(tmp_path)
    desk.transfer.import_paths([folder(tmp_path, FULL)])
    assert carried(desk, tmp_path) == {name: text.encode() for name, text in FULL.items()}


def test_a_zip_holds_the_same_and_is_the_same_every_time(tmp_path: Path) -> None:
    desk = clinic(tmp_path)
    desk.transfer.import_paths([packed(tmp_path, FULL)])
    for name in ("a.zip", "b.zip", "c"):
        desk.transfer.export_csv(tmp_path / name)
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    assert contents(tmp_path / "a.zip") == dict(
        sorted(contents(tmp_path / "c").items(), key=lambda one: list(FULL).index(one[0]))
    )


def test_own_records_go_out_with_their_own_ids_and_come_back_unchanged(tmp_path: Path) -> None:
    desk = clinic(tmp_path)
    new = desk.record.new_id
    patient = Patient(id=new(), family_name="Šťastná", birth_date=date(1960, 1, 1))
    problem = Problem(id=new(), patient_id=patient.id, site=Site.KNEE, side=Side.LEFT)
    score = PainScore(id=new(), problem_id=problem.id, on=date(2026, 1, 1), tenths=73)
    desk.record.add(patient, problem, score)
    assert (
        f"{score.id},{problem.id},2026-01-01,,average,,,7.3,nrs,,".encode()
        in carried(desk, tmp_path)["pain_scores.csv"]
    )
    assert totals(desk.transfer.import_paths([tmp_path / "first"])) == (0, 3, 0, 0, 0)


def test_one_person_alone(tmp_path: Path) -> None:
    desk = clinic(tmp_path)
    desk.transfer.import_paths([folder(tmp_path, SMALL)])
    counts = desk.transfer.export_csv(tmp_path / "out", desk.review.resolve(RecordKind.PATIENT, "P2"))
    assert {kind: n for kind, n in counts.items() if n} == {RecordKind.PATIENT: 1, RecordKind.PROBLEM: 1}
    assert totals(desk.transfer.import_paths([tmp_path / "out"])) == (0, 2, 0, 0, 0)


def test_nothing_is_overwritten_and_nothing_half_done_is_left(tmp_path: Path) -> None:
    desk = clinic(tmp_path)
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("mine")
    (tmp_path / "mine.zip").write_text("mine")
    for name in ("full", "mine.zip"):
        with pytest.raises(StorageTrouble) as trouble:
            desk.transfer.export_csv(tmp_path / name)
        assert trouble.value.kind is Trouble.EXISTS
    assert not list(tmp_path.glob(".*part"))
    (tmp_path / "empty").mkdir()
    desk.transfer.export_csv(tmp_path / "empty")
    assert len(contents(tmp_path / "empty")) == len(LAYOUTS)


TEXT = st.text(st.characters(exclude_categories=["Cc", "Cs"]) | st.just("\n"), max_size=12)
LINE = st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=8).filter(str.strip)
DAY = st.dates(date(1990, 1, 1), NOW.date())
MINUTE = st.builds(time, st.integers(0, 23), st.integers(0, 59))
AMOUNT = st.decimals(0, 99, places=3, allow_nan=False).map(lambda value: value.normalize())


def known(value: st.SearchStrategy) -> st.SearchStrategy:
    return st.none() | value


def entries(patient: int, problem: int, number: int) -> st.SearchStrategy:
    """One record of any of several kinds with anything in its fields."""
    of = {"id": st.just(number), "problem_id": st.just(problem), "on": DAY}
    return st.one_of(
        st.builds(
            PainScore, **of, at=known(MINUTE), kind=st.sampled_from(ScoreKind), phase=known(st.sampled_from(Phase)),
            minutes_after=known(st.integers(0, 1440)), tenths=st.integers(0, 100), scale=st.sampled_from(Scale),
            source=known(st.sampled_from(Source)), note=TEXT,
        ),
        st.builds(
            Injection, id=st.just(number), problem_id=st.just(problem), given_on=DAY, given_at=known(MINUTE),
            drug=st.sampled_from(Drug), dose_mg=known(AMOUNT), volume_ml=known(AMOUNT), anaesthetic=TEXT,
            lot=TEXT, expires_on=known(st.dates(date(2000, 1, 1), date(2090, 1, 1))), adverse=TEXT, note=TEXT,
        ),
        st.builds(
            Medication, id=st.just(number), patient_id=st.just(patient), problem_id=known(st.just(problem)),
            medication_class=st.sampled_from(MedicationClass), drug=LINE, dose=TEXT, from_on=DAY, note=TEXT,
        ),
        st.builds(Measure, **of, kind=st.sampled_from(MeasureKind), value=known(AMOUNT), unit=TEXT, note=TEXT),
        st.builds(Imaging, **of, modality=st.sampled_from(Modality), level=TEXT, text=TEXT),
    )  # fmt: skip


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_record_makes_the_round(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    place = tmp_path_factory.mktemp("round")
    desk = clinic(place)
    new = desk.record.new_id
    patient = Patient(
        id=new(), family_name=data.draw(LINE), given_name=data.draw(TEXT), birth_date=date(1980, 1, 1),
        address=data.draw(TEXT), note=data.draw(TEXT),
    )  # fmt: skip
    problem = Problem(id=new(), patient_id=patient.id, site=Site.HIP, side=Side.RIGHT, diagnosis=data.draw(TEXT))
    facts = [data.draw(entries(patient.id, problem.id, new())) for _ in range(data.draw(st.integers(0, 4)))]
    desk.record.add(patient, problem, *facts)
    carried(desk, place)
    assert totals(desk.transfer.import_paths([place / "first"]))[1] == 2 + len(facts)


# --- the short cut for scores says what the long way says ------------------------------------------

CELL = st.sampled_from(
    ["", "a", "B1", " B1", "é", "\x00", "x" * 201, "2026-01-09", "2027-01-09", "7", "7.5", "70", "101"]
)
ROW = st.tuples(
    st.integers(0, 30).map(str) | CELL, CELL | st.just("B1"), st.sampled_from(["2026-01-09", "2026-01-10"]) | CELL,
    st.sampled_from(["", "09:00"]) | CELL, st.sampled_from(["average", "current", "x"]),
    st.sampled_from(["", "7", "50"]) | CELL,
    st.sampled_from(["", "vas", "nrs"]), st.sampled_from(["", "n", "é", "a\x07"]),
)  # fmt: skip
HEAD = ["score_id", "problem_id", "on", "at", "kind", "value", "scale", "note"]


@settings(max_examples=200)
@given(rows=st.lists(ROW, max_size=12))
def test_the_short_cut_for_scores_agrees_with_the_long_way(rows: list[tuple[str, ...]]) -> None:
    def read(short_cut: bool) -> tuple[list, list]:
        problems = Problems()
        reader = TableReader(LAYOUTS[RecordKind.PAIN_SCORE], "scores", NOW.date(), problems)
        assert reader._wrong_with(HEAD) == []
        reader._take_header(HEAD)
        found: list[Row] = []
        for number, row in enumerate(rows, start=2):
            cells = list(row)
            if (
                short_cut
                and reader._known
                and (part := reader._known.recall(list(cells)))
                and part[0] not in reader.seen
            ):
                reader.seen[part[0]] = number
                found.append((number, part[0], (part[1],), part[2]))
            elif (good := reader._row(number, cells)) is not None:
                found.append(good)
        return found, [(r.row, r.field, r.why) for r in problems.refusals]

    assert read(short_cut=True) == read(short_cut=False)


@pytest.mark.parametrize("kind", RecordKind)
def test_every_field_of_a_fact_has_a_column(kind: RecordKind) -> None:
    layout = LAYOUTS[kind]
    assert {column.field for column in layout.columns} == set(layout.values)
    assert layout.order[0] == layout.id_column


def test_a_decimal_is_written_plain() -> None:
    from cortitrack.exchange.cells import read_decimal, write_decimal

    assert [write_decimal(Decimal(text)) for text in ("1E+2", "0.50", "-0", "100")] == ["100", "0.5", "0", "100"]
    assert read_decimal("x", " +007.50 ") == Decimal("7.5")
    with pytest.raises(Invalid):
        read_decimal("x", "1 000")
