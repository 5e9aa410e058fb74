"""Compiling a profile: questions without right answers, seats with a path each."""

from typing import Any

from interactive.authoring.bibliography import Bibliography
from interactive.authoring.compilers.common import FORMAT, NotCompiled, cites
from interactive.authoring.markup import href, inline, typographic


def compile_profile(ref: str, data: dict[str, Any], works: Bibliography) -> dict[str, Any]:
    """Compile a profile (format 1)."""
    for question in data["questions"]:
        strange = {seat for answer in question["answers"].values() for seat in answer["seats"]} - set(data["seats"])
        if strange:
            raise NotCompiled(f"{ref}: `{question['id']}` names a seat that is not there: {', '.join(sorted(strange))}")
    return {
        "format": FORMAT,
        "kind": "profile",
        "ref": ref,
        "title": typographic(data["title"]),
        "objectives": data["objectives"],
        "minutes": data["minutes"],
        "intro": inline(data["intro"]),
        "seats": [_seat(name, seat, works) for name, seat in data["seats"].items()],
        "questions": [_question(question) for question in data["questions"]],
        "mixed": inline(data["mixed"]),
    }


def _seat(name: str, seat: dict[str, Any], works: Bibliography) -> dict[str, Any]:
    return {
        "id": name,
        "label": typographic(seat["label"]),
        "description": inline(seat["description"]),
        "reading": inline(seat["reading"]),
        "cites": cites(seat, works),
        "path": [
            {"text": typographic(one["text"]), "href": href(one["href"]), "why": inline(one["why"])}
            for one in seat["path"]
        ],
    }


def _question(question: dict[str, Any]) -> dict[str, Any]:
    answers = question["answers"].items()
    return {
        "id": question["id"],
        "stem": inline(question["stem"]),
        "answers": [{"id": name, "text": inline(one["text"]), "seats": one["seats"]} for name, one in answers],
    }
