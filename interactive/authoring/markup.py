"""Authors' text as HTML: inline Markdown for sentences, typography for labels, links that hold on any page."""

import re
from functools import lru_cache

import markdown

INLINE = ("backtick", "escape", "link", "linebreak", "em_strong")  # no images, no raw HTML, no reference links
PLAIN_AMPERSAND = "\ue000"  # stands for & while Markdown is at work, which would take what follows for an entity
TYPOGRAPHY = {
    "&ldquo;": "“",
    "&rdquo;": "”",
    "&lsquo;": "‘",
    "&rsquo;": "’",
    "&ndash;": "–",
    "&mdash;": "—",
    "&hellip;": "…",
}


@lru_cache(maxsize=1)
def _markdown() -> markdown.Markdown:
    """Markdown that knows paragraphs only: a card that begins with "1993." or "-" is no list."""
    md = markdown.Markdown(extensions=["smarty"], output_format="html")
    md.preprocessors.deregister("html_block")
    for block in ("indent", "code", "hashheader", "setextheader", "hr", "olist", "ulist", "quote", "reference"):
        md.parser.blockprocessors.deregister(block)
    for pattern in [item.name for item in md.inlinePatterns._priority]:
        if pattern not in INLINE:
            md.inlinePatterns.deregister(pattern)
    return md


def inline(text: str) -> str:
    """Inline Markdown as HTML. Raw HTML is shown as text; a link may only lead on by http(s), by `root:` or relatively."""
    written = re.sub(r"\s*\n\s*\n\s*", " ", text.strip()).replace("&", PLAIN_AMPERSAND)
    html = _markdown().reset().convert(written)
    html = re.sub(r"\A<p>|</p>\Z", "", html)
    for entity, char in TYPOGRAPHY.items():  # characters, not entities: what is read out loud is made from this
        html = html.replace(entity, char)
    html = re.sub(r'href="(?!https?://|root:|(?!//)[\w./#-]+")[^"]*"', 'href="#"', html)
    return html.replace(PLAIN_AMPERSAND, "&amp;")


def typographic(text: str) -> str:
    """Plain text with the quotation marks and dashes of a printed page."""
    text = re.sub(r"(^|[\s(\[])\"", r"\1“", text).replace('"', "”")
    return re.sub(r"(^|[\s(\[])'", r"\1‘", text).replace("'", "’").replace("--", "–")


def href(target: str) -> str:
    """A page below content/ as a link from the site's root; what is an address already stays as it is."""
    if re.match(r"https?://|root:", target):
        return target
    return "root:" + re.sub(r"\.md(?=#|$)", ".html", target)
