"""The files of a package, by their names in it: the shells, and under `course/` the inner site."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from interactive.publishing.packages.cutting import cut
from interactive.publishing.packages.inside import Inside
from interactive.publishing.packages.maps import DEFINITIONS, definitions, dumped, kept_course, kept_index, load
from interactive.publishing.packages.navigation import relative

HERE = Path(__file__).parent
INSIDE_SCRIPT = "assets/javascripts/inside.js"
FOR_LABS = ("editor",)  # scripts that only these pages ask for
ELSEWHERE = ("gradebook", "assign", "qr")  # scripts of pages that no package has
CHUNK = re.compile(r"-[A-Z0-9]{8}\.js")  # a part of our scripts that another part asks for
ASKED = re.compile(rb"""["']\./([\w-]+\.js)["']""")
MAP = re.compile(rb"\s*(?://# sourceMappingURL=.*|/\*# sourceMappingURL=.*?\*/)\s*$")


@dataclass(frozen=True, slots=True)
class Site:
    """A finished site, and the two hashed folders in it."""

    folder: Path
    scripts: str  # assets/st-HASH
    runtime: str  # assets/py-HASH

    @classmethod
    def at(cls, folder: Path) -> "Site":
        """Find the hashed folders of a finished site."""
        found = {kind: sorted((folder / "assets").glob(f"{kind}-*")) for kind in ("st", "py")}
        if any(len(paths) != 1 for paths in found.values()):
            raise NotFinished(f"{folder} is not a finished site: run `make site` first")
        scripts, runtime = (found[kind][0].relative_to(folder).as_posix() for kind in ("st", "py"))
        return cls(folder, scripts, runtime)


class NotFinished(Exception):
    """There is no finished site to pack."""


class Unfit(Exception):
    """Something on the pages cannot go into a package; the arguments say what, a sentence each."""


def page_files(site: Site, inside: Inside) -> tuple[dict[str, bytes], set[str]]:
    """The cut pages, and the site's files that they name."""
    files: dict[str, bytes] = {}
    needed: set[str] = set()
    faults: list[str] = []
    for page in sorted(inside.pages):
        html = (site.folder / page).read_text(encoding="utf-8")
        done = cut(html, page, inside, _scripts(page, inside))
        files[page] = done.html.encode()
        needed |= done.needs
        faults += [
            f"{page} shows {href}, which is on another host; a package holds all that it shows"
            for href in done.strangers
        ]
        faults += [f"{page} needs {name}, which is not there" for name in _missing(site, done.needs)]
    if faults:
        raise Unfit(*faults)
    return files, needed


def _missing(site: Site, names: Iterable[str]) -> list[str]:
    return sorted(name for name in names if not (site.folder / name).is_file())


def _scripts(page: str, inside: Inside) -> str:
    """What every page of a package loads before the site's own scripts."""
    lessons = {lesson.folder: lesson.page for lesson in inside.lessons}
    data = json.dumps({"beside": list(inside.beside), "lessons": lessons})
    told = f'<script id="second-track-inside" type="application/json">{data}</script>'
    return f'{told}<script src="{relative(page, INSIDE_SCRIPT)}"></script>'


def inner_site(site: Site, inside: Inside, *, with_python: bool) -> dict[str, bytes]:
    """Everything under `course/`, by its path there."""
    files, needed = page_files(site, inside)
    index = kept_index(load(site.folder, "index.json"), inside)
    labs = any(page.startswith("labs/") for page in inside.beside)
    python = runtime_files(site) if with_python else []
    for name in [*needed, *definitions(index), *script_files(site, labs=labs), *python]:
        files[name] = _without_map(name, (site.folder / name).read_bytes())
    files[f"{DEFINITIONS}/index.json"] = dumped(index)
    files[f"{DEFINITIONS}/course.json"] = dumped(kept_course(load(site.folder, "course.json"), inside))
    files[INSIDE_SCRIPT] = (HERE / "inside.js").read_bytes()
    return files


def script_files(site: Site, *, labs: bool) -> list[str]:
    """Our scripts, styles and fonts, without what only other pages ask for, and without what only that asks for."""
    left_out = ELSEWHERE if labs else (*ELSEWHERE, *FOR_LABS)
    names = [name for name in _below(site, site.scripts) if not _last(name).startswith(left_out)]
    kept = [name for name in names if not CHUNK.search(name)]
    for name in kept:  # grows on the way
        asked = ASKED.findall((site.folder / name).read_bytes()) if name.endswith(".js") else []
        wanted = [f"{site.scripts}/{part.decode()}" for part in asked]
        kept += [part for part in dict.fromkeys(wanted) if part in names and part not in kept]
    return kept


def runtime_files(site: Site) -> list[str]:
    """The browser's Python, without the libraries that only other pages ask for."""
    lock = json.loads((site.folder / site.runtime / "pyodide-lock.json").read_text(encoding="utf-8"))
    wheels = {package["file_name"] for package in lock["packages"].values()}
    names = _below(site, site.runtime)
    return [name for name in names if not name.endswith(".whl") or _last(name) in wheels]


def _last(name: str) -> str:
    return name.rpartition("/")[2]


def _below(site: Site, folder: str) -> list[str]:
    paths: Iterable[Path] = (site.folder / folder).rglob("*")
    return sorted(path.relative_to(site.folder).as_posix() for path in paths if path.is_file())


def _without_map(name: str, data: bytes) -> bytes:
    """A script or a sheet without the address of its map, which is not inside."""
    return MAP.sub(b"\n", data) if name.endswith((".js", ".css")) else data
