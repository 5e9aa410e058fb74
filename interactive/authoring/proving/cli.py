"""The command `course prove`."""

import sys
from pathlib import Path
from time import perf_counter

import click

from interactive.activities.roleplay.definition import load
from interactive.activities.roleplay.looking_back import from_code
from interactive.activities.roleplay.rules import moments
from interactive.authoring.definitions import NotCompiled, compile_ref
from interactive.authoring.findings import report
from interactive.authoring.project import find_root
from interactive.authoring.proving.plays import PLAYS
from interactive.authoring.proving.prove import prove, refs


class Progress:
    """One line that says how far it has got, after two seconds, where somebody is looking."""

    def __init__(self, ref: str) -> None:
        """Begin to count for one story."""
        self.ref, self.began, self.last = ref, perf_counter(), 0.0

    def __call__(self, what: str, done: int) -> None:
        """Say so, twice a second at most."""
        now = perf_counter()
        if sys.stderr.isatty() and now - self.began > 2 and now - self.last > 0.5:
            self.last = now
            click.echo(f"\r{self.ref}: {done:,} {what}, {now - self.began:.0f} s   ", err=True, nl=False)

    def done(self) -> None:
        """Wipe the line."""
        if self.last:
            click.echo("\r" + " " * 79 + "\r", err=True, nl=False)


@click.command(name="prove")
@click.option(
    "--plays", default=PLAYS, show_default=True, type=click.IntRange(1, 1_000_000), help="Plays drawn by lot."
)
@click.option("--replay", "code", help="Print the path that a code from a debrief stands for, instead of proving.")
@click.argument("names", metavar="[REF]...", nargs=-1)
def prove_command(plays: int, code: str | None, names: tuple[str, ...]) -> None:
    """Walk every state of a story, play it by lot, print its figures; all stories without a REF.

    Maps for authors are written to .build/stories/. What is wrong is printed as path:line:col: rule: message.
    """
    root = find_root(Path.cwd())
    if root is None:
        raise click.UsageError("run this inside the course's folder: no mkdocs.yml was found here or above")
    known = refs(root)
    strange = [name for name in names if name not in known]
    if strange:
        raise click.UsageError(
            f"there is no story `{strange[0]}` below quizzes/; there is {', '.join(known) or 'none'}"
        )
    if code:
        if len(names) != 1:
            raise click.UsageError("name the one story that the code belongs to")
        return _replay(root, names[0], code)
    wrong = sum([_prove(root, name, plays) for name in names or known])
    raise SystemExit(1 if wrong else 0)


def _prove(root: Path, ref: str, plays: int) -> int:
    """Prove one story, print what came of it, and return how much is to mend."""
    progress = Progress(ref)
    proof = prove(root, ref, plays=plays, report=progress)
    progress.done()
    if proof.findings:
        click.echo(report(proof.findings))
    click.echo("\n".join(proof.figures))
    folder = root / ".build" / "stories"
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in proof.maps.items():
        (folder / name).write_text(text, encoding="utf-8")
    errors = [one for one in proof.findings if not one.warning]
    warnings = len(proof.findings) - len(errors)
    maps = "".join(f", .build/stories/{name}" for name in proof.maps)
    click.echo(f"{ref}: {len(errors)} to mend, {warnings} warnings{maps}\n")
    return len(errors)


def _replay(root: Path, ref: str, code: str) -> None:
    """Print a path from its code: the seed, then the letter of each choice."""
    try:
        story = load(compile_ref(root, ref))
    except NotCompiled as error:
        raise click.ClickException(str(error)) from error
    place, path = story.start, []
    for letter in from_code(code):
        if place not in story.scenes or story.scenes[place].choice(letter) is None:
            raise click.ClickException(
                f"`{letter}` is no choice of `{place}`; the code is of another story, or of another version of it"
            )
        path.append((place, letter))
        place = list(moments(story, tuple(path)))[-1].to
    for moment in moments(story, tuple(path)):
        offered = "" if moment.choice in moment.offered else "  (not on offer there)"
        click.echo(f"{moment.number:3} {moment.scene.id} {moment.choice.id}  {moment.choice.text}{offered}")
    click.echo(f"    {place}" + ("" if place in story.endings else ", where it stands"))
