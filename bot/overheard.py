"""Messages that the bot overhears: whether one certainly asks it something, as a whole or in passing, and why not."""

from __future__ import annotations

from dataclasses import replace

from bot.answering import Answering
from bot.answers import Explanation, Reply, SeenCandidate, Status
from bot.asked import Asked, as_read
from bot.knowledge.entries import Knowledge
from bot.language.basics.detect import detect_language
from bot.language.tokens.reader import Reader
from bot.questions.messages.known_asks import known_asks
from bot.questions.messages.understand import Ranked
from bot.questions.overheard.asides import questions_in_passing
from bot.questions.overheard.certainty import is_out_of_question
from bot.questions.overheard.seen import seen_entities, seen_phrases, words_used_and_left
from bot.questions.overheard.signs import signs_in_text
from bot.questions.overheard.speech import TELLS


def reply_to(asked: Asked) -> Reply:
    """The reply to a message, which is silence unless it is meant for the bot or certainly asks."""
    if asked.context.addressed:
        return Answering(asked.without_its_text()).answered()
    if _is_hopeless(asked) and not asked.is_written:
        return _silence(asked)
    part = asked if asked.verdict.certain else part_in_passing(asked)
    reply = _answer(part) if part is not None else None
    return _silence(asked) if reply is None else replace(reply, question=asked.text)


def _answer(asked: Asked) -> Reply | None:
    """The answer to what nobody asked the bot; ``None`` where it would only say that it does not know."""
    reply = Answering(asked).answered()
    return reply if reply.status is Status.ANSWERED else None


def may_concern(text: str, reader: Reader, knowledge: Knowledge) -> bool:
    """Whether :func:`reply_to` could do anything but stay silent on a message that nobody said to the bot.

    It is told without reading the message, and so at a small part of the cost: without a topic there is no question, and
    some signs show in the text alone.
    """
    normalized = as_read(text)[0]
    if not reader.topics.may_stand_in(normalized):
        return False
    return not signs_in_text(normalized) or bool(known_asks(knowledge).exactly(normalized.text))


def explanation(asked: Asked) -> Explanation:
    """What is seen in a message, how it could be understood, and whether the bot would speak up."""
    verdict = asked.verdict
    part = None if verdict.certain else part_in_passing(asked)
    if verdict.certain and _answer(asked) is None:
        verdict = verdict.but("what it asks is not known")
    if part is not None and _answer(part) is None:
        part = None
    candidates = tuple(
        SeenCandidate(
            ranked.candidate.question.kind,
            ranked.score,
            _reasons(ranked),
            *words_used_and_left(ranked.candidate, asked.reading),
        )
        for ranked in asked.ranked
    )
    return Explanation(
        asked.text,
        asked.normalized.text,
        seen_entities(asked.reading),
        seen_phrases(asked.slots),
        candidates,
        verdict.certain or part is not None,
        verdict.against,
        part.text.strip() if part is not None else None,
    )


def part_in_passing(asked: Asked) -> Asked | None:
    """The part of an overheard message that certainly asks something, where the rest is said beside it."""
    signs = asked.verdict.signs
    if not {TELLS}.issuperset(signs):
        return None
    for start, end in questions_in_passing(asked.reading):
        first, _ = asked.reading.normalized.source_span(start, end)
        if signs and asked.text[:first].rstrip()[-1:].isalnum():
            continue
        part = asked.part(start, end)
        if not is_out_of_question(part.reading) and part.asks_plainly():
            return part
    return None


def _is_hopeless(asked: Asked) -> bool:
    """Whether nothing that is still to be found out could make the bot speak up: most of what people chat about."""
    return bool(signs_in_text(asked.normalized)) or is_out_of_question(asked.reading)


def _silence(asked: Asked) -> Reply:
    context = asked.context
    language = context.language or detect_language(asked.normalized) or context.usual_language
    return Reply(asked.text, Status.IGNORED, language)


def _reasons(ranked: Ranked) -> tuple[str, ...]:
    reasons = [f"explains {ranked.score:.0%} of the message"]
    if ranked.candidate.asked:
        reasons.append("the fact has this question")
    if ranked.candidate.missing is not None:
        reasons.append(f"lacks the {ranked.candidate.missing}")
    if ranked.candidate.implied:
        reasons.append("the kind is implied, not said")
    return tuple(reasons)
