"""The bibliography: a short label for a citation ("Davidson and Montville 1981") and a full reference as HTML.

pybtex reads the file; the layout is author-date. The `note` field says how a work was verified and is never shown.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from html import escape
from pathlib import Path
from string import ascii_lowercase

from pybtex.database import BibliographyData, Entry, Person, parse_file
from pybtex.richtext import Text

EXTRA = (("\\textonehalf", "½"), ("\\S ", "§ "), ("\\S", "§"), ("``", "“"), ("''", "”"), ("---", "—"), ("--", "–"))


@lru_cache(maxsize=4)
def load(path: Path) -> "Bibliography":
    """Read a bibliography once."""
    return Bibliography(parse_file(str(path), bib_format="bibtex"))


def tidy(value: str) -> str:
    """LaTeX in, plain text out."""
    for written, meant in EXTRA:
        value = value.replace(written, meant)
    value = re.sub(r"\\emph\{([^{}]*)\}", r"\1", value)
    return re.sub(r"\s+", " ", str(Text.from_latex(value))).replace("{", "").replace("}", "").replace("\\", "").strip()


class Bibliography:
    """All works that can be cited, by key."""

    def __init__(self, data: BibliographyData) -> None:
        """Take what pybtex read, and settle which works share author and year."""
        self.entries: dict[str, Entry] = dict(data.entries)
        bases = {key: self._base(entry) for key, entry in self.entries.items()}
        shared = Counter(bases.values())
        used: Counter[str] = Counter()
        self._labels: dict[str, str] = {}
        for key in sorted(bases):
            base = bases[key]
            self._labels[key] = base + (ascii_lowercase[used[base] % 26] if shared[base] > 1 else "")
            used[base] += 1

    def label(self, key: str) -> str:
        """The citation's short form. Works of one author and year carry letters, the same ones on every page."""
        return self._labels[key]

    def html(self, key: str) -> str:
        """The full reference. Titles in brackets are descriptions, where the title itself was not seen."""
        entry = self.entries[key]
        year = self._labels[key].rsplit(" ", 1)[-1]
        who = people(_people(entry), full=True)
        parts = [
            f"{escape(who)}{' (eds.)' if not entry.persons.get('author') and who else ''}. {escape(year)}."
            if who
            else ""
        ]
        parts += [_title(entry), *_container(entry), *([] if who else [f"{escape(year)}."]), _link(entry)]
        return " ".join(filter(None, parts)).replace("n.d..", "n.d.").replace("?.”", "?”")

    def order(self, keys: Iterable[str]) -> list[str]:
        """Keys in the order of the list: by name, then year."""
        return sorted(keys, key=lambda key: (_plain(self.label(key)), key))

    def _base(self, entry: Entry) -> str:
        who = people(_people(entry), full=False) or _by_title(entry)
        return f"{who} {tidy(entry.fields.get('year', 'n.d.'))}"


def people(persons: list[Person], *, full: bool) -> str:
    """Names: "Agha et al." in a label; "Agha, Hussein, Shai Feldman, and ..." in a reference."""
    last = [tidy(" ".join([*person.prelast_names, *person.last_names])) for person in persons]
    others = bool(last) and last[-1].lower() == "others"
    last = last[:-1] if others else last
    if not full:
        if len(last) > 3 or others:
            return f"{last[0]} et al."
        return _joined(last)
    names = [_full(person, first=not place) for place, person in enumerate(persons[: len(last)])]
    return _joined(names) + (" and others" if others else "")


def _people(entry: Entry) -> list[Person]:
    return list(entry.persons.get("author") or entry.persons.get("editor") or [])


def _full(person: Person, *, first: bool) -> str:
    given = tidy(" ".join([*person.first_names, *person.middle_names]))
    family = tidy(" ".join([*person.prelast_names, *person.last_names, *person.lineage_names]))
    if not given:
        return family
    return f"{family}, {given}" if first else f"{given} {family}"


def _joined(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else ""


def _by_title(entry: Entry) -> str:
    """A work without an author is cited by the first words of its title."""
    title = re.split(r"[:,(]", tidy(entry.fields.get("title", "Untitled")).strip("[]"))[0].strip()
    words = title.split()
    return " ".join(words[:6]) + ("…" if len(words) > 6 else "")


def _title(entry: Entry) -> str:
    title = tidy(entry.fields.get("title", "Untitled")).rstrip(".")
    if entry.type in ("book", "techreport", "mastersthesis"):
        return f"<cite>{escape(title)}</cite>."
    return f"{escape(title)}." if title.startswith("[") else f"“{escape(title)}.”"


def _container(entry: Entry) -> list[str]:
    """Where it appeared: journal, book, series, publisher, whatever the entry has."""
    field = {name: tidy(value) for name, value in entry.fields.items()}
    parts: list[str] = []
    if "journal" in field:
        issue = " ".join(
            filter(None, [field.get("volume", ""), f"({field['number']})" if "number" in field else ""])
        ).replace(" (", "(")
        pages = f": {field['pages'].rstrip('–')}" if field.get("pages") else ""
        parts.append(f"<cite>{escape(field['journal'])}</cite> {escape(issue + pages)}.".replace(" .", "."))
    if "booktitle" in field:
        editors = people(list(entry.persons.get("editor") or []), full=False) if entry.persons.get("author") else ""
        pages = f", {field['pages'].rstrip('–')}" if field.get("pages") else ""
        parts.append(
            f"In <cite>{escape(field['booktitle'])}</cite>{escape(', edited by ' + editors if editors else '')}{escape(pages)}."
        )
    for name in ("howpublished", "school", "institution"):
        if name in field:
            parts.append(f"{escape(field[name].rstrip('.'))}.")
    if "publisher" in field and "journal" not in field:
        place = f"{field['address']}: " if "address" in field else ""
        parts.append(f"{escape(place + field['publisher'])}.")
    return parts


def _link(entry: Entry) -> str:
    doi, url = entry.fields.get("doi"), entry.fields.get("url")
    address = f"https://doi.org/{doi}" if doi else (url or "").replace("\\", "")
    return (
        f'<a href="{escape(address)}">{escape("doi:" + doi if doi else re.sub(r"^https?://", "", address))}</a>'
        if address
        else ""
    )


def _plain(text: str) -> str:
    """For sorting: without accents and signs, as a reader looks for a name."""
    bare = "".join(char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char))
    return re.sub(r"[^a-z0-9 ]", "", bare.lower())
