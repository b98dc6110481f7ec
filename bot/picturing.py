"""The picture of an answer: the question that it shows, its chart, and the reply that says the same."""

from __future__ import annotations

from bot.answers import Context
from bot.asked import Shelf, today_of
from bot.charts.making.charting import Charted, Today, chart_of
from bot.codes.question import decode
from bot.computed import answer_to, currency_of, market_of
from bot.replies.compose import Composer
from bot.replies.pictured import pictured, with_remarks
from bot.replies.speech import Speech


def charted(code: str, context: Context, shelf: Shelf) -> Charted | None:
    """The chart for a coded Question and its reply; ``None`` where there is nothing to draw, or no such question."""
    language = context.language or context.usual_language
    currency = currency_of(context, language)
    question, market = decode(code, shelf.ids), shelf.market(context)
    if question is None:
        return None
    picture = pictured(answer_to(question, market_of(question, market, currency)))
    if picture is None:
        return None
    market = market_of(picture, market, currency)
    answer, day = with_remarks(answer_to(picture, market)), today_of(context)
    today = Today(day, picture.as_of or market.day, market.exchange)
    chart = chart_of(answer, Speech(market, language), today, currency)
    if chart is None:
        return None
    return Charted(Composer(market, language, day, shelf.ids).answered(code, answer), chart)
