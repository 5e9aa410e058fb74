"""A Markdown extension: the first time a page uses a term of the glossary, the word leads there and says what it means.

Once a page, in running text only: a mark at every turn would be noise. The meaning is the link's `title`, which the theme shows on
hover and on focus; on the page of the glossary itself nothing is marked.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from interactive.authoring.glossary import FILE, read_glossary, terms_of
from interactive.kernel.html import plain

RUNNING = ("p", "li", "dd")
CLOSED = frozenset({"a", "code", "abbr", "button", "h1", "h2", "h3", "h4", "th", "cite"})


class _Terms(Treeprocessor):
    def __init__(self, md: Markdown, root: Path) -> None:
        super().__init__(md)
        self.root = root
        self._read: tuple[float, dict[str, tuple[str, str]], re.Pattern[str] | None] = (-1.0, {}, None)

    def run(self, root: Element) -> None:  # noqa: D102
        meanings, pattern = self._known()
        if pattern is None:
            return
        seen: set[str] = set()
        for block in root.iter():
            if block.tag in RUNNING and "admonition-title" not in block.get("class", ""):
                _mark(block, pattern, meanings, seen)

    def _known(self) -> tuple[dict[str, tuple[str, str]], re.Pattern[str] | None]:
        """Every form of every term -> (id, meaning), and a pattern that finds them; read again when the file changes."""
        path = self.root / FILE
        stamp = path.stat().st_mtime if path.is_file() else 0.0
        if stamp != self._read[0]:
            forms = dict(_forms(terms_of(read_glossary(self.root))))
            longest = sorted(forms, key=len, reverse=True)
            words = "|".join(re.escape(form) for form in longest)
            pattern = re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE) if forms else None
            self._read = (stamp, {form.casefold(): found for form, found in forms.items()}, pattern)
        return self._read[1], self._read[2]


def _forms(terms: list[dict[str, Any]]) -> Iterator[tuple[str, tuple[str, str]]]:
    for term in terms:
        meaning = (str(term["id"]), " ".join(re.sub(r"[*_`]", "", str(term["definition"])).split()))
        for form in (term["term"], *term.get("also", [])):
            yield str(form), meaning


def _mark(block: Element, pattern: re.Pattern[str], meanings: dict[str, tuple[str, str]], seen: set[str]) -> None:
    """Mark in the block's own text and in what stands between its children, going down into emphasis and the like."""
    _text(block, None, pattern, meanings, seen)
    for child in list(block):
        if child.tag not in CLOSED and child.tag not in RUNNING and "st-cites" not in child.get("class", ""):
            _mark(child, pattern, meanings, seen)
        _text(block, child, pattern, meanings, seen)


def _text(
    parent: Element,
    after: Element | None,
    pattern: re.Pattern[str],
    meanings: dict[str, tuple[str, str]],
    seen: set[str],
) -> None:
    """Mark the first new term in one stretch of text (the parent's own, or what follows `after`), then look at the rest."""
    text = (parent.text if after is None else after.tail) or ""
    for match in pattern.finditer(text):
        name, meaning = meanings[match[0].casefold()]
        if name in seen:
            continue
        seen.add(name)
        link = Element("a", {"class": "st-gloss", "href": f"root:glossary.html#{name}", "title": plain(meaning)})
        link.text, link.tail = match[0], text[match.end() :]
        if after is None:
            parent.text = text[: match.start()]
            parent.insert(0, link)
        else:
            after.tail = text[: match.start()]
            parent.insert(list(parent).index(after) + 1, link)
        return _text(parent, link, pattern, meanings, seen)
    return None


class TermExtension(Extension):
    """`root` is the folder of the project."""

    def __init__(self, **kwargs: Any) -> None:
        """Take the extension's options."""
        self.config = {"root": [".", "the project's folder"]}
        super().__init__(**kwargs)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: D102, N802
        md.treeprocessors.register(_Terms(md, Path(str(self.getConfig("root"))).resolve()), "st-terms", 5)


def makeExtension(**kwargs: Any) -> TermExtension:  # noqa: N802
    """What Python-Markdown calls."""
    return TermExtension(**kwargs)
