"""The verb that shows the main job in the real window, without a screen if there is none."""

from __future__ import annotations

from cortitrack.verbs.call import Call


def show(call: Call) -> int:
    """Visit every page and write what was seen."""
    from cortitrack.ui.tour import run

    for written in run(call.asked.dir, call.asked.clinic, call.bench):
        call.say(str(written))
    return 0
