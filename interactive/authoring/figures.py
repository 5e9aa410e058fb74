"""Figures: SVG files that stand in the page. Their style goes into the site's one style sheet, where a strict policy allows it."""

import re
from pathlib import Path

STYLE = re.compile(r"<style[^>]*>(.*?)</style>", re.DOTALL)
ALONE = re.compile(
    r"(?:@media[^{]*\{\s*)?svg:root\s*\{[^}]*\}(?:\s*\})?"
)  # rules for a file that is looked at by itself


def drawing(path: Path, css_class: str) -> str:
    """An SVG to stand in the page: without declaration, comments and style, and without the blank lines that end a Markdown block."""
    text = re.sub(r"<\?xml[^>]*>|<!DOCTYPE[^>]*>|<!--.*?-->", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    text = re.sub(r"\n\s*\n", "\n", STYLE.sub("", text).strip())
    return text.replace("<svg ", f'<svg class="{css_class} {scope(path)}" ', 1)


def figure_styles(folder: Path) -> str:
    """The style of every figure, each kept to its own drawing by nesting."""
    found = []
    for path in sorted(folder.glob("*.svg")):
        rules = ALONE.sub("", "".join(STYLE.findall(path.read_text(encoding="utf-8")))).strip()
        if rules:
            found.append(f".{scope(path)} {{\n{rules}\n}}")
    return "\n".join(found)


def scope(path: Path) -> str:
    """The class that tells one figure's rules from another's."""
    return f"st-fig-{path.stem}"
