"""A small invented story, compiled: two phases, seven scenes, three endings, and one of everything that the engine can do."""

from typing import Any

from interactive.activities.roleplay.definition import Story, load
from interactive.activities.roleplay.engine import start, step
from interactive.activities.roleplay.rules import State

REF = "00-sample/bridge"


def choice(name: str, to: Any, effects: dict[str, int], shows: dict[str, int], **more: Any) -> dict[str, Any]:
    return {
        "id": name,
        "text": f"Do {name} &amp; see.",
        "doing": f"doing {name}",
        "effects": effects,
        "plants": {},
        "to": [{"to": to}] if isinstance(to, str) else to,
        "for": f"For {name}.",
        "against": f"Against {name}.",
        "cite": ["work1"],
        "shows": shows,
        **more,
    }


def scene(name: str, phase: str, choices: list[dict[str, Any]], **more: Any) -> dict[str, Any]:
    return {
        "id": name,
        "title": f"Scene <em>{name}</em>",
        "phase": phase,
        "text": [f"First of {name}.", f"Second of {name}."],
        "choices": choices,
        "coach": [f"Coach on {name}."],
        "touches": f"What {name} turns on.",
        "cite": ["work1", "work2"],
        **more,
    }


def _plain(to: Any, first: dict[str, Any] | None = None) -> list[dict[str, Any]]:
    """Three choices, each raising one variable at the price of the other."""
    return [
        choice("a", to, {"trust": 1, "access": -1}, {"process": 2}, **(first or {})),
        choice("b", to, {"access": 1, "trust": -1}, {"ethics": 2}),
        choice("c", to, {"access": 1}, {"process": 1, "ethics": 1}),
    ]


SCENES = [
    scene(
        "note",
        "before",
        [
            choice("a", "guests", {"trust": 1, "access": -1}, {"process": 2}, plants={"told": "yes"}),
            choice("b", "guests", {"access": 1, "trust": -1}, {"ethics": 2}, plants={"told": "no"}),
            choice("c", "shut", {"trust": 1}, {"process": 1, "ethics": 1}),
        ],
        speakers=[{"who": "ada"}],
        how="by letter",
        speech=["“Will you?” {1}"],
        to="you",
        seeded=[["It rains.", "It snows.", "It is dry."]],
        notebook=[{"person": "ada", "kind": "interest", "text": "Asked first."}],
    ),
    scene(
        "guests",
        "before",
        _plain([{"to": "asked", "when": ["=", "told", "no"]}, {"to": "table"}]),
        notebook=[{"person": "cor", "kind": "fear", "text": "Fears <em>water</em>.", "when": ["=", "told", "yes"]}],
        clock="9:05",
    ),
    scene(
        "asked",
        "room",
        _plain("table"),
        harvest=[{"seed": "told", "when": ["=", "told", "no"]}],
        speakers=[{"who": "cor"}],
        speech=["“Who sent for this?”"],
    ),
    scene(
        "table",
        "room",
        [
            *_plain([{"to": "pause", "when": ["<=", "trust", 1]}, {"to": "last"}]),
            choice("d", "last", {"trust": 1, "access": -1}, {"ethics": 1}, when=[">=", "trust", 3]),
        ],
        speakers=[{"who": "bea", "when": [">=", "trust", 3]}, {"who": "cor"}],
        speech=["“Well.”"],
        to="ada",
        echoes=[
            {"text": "You told them.", "when": ["=", "told", "yes"]},
            {"text": "It is warm.", "when": [">=", "trust", 3]},
        ],
        away=[{"who": "ada", "when": ["=", "told", "no"]}],
        notebook=[{"person": "bea", "kind": "fact", "text": "Moved a chair."}],
    ),
    scene(
        "pause",
        "room",
        [
            choice("a", "table", {"trust": 1}, {"process": 1}),
            choice("b", "last", {"access": 1}, {"ethics": 1}),
            choice("c", "alone", {"trust": -1}, {"process": 1}, when=[">=", "@pause", 2]),
        ],
        text=["Again {echo 1} and again."],
        echoes=[{"text": "for the second time", "when": [">=", "@pause", 2]}],
    ),
    scene("last", "room", [choice("a", "bridge", {"trust": 1}, {"process": 2}), *_plain("letters")[1:]], coach=[]),
    scene(
        "alone", "room", [choice("a", "shut", {}, {"ethics": 1}), choice("b", "letters", {"access": 1}, {"process": 1})]
    ),
]


