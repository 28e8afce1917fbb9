"""Ids of facts: 63 bits, ordered by the moment of birth, with a random tail, so that two machines never meet in one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

EPOCH_MS = 1_577_836_800_000  # 2020-01-01T00:00:00Z
TAIL_BITS = 21


class IdMaker:
    """Makes ids that only grow, from the clock and the source of randomness it is given."""

    def __init__(self, now: Callable[[], datetime], random_bits: Callable[[int], int]) -> None:
        """Take a clock that gives moments with an offset, and a function from a count of bits to an integer."""
        self._now = now
        self._random_bits = random_bits
        self._last = 0

    def __call__(self) -> int:
        """Return the next id, above every id this maker gave before."""
        since = int(self._now().astimezone(UTC).timestamp() * 1000) - EPOCH_MS
        fresh = (max(since, 0) << TAIL_BITS) | self._random_bits(TAIL_BITS)
        self._last = fresh if fresh > self._last else self._last + 1
        return self._last

    def block(self, count: int) -> range:
        """Return `count` ids in a row, all above every id this maker gave before."""
        first = self()
        self._last = max(first, first + count - 1)
        return range(first, first + count)
