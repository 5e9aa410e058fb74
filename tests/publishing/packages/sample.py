"""A small finished site in the theme's own markup: two lessons, what stands beside them, a lab, and pages that no package has."""

import json
from pathlib import Path
from typing import Any

LESSONS = {"01-first": "First", "02-second": "Second"}
HEAD = """<!doctype html>
<html lang="en" class="no-js">
<head><meta charset="utf-8"><meta name="description" content="What {title} is &amp; is not.">
<link rel="canonical" href="https://example.org/course/{page}">
<link rel="icon" href="{up}assets/favicon.svg">
<title>{title} - Second Track</title>
<link rel="stylesheet" href="{up}assets/st-aaaaaaaaaa/second-track.css">
<script src="{up}assets/javascripts/scope.js"></script></head>
<body dir="ltr" data-md-color-scheme="default">
<input class="md-toggle" data-md-toggle="drawer" type="checkbox" id="__drawer" autocomplete="off">
<input class="md-toggle" data-md-toggle="search" type="checkbox" id="__search" autocomplete="off">
<div data-md-component="skip"><a href="#one" class="md-skip">Skip to content</a></div>
<header class="md-header" data-md-component="header"><nav class="md-header__inner" aria-label="Header">
<a href="{up}index.html" title="Second Track" class="md-header__button md-logo" aria-label="Second Track">
<svg viewBox="0 0 36 28"><path d="M2 8h32"/></svg></a>
<button type="button" class="md-icon st-menu st-with-script" data-st-toggle="__drawer" aria-label="Contents"></button>
<a class="md-icon st-menu st-without-script" href="{up}index.html#contents" aria-label="Contents"></a>
<form data-md-component="palette"><label for="__palette_1" hidden></label></form>
<button type="button" class="md-icon st-find st-with-script" data-st-toggle="__search" aria-label="Search"></button>
<div class="md-search" role="dialog" aria-label="Search"><label class="md-search__overlay" for="__search"></label>
<div class="md-search__inner"><form name="search"><div>Initializing search</div></form></div></div>
</nav></header>
<div class="md-container" data-md-component="container">
<nav class="md-tabs" aria-label="Tabs"><ul><li><a href="{up}progress.html">My progress</a></li></ul></nav>
<main class="md-main"><div class="md-main__inner">
<div class="md-sidebar md-sidebar--primary" data-md-component="sidebar"{hidden}>
<div class="md-sidebar__scrollwrap"><div class="md-sidebar__inner">
<nav class="md-nav md-nav--primary" aria-label="Navigation"><ul><li><a href="{up}instructors/index.html">Instructors</a></li>
<li><nav class="md-nav md-nav--secondary" aria-label="Table of contents"><label for="__toc">Table of contents</label>
<ul><li><a href="#one">One &amp; only</a>
<nav class="md-nav" aria-label="One"><ul><li><a href="#deeper">Deeper</a></li></ul></nav></li></ul></nav></li>
<li><a href="{up}glossary.html">Glossary</a></li></ul></nav>
</div></div></div>
<div class="md-content"><article class="md-content__inner md-typeset"{reading}>
"""
FOOT = """
</article></div></div></main>
<footer class="md-footer"><nav class="md-footer__inner" aria-label="Footer"><a href="{up}lessons/02-second/index.html">Next</a></nav>
<div class="md-copyright"><div class="md-copyright__highlight">Your answers stay in this browser.</div>
A companion. Made with <a href="https://squidfunk.github.io/mkdocs-material/">Material for MkDocs</a>.</div></footer></div>
<script id="__config" type="application/json">{{"base": "{base}", "features": ["navigation.tabs", "content.tooltips"],
"search": "{up}assets/javascripts/workers/search.js", "version": null}}</script>
<script src="{up}assets/javascripts/bundle.bbbbbbbb.min.js"></script>
<script src="{up}assets/st-aaaaaaaaaa/boot.js"></script>
</body></html>
"""
LESSON = """<h1>{title}</h1><h2 id="one">One &amp; only</h2>
<p>{words} See <a class="st-gloss" href="../../glossary.html#term" title="A &quot;word&quot;">the term</a>,
<a class="st-citation" href="../../references.html#work1">Work 1</a>, <a href="../../labs/drawing.html">the lab</a>,
<a href="../01-first/index.html#one">the first</a>, <a class="st-next" href="../02-second/index.html" title="On">the second</a>,
<a href="../../progress.html">your progress</a>, <a href="#deeper">below</a>, <a id="deeper"></a>
<a href="https://doi.org/10.1/x">doi:10.1/x</a>.<br/>
<img src="../../figures/plain.svg" srcset="../../figures/tall.svg 2x" alt="A figure"></p>
<section data-activity="{folder}/cards" data-digest="{digest}" id="cards-activity"><linearGradient id="g"></linearGradient></section>
"""
BESIDE = {
    "glossary.html": '<h1>Glossary</h1><p>Taught in <a href="lessons/01-first/index.html#one">First</a>, '
    '<a href="lessons/02-second/index.html">Second</a>, <a href="practice/index.html">practice</a>.</p>',
    "timeline.html": "<h1>Timeline</h1>",
    "references.html": '<h1>References</h1><p id="work1"><a href="https://doi.org/10.1/x">doi:10.1/x</a></p>',
    "labs/drawing.html": '<h1 id="drawing">Drawing</h1><a download="" href="drawing.ipynb">Download the notebook</a> '
    '<a href="index.html#how">How to work in a lab</a>',
    "labs/index.html": '<h1>Labs</h1><a href="drawing.html">Drawing</a> <a href="other.html">Another</a>',
    "instructors/lms.html": "<h1>LMS</h1><div data-packages></div>",
    "index.html": "<h1>Second Track</h1>",
    "labs/other.html": "<h1>Another</h1>",
    "practice/index.html": "<h1>Practice</h1>",
    "progress.html": "<h1>Progress</h1>",
}
ASSETS: dict[str, bytes] = {
    "assets/favicon.svg": b"<svg/>",
    "assets/javascripts/scope.js": b"scope",
    "assets/javascripts/bundle.bbbbbbbb.min.js": b"bundle\n//# sourceMappingURL=bundle.bbbbbbbb.min.js.map\n",
    "assets/javascripts/bundle.bbbbbbbb.min.js.map": b"{}",
    "assets/javascripts/workers/search.js": b"search",
    "assets/st-aaaaaaaaaa/second-track.css": b"p{}",
    "assets/st-aaaaaaaaaa/boot.js": b"boot",
    "assets/st-aaaaaaaaaa/page.js": b'import{a}from"./chunk-AAAAAAAA.js";import("./editor-BBBBBBBB.js");'
    b'import("./gradebook-CCCCCCCC.js")',
    "assets/st-aaaaaaaaaa/shell.js": b"shell",
    "assets/st-aaaaaaaaaa/worker.js": b'new URL("../py-cccccccccc/",import.meta.url)',
    "assets/st-aaaaaaaaaa/chunk-AAAAAAAA.js": b"shared",
    "assets/st-aaaaaaaaaa/editor-BBBBBBBB.js": b'import"./chunk-AAAAAAAA.js"',
    "assets/st-aaaaaaaaaa/gradebook-CCCCCCCC.js": b'import"./chunk-AAAAAAAA.js";import("./browser-DDDDDDDD.js")',
    "assets/st-aaaaaaaaaa/browser-DDDDDDDD.js": b"only the gradebook's",
    "assets/st-aaaaaaaaaa/fonts/serif.woff2": bytes(range(256)),
    "assets/py-cccccccccc/pyodide.js": b"pyodide",
    "assets/py-cccccccccc/pyodide.asm.wasm": b"wasm" * 999,
    "assets/py-cccccccccc/pyodide-lock.json": b'{"packages": {"fsrs": {"file_name": "fsrs-1.whl"}}}',
    "assets/py-cccccccccc/fsrs-1.whl": b"fsrs",
    "assets/py-cccccccccc/segno-1.whl": b"segno",
    "figures/plain.svg": b"<svg>plain</svg>",
    "figures/tall.svg": b"<svg>tall</svg>",
    "figures/unused.svg": b"<svg>unused</svg>",
    "labs/drawing.ipynb": b"{}",
    "search/search_index.json": b"{}",
    "sitemap.xml": b"<urlset/>",
}


