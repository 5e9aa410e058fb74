"""All packages of a finished site: each lesson and the whole course, for both standards, with Python inside or without it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from interactive.kernel.course import COURSE
from interactive.publishing.packages import scorm12, scorm2004
from interactive.publishing.packages.contents import Site, inner_site
from interactive.publishing.packages.inside import Inside, inside_of, lessons_of
from interactive.publishing.packages.light import pointed_at
from interactive.publishing.packages.manifest import Package, Unit
from interactive.publishing.packages.maps import load
from interactive.publishing.packages.shell import shell
from interactive.publishing.packages.zips import Packed, pack, write_zip

WHOLE = "course"
TITLE = "Second Track: an open course in Track Two diplomacy"
ABOUT = (
    "An original, open companion to the chapter structure of Peter Jones, Track Two Diplomacy in Theory and Practice."
)
STANDARDS: dict[str, tuple[str, Callable[[Package], bytes]]] = {
    "1.2": ("scorm12", scorm12.manifest),
    "2004": ("scorm2004", scorm2004.manifest),
}


@dataclass(frozen=True, slots=True)
class Plan:
    """A package to make: of which lessons, for which standard, and from where its Python comes ("" if it is inside)."""

    folder: str
    inside: Inside
    standard: str
    address: str = ""

    @property
    def kind(self) -> str:
        """The standard, and whether it is light, as the names of files have it."""
        return STANDARDS[self.standard][0] + ("-light" if self.address else "")

    @property
    def name(self) -> str:
        """The name of the zip file."""
        return f"{COURSE}-{self.folder}-{self.kind}.zip"


def plans(site: Site, address: str = "") -> Iterator[Plan]:
    """Every package there is to make; light ones only if the course has a public address."""
    lessons = lessons_of(site.folder, load(site.folder, "course.json"))
    for folder, chosen in [*((lesson.folder, [lesson]) for lesson in lessons), (WHOLE, lessons)]:
        inside = inside_of(site.folder, chosen)
        for source in dict.fromkeys(["", address]):
            for standard in STANDARDS:
                yield Plan(folder, inside, standard, source)


class Maker:
    """Makes packages one after another; what two of them share is read, cut and compressed once."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self._inner: dict[tuple[str, str], dict[str, bytes]] = {}
        self._packed: dict[bytes, Packed] = {}

    def make(self, plan: Plan, target: Path) -> Path:
        """Write one package into a folder."""
        inner = self._inner_site(plan)
        files = {f"course/{name}": data for name, data in inner.items()}
        for lesson in plan.inside.lessons:
            files[lesson.shell] = shell(lesson, plan.standard, self.site.scripts).encode()
        files["imsmanifest.xml"] = STANDARDS[plan.standard][1](described(plan, files))
        write_zip(target / plan.name, {name: self._pack(data) for name, data in files.items()})
        return target / plan.name

    def _inner_site(self, plan: Plan) -> dict[str, bytes]:
        key = (plan.folder, plan.address)
        if key not in self._inner:
            files = inner_site(self.site, plan.inside, with_python=not plan.address)
            self._inner = {key: pointed_at(files, self.site, plan.address) if plan.address else files}
        return self._inner[key]

    def _pack(self, data: bytes) -> Packed:
        if data not in self._packed:
            self._packed[data] = pack(data)
        return self._packed[data]


def described(plan: Plan, files: dict[str, bytes]) -> Package:
    """What the manifest of this package says: a lesson's own files beside it, the others once."""
    own = {lesson.folder: f"course/{lesson.page}" for lesson in plan.inside.lessons}
    units = [Unit(one.folder, one.numbered, one.shell, [own[one.folder]]) for one in plan.inside.lessons]
    shared = sorted(set(files) - set(own.values()) - {unit.href for unit in units})
    if plan.folder == WHOLE:
        return Package(plan.folder, TITLE, ABOUT, units, shared)
    (lesson,) = plan.inside.lessons
    return Package(plan.folder, f"Second Track: {lesson.title}", lesson.description or ABOUT, units, shared)
