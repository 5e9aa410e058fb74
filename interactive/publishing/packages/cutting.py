"""A page of the site, cut for a package: no search, no tabs, no way to what is not inside.

The page is read piece by piece and written out as it stands; what rules.py names is left out or replaced, and a link to a page that is
not inside becomes its words.
"""

from dataclasses import dataclass
from html.parser import HTMLParser

from interactive.publishing.packages.inside import Inside, target_of
from interactive.publishing.packages.navigation import back
from interactive.publishing.packages.rules import (
    Replace,
    Values,
    classes,
    configuration,
    is_contents,
    replaced,
    undressed,
)


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it goes into a package: the files of the site that it needs, and what it would show from other hosts."""

    html: str
    needs: frozenset[str]
    strangers: tuple[str, ...]


def cut(html: str, page: str, inside: Inside, scripts: str) -> Page:
    """Cut a page for a package. `scripts` is what to load before the page's own scripts."""
    cutter = _Cutter(page, inside, scripts)
    cutter.feed(html)
    cutter.close()
    return Page("".join(cutter.out), frozenset(cutter.needs), tuple(cutter.strangers))


class _Cutter(HTMLParser):
    def __init__(self, page: str, inside: Inside, scripts: str) -> None:
        super().__init__(convert_charrefs=False)
        self.page = page
        self.inside = inside
        self.scripts = scripts
        self.out: list[str] = []
        self.needs: set[str] = set()
        self.strangers: list[str] = []
        self._links: list[str] = []  # the end tags that the open links will get
        self._skipping = ("", 0)  # the element that is left out, and how many of its kind are open in it
        self._instead: Replace = str
        self._toc: list[str] = []
        self._keeping = 0  # how many <nav> are open of the table of contents, inside what is left out
        self._config = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if self._skipping[1]:
            return self._skip(tag, values)
        if tag == "link" and values.get("rel") == "canonical":
            return None
        instead = replaced(tag, values, self.page, self.inside)
        if instead:
            self._skipping, self._instead = (tag, 1), instead
            return None
        self._need(tag, values)
        return self._link(values) if tag == "a" else self._open(tag, values)

    def _skip(self, tag: str, values: Values) -> None:
        kind, depth = self._skipping
        self._skipping = (kind, depth + (tag == kind))
        if self._keeping:
            self._keeping += tag == "nav"
        elif is_contents(tag, values) and not self._toc:
            self._keeping = 1
        self._write(self._tag)

    def _open(self, tag: str, values: Values) -> None:
        """Write a start tag, with what belongs before or after it."""
        text = self._tag
        if "md-sidebar--primary" in classes(values):
            text = text.replace(" hidden", "")  # there are no tabs: it is the way back
        if tag == "script" and "assets/javascripts/bundle." in (values.get("src") or ""):
            self._write(self.scripts)
        self._config = tag == "script" and values.get("id") == "__config"
        self._write(text)
        if tag == "article" and self.page in self.inside.beside:
            self._write(back(self.page, self.inside))

    def _link(self, values: Values) -> None:
        """Keep a link to what is inside; of any other keep the words."""
        href = values.get("href")
        target = target_of(self.page, href) if href else ""
        stays = href is None or target in self.inside.pages or bool(target and not target.endswith(".html"))
        opening, closing = (self._tag, "</a>") if stays else undressed(values)
        self._links.append(closing)
        self._write(opening)

    def _need(self, tag: str, values: Values) -> None:
        """Note the files that the page shows, loads or offers to download."""
        shown = [values.get("src"), values.get("poster"), *_set(values.get("srcset"))]
        if tag in ("link", "image", "use"):
            shown.append(values.get("href"))
        self.strangers += [href for href in shown if href and (href.startswith("/") or "://" in href)]
        for href in filter(None, [*shown, values.get("href") if tag == "a" else None]):
            target = target_of(self.page, href) if not href.startswith("#") else None
            if target and not target.endswith(".html"):
                self.needs.add(target)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if not self._skipping[1]:
            if tag == "link" and values.get("rel") == "canonical":
                return
            self._need(tag, values)
        self._write(self._tag)

    def handle_endtag(self, tag: str) -> None:
        kind, depth = self._skipping
        if not depth:
            self._config = False
            return self._write(self._links.pop() if tag == "a" and self._links else f"</{tag}>")
        self._write(f"</{tag}>")
        self._keeping -= bool(self._keeping) and tag == "nav"
        self._skipping = (kind, depth - (tag == kind))
        if not self._skipping[1]:
            self._write(self._instead("".join(self._toc)))
        return None

    # Everything else is written as it stands.

    def handle_data(self, data: str) -> None:
        self._write(configuration(data, self.page) if self._config else data)

    def handle_entityref(self, name: str) -> None:
        self._write(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._write(f"&#{name};")

    def handle_comment(self, data: str) -> None:
        self._write(f"<!--{data}-->")

    def handle_decl(self, decl: str) -> None:
        self._write(f"<!{decl}>")

    @property
    def _tag(self) -> str:
        """The start tag that is being read, letter for letter."""
        return self.get_starttag_text() or ""

    def _write(self, text: str) -> None:
        if not self._skipping[1]:
            self.out.append(text)
        elif self._keeping:
            self._toc.append(text)


def _set(srcset: str | None) -> list[str]:
    return [part.split()[0] for part in (srcset or "").split(",") if part.strip()]
