"""What vendors ask abroad: their own lists in dollars, which the wider catalogue has of models that are curated here."""

from __future__ import annotations

from collections.abc import Mapping

from bot.knowledge.catalogue_join import curated_models
from bot.knowledge.catalogue_sellers import owner_of_list
from bot.knowledge.derived import derived_with
from bot.knowledge.entries import Knowledge
from bot.questions.working.beside import WiderCatalogue


@derived_with
def listed_abroad(knowledge: Knowledge, catalogue: WiderCatalogue) -> Mapping[str, str]:
    """The ids under which the vendors of curated models sell them by a list in dollars, by model."""
    same = {id_: id_ for id_ in knowledge.models if catalogue.book.prices.get(id_)}
    alike = curated_models(knowledge, catalogue)
    return {model: id_ for id_, model in alike.items() if _owner(id_) == _owner(model)} | same


def _owner(id_: str) -> str:
    return owner_of_list(id_.partition("/")[0])
