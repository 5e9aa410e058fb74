"""A small invented bank with one item of each type, in which tests break one thing at a time."""

BANK = """\
version: 1
title: Shades
objectives: [s0-tell-colors]
minutes: 5
intro: Answer what you can.
draw: 3
items:
  - id: sky
    type: choice
    objective: s0-tell-colors
    difficulty: 1
    stem: What gives the sky its color at noon?
    options:
      a: {text: The sea below it, rationale: The sea borrows from the sky.}
      b: {text: Scattered light, rationale: Short waves are scattered most.}
      c: {text: Very cold air, rationale: Cold air has no color.}
    key: [b]
    hints: [Look up., What reaches the eye?]
    cite: [someone1900]
    reread: {text: On blue, href: lessons/00-sample/index.md#blue}
  - id: rainbow
    type: sequencing
    objective: s0-tell-colors
    difficulty: 3
    stem: Put the bands of a rainbow in order, the outermost first.
    entries:
      red: {text: Red, rationale: It is bent least.}
      green: {text: Green, rationale: It lies between.}
      violet: {text: Violet, rationale: It is bent most.}
    hints: [Think of rain., Which is bent least?]
    cite: [someone1900]
    reread: {text: On red, href: lessons/00-sample/index.md#red}
  - id: painters
    type: matching
    objective: s0-tell-colors
    difficulty: 3
    stem: Match each pigment to its source.
    targets: {stone: A stone, insect: An insect, plant: A plant}
    prompts:
      ultra: {text: Ultramarine, key: stone, rationale: Ground lapis lazuli.}
      carmine: {text: Carmine, key: insect, rationale: Dried cochineal.}
    hints: [Which of them can crawl?, One was dearer than gold.]
    cite: [someone1900]
    reread: {text: On red, href: lessons/00-sample/index.md#red}
  - id: between
    type: fill-in
    objective: s0-tell-colors
    difficulty: 2
    stem: Between green and violet stands ___.
    accept: [blue, azure]
    near:
      - {forms: [teal], feedback: "Close, yet a little green."}
    rationale: It stands there in every rainbow.
    hints: [Look at the sea., It begins with the second letter.]
    cite: [someone1900]
    reread: {text: On blue, href: lessons/00-sample/index.md#blue}
  - id: real
    type: contested
    objective: s0-tell-colors
    difficulty: 3
    stem: Are colors real?
    positions:
      yes:
        text: They are in things.
        for: {argument: Things keep them in the dark., cite: [someone1900]}
        against: {argument: Nobody sees them there., cite: [someone1900]}
      no:
        text: They are in us.
        for: {argument: Eyes differ., cite: [someone1900]}
        against: {argument: Most eyes agree., cite: [someone1900]}
    split: Some look at things and some at eyes.
    cite: [someone1900]
    reread: {text: On red, href: lessons/00-sample/index.md#red}
"""


def choice(name: str, stem: str, *texts: str, key: str = "a", difficulty: int = 1) -> str:
    """One more choice item, to be written after the others."""
    options = [
        f'      {one}: {{text: "{text}", rationale: "{name} {one}."}}'
        for one, text in zip("abcdef", texts, strict=False)
    ]
    lines = [
        f"  - id: {name}",
        "    type: choice",
        "    objective: s0-tell-colors",
        f"    difficulty: {difficulty}",
        f'    stem: "{stem}"',
        "    options:",
        *options,
        f"    key: [{key}]",
        "    hints: [Look there., Look again.]",
        "    cite: [someone1900]",
        "    reread: {text: On red, href: lessons/00-sample/index.md#red}",
    ]
    return "\n".join(lines) + "\n"
