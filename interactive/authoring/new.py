"""`course new`: a first file that has the right shape and says what to put where."""

import re
from pathlib import Path

TEMPLATES = Path(__file__).parent / "templates"  # KIND.yml; FOLDER and SLUG stand for the two parts of the ref


class Exists(Exception):
    """There is a file of that name already, and it is left as it is."""


def kinds() -> list[str]:
    """The kinds of definition that can be begun."""
    return sorted(path.stem for path in TEMPLATES.glob("*.yml"))


def new_definition(root: Path, kind: str, ref: str) -> Path:
    """Write a first file of this kind for a ref such as 04-the-third-party/roles; returns its path below the project."""
    match = re.fullmatch(r"(\d\d-[a-z0-9-]+)/([a-z0-9]+(?:-[a-z0-9]+)*)", ref)
    if not match:
        raise ValueError(f"`{ref}` will not do: write the lesson's folder and a name, as in 04-the-third-party/roles")
    path = root / "quizzes" / match[1] / f"{match[2]}.{kind}.yml"
    if path.exists():
        raise Exists(f"{path.relative_to(root)} is there already; it is left as it is")
    path.parent.mkdir(parents=True, exist_ok=True)
    template = (TEMPLATES / f"{kind}.yml").read_text(encoding="utf-8")
    path.write_text(template.replace("FOLDER", match[1]).replace("SLUG", match[2]), encoding="utf-8")
    return path.relative_to(root)
