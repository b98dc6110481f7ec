"""How long it takes to understand a question, beside two others that read questions, and how that grows.

Times are the best of several, so that what else the machine does stays out: of answers in a row, and of a stream in
mixed order, in which no question is met warm. The others are given the names of the corpus's market, as all that is asked of them
is there; thousands would be held against them. The ratios are what carries over to other machines, and the counts of
calls and instructions are the same on all.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import redirect_stderr
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import yaml

from benchmarks import charts
from benchmarks.growing import UNKNOWN, WITHOUT_MODEL, texts_of, with_more_models, with_more_names
from benchmarks.measuring import ROUNDS, Ask, Timing, best, counted, streamed, timed
from bot.answers import Context
from bot.engine import Engine
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.entries import Knowledge, NameKind
from bot.knowledge.exchange import ExchangeRates
from bot.knowledge.load import load_knowledge
from bot.language.tokens.reader import Reader
from bot.questions.kinds.handlers import handlers
from bot.questions.messages.understand import understand
from bot.questions.phrases.slots import Slots
from bot.questions.working.market import Market
from bot.text import normalize

HERE = Path(__file__).parent
CORPUS = HERE.parent / "tests" / "corpus"
CORPUS_SAMPLE = 200
COUNTED = 60
MORE_NAMES = (2_000, 100_000)
MORE_MODELS = 10_000


def fixed_questions() -> dict[str, list[str]]:
    with (HERE / "questions.yaml").open(encoding="utf-8") as file:
        found: dict[str, list[str]] = yaml.safe_load(file)
    return found


def corpus_questions() -> list[str]:
    """Questions of the tests' corpus, spread evenly over its files."""
    files = sorted((CORPUS / "questions").glob("*.yaml"))
    cases = [case for path in files for case in yaml.safe_load(path.read_text("utf-8"))]
    return spread([case["ask"] for case in cases if "ask" in case])


def chatter() -> list[str]:
    """Messages of groups that deserve silence, spread evenly over the corpus."""
    return spread(yaml.safe_load((CORPUS / "silence.yaml").read_text("utf-8")))


