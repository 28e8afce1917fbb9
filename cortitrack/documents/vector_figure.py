"""A matplotlib figure on paper: paths and text drawn on the page itself, nothing rasterised."""

import math
from typing import Any

from matplotlib.backend_bases import FigureCanvasBase, GraphicsContextBase, RendererBase
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.path import Path
from matplotlib.transforms import Affine2D, Transform
from reportlab.platypus import Flowable

from cortitrack.documents.lettering import Line, Look, draw_turned, single_line
from cortitrack.documents.typefaces import Fonts

_POINTS_PER_INCH = 72
_BOLD_FROM = 600
_BOLD_NAMES = frozenset({"semibold", "demibold", "demi", "bold", "heavy", "extra bold", "black"})
_CAPS = {"butt": 0, "round": 1, "projecting": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2}
_HATCH_TILE = 72.0


class VectorFigure(Flowable):
    """A figure as a flowable; its type keeps its size, whatever the width it is given."""

    def __init__(self, fonts: Fonts, figure: Figure, width: float, height: float, *, said: str = "") -> None:
        super().__init__()
        self._fonts = fonts
        self._figure = figure
        self.width, self.height = width, height
        self.said = said  # the sentence that says what the figure shows

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the room the figure takes."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw the figure."""
        draw_figure(self.canv, self._fonts, self._figure, self.width, self.height)


def draw_figure(canvas: Any, fonts: Fonts, figure: Figure, width: float, height: float) -> None:
    """Draw a figure onto a reportlab canvas, its lower left corner at the origin."""
    figure.set_dpi(_POINTS_PER_INCH)
    figure.set_size_inches(width / _POINTS_PER_INCH, height / _POINTS_PER_INCH)
    renderer = _PaperRenderer(canvas, fonts, width, height)
    _PaperCanvas(figure, renderer)
    figure.draw(renderer)


class _PaperCanvas(FigureCanvasBase):
    """Gives layout engines the renderer that measures with the fonts of the paper."""

    def __init__(self, figure: Figure, renderer: RendererBase) -> None:
        super().__init__(figure)
        self._renderer = renderer

    def get_renderer(self) -> RendererBase:
        return self._renderer


