"""Percent-encoding for links, as small as it can be: `urllib` is closed to the layers that run in the browser."""

import re

PLAIN = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~,:/")
CODE = re.compile(rb"%([0-9A-Fa-f]{2})")


def encoded(text: str) -> str:
    """Text for a value of a link: spaces become +, what a mail program might take for an end is escaped."""
    said = text.encode("utf-8", errors="replace")
    return "".join(chr(byte) if byte in PLAIN else "+" if byte == 0x20 else f"%{byte:02X}" for byte in said)


def decoded(text: str, *, plus: bool = True) -> str:
    """The text of such a value. What is no code stays as it is; bytes that are no text become a replacement mark."""
    words = text.replace("+", " ") if plus else text
    raw = CODE.sub(lambda code: bytes([int(code[1], 16)]), words.encode("utf-8", errors="replace"))
    return raw.decode("utf-8", errors="replace")
