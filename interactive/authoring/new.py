"""`course new`: a first file that has the right shape and says what to put where."""

import re
from pathlib import Path

SORTER = """\
# yaml-language-server: $schema=../schema/sorter.schema.json
# A sorter: cards that a learner places into bins. `course check` says what is still missing.
version: 1
title: "TODO: the activity's name, as lists show it"
objectives: [todo-objective-of-the-lesson]
minutes: 10
question: "TODO: what does the learner ask of each card?"
intro: "TODO: one or two sentences that say what to do."
draw: 2 # cards in a round, drawn across the bins

bins: # in the order of the page
  first:
    label: "TODO first"
    description: "TODO: one line under the label"
    test: "TODO: what a card must pass to belong here; shown when a card has no reason of its own for this bin."
    reread: {{text: "TODO: words of the link", href: lessons/{folder}/index.md}}
  second:
    label: "TODO second"
    description: "TODO: one line under the label"
    test: "TODO: what a card must pass to belong there"
    reread: {{text: "TODO: more words of a link", href: lessons/{folder}/index.md}}

cards: # ids are permanent: learners' records refer to them
  - id: {slug}-one
    text: "TODO: what the learner reads, 55 words at most. It must hold the evidence that decides."
    by: "TODO author, year"
    cite: [todo-key-in-references-bib]
    bin: first
    rationale: "TODO: why it fits there."
    misplaced: {{second: "TODO: why not there, without naming the right place."}}
    hint: "TODO: a question that sends the reader back to the right words."
  - id: {slug}-two
    text: "TODO: another card."
    by: "TODO author, year"
    cite: [todo-key-in-references-bib]
    bin: second
    rationale: "TODO: why this one fits."
    also: {{first: "TODO: why that is defensible, and worth half."}}
    hint: "TODO: another question."
"""


class Exists(Exception):
    """There is a file of that name already, and it is left as it is."""


def new_sorter(root: Path, ref: str) -> Path:
    """Write a first sorter file for a ref such as 04-the-third-party/roles; returns its path below the project."""
    match = re.fullmatch(r"(\d\d-[a-z0-9-]+)/([a-z0-9]+(?:-[a-z0-9]+)*)", ref)
    if not match:
        raise ValueError(f"`{ref}` will not do: write the lesson's folder and a name, as in 04-the-third-party/roles")
    path = root / "quizzes" / match[1] / f"{match[2]}.sorter.yml"
    if path.exists():
        raise Exists(f"{path.relative_to(root)} is there already; it is left as it is")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(SORTER.format(folder=match[1], slug=match[2]), encoding="utf-8")
    return path.relative_to(root)
