"""What Telegram knows of webhooks: one of ours is set where it is not, one of somebody else is not taken away."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from typing import Any, Final

from bot.settings.webhook import Webhook
from bot.telegram.network.checked import whole
from bot.telegram.network.errors import NotFoundError
from bot.telegram.network.wire import Wire
from bot.telegram.receiving.errors import UnusableError

MOST_CONNECTIONS: Final = 100
"""Requests that Telegram may have open at once, by the Bot API's own limit."""

MOST_PENDING: Final = 100
"""Updates that may wait at Telegram while nothing is delivered."""

_log = logging.getLogger(__name__)


async def register(wire: Wire, webhook: Webhook, allowed_updates: Sequence[str]) -> bool:
    """Have updates delivered to this webhook; nothing is called but getWebhookInfo where they already are.

    Raises:
        TelegramError: as a call raises it.
    """
    url = webhook.registered_url
    known = await _known(wire)
    allowed = known.get("allowed_updates")
    same = (
        known.get("url") == url
        and known.get("max_connections") == MOST_CONNECTIONS
        and isinstance(allowed, list)
        and sorted(map(str, allowed)) == sorted(map(str, allowed_updates))
    )
    if not same:
        await wire.call(
            "setWebhook",
            {
                "url": url,
                "secret_token": webhook.secret.reveal(),
                "max_connections": MOST_CONNECTIONS,
                "allowed_updates": list(allowed_updates),
            },
        )
        _log.info("Telegram delivers updates to the webhook from now on.")
    return True


async def still_registered(wire: Wire, webhook: Webhook) -> bool | None:
    """``True`` where updates are still delivered to this webhook, ``None`` where not.

    That is said, and nothing done about it: another instance may have taken them over.

    Raises:
        TelegramError: as a call raises it.
    """
    known = await _known(wire)
    if known.get("url") != webhook.registered_url:
        _log.warning("Telegram does not deliver updates to this webhook any more; a restart would set it again.")
        return None
    if (whole(known.get("pending_update_count")) or 0) > MOST_PENDING:
        _log.warning("Updates pile up at Telegram: it cannot deliver them to PRICEBOT_WEBHOOK_URL.")
    return True


async def make_way(wire: Wire, *, take_over: bool) -> bool:
    """See to it that updates can be polled: where a webhook is set, it goes only if it may.

    Raises:
        UnusableError: there is one, and nobody said that it may go.
        TelegramError: as a call raises it.
    """
    if not (await _known(wire)).get("url"):
        return True
    if not take_over:
        raise UnusableError(
            "This bot's updates go to a webhook, so another instance may be at work: stop that one and run "
            "`pricebot run --take-over`, which takes the webhook away, or set PRICEBOT_WEBHOOK_URL to use one here."
        )
    await wire.call("deleteWebhook")
    _log.warning("The webhook that was set is taken away; updates are polled from now on.")
    return True


async def _known(wire: Wire) -> Mapping[str, Any]:
    """What Telegram says of the webhook; nothing, where a server knows none at all."""
    try:
        info = await wire.call("getWebhookInfo")
    except NotFoundError:
        return {}
    return info if isinstance(info, dict) else {}
