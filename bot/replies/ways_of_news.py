"""Ways to go on from how prices went, when they hold, what is sold, plans, reports and help."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.question import Kind, Question, Topic
from bot.questions.working.families import models_of
from bot.replies.told import MOST_NAMED, Told, Way
from bot.replies.ways_shared import SIDES, beside_each, compared, of_all, of_side


def of_change(told: Told) -> Iterator[Way]:
    """After how prices went: what they are now, the whole course, other models."""
    for model in told.models[:MOST_NAMED]:
        yield told.price(model)
    for model in told.models[:MOST_NAMED]:
        yield from told.history(model)
    yield from beside_each(told)
    if told.question.kind is Kind.HISTORY and set(SIDES) <= told.sides:
        for side in SIDES:
            yield Way(told.labels.sides[side], replace(told.question, side=side))
    yield from of_side(told, told.labels.both_sides)


def of_hours(told: Told) -> Iterator[Way]:
    """After when a model costs more: others, and what it costs."""
    yield from beside_each(told)
    yield from told.together()
    for model in told.models[:MOST_NAMED]:
        yield told.price(model)
        yield from told.history(model)


def of_status(told: Told) -> Iterator[Way]:
    """Whether a model is sold: what serves in its place, its own price, and the course of that."""
    found = dict.fromkeys(result.subject for result in reversed(told.answer.results) if result.subject)
    models = [model for model in found if told.market.prices(model)]
    for model in models[:MOST_NAMED]:
        yield told.price(model)
    for model in models[:MOST_NAMED]:
        yield from told.history(model)
    for model in models[:1]:
        yield from told.beside(model, compared)


def of_plan(told: Told) -> Iterator[Way]:
    """Other plans of the same vendor, the same in another currency, and what its models cost."""
    knowledge = told.market.knowledge
    told_of = dict.fromkeys(result.subject or "" for result in told.answer.results)
    plans = [id_ for id_ in told_of if id_ in knowledge.plans]
    yield from told.in_other_currency(told.question)
    for id_ in plans[:MOST_NAMED] if len(plans) > 1 else ():
        yield _price_of_plan(told, id_)
    for id_ in plans[:1]:
        vendor = knowledge.plans[id_].vendor
        for other in knowledge.vendors[vendor].plans:
            if other.id not in plans:
                yield _price_of_plan(told, other.id)
        models = models_of(told.market, vendor)[:1]
        for model in models:
            yield told.price(model)


def _price_of_plan(told: Told, id_: str) -> Way:
    return Way(told.labels.price.format(name=told.speech.name(id_)), Question(Kind.PLAN, (id_,)))


def of_fact(told: Told) -> Iterator[Way]:
    """The prices of the models that a fact is about."""
    facts = told.market.knowledge.facts
    subjects = dict.fromkeys(subject for id_ in told.answer.facts if id_ in facts for subject in facts[id_].subjects)
    models = (model for subject in subjects for model in models_of(told.market, subject)[:1])
    priced = [model for model in dict.fromkeys(models) if told.market.prices(model)][:MOST_NAMED]
    for model in priced:
        yield told.price(model)
    for model in priced:
        yield from told.history(model)
    if not priced:
        yield from of_all(told)


def of_help(told: Told) -> Iterator[Way]:
    """All models, which there are, and where their prices are from."""
    yield from of_all(told)
    yield Way(told.labels.models, Question(Kind.HELP, topic=Topic.MODELS))
    yield Way(told.labels.sources, Question(Kind.HELP, topic=Topic.SOURCES))