class _PaperRenderer(RendererBase):
    """Writes PDF operators for what matplotlib draws; a pixel is a point."""

    def __init__(self, canvas: Any, fonts: Fonts, width: float, height: float) -> None:
        super().__init__()
        self._canvas = canvas
        self._fonts = fonts
        self._size = width, height
        self._lines: dict[tuple[str, Look], Line] = {}

    def flipy(self) -> bool:
        return False

    def get_canvas_width_height(self) -> tuple[float, float]:
        return self._size

    def points_to_pixels(self, points: Any) -> Any:
        return points

    def draw_path(
        self,
        gc: GraphicsContextBase,
        path: Path,
        transform: Transform,
        rgbFace: Any = None,  # noqa: N803
    ) -> None:
        stroked = gc.get_linewidth() > 0 and (len(gc.get_rgb()) < 4 or gc.get_rgb()[3] > 0)
        filled = rgbFace is not None and (len(rgbFace) < 4 or rgbFace[3] > 0)
        hatch = gc.get_hatch_path() if gc.get_hatch() else None
        if not stroked and not filled and hatch is None:
            return
        outline = _operators(path, transform)
        if not outline:
            return
        self._begin(gc, rgbFace if filled else None, stroked)
        if filled or hatch is None:
            paint = ("B" if stroked else "f") if filled else "S"
            self._canvas.addLiteral(f"{outline} {paint}")
        if hatch is not None:
            self._hatch(gc, hatch, outline, path.get_extents(transform).extents)
            if stroked:
                self._canvas.addLiteral(f"{outline} S")
        self._canvas.restoreState()

    def draw_image(self, *args: Any, **kwargs: Any) -> None:
        raise NotImplementedError("a chart on paper holds no raster image")

    def draw_text(
        self,
        gc: GraphicsContextBase,
        x: float,
        y: float,
        s: str,
        prop: FontProperties,
        angle: float,
        ismath: Any = False,
        mtext: Any = None,
    ) -> None:
        self._begin(gc, gc.get_rgb(), False)
        turn = math.radians(angle)
        cos, sin = math.cos(turn), math.sin(turn)
        draw_turned(self._canvas, self._line(s, prop, to_hex(gc.get_rgb())), (cos, sin, -sin, cos, x, y))
        self._canvas.restoreState()

    def get_text_width_height_descent(self, s: str, prop: FontProperties, ismath: Any) -> tuple[float, float, float]:
        line = self._line(s, prop, "#000000")
        size = prop.get_size_in_points()
        cut = self._fonts.text.cut(False)
        descent = -cut.descent * size / 1000 * 0.72  # room for a tail, not for the whole line's spacing
        return line.width, cut.cap_height * size / 1000 + descent, descent

    def _line(self, text: str, prop: FontProperties, colour: str) -> Line:
        weight = prop.get_weight()
        bold = weight in _BOLD_NAMES if isinstance(weight, str) else weight >= _BOLD_FROM
        look = Look(prop.get_size_in_points(), bold, colour)
        if (text, look) not in self._lines:
            self._lines[text, look] = single_line(self._fonts, text, look)
        return self._lines[text, look]

    def _begin(self, gc: GraphicsContextBase, face: Any, stroked: bool) -> None:
        """Save the state, clip, and set colours, width, dashes and transparency."""
        canvas = self._canvas
        canvas.saveState()
        for clip in _clips(gc):
            canvas.addLiteral(f"{clip} W n")
        forced = gc.get_alpha() if gc.get_forced_alpha() else None
        if face is not None:
            _transparent(canvas.setFillAlpha, forced if forced is not None else _alpha(face))
            canvas.addLiteral(f"{_numbers(face[:3])} rg")
        if stroked:
            edge = gc.get_rgb()
            _transparent(canvas.setStrokeAlpha, forced if forced is not None else _alpha(edge))
            offset, dashes = gc.get_dashes()
            dash = f"[{_numbers(dashes)}] {_numbers([offset or 0])} d" if dashes is not None else ""
            ends = f"{_CAPS[gc.get_capstyle()]} J {_JOINS[gc.get_joinstyle()]} j"
            width = f"{_numbers([gc.get_linewidth()])} w"
            canvas.addLiteral(f"{_numbers(edge[:3])} RG {width} {ends} {dash}")

    def _hatch(self, gc: GraphicsContextBase, hatch: Path, outline: str, box: Any) -> None:
        """Fill an outline with the tiles of a hatch."""
        canvas = self._canvas
        canvas.saveState()
        colour = _numbers(gc.get_hatch_color()[:3])
        width = _numbers([gc.get_hatch_linewidth()])
        canvas.addLiteral(f"{outline} W n {colour} RG {colour} rg {width} w")
        left, bottom, right, top = (math.floor(edge / _HATCH_TILE) for edge in box)
        for column in range(left, right + 1):
            for row in range(bottom, top + 1):
                tile = Affine2D().scale(_HATCH_TILE).translate(column * _HATCH_TILE, row * _HATCH_TILE)
                canvas.addLiteral(f"{_operators(hatch, tile)} B")
        canvas.restoreState()


def _clips(gc: GraphicsContextBase) -> list[str]:
    found = []
    rectangle = gc.get_clip_rectangle()
    if rectangle is not None:
        found.append(f"{_numbers(rectangle.bounds)} re")
    path: Any
    path, transform = gc.get_clip_path()
    if path is not None and transform is not None:
        found.append(_operators(path, transform))
    return found


def _operators(path: Path, transform: Transform) -> str:
    """Return a path as PDF operators."""
    said: list[str] = []
    last: Any = (0.0, 0.0)
    for points, code in path.iter_segments(transform, simplify=False):
        if code == Path.MOVETO:
            said.append(f"{_numbers(points)} m")
        elif code == Path.LINETO:
            said.append(f"{_numbers(points)} l")
        elif code == Path.CURVE3:
            control = [(2 * points[at] + last[at]) / 3 for at in (0, 1)]
            control += [(2 * points[at] + points[at + 2]) / 3 for at in (0, 1)]
            said.append(f"{_numbers([*control, *points[2:]])} c")
        elif code == Path.CURVE4:
            said.append(f"{_numbers(points)} c")
        elif code == Path.CLOSEPOLY:
            said.append("h")
        if code != Path.CLOSEPOLY:
            last = points[-2:]
    return " ".join(said)


def _numbers(values: Any) -> str:
    return " ".join(f"{value:.3f}".rstrip("0").rstrip(".") for value in values)


def _alpha(colour: Any) -> float:
    return float(colour[3]) if len(colour) > 3 else 1.0


def _transparent(setter: Any, alpha: float) -> None:
    if alpha < 1:
        setter(alpha)
