"""What is said where an answer failed by a fault of the bot's own: made of nothing that could fail as well."""

from __future__ import annotations

from bot.answers import Reply, Status
from bot.replies.layout import Line, Style, html, plain
from bot.replies.speech import shown, wording
from bot.text import Language


def apology(text: str, language: Language, number: str) -> Reply:
    """The reply to a message that could not be answered, with the number by which the log knows it."""
    (words,) = shown([wording(language).failed.format(number=number)], language)
    lines = [Line(words, Style.HEADLINE)]
    return Reply(text, Status.UNKNOWN, language, text=plain(lines), html=html(lines), title=words)
