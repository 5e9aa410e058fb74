"""Stems: the question's own negation is marked, no question is asked twice, and a fill-in has its blank."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations

from interactive.authoring.findings import Finding
from interactive.authoring.lint.quizzes import every_item
from interactive.authoring.project import Project

BLANK = re.compile(r"_{3,}")
ALIKE, SAME_WORDS, SOME_WORDS = (
    0.85,
    0.8,
    0.5,
)  # of letters in order; of words in any order; below this nobody need look
LONGEST = 2000  # characters that are looked at: comparing takes the square of them

# Many stems say "not" in passing. It turns the question only where the clause that asks holds it: from "which" or "what" at the head
# of a question, or from "that" after "choose every", up to the next word that opens another clause.
OPENS = r"that|who|whom|whose|which|because|if|whether|when|since|while|although|though|unless|until|where|why|how|as"
AUX = r"(?:is|are|was|were|be|been|has|have|had|do|does|did|can|could|may|might|must|shall|should|will|would)"
NOT = r"(?<!\bfor )(?<!\bof )(?<!\bby )(?<!\bin )(?<!\babout )not(?! (?:to|only|merely|just|yet|least)\b)"
QUESTION = re.compile(
    r"(?:^|[,:;] )(?:(?:and|but|so|then|of|to|in|on|by|from|for|with|under|at) )?(?:which|what)\b|^(?:who|whom|whose)\b",
    re.IGNORECASE,
)
NEGATION = re.compile(
    rf"\b{AUX} (?:[\w'’-]+ ){{0,7}}?(?P<a>{NOT}|never)\b|(?<![,;] )\b(?P<b>never|cannot)\b"
    rf"|\b(?P<c>(?:is|are|was|were|has|have|had|do|does|did|ca|could|must|should|wo|would)n['’]t)\b"
    r"|(?<!\bat )(?<!\bat the )(?<!\bat the very )(?<!\bnot )\b(?P<d>least)\b|\b(?P<e>except)\b",
    re.IGNORECASE,
)
CHOOSE = re.compile(
    rf"(?:^|[,:;] |\b(?:and|then) )(?:choose|pick|select|mark|tick|find|name)\b(?:(?!\b(?:{OPENS})\b).)*\b(?:that|which|who|whose) "
    rf"(?:(?!\b(?:{OPENS})\b)[\w'’-]+ ){{0,3}}?(?:{AUX} (?P<a>{NOT}|never)|(?P<b>never|cannot))\b",
    re.IGNORECASE,
)
AT_THE_END = re.compile(
    r"\b(?:all|each|every|any|everyone|everything|anyone|true)\b.*\b(?P<a>except)\b(?: for| one| which| what)?[ :.?…]*$",
    re.IGNORECASE,
)
SHOUTED = re.compile(r"\b(?P<a>NOT|EXCEPT|LEAST|NEVER)\b")


def unmarked_negative(project: Project) -> Iterator[Finding]:
    """Who misses a "not" is marked wrong for reading fast; so it is bold, or better, not there."""
    for source, number, item in every_item(project):
        word = negation(str(item.get("stem", "")))
        if word:
            bold = f"**{word.lower()}**" if "n't" not in word and "n’t" not in word else "**not**, written out"
            message = f"the question turns on `{word}`: write {bold}, or ask it the other way round"
            yield source.find(("items", number, "stem"), "unmarked-negative", message)


def negation(stem: str) -> str:
    """The unmarked word on which the question turns to its contrary; nothing where there is none."""
    clear = re.sub(r"\*\*.+?\*\*|(?<!_)__(?!_).+?__", "", stem[:LONGEST])  # what is bold is marked
    clear = re.sub(r"[\"“][^\"”“]*?([.?!]?)[\"”]", r"x\1", clear)  # what is quoted does not ask
    clear = " ".join(re.sub(r"[*_`]", "", clear).split())
    for sentence in re.split(r"(?<=[.?!…]) ", clear):
        found = SHOUTED.search(sentence) or AT_THE_END.search(sentence) or CHOOSE.search(sentence)
        asked = QUESTION.search(sentence) if sentence.endswith("?") else None
        if asked and not found:
            found = NEGATION.search(re.split(rf"\b(?:{OPENS})\b", sentence[asked.end() :], flags=re.IGNORECASE)[0])
        if found:
            return next(word for word in found.groupdict().values() if word)
    return ""


def near_duplicate_stem(project: Project) -> Iterator[Finding]:
    """No two items of the course ask the same thing in nearly the same words."""
    asked = [
        (
            source,
            number,
            str(item.get("id")),
            " ".join(re.findall(r"\w+", str(item.get("stem", ""))[:LONGEST].casefold())),
        )
        for source, number, item in every_item(project)
    ]
    words = [frozenset(stem.split()) for *_, stem in asked]
    for one, two in combinations(range(len(asked)), 2):
        shared = len(words[one] & words[two]) / (len(words[one] | words[two]) or 1)
        (first, at, name, stem), (source, number, _, other) = asked[one], asked[two]
        if shared >= SAME_WORDS or (shared >= SOME_WORDS and _alike(stem, other)):
            where = "" if first is source else f"{first.path}, "
            where += f"line {first.places.get(('items', at, 'stem'), (1, 1))[0]}"
            message = f"this asks nearly what `{name}` asks ({where}); ask something else, or take one out"
            yield source.find(("items", number, "stem"), "near-duplicate-stem", message)


def _alike(one: str, other: str) -> bool:
    """Whether two stems share nearly all their letters, in order."""
    letters = SequenceMatcher(None, one, other, autojunk=False)
    return letters.quick_ratio() > ALIKE and letters.ratio() > ALIKE


def blank_missing(project: Project) -> Iterator[Finding]:
    """A fill-in has one blank."""
    for source, number, item in every_item(project, "fill-in"):
        blanks = len(BLANK.findall(str(item.get("stem", ""))))
        if blanks != 1:
            message = (
                "the stem has no blank; write it as ___"
                if not blanks
                else f"{blanks} blanks, and one answer; keep one ___"
            )
            yield source.find(("items", number, "stem"), "blank-missing", message)
