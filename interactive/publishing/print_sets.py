"""Print sets: everything of a lesson that goes on paper, in one download: a list, sheets for students, sheets for the instructor."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from interactive.kernel.html import Child, Safe, join, plain, tag
from interactive.publishing.archive import write_archive
from interactive.publishing.filling import fill, size_of
from interactive.publishing.paper.kinds import MAKERS, sheets_of
from interactive.publishing.paper.sheet import LICENSE, STUDENTS, YOURS, Sheet, file_of, page, titled

FOLDER = "downloads/print"
PAGE = "instructors/print-sets.html"
LESSON = re.compile(r"(\d\d)-[a-z0-9-]+")
HEADING = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)
PROMPTS = re.compile(r'<h2 id="discussion">.*?</h2>\s*(<ol>.*?</ol>)', re.DOTALL)
HOW = (
    "Open a file in a browser and print it: the page is laid out for A4 and for Letter, on one side or on both. "
    "Page numbers here are estimates."
)


def set_of(lesson: str) -> str:
    """Where the site has a lesson's print set; a page links to it as `root:` and this."""
    return f"{FOLDER}/second-track-{lesson[:2]}-print.zip"


def write_print_sets(site: Path, definitions: Mapping[str, Mapping[str, Any]]) -> list[Path]:
    """Write a set for each lesson that has a page, and list them all on their own."""
    css = _css(site)
    written, listed = [], []
    for path in sorted(site.glob("lessons/*/index.html")):
        lesson = path.parent.name
        if LESSON.fullmatch(lesson):
            sheets = sheets_for(lesson, path.read_text(encoding="utf-8"), definitions)
            title = _title(path)
            written.append(write_archive(site / set_of(lesson), files(title, sheets, css), first="index.html"))
            listed.append(_shown(title, written[-1], sheets))
    fill(site / PAGE, "print-sets", join(listed))
    return written


def _shown(title: str, path: Path, sheets: list[Sheet]) -> Safe:
    """A lesson on the page: the download, and what is in it."""
    link = tag("a", "Download the set", href=f"../{FOLDER}/{path.name}", download=True)
    count = sum(sheet.pages for sheet in sheets)
    words = tag("p", link, f" ({size_of(path)}, {len(sheets)} files, about {count} pages if you print them all).")
    return join([tag("h3", title, id=f"lesson-{int(path.stem.split('-')[2])}"), words, _lists(sheets, linked=False)])


def sheets_for(lesson: str, html: str, definitions: Mapping[str, Mapping[str, Any]]) -> list[Sheet]:
    """All sheets of a lesson: its activities', then its prompts. A check is an item of the bank, and stands with the bank."""
    own = [
        one
        for ref, one in sorted(definitions.items())
        if ref.split("/")[0] == lesson and one["kind"] in MAKERS and one.get("way", "quiz") == "quiz"
    ]
    found = [sheet for one in own for sheet in sheets_of(dict(one))]
    return [*found, *_prompts(html)]


def _prompts(html: str) -> list[Sheet]:
    section = PROMPTS.search(html)
    if not section:
        return []
    listed = Safe(section[1].replace("<ol>", '<ol class="st-prompts">', 1))
    about = "The lesson’s prompts on one sheet, to hand out or to cut."
    return [Sheet("discussion", "For discussion", about, titled("For discussion", listed))]


def files(title: str, sheets: list[Sheet], css: str) -> dict[str, str]:
    """Every file of a set by its name."""
    return {"index.html": page(f"{title}: print set", _index(title, sheets), css)} | {
        f"{sheet.name}.html": file_of(sheet, css) for sheet in sheets
    }


def _index(title: str, sheets: list[Sheet]) -> str:
    return titled(title, tag("p", HOW), _lists(sheets, linked=True), tag("p", LICENSE, class_="st-cite"))


def _lists(sheets: list[Sheet], *, linked: bool) -> list[Child]:
    """What students get, and what the instructor keeps."""
    heads = {whose: [_row(sheet, linked) for sheet in sheets if sheet.whose == whose] for whose in (STUDENTS, YOURS)}
    return [[tag("p", tag("strong", whose)), tag("ul", rows)] for whose, rows in heads.items() if rows]


def _row(sheet: Sheet, linked: bool) -> Safe:
    count = f"about {sheet.pages} pages" if sheet.pages > 1 else "one page"
    name = tag("a", sheet.title, href=f"{sheet.name}.html") if linked else sheet.title
    return tag("li", name, f" ({count}). {sheet.about}")


def _title(path: Path) -> str:
    found = HEADING.search(path.read_text(encoding="utf-8"))
    return f"Lesson {int(path.parent.name[:2])}: {plain(found[1])}" if found else path.parent.name


def _css(site: Path) -> str:
    """The style sheet that was built last."""
    return "".join(path.read_text(encoding="utf-8") for path in sorted(site.glob("assets/st-*/second-track.css"))[:1])
