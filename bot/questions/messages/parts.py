"""The parts of a message that each ask something: sentences, clauses, and what the last one adds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from bot.language.basics.cues import Cue
from bot.language.tokens.reader import Reader
from bot.language.tokens.reading import Reading
from bot.language.words.expressions import expressions
from bot.question import Kind, Question
from bot.questions.frames.unknown_subjects import compared_in_vain
from bot.questions.messages.followup import follow_up, is_marked
from bot.questions.messages.segments import (
    afterthought,
    all_ask,
    all_demand,
    clause_spans,
    clauses,
    goes_on,
    halves_differ,
    is_bare,
    leads_on,
    long_parts,
    points_back,
    sentences,
    weighty_amounts,
)
from bot.questions.messages.understand import Ranked, understand
from bot.questions.phrases.asking import asks
from bot.questions.phrases.slots import Slots
from bot.questions.phrases.weights import weights
from bot.text import Normalized

WHOLE: Final = 0.6
"""The share that makes a sentence a question of its own, rather than a part of another or a follow-up."""

_ALONE: Final = 0.9
"""The share that makes a sentence without a subject no continuation of the one before."""

_UNCLEAR: Final = 0.8
"""A message of which less is explained may hold several questions between commas."""

_LEAST_WORDS: Final = 2
"""Telling words of a sentence that is a question of its own: "Which?" alone is none."""

_LONG: Final = 100
"""Characters of a message from which on its question may be one sentence among many others."""

_QUESTION_WORDS: Final = frozenset({Cue.WHEN, Cue.WHO, Cue.WHY})

_Subjects = tuple[str, ...]


class Parts:
    """Finds the questions in the parts of a text; what one part names, the next may leave out."""

    def __init__(self, message: Normalized, reader: Reader, slots_of: Callable[[Reading, _Subjects], Slots]) -> None:
        self._message = message
        self._reader = reader
        self._slots_of = slots_of
        self._readings: dict[tuple[str, str], Reading] = {}
        self._understood: dict[tuple[str, str, _Subjects], tuple[Slots, Ranked | None]] = {}
        """What is known of parts already: sentences and clauses are often the same."""

    def questions(self, reading: Reading, ranked: tuple[Ranked, ...]) -> tuple[Question, ...]:
        """The two questions or more that the text asks; the only one of a sentence that all is said in, or none.

        ``reading`` and ``ranked`` are of the text as a whole: none is given where it is understood as one question.
        """
        best = ranked[0] if ranked else None
        found = self._with_afterthought(best)
        if found:
            return found
        parts = sentences(self._message)
        return self._in_sentences(parts, best) if len(parts) > 1 else self._in_clauses(reading, best)

    def buried(self, reading: Reading, *, whole: bool) -> Question | None:
        """The one question of a long message that is asked among much else; ``None`` where there are several."""
        if len(self._message.text) < _LONG:
            return None
        found: dict[Question, None] = {}
        for part in long_parts(self._message):
            question, _ = self._question_in(part, ())
            if question is None or not (question.subjects or question.kind is Kind.RANK):
                continue
            sums = question.loads or question.money
            if not sums or (whole and weighty_amounts(self._read(part)) == weighty_amounts(reading)):
                found[question] = None
        return next(iter(found)) if len(found) == 1 else None

    def _with_afterthought(self, best: Ranked | None) -> tuple[Question, ...]:
        """A question and what the last part changes in it, where they do not make one question."""
        parts = afterthought(self._message)
        if parts is None:
            return ()
        later = self._read(parts[1])
        if not leads_on(later.text) and not is_bare(later):
            return ()
        question, subjects = self._question_in(parts[0], (), 1)
        if question is None:
            return ()
        if question.kind is Kind.FACT:
            changed, _ = self._question_in(parts[1], subjects, 1)
        else:
            changed = follow_up(question, self._slots_of(later, ()))
        if changed is None or (best is not None and _holds(best.candidate.question, question, changed)):
            return ()
        return question, changed

    def _in_sentences(self, parts: tuple[Normalized, ...], best: Ranked | None) -> tuple[Question, ...]:
        each = self._one_in_each(tuple(part for sentence in parts for part in clauses(sentence) or (sentence,)), 1)
        if len(each) > len(parts):
            return _different(each)
        questions, bare, _ = self._questions_in(parts)
        if len(questions) == 1 and bare and (best is None or best.score < _ALONE):
            return questions
        return _different(questions)

    def _in_clauses(self, reading: Reading, best: Ranked | None) -> tuple[Question, ...]:
        """The questions between commas, where the whole is not clear, or each clause asks for something of its own."""
        parts = clauses(self._message)
        each = _different(self._one_in_each(parts, 1)) if parts and all_demand(reading) else ()
        if each and best is not None and not _holds(best.candidate.question, *each):
            return each
        if best is None or best.score < _UNCLEAR:
            questions, _, _ = self._questions_in(parts)
            questions = _different(questions) if all(each.subjects or each.facts for each in questions) else ()
            if questions or best is None:
                return questions
        if all_ask(reading):
            questions = self._one_in_each(parts)
            kinds = {question.kind for question in questions}
            told = all(each.subjects for each in questions) and (len(kinds) > 1 or Kind.COMPARE in kinds)
            return _different(questions) if told else ()
        if halves_differ(reading):
            return _different(self._one_in_each(parts, 1))
        if best.candidate.question.kind is Kind.FACT:
            questions = self._one_in_each(parts)
            return _different(questions) if all(each.kind is Kind.FACT for each in questions) else ()
        facts = self._left_out(reading, best)
        return (*facts, best.candidate.question) if facts and best.candidate.missing is None else ()

    def _left_out(self, reading: Reading, best: Ranked) -> tuple[Question, ...]:
        """The facts that clauses ask for of which a question of another kind takes no account: 豆包什么时候发布的."""
        found: dict[Question, None] = {}
        asked = [reading.tokens[place].start for place in reading.marked(_QUESTION_WORDS) - best.candidate.used]
        for start, end in clause_spans(reading.text) if asked else ():
            if not any(start <= at < end for at in asked):
                continue
            question, _ = self._question_in(reading.normalized.part(start, end), ())
            if question is not None and question.kind is Kind.FACT:
                found[question] = None
        return tuple(found)

    def _one_in_each(self, parts: tuple[Normalized, ...], least: int = _LEAST_WORDS) -> tuple[Question, ...]:
        """The questions of the parts; none unless each part has one of its own."""
        questions, _, parts_without = self._questions_in(parts, least)
        return questions if not parts_without else ()

    def _questions_in(
        self, parts: tuple[Normalized, ...], least: int = _LEAST_WORDS
    ) -> tuple[tuple[Question, ...], bool, int]:
        """The questions of the parts, each once; whether the other parts are bare of names and amounts, and how many
        those are."""
        questions: dict[Question, None] = {}
        inherited: _Subjects = ()
        bare, without = True, 0
        for part in parts:
            found, inherited = self._question_in(part, inherited, least)
            reading = self._read(part)
            last = next(reversed(questions)) if questions else None
            if last is not None and found is None and (goes_on(reading.text) or is_bare(reading)):
                found = follow_up(last, self._slots_of(reading, ()))
            elif last is not None and found is not None and found.kind is Kind.PRICE and Cue.PRICE not in reading.cues:
                found = _of_same_work(last, found)
            if found is not None:
                questions[found] = None
            else:
                without += 1
                bare = bare and not any(token.name or token.amount for token in reading.tokens)
                bare = bare and not reading.has(Cue.EXCEPT, Cue.MONEY_WORD)
        return tuple(questions), bare, without

    def _question_in(
        self, part: Normalized, inherited: _Subjects, least: int = _LEAST_WORDS
    ) -> tuple[Question | None, _Subjects]:
        """The question of one part, and the subjects that the next one may leave out."""
        reading = self._read(part)
        weighed = zip(reading.tokens, weights(reading), strict=True)
        telling = sum([weight > 0 or not _QUESTION_WORDS.isdisjoint(token.cues) for token, weight in weighed])
        leans = points_back(reading) or is_marked(reading.text) or (bool(inherited) and _is_about_fact(reading))
        named = any(token.name for token in reading.tokens)
        if (not named and telling + leans < least) or not asks(reading):
            return None, inherited
        back = (is_marked(reading.text) and not self._slots_of(reading, ()).named) or points_back(reading)
        for subjects in (inherited, ()) if back else ((), inherited):
            slots, best = self._best_of(part, subjects)
            of_side = slots.one_side is not None or _NOW.stands_in(reading.text)  # 现在多少
            implied = best is not None and best.candidate.implied and not (of_side and Cue.HOW_MANY in reading.cues)
            if best is None or best.score < WHOLE or implied or best.candidate.missing:
                continue
            question = best.candidate.question
            if question.kind is Kind.FACT and compared_in_vain(slots) is not None:
                continue  # what is known of the one tells nothing of the other
            alone = question.kind in (Kind.RANK, Kind.HELP, Kind.CONVERT)
            alone = alone and not (question.kind is Kind.RANK and len(inherited) > 1 and Cue.MODELS not in reading.cues)
            alone = alone or (question.kind is Kind.FACT and best.score >= _ALONE and not points_back(reading))
            if subjects or slots.subjects or not inherited or alone:
                return question, slots.subjects or inherited
        return None, self._slots_of(reading, ()).subjects or inherited

    def _read(self, part: Normalized) -> Reading:
        key = part.original, part.text
        if key not in self._readings:
            self._readings[key] = self._reader.read(part)
        return self._readings[key]

    def _best_of(self, part: Normalized, subjects: _Subjects) -> tuple[Slots, Ranked | None]:
        """A part with the subjects that it goes on from, and the best way to understand it."""
        key = part.original, part.text, subjects
        if key not in self._understood:
            slots = self._slots_of(self._read(part), subjects)
            self._understood[key] = slots, next(iter(understand(slots)), None)
        return self._understood[key]


def _of_same_work(last: Question, price: Question) -> Question:
    """What the work spoken of before costs with another model: 1000万token，GLM多少钱？豆包多少钱？"""
    same = last.kind is Kind.COST and price == Question(Kind.PRICE, price.subjects)
    if not same or any(load.subject for load in last.loads):
        return price
    return replace(last, subjects=price.subjects)


def _different(questions: tuple[Question, ...]) -> tuple[Question, ...]:
    """The questions, where two at least differ in more than their amounts."""
    told = {(question.kind, question.subjects, question.facts, question.order) for question in questions}
    return questions if len(told) > 1 else ()


def _holds(whole: Question, *questions: Question) -> bool:
    """Whether one question asks all that others do."""
    return all(
        whole.baseline is each.baseline
        and whole.as_of == each.as_of
        and each.order in (None, whole.order)
        and set(each.subjects) <= set(whole.subjects)
        and set(each.money) <= set(whole.money)
        and set(each.loads) <= set(whole.loads)
        and set(each.facts) <= set(whole.facts)
        for each in questions
    )


def _is_about_fact(reading: Reading) -> bool:
    """Whether a word of the facts, or for coming out, stands beside a question word: 哪天发布的."""
    asked = {place for cue in _QUESTION_WORDS for place in reading.cues.get(cue, ())}
    starts = {reading.tokens[place].start for place in asked}
    told = any(keyword.start not in starts for keyword in reading.keywords)
    return bool(asked) and (told or _CAME_OUT.stands_in(reading.text))


_CAME_OUT: Final = expressions("came out")
_NOW: Final = expressions("now")
