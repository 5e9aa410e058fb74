"""From checked YAML to what the browser gets: versioned JSON with its text as HTML, named by its digest.

The engines never read YAML; this is the only way from an author's file to them.
"""

import json
import re
from collections.abc import Callable
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import markdown

from interactive.authoring.bibliography import Bibliography, load
from interactive.authoring.project import KINDS
from interactive.authoring.reading import read_source
from interactive.authoring.shape import shape_of

FORMAT = 1
INLINE = ("backtick", "escape", "link", "linebreak", "em_strong")  # no images, no raw HTML, no reference links
PLAIN_AMPERSAND = "\ue000"  # stands for & while Markdown is at work, which would take what follows for an entity
TYPOGRAPHY = {
    "&ldquo;": "“",
    "&rdquo;": "”",
    "&lsquo;": "‘",
    "&rsquo;": "’",
    "&ndash;": "–",
    "&mdash;": "—",
    "&hellip;": "…",
}


class NotCompiled(Exception):
    """A definition is missing or wrong; the message says what to run or mend."""


@lru_cache(maxsize=1)
def _markdown() -> markdown.Markdown:
    """Markdown that knows paragraphs only: a card that begins with "1993." or "-" is no list."""
    md = markdown.Markdown(extensions=["smarty"], output_format="html")
    md.preprocessors.deregister("html_block")
    for block in ("indent", "code", "hashheader", "setextheader", "hr", "olist", "ulist", "quote", "reference"):
        md.parser.blockprocessors.deregister(block)
    for pattern in [item.name for item in md.inlinePatterns._priority]:
        if pattern not in INLINE:
            md.inlinePatterns.deregister(pattern)
    return md


def inline(text: str) -> str:
    """Inline Markdown as HTML. Raw HTML is shown as text; a link may only lead on by http(s), by `root:` or relatively."""
    written = re.sub(r"\s*\n\s*\n\s*", " ", text.strip()).replace("&", PLAIN_AMPERSAND)
    html = _markdown().reset().convert(written)
    html = re.sub(r"\A<p>|</p>\Z", "", html)
    for entity, char in TYPOGRAPHY.items():  # characters, not entities: what is read out loud is made from this
        html = html.replace(entity, char)
    html = re.sub(r'href="(?!https?://|root:|(?!//)[\w./#-]+")[^"]*"', 'href="#"', html)
    return html.replace(PLAIN_AMPERSAND, "&amp;")


def typographic(text: str) -> str:
    """Plain text with the quotation marks and dashes of a printed page."""
    text = re.sub(r"(^|[\s(\[])\"", r"\1“", text).replace('"', "”")
    return re.sub(r"(^|[\s(\[])'", r"\1‘", text).replace("'", "’").replace("--", "–")


def href(target: str) -> str:
    """A page below content/ as a link from the site's root; what is an address already stays as it is."""
    if re.match(r"https?://|root:", target):
        return target
    return "root:" + re.sub(r"\.md(?=#|$)", ".html", target)


def compile_sorter(ref: str, data: dict[str, Any], works: Bibliography) -> dict[str, Any]:
    """Compile a sorter (format 1)."""
    for card in data["cards"]:
        strange = {card["bin"], *card.get("also", {}), *card.get("misplaced", {})} - set(data["bins"])
        if strange:
            raise NotCompiled(f"{ref}: card `{card['id']}` names a bin that is not there: {', '.join(sorted(strange))}")
    return {
        "format": FORMAT,
        "kind": "sorter",
        "ref": ref,
        "title": typographic(data["title"]),
        "objectives": data["objectives"],
        "minutes": data["minutes"],
        "question": inline(data["question"]),
        "intro": inline(data["intro"]),
        "draw": data["draw"],
        "bins": [_bin(name, item) for name, item in data["bins"].items()],
        "cards": [_card(card, works) for card in data["cards"]],
    }


def _bin(name: str, item: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": name,
        "label": typographic(item["label"]),
        "description": inline(item["description"]),
        "test": inline(item["test"]),
        "reread": {"text": typographic(item["reread"]["text"]), "href": href(item["reread"]["href"])},
    }


def _card(card: dict[str, Any], works: Bibliography) -> dict[str, Any]:
    return {
        "id": card["id"],
        "title": typographic(card.get("title", "")),
        "text": inline(card["text"]),
        "by": typographic(card["by"]),
        "bin": card["bin"],
        "also": {name: inline(why) for name, why in card.get("also", {}).items()},
        "misplaced": {name: inline(why) for name, why in card.get("misplaced", {}).items()},
        "rationale": inline(card["rationale"]),
        "hint": inline(card["hint"]),
        "cites": [{"key": key, "label": works.label(key)} for key in card["cite"]],
    }


COMPILERS: dict[str, Callable[[str, dict[str, Any], Bibliography], dict[str, Any]]] = {"sorter": compile_sorter}


def canonical(definition: dict[str, Any]) -> str:
    """A definition as text, the same for the same definition."""
    return json.dumps(definition, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def digest(definition: dict[str, Any]) -> str:
    """Sixteen hexadecimal digits that name this version of a definition in every record."""
    return sha256(canonical(definition).encode()).hexdigest()[:16]


def compile_ref(root: Path, ref: str) -> dict[str, Any]:
    """Compile one definition by its ref."""
    for kind in KINDS:
        path = root / "quizzes" / f"{ref}.{kind}.yml"
        if path.exists():
            works = root / "content" / "references.bib"
            return _compiled(root, path, ref, kind, (path.stat().st_mtime_ns, works.stat().st_mtime_ns))
    raise NotCompiled(f"there is no definition `{ref}` below quizzes/ (`course new sorter {ref}` begins one)")


@lru_cache(maxsize=256)
def _compiled(root: Path, path: Path, ref: str, kind: str, _changed: tuple[int, int]) -> dict[str, Any]:
    source = read_source(path, root)
    wrong = sorted([*source.findings, *shape_of(source, root)])
    if wrong:
        raise NotCompiled(f"{wrong[0]} (`course check` lists all there is to mend)")
    try:
        return COMPILERS[kind](ref, source.data, load(root / "content" / "references.bib"))
    except KeyError as error:
        raise NotCompiled(f"{source.path} cites {error}, which references.bib has not; see `course check`") from error


def compile_refs(root: Path) -> dict[str, dict[str, Any]]:
    """Every definition of the project: ref -> definition."""
    refs = [
        f"{path.parent.name}/{path.name.removesuffix(f'.{kind}.yml')}"
        for kind in KINDS
        for path in sorted((root / "quizzes").glob(f"*/*.{kind}.yml"))
    ]
    return {ref: compile_ref(root, ref) for ref in refs}


def compile_all(root: Path) -> dict[str, str]:
    """Every definition of the project: digest -> JSON text."""
    return {digest(definition): canonical(definition) for definition in compile_refs(root).values()}
