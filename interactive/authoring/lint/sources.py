"""What the rest rests on: the bibliography can be read, each key stands in it once, and pages' front matter is YAML."""

from collections.abc import Iterator

from pybtex.database import parse_string
from pybtex.exceptions import PybtexError

from interactive.authoring.findings import Finding
from interactive.authoring.pages import place
from interactive.authoring.project import BIB_KEY, Project

BIB = "content/references.bib"


def unreadable_bibliography(project: Project) -> Iterator[Finding]:
    """A slip in references.bib would stop every page that cites."""
    seen: dict[str, int] = {}
    for match in BIB_KEY.finditer(project.bib_text):
        key, (line, col) = match[1].lower(), place(project.bib_text, match.start())
        if key in seen:
            message = f"`{match[1]}` stands already in line {seen[key]}; keep one of the two, or rename one"
            yield Finding(BIB, line, col, "duplicate-key", message)
        seen.setdefault(key, line)
    if len(seen) == len(BIB_KEY.findall(project.bib_text)):
        yield from _slip(project.bib_text)


def _slip(text: str) -> Iterator[Finding]:
    try:
        parse_string(text, bib_format="bibtex")
    except PybtexError as error:
        line = int(getattr(error, "lineno", None) or 1)
        said = str(error).splitlines()[0].removeprefix(f"syntax error in line {line}: ")
        message = f"this cannot be read ({said}); check the braces and commas here and in the entry above"
        yield Finding(BIB, line, 1, "bibliography", message)


def unreadable_front_matter(project: Project) -> Iterator[Finding]:
    """What stands between the two `---` at the head of a page is read, or said to be wrong."""
    for head in project.heads.values():
        yield from head.findings
        if head.data is not None and not isinstance(head.data, dict):
            yield head.find((), "yaml", "front matter is `key: value` lines; write `title: ...`")
