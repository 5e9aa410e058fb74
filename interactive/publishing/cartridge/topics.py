"""What can be discussed and followed: a topic for each prompt of a lesson, and links into the course where its address is known."""

import re

from interactive.publishing.cartridge.model import Resource
from interactive.publishing.cartridge.qti import line_of
from interactive.publishing.cartridge.versions import XSI, Version
from interactive.publishing.cartridge.xml import document, element

PROMPTS = re.compile(r'<h2 id="discussion">.*?</h2>\s*<ol>(.*?)</ol>', re.DOTALL)
PROMPT = re.compile(r"<li>(.*?)</li>", re.DOTALL)


def topics(lesson: str, body: str) -> list[Resource]:
    """A discussion for each prompt of a lesson's edition. They are known by number: a prompt that is reworded stays the same topic."""
    section = PROMPTS.search(body)
    prompts = PROMPT.findall(section[1]) if section else []
    return [_topic(f"discussion-{lesson}-{number}", prompt.strip()) for number, prompt in enumerate(prompts, 1)]


def _topic(ident: str, prompt: str) -> Resource:
    title = f"Discuss: {line_of(prompt)}"

    def content(version: Version) -> str:
        text = element("text", text=f"<p>{prompt}</p>", texttype="text/html")
        place = f"{version.topic} {version.schema(f'{{}}_imsdt_{version.short}')}"
        named = element("title", text=title)
        return document(element("topic", named, text, xmlns=version.topic, xmlns__xsi=XSI, xsi__schemaLocation=place))

    return Resource(ident, "topic", title, f"discussions/{ident}.xml", content)


def link(ident: str, title: str, address: str) -> Resource:
    """A place in the course, on the site that was named when the cartridge was made."""

    def content(version: Version) -> str:
        place = f"{version.link} {version.schema(f'{{}}_imswl_{version.short}')}"
        parts = (element("title", text=title), element("url", href=address, target="_blank"))
        return document(element("webLink", *parts, xmlns=version.link, xmlns__xsi=XSI, xsi__schemaLocation=place))

    return Resource(ident, "link", title, f"links/{ident}.xml", content)
