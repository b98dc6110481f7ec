"""Which questions now answer what: a few that people ask of something new, in three languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final, NamedTuple

from bot.answers import Context, Status
from bot.engine import Engine
from bot.knowledge.entries import Wording
from bot.maintain.new import texts as says
from bot.maintain.new.desk import Desk
from bot.maintain.new.draft import Draft
from bot.text import Language, to_traditional

MOST: Final = 5


class Asked(NamedTuple):
    """A question, and the day on which it is asked where that is not today."""

    text: str
    day: date | None = None


def questions(kind: str, id_: str, draft: Draft, engine: Engine, today: date) -> Sequence[Asked]:
    """What people may ask of a new entry, by its kind."""
    if kind in ("fact", "article"):
        return [Asked(text) for text in _spread(draft.texts("ask"))]
    entry = engine.knowledge.entries.get(id_) or engine.catalogue.entry(id_)
    name = entry.name if entry is not None else Wording(id_, id_)
    zh, en = name.zh, name.en
    if kind in _OF_KINDS:
        return [Asked(text.format(zh=zh, en=en)) for text in _OF_KINDS[kind]]
    if kind == "vendor":
        return [Asked(f"{zh}多少钱"), Asked(f"how much is {en}")]
    asked = [Asked(f"{zh}多少钱"), Asked(to_traditional(f"{zh}几多钱")), Asked(f"how much is {en}")]
    if kind != "plan" and len(engine.knowledge.prices.get(id_, ())) > 1:
        asked.append(Asked(f"{zh}最近降价了吗"))
    begins = draft.text("from")
    if begins > today.isoformat():
        asked[1] = Asked(asked[0].text, date.fromisoformat(begins))
        asked[3:] = [Asked(f"{zh}会涨价吗")] if kind != "plan" else []
    return asked


_OF_KINDS: Final[Mapping[str, Sequence[str]]] = {
    "end": ("{zh}还能用吗", "is {en} still available", "what came after {en}"),
    "window": ("{zh}什么时候是高峰", "when is {en} off peak"),
    "quota": ("{zh}有免费额度吗", "does {en} have a free quota"),
    "rate": ("1000个{zh}token是多少字", "how many characters is one {en} token"),
}


def _spread(texts: Sequence[str]) -> list[str]:
    """The first of each language, then others."""
    english = [text for text in texts if text.isascii()]
    others = [text for text in texts if not text.isascii()]
    return [*others[:3], *english[:2], *others[3:], *english[2:]][:MOST]


def table(asked: Sequence[Asked], before: Engine | None, now: Engine, language: Language) -> Iterator[str]:
    """Each question with the first line of its answer, and of the one before where that was another.

    Where the first line stays, it is the first one that does not.
    """
    for question in asked:
        shown = question.text
        if question.day is not None:
            shown = says.ON.filled(question=shown, day=question.day).spoken(language)
        answer = _answer(now, question)
        earlier = _answer(before, question) if before is not None else answer
        place = next((place for place, line in enumerate(answer) if line not in earlier), 0)
        yield f"  {shown}"
        yield f"    → {answer[place]}"
        if place < len(earlier) and answer[place] != earlier[place] and place == 0:
            yield f"      {says.BEFORE.filled(answer=earlier[0]).spoken(language)}"


def _answer(engine: Engine, question: Asked) -> list[str]:
    """The lines of the answer."""
    context = Context() if question.day is None else replace(Context(), today=question.day)
    reply = engine.ask(question.text, context)
    first, *others = [line for line in reply.text.splitlines() if line.strip()] or [""]
    return [first if reply.status is Status.ANSWERED else f"? {first}", *others]


def desk_engine(desk: Desk) -> Engine | None:
    """What answers from the folder as it is, where there is anything in it."""
    return None if desk.is_empty else desk.engine
