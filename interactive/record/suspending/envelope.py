"""Streams as text that every LMS keeps unharmed: plain letters and digits, with a mark of the version and a check sum.

`ST1.` and then, in base 64 for addresses: check sum (3 bytes), length of the hashes, hashes, length of the numbers, numbers
(deflated), texts (deflated). What the page added since Python last wrote stands behind, each part after an exclamation mark.
"""

import binascii
import re
import zlib
from dataclasses import dataclass

from interactive.kernel.reading import Malformed

MARK = "ST1."
LONGEST = 80_000  # characters that are read at all; the standards allow 64,000
LARGEST = 4_000_000  # bytes that they may unfold to
CHECK = 3
STANDARD, ADDRESSES = b"+/", b"-_"


@dataclass(frozen=True, slots=True)
class Streams:
    """What a writer wrote."""

    hashes: bytes
    numbers: bytes
    texts: tuple[str, ...]


def sealed(streams: Streams) -> str:
    """The streams as text."""
    numbers = _deflated(streams.numbers)
    body = (
        len(streams.hashes).to_bytes(2, "big")
        + streams.hashes
        + len(numbers).to_bytes(2, "big")
        + numbers
        + _deflated(_joined(streams.texts))
    )
    whole = binascii.b2a_base64(_check(body) + body, newline=False).rstrip(b"=")
    return MARK + whole.translate(bytes.maketrans(STANDARD, ADDRESSES)).decode("ascii")


def opened(text: str) -> Streams:
    """The streams of a text; raises `Malformed` where it is foreign, damaged or cut short."""
    if len(text) > LONGEST or not re.fullmatch(r"ST1\.[A-Za-z0-9_-]+", text):
        raise Malformed("this is not a state of this course")
    letters = text.removeprefix(MARK).encode("ascii").translate(bytes.maketrans(ADDRESSES, STANDARD))
    try:
        whole = binascii.a2b_base64(letters + b"=" * (-len(letters) % 4))
        body = whole[CHECK:]
        if whole[:CHECK] != _check(body):
            raise Malformed("this state is damaged or cut short")
        hashes, rest = _part(body)
        numbers, rest = _part(rest)
        return Streams(hashes, _inflated(numbers), tuple(_parted(_inflated(rest))))
    except (ValueError, zlib.error) as error:
        raise Malformed("this state is damaged or cut short") from error


def _part(data: bytes) -> tuple[bytes, bytes]:
    size = int.from_bytes(data[:2], "big")
    return data[2 : 2 + size], data[2 + size :]


def _check(body: bytes) -> bytes:
    return zlib.crc32(body).to_bytes(4, "big")[:CHECK]


def _deflated(data: bytes) -> bytes:
    """Nothing for nothing; else without the six bytes that a header would cost."""
    if not data:
        return b""
    squeezer = zlib.compressobj(9, zlib.DEFLATED, -15, 9)
    return squeezer.compress(data) + squeezer.flush()


def _inflated(data: bytes) -> bytes:
    if not data:
        return b""
    unfolder = zlib.decompressobj(-15)
    found = unfolder.decompress(data, LARGEST)
    if unfolder.unconsumed_tail or not unfolder.eof:
        raise Malformed("this state is damaged, or far larger than any lesson's")
    return found


# Texts are parted by the character 0; should somebody have written one, it is spelled with a 1.
def _joined(texts: tuple[str, ...]) -> bytes:
    spelled = (text.replace("\x01", "\x01b").replace("\x00", "\x01a") for text in texts)
    return "".join(f"{text}\x00" for text in spelled).encode("utf-8", "surrogatepass")


def _parted(data: bytes) -> list[str]:
    texts = data.decode("utf-8", "surrogatepass").split("\x00")[:-1]
    return [text.replace("\x01a", "\x00").replace("\x01b", "\x01") for text in texts]
