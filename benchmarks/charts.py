"""How long a chart takes beside the words that say the same, and how large it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from benchmarks.measuring import Ask
from bot.charts.drawing.png import png
from bot.engine import Engine

CHARTED: Final = (
    "GPT-5和Claude Opus 5哪个便宜",
    "最便宜的是哪家",
    "DeepSeek V4 Pro的历次价格",
    "o3和GPT-4o价格走势",
    "写一本50万字的小说用GPT-5或豆包要花多少钱",
    "which is cheaper, Grok 4.7 or Gemini 2.5 Pro",
)


def contestants(engine: Engine) -> dict[str, Ask]:
    """The words, the chart before it is drawn, and the picture."""

    def worded(text: str) -> Any:
        return engine.ask(text).results

    def charted(text: str) -> Any:
        return engine.picture(text).chart

    def drawn(text: str) -> Any:
        chart = engine.picture(text).chart
        return png(chart) if chart is not None else None

    return {"text to worded reply": worded, "text to reply and chart": charted, "text to reply and picture": drawn}


def largest(engine: Engine, texts: Sequence[str] = CHARTED) -> int:
    """Bytes of the largest of their pictures, light or dark."""
    charts = [chart for text in texts if (chart := engine.picture(text).chart) is not None]
    return max(len(png(chart, dark=dark)) for chart in charts for dark in (False, True))
