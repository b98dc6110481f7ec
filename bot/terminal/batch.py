"""``pricebot ask`` and ``pricebot explain``: texts in, replies out, one after the other."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from bot.answers import Context
from bot.engine import Engine
from bot.replies.machine import explanation_object, reply_object
from bot.terminal.streams import Streams, bounded, decodable, lines


def ask(
    engine: Engine, words: Sequence[str], context: Context, streams: Streams, *, as_json: bool, full: bool = False
) -> None:
    """Answer the question, or every line of standard input where it is ``-``; ``full``: with all that is known."""
    for text in _texts(words, streams, blank_lines=as_json):
        reply = engine.ask(text, context)
        if as_json:
            streams.say(_json_line(reply_object(reply) | {"question": text}))
        elif text := reply.full if full else reply.text:
            streams.say(text if words != ["-"] else f"{text}\n")


def explain(engine: Engine, words: Sequence[str], streams: Streams, *, as_json: bool) -> None:
    """Show what is seen in the text, or in every line of standard input where it is ``-``."""
    for text in _texts(words, streams, blank_lines=as_json):
        seen = explanation_object(engine.explain(text))
        streams.say(_json_line(seen) if as_json else explanation_text(seen))


def _texts(words: Sequence[str], streams: Streams, *, blank_lines: bool) -> Iterator[str]:
    """The texts to work on. Blank lines count where every line is to get its object."""
    if list(words) != ["-"]:
        yield bounded(decodable(" ".join(words)), streams, "the question")
        return
    for number, line in enumerate(lines(streams.input), start=1):
        if blank_lines or line.strip():
            yield bounded(line, streams, f"line {number}")


def _json_line(value: Mapping[str, object]) -> str:
    return json.dumps(value, ensure_ascii=False)


def explanation_text(seen: Mapping[str, object]) -> str:
    """An explanation for people: what was found in the text, and which kinds of questions it could be."""
    shown = [f"text        {seen['text']}", f"normalized  {seen['normalized']}", "entities"]
    entities = _rows(seen["entities"])
    shown += [f"  {_entity_text(entity)}" for entity in entities] or ["  none"]
    phrases = _rows(seen.get("phrases"))
    shown += ["phrases"] if phrases else []
    for phrase in phrases:
        shown += _tree(phrase, 1)
    shown.append("candidates")
    candidates = _rows(seen["candidates"])
    for row in candidates:
        shown.append(f"  {row['kind']!s:<9} {row['score']!s:<7} {_plain(row['why'])}")
        left = ", ".join(f"「{_plain(word)}」" for word in _texts_of(row["left"]))
        shown += [f"            leaves {left}"] if left else []
    shown += [] if candidates else ["  none"]
    return "\n".join([*shown, f"in a group  {_group_text(seen['group'])}"]) + "\n"


def _group_text(group: object) -> str:
    """Whether the bot would answer unasked, and what speaks against it."""
    if not isinstance(group, Mapping):
        return "unknown"
    if group.get("part"):
        return f"answers 「{group['part']}」; against the whole: {_plain(group['against'])}"
    return "answers" if group["speaks"] else f"is silent: {_plain(group['against'])}"


def _entity_text(entity: Mapping[str, object]) -> str:
    place = f"{entity['start']}-{entity['end']}"
    meaning = " ".join(_plain(entity[key]) for key in ("value", "range", "unit", "id") if entity.get(key) is not None)
    return f"{entity['kind']!s:<9} {place:<7} 「{entity['text']}」 {meaning}".rstrip()


def _rows(value: object) -> list[Mapping[str, object]]:
    return [row for row in value if isinstance(row, Mapping)] if isinstance(value, Sequence) else []


def _plain(value: object) -> str:
    """A value of an explanation in one line: ``3 to 5`` for a range, reasons joined."""
    if isinstance(value, Mapping):
        return f"{value.get('min') or '…'} to {value.get('max') or '…'}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "; ".join(map(str, value))
    return str(value)


def _tree(phrase: Mapping[str, object], depth: int) -> Iterator[str]:
    """A phrase and, under it, what its rule made it of."""
    rule = f"{phrase['rule']}: " if phrase["rule"] else ""
    yield f"{'  ' * depth}「{_plain(phrase['text'])}」 {rule}{_plain(phrase['value'])}".rstrip()
    for part in _rows(phrase["parts"]):
        yield from _tree(part, depth + 1)


def _texts_of(value: object) -> Sequence[str]:
    return value if isinstance(value, list) else ()
