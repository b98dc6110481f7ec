"""Which proxy leads to the Bot API, by the environment: HTTPS_PROXY, HTTP_PROXY, NO_PROXY."""

from __future__ import annotations

import logging
from ipaddress import ip_address
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

_log = logging.getLogger(__name__)


def proxy_to(base_url: str) -> str | None:
    """The address of the HTTP proxy to the server at ``base_url``; ``None`` where there is none in between.

    Looked up once, since the environment does not change: left to aiohttp it is looked up in a thread of its own for
    each request, as are passwords in a netrc file, which the Bot API has no use for.
    """
    server = urlsplit(base_url)
    host = server.hostname or ""
    if _is_near(host) or proxy_bypass(host):
        return None
    proxy = getproxies().get(server.scheme)
    if not proxy:
        return None
    proxy = proxy if "://" in proxy else f"http://{proxy}"
    if urlsplit(proxy).scheme != "http":
        _log.warning("Only HTTP proxies serve: the one in the environment is left out.")
        return None
    return proxy


def _is_near(host: str) -> bool:
    """Whether the server is on this machine, where no proxy leads."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
