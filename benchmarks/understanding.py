"""How long it takes to understand a question, beside two others that read questions, and how that grows.

Each question is timed by itself: the best of several runs, so that what else the machine does stays out; a figure is
the median over the questions. The ratios are what carries over to other machines.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import redirect_stderr
from dataclasses import dataclass, replace
from datetime import date
from io import StringIO
from pathlib import Path
from statistics import median
from typing import Any

import yaml

from bot.engine import Engine
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.entries import Knowledge, Name, NameKind
from bot.knowledge.exchange import ExchangeRates
from bot.knowledge.load import load_knowledge
from bot.language.tokens.reader import Reader
from bot.questions.kinds.handlers import handlers
from bot.questions.messages.understand import understand
from bot.questions.phrases.slots import Slots
from bot.questions.working.market import Market
from bot.text import normalize

HERE = Path(__file__).parent
CORPUS = HERE.parent / "tests" / "corpus" / "questions"
ROUNDS = 5
RUNS = 8
CORPUS_SAMPLE = 200
MORE_NAMES = (2_000, 100_000)
LENGTHS = (50, 100, 200, 500, 1_000, 2_000, 4_000)

Ask = Callable[[str], Any]


@dataclass(frozen=True)
class Timing:
    """Microseconds a question, at the median; ``share`` of the questions got an answer."""

    median: float
    share: float


def timed(asks: Mapping[str, Ask], questions: Sequence[str], rounds: int = ROUNDS) -> dict[str, Timing]:
    """All contestants on all questions, turn by turn, so that a slow moment of the machine meets them alike."""
    found: dict[str, list[float]] = {name: [] for name in asks}
    answered = dict.fromkeys(asks, 0)
    for question in questions:
        for name, ask in asks.items():
            answered[name] += bool(ask(question))
        turns = [[best(ask, question) for ask in asks.values()] for _ in range(rounds)]
        for name, times in zip(asks, zip(*turns, strict=True), strict=True):
            found[name].append(min(times))
    return {name: Timing(median(times), answered[name] / len(questions)) for name, times in found.items()}


def best(ask: Ask, question: str) -> float:
    """Microseconds of the quickest of several answers in a row."""
    found = []
    for _ in range(RUNS):
        start = time.perf_counter_ns()
        ask(question)
        found.append(time.perf_counter_ns() - start)
    return min(found) / 1_000


def fixed_questions() -> dict[str, list[str]]:
    with (HERE / "questions.yaml").open(encoding="utf-8") as file:
        found: dict[str, list[str]] = yaml.safe_load(file)
    return found


def corpus_questions() -> list[str]:
    """Questions of the tests' corpus, spread evenly over its files."""
    cases = [case for path in sorted(CORPUS.glob("*.yaml")) for case in yaml.safe_load(path.read_text("utf-8"))]
    asked = [case["ask"] for case in cases if "ask" in case]
    return asked[:: max(1, len(asked) // CORPUS_SAMPLE)]


# What is timed


def computing(knowledge: Knowledge, catalogue: Catalogue, exchange: ExchangeRates) -> Ask:
    """From a text to the computed answer, without its words: the layers as the engine calls them."""
    reader = Reader(knowledge, catalogue)
    market = Market(knowledge, catalogue, exchange, date.today())

    def ask(question: str) -> Any:
        ranked = understand(Slots(reader.read(normalize(question)), market, "CNY"))
        if not ranked or ranked[0].candidate.missing is not None:
            return None
        found = ranked[0].candidate.question
        return handlers()[found.kind].answer(found, market).results

    return ask


def replying(engine: Engine) -> Ask:
    return lambda question: engine.ask(question).results


def hassil(names: Sequence[str]) -> Ask:
    """Recognition by hassil, with the templates of the question's own language and the same names."""
    from hassil import Intents, recognize

    with (HERE / "templates.yaml").open(encoding="utf-8") as file:
        templates = yaml.safe_load(file)
    lists = {
        "model": {"values": [{"in": name, "out": name} for name in names]},
        "number": {"range": {"from": 0, "to": 10_000}},
    }
    intents = {language: Intents.from_dict({**written, "lists": lists}) for language, written in templates.items()}

    def ask(question: str) -> Any:
        language = "en" if question.isascii() else "zh"
        return recognize(question, intents[language], language=language)

    return ask


def recognizers() -> Ask | None:
    """Recognizers-Text looking for currencies, and nothing else; ``None`` where it does not install."""
    try:
        with redirect_stderr(StringIO()):
            from recognizers_number_with_unit import Culture, NumberWithUnitRecognizer
    except ImportError as error:
        print(f"Recognizers-Text is left out: {error}")
        return None
    models = {
        culture: NumberWithUnitRecognizer(culture).get_currency_model()
        for culture in (Culture.Chinese, Culture.English)
    }

    def ask(question: str) -> Any:
        return models[Culture.English if question.isascii() else Culture.Chinese].parse(question)

    return ask


# Growth


def with_more_names(knowledge: Knowledge, more: int) -> Knowledge:
    """The knowledge base with invented names in Latin letters and in Chinese, all of them for one model."""
    model = next(iter(knowledge.prices))
    names = (Name(invented(place), NameKind.ENTRY, model) for place in range(more))
    return replace(knowledge, names=(*knowledge.names, *names))


def invented(place: int) -> str:
    if place % 2:
        return f"zq{place:x}-lm"
    return "".join(chr(0x5000 + digit * 17) for digit in (place // 2 % 97, place // 194 % 97, place // 18_818, 83))


def texts_of(questions: Sequence[str]) -> Iterator[tuple[int, str]]:
    whole = "，".join(questions) + "，"
    for length in LENGTHS:
        yield length, (whole * (1 + length // len(whole)))[:length]


# The table


def show(title: str, timings: Mapping[str, Timing], base: Timing | None = None) -> None:
    base = base or next(iter(timings.values()))
    print(f"\n{title:<62}{'median':>12}{'ratio':>9}{'answered':>10}")
    for name, timing in timings.items():
        print(f"  {name:<60}{timing.median:>9,.0f} µs{timing.median / base.median:>9.2f}{timing.share:>10.0%}")


def main() -> int:
    knowledge, catalogue, exchange = load_knowledge(), Catalogue.load(), ExchangeRates.load()
    questions = [question for asked in fixed_questions().values() for question in asked]
    names = [name.text for name in knowledge.names if name.kind is NameKind.ENTRY]
    answered = computing(knowledge, catalogue, exchange)
    ours = {OURS: answered, "text to worded reply": replying(Engine(knowledge, catalogue, exchange))}
    others = {"hassil recognizing the same questions by templates": hassil(names)}
    currencies = recognizers()
    if currencies is not None:
        others["Recognizers-Text finding the currency alone"] = currencies
    compared = timed(ours | others, questions)
    show(f"{len(questions)} questions of all kinds in three languages, {len(names):,} names", compared)
    sample = corpus_questions()
    if sample:
        show(f"{len(sample)} questions of the tests' corpus", timed(ours, sample), compared[OURS])
    grown = {
        f"{more:,} more names": computing(with_more_names(knowledge, more), catalogue, exchange) for more in MORE_NAMES
    }
    show(
        "More names, text to computed answer", timed({f"{len(knowledge.names):,} names": answered, **grown}, questions)
    )
    show_lengths(answered, questions)
    return 0


OURS = "text to computed answer"


def show_lengths(answered: Ask, questions: Sequence[str]) -> None:
    print(f"\n{'Longer texts, text to computed answer':<62}{'a character':>12}{'ratio':>9}")
    first = None
    for length, text in texts_of(questions):
        each = min(best(answered, text) for _ in range(ROUNDS)) / length
        first = first or each
        print(f"  {f'{length:,} characters':<60}{each:>9.2f} µs{each / first:>9.2f}")


if __name__ == "__main__":
    sys.exit(main())
