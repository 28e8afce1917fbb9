"""People: found by what is typed, in the order in which they were last seen."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from cortitrack.db.database import Connection
from cortitrack.db.folding import days, folded, words
from cortitrack.db.tables import OF_A_PROBLEM, TABLES
from cortitrack.domain.anatomy import Side, Site

MANY = 2000  # hits from which on it is faster to walk the people than to sort the hits
LAST = "\U0010ffff"


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundProblem:
    """A problem as far as a list of people shows it."""

    id: int
    site: Site
    side: Side
    diagnosis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPatient:
    """A person as a list shows them."""

    id: int
    shown_id: str
    family_name: str
    given_name: str
    birth_date: date
    record_number: str
    problems: tuple[FoundProblem, ...]
    last_seen: date | None
    failed: int


_LISTED = "p.id, coalesce(p.archive_id, p.id), p.family_name, p.given_name, p.birth_date, p.record_number, p.last_seen"
_SORTED = "ORDER BY p.last_seen DESC, p.id DESC LIMIT :limit"


def find(c: Connection, text: str, limit: int) -> tuple[FoundPatient, ...]:
    """People with a word beginning with each typed word, in any order; failing that, with the text within a word."""
    typed = list(dict.fromkeys(folded(text).replace(",", " ").split()))
    if not typed:
        rows = c.execute(
            f"SELECT {_LISTED} FROM patients p WHERE p.withdrawn_step IS NULL {_SORTED}", {"limit": limit}
        ).fetchall()
        return _with_problems(c, rows)
    rows = _by_beginnings(c, typed, limit) or _by_parts(c, typed, limit)
    return _with_problems(c, rows)


def _by_beginnings(c: Connection, typed: list[str], limit: int) -> list[tuple[object, ...]]:
    values: dict[str, object] = {"limit": limit}
    conditions = []
    rarest, fewest = None, MANY
    for number, word in enumerate(typed):
        condition, bound = _beginning(number, word)
        values |= bound
        hits = c.execute(
            f"SELECT count(*) FROM (SELECT 1 FROM patient_words w WHERE {condition} LIMIT {MANY})", bound
        ).fetchone()[0]
        if hits < fewest:
            rarest, fewest = number, hits
        conditions.append(condition)
    tests = []
    for number, condition in enumerate(conditions):
        if number == rarest:
            tests.append(f"p.id IN (SELECT w.patient_id FROM patient_words w WHERE {condition})")
        else:
            tests.append(f"EXISTS (SELECT 1 FROM patient_words w WHERE w.patient_id = +p.id AND {condition})")
    source = "patients p" if rarest is not None else "patients p INDEXED BY patients_last_seen"
    return c.execute(
        f"SELECT {_LISTED} FROM {source} WHERE p.withdrawn_step IS NULL AND {' AND '.join(tests)} {_SORTED}",
        values,
    ).fetchall()


def _beginning(number: int, word: str) -> tuple[str, dict[str, object]]:
    alternatives = [f"(w.word >= :from{number} AND w.word < :to{number})"]
    bound: dict[str, object] = {f"from{number}": word, f"to{number}": word + LAST}
    for index, day in enumerate(days(word)):
        alternatives.append(f"w.word = :day{number}_{index}")
        bound[f"day{number}_{index}"] = day.isoformat()
    return f"({' OR '.join(alternatives)})", bound


def _by_parts(c: Connection, typed: list[str], limit: int) -> list[tuple[object, ...]]:
    if not any(_tells(word) for word in typed):
        return []
    values: dict[str, object] = {"limit": limit}
    tests = []
    for number, word in enumerate(typed):
        condition, bound = _beginning(number, word)
        if _tells(word):
            condition, bound = f"instr(w.word, :part{number}) > 0", {f"part{number}": word}
        tests.append(f"p.id IN (SELECT w.patient_id FROM patient_words w WHERE {condition})")
        values |= bound
    return c.execute(
        f"SELECT {_LISTED} FROM patients p WHERE p.withdrawn_step IS NULL AND {' AND '.join(tests)} {_SORTED}",
        values,
    ).fetchall()


def _tells(word: str) -> bool:
    """Whether a part of a word says enough to look at every word for it: three letters, or one in another script."""
    return len(word) >= 3 or not word.isascii()


def duplicates(c: Connection, family_name: str, given_name: str, birth_date: date) -> tuple[FoundPatient, ...]:
    """People born on that day with such a name, whichever field it stands in."""
    rows = c.execute(
        f"SELECT {_LISTED} FROM patients p WHERE p.withdrawn_step IS NULL AND p.birth_date = :born "
        "ORDER BY p.last_seen DESC, p.id DESC",
        {"born": birth_date.toordinal()},
    ).fetchall()
    typed = set(words(f"{family_name} {given_name}"))
    return _with_problems(c, [row for row in rows if _alike(typed, set(words(f"{row[2]} {row[3]}")))])


def _alike(typed: set[str], known: set[str]) -> bool:
    fewer, more = sorted((typed, known), key=len)
    return bool(fewer) and fewer <= more


def _with_problems(c: Connection, rows: Sequence[tuple[object, ...]]) -> tuple[FoundPatient, ...]:
    some = {"people": json.dumps([row[0] for row in rows])}
    problems: dict[object, list[FoundProblem]] = {}
    for patient_id, *cells in c.execute(
        f"SELECT patient_id, id, site, side, diagnosis FROM problems WHERE patient_id IN ({_PEOPLE}) "
        "AND withdrawn_step IS NULL ORDER BY closed_on IS NOT NULL, id",
        some,
    ):
        found = FoundProblem(id=cells[0], site=Site(cells[1]), side=Side(cells[2]), diagnosis=cells[3])
        problems.setdefault(patient_id, []).append(found)
    failed = c.execute(
        "SELECT p.patient_id, count(*) FROM problems p JOIN verdicts v ON v.problem_id = p.id "
        f"WHERE p.patient_id IN ({_PEOPLE}) AND v.failed = 1 GROUP BY p.patient_id",
        some,
    )
    counts = dict(failed.fetchall())
    return tuple(_found(row, tuple(problems.get(row[0], ())), counts.get(row[0], 0)) for row in rows)


_PEOPLE = "SELECT value FROM json_each(:people)"


def _found(row: tuple[object, ...], problems: tuple[FoundProblem, ...], failed: int) -> FoundPatient:
    patient_id, shown, family, given, born, number, seen = row
    return FoundPatient(
        id=int(str(patient_id)),
        shown_id=str(shown),
        family_name=str(family),
        given_name=str(given),
        birth_date=date.fromordinal(int(str(born))),
        record_number=str(number),
        problems=problems,
        last_seen=None if seen is None else date.fromordinal(int(str(seen))),
        failed=failed,
    )


def count(c: Connection) -> int:
    """How many people have a record."""
    return int(c.execute("SELECT count(*) FROM patients WHERE withdrawn_step IS NULL").fetchone()[0])


def refresh(c: Connection, patient_ids: Iterable[int]) -> None:
    """Make the words by which people are found, and when they were last seen, again from their records."""
    for patient_id in patient_ids:
        which = {"patient": patient_id}
        c.execute("DELETE FROM patient_words WHERE patient_id = :patient", which)
        c.executemany(
            "INSERT INTO patient_words (patient_id, word) VALUES (:patient, :word)",
            [which | {"word": word} for word in sorted(_words_of(c, patient_id))],
        )
        c.execute(f"UPDATE patients SET last_seen = ({_LAST_SEEN}) WHERE id = :patient", which)


def _words_of(c: Connection, patient_id: int) -> set[str]:
    row = c.execute(
        "SELECT family_name, given_name, record_number, birth_date FROM patients "
        "WHERE id = :patient AND withdrawn_step IS NULL",
        {"patient": patient_id},
    ).fetchone()
    if row is None:
        return set()
    texts = [row[0], row[1]]
    for problem in c.execute(
        "SELECT diagnosis, icd10 FROM problems WHERE patient_id = :patient AND withdrawn_step IS NULL",
        {"patient": patient_id},
    ):
        texts.extend(problem)
    found = {word for text in texts for word in words(text)}
    found.update(folded(row[2]).split())
    found.add(date.fromordinal(row[3]).isoformat())
    return found


def _last_seen() -> str:
    done = {"surgeries": " AND t.status IS NOT 'planned'"}
    parts = [
        f"SELECT max(t.{table.day}) AS day FROM problems p JOIN {table.name} t ON t.problem_id = p.id "
        f"WHERE p.patient_id = :patient AND t.withdrawn_step IS NULL{done.get(table.name, '')}"
        for table in (TABLES[kind] for kind in OF_A_PROBLEM)
    ]
    return f"SELECT max(day) FROM ({' UNION ALL '.join(parts)})"


_LAST_SEEN = _last_seen()