def story_data() -> dict[str, Any]:
    """The compiled definition."""
    people = [("ada", "Ada Ash", "north", 1), ("bea", "Bea Bow", "north", 2), ("cor", "Cor Cray", "south", 1)]
    return {
        "format": 1,
        "kind": "roleplay",
        "ref": REF,
        "title": "The bridge",
        "objectives": ["s0-convene"],
        "minutes": 5,
        "intro": "Choose as you go.",
        "premise": ["Two towns, one bridge."],
        "parties": [
            {"id": "north", "name": "the North", "people": "Northerners", "seat": "square"},
            {"id": "south", "name": "the South", "people": "Southerners", "seat": "circle"},
        ],
        "people": [
            *(
                {
                    "id": name,
                    "name": full,
                    "initials": full[0] + full[4],
                    "party": side,
                    "role": f"plays {name}",
                    "closeness": seat,
                    "seat": seat,
                }
                for name, full, side, seat in people
            ),
            {"id": "dun", "name": "Dun Dale", "initials": "DD", "party": "", "role": "helps"},
        ],
        "variables": [
            {"id": "trust", "label": "Trust", "start": 2, "min": 0, "max": 4, "words": ["cold", "cool", "warm"]},
            {
                "id": "access",
                "label": "Access",
                "start": 2,
                "min": 0,
                "max": 4,
                "words": ["no ear", "half an ear", "an ear"],
            },
        ],
        "seeds": [
            {
                "id": "told",
                "title": "Who was told",
                "start": "unsaid",
                "values": ["unsaid", "no", "yes"],
                "did": {"yes": "You told them."},
                "spared": {"yes": "Nobody asked who had sent for it."},
            }
        ],
        "phases": [
            {"id": "before", "title": "Before", "question": "Should you?"},
            {"id": "room", "title": "In the room", "table": True},
        ],
        "competencies": [
            {"id": "process", "title": "Process", "can": "choose a form."},
            {"id": "ethics", "title": "Ethics"},
        ],
        "start": "note",
        "scenes": SCENES,
        "endings": [
            {
                "id": "bridge",
                "title": "The bridge opens",
                "text": ["On Sundays."],
                "left": "A key.",
                "paid": "Bea.",
                "unknown": "Why.",
                "means": "It means a key.",
                "cite": ["work2"],
            },
            {"id": "letters", "title": "Letters", "text": ["They write."]},
            {"id": "shut", "title": "Shut", "text": ["It stays shut."]},
        ],
        "coach": "The margin",
        "closeness": ["unheard", "heard late", "heard", "called"],
        "works": {"work1": "Somebody 1901", "work2": "Else 1902"},
        "marks": {"work2": "not checked"},
        "debrief": {
            "missed": [{"text": "Nobody paused.", "when": ["not", [">=", "@pause", 1]]}],
            "hidden": [{"title": "The beam", "text": "It is cracked.", "told": [">=", "@asked", 1]}],
            "prompts": [
                {"id": "first", "text": "Why did you?", "always": True},
                {"id": "paused", "text": "What did the pause cost?", "turns": "happened", "when": [">=", "@pause", 1]},
                {
                    "id": "unpaused",
                    "text": "What would a pause have cost?",
                    "turns": "absent",
                    "when": ["not", [">=", "@pause", 1]],
                },
                {"id": "spare", "text": "Anything else?"},
            ],
            "readings": [
                {
                    "id": "realist",
                    "title": "A realist",
                    "asks": "Who used whom?",
                    "lines": [
                        {"text": "They used you."},
                        {"text": "And the bridge.", "when": ["=", "ending", "bridge"]},
                    ],
                },
                {
                    "id": "critic",
                    "title": "A critic",
                    "asks": "Whose peace?",
                    "lines": [{"text": "You took b first.", "when": ["=", "#note", "b"]}],
                },
            ],
            "assignment": "Write a page.",
            "rubric": [{"title": "The moment", "levels": ["Four", "Three", "Two", "One"]}],
        },
        "room": {
            "about": ["For six."],
            "before": ["Print it."],
            "plan": [{"head": "0-5", "text": "Read."}],
            "variants": [{"head": "Online", "text": "Use rooms."}],
            "sheets": [
                {
                    "name": "Ada, 40",
                    "side": "North",
                    "public": "You wrote.",
                    "lines": [{"head": "Only you know:", "text": "the beam."}],
                }
            ],
            "observers": [{"head": "The clock", "text": "Seconds."}],
            "cards": [{"head": "Card A", "text": "Wait."}],
            "misreadings": [{"head": "“It is won.”", "text": "Is it?"}],
        },
    }


def story(**changes: Any) -> Story:
    """The sample, loaded, with some of its data changed."""
    return load({**story_data(), **changes})


SAMPLE = story()


def played(*letters: str, definition: Story = SAMPLE, seed: int = 0, mode: str = "coach") -> State:
    """The state after these choices; a choice that cannot be made fails the test that asked for it."""
    state = step(definition, start(definition, seed=seed), {"type": "mode", "mode": mode}, now=0).state
    for number, letter in enumerate(letters):
        result = step(definition, state, {"type": "choose", "scene": state.scene, "choice": letter}, now=number)
        assert not result.refusal, (letter, state.scene, result.refusal)
        state = result.state
    return state


def opened(*letters: str, **more: Any) -> State:
    """A finished play with its debrief open."""
    return step(SAMPLE, played(*letters, **more), {"type": "debrief"}, now=99).state
