"""Reading the notebooks of the labs: their text, what they link to, which works they cite. Nothing runs here."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

WORK = re.compile(r"\[([^\[\]]*)\]\((\.\./references\.html#([\w:-]+))\)")


@dataclass(frozen=True, slots=True)
class Notebook:
    """One notebook: its path below content/, the file as it stands, its cells. Cells are None where the file is no notebook."""

    path: str
    text: str
    cells: list[dict[str, Any]] | None

    @property
    def title(self) -> str:
        """Its first heading."""
        heading = re.search(r"^# (.+)$", "\n\n".join(self.prose()), re.MULTILINE)
        return heading[1] if heading else self.path

    def prose(self) -> Iterator[str]:
        """The text cells."""
        return (source(cell) for cell in self.cells or () if cell.get("cell_type") == "markdown")

    def works(self) -> Iterator[tuple[str, str, str]]:
        """Every citation: its words, its link, its key."""
        return ((match[1], match[2], match[3]) for text in self.prose() for match in WORK.finditer(text))

    def place(self, words: str) -> tuple[int, int]:
        """Line and column, from 1, where these words first stand in the file."""
        start = max(0, self.text.find(words))
        return self.text.count("\n", 0, start) + 1, start - self.text.rfind("\n", 0, start)


def source(cell: dict[str, Any]) -> str:
    """What stands in a cell; a notebook may keep it as lines or as one text."""
    lines = cell.get("source", "")
    return "".join(str(line) for line in lines) if isinstance(lines, list) else str(lines)


def read_notebooks(content: Path) -> list[Notebook]:
    """Every notebook of the labs."""
    paths = sorted((content / "labs").glob("*.ipynb"))
    texts = [(path, path.read_text(encoding="utf-8-sig", errors="replace")) for path in paths if path.is_file()]
    return [Notebook(path.relative_to(content).as_posix(), text, _cells(text)) for path, text in texts]


def _cells(text: str) -> list[dict[str, Any]] | None:
    try:
        cells = json.loads(text)["cells"]
    except (ValueError, LookupError, TypeError, RecursionError):
        return None
    return cells if isinstance(cells, list) and all(isinstance(cell, dict) for cell in cells) else None
