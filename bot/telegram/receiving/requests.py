"""One request to the webhook: the update in it, or the status with which it is refused.

Whoever is not Telegram learns nothing: a refusal has no body, and what is dear (reading, parsing) comes after the secret.
"""

from __future__ import annotations

import asyncio
import hmac
import json
from http import HTTPStatus
from typing import Final

from aiohttp import web

from bot.settings import Secret
from bot.telegram.network.checked import whole
from bot.telegram.network.polling import Raw

SECRET_HEADER: Final = "X-Telegram-Bot-Api-Secret-Token"

MOST_BYTES: Final = 1024 * 1024
"""No update is larger by far."""

READING_SECONDS: Final = 10.0
"""How long a body may take to arrive."""


class RefusedRequestError(Exception):
    """A request that is not worked on; ``status`` says why."""

    def __init__(self, status: HTTPStatus) -> None:
        super().__init__(status.phrase)
        self.status = status


async def update_in(request: web.Request, secret: Secret, seconds: float = READING_SECONDS) -> Raw:
    """The update that Telegram delivers with a request; it has a number.

    Raises:
        RefusedRequestError: it is not Telegram's, or holds no update.
    """
    _check_secret(request, secret)
    if request.content_type != "application/json" or request.headers.get("Content-Encoding", "identity") != "identity":
        raise RefusedRequestError(HTTPStatus.UNSUPPORTED_MEDIA_TYPE)
    if (request.content_length or 0) > MOST_BYTES:
        raise RefusedRequestError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    return _update(await _body(request, seconds))


def _check_secret(request: web.Request, secret: Secret) -> None:
    given = request.headers.getall(SECRET_HEADER, [])
    if not given:
        raise RefusedRequestError(HTTPStatus.UNAUTHORIZED)
    same = hmac.compare_digest(given[0].encode("utf-8", "surrogateescape"), secret.reveal().encode())
    if not same or len(given) > 1:
        raise RefusedRequestError(HTTPStatus.FORBIDDEN)


async def _body(request: web.Request, seconds: float) -> bytes:
    try:
        async with asyncio.timeout(seconds):
            return await request.read()
    except TimeoutError:
        raise RefusedRequestError(HTTPStatus.REQUEST_TIMEOUT) from None
    except web.HTTPRequestEntityTooLarge:
        raise RefusedRequestError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE) from None


def _update(body: bytes) -> Raw:
    try:
        update = json.loads(body.decode())
    except (ValueError, RecursionError):
        raise RefusedRequestError(HTTPStatus.BAD_REQUEST) from None
    if not isinstance(update, dict) or whole(update.get("update_id")) is None:
        raise RefusedRequestError(HTTPStatus.BAD_REQUEST)
    return update
