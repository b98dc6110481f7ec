"""What the wider catalogue charges for, by the names that it gives its prices."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from bot.knowledge.price_entries import Side
from bot.quantities import CHARACTER, MILLION, ONE, THOUSAND, TOKEN


@dataclass(frozen=True, slots=True)
class Charge:
    """What an amount is for: so many units, of one side where it differs by that, kept in the cache for so long."""

    side: Side | None
    unit: str = TOKEN
    per: Decimal = MILLION
    life: str | None = None


CHARGES: Final = {
    "input_mtok": Charge(Side.INPUT),
    "output_mtok": Charge(Side.OUTPUT),
    "cache_read_mtok": Charge(Side.CACHED_INPUT),
    "cache_write_mtok": Charge(Side.CACHE_WRITE),
    "cache_write_5m_mtok": Charge(Side.CACHE_WRITE, life="5m"),
    "cache_write_1h_mtok": Charge(Side.CACHE_WRITE, life="1h"),
    "output_reasoning_mtok": Charge(Side.THINKING),
    "input_audio_mtok": Charge(Side.AUDIO_INPUT),
    "output_audio_mtok": Charge(Side.AUDIO_OUTPUT),
    "input_image_mtok": Charge(Side.IMAGE_INPUT),
    "output_image_mtok": Charge(Side.IMAGE_OUTPUT),
    "requests_kcount": Charge(None, "request", THOUSAND),
    "audio_hours": Charge(None, "hour", ONE),
    "input_audio_hours": Charge(Side.AUDIO_INPUT, "hour", ONE),
    "output_audio_hours": Charge(Side.AUDIO_OUTPUT, "hour", ONE),
    "input_document_kpages": Charge(None, "page", THOUSAND),
    "input_mchars": Charge(Side.INPUT, CHARACTER, MILLION),
    "web_searches_kcount": Charge(None, "search", THOUSAND),
}
"""The charges that questions can be about."""

UNTOLD: Final = {
    "cache_audio_read_mtok": "cached audio has no side of its own",
    "cache_image_read_mtok": "cached pictures have no side of their own",
    "input_video_mtok": "video has no side of its own",
    "output_video_mtok": "video has no side of its own",
    "output_citation_mtok": "citations have no side of their own",
    "input_annotated_document_kpages": "pages that are annotated cannot be told from others",
    "input_text_messages_kcount": "messages are no unit",
    "storage_searches_kcount": "searches of stored files are not told from those of the web",
}
"""The charges that questions cannot be about, and why."""

MODES: Final = {
    ("processing", "batch"): "batch",
    ("service_tier", "flex"): "flex",
    ("service_tier", "priority"): "priority",
    ("service_tier", "fast"): "fast",
    ("speed", "fast"): "fast",
}
"""The modes of a call, by what the catalogue asks of a request in them."""
