"""Links inside the course: the page exists and has the anchor; an image exists and says in words what it shows."""

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from posixpath import dirname, join, normpath
from typing import Any

from interactive.authoring.findings import Finding
from interactive.authoring.lint import assignments
from interactive.authoring.pages import anchors, fences, place, prose
from interactive.authoring.project import Project
from interactive.authoring.reading import Place
from interactive.authoring.timeline import anchors_of

TARGET = re.compile(r"(?<!\\)\]\(\s*<?([^)\s>\[\]]+)|^ {0,3}\[[^\[\]\n]+\]:[ \t]*<?([^\s>]+)", re.MULTILINE)
IMAGE = re.compile(r"!\[([^\[\]\n]*)\]\(|<img\b([^<>]*)>")
OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


def problem(project: Project, page: str, target: str) -> str | None:
    """What is wrong with a link from this page, or None. Links that leave the course are not followed."""
    if target.startswith("root:"):
        page, target = "", re.sub(r"\.html(?=#|$)", ".md", target.removeprefix("root:"))
    if OUTSIDE.match(target):
        return None
    path, _, anchor = target.partition("#")
    to = normpath(join(dirname(page), path)) if path and not path.startswith("/") else path.lstrip("/") or page
    if not to.endswith(".md"):
        there = (project.content / to).exists() or to.endswith(".html") or to in project.decks
        return None if there else f"there is no content/{to}"
    if to not in project.pages:
        near = get_close_matches(to, project.pages, 1, 0.8)
        return f"there is no page content/{to}" + (f"; did you mean content/{near[0]}?" if near else "")
    if assignments.carries_one(to, anchor):
        return assignments.problem(project, anchor)
    known = _anchors(project, to)
    if anchor and anchor not in known:
        near = get_close_matches(anchor, known, 1)
        return f"content/{to} has no anchor #{anchor}" + (f"; did you mean #{near[0]}?" if near else "")
    return None


def _anchors(project: Project, page: str) -> frozenset[str]:
    text = project.pages[page]
    shown = {fence.language for fence in fences(text)}
    works = project.bib_keys if "references" in shown else frozenset()
    entries = anchors_of(project.timeline) if "timeline" in shown else frozenset()
    return anchors(text) | works | entries


def unresolved_link(project: Project) -> Iterator[Finding]:
    """Every link and image of a page that stays in the course leads somewhere."""
    for page, text in project.pages.items():
        clear = prose(text)
        for match in TARGET.finditer(clear):
            wrong = problem(project, page, match[1] or match[2])
            if wrong:
                start = clear.rfind("[", 0, match.start() + 1) if match[1] else match.start()
                yield Finding(f"content/{page}", *place(text, start), "unresolved-link", f"{wrong}; mend the link")


def image_without_alt(project: Project) -> Iterator[Finding]:
    """Every image says in words what it shows."""
    for page, text in project.pages.items():
        for match in IMAGE.finditer(prose(text)):
            said = match[1] if match[2] is None else "".join(re.findall(r"\balt=[\"']?([^\"'>]+)", match[2]))
            if not said.strip():
                where = "between the brackets" if match[2] is None else "in alt"
                message = f"write {where} what the image shows"
                yield Finding(f"content/{page}", *place(text, match.start()), "image-without-alt", message)


def unresolved_reread(project: Project) -> Iterator[Finding]:
    """What a bin, an item, a casefile or a term sends its reader back to is there."""
    for source, data in project.written():
        for way, href in _rereads(data, ()):
            wrong = problem(project, "", href)
            if wrong:
                message = f"{wrong}; name a page below content/ and an anchor"
                yield source.find(way, "unresolved-reread", message)


def _rereads(data: Any, way: Place) -> Iterator[tuple[Place, str]]:
    for name, value in _inside(data):
        if name == "reread" and isinstance(value, dict) and isinstance(value.get("href"), str):
            yield (*way, name, "href"), value["href"]
        else:
            yield from _rereads(value, (*way, name))


def unresolved_link_in_text(project: Project) -> Iterator[Finding]:
    """A link in a definition leads on from any page: it is a web address, or begins with `root:` and resolves."""
    for source, data in project.written():
        for way, text in _texts(data, ()):
            for match in TARGET.finditer(prose(text)):
                target = match[1] or match[2]
                wrong = problem(project, "", target)
                if not re.match(r"https?://|root:", target):
                    wrong = f"`{target}` is lost on other pages: write https://… or root:lessons/…/index.html#anchor"
                if wrong:
                    yield source.find(way, "unresolved-link", wrong)


def _texts(data: Any, way: Place) -> Iterator[tuple[Place, str]]:
    if isinstance(data, str):
        yield way, data
    for name, value in _inside(data):
        yield from _texts(value, (*way, name))


def _inside(data: Any) -> Iterable[tuple[str | int, Any]]:
    return data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
