"""Whether a text may speak of language models at all, told before it is read: most of what people chat about does not.

It errs on one side alone: what a reading has a topic in always may.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final, NamedTuple

from bot.language.basics.cues import Cue
from bot.language.basics.entities import EntityKind
from bot.language.basics.vocabulary import either
from bot.language.tokens.model_ids import id_spans
from bot.language.tokens.tagger import Tagger
from bot.language.tokens.typos import ASKING, Typos
from bot.language.words.casual_spellings import spelt_out
from bot.lazy import remembered
from bot.text import Normalized

TOPIC_KINDS: Final = (EntityKind.MODEL, EntityKind.VENDOR, EntityKind.SUBJECT)
TOPIC_CUES: Final = (Cue.MODELS, Cue.TOKEN)
"""Names of these kinds and words with these cues are of language models; so are amounts of tokens."""

_WORD: Final = re.compile("[0-9a-z]+")
_PART: Final = re.compile("[a-z]{3,}")
_KNOWN_WORDS: Final = 20_000
"""Latin words of which it is remembered what they may be misspelt for."""


class _Slip(NamedTuple):
    """What a Latin word may be that is not spelt right."""

    topic: bool = False
    asks: bool = False
    name: bool = False
    """The name of a model or vendor, or the first word of one."""


class Topics:
    """The test for one knowledge base and catalogue: ``tagger`` and ``typos`` know the names of both.

    ``lone`` tells whether a text holds a name without its beginning.
    """

    def __init__(self, tagger: Tagger, typos: Typos, token_words: Iterable[str], lone: Callable[[str], bool]) -> None:
        self._tagger = tagger
        self._typos = typos
        self._holds_lone_name = lone
        self._token_word = re.compile(either(token_words))
        self._slips = remembered(self._slips_of, _KNOWN_WORDS)

    def may_stand_in(self, normalized: Normalized) -> bool:
        """Whether a reading of the text may find a name, a word or an amount that is of language models."""
        normalized = spelt_out(normalized)
        text = normalized.text
        asks = False
        for word in self._tagger.words_in(normalized):
            if word.name is not None and word.name[0] in TOPIC_KINDS:
                return True
            if word.cues:
                if not _TOPIC_CUES.isdisjoint(word.cues):
                    return True
                asks = asks or not _ASKING.isdisjoint(word.cues)
        if self._token_word.search(text) is not None or any(True for _ in id_spans(text)):
            return True
        return self._holds_lone_name(text) or self._may_be_misspelt(text, asks)

    def _may_be_misspelt(self, text: str, asks: bool) -> bool:
        """Whether a slip may hide a topic; names are corrected only in what asks something."""
        named = []
        for match in _WORD.finditer(text):
            slips = self._slips(match[0])
            if slips.topic:
                return True
            asks = asks or slips.asks
            if slips.name:
                named.append(match)
        if not asks:
            return False
        return any(self._typos.may_name(text, *match.span()) for match in named) or self._typos.sounds_like_name(text)

    def _slips_of(self, word: str) -> _Slip:
        if self._tagger.knows(word):
            return _Slip()
        if word[0].isdigit() and _PART.search(word):  # an amount may take the first part of it: 5tokenz
            return _Slip(topic=True)
        parts = {word, *_PART.findall(word)}
        cues = {cue for part in parts if (meant := self._typos.respelt(part)) for cue in self._tagger.cues_of(meant)}
        named = any(map(self._typos.may_begin_name, parts))
        return _Slip(not _TOPIC_CUES.isdisjoint(cues), not _ASKING.isdisjoint(cues), named)


_TOPIC_CUES: Final = frozenset(TOPIC_CUES)
_ASKING: Final = frozenset(ASKING)