def spread(texts: Sequence[str], size: int = CORPUS_SAMPLE) -> list[str]:
    return list(texts[:: max(1, len(texts) // size)])


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


def hassil(names: Sequence[str]) -> Ask | None:
    """Recognition by hassil, with the templates of the question's own language and the same names."""
    try:
        from hassil import Intents, recognize
    except ImportError as error:
        print(f"hassil is left out: {error}")
        return None

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


# The tables


def show(title: str, timings: Mapping[str, Timing], base: Timing | None = None) -> None:
    """Medians and means, and how they compare with the first contestant, or another's."""
    base = base or next(iter(timings.values()))
    print(f"\n{title:<58}{'median':>10}{'ratio':>7}{'mean':>11}{'ratio':>7}{'answered':>10}")
    for name, timing in timings.items():
        medians = f"{timing.median:>7,.0f} µs{timing.median / base.median:>7.2f}"
        means = f"{timing.mean:>8,.0f} µs{timing.mean / base.mean:>7.2f}"
        print(f"  {name:<56}{medians}{means}{timing.share:>10.0%}")


def main() -> int:
    catalogue, exchange = Catalogue.load(), ExchangeRates.load()
    knowledge, shipped = load_knowledge(CORPUS / "market"), load_knowledge()
    engine = Engine(knowledge, catalogue, exchange)
    engine.warm()
    answered = computing(knowledge, catalogue, exchange)
    ours = {OURS: answered, WORDED: replying(engine)}
    others = contestants(knowledge)
    fixed = fixed_questions()
    questions = [question for asked in fixed.values() for question in asked]
    names = sum(name.kind is NameKind.ENTRY for name in knowledge.names)
    show(f"{len(questions)} questions in a row, {names:,} names", timed(ours | others, questions))
    show("The same in mixed order", streamed(ours | others, questions))
    for language, asked in fixed.items():
        show(f"The same in {language}, {len(asked)} questions", streamed(ours | others, asked))
    all_sold = {OURS: computing(shipped, catalogue, exchange), WORDED: replying(Engine(shipped, catalogue, exchange))}
    show(f"The same on what is shipped, {len(shipped.names):,} names", streamed(all_sold, questions))
    sample = corpus_questions()
    show(f"{len(sample)} questions of the corpus, in mixed order", streamed(ours, sample))
    overheard = {OVERHEARD: overhearing(engine)}
    silent = chatter()
    show(f"{len(silent)} messages that deserve silence, in mixed order", streamed(overheard, silent))
    worded = replying(engine)
    show_work(
        {
            OURS: (answered, questions),
            WORDED: (worded, questions),
            f"{WORDED}, corpus": (worded, sample),
            OVERHEARD: (overhearing(engine), silent),
        }
    )
    show_charts(Engine(shipped, catalogue, exchange))
    show_growth(shipped, catalogue, exchange, questions)
    show_lengths(answered, questions)
    show_memory()
    return 0


OURS = "text to computed answer"
WORDED = "text to worded reply"
OVERHEARD = "overheard, text to silence"


def contestants(knowledge: Knowledge) -> dict[str, Ask]:
    """The others that read questions, as far as they are installed."""
    names = [name.text for name in knowledge.names if name.kind is NameKind.ENTRY]
    found = {
        "hassil recognizing the same questions by templates": hassil(names),
        "Recognizers-Text finding the currency alone": recognizers(),
    }
    return {name: ask for name, ask in found.items() if ask is not None}


def overhearing(engine: Engine) -> Ask:
    """What a message of a group costs that nobody addressed to the bot: told by its words, or read."""
    context = Context(addressed=False)

    def ask(text: str) -> Any:
        return engine.ask(text, context).results if engine.may_concern(text) else None

    return ask


def show_work(rows: Mapping[str, tuple[Ask, Sequence[str]]]) -> None:
    """Exact counts: the same in every run, on every machine."""
    print(f"\n{'Work, on average':<58}{'calls':>10}{'instructions':>18}")
    for name, (ask, texts) in rows.items():
        work = counted(ask, spread(texts, COUNTED))
        print(f"  {name:<56}{work.calls:>10,.0f}{work.instructions:>18,.0f}")


def show_charts(engine: Engine) -> None:
    show(f"{len(charts.CHARTED)} charts of what is shipped", timed(charts.contestants(engine), charts.CHARTED))
    print(f"  the largest picture of them: {charts.largest(engine) / 1024:.0f} KiB")


def show_growth(knowledge: Knowledge, catalogue: Catalogue, exchange: ExchangeRates, questions: Sequence[str]) -> None:
    """How long questions take with more names, known and unknown, and those of all models with more of them."""
    more_names = {f"{more:,} more names": with_more_names(knowledge, more) for more in MORE_NAMES}
    grown = {
        name: computing(more, catalogue, exchange) for name, more in {"as shipped": knowledge, **more_names}.items()
    }
    show("More names, text to computed answer", timed(grown, questions))
    show("More names, in messages with an unknown one", streamed(grown, UNKNOWN))
    many = with_more_models(knowledge, MORE_MODELS)
    pair = {"as shipped": knowledge, f"{MORE_MODELS:,} more models": many}
    models = {name: replying(Engine(more, catalogue, exchange)) for name, more in pair.items()}
    show("More models, questions about all, text to worded reply", timed(models, WITHOUT_MODEL))


def show_lengths(answered: Ask, questions: Sequence[str]) -> None:
    print(f"\n{'Longer texts, text to computed answer':<58}{'a character':>15}{'ratio':>9}")
    first = None
    for length, text in texts_of(questions):
        each = min(best(answered, text) for _ in range(ROUNDS)) / length
        first = first or each
        print(f"  {f'{length:,} characters':<56}{each:>12.2f} µs{each / first:>9.2f}")


_SCRIPT = """
import resource
from bot.engine import Engine
from bot.knowledge.load import load_knowledge
engine = Engine(load_knowledge())
engine.warm()
for text in ({questions}):
    engine.ask(text)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""
_NEEDY = (
    "1元能買多少GLM tokens",
    "how many tokns for 8 yuan with doubau",
    "蘑菇汤一百万token多少钱",
    "$10 of gpt-5 tokens",
)


def show_memory() -> None:
    """Peak memory of a process that answers what needs the most: Traditional, a typo, an unknown word, dollars."""
    script = _SCRIPT.format(questions=", ".join(map(repr, _NEEDY)))
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    print(f"\nPeak memory after {len(_NEEDY)} questions that need all tables: {int(done.stdout):,} MB")


if __name__ == "__main__":
    sys.exit(main())
