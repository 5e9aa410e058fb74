"""Definitions of earlier versions, carried over into a new build, so that attempts made with them can still be opened and scored.

A definition is named by the digest of its content, so what comes from an old site is what it says it is, or it is left there.
"""

import json
import re
from collections.abc import Callable
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import urljoin
from urllib.request import urlopen

from interactive.authoring.definitions import digest

FOLDER = "assets/definitions"
LIST = "all.json"
NAME = re.compile(r"[0-9a-f]{16}\Z")

type Read = Callable[[str], str | None]  # a path below a site's root -> its text, or None where there is nothing


class Unreadable(Exception):
    """The old site could not be read: better no new build than one that forgets."""


def write_list(site: Path) -> None:
    """Write `all.json`, the digests of every definition that a site holds: a web server shows nobody its folders."""
    (site / FOLDER / LIST).write_text(_list_of(site / FOLDER), encoding="utf-8")


def _list_of(folder: Path) -> str:
    return json.dumps(sorted(path.stem for path in folder.glob("*.json") if NAME.match(path.stem)))


def keep(old: str, site: Path) -> tuple[list[str], list[str]]:
    """Copy what an old site (its address, or a folder) holds and this one lacks. Returns (kept, refused) digests."""
    read = _from_address(old) if re.match(r"https?://", old) else _from_folder(Path(old))
    kept: list[str] = []
    refused: list[str] = []
    for name in _listed(read):
        target = site / FOLDER / f"{name}.json"
        if target.exists():
            continue
        text = read(f"{FOLDER}/{name}.json")
        if text is not None and _is(name, text):
            target.write_text(text, encoding="utf-8")
            kept.append(name)
        else:
            refused.append(name)
    write_list(site)
    return kept, refused


def _listed(read: Read) -> list[str]:
    """The digests that the old site lists; none where it has no list, as before the first publication."""
    text = read(f"{FOLDER}/{LIST}")
    try:
        names = json.loads(text) if text is not None else []
    except ValueError as error:
        raise Unreadable(f"its {FOLDER}/{LIST} is no list of digests") from error
    return [name for name in names if isinstance(name, str) and NAME.match(name)] if isinstance(names, list) else []


def _is(name: str, text: str) -> bool:
    try:
        data = json.loads(text)
    except ValueError:
        return False
    return isinstance(data, dict) and digest(data) == name


def _from_folder(folder: Path) -> Read:
    if not folder.is_dir():
        raise Unreadable("there is no such folder")

    def read(path: str) -> str | None:
        there = folder / path
        if there.name == LIST:
            return _list_of(there.parent)
        return there.read_text(encoding="utf-8") if there.is_file() else None

    return read


def _from_address(address: str) -> Read:
    root = address if address.endswith("/") else f"{address}/"

    def read(path: str) -> str | None:
        try:
            with urlopen(urljoin(root, path), timeout=30) as answer:
                return str(answer.read().decode("utf-8"))
        except HTTPError as error:
            if error.code in (404, 410):
                return None
            raise Unreadable(f"it answered {error.code} for {path}") from error
        except (URLError, TimeoutError, UnicodeDecodeError) as error:
            raise Unreadable(str(getattr(error, "reason", error))) from error

    return read
