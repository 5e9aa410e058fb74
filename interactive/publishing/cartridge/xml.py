"""XML as text, with the prefixes that we choose: some readers look for `lom:` where any name would do."""

import re
from xml.etree.ElementTree import Element, indent, tostring

FORBIDDEN = re.compile("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")


def element(name: str, *children: Element | None, text: str = "", **attributes: str) -> Element:
    """One element. A name may carry its prefix; `class_` is `class`, `xmlns__x` is `xmlns:x`. What XML cannot hold is left out."""
    named = {key.replace("__", ":").rstrip("_"): FORBIDDEN.sub("", value) for key, value in attributes.items()}
    made = Element(name, named)
    made.text = FORBIDDEN.sub("", text) or None
    made.extend([child for child in children if child is not None])
    return made


def document(root: Element) -> str:
    """The whole as a file."""
    indent(root, "")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'
