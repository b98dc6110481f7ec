"""The shapes of the knowledge files: what a maintainer may write where."""

from __future__ import annotations

from bot.knowledge.schema_articles import UNITS, ArticleFile, ChangeShape, FactShape, FigureShape
from bot.knowledge.schema_market import CatalogueFile, RatesFile
from bot.knowledge.schema_measures import (
    CalendarShape,
    CurrenciesFile,
    CurrencyShape,
    HolidaysFile,
    SourcesFile,
    UnitsFile,
    UnitShape,
    WorksFile,
    WorkShape,
)
from bot.knowledge.schema_models import LifeShape, ModelShape
from bot.knowledge.schema_prices import SIDE_NAMES, PriceShape, TokensShape
from bot.knowledge.schema_selling import FreeQuotaShape, PlanPriceShape, PlanShape, WindowShape
from bot.knowledge.schema_things import FamilyShape, NamedShape, SourceShape
from bot.knowledge.schema_values import NameWording, Wording
from bot.knowledge.schema_vendors import RateShape, VendorFile

KnowledgeFile = (
    VendorFile
    | ArticleFile
    | WorksFile
    | CurrenciesFile
    | UnitsFile
    | HolidaysFile
    | SourcesFile
    | CatalogueFile
    | RatesFile
)
"""The contents of one file."""

__all__ = [
    "SIDE_NAMES",
    "UNITS",
    "ArticleFile",
    "CalendarShape",
    "CatalogueFile",
    "ChangeShape",
    "CurrenciesFile",
    "CurrencyShape",
    "FactShape",
    "FamilyShape",
    "FigureShape",
    "FreeQuotaShape",
    "HolidaysFile",
    "KnowledgeFile",
    "LifeShape",
    "ModelShape",
    "NameWording",
    "NamedShape",
    "PlanPriceShape",
    "PlanShape",
    "PriceShape",
    "RateShape",
    "RatesFile",
    "SourceShape",
    "SourcesFile",
    "TokensShape",
    "UnitShape",
    "UnitsFile",
    "VendorFile",
    "WindowShape",
    "Wording",
    "WorkShape",
    "WorksFile",
]
