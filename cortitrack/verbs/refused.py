"""What a verb says when it cannot do what was asked."""

from __future__ import annotations


class Refused(Exception):
    """The sentence says why, and what to do."""
