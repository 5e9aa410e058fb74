"""Gathering the course for a cartridge from the built site and the compiled definitions, and writing the files."""

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from interactive.publishing.archive import write_archive
from interactive.publishing.banks.items import Bank, banks
from interactive.publishing.cartridge.listing import show_cartridges
from interactive.publishing.cartridge.manifest import NAME, manifest
from interactive.publishing.cartridge.model import Module, Resource
from interactive.publishing.cartridge.pages import Shelf, about, shelf
from interactive.publishing.cartridge.quizzes import question_bank, quiz
from interactive.publishing.cartridge.topics import link, topics
from interactive.publishing.cartridge.versions import VERSIONS, Version

LESSON = re.compile(r"\d\d-[a-z0-9-]+")
LEFT_OUT = (
    "Sorters, casefiles, role-plays, plans, maps and memos. They need the course’s own page: use its SCORM packages, or a link.",
    "Items to be put in order: the format has no way to ask them.",
    "Half points: an answer that earns half on the site is wrong here, and its feedback says so.",
    "Items of pairs as such: each pair is asked as a question of its own.",
    "Hints, and the question how sure one is.",
)

type Definitions = Mapping[str, Mapping[str, Any]]


def public_address() -> str:
    """Where the site will be found, as mkdocs.yml takes it; nothing where that is not known."""
    given = os.environ.get("SITE_URL", "")
    return given if given.startswith(("https://", "http://")) else ""


def write_cartridges(root: Path, site: Path, definitions: Definitions, address: str = "") -> list[Path]:
    """Write downloads/second-track-cc11.imscc and -cc13.imscc, and list them on their page. `address` is the site's, if it is known."""
    modules, bank = gather(root, site, definitions, address)
    folder = site / "downloads"
    made = [
        write_archive(folder / f"second-track-{name}.imscc", files(version, modules, bank), first=NAME)
        for name, version in VERSIONS.items()
    ]
    show_cartridges(site, made)
    return made


def files(version: Version, modules: list[Module], bank: Resource) -> dict[str, str]:
    """Every file of a cartridge by its name."""
    found = {NAME: manifest(version, modules, [bank])}
    for resource in [*(one for module in modules for one in module.resources), bank]:
        found |= resource.files(version)
    return found


def gather(root: Path, site: Path, definitions: Definitions, address: str) -> tuple[list[Module], Resource]:
    """The modules in order, and the bank: what the course says of itself, a module for each lesson, the glossary, the instructor's."""
    held = shelf(root / "content" / "figures", site)
    found = {bank.lesson: bank for bank in banks(definitions) if bank.kind == "quiz"}
    draws = {one["ref"].split("/")[0]: one["draw"] for one in definitions.values() if one.get("way") == "quiz"}
    lessons = [path for path in sorted(site.glob("lessons/*/index.html")) if LESSON.fullmatch(path.parent.name)]
    first = Module("module-about", "Second Track", (about(LEFT_OUT, linked=bool(address)),))
    modules = [_lesson(held, path, found.get(path.parent.name), draws, address) for path in lessons]
    last = [module for module in (_glossary(held, site), _instructors(held, site)) if module.resources]
    return [first, *modules, *last], question_bank(found.values())


def _lesson(held: Shelf, path: Path, bank: Bank | None, draws: Mapping[str, int], address: str) -> Module:
    """A lesson to read, the way into the course if there is one, the quiz, the discussions."""
    name = path.parent.name
    page = held.page(f"lesson-{name}", "", f"lessons/{name}/index.html", path.read_text(encoding="utf-8"))
    title = f"{int(name[:2])}. {page.title}" if int(name[:2]) else page.title
    parts: list[Resource | None] = [page]
    if address:
        where = f"{address.rstrip('/')}/lessons/{name}/index.html"
        parts.append(link(f"link-{name}", f"{title}: in the course, with its activities", where))
    parts.append(quiz(bank, draws[name]) if bank else None)
    parts += topics(name, page.content(VERSIONS["cc11"]))
    return Module(f"module-{name}", title, tuple(one for one in parts if one))


def _glossary(held: Shelf, site: Path) -> Module:
    path = site / "glossary.html"
    pages = (
        [held.page("page-glossary", "Glossary", "glossary/index.html", path.read_text("utf-8"))]
        if path.is_file()
        else []
    )
    return Module("module-glossary", "Glossary", tuple(pages))


def _instructors(held: Shelf, site: Path) -> Module:
    return Module("module-instructors", "For the instructor: keep hidden", tuple(_notes(held, site)))


def _notes(held: Shelf, site: Path) -> Iterator[Resource]:
    """The teaching notes of each lesson, with what good answers raise."""
    for path in sorted((site / "instructors").glob("[0-9][0-9]-*.html")):
        html = path.read_text(encoding="utf-8")
        yield held.page(f"teaching-{path.stem}", "", f"instructors/{path.stem}.html", html, instructor=True)
