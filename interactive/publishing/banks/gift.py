"""GIFT, which a person can read and write: choices, matching, short answers and essays, with feedback in most places.

Sources: MoodleDocs, “GIFT format” (docs.moodle.org); Moodle's own reader, question/format/gift/format.php. A backslash goes before
~ = # { } : and itself; a comment with [id:...] becomes the ID number, [tag:...] a tag; a name in a category that holds a slash has it
twice; the name of a category is the only text that is not unescaped. There is no ordering: steps are matched with their places.
"""

import re
from collections.abc import Callable, Iterable, Sequence

from interactive.activities.quiz.definition import Choice, Contested, FillIn, Item, Matching, Sequencing
from interactive.kernel.html import Safe
from interactive.publishing.banks.explaining import (
    LICENSE,
    as_matching,
    asked,
    explanation,
    percent,
    sources,
    weight,
    words,
)
from interactive.publishing.banks.items import Bank
from interactive.publishing.banks.moodle import category

SPECIAL = re.compile(r"[\\~=#{}:]")


def gift(banks: Sequence[Bank], titles: dict[str, str]) -> str:
    """A file of questions, each bank after a line that names its category."""
    parts = [f"// {LICENSE}"]
    for bank in banks:
        parts += [f"$CATEGORY: {category(bank, titles)}", *map(_question, bank.items)]
    return "\n\n".join(parts) + "\n"


def _question(item: Item) -> str:
    """One question. Its answers stand on lines of their own; a blank line would end it."""
    tags = "".join(f" [tag:{words}]" for words in (item.objective, f"difficulty-{item.difficulty}") if words)
    feedback = sources(item) if isinstance(item, Choice) else explanation(item)
    lines = [*TYPES[type(item)](item), f"####{_escaped(feedback)}"]
    answers = "".join(f"\n\t{line}" for line in lines)
    return f"// [id:{item.id}]{tags}\n::{item.id}::[html]{_escaped(asked(item))}{{{answers}\n}}"


def _choice(item: Choice) -> Iterable[str]:
    for name, one in item.options.items():
        share = weight(item, name)
        sign = "=" if share == 100 and not item.multiple else f"~%{percent(share)}%" if share else "~"
        yield f"{sign}{_marked(one.text)}#{_marked(one.rationale)}"


def _matching(item: Matching) -> Iterable[str]:
    used = {one.key for one in item.prompts.values()}
    for one in item.prompts.values():
        yield f"={_marked(one.text)} -> {_escaped(words(item.targets[one.key]))}"
    for name, text in item.targets.items():
        if name not in used:
            yield f"= -> {_escaped(words(text))}"


def _fill_in(item: FillIn) -> Iterable[str]:
    for form in item.accept:
        yield f"=%100%{_form(form)}"
    for forms, feedback in item.near:
        for form in forms:
            yield f"=%50%{_form(form)}#{_marked(feedback)}"


TYPES: dict[type[Item], Callable[..., Iterable[str]]] = {
    Choice: _choice,
    Sequencing: lambda item: _matching(as_matching(item)),
    Matching: _matching,
    FillIn: _fill_in,
    Contested: lambda item: (),
}


def _form(text: str) -> str:
    """A form of a short answer: plain text, in which a bare star would stand for anything, and a bracket for a format."""
    bare = _escaped(text.replace("*", "\\*"))
    return f"[plain]{bare}" if text.startswith("[") else bare


def _marked(html: Safe) -> str:
    """HTML among answers. What begins like a weight or a format must not be taken for one."""
    return f"[html]{_escaped(html)}" if html[:1] in ("[", "%") else _escaped(html)


def _escaped(text: str) -> str:
    """Text in which nothing is a sign. An arrow of HTML is written so that it cannot be taken for that of a pair."""
    bare = text.replace("->", "-&gt;") if isinstance(text, Safe) else text
    return SPECIAL.sub(r"\\\g<0>", bare)
