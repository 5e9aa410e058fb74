"""The fences ```activity, ```room, ```figure, ```glossary, ```timeline and ```references: superfences formatters, so that any Markdown
builder can show a page.
"""

import re
from html import escape
from pathlib import Path
from typing import Any

from pymdownx.superfences import SuperFencesException

from interactive.activities import KINDS
from interactive.authoring.bibliography import load
from interactive.authoring.citations import cites_in, keys_in
from interactive.authoring.definitions import NotCompiled, compile_ref, digest
from interactive.authoring.figures import drawing
from interactive.authoring.glossary import compile_glossary
from interactive.authoring.notebooks import read_notebooks
from interactive.authoring.pages import fences, mapping, prose
from interactive.authoring.project import Project, find_root
from interactive.authoring.timeline import PAGE, compile_timeline
from interactive.authoring.timeline_page import timeline_html
from interactive.authoring.today import today
from interactive.kernel.frame import asleep


def _root() -> Path:
    root = find_root(Path.cwd())
    if root is None:
        raise SuperFencesException("run the build inside the course's folder: no mkdocs.yml was found here or above")
    return root


def activity(source: str, language: str, css_class: str, options: dict[str, Any], md: Any, **_: Any) -> str:
    """An activity in its first state, as HTML that can be read, filled in and printed without Python."""
    try:
        data = compile_ref(_root(), source.strip())
    except NotCompiled as error:
        raise SuperFencesException(f"```activity: {error}") from error
    kind = KINDS[data["kind"]]
    try:
        definition = kind.load({**data, "digest": digest(data)})
        return asleep(kind.render(definition, kind.start(definition, seed=0)))
    except Exception as error:  # superfences would swallow it and show the bare fence on the page
        raise SuperFencesException(f"```activity: `{source.strip()}` cannot be shown ({error!r})") from error


def room(source: str, language: str, css_class: str, options: dict[str, Any], md: Any, **_: Any) -> str:
    """An activity's edition for a room without screens, as pages to print. Lines after the ref name parts of it; none means all."""
    ref, *names = source.split()
    try:
        data = compile_ref(_root(), ref)
        kind = KINDS[data["kind"]]
        if kind.room is None:
            raise NotCompiled(f"`{ref}` has no edition for a room")
        sheets = kind.room(kind.load({**data, "digest": digest(data)}), tuple(names))
    except (NotCompiled, LookupError) as error:
        raise SuperFencesException(f"```room: {error}") from error
    return f'<div class="st-room-edition" data-search-exclude>{sheets}</div>'


def figure(source: str, language: str, css_class: str, options: dict[str, Any], md: Any, **_: Any) -> str:
    """A figure of content/figures/ by name, broad and, where there is one, tall; the lines after the name are its caption."""
    name, _sep, caption = source.strip().partition("\n")
    folder = _root() / "content" / "figures"
    broad = folder / f"{name.strip()}.svg"
    if not broad.is_file():
        raise SuperFencesException(
            f"```figure: there is no content/figures/{name.strip()}.svg; draw it, or mend the name"
        )
    tall = folder / f"{name.strip()}-tall.svg"
    drawings = drawing(broad, "st-broad") + (drawing(tall, "st-tall") if tall.exists() else "")
    words = f"<figcaption>{caption.strip()}</figcaption>" if caption.strip() else ""
    return (
        f'<figure class="st-figure st-wide"><div class="st-plate" data-search-exclude>{drawings}</div>{words}</figure>'
    )


def glossary(source: str, language: str, css_class: str, options: dict[str, Any], md: Any, **_: Any) -> str:
    """Every term of the glossary in alphabetical order, with what it means, its sources and the section that teaches it."""
    terms = sorted(compile_glossary(_root()), key=lambda term: str(term["stem"]).casefold())
    rows = [_term(term) for term in terms]
    return f'<p>{len(rows)} terms so far.</p>\n<dl class="st-glossary">{"".join(rows)}</dl>'


def _term(term: dict[str, Any]) -> str:
    links = ", ".join(
        f'<a href="root:references.html#{one["key"]}">{escape(one["label"])}</a>' for one in term["cites"]
    )
    reread = f'<a href="{term["reread"]["href"]}">{escape(term["reread"]["text"])}</a>'
    also = f' <span class="st-small">also: {escape(", ".join(term["also"]))}</span>' if term["also"] else ""
    return (
        f'<dt id="{term["id"].removeprefix("term-")}">{escape(term["stem"])}{also}</dt>'
        f'<dd>{term["meaning"]} <span class="st-cite">Taught in: {reread}. Sources: {links}.</span></dd>'
    )


def timeline(source: str, language: str, css_class: str, options: dict[str, Any], md: Any, **_: Any) -> str:
    """Every entry of the timeline: a drawing of them all with a caption, boxes to filter by, and a list in the order of time."""
    project = Project(_root(), today())
    try:
        return timeline_html(project, compile_timeline(project.root), source.strip())
    except (LookupError, ValueError) as error:
        raise SuperFencesException(
            f"```timeline: content/timeline.yml ({error!r}); `course check` says where"
        ) from error


def references(source: str, language: str, css_class: str, options: dict[str, Any], md: Any, **_: Any) -> str:
    """Every work that is cited on any page or in any activity, with the lessons that cite it."""
    project = Project(_root(), today())
    works = load(project.content / "references.bib")
    cited = _cited(project)
    rows = [_row(works.html(key), key, cited[key]) for key in works.order(key for key in cited if key in works.entries)]
    return f'<p>{len(rows)} works are cited so far.</p>\n<ul class="st-references st-plain">{"".join(rows)}</ul>'


def _row(html: str, key: str, where: dict[str, str]) -> str:
    links = ", ".join(f'<a href="root:{page}">{escape(title)}</a>' for page, title in sorted(where.items()))
    cited = f' <span class="st-small">Cited in: {links}</span>' if links else ""
    return f'<li id="{key}"><span>{html}</span>{cited}</li>'


def _cited(project: Project) -> dict[str, dict[str, str]]:
    """Key -> the places that cite it: {address: title}. A definition that no page shows has no place."""
    found: dict[str, dict[str, str]] = {}
    shown: dict[str, str] = {}
    for page, text in project.pages.items():
        address = page.removesuffix("md") + "html"
        for key, _ in keys_in(text):
            found.setdefault(key, {})[address] = _title(project, page)
        for fence in fences(text):
            ref = fence.body.strip()
            if fence.language == "activity":
                shown.setdefault(ref, f"{address}#{ref.rsplit('/', 1)[-1]}-activity")
    for lab in read_notebooks(project.content):
        for _, _, key in lab.works():
            found.setdefault(key, {})[lab.path.removesuffix("ipynb") + "html"] = lab.title
    for ref, _, data in project.own():
        for key, _ in cites_in(data):
            found.setdefault(key, {}).update({shown[ref]: str(data.get("title", ref))} if ref in shown else {})
    for term in compile_glossary(project.root):
        for cite in term["cites"]:
            found.setdefault(cite["key"], {})["glossary.html#" + term["id"].removeprefix("term-")] = "Glossary"
    for entry in compile_timeline(project.root):
        for cite in entry.cites:
            found.setdefault(cite["key"], {})[f"{PAGE}#{entry.anchor}"] = f"Timeline, {entry.first.year}"
    return found


def _title(project: Project, page: str) -> str:
    heading = re.search(r"^# (.+)$", prose(project.pages[page]), re.MULTILINE)
    return str(mapping(project.heads[page].data).get("title") or (heading[1] if heading else page))
