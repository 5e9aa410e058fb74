"""Compiling a casefile: the rule cut into its elements' words, the formula parsed, every other text as HTML."""

from datetime import date
from typing import Any

from interactive.activities.casefile.logic import FINDINGS
from interactive.authoring.bibliography import Bibliography
from interactive.authoring.compilers.common import FORMAT, NotCompiled, cites, reread
from interactive.authoring.compilers.formula import parse_formula
from interactive.authoring.markup import inline, typographic

type Segments = list[dict[str, str]]


def compile_casefile(ref: str, data: dict[str, Any], works: Bibliography) -> dict[str, Any]:
    """Compile a casefile (format 1)."""
    elements = [item["id"] for item in data["elements"]]
    try:
        formula = parse_formula(data["formula"], elements)
        text = cut(data["rule"]["text"], data["elements"])
    except NotCompiled as error:
        raise NotCompiled(f"{ref}: {error}") from error
    return {
        "format": FORMAT,
        "kind": "casefile",
        "ref": ref,
        "title": typographic(data["title"]),
        "objectives": data["objectives"],
        "minutes": data["minutes"],
        "intro": inline(data["intro"]),
        "draw": data["draw"],
        "disclaimer": inline(data["disclaimer"]),
        "rule": {**_rule(data["rule"], works), "text": text},
        "elements": [_element(item, works) for item in data["elements"]],
        "formula": formula,
        "findings": {name: typographic(data["findings"][name]) for name in FINDINGS},
        "scenarios": [_scenario(ref, item, data["elements"], works) for item in data["scenarios"]],
        **({"reread": reread(data)} if "reread" in data else {}),
    }


def cut(paragraphs: list[str], elements: list[dict[str, Any]]) -> list[Segments]:
    """The rule's text in pieces, each with the element whose words it is. No character is changed, added or lost."""
    text = [paragraph.strip() for paragraph in paragraphs]
    spans: list[list[tuple[int, int, str]]] = [[] for _ in text]
    for item in elements:
        for words in as_list(item["words"]):
            at = next((number for number, paragraph in enumerate(text) if words.strip() in paragraph), None)
            if at is None:
                raise NotCompiled(f"the rule does not hold the words “{words}” of the element `{item['id']}`")
            start = text[at].index(words.strip())
            spans[at].append((start, start + len(words.strip()), item["id"]))
    return [_pieces(paragraph, sorted(own)) for paragraph, own in zip(text, spans, strict=True)]


def _pieces(paragraph: str, spans: list[tuple[int, int, str]]) -> Segments:
    pieces, place = [], 0
    for start, end, element in spans:
        if start < place:
            raise NotCompiled(f"the words of `{element}` overlap with another element's: “{paragraph[start:end]}”")
        pieces += [{"text": paragraph[place:start], "element": ""}, {"text": paragraph[start:end], "element": element}]
        place = end
    pieces.append({"text": paragraph[place:], "element": ""})
    return [piece for piece in pieces if piece["text"]]


def as_list(words: str | list[str]) -> list[str]:
    """One text or several, as a list."""
    return [words] if isinstance(words, str) else words


def _rule(rule: dict[str, Any], works: Bibliography) -> dict[str, Any]:
    try:
        day = date.fromisoformat(rule["checked_on"])
    except ValueError as error:
        raise NotCompiled(f"`checked_on: {rule['checked_on']}` is not a date; write it as 2026-11-24") from error
    return {
        "title": typographic(rule["title"]),
        "citation": typographic(rule["citation"]),
        "cites": cites(rule, works),
        "checked_on": day.isoformat(),
        "checked_said": f"{day.day} {day:%B %Y}",
        "checked_against": _sentence(typographic(rule["checked_against"])),
    }


def _sentence(words: str) -> str:
    """Words that can stand after a date and a full stop."""
    return words[:1].upper() + words[1:].rstrip(".") + "."


def _element(item: dict[str, Any], works: Bibliography) -> dict[str, Any]:
    return {
        "id": item["id"],
        "number": item["number"],
        "label": typographic(item["label"]),
        "test": inline(item["test"]),
        "question": inline(item.get("question", "")),
        "saves": item.get("saves", False),
        "note": inline(item["note"]),
        "reasons": {name: typographic(words) for name, words in item["reasons"].items()},  # options hold plain text
        "cites": cites(item, works),
    }


def _scenario(ref: str, item: dict[str, Any], elements: list[dict[str, Any]], works: Bibliography) -> dict[str, Any]:
    names = [element["id"] for element in elements]
    twists = item.get("twists", [])
    for where, found in (("findings", item["findings"]), *((twist["id"], twist["flips"]) for twist in twists)):
        strange = set(found) - set(names)
        if strange:
            raise NotCompiled(
                f"{ref}: `{item['id']}` ({where}) names no element of the rule: {', '.join(sorted(strange))}"
            )
    missing = [name for name in names if name not in item["findings"]]
    if missing:
        raise NotCompiled(f"{ref}: the scenario `{item['id']}` has no finding on {', '.join(missing)}")
    return {
        "id": item["id"],
        "title": typographic(item["title"]),
        "difficulty": item["difficulty"],
        "turns_on": item["turns_on"],
        "findings": {name: _key(item["findings"][name], works) for name in names},
        "conclusion": _key(item["conclusion"], works),
        "cites": cites(item, works),
        "twists": [_twist(twist, works) for twist in twists],
        **{name: inline(item[name]) for name in ("facts", "in_practice", "lesson", "analysis", "hint")},
    }


def _twist(twist: dict[str, Any], works: Bibliography) -> dict[str, Any]:
    return {
        "id": twist["id"],
        "change": inline(twist["change"]),
        "flips": {name: _key(found, works) for name, found in twist["flips"].items()},
        "conclusion": _key(twist["conclusion"], works),
        "because": inline(twist["because"]),
    }


def _key(found: dict[str, Any], works: Bibliography) -> dict[str, Any]:
    return {
        "finding": found["finding"],
        "reasons": found.get("reason", []),
        "because": inline(found["because"]),
        "misread": {name: inline(words) for name, words in found.get("misread", {}).items()},
        "despite": inline(found.get("despite", "")),
        "cites": cites(found, works),
    }
