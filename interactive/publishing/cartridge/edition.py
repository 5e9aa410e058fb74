"""A page of the site for reading anywhere: its text and figures, without scripts, links or activities.

A system that takes such a page in may wash it: Moodle drops styles and drawings that stand in the page and keeps pictures. So figures
become files, each activity a box that says what it is and where it runs, and each citation words, with the works at the end.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html.parser import HTMLParser

from interactive.kernel.html import Safe, escape, tag

KEPT = frozenset({"id", "class", "alt", "src", "colspan", "rowspan", "scope", "type", "start", "lang", "datetime"})
VOID = frozenset({"br", "hr", "img", "input", "wbr"})
UNWRAPPED = frozenset({"a", "article"})
DROPPED = frozenset(
    {"script", "style", "svg", "button", "input", "label", "select", "textarea", "noscript", "iframe", "form"}
)
DECORATION = frozenset({"st-opener__number", "st-rule2"})
ARTICLE = re.compile(r"<article.*?</article>", re.DOTALL)
WORK = re.compile(r"references\.html#(.+)")
FIGURE = re.compile(r"\bst-broad st-fig-([\w-]+)")
TO_DO = "To do it, open this lesson in the course itself or in its SCORM package."


@dataclass(frozen=True, slots=True)
class Edition:
    """A page's text, the names of the figures in it, and the keys of the works that it cites, each once."""

    body: str
    figures: tuple[str, ...]
    works: tuple[str, ...]


def edition_of(page: str, figures: Mapping[str, str]) -> Edition:
    """The edition of a built page. `figures` has the words of each drawing by its name: what a reader hears who cannot see it."""
    article = ARTICLE.search(page)
    reader = _Reader(figures)
    reader.feed(article[0] if article else "")
    body = re.sub(r"\n\s*\n+", "\n", "".join(reader.out)).strip()
    return Edition(body, tuple(dict.fromkeys(reader.figures)), tuple(dict.fromkeys(reader.works)))


class _Reader(HTMLParser):
    """Copies what may stay; `depth` counts elements inside something that may not."""

    def __init__(self, figures: Mapping[str, str]) -> None:
        super().__init__(convert_charrefs=True)
        self.words = figures
        self.out: list[str] = []
        self.figures: list[str] = []
        self.works: list[str] = []
        self.depth = 0
        self.box: dict[str, str] | None = None  # an activity that is being passed over: its label and title
        self.reading = ""  # which of the two is being read

    def handle_starttag(self, name: str, found: list[tuple[str, str | None]]) -> None:
        values = {key: value or "" for key, value in found}
        if self.depth:
            self._inside(name, values)
        elif self._leave_out(name, values):
            self.depth = 0 if name in VOID else 1
        elif name == "a":
            self.works += WORK.findall(values.get("href", ""))
        elif name not in UNWRAPPED:
            kept = "".join(f' {key}="{escape(value)}"' for key, value in values.items() if key in KEPT)
            self.out.append(f"<{name}{kept}>")

    def _leave_out(self, name: str, values: dict[str, str]) -> bool:
        """Whether this element stays out with all that it holds; what stands in its place is written here."""
        if "data-activity" in values:
            self.box = {"label": "", "title": ""}
            return True
        figure = FIGURE.search(values.get("class", ""))
        if name == "svg" and figure and figure[1] in self.words:
            self.figures.append(figure[1])
            self.out.append(tag("img", src=f"figures/{figure[1]}.svg", alt=self.words[figure[1]]))
        return name in DROPPED or bool(DECORATION & set(values.get("class", "").split()))

    def _inside(self, name: str, values: dict[str, str]) -> None:
        if name not in VOID:
            self.depth += 1
        if self.box is not None and not self.box["title"]:
            if name == "p" and "st-label" in values.get("class", "").split():
                self.reading = "label"
            elif "st-activity__title" in values.get("class", "").split():
                self.reading = "title"

    def handle_endtag(self, name: str) -> None:
        if not self.depth:
            if name not in UNWRAPPED:
                self.out.append(f"</{name}>")
            return
        self.depth -= 1
        if name in ("p", "h3"):
            self.reading = ""
        if not self.depth and self.box is not None:
            self.out.append(_box(self.box["label"], self.box["title"]))
            self.box = None

    def handle_data(self, words: str) -> None:
        if not self.depth:
            self.out.append(escape(words))
        elif self.reading and self.box is not None:
            self.box[self.reading] += words


def _box(label: str, title: str) -> Safe:
    """What stands in an activity's place."""
    rows = (tag("p", label, class_="label"), tag("p", tag("strong", title)), tag("p", TO_DO, class_="label"))
    return tag("div", rows, class_="activity")


def words_of(drawing: str) -> str:
    """What a drawing shows, from its own title and description."""
    found = [re.search(rf"<{name}[^>]*>(.*?)</{name}>", drawing, re.DOTALL) for name in ("title", "desc")]
    said = [re.sub(r"\s+", " ", one[1]).strip() for one in found if one]
    text = ". ".join(said).replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"')
    return text.replace("&#39;", "'")


def alone(drawing: str) -> str:
    """A drawing as a file to stand on a white page: its colors do not follow the reader's system, for the page does not either."""
    return re.sub(r"@media\s*\(prefers-color-scheme:\s*dark\)\s*\{\s*svg:root\s*\{[^}]*\}\s*\}", "", drawing)
