"""Finishing the pages that MkDocs built: links from the site's root, hashed folder names, where each activity stands."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from interactive.authoring.definitions import digest
from interactive.publishing.readings import mark_reading, reading_of


def finish_page(html: str, depth: int, renamed: Mapping[str, str]) -> str:
    """Make a page's `root:` links relative (`depth` folders up) and point its assets at the hashed folders.

    `root:` is how activities and citations name a place on the site without knowing which page they stand on.
    """
    html = re.sub(r'((?:href|src)=")root:', lambda match: match[1] + "../" * depth, html)
    for name, hashed in renamed.items():
        html = html.replace(f"assets/{name}/", f"assets/{hashed}/")
    return html


@dataclass(frozen=True, slots=True)
class Found:
    """What stands on the finished pages: each activity, ref -> {href, digest}; each page's sections, anchor -> title; and the
    definitions of what can be read, by ref.
    """

    where: dict[str, dict[str, str]] = field(default_factory=dict)
    sections: dict[str, dict[str, str]] = field(default_factory=dict)
    readings: dict[str, dict[str, Any]] = field(default_factory=dict)


class _Contents(HTMLParser):
    """The activities, the title and the headings of the second level of one page."""

    def __init__(self) -> None:
        super().__init__()
        self.activities: dict[str, tuple[str, str]] = {}
        self.sections: dict[str, str] = {}
        self.title = ""
        self.inside = ""  # the anchor of the heading that is being read
        self.in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        ref = values.get("data-activity")
        if ref:
            self.activities[ref] = (values.get("id") or "", values.get("data-digest") or "")
        self.in_title = tag == "h1" and not self.title
        if tag == "h2" and values.get("id"):
            self.inside = values["id"] or ""
            self.sections[self.inside] = ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "h2" and self.inside:
            self.sections[self.inside] = " ".join(self.sections[self.inside].split())
            self.inside = ""

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.sections[self.inside] += data
        if self.in_title:
            self.title += " ".join(data.split())


def finish_site(site: Path, renamed: Mapping[str, str]) -> Found:
    """Finish every page in place; return what stands on them."""
    found = Found()
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site).as_posix()
        html = path.read_text(encoding="utf-8")
        if (
            name == "404.html"
        ):  # MkDocs writes it for the root of a host; under a sub-path it needs the page's own folder
            html = re.sub(r'((?:href|src)=")/(?!/)', r"\1", html)
        contents = _Contents()
        contents.feed(html)
        found.sections[name] = contents.sections
        reading = reading_of(name, contents.title, contents.sections)
        if reading:
            found.readings[reading["ref"]] = reading
            html = mark_reading(html, reading)
        path.write_text(finish_page(html, name.count("/"), renamed), encoding="utf-8")
        for ref, (anchor, version) in contents.activities.items():
            found.where.setdefault(ref, {"href": f"{name}#{anchor}", "digest": version})
    return found


def write_index(site: Path, found: Found) -> None:
    """Write `assets/definitions/index.json`: where each activity stands now, and each reading, and in which version."""
    readings = {
        ref: {"href": f"lessons/{ref.removesuffix('/reading')}/index.html", "digest": digest(reading)}
        for ref, reading in found.readings.items()
    }
    target = site / "assets" / "definitions" / "index.json"
    target.write_text(json.dumps({**found.where, **readings}, sort_keys=True, ensure_ascii=False), encoding="utf-8")
