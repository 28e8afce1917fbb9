"""What every page and form is given: the services of the open clinic and the means of the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from cortitrack.services.desk import Desk
from cortitrack.ui.background import Background
from cortitrack.ui.messages import Messages
from cortitrack.ui.news import News
from cortitrack.ui.theme import Theme
from cortitrack.ui.widgets.chart_libraries import ChartLibraries


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """``news`` tells on the UI thread what a write touched; ``background`` works with ``desk.worker()``."""

    desk: Desk
    theme: Theme
    messages: Messages
    news: News
    background: Background
    libraries: ChartLibraries
    calendar: Callable[[], date]

    @property
    def today(self) -> date:
        """The day it is now; a window may stay open over midnight."""
        return self.calendar()
