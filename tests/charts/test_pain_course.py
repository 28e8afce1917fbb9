"""The response chart in every state: nothing collides, time is proportional, everything can be read out."""

from __future__ import annotations

from itertools import combinations, pairwise
from math import isnan

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.text import Text

from cortitrack.charts.pain_course import draw_pain_course, wanted_height
from cortitrack.charts.palette import DARK, LIGHT, PAPER, Palette
from cortitrack.charts.picture import FORMATS, course_picture
from cortitrack.charts.readout import Readout
from cortitrack.words import labels
from tests.charts.states import RULES, SKETCH, injection, made, medicine, on, scores, states, verdicts

STATES = states()


def drawn(
    name: str,
    *,
    palette: Palette = LIGHT,
    size: tuple[float, float] = (7.9, 3.5),
    scale: float = 1.0,
    other_kinds: bool = False,
) -> tuple[Figure, Readout]:
    line, today = STATES[name]
    figure = Figure(figsize=size, dpi=96)
    FigureCanvasAgg(figure)
    readout = draw_pain_course(
        figure, line, verdicts(line, today), RULES, palette, today, other_kinds=other_kinds, scale=scale
    )
    return figure, readout


def texts(figure: Figure) -> list[Text]:
    return [artist for artist in figure.artists if isinstance(artist, Text)]


def collisions(figure: Figure) -> list[tuple[str, str]]:
    canvas = figure.canvas
    assert isinstance(canvas, FigureCanvasAgg)
    canvas.draw()
    boxes = [(text.get_text(), text.get_window_extent(canvas.get_renderer())) for text in texts(figure)]
    return [
        (one, other)
        for (one, a), (other, b) in combinations(boxes, 2)
        if min(a.x1, b.x1) - max(a.x0, b.x0) > 1 and min(a.y1, b.y1) - max(a.y0, b.y0) > 2
    ]


@pytest.mark.parametrize("name", STATES)
@pytest.mark.parametrize(("size", "scale"), [((7.9, 3.5), 1.0), ((7.9, 6.5), 2.0), ((4.2, 3.2), 1.0), ((13, 5), 1.5)])
def test_no_text_stands_on_another(name: str, size: tuple[float, float], scale: float) -> None:
    figure, _ = drawn(name, size=size, scale=scale, other_kinds=scale == 1.0)
    assert not collisions(figure)


@pytest.mark.parametrize("name", STATES)
@pytest.mark.parametrize("palette", [DARK, PAPER])
def test_every_text_stays_on_the_sheet(name: str, palette: Palette) -> None:
    figure, _ = drawn(name, palette=palette)
    canvas = figure.canvas
    assert isinstance(canvas, FigureCanvasAgg)
    canvas.draw()
    for text in texts(figure):
        box = text.get_window_extent(canvas.get_renderer())
        assert box.x0 >= -1, text.get_text()
        assert box.x1 <= figure.bbox.width + 1, text.get_text()
        assert box.y0 >= -1, text.get_text()


def test_a_day_is_as_wide_everywhere_and_the_scale_is_whole() -> None:
    figure, readout = drawn("full")
    axes = figure.axes[readout.axes_index]
    assert axes.get_ylim() == (0, 10)
    first, last = axes.get_xlim()
    places = [(p.x, axes.transData.transform((p.x, p.y))[0]) for p in readout.points]
    for (day, left), (later, right) in pairwise(sorted(set(places))):
        if later > day:
            assert (right - left) / (later - day) == pytest.approx(axes.bbox.width / (last - first))


def test_it_says_every_entry_in_order_of_time() -> None:
    _, readout = drawn("usual")
    assert [p.x for p in readout.points] == sorted(p.x for p in readout.points)
    assert len(readout.points) == len(SKETCH) + 1 + 8 + 1
    said = [p.text for p in readout.points]
    assert "26 January 2026, day 14: Average pain 3" in said
    assert "12 January 2026, day 0: Injection triamcinolone acetonide, ultrasound 40 mg" in said
    assert readout.sentence == "Pain fell from 8 to 3 by day 14 and was back at 7 by day 45."
    assert readout.date_at(21) == on(0)
    nearest = readout.nearest(35.2, 3.1, 5, 20)
    assert nearest is not None
    assert nearest.text.endswith("Average pain 3")


