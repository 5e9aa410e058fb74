"""The timeline: content/timeline.yml, what happened when, on which track, and which lessons speak of it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from interactive.authoring.bibliography import load
from interactive.authoring.compilers.common import cites
from interactive.authoring.markup import inline, typographic
from interactive.authoring.moments import Moment, moment, said
from interactive.authoring.reading import Source, read_source

FILE = "content/timeline.yml"
PAGE = "timeline.html"
NEEDED = ("id", "date", "title", "text", "lane", "region", "kind", "lessons", "cite")
LANES = {"official": "Official track", "unofficial": "Unofficial track", "both": "Both tracks"}
REGIONS = {
    "africa": "Africa",
    "americas": "Americas",
    "east-asia": "East Asia and Pacific",
    "eurasia": "Caucasus and Central Asia",
    "europe": "Europe",
    "middle-east": "Middle East",
    "south-asia": "South Asia",
    "world": "World",
}
KINDS = {
    "dialogue": "Dialogue or workshop",
    "mission": "Private errand or project",
    "institution": "Institution",
    "idea": "Idea, rule or finding",
    "law": "Law",
    "talks": "Talks or agreement",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry, ready to be shown. `text` is HTML; `short` may be empty."""

    id: str
    first: Moment
    last: Moment | None
    title: str
    short: str
    text: str
    lane: str
    region: str
    kind: str
    lessons: tuple[str, ...]
    cites: tuple[dict[str, str], ...]

    @property
    def anchor(self) -> str:
        """Its anchor on the page of the timeline."""
        return f"t-{self.id}"

    @property
    def when(self) -> str:
        """Its date or its span, in words."""
        return said(self.first, self.last)

    @property
    def facets(self) -> dict[str, str]:
        """What it can be filtered by: name -> value, or several values with blanks between them."""
        return {"region": self.region, "kind": self.kind, "lesson": " ".join(self.lessons)}


def read_timeline(root: Path) -> Source | None:
    """The file as it was read, or None where there is none."""
    path = root / FILE
    return read_source(path, root) if path.is_file() else None


def entries_of(source: Source | None) -> list[dict[str, Any]]:
    """The entries that are whole enough to be used; what is wrong with the others, the check says."""
    data = source.data if source and isinstance(source.data, dict) else {}
    rows = data.get("entries")
    whole = [
        row
        for row in (rows if isinstance(rows, list) else [])
        if isinstance(row, dict) and all(name in row for name in NEEDED)
    ]
    return [row for row in whole if moment(row["date"]) and ("until" not in row or moment(row["until"]))]


def anchors_of(source: Source | None) -> frozenset[str]:
    """The fragments that a link to the page may carry: an entry's anchor, or one filter that is set."""
    rows = entries_of(source)
    facets = {f"{name}={value}" for name, known in (("region", REGIONS), ("kind", KINDS)) for value in known}
    facets |= {f"lesson={name}" for row in rows if isinstance(row["lessons"], list) for name in row["lessons"]}
    return frozenset({f"t-{row['id']}" for row in rows} | facets) if rows else frozenset()


def compile_timeline(root: Path) -> list[Entry]:
    """Every entry in the order of time. A year alone comes before what happened in it on a known day."""
    rows = entries_of(read_timeline(root))
    works = load(root / "content" / "references.bib") if rows else None
    entries = []
    for row in rows:
        first, last = moment(row["date"]), moment(row["until"]) if "until" in row else None
        if first and works:
            named = {name: str(row[name]) for name in ("id", "lane", "region", "kind")}
            words = {name: typographic(str(row.get(name, ""))) for name in ("title", "short")}
            lessons, sources = tuple(map(str, row["lessons"])), tuple(cites(row, works))
            text = inline(str(row["text"]))
            entries.append(Entry(first=first, last=last, text=text, lessons=lessons, cites=sources, **named, **words))
    return sorted(entries, key=lambda entry: (entry.first, entry.last or entry.first, entry.id))
