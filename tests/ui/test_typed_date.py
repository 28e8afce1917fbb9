"""Dates and times as people type them: what is read, what is refused, and that nothing is guessed."""

import contextlib
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from cortitrack.ui.typed_date import CannotRead, read_date, read_time
from cortitrack.ui.widgets.date_field import month_names

TODAY = date(2026, 3, 18)
ENGLISH = month_names(QLocale("en_GB"))
GERMAN = month_names(QLocale("de_DE"))
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))

READ = [
    ("today", date(2026, 3, 18)),
    (" Today ", date(2026, 3, 18)),
    ("yesterday", date(2026, 3, 17)),
    ("tomorrow", date(2026, 3, 19)),
    ("-3", date(2026, 3, 15)),
    ("\u22123", date(2026, 3, 15)),
    ("+14", date(2026, 4, 1)),
    ("+ 14", date(2026, 4, 1)),
    ("+6w", date(2026, 4, 29)),
    ("-2 w", date(2026, 3, 4)),
    ("2026-03-04", date(2026, 3, 4)),
    ("2026-3-4", date(2026, 3, 4)),
    ("2026/03/04", date(2026, 3, 4)),
    ("2026.03.04", date(2026, 3, 4)),
    ("04.03.2026", date(2026, 3, 4)),
    ("4.3.2026", date(2026, 3, 4)),
    ("4. 3. 2026", date(2026, 3, 4)),
    ("25/12/2026", date(2026, 12, 25)),
    ("12/25/2026", date(2026, 12, 25)),
    ("3/3/2026", date(2026, 3, 3)),
    ("4 March 2026", date(2026, 3, 4)),
    ("4 mar 2026", date(2026, 3, 4)),
    ("March 4, 2026", date(2026, 3, 4)),
    ("4-Mar-2026", date(2026, 3, 4)),
    ("2026 March 4", date(2026, 3, 4)),
    ("29 February 2024", date(2024, 2, 29)),
    ("٤.٣.٢٠٢٦", date(2026, 3, 4)),
]

REFUSED = [
    ("03/04/2026", "2026-04-03 or 2026-03-04"),
    ("03-04-2026", "2026-04-03 or 2026-03-04"),
    ("29.02.2026", "no such day"),
    ("31/04/2026", "no such day"),
    ("2026-13-01", "no such day"),
    ("12.25.2026", "no such day"),
    ("4 March", "year"),
    ("4.3.", "year"),
    ("4.3.26", "year"),
    ("4 March 26", "year"),
    ("04/03", "year"),
    ("1.1.1066", "between"),
    ("+99999", "too far"),
    ("14", "such as"),
    ("04032026", "such as"),
    ("soon", "such as"),
    ("March 2026", "such as"),
    ("4 March April 2026", "such as"),
    ("Wednesday 4 March 2026 or so", "such as"),
]


@pytest.mark.parametrize(("typed", "day"), READ)
def test_a_date_is_read(typed: str, day: date) -> None:
    assert read_date(typed, TODAY, ENGLISH) == day


@pytest.mark.parametrize(("typed", "why"), REFUSED)
def test_a_date_is_refused_in_words(typed: str, why: str) -> None:
    with pytest.raises(CannotRead, match=why):
        read_date(typed, TODAY, ENGLISH)


@pytest.mark.parametrize("typed", ["4. März 2026", "4 mär 2026", "4 March 2026", "04.03.2026"])
def test_a_german_date_is_read_and_an_english_one_too(typed: str) -> None:
    assert read_date(typed, TODAY, GERMAN) == date(2026, 3, 4)


@given(DAYS, st.sampled_from(["{0:%Y-%m-%d}", "{0.day}.{0.month}.{0.year:04}", "{0.day} {0:%B} {0.year}"]))
def test_every_day_can_be_written_in_every_clear_form(day: date, form: str) -> None:
    assert read_date(form.format(day), TODAY, ENGLISH) == day


@given(st.integers(-9000, 9000))
def test_an_offset_counts_from_today(days: int) -> None:
    assert read_date(f"{days:+d}", TODAY, ENGLISH) == TODAY + timedelta(days=days)


@given(DAYS)
def test_strokes_are_read_only_when_both_readings_agree_or_one_is_impossible(day: date) -> None:
    typed = f"{day.day:02}/{day.month:02}/{day.year}"
    if day.day > 12 or day.day == day.month:
        assert read_date(typed, TODAY, ENGLISH) == day
    else:
        with pytest.raises(CannotRead):
            read_date(typed, TODAY, ENGLISH)


@given(st.text(max_size=24))
def test_any_text_is_read_or_refused_and_nothing_else(typed: str) -> None:
    with contextlib.suppress(CannotRead):
        assert isinstance(read_date(typed, TODAY, ENGLISH), date)


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        ("9:30", time(9, 30)),
        ("09.30", time(9, 30)),
        ("0930", time(9, 30)),
        ("930", time(9, 30)),
        ("9h30", time(9, 30)),
        ("9", time(9)),
        ("9:30 pm", time(21, 30)),
        ("12 am", time(0)),
        ("00:00", time(0)),
    ],
)
def test_a_time_is_read(typed: str, moment: time) -> None:
    assert read_time(typed) == moment


@pytest.mark.parametrize("typed", ["", "24:00", "9:60", "13 pm", "noon", "9:3", "12345"])
def test_a_time_is_refused(typed: str) -> None:
    with pytest.raises(CannotRead):
        read_time(typed)
