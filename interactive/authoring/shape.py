"""Whether a file has the shape of its kind: the published JSON Schema decides, and its complaints are put into words."""

import json
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from interactive.authoring.findings import Finding
from interactive.authoring.project import Project, kind_of
from interactive.authoring.reading import Source

WORDS = {
    "string": "text",
    "integer": "a whole number",
    "array": "a list",
    "object": "`key: value` lines",
    "boolean": "true or false",
}


@cache
def _validator(path: Path) -> Draft202012Validator:
    return Draft202012Validator(json.loads(path.read_text(encoding="utf-8")))


def check_shape(project: Project) -> Iterator[Finding]:
    """Findings of reading and of shape, for every definition file."""
    for source in project.sources.values():
        yield from source.findings
        yield from shape_of(source, project.root)


def shape_of(source: Source, root: Path, kind: str = "") -> Iterator[Finding]:
    """Findings of shape, for one file. Its name says of what kind it is, unless that is given."""
    if source.data is not None:
        schema = root / "quizzes" / "schema" / f"{kind or kind_of(source)}.schema.json"
        for error in _validator(schema).iter_errors(source.data):
            yield from _said(source, error)


def _said(source: Source, error: ValidationError) -> Iterator[Finding]:
    place = tuple(error.absolute_path)
    for where, message in _messages(error):
        yield source.find((*place, *where), "shape", message)


def _messages(error: ValidationError) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Put one schema error into words: (the rest of the way to it, what to write instead)."""
    rule, wanted, given = error.validator, error.validator_value, error.instance
    if rule == "additionalProperties" and wanted is False:
        known = list(error.schema.get("properties", {}))
        for name in sorted(set(given) - set(known)):
            near = get_close_matches(name, known, 1)
            yield (
                (name,),
                f"there is no `{name}` here; " + (f"did you mean `{near[0]}`?" if near else f"known are {_row(known)}"),
            )
    elif rule == "required":
        yield (), f"`{_missing(error)}` is missing: {_about(error, _missing(error))}"
    elif rule == "type":
        quotes = "; put it in quotes" if wanted == "string" and isinstance(given, (bool, int)) else ""
        kinds = " or ".join(WORDS.get(one, one) for one in ([wanted] if isinstance(wanted, str) else wanted))
        yield (), f"this should be {kinds}, not {_kind(given)}{quotes}"
    elif rule == "enum":
        near = get_close_matches(str(given), wanted, 1)
        yield (
            (),
            f"`{str(given)[:60]}` is not known here; "
            + (f"did you mean `{near[0]}`?" if near else f"write {_row(wanted)}"),
        )
    elif rule is None:  # a field that the schema forbids: it belongs to another type
        yield (), "this belongs to another type of item; take it out, or change the type"
    elif rule == "const":
        yield (), f"this should be {wanted}"
    elif rule == "pattern":
        yield (
            (str(given),) if "propertyNames" in error.absolute_schema_path else (),
            f"`{str(given)[:60]}` will not do as an id: use small letters, digits and single hyphens, as in `oslo-1993`",
        )
    elif rule in ("minLength", "minItems", "minProperties"):
        yield (
            (),
            "nothing stands here; write it, or take the line out"
            if wanted == 1
            else f"at least {wanted} are needed here",
        )
    elif rule in ("maxLength", "maxItems", "maxProperties"):
        yield (), f"this is too long: {wanted} at most"
    elif rule in ("minimum", "maximum"):
        yield (), f"{given} is out of range: {'at least' if rule == 'minimum' else 'at most'} {wanted}"
    elif rule == "uniqueItems":
        yield (), "the same thing stands twice in this list"
    else:
        yield (), error.message[:200]


def _missing(error: ValidationError) -> str:
    """jsonschema gives one error a missing key, and its name only in the message."""
    return next(str(name) for name in error.validator_value if error.message.startswith(f"'{name}'"))


def _about(error: ValidationError, name: str) -> str:
    description = error.schema.get("properties", {}).get(name, {}).get("description", "add it")
    return str(description)[:1].lower() + str(description)[1:].rstrip(".")


def _row(names: list[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _kind(value: Any) -> str:
    if value is None:
        return "empty"
    names = {
        str: "text",
        bool: "true or false",
        int: "a number",
        float: "a number",
        list: "a list",
        dict: "`key: value` lines",
    }
    return names[type(value)]
