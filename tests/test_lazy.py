"""What is worked out when it is first asked for."""

from __future__ import annotations

import weakref

from bot.lazy import remembered


class Doubling:
    def __init__(self) -> None:
        self.worked = 0
        self.double = remembered(self._double, 2)

    def _double(self, number: int) -> int:
        self.worked += 1
        return 2 * number


def test_a_result_is_remembered_and_keeps_nothing_alive() -> None:
    doubling = Doubling()
    assert [doubling.double(number) for number in (1, 2, 1, 2)] == [2, 4, 2, 4]
    assert doubling.worked == 2
    gone = weakref.ref(doubling)
    del doubling
    assert gone() is None
