"""The link as a QR code: black on white whatever the page's colors, because a camera wants it so."""

import sys
from types import ModuleType
from typing import Any

from interactive.kernel.html import Safe, escape, tag

BORROWED = ("xml", "xml.sax", "xml.sax.saxutils")


def code_svg(link: str) -> str:
    """The code as SVG; "" where there is no room for so long a link, or the library did not come."""
    try:
        code = _segno().make(link, error="l", micro=False)
    except (ImportError, ValueError):
        return ""
    return str(code.svg_inline(border=4, omitsize=True, svgclass="st-qr", light="#fff", dark="#000"))


def code_html(svg: str, title: str) -> Safe:
    """The code as an image with a name; what it says is the link, which stands beside it as text."""
    name = f"QR code of the link{f' to “{title}”' if title else ''}"
    return tag("div", Safe(svg), class_="st-qr-box", role="img", aria_label=name)


def _segno() -> Any:
    """The library. It wants two small functions of a package that the browser's Python is without; it is lent ours while it loads."""
    try:
        import segno
    except ModuleNotFoundError as error:
        if error.name not in BORROWED:
            raise
        lent: dict[str, Any] = {name: ModuleType(name) for name in BORROWED}
        lent[BORROWED[-1]].escape = lent[BORROWED[-1]].quoteattr = escape
        sys.modules.update(lent)
        try:
            import segno
        finally:
            for name in BORROWED:
                del sys.modules[name]
    return segno
