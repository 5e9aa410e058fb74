"""Finishing the pages that MkDocs built: links from the site's root, hashed folder names, where each activity stands."""

import json
import re
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path


def finish_page(html: str, depth: int, renamed: Mapping[str, str]) -> str:
    """Make a page's `root:` links relative (`depth` folders up) and point its assets at the hashed folders.

    `root:` is how activities and citations name a place on the site without knowing which page they stand on.
    """
    html = re.sub(r'((?:href|src)=")root:', lambda match: match[1] + "../" * depth, html)
    for name, hashed in renamed.items():
        html = html.replace(f"assets/{name}/", f"assets/{hashed}/")
    return html


class _Activities(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, tuple[str, str]] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        ref = values.get("data-activity")
        if ref:
            self.found[ref] = (values.get("id") or "", values.get("data-digest") or "")


def finish_site(site: Path, renamed: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """Finish every page in place; return where each activity stands: ref -> {href, digest}."""
    where: dict[str, dict[str, str]] = {}
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site).as_posix()
        html = path.read_text(encoding="utf-8")
        if (
            name == "404.html"
        ):  # MkDocs writes it for the root of a host; under a sub-path it needs the page's own folder
            html = re.sub(r'((?:href|src)=")/(?!/)', r"\1", html)
        finished = finish_page(html, name.count("/"), renamed)
        path.write_text(finished, encoding="utf-8")
        activities = _Activities()
        activities.feed(html)
        for ref, (anchor, digest) in activities.found.items():
            where.setdefault(ref, {"href": f"{name}#{anchor}", "digest": digest})
    return where


def write_index(site: Path, where: Mapping[str, Mapping[str, str]]) -> None:
    """Write `assets/definitions/index.json` for the progress page."""
    target = site / "assets" / "definitions" / "index.json"
    target.write_text(json.dumps(where, sort_keys=True, ensure_ascii=False), encoding="utf-8")
