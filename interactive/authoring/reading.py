"""Reading an author's YAML: plain data, the place of every value in the file, and findings instead of exceptions."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from interactive.authoring.findings import Finding

LARGEST = 1_000_000  # bytes; the longest bank is a tenth of it
DEEPEST = 40
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml where it is there: ten times as fast

TEXTS = {"!", *(f"tag:yaml.org,2002:{name}" for name in ("str", "float", "timestamp", "value", "merge"))}
UNPRINTABLE = yaml.reader.Reader.NON_PRINTABLE

type Place = tuple[str | int, ...]  # the way to a value: ("cards", 3, "also", "who")


@dataclass(slots=True)
class Source:
    """One file as it was read. `data` is None when it could not be; `places` maps a value's way to (line, column)."""

    path: str
    data: Any = None
    places: dict[Place, tuple[int, int]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def find(self, place: Place, rule: str, message: str, *, warning: bool = False) -> Finding:
        """Make a finding at a value, or at the nearest thing around it that stands in the file."""
        while place and place not in self.places:
            place = place[:-1]
        line, col = self.places.get(place, (1, 1))
        return Finding(self.path, line, col, rule, message, warning)


def read_source(path: Path, root: Path) -> Source:
    """Read one YAML file. Whatever is wrong with it becomes findings with line and column; nothing is raised."""
    source = Source(path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path))
    try:
        size = path.stat().st_size
        raw = path.read_bytes() if size <= LARGEST else b""
    except OSError as error:
        return _refuse(
            source, 1, 1, "unreadable", f"the file cannot be opened ({error.strerror}); look what stands there"
        )
    if size > LARGEST:
        return _refuse(
            source,
            1,
            1,
            "too-large",
            f"the file has {size:,} bytes; split it, or take out what was pasted in by mistake",
        )
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line, col = before.count(b"\n") + 1, error.start - before.rfind(b"\n")
        return _refuse(source, line, col, "not-utf-8", "this byte is not UTF-8; save the file as UTF-8")
    return read_text(source, text)


def read_text(source: Source, text: str) -> Source:
    """Read YAML text into a source."""
    odd = UNPRINTABLE.search(text)
    if odd:
        line, col = text.count("\n", 0, odd.start()) + 1, odd.start() - text.rfind("\n", 0, odd.start())
        return _refuse(
            source, line, col, "yaml", f"an invisible character, U+{ord(odd[0]):04X}, stands here; delete it"
        )
    try:
        _refuse_aliases(source, text)
        node = yaml.compose(text, Loader=LOADER) if not source.findings else None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return _refuse(
            source, mark.line + 1 if mark else 1, mark.column + 1 if mark else 1, "yaml", _advice(error, text, mark)
        )
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        return _refuse(source, 1, 1, "yaml", f"this is not YAML that can be read: {str(error).splitlines()[0]}")
    try:
        source.data = _value(source, node, ()) if node else None
    except RecursionError:
        return _refuse(source, 1, 1, "yaml", "this is nested far too deep")
    if source.data is None and not source.findings:
        _refuse(source, 1, 1, "yaml", "the file is empty; `course new sorter` writes one to start from")
    return source


def _refuse_aliases(source: Source, text: str) -> None:
    """Anchors and aliases can blow a file up a million times over, and no file of ours needs them; deep nests likewise."""
    depth = 0
    for event in yaml.parse(text, Loader=LOADER):
        mark = event.start_mark
        line, col = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            _refuse(source, line, col, "alias", "anchors (&) and aliases (*) are not read here; write the value out")
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            _refuse(source, line, col, "yaml", "this is nested far too deep")
            return


def _value(source: Source, node: yaml.Node, place: Place) -> Any:
    source.places[place] = (node.start_mark.line + 1, node.start_mark.column + 1)
    if isinstance(node, yaml.MappingNode):
        return dict(_pairs(source, node, place))
    if isinstance(node, yaml.SequenceNode):
        return [_value(source, item, (*place, number)) for number, item in enumerate(node.value)]
    return _scalar(source, node, place)


def _pairs(source: Source, node: yaml.MappingNode, place: Place) -> Iterator[tuple[str, Any]]:
    seen: dict[str, int] = {}
    for key, value in node.value:
        line, col = key.start_mark.line + 1, key.start_mark.column + 1
        if not isinstance(key, yaml.ScalarNode):
            _refuse(source, line, col, "yaml", "a key should be a plain word")
            continue
        name = str(key.value)
        if name in seen:
            message = f"`{name}` stands twice here, first in line {seen[name]}; keep one of them"
            _refuse(source, line, col, "duplicate-key", message)
            continue
        seen[name] = line
        yield name, _value(source, value, (*place, name))
        source.places[(*place, name)] = (line, col)


def _scalar(source: Source, node: yaml.Node, place: Place) -> Any:
    """Numbers, booleans and null as YAML has them; everything else, dates too, as the text that the author wrote."""
    if isinstance(node, yaml.ScalarNode) and node.tag in (
        "tag:yaml.org,2002:int",
        "tag:yaml.org,2002:bool",
        "tag:yaml.org,2002:null",
    ):
        plain = not node.tag.endswith(":int") or re.fullmatch(r"[-+]?(0|[1-9]\d{0,15})", node.value)
        return yaml.SafeLoader("").construct_object(node) if plain else str(node.value)  # 1:30 and 010 are no numbers
    if node.tag in TEXTS:
        return str(node.value)
    line, col = source.places[place]
    _refuse(source, line, col, "yaml", f"the tag {node.tag} is not read here; leave it out")
    return str(node.value)


def _advice(error: yaml.MarkedYAMLError, text: str, mark: yaml.Mark | None) -> str:
    """Say what to write instead, for the mistakes that people make most."""
    lines = text.splitlines()
    line = lines[mark.line] if mark and mark.line < len(lines) else ""
    problem = error.problem or str(error).splitlines()[0]
    if "\t" in line[: len(line) - len(line.lstrip())] or "'\\t'" in problem:
        return "a tab is used to indent; YAML takes only spaces: use two for each level"
    if "mapping values are not allowed" in problem:
        return 'a colon with a space after it starts a value; put the whole text in quotes: "like: this"'
    if "could not find expected ':'" in problem:
        return "this line is neither `key: value` nor a list item; check its indentation, and the quotes above it"
    if "found unexpected end of stream" in problem or "while scanning a quoted" in str(error):
        return "a quotation mark is opened and never closed"
    return f"{problem}; check indentation, quotes and colons here"


def _refuse(source: Source, line: int, col: int, rule: str, message: str) -> Source:
    source.findings.append(Finding(source.path, line, col, rule, message))
    return source
