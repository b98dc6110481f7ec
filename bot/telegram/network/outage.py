"""Whether messages can be sent at all."""

from __future__ import annotations

import logging
from typing import Final

_ENOUGH: Final = 3
"""Chats whose messages failed one after the other, so that it is not for one chat alone."""

_log = logging.getLogger(__name__)


class Outage:
    """Learns from each try to send whether the server takes messages, and says so once each way."""

    def __init__(self) -> None:
        self._failing: set[int] = set()

    @property
    def lasts(self) -> bool:
        """Whether messages to several chats failed since one last succeeded."""
        return len(self._failing) >= _ENOUGH

    def failed(self, chat_id: int) -> None:
        """No answer to a message, or one of a server that is out of order."""
        before = len(self._failing)
        if before < _ENOUGH:
            self._failing.add(chat_id)
            if len(self._failing) == _ENOUGH:
                _log.warning("Messages cannot be sent; they are kept and tried again, and no more updates are fetched.")

    def over(self) -> None:
        """The server took a message, or refused it in its own words."""
        if self.lasts:
            _log.warning("Messages can be sent again.")
        self._failing.clear()
