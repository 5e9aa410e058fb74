"""Styles for one sheet: of the site's own style sheet the rules that it can use, those for print always on, and a few for paper."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
USED = re.compile(r'class="([^"]*)"')
ALWAYS = frozenset({"md-typeset", "no-js"})
FONT = "@font-face"


def styles(css: str, html: str) -> str:
    """The rules of `css` that can say something about this HTML, then our own."""
    used = {name for names in USED.findall(html) for name in names.split()} | ALWAYS
    return "".join(rule for rule, wanted in _rules(css) if any(map(used.issuperset, wanted))) + _own()


@cache
def _rules(css: str) -> tuple[tuple[str, tuple[frozenset[str], ...]], ...]:
    """Each rule of the outermost level with the sets of classes of which one must be there. What is for print is for always, since this
    is nothing but print.
    """
    return tuple((rule, _wanted(rule)) for rule in _split(css.replace("@media print", "@media all")))


def _wanted(rule: str) -> tuple[frozenset[str], ...]:
    """Fonts want what never is: they are files of the site, and a printer's own will do. What holds other rules wants any of theirs."""
    if rule.startswith(FONT):
        return ()
    if rule.startswith("@media all"):
        return (frozenset(),)
    if rule.startswith("@"):
        return tuple(frozenset({name}) for name in sorted(set(CLASS.findall(rule)) - ALWAYS))
    return tuple(frozenset(CLASS.findall(part)) for part in rule.split("{", 1)[0].split(","))


def _split(css: str) -> Iterator[str]:
    depth, start = 0, 0
    for found in re.finditer(r"[{}]", css):
        depth += 1 if found[0] == "{" else -1
        if depth == 0:
            yield css[start : found.end()].strip()
            start = found.end()


@cache
def _own() -> str:
    return Path(__file__).with_name("paper.css").read_text(encoding="utf-8")
