"""The timeline as a Qt model, without a window."""

from datetime import date

from PySide6.QtCore import Qt

from cortitrack.domain.records import RecordKind
from cortitrack.ui.tables.timeline_table import Column, FactRole, TimelineTable
from tests.builders import DAY_0, timeline

COURSE = timeline("""
    day | event
     -1 | average 8
      0 | injection 40 mg ultrasound
     14 | average 3, worst 6
     42 | average 7.5
     50 | pt
""")


def column(model: TimelineTable, which: Column) -> list[str]:
    return [model.data(model.index(row, which)) for row in range(model.rowCount())]


def shown(day_zero: date | None = DAY_0) -> TimelineTable:
    model = TimelineTable()
    model.show_timeline(COURSE, day_zero)
    return model


def test_newest_stands_first_and_days_count_from_the_injection() -> None:
    assert column(shown(), Column.DAY) == ["50", "42", "14", "14", "0", "−1"]


def test_without_an_injection_there_is_no_day() -> None:
    assert set(column(shown(None), Column.DAY)) == {""}


def test_values_sort_as_numbers() -> None:
    model = shown()
    model.show_kind(RecordKind.PAIN_SCORE)
    model.sort(Column.VALUE, Qt.SortOrder.AscendingOrder)
    assert column(model, Column.VALUE) == ["3", "6", "7.5", "8"]


def test_one_kind_alone_and_all_again() -> None:
    model = shown()
    model.show_kind(RecordKind.INJECTION)
    assert model.rowCount() == 1
    model.show_kind(None)
    assert model.rowCount() == 6


def test_kinds_are_counted() -> None:
    kinds = shown().kinds()
    assert kinds == {RecordKind.INJECTION: 1, RecordKind.PAIN_SCORE: 4, RecordKind.THERAPY_SESSION: 1}


def test_every_cell_speaks_with_its_heading() -> None:
    model = shown()
    spoken = model.data(model.index(1, Column.VALUE), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Value: 7.5"


def test_an_entry_is_found_by_its_id() -> None:
    model = shown()
    fact = model.data(model.index(2, Column.DATE), FactRole)
    assert model.row_of(fact.id) == 2
    assert model.row_of(0) is None


def test_a_filter_for_a_kind_that_is_gone_is_lifted() -> None:
    model = shown()
    model.show_kind(RecordKind.THERAPY_SESSION)
    model.show_timeline(timeline("day | event\n 3 | average 4"), None)
    assert model.shown_kind() is None
    assert model.rowCount() == 1


def test_nothing_to_show() -> None:
    model = shown()
    model.show_timeline(None, None)
    assert model.rowCount() == 0
