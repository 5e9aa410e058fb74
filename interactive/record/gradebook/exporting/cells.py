"""Rows as CSV text by RFC 4180: fields quoted where they must be, lines that end in CR LF.

A spreadsheet takes a cell for a formula when it begins with = + - @ (or their full-width forms), a tab or a carriage return, quoted or
not, and a name may say anything. Such a text gets an apostrophe before it (CWE-1236; OWASP, "CSV Injection"). Numbers are numbers: they
are written as they are, and so is a text that is nothing but a number with a minus.
"""

import csv
import re
from collections.abc import Iterable, Sequence

type Cell = str | int | float | None

RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")
NUMBER = re.compile(r"-?\d+(\.\d+)?\Z", re.ASCII)
MARK = "\ufeff"  # tells Excel that a file is UTF-8; importers of learning systems are better off without it


class _Lines(list[str]):
    """Where the csv module writes to: a file would be more than is needed, and pure layers have none."""

    def write(self, line: str) -> None:
        """Take one line."""
        self.append(line)


def guarded(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    bare = text.lstrip(" \xa0")
    return f"'{text}" if bare.startswith(RISKY) and not NUMBER.match(text) else text


def number(value: float) -> int | float:
    """Whole numbers without a point: 5.0 is written 5."""
    return int(value) if value == int(value) else round(value, 4)


def csv_text(rows: Iterable[Sequence[Cell]], *, mark: bool = False, quote_all: bool = False) -> str:
    """Rows as CSV. `mark` puts the mark of UTF-8 before them, `quote_all` quotes every field."""
    out = _Lines()
    writer = csv.writer(out, lineterminator="\r\n", quoting=csv.QUOTE_ALL if quote_all else csv.QUOTE_MINIMAL)
    writer.writerows([_written(cell) for cell in row] for row in rows)
    return (MARK if mark else "") + "".join(out)


def _written(cell: Cell) -> str | int | float:
    if cell is None:
        return ""
    return guarded(cell) if isinstance(cell, str) else number(cell)
