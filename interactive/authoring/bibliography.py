"""The bibliography: a short label for a citation ("Davidson and Montville 1981") and a full reference as HTML.

pybtex reads the file; the layout is author-date. The `note` field says how a work was verified and is never shown.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from string import ascii_lowercase

from pybtex.database import BibliographyData, Entry, parse_file

from interactive.authoring.reference import people, reference, responsible, short_title, statute, tidy


def load(path: Path) -> "Bibliography":
    """Read a bibliography, once as long as it stays as it is."""
    return _load(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=4)
def _load(path: Path, _changed: int) -> "Bibliography":
    return Bibliography(parse_file(str(path), bib_format="bibtex"))


class Bibliography:
    """All works that can be cited, by key."""

    def __init__(self, data: BibliographyData) -> None:
        """Take what pybtex read, and settle which works share author and year."""
        self.entries: dict[str, Entry] = dict(data.entries)
        bases = {key: _base(entry) for key, entry in self.entries.items()}
        shared = Counter(bases.values())
        used: Counter[tuple[str, str]] = Counter()
        self._labels: dict[str, tuple[str, str]] = {}  # name and year, the year with its letter
        for key in sorted(bases):
            who, year = base = bases[key]
            letter = ascii_lowercase[used[base] % 26] if shared[base] > 1 else ""
            self._labels[key] = who, f"{year}-{letter}" if letter and year.endswith(".") else year + letter
            used[base] += 1

    def label(self, key: str) -> str:
        """The citation's short form. Works of one author and year carry letters, the same ones on every page."""
        return " ".join(filter(None, self._labels[key]))

    def html(self, key: str) -> str:
        """The full reference."""
        entry = self.entries[key]
        return reference(entry, self._labels[key][1] or tidy(entry.fields.get("year", "n.d.")))

    def order(self, keys: Iterable[str]) -> list[str]:
        """Keys in the order of the list: by name, then year."""
        return sorted(keys, key=lambda key: (_plain(self.label(key)), key))


def _base(entry: Entry) -> tuple[str, str]:
    who = people(responsible(entry))
    year = tidy(entry.fields.get("year", "n.d."))
    return (who, year) if who else (short_title(entry), "" if statute(short_title(entry)) else year)


def _plain(text: str) -> str:
    """For sorting: without accents and signs, as a reader looks for a name."""
    bare = "".join(char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char))
    return re.sub(r"[^a-z0-9 ]", "", bare.lower())
