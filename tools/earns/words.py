"""Words typed by hand: cue words, and the entries of other lists; which texts read them, and how one is taken away."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from typing import Any, Final
from unittest.mock import patch

from bot.language.basics.cues import Cue
from bot.language.basics.lexicon import Lexicon
from bot.language.basics.vocabulary import listed
from bot.language.tokens import tagger
from bot.language.tokens.covering import Match, Word, best_cover, longest_first
from bot.language.tokens.reader import Reader
from bot.language.words.casual_spellings import spelt_out
from bot.language.words.cue_words import WEIGHTLESS, cue_words
from bot.text import normalize
from tools.earns.cases import Case
from tools.earns.parts import Note, Part, Wanted, any_part
from tools.earns.places import Place, constants
from tools.earns.texts import Texts

_BUILT_FROM: Final = "bot.language.words."
"""The room whose lists go into the automata of an engine, and are not read again."""


class CueWords:
    """The cue words in the automata of an engine."""

    def __init__(self, readers: Sequence[Reader]) -> None:
        self._automata = [each._automaton for reader in readers for each in (reader._curated, reader._wider)]
        typed = {word for name in ("cues", *WEIGHTLESS) for _, word in listed(name)}
        self._words = {
            f"{'word' if text in typed else 'phrase'} {cue.name} {text}": (text, cue)
            for text, cues in cue_words().items()
            for cue in cues
        }
        """A word is typed by hand, a phrase put together."""

    def parts(self) -> Iterator[Part]:
        """A part for each cue of each word."""
        for key, (text, cue) in self._words.items():
            kind, _, name = key.partition(" ")
            yield Part(kind, name, partial(self._without, text, cue))

    @contextmanager
    def watched(self, note: Note, wanted: Wanted = any_part) -> Iterator[None]:
        """Tell of the words that are taken as tokens."""
        keys: dict[int, list[str]] = {}
        for key, (text, _) in self._words.items():
            for word in self._in_automata(text) if wanted(key) else ():
                keys.setdefault(id(word), []).append(key)

        def noting(find: Callable[..., list[Match]]) -> Callable[..., list[Match]]:
            def found(*arguments: Any) -> list[Match]:
                matches = find(*arguments)
                for _, _, word in matches:
                    for key in keys.get(id(word), ()):
                        note(key)
                return matches

            return found

        with ExitStack() as stack:
            stack.enter_context(patch.object(tagger, "best_cover", noting(best_cover)))
            stack.enter_context(patch.object(tagger, "longest_first", noting(longest_first)))
            yield

    def unread(self, keys: Sequence[str], cases: Iterable[Case]) -> list[str]:
        """The keys of the words that are a token of no message, nor of a part of one that is read by itself.

        Short messages are tried first: what they hold is seldom a piece of something longer.
        """
        pairs = sorted(((spelt_out(normalize(case.text)).text, case) for case in cases), key=lambda pair: len(pair[0]))
        texts = Texts([text for text, _ in pairs])
        seen: set[str] = set()
        ways: tuple[Callable[[Case], object], ...] = (
            lambda case: case.read(),
            lambda case: case.right(),
        )
        with self.watched(seen.add):
            for key, read in ((key, read) for read in ways for key in keys):
                word = self._words[key][0]
                holding = (pairs[place][1] for place in texts.holding(word))
                while key not in seen and (case := next(holding, None)) is not None:
                    read(case)
        return [key for key in keys if key not in seen]

    @contextmanager
    def _without(self, text: str, cue: Cue) -> Iterator[None]:
        words = self._in_automata(text)
        old = words[0].cues
        _give(words, tuple(each for each in old if each is not cue))
        try:
            yield
        finally:
            _give(words, old)

    def _in_automata(self, text: str) -> list[Word]:
        return [automaton.get(text) for automaton in self._automata]


def _give(words: Iterable[Word], cues: tuple[Cue, ...]) -> None:
    for word in words:
        word.cues = cues
        word.__post_init__()


def list_parts() -> Iterator[Part]:
    """Parts for the entries of lists of words that functions read."""
    for module, name, is_read in constants():
        if is_read and not module.__name__.startswith(_BUILT_FROM):
            place = Place(module, name)
            for entry, rest in _entries(vars(module)[name]):
                yield Part("entry", f"{place} {entry!r}", partial(place.holding, rest), entry)


def _entries(value: Any) -> Iterator[tuple[str, Any]]:
    """The words in a container, each with what is left without it."""
    if isinstance(value, Lexicon):
        meanings = {word: meaning for entries in value._starting.values() for word, _, meaning in entries}
        for word in meanings:
            yield word, Lexicon({each: meaning for each, meaning in meanings.items() if each != word})
    elif isinstance(value, dict):
        for key in value:
            if _is_word(key):
                yield key, {each: meaning for each, meaning in value.items() if each != key}
    elif isinstance(value, (tuple, set, frozenset)) and not hasattr(value, "_fields"):
        for entry in value:
            if _is_word(entry):
                yield entry, type(value)(each for each in value if each != entry)


def _is_word(entry: object) -> bool:
    return type(entry) is str