def test_threshold_baseline_and_windows_are_named() -> None:
    figure, _ = drawn("usual")
    said = {text.get_text() for text in texts(figure)}
    assert {"response: 5.6 or lower", "baseline 8", "6 weeks", "12 weeks", "day 0", "12 Jan 2026"} <= said
    assert "Average pain, last 7 days · lower is better" in said
    assert "Injection 40 mg triamcinolone, ultrasound" in said


def test_a_low_baseline_has_no_response_line() -> None:
    figure, _ = drawn("sixty")
    assert not [text for text in texts(figure) if text.get_text().startswith("response")]


def test_the_line_breaks_over_a_missed_window_and_says_the_number() -> None:
    figure, _ = drawn("gaps")
    lines = [a for a in figure.artists if isinstance(a, Line2D) and a.get_zorder() == 2]
    assert sum(isnan(float(x)) for x in lines[0].get_xdata()) == 2  # type: ignore[arg-type,union-attr]
    assert "The line breaks over gaps of more than 42 days" in {text.get_text() for text in texts(figure)}


def test_scores_put_down_late_are_hollow() -> None:
    figure, _ = drawn("usual", palette=DARK)
    hollow = [a for a in figure.artists if isinstance(a, Line2D) and a.get_zorder() == 3.1]
    assert len(hollow[0].get_xdata()) == 3  # type: ignore[arg-type]
    assert hollow[0].get_markerfacecolor() == DARK.surface


def test_what_came_in_one_batch_is_not_late() -> None:
    line, today = STATES["usual"]
    moment = max(line.recorded.values(), key=lambda r: r.at)
    batch = made(injections=line.injections, scores=line.scores)
    at_once = {score.id: moment for score in batch.scores}
    figure = Figure(figsize=(7.9, 3.5))
    imported = type(line)(
        patient=line.patient, problem=line.problem, injections=line.injections, scores=line.scores, recorded=at_once
    )
    draw_pain_course(figure, imported, verdicts(imported, today), RULES, LIGHT, today)
    assert not [a for a in figure.artists if isinstance(a, Line2D) and a.get_zorder() == 3.1]


def test_no_scores_yet_is_calm() -> None:
    figure, readout = drawn("nothing")
    assert [text.get_text() for text in texts(figure)] == ["No scores yet"]
    assert readout.points == ()


def test_drawn_again_it_takes_the_former_ones_place() -> None:
    figure, _ = drawn("usual")
    before, axes = len(figure.artists), figure.axes[0]
    line, today = STATES["usual"]
    draw_pain_course(figure, line, verdicts(line, today), RULES, LIGHT, today)
    assert len(figure.artists) == before
    assert figure.axes == [axes]


def test_a_drug_with_mathematics_in_its_name_is_only_text() -> None:
    line = made(injections=(injection(0),), scores=scores(SKETCH), medications=(medicine("A$x_1$ forte", 3, 9),))
    figure = Figure(figsize=(7.9, 3.5))
    FigureCanvasAgg(figure)
    draw_pain_course(figure, line, verdicts(line, on(90)), RULES, LIGHT, on(90))
    assert "A$x_1$ forte" in {text.get_text() for text in texts(figure)}
    figure.canvas.draw()


def test_the_wanted_height_has_room_for_every_lane() -> None:
    line, today = STATES["full"]
    figure, _ = drawn("full", size=(7.9, wanted_height(line, today) / 72))
    said = {text.get_text() for text in texts(figure)}
    assert {"Arthroscopy", "Joint replacement", "Pregabalin", "Brace", "Weight"} <= said


@pytest.mark.parametrize("kind", FORMATS)
def test_equal_facts_give_equal_files(kind: str) -> None:
    line, today = STATES["usual"]
    once, again = (course_picture(line, verdicts(line, today), RULES, today, kind) for _ in range(2))
    assert once == again
    assert once[:5] in {b"<?xml", b"\x89PNG\r", b"%PDF-"}
    assert labels.problem_name(line.problem) == "RIGHT knee · osteoarthritis"
