"""Calls with files: a form, as a browser would send it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from secrets import token_hex
from typing import Any


def form(arguments: Mapping[str, Any], files: Mapping[str, bytes]) -> tuple[bytes, str]:
    """Arguments and PNG pictures as the body of a request, and its content type. What is no text is written as JSON."""
    boundary = token_hex(16)
    parts = b"".join(_parts(boundary, arguments, files))
    return parts + f"--{boundary}--\r\n".encode(), f"multipart/form-data; boundary={boundary}"


def _parts(boundary: str, arguments: Mapping[str, Any], files: Mapping[str, bytes]) -> Iterator[bytes]:
    for name, value in arguments.items():
        text = value if isinstance(value, str) else json.dumps(value)
        yield _head(boundary, f'name="{name}"') + text.encode() + b"\r\n"
    for name, file in files.items():
        head = _head(boundary, f'name="{name}"; filename="{name}.png"', "Content-Type: image/png\r\n")
        yield head + file + b"\r\n"


def _head(boundary: str, what: str, more: str = "") -> bytes:
    return f"--{boundary}\r\nContent-Disposition: form-data; {what}\r\n{more}\r\n".encode()
