"""The facilitator's script: how to keep the score on a board, then for each scene what a choice moves, plants and leads to."""

from collections.abc import Iterator

from interactive.activities.roleplay.definition import Story
from interactive.activities.roleplay.scenes import Choice, Scene
from interactive.kernel.conditions import Condition
from interactive.kernel.html import Child, Safe, plain, tag

HOW = (
    "Read a scene aloud from its card. The room, or a table, settles on a choice. Move the counters as the table here says, note what is "
    "planted, and go to the scene that it names: of several the first whose condition holds, after the counters have moved. A counter "
    "that would leave its scale stays at the end of it. Nobody but you sees this script."
)


def script_pages(definition: Story) -> Iterator[tuple[Child, Child]]:
    """Title and body of each page: the board, then one page a phase."""
    yield "How to play it at a table", [tag("p", HOW), _board(definition), _seeds(definition)]
    numbers = {name: number for number, name in enumerate(definition.scenes, 1)}
    for phase in definition.phases.values():
        own = [scene for scene in definition.scenes.values() if scene.phase == phase.id]
        yield phase.title, [tag("p", phase.question), [_scene(definition, scene, numbers) for scene in own]]


def _board(definition: Story) -> Safe:
    rows = [
        tag(
            "tr",
            tag("th", item.label, scope="row"),
            tag("td", item.about),
            tag("td", f"{item.start}, from {item.least} to {item.most}", class_="num"),
            tag("td", " / ".join(item.said)),
        )
        for item in definition.variables.values()
    ]
    heads = ("Counter", "What it is", "Starts at", "In words")
    head = tag("tr", [tag("th", words, scope="col") for words in heads])
    return tag(
        "table",
        tag("caption", "Put these on a board that only you see"),
        tag("thead", head),
        tag("tbody", rows),
        class_="st-table",
    )


def _seeds(definition: Story) -> Child:
    if not definition.seeds:
        return None
    rows = [
        tag("li", tag("b", seed.title), f": {', '.join(seed.values)}; starts at {seed.start}")
        for seed in definition.seeds.values()
    ]
    return [tag("p", "And keep a list of what has been planted:"), tag("ul", rows)]


def _scene(definition: Story, scene: Scene, numbers: dict[str, int]) -> Child:
    echoes = [tag("p", tag("b", f"If {said(definition, echo.when)}: "), echo.text) for echo in scene.echoes]
    rows = [_choice(definition, choice, numbers) for choice in scene.choices]
    heads = ("Choice", "Moves", "Plants", "Leads to")
    head = tag("tr", [tag("th", words, scope="col") for words in heads])
    table = tag("table", tag("thead", head), tag("tbody", rows), class_="st-table")
    return [tag("h4", f"{numbers[scene.id]}. ", scene.title), echoes, table]


def _choice(definition: Story, choice: Choice, numbers: dict[str, int]) -> Safe:
    only = tag("span", f" (only if {said(definition, choice.when)})", class_="st-cite") if choice.when else None
    moved = ", ".join(
        f"{plain(definition.variables[name].label)} {step:+d}".replace("-", "−")
        for name, step in choice.effects.items()
    )
    planted = ", ".join(f"{plain(definition.seeds[name].title)}: {value}" for name, value in choice.plants.items())
    ways = [
        f"{_place(definition, way.to, numbers)}{f' if {said(definition, way.when)}' if way.when else ''}"
        for way in choice.ways
    ]
    letter = tag("th", tag("b", choice.id.upper() + ". "), choice.doing or choice.text, only, scope="row")
    return tag("tr", letter, tag("td", moved), tag("td", planted), tag("td", "; else ".join(ways)))


def _place(definition: Story, name: str, numbers: dict[str, int]) -> str:
    if name in numbers:
        return f"scene {numbers[name]}"
    return f"the ending “{plain(definition.endings[name].title)}”"


def said(definition: Story, condition: Condition) -> str:
    """A condition in words."""
    if condition is None:
        return "always"
    word = condition[0]
    if word in ("and", "or"):
        return f" {word} ".join(_bracketed(definition, part) for part in condition[1:])
    if word == "not":
        return f"not {_bracketed(definition, condition[1])}"
    return _compared(definition, word, condition[1], condition[2])


def _bracketed(definition: Story, part: Condition) -> str:
    inner = said(definition, part)
    return f"({inner})" if part and part[0] in ("and", "or") else inner


def _compared(definition: Story, sign: str, name: str, value: int | str) -> str:
    if name in definition.variables:
        how = {"=": "is", ">=": "is at least", "<=": "is at most"}[sign]
        return f"{plain(definition.variables[name].label)} {how} {value}"
    if name in definition.seeds:
        return f"“{plain(definition.seeds[name].title)}: {value}”"
    scene = definition.scenes.get(name[1:])
    title = f"“{plain(scene.title)}”" if scene else name[1:]
    if name.startswith("#"):
        return f"choice {str(value).upper()} was taken at {title}"
    return f"{title} was met" if sign == ">=" and value == 1 else f"{title} was met {sign} {value} times"
