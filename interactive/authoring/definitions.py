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

FORMAT = 1
TYPOGRAPHY = {
    "&ldquo;": "“",
    "&rdquo;": "”",
    "&lsquo;": "‘",
    "&rsquo;": "’",
    "&ndash;": "–",
    "&mdash;": "—",
    "&hellip;": "…",
}


def inline(text: str) -> str:
    """Inline Markdown as HTML. Raw HTML is shown as text; a link may only lead on by http(s), by `root:` or relatively."""
    escaped = text.strip().replace("&", "&amp;").replace("<", "&lt;")
    html = markdown.markdown(escaped, extensions=["smarty"], output_format="html")
    html = re.sub(r"\A<p>|</p>\Z", "", html.replace("</p>\n<p>", " "))
    for entity, char in TYPOGRAPHY.items():  # characters, not entities: what is read out loud is made from this
        html = html.replace(entity, char)
    return re.sub(r'href="(?!https?://|root:|[\w./#-]+")[^"]*"', 'href="#"', html)


def typographic(text: str) -> str:
    """Plain text with the quotation marks and dashes of a printed page."""
    text = re.sub(r"(^|[\s(\[])\"", r"\1“", text).replace('"', "”")
    return re.sub(r"(^|[\s(\[])'", r"\1‘", text).replace("'", "’").replace("--", "–")


def href(target: str) -> str:
    """A page below content/ as a link from the site's root."""
    return "root:" + re.sub(r"\.md(?=#|$)", ".html", target)


def compile_sorter(ref: str, data: dict[str, Any], works: Bibliography) -> dict[str, Any]:
    """Compile a sorter (format 1)."""
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


class NotCompiled(Exception):
    """A definition is missing or wrong; the message says what to run or mend."""


def compile_ref(root: Path, ref: str) -> dict[str, Any]:
    """Compile one definition by its ref."""
    for kind in KINDS:
        path = root / "quizzes" / f"{ref}.{kind}.yml"
        if path.exists():
            return _compiled(root, path, ref, kind, path.stat().st_mtime_ns)
    raise NotCompiled(f"there is no definition `{ref}` below quizzes/ (`course new sorter {ref}` begins one)")


@lru_cache(maxsize=256)
def _compiled(root: Path, path: Path, ref: str, kind: str, _changed: int) -> dict[str, Any]:
    source = read_source(path, root)
    try:
        if source.findings or not isinstance(source.data, dict):
            raise KeyError(str(source.findings[0]) if source.findings else "it is no mapping")
        return COMPILERS[kind](ref, source.data, load(root / "content" / "references.bib"))
    except (KeyError, TypeError, AttributeError) as error:
        raise NotCompiled(f"{source.path} cannot be compiled ({error}); `course check` says what to mend") from error


def compile_all(root: Path) -> dict[str, str]:
    """Every definition of the project: digest -> JSON text."""
    refs = [
        f"{path.parent.name}/{path.name.removesuffix(f'.{kind}.yml')}"
        for kind in KINDS
        for path in sorted((root / "quizzes").glob(f"*/*.{kind}.yml"))
    ]
    return {digest(definition): canonical(definition) for definition in (compile_ref(root, ref) for ref in refs)}
