"""The shapes of the knowledge files: what a maintainer may write where."""

from __future__ import annotations

from bot.knowledge.schema_articles import UNITS, ArticleFile, ChangeShape, FactShape, FigureShape
from bot.knowledge.schema_market import CatalogueFile, RatesFile
from bot.knowledge.schema_measures import (
    CurrenciesFile,
    CurrencyShape,
    UnitsFile,
    UnitShape,
    WorksFile,
    WorkShape,
)
from bot.knowledge.schema_values import NameWording, Wording
from bot.knowledge.schema_vendors import ModelShape, NamedShape, PriceShape, RateShape, SourceShape, VendorFile

KnowledgeFile = VendorFile | ArticleFile | WorksFile | CurrenciesFile | UnitsFile | CatalogueFile | RatesFile
"""The contents of one file."""

__all__ = [
    "UNITS",
    "ArticleFile",
    "CatalogueFile",
    "ChangeShape",
    "CurrenciesFile",
    "CurrencyShape",
    "FactShape",
    "FigureShape",
    "KnowledgeFile",
    "ModelShape",
    "NameWording",
    "NamedShape",
    "PriceShape",
    "RateShape",
    "RatesFile",
    "SourceShape",
    "UnitShape",
    "UnitsFile",
    "VendorFile",
    "Wording",
    "WorkShape",
    "WorksFile",
]
