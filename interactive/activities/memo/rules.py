"""A memo's state, what the rubric may ask of it, and its text as Markdown. Pure data and arithmetic."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from interactive.activities.memo.definition import Memo
from interactive.kernel.conditions import Facts
from interactive.kernel.criteria import judged, worth
from interactive.kernel.html import plain
from interactive.kernel.score import Score, Unscorable


@dataclass(frozen=True, slots=True)
class State:
    """An attempt: each section's text, the text last held against the rubric, and whether the memo is kept."""

    seed: int
    texts: Mapping[str, str] = field(default_factory=dict)
    checked: Mapping[str, str] | None = None
    verdicts: tuple[str, ...] = ()
    finished: bool = False


def start(definition: Memo, *, seed: int) -> State:
    """Begin with empty sections."""
    return State(seed=seed)


def words(text: str) -> int:
    """How many words a text has."""
    return len(text.split())


def facts(definition: Memo, texts: Mapping[str, str]) -> Facts:
    """What the rubric may ask, by name: words-SECTION, total, TOPIC (how often any of its words occurs), SECTION-TOPIC."""
    known: dict[str, int | str] = {"total": sum(words(texts.get(name, "")) for name in definition.sections)}
    for topic in definition.topics:
        known[topic] = 0
    for name in definition.sections:
        text = texts.get(name, "").casefold()
        known[f"words-{name}"] = words(text)
        for topic, stems in definition.topics.items():
            found = _occurrences(text, stems)
            known[f"{name}-{topic}"] = found
            known[topic] = int(known[topic]) + found
    return known


@lru_cache(maxsize=1024)  # a text is held against the rubric again and again, and a long one takes its time
def _occurrences(text: str, stems: tuple[str, ...]) -> int:
    return sum(len(re.findall(rf"\b{re.escape(stem.casefold())}", text)) for stem in stems)


def verdicts(definition: Memo, texts: Mapping[str, str]) -> tuple[str, ...]:
    """Each criterion's verdict on these texts, in order."""
    return tuple(rule.verdict for rule in judged(definition.criteria, facts(definition, texts)).values())


def score(definition: Memo, state: State) -> Score | Unscorable:
    """One point for each criterion of the rubric that the text last checked meets, half for one that it partly meets."""
    if state.checked is None:
        return Unscorable("The memo has not been held against the rubric yet.")
    count = len(definition.criteria)
    share = round(worth(state.verdicts) / (2 * count), 4)
    return Score(worth(state.verdicts) / 2, float(count), count, count, dict.fromkeys(definition.objectives, share))


def markdown(definition: Memo, state: State) -> str:
    """The memo as Markdown, to take along."""
    parts = [f"# {plain(definition.title)}"]
    for name, section in definition.sections.items():
        if state.texts.get(name, "").strip():
            parts.append(f"## {section.label}\n\n{state.texts[name].strip()}")
    return "\n\n".join(parts) + "\n"
