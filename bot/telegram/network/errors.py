"""What can go wrong with a call, beside the errors of the library.

No error quotes an address, since that holds the token, nor what the server quotes of people's messages.
"""

from __future__ import annotations

from telegram.error import NetworkError, TimedOut


class UnsentError(NetworkError):
    """No connection came about, so the request never reached the server: it can be sent again safely."""


class UnsentTimeoutError(TimedOut):
    """As :class:`UnsentError`, because connecting or waiting for a free connection took too long."""


class AnswerLostError(NetworkError):
    """The server took the request and said that it did it, but the rest of its answer never came."""


class TooLargeError(AnswerLostError):
    """The answer is larger than any that the Bot API gives."""


class NotFoundError(NetworkError):
    """404 by the Bot API itself: the token is malformed, or the server is not ready yet; a second one tells."""
