"""One work of the bibliography as text: its names, its title, where it appeared. LaTeX goes in, plain words or HTML come out."""

import re
from collections.abc import Iterator
from html import escape

from pybtex.database import Entry, Person
from pybtex.richtext import Text

SIGNS = (("\\textonehalf", "½"), ("\\S ", "§ "), ("\\S", "§"), ("``", "“"), ("''", "”"), ("---", "—"), ("--", "–"))
ITALIC = ("book", "techreport", "mastersthesis")


def tidy(value: str) -> str:
    """LaTeX in, plain text with the signs of a printed page out."""
    for written, meant in SIGNS:
        value = value.replace(written, meant)
    value = re.sub(r"(?<=[^\W\d])`(?=[^\W\d])", "ʻ", value)  # Hawaiʻi
    value = re.sub(r"(?<!\\)'(?!\w\})", "’", value.replace("`", "‘"))  # not the accent of \'{e} or {\'e}
    value = re.sub(r"\\emph\{([^{}]*)\}", r"\1", value)
    return re.sub(r"\s+", " ", re.sub(r"[{}\\]", "", str(Text.from_latex(value)))).strip()


def people(persons: list[Person], *, full: bool = False, inverted: bool = True) -> str:
    """Names: "Agha et al." in a label; in full "Agha, Hussein, Shai Feldman and ..." (the first one turned round)."""
    last = [tidy(" ".join([*person.prelast_names, *person.last_names])) for person in persons]
    others = bool(last) and last[-1].lower() == "others"
    last = last[:-1] if others else last
    if not full:
        return f"{last[0]} et al." if len(last) > 3 or others else _joined(last)
    names = [_full(person, turned=inverted and not place) for place, person in enumerate(persons[: len(last)])]
    return _joined(names) + (" and others" if others else "")


def responsible(entry: Entry) -> list[Person]:
    """The authors, or else the editors."""
    return list(entry.persons.get("author") or entry.persons.get("editor") or [])


def short_title(entry: Entry) -> str:
    """What stands for the name where a work has no author: the first words of its title; of a statute, all its sections."""
    title = tidy(entry.fields.get("title", "Untitled")).strip("[]")
    sections = statute(title)
    if sections:
        return sections
    cut = r"[:(]" if title[:1] in "“‘" else r"[:,(]"
    words = re.split(cut, title)[0].split()
    return " ".join(words[:6]) + ("…" if len(words) > 6 else "")


def statute(title: str) -> str:
    """The number of a section of the United States Code, if this is one. It is cited without a year."""
    found = re.match(r"\d+ U\.S\.C\. §+ [\dA-Z]+(, [\dA-Z]+)*\b", title)
    return found[0] if found else ""


def reference(entry: Entry, year: str) -> str:
    """The full reference as HTML. Titles in brackets are descriptions, where the title itself was not seen."""
    persons = responsible(entry)
    who = people(persons, full=True)
    if who and not entry.persons.get("author"):
        who += " (eds.)" if len(persons) > 1 else " (ed.)"
    head = [stop(who), stop(year), _title(entry)] if who else [_title(entry), stop(year)]
    return " ".join(filter(None, [*head, *_container(entry, who), _link(entry)]))


def stop(text: str) -> str:
    """The text, escaped, with a full stop unless it ends in a stop already."""
    return escape(text, quote=False) + ("" if re.search(r"[.?!][”’]?$", text) or not text else ".")


def _full(person: Person, *, turned: bool) -> str:
    given = tidy(" ".join([*person.first_names, *person.middle_names]))
    family = tidy(" ".join([*person.prelast_names, *person.last_names, *person.lineage_names]))
    if not given:
        return family
    return f"{family}, {given}" if turned else f"{given} {family}"


def _joined(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else ""


def _title(entry: Entry) -> str:
    title = tidy(entry.fields.get("title", "Untitled")).rstrip(".")
    if entry.type in ITALIC:
        return f"<cite>{escape(title, quote=False)}</cite>" + ("" if title[-1] in "?!" else ".")
    if title.startswith("["):
        return stop(title)
    return f"“{stop(title.replace('“', '‘').replace('”', '’'))}”"


def _container(entry: Entry, who: str) -> Iterator[str]:
    """Where it appeared: journal, book, series, publisher, whatever the entry has."""
    field = {name: tidy(value) for name, value in entry.fields.items()}
    pages = field.get("pages", "").rstrip("–")
    if not field.get("journal", "(").startswith("("):
        yield _journal(field, pages)
    if "booktitle" in field:
        editors = list(entry.persons.get("editor") or []) if entry.persons.get("author") else []
        by = f", edited by {people(editors, full=True, inverted=False)}" if editors else ""
        yield f"In <cite>{escape(field['booktitle'], quote=False)}</cite>" + (
            stop(by + (f", {pages}" if pages else "")) or "."
        )
    if "edition" in field:
        yield stop(f"{field['edition'][:1].upper()}{field['edition'][1:]} ed")
    if entry.type == "mastersthesis":
        yield "Master’s thesis."
    names = ("series", "howpublished", "school", *(("number",) if entry.type == "techreport" else ()), "institution")
    yield from (stop(field[name]) for name in names if field.get(name, who) != who)
    if "journal" not in field and field.get("publisher", who) != who:
        yield stop((f"{field['address']}: " if "address" in field else "") + field["publisher"])


def _journal(field: dict[str, str], pages: str) -> str:
    volume, number = field.get("volume", ""), field.get("number", "")
    issue = (
        f" {volume}({number})" if volume and number else f" {volume}" if volume else f", no. {number}" if number else ""
    )
    return f"<cite>{escape(field['journal'], quote=False)}</cite>" + (
        stop(issue + (f": {pages}" if pages else "")) or "."
    )


def _link(entry: Entry) -> str:
    doi, url = entry.fields.get("doi", ""), entry.fields.get("url", "").replace("\\", "")
    address, shown = (f"https://doi.org/{doi}", f"doi:{doi}") if doi else (url, re.sub(r"^https?://", "", url))
    return f'<a href="{escape(address)}">{escape(shown)}</a>' if address else ""
