"""A sheet, and the file that it becomes: our own HTML made fit for paper, with the styles that it uses."""

import math
import re
from dataclasses import dataclass
from functools import lru_cache

from interactive.kernel.html import Child, Safe, join, plain, tag
from interactive.publishing.paper.style import styles

STUDENTS, YOURS = "For students", "For the instructor"
NAMED = "Name: ____________________  Date: ____________"
LICENSE = "Second Track, an open course in Track Two diplomacy. By The Second Track authors, CC BY-SA 4.0."
ON_A_FORM, IN_TEXT, AT_MOST = (
    1650,
    2200,
    3500,
)  # letters on a page, as measured: forms have air, a casefile's rule has none
CARDS_A_PAGE = 11

LINE = '<span class="st-line st-line--full"></span>'
CHANGES = (
    (re.compile(r"<(button|script)\b.*?</\1>", re.DOTALL), ""),
    (re.compile(r'<svg class="st-(?:i|track)"[^>]*><use [^>]*/></svg>'), ""),  # symbols of the site's own sheet
    (re.compile(r"</?a\b[^>]*>"), ""),
    (re.compile(r"<select\b.*?</select>", re.DOTALL), '<span class="st-line"></span>'),
    (re.compile(r'<input type="text"[^>]*>'), '<span class="st-line st-line--long"></span>'),
    (re.compile("<details(?! open)"), "<details open"),
    (re.compile(r'(class="st-measure"><b>[^<]*</b>)0'), r'\1<span class="st-line"></span>'),  # nothing is counted yet
    (re.compile(r'<textarea\b[^>]*maxlength="9000".*?</textarea>', re.DOTALL), LINE * 9),
    (re.compile(r"<textarea\b.*?</textarea>", re.DOTALL), LINE * 5),
    (re.compile(r"0 words; it wants (\d+) to (\d+)"), r"\1 to \2 words"),
    (re.compile(" · 0 words so far"), ""),
    (
        re.compile(
            r" data-(?:event|value|command|refs|digest|activity|needs-python|search-exclude|drag|drop)(?:=\"[^\"]*\")?"
        ),
        "",
    ),
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One file to print. `whose` says who gets it; `named` asks for a name at the head; `about` is a sentence for the list."""

    name: str
    title: str
    about: str
    body: Child
    whose: str = STUDENTS
    named: bool = False

    @property
    def html(self) -> str:
        """The body as paper takes it: no buttons, no links, lines to write on in place of fields."""
        return _fit(join(self.body))

    @property
    def pages(self) -> int:
        """About how many pages it fills."""
        html = self.html
        cards = html.count('class="st-cut"')
        if cards:
            return math.ceil(cards / CARDS_A_PAGE)
        parts = re.split(r'<div class="st-page">', html)[1:]
        if parts:
            room = AT_MOST if "st-blanks" in html else IN_TEXT
            return sum(math.ceil(len(plain(part)) / room) for part in parts)
        return math.ceil(len(plain(html)) / (ON_A_FORM if self.named else IN_TEXT))


@lru_cache(maxsize=64)  # a set's sheets are asked for their pages and for their text
def _fit(html: str) -> str:
    for pattern, instead in CHANGES:
        html = pattern.sub(instead, html)
    return html


def file_of(sheet: Sheet, css: str) -> str:
    """The whole file. `css` is the site's built style sheet."""
    head = [tag("span", LICENSE.split(",")[0], " · ", sheet.title), tag("span", NAMED) if sheet.named else None]
    body = (
        f"{tag('div', head, class_='st-paper__head')}\n{sheet.html}\n{tag('p', LICENSE, class_='st-cite st-license')}"
    )
    return page(sheet.title, body, css)


def page(title: str, body: str, css: str) -> str:
    """A file of HTML that asks for nothing."""
    inner = f'<main class="st-paper md-typeset">\n{body}\n</main>'
    return "\n".join(
        (
            "<!doctype html>",
            '<html lang="en"><head><meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"{tag('title', title)}<style>{styles(css, inner)}</style></head>",
            f'<body data-md-color-scheme="default">{inner}</body></html>\n',
        )
    )


def titled(title: Child, *children: Child) -> Safe:
    """A heading and what stands below it."""
    return tag("div", tag("h1", title), children)
