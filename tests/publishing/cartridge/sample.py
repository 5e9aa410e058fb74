"""A small invented course as the build leaves it: two lessons, one with a figure and activities, a glossary, notes for instructors."""

from pathlib import Path
from typing import Any

from tests.activities.quiz_sample import GUESS, ITEMS, quiz_data

FIGURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" role="img"><title>Two &amp; one</title><desc>A line.</desc>'
    "<style>svg:root{--st-ink:#000}\n@media(prefers-color-scheme:dark){svg:root{--st-ink:#fff}}\n"
    ".x text{fill:red}</style><text>hi</text></svg>"
)
LESSON = """<html><head><script src="x.js"></script></head><body><nav>Menu</nav>
<article class="md-content__inner" data-reading="00-sample/reading"><header class="st-opener"><div class="st-opener__number">0</div>
<h1>What is a &lt;sample&gt;?</h1></header>
<h2 id="one">One</h2>
<p>See <a href="../../references.html#b2">Beta 2002</a>, <a href="../../references.html#a1">Alpha 1901</a>
 and <a class="st-gloss" href="../../glossary.html#term" title="meaning">a term</a>.</p>
<script>alert(1)</script><p onclick="x()" style="color:red" class="st-hook">After <em>that</em> &amp; this.</p>
<figure><div><svg class="st-broad st-fig-two" viewBox="0 0 9 9"><title>Two</title><text>inside</text></svg>
<svg class="st-tall st-fig-two-tall"><text>inside</text></svg></div><figcaption>A caption</figcaption></figure>
<section class="st-activity" data-activity="00-sample/colors" id="colors-activity"><header><p class="st-label">Sorter · 2 cards</p>
<h3 class="st-activity__title"><span>Which color?</span></h3></header><div><p class="st-label">Other</p><input value="1"><br>
<button>Secret key</button></div></section>
<h2 id="discussion">For discussion</h2>
<ol>
<li>Why <em>not</em>?</li>
<li>And &ldquo;so&rdquo;?</li>
</ol>
<h2 id="further">Go further</h2></article><footer>Foot</footer></body></html>"""
OTHER = '<article class="x"><h1>Other lesson</h1><p>Text.</p></article>'
REFERENCES = (
    '<ul><li id="a1"><span>Alpha. 1901. <cite>A</cite>. <a href="https://example.org/a">example.org/a</a></span> <span>Cited in</span></li>'
    '<li id="b2"><span>Beta. 2002. <cite>B</cite>.</span></li><li id="c3"><span>Gamma.</span></li></ul>'
)


def course(folder: Path, *, words: str = "") -> tuple[Path, Path, dict[str, dict[str, Any]]]:
    """Root, site and definitions. `words` are added to every text, as in a later version of the same course."""
    root, site = folder / "root", folder / "site"
    written = {
        site / "lessons/00-sample/index.html": LESSON.replace("After", f"After {words}").replace("Why", f"Why {words}"),
        site / "lessons/01-other/index.html": OTHER.replace("Text", f"Text {words}"),
        site / "references.html": REFERENCES,
        site / "glossary.html": f"<article><h1>Glossary</h1><dl><dt>Term</dt><dd>Meaning {words}</dd></dl></article>",
        site / "instructors/00-sample.html": f"<article><h1>Teaching it</h1><p>Answers {words}</p></article>",
        site / "instructors/index.html": "<article><h1>For instructors</h1></article>",
        root / "content/figures/two.svg": FIGURE,
        root / "content/figures/two-tall.svg": FIGURE,
    }
    for path, text in written.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    items = [{**item, "stem": f"{item['stem']} {words}".strip()} for item in [*ITEMS, GUESS]]
    definitions = {
        "00-sample/bank": quiz_data(items=items),
        "00-sample/bank/single": quiz_data("check", items=items[:1], draw=1),
        "practice/review": quiz_data("practice"),
    }
    return root, site, definitions
