"""The plan of a chart's sheet in typographic points: where the plot lies, and how days and scores become places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Text

from cortitrack.charts.palette import Palette
from cortitrack.charts.room import text_width

POINTS_PER_INCH = 72
SMALL = 8.25  # 11 pixels on a screen of 96 to the inch
ROW = 12.5
LANE = 15.0
EDGE = 9.0
SCORES = 10  # the height of the plot in points of pain
OWN = "_chart"  # marks our artists, so that a redraw takes away only them


@dataclass(frozen=True, slots=True, kw_only=True)
class Margins:
    """What is kept free around the plot."""

    left: float
    right: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Where everything lies; sizes are in points, `first` and `last` are days on the axis."""

    width: float
    height: float
    margins: Margins
    first: float
    last: float
    scale: float = 1.0
    head: float = 0.0

    @property
    def plot_width(self) -> float:
        """Width of the plot."""
        return self.width - self.margins.left - self.margins.right

    @property
    def plot_height(self) -> float:
        """Height of the plot."""
        return self.height - self.margins.top - self.margins.bottom

    @property
    def per_day(self) -> float:
        """Points of paper for a day."""
        return self.plot_width / (self.last - self.first)

    @property
    def per_score(self) -> float:
        """Points of paper for a point of pain."""
        return self.plot_height / SCORES

    @property
    def title_up(self) -> float:
        """Where the title stands, above the plot's lower edge."""
        return self.plot_height + self.margins.top - self.head - ROW * self.scale * 0.6

    @property
    def small(self) -> float:
        """Size of the letters."""
        return SMALL * self.scale

    def left_of(self, x: float) -> float:
        """Where a day lies, from the plot's left edge."""
        return (x - self.first) * self.per_day

    def day_at(self, left: float) -> float:
        """The day at so many points from the plot's left edge."""
        return self.first + left / self.per_day

    def score_at(self, up: float) -> float:
        """The score at so many points above the plot's lower edge."""
        return up / self.per_score

    def wide(self, text: str) -> float:
        """How wide a small text runs."""
        return text_width(text, self.small)


class Pen:
    """Draws plain lines, rectangles and texts by a plan, in the data coordinates of one bare Axes."""

    def __init__(self, figure: Figure, plan: Plan, palette: Palette, name: str) -> None:
        """Take the figure's own axes of this name, emptied, or make it."""
        self.plan, self.palette, self._figure = plan, palette, figure
        figure.set_facecolor(palette.surface)
        self.ax = _axes(figure, name)
        m = plan.margins
        self.ax.set_position(
            (
                m.left / plan.width,
                m.bottom / plan.height,
                plan.plot_width / plan.width,
                plan.plot_height / plan.height,
            )
        )
        self.ax.viewLim.intervalx = (plan.first, plan.last)
        self.ax.viewLim.intervaly = (0, SCORES)
        self._at = self.ax.transData

    def line(self, xs: list[float], ys: list[float], colour: str, z: float, /, **style: Any) -> None:
        """A line or a set of markers; NaN breaks it."""
        self._put(Line2D(xs, ys, color=colour, zorder=z, transform=self._at, **style))

    def _put(self, artist: Artist) -> None:
        artist.set_label(OWN)
        self._figure.add_artist(artist)  # on the figure, for what stands on the axes pays for being clipped

    def marks(
        self, xs: list[float], ys: list[float], colour: str, z: float, marker: str, size: float, /, **style: Any
    ) -> None:
        """Markers without a line; nothing where there are none."""
        if xs:
            self.line(xs, ys, colour, z, linestyle="none", marker=marker, markersize=size, **style)

    def shade(self, first: float, last: float, colour: str) -> None:
        """A tinted stretch of days over the whole height."""
        style: dict[str, Any] = {"facecolor": colour, "edgecolor": "none", "zorder": 0.1}
        self._put(Rectangle((first, 0), last - first, SCORES, transform=self._at, **style))

    def text(self, left: float, up: float, text: str, colour: str, /, **style: Any) -> None:
        """A small text at so many points from the plot's lower left corner."""
        plan = self.plan
        kind: dict[str, Any] = {"fontsize": plan.small, "va": "center", "zorder": 5, "parse_math": False, **style}
        x, y = plan.day_at(left), plan.score_at(up)
        self._put(Text(x, y, text, color=colour, transform=self._at, **kind))


def _axes(figure: Figure, name: str) -> Axes:
    """The bare axes of this chart; another chart's are taken away."""
    for artist in [artist for artist in figure.artists if artist.get_label() == OWN]:
        artist.remove()
    mine = None
    for ax in list(figure.axes):
        if mine is None and ax.get_label() == name:
            mine = ax
        else:
            ax.remove()
    if mine is None:
        mine = figure.add_axes((0, 0, 1, 1), label=name)
        mine.set_axis_off()
        return mine
    return mine
