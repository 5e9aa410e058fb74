"""Links inside the course: the page exists and has the anchor; an image says in words what it shows."""

import re
from collections.abc import Iterator
from functools import lru_cache
from posixpath import dirname, join, normpath

from markdown.extensions.toc import slugify

from interactive.authoring.findings import Finding
from interactive.authoring.lint.sorters import bins_of, sorters
from interactive.authoring.project import Project

LINK = re.compile(r"(?<!\\)(!?)\[([^\]\n]*)\]\(\s*<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\s*\)")
HEADING = re.compile(r"^#{1,6}\s+(.*?)\s*(?:\{[^}]*#([\w-]+)[^}]*\})?\s*#*$", re.MULTILINE)
CODE = re.compile(r"^(`{3,}|~{3,}).*?^\1|`[^`\n]+`", re.MULTILINE | re.DOTALL)


@lru_cache(maxsize=256)
def anchors(text: str) -> frozenset[str]:
    """The anchors of a page: explicit ids, and headings as the builder slugs them."""
    found = set(re.findall(r"\{[^}\n]*#([\w-]+)[^}\n]*\}", text)) | set(re.findall(r"\bid=\"([\w-]+)\"", text))
    found |= {slugify(re.sub(r"[*_`]", "", title), "-") for title, explicit in HEADING.findall(text) if not explicit}
    return frozenset(found)


def problem(project: Project, page: str, target: str) -> str | None:
    """What is wrong with a link from this page, or None. Links that leave the course are not followed."""
    if re.match(r"[a-z][a-z0-9+.-]*:|//", target):
        return None
    path, _, anchor = target.partition("#")
    place = normpath(join(dirname(page), path)) if path and not path.startswith("/") else path.lstrip("/") or page
    if not place.endswith(".md"):
        return None if (project.content / place).exists() or place.endswith(".html") else f"there is no content/{place}"
    if place not in project.pages:
        return f"there is no page content/{place}"
    if anchor and anchor not in anchors(project.pages[place]) and "```references" not in project.pages[place]:
        return f"content/{place} has no anchor #{anchor}"
    return None


def unresolved_link(project: Project) -> Iterator[Finding]:
    """Every link of a page that stays in the course leads somewhere."""
    for page, match, line, col in _links(project):
        wrong = problem(project, page, match[3])
        if wrong and not match[1]:
            yield Finding(f"content/{page}", line, col, "unresolved-link", f"{wrong}; mend the link")


def image_without_alt(project: Project) -> Iterator[Finding]:
    """Every image says in words what it shows."""
    for page, match, line, col in _links(project):
        if match[1] and not match[2].strip():
            yield Finding(
                f"content/{page}", line, col, "image-without-alt", "write between the brackets what the image shows"
            )


def unresolved_reread(project: Project) -> Iterator[Finding]:
    """What a bin sends its reader back to is there."""
    for source, data in sorters(project):
        for name, item in bins_of(data).items():
            reread = item.get("reread") if isinstance(item, dict) else None
            href = reread.get("href") if isinstance(reread, dict) else None
            wrong = problem(project, "", href) if isinstance(href, str) else None
            if wrong:
                yield source.find(
                    ("bins", name, "reread", "href"),
                    "unresolved-reread",
                    f"{wrong}; name a page below content/ and an anchor",
                )


def _links(project: Project) -> Iterator[tuple[str, re.Match[str], int, int]]:
    for page, text in project.pages.items():
        blanked = CODE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
        for match in LINK.finditer(blanked):
            start = match.start()
            yield page, match, text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
