"""An activity as it stood, to be looked at: nothing in it can be pressed, links and what unfolds still work.

The activity's own `render` draws it, so an instructor sees what the student saw. Several attempts may share a page, even at one
activity, so every id gets a mark of its own, and with it whatever points to it.
"""

import re

from interactive.kernel.html import Safe, tag

NAMED = re.compile(r' id="([^"]+)"')
POINTING = re.compile(r' (id|for|name|list|aria-labelledby|aria-describedby|aria-controls)="([^"]*)"')
LEADING = re.compile(r'="#([^"]+)"')
ALIVE = re.compile(
    r' data-(?:activity|event|value|command|needs-python|keys|drag|drop|pick|place|panel)(?:="[^"]*")?(?=[ >])'
)
FOOT = re.compile(r'<footer class="st-activity__foot">.*?</footer>', re.DOTALL)
SAYS = re.compile(r'<div class="st-activity__say">.*?</div>', re.DOTALL)
ROLE = re.compile(r' role="status"')
CONTROL = re.compile(r"<(input|select|button)(?=[ >])")
WRITTEN = re.compile(r"<textarea[^>]*>(.*?)</textarea>", re.DOTALL)


def inert(html: str, mark: str) -> Safe:
    """The frame without its foot and its guidance, every control disabled, every id ending in `mark`."""
    html = WRITTEN.sub(_written, html)  # a field would hide most of a long text, on paper too
    html = ROLE.sub("", ALIVE.sub("", SAYS.sub("", FOOT.sub("", html, count=1), count=1)))
    names = set(NAMED.findall(html))

    def pointing(found: re.Match[str]) -> str:
        marked = " ".join(f"{one}-{mark}" for one in found[2].split())
        return f' {found[1]}="{marked}"'

    def leading(found: re.Match[str]) -> str:
        return f'="#{found[1]}-{mark}"' if found[1] in names else found[0]

    html = LEADING.sub(leading, POINTING.sub(pointing, html))
    return tag("div", Safe(CONTROL.sub(r"<\1 disabled", html)), class_="st-asis")


def _written(found: re.Match[str]) -> str:
    text = found[1].strip()
    return tag("p", Safe(text) if text else "Nothing was written here.", class_="st-written" if text else "st-none")
