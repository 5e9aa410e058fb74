"""Reading Markdown pages as text: what is code in them, their fences, their anchors and their front matter.

Checks look at pages without building them, so each of these takes time in proportion to the page, whatever it holds.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from markdown.extensions.toc import slugify, unique

from interactive.authoring.reading import Source, read_text

OPENS = re.compile(r"[ \t>]*(?:[-*+] +)?(`{3,}|~{3,})[ \t]*([^`\n]*)$")
CODE_SPAN = re.compile(r"(?<!`)(`+)(?!`)[^\n]*?(?<!`)\1(?!`)")
ID = re.compile(r"#([\w.:-]+)")
ATTRIBUTES = re.compile(r"\{:?([^{}\n]*)\}")


@dataclass(frozen=True, slots=True)
class Fence:
    """A fenced block: its language, what stands in it, and the lines of its first and its last fence, from 1."""

    language: str
    body: str
    first: int
    last: int


@lru_cache(maxsize=256)
def fences(text: str) -> tuple[Fence, ...]:
    """The fenced blocks of a page, indented ones too. What a longer fence shows as an example is not one."""
    lines = text.split("\n")
    ends: dict[str, list[int]] = {}
    for number, line in enumerate(lines):
        ends.setdefault(line.strip(" \t>"), []).append(number)
    found, number = [], 0
    while number < len(lines):
        opened = OPENS.match(lines[number])
        same = ends.get(opened[1], []) if opened else []
        end = bisect_right(same, number)
        if opened and end < len(same):
            body = "\n".join(line.strip(" \t>") for line in lines[number + 1 : same[end]])
            found.append(Fence(opened[2].strip(" {.}").split(" ")[0], body, number + 1, same[end] + 1))
            number = same[end]
        number += 1
    return tuple(found)


def refs_in(text: str) -> Iterator[tuple[str, int]]:
    """The refs of a page's activity fences, with their lines."""
    return ((fence.body.strip(), fence.first + 1) for fence in fences(text) if fence.language == "activity")


@lru_cache(maxsize=256)
def prose(text: str) -> str:
    """The page with its code blanked out, every other character where it was."""
    lines = text.split("\n")
    for fence in fences(text):
        for number in range(fence.first - 1, fence.last):
            lines[number] = " " * len(lines[number])
    return CODE_SPAN.sub(lambda match: " " * len(match[0]), "\n".join(lines))


@lru_cache(maxsize=256)
def anchors(text: str) -> frozenset[str]:
    """The anchors of a page: explicit ids, headings as the builder slugs them, and the frames of its activities."""
    clear = prose(text)
    found = set(re.findall(r"\bid=[\"']([^\"'\s]+)[\"']", clear))
    found |= {name for attributes in ATTRIBUTES.findall(clear) for name in ID.findall(attributes)}
    found |= {
        f"{fence.body.strip().rsplit('/', 1)[-1]}-activity" for fence in fences(text) if fence.language == "activity"
    }
    slugs: set[str] = set()
    for line, bare in zip(text.split("\n"), clear.split("\n"), strict=True):
        if bare.startswith("#") and not ID.search("".join(ATTRIBUTES.findall(bare)[-1:])):
            unique(slugify(_heading(line), "-"), slugs)
    return frozenset(found | slugs)


def _heading(line: str) -> str:
    """The words of a heading, without its signs and marks."""
    words = ATTRIBUTES.sub("", line).strip().strip("#").strip()
    return re.sub(r"[*`]", "", re.sub(r"!?\[([^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])", r"\1", words))


def front_matter(page: str, text: str) -> Source:
    """The YAML at the head of a page, read as strictly as a definition. `data` is None where there is none."""
    source = Source(f"content/{page}")
    lines = text.split("\n")
    end = next((number for number, line in enumerate(lines) if number and line.rstrip() in ("---", "...")), 0)
    if lines[0].rstrip() == "---" and end and "".join(lines[1:end]).strip():
        read_text(source, "\n" + "\n".join(lines[1:end]))  # the empty line keeps the numbers right
    return source


def place(text: str, start: int) -> tuple[int, int]:
    """Line and column, from 1, of a character of the text."""
    return text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)


def mapping(data: Any) -> dict[str, Any]:
    """The data if it is a mapping, else an empty one."""
    return data if isinstance(data, dict) else {}


def named(data: Any) -> Iterator[str]:
    """The names in a mapping or a list of names; nothing from anything else."""
    return (str(name) for name in (data if isinstance(data, (dict, list)) else ()))
