"""A file that is nothing but bytes in memory: pure layers open none, and a zip archive only wants to write, tell and seek."""


class Memory:
    """Bytes with a place in them."""

    def __init__(self) -> None:
        self.data = bytearray()
        self._at = 0

    def write(self, part: bytes) -> int:
        """Write over what is there, or beyond its end."""
        self.data[self._at : self._at + len(part)] = part
        self._at += len(part)
        return len(part)

    def tell(self) -> int:
        """The place at which is written next."""
        return self._at

    def seek(self, place: int, whence: int = 0) -> int:
        """Go to a place: from the beginning, from here (1) or from the end (2)."""
        self._at = (0, self._at, len(self.data))[whence] + place
        return self._at

    def flush(self) -> None:
        """Nothing waits to be written."""
