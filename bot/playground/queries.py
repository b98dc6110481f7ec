"""Inline and callback queries: answers to them, while they are fresh."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Final

from telegram.constants import InlineQueryLimit, InlineQueryResultLimit, InlineQueryResultsButtonLimit

from bot.playground.arguments import Arguments, formatted, inline_keyboard
from bot.playground.errors import ApiError, bad_request

Json = dict[str, Any]

FRESH_SECONDS: Final = 15.0
"""How long a query waits for its answer."""

_START_PARAMETER: Final = re.compile(r"[A-Za-z0-9_-]+")


@dataclass(slots=True)
class Query:
    """A query, and the answer that the bot gave."""

    id: str
    content: Json
    expires: float
    answer: Json | None = None


@dataclass(slots=True)
class Queries:
    """All queries of one kind. ``clock`` gives seconds."""

    clock: Callable[[], float]
    _all: dict[str, Query] = field(default_factory=dict)
    _ids: count[int] = field(default_factory=lambda: count(7_000_001))

    def open(self, content: Json) -> Query:
        query = Query(str(next(self._ids)), content, self.clock() + FRESH_SECONDS)
        query.content["id"] = query.id
        self._all[query.id] = query
        return query

    def fresh(self, query_id: str) -> Query:
        """The query that is to be answered.

        Raises:
            ApiError: it is unknown, or too old.
        """
        query = self._all.get(query_id)
        if query is None or query.expires < self.clock():
            raise bad_request("query is too old and response timeout expired or query ID is invalid")
        return query

    def expire(self) -> None:
        """Make all queries too old."""
        for query in self._all.values():
            query.expires = float("-inf")

    def latest(self) -> Query | None:
        return self._all[next(reversed(self._all))] if self._all else None

    def get(self, query_id: str) -> Query | None:
        return self._all.get(query_id)


def checked_results(arguments: Arguments) -> list[Json]:
    """The results of answerInlineQuery, as Telegram checks them."""
    results = arguments.structure("results")
    if not isinstance(results, list):
        raise bad_request("can't parse inline query results: Expected an Array")
    if len(results) > InlineQueryLimit.RESULTS:
        raise bad_request("RESULTS_TOO_MUCH")
    seen = set()
    for result in results:
        check_result(result)
        if result["id"] in seen:
            raise bad_request("RESULT_ID_DUPLICATE")
        seen.add(result["id"])
    if len(arguments.text("next_offset").encode()) > InlineQueryLimit.MAX_OFFSET_LENGTH:
        raise bad_request("NEXT_OFFSET_INVALID")
    _check_start_button(arguments.structure("button"))
    return results


def check_result(result: Any) -> None:
    """One result: an article with text."""
    if not isinstance(result, dict) or result.get("type") != "article":
        raise bad_request("can't parse inline query result: only articles are known here")
    number = result.get("id")
    if not isinstance(number, str) or not (
        InlineQueryResultLimit.MIN_ID_LENGTH <= len(number.encode()) <= InlineQueryResultLimit.MAX_ID_LENGTH
    ):
        raise bad_request("RESULT_ID_INVALID")
    if not str(result.get("title") or "").strip():
        raise bad_request("ARTICLE_TITLE_EMPTY")
    content = result.get("input_message_content")
    if not isinstance(content, dict) or not isinstance(content.get("message_text"), str):
        raise bad_request("can't parse inline query result: input message content is not specified")
    try:
        formatted(content["message_text"], content.get("parse_mode"))
    except ApiError as error:
        detail = error.description.removeprefix("Bad Request: ")
        raise bad_request("MESSAGE_EMPTY" if detail == "message text is empty" else detail) from None
    inline_keyboard(result.get("reply_markup"))


def _check_start_button(button: Any) -> None:
    if button is None:
        return
    parameter = str(button.get("start_parameter") or "")
    longest = InlineQueryResultsButtonLimit.MAX_START_PARAMETER_LENGTH
    if "web_app" not in button and not (_START_PARAMETER.fullmatch(parameter) and len(parameter) <= longest):
        raise bad_request("START_PARAM_INVALID")