def page(name: str, body: str, title: str, attributes: str = "", hidden: str = "") -> str:
    """A page of the site, at its depth."""
    up = "../" * name.count("/")
    told = {"page": name, "title": title, "up": up, "base": up.rstrip("/") or ".", "hidden": hidden}
    return HEAD.format(**told, reading=attributes) + body + FOOT.format(**told)


def write_site(folder: Path, words: str = "Words.", digest: str = "a" * 16) -> Path:
    """Write the site; other `words` and another `digest` are other content in the same lessons."""
    files: dict[str, bytes] = dict(ASSETS)
    for name, body in BESIDE.items():
        files[name] = page(name, body, name, hidden=" hidden").encode()
    for number, (lesson, title) in enumerate(LESSONS.items(), 1):
        name = f"lessons/{lesson}/index.html"
        body = LESSON.format(title=title, words=words, folder=lesson, digest=f"{digest}{number}")
        files[name] = page(name, body, title, f' data-reading="{lesson}/reading"').encode()
        files[f"assets/definitions/{digest}{number}.json"] = words.encode()
    files["assets/definitions/unused.json"] = b"{}"
    files["assets/definitions/index.json"] = json.dumps(_index(digest)).encode()
    files["assets/definitions/course.json"] = json.dumps(_course(digest)).encode()
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


def _index(digest: str) -> dict[str, Any]:
    found = {
        f"{lesson}/cards": {"href": f"lessons/{lesson}/index.html#cards-activity", "digest": f"{digest}{number}"}
        for number, lesson in enumerate(LESSONS, 1)
    }
    return {**found, "practice/review": {"href": "practice/index.html#review", "digest": "unused"}}


def _course(digest: str) -> dict[str, Any]:
    index = _index(digest)
    return {
        "lessons": [
            {"id": lesson, "number": number, "title": title, "href": f"root:lessons/{lesson}/index.html", "ready": True}
            for number, (lesson, title) in enumerate(LESSONS.items(), 1)
        ],
        "activities": {
            ref: {**place, "href": f"root:{place['href']}", "kind": "sorter"} for ref, place in index.items()
        },
        "items": {f"card-{number}": {"lesson": lesson, "label": "x"} for number, lesson in enumerate(LESSONS, 1)},
        "terms": {"term-term": {"lesson": "01-first"}},
        "practice": {
            "ref": "practice/review",
            "href": "root:practice/index.html#due",
            "items": ["card-1", "term-term"],
        },
    }
