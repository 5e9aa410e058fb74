"""Invented classes: any number of submission files, made from real or sample definitions by playing plausible events.

  definitions = from_site(Path("site"))         digest -> compiled definition, as the page fetches them (no compiling needed)
  definitions = from_sources(ROOT)              the same from quizzes/ (CPython only; without readings)
  index = index_of(definitions)                 ref -> {"digest", "href"}, as definitions/index.json
  files = submissions(definitions, QUIZZES, 1000)   [{"file", "text"}, ...], as op `grade` wants them

The same arguments give the same bytes. Student n has always the same skill and pace. `python -m tests.record.gradebook.class_sample
SITE FOLDER COUNT` writes such files for trying the page by hand.
"""

import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from random import Random
from typing import Any
from zlib import crc32

from interactive.activities import KINDS
from interactive.kernel.course import COURSE
from tests.lessons import LESSONS
from tests.record.gradebook.playing import play

type Definitions = Mapping[str, Mapping[str, Any]]

QUIZZES = tuple(f"{lesson}/bank" for lesson in LESSONS)  # the quiz at the end of each lesson
MIXED = (
    "00-introduction/bank",
    "01-what-is-track-two/definitions",
    "02-theoretical-foundations/lenses",
    "03-theory-meets-practice/dilemmas",
    "04-the-third-party/ninety-minutes",
    "05-problem-solving-workshops/bank",
    "06-transfer-and-evaluation/claims",
    "07-conclusion/bank",
)
DAY = 86_400_000
BEGIN = 1_770_026_400_000  # 2 February 2026, 10:00 UTC: the first of them begins
MADE = BEGIN + 30 * DAY
FIRST = "Ada Bela Chen Dora Emre Femi Grace Hana Ines Jonas Kofi Lena Mira Nils Omar Paula Qiang Rosa Sami Tara".split()
LAST = "Abara Brandt Costa Dang Eriksen Farouk Garcia Haddad Ito Jansen Kaya Lopez Moreau Novak Okafor Petrov Rao Sato".split()


def from_site(site: Path) -> dict[str, dict[str, Any]]:
    """Every definition that a built site serves, by digest; the practice pool, which no assignment asks for, is left out."""
    folder = site / "assets" / "definitions"
    index = json.loads((folder / "index.json").read_text(encoding="utf-8"))
    wanted = [place["digest"] for ref, place in index.items() if not ref.startswith("practice/")]
    return {name: json.loads((folder / f"{name}.json").read_text(encoding="utf-8")) for name in wanted}


def from_sources(root: Path, refs: Iterable[str] = ()) -> dict[str, dict[str, Any]]:
    """The definitions of these refs, compiled from quizzes/."""
    from interactive.authoring.definitions import compile_ref, digest

    found = [compile_ref(root, ref) for ref in refs or QUIZZES]
    return {digest(one): one for one in found}


def index_of(definitions: Definitions) -> dict[str, dict[str, str]]:
    """ref -> {"digest", "href"}, as the site's index has it."""
    return {str(data["ref"]): {"digest": name, "href": ""} for name, data in definitions.items()}


def name_of(number: int) -> str:
    """The name of student number `number`: no two alike, however many there are."""
    turn, rest = divmod(number, len(FIRST) * len(LAST))
    first, last = FIRST[rest % len(FIRST)], LAST[rest // len(FIRST)]
    return f"{first} {last}" if not turn else f"{first} {chr(64 + turn)}. {last}"


def fragment(refs: Iterable[str], title: str = "The whole course") -> str:
    """The assignment of these activities, as the address of its page has it."""
    return f"v=1&title={title.replace(' ', '%20')}" + "".join(f"&do={ref}" for ref in refs)


def attempt(definitions: Definitions, digest: str, number: int, place: int, seed: int = 0) -> dict[str, Any]:
    """One attempt of student `number`, who does it `place` days into the month."""
    data, luck = definitions[digest], Random(f"{number}/{place}/{digest}/{seed}")
    skill, pace = 0.35 + 0.6 * Random(f"skill {number}").random(), 0.6 + Random(f"pace {number}").random()
    kind = str(data["kind"])
    loaded = _loaded(digest, data)
    tab = f"{Random(f'tab {number}').getrandbits(50):x}"
    at = started = BEGIN + place * DAY + luck.randrange(0, 8 * 3600 * 1000)
    events = []
    for count, (seconds, event) in enumerate(play(kind, loaded, seed, skill, luck)):
        at += int(seconds * pace * luck.uniform(0.7, 1.3) * 1000) + 1
        events.append({"id": f"{tab}-{place:02x}{count:03x}", "at": at, "event": event})
    name = f"{tab}-a{place:02x}{seed:02x}"
    return {"id": name, "ref": data["ref"], "digest": digest, "seed": seed, "started": started, "events": events}


def submission(
    name: str, attempts: list[dict[str, Any]], totals: Mapping[str, Any], assignment: str = "", made: int = MADE
) -> dict[str, Any]:
    """A submission without its check, as the learner's page writes it."""
    return {
        "format": "second-track-submission",
        "version": 1,
        "course": COURSE,
        "assignment": assignment or fragment(dict.fromkeys(one["ref"] for one in attempts)),
        "student": {"name": name, "id": ""},
        "made": made,
        "attempts": attempts,
        "totals": dict(totals),
    }


def sealed(data: Mapping[str, Any]) -> str:
    """A submission as text, with the check that its page would have put into it."""
    rest = {name: value for name, value in data.items() if name != "check"}
    text = json.dumps(rest, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return json.dumps({**rest, "check": f"{crc32(text.encode('utf-8', 'surrogatepass')):08x}"}, ensure_ascii=False)


def handed_in(definitions: Definitions, refs: Iterable[str], number: int) -> dict[str, Any]:
    """What student `number` hands in: one attempt at each of these activities."""
    digests = {str(data["ref"]): name for name, data in definitions.items()}
    attempts = [attempt(definitions, digests[ref], number, place) for place, ref in enumerate(refs)]
    totals = {one["ref"]: total for one in attempts if (total := _total(definitions, one))}
    return submission(name_of(number), attempts, totals)


def submissions(definitions: Definitions, refs: Iterable[str], count: int) -> list[dict[str, str]]:
    """The files of a class of `count`, as op `grade` wants them."""
    wanted = tuple(refs)
    return [
        {"file": f"second-track-{number:04d}.json", "text": sealed(handed_in(definitions, wanted, number))}
        for number in range(count)
    ]


_READ: dict[str, Any] = {}


def _loaded(digest: str, data: Mapping[str, Any]) -> Any:
    if digest not in _READ:
        _READ[digest] = KINDS[str(data["kind"])].load({**data, "digest": digest})
    return _READ[digest]


def _total(definitions: Definitions, one: Mapping[str, Any]) -> dict[str, float] | None:
    from interactive.kernel.score import Score
    from interactive.record.codec import read_attempt
    from interactive.record.replay import replay

    activity, loaded = (
        KINDS[str(definitions[one["digest"]]["kind"])],
        _loaded(one["digest"], definitions[one["digest"]]),
    )
    told = read_attempt(one)
    score = activity.score(loaded, replay(activity, loaded, told.seed, told.entries)[0])
    return {"raw": score.raw, "max": score.max} if isinstance(score, Score) else None


if __name__ == "__main__":
    site, folder, many = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    folder.mkdir(parents=True, exist_ok=True)
    for one in submissions(from_site(site), MIXED if "--mixed" in sys.argv else QUIZZES, many):
        (folder / one["file"]).write_text(one["text"], encoding="utf-8")
