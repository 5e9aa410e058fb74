"""The `course` command. Exit codes: 0 all is well, 1 there are findings, 2 the command was not understood."""

import importlib
from pathlib import Path

import click

from interactive.authoring.assets import write_assets
from interactive.authoring.definitions import NotCompiled
from interactive.authoring.findings import report
from interactive.authoring.lint import check as run_check
from interactive.authoring.new import Exists, kinds, new_definition
from interactive.authoring.project import Project, find_root
from interactive.authoring.proving.cli import prove_command
from interactive.authoring.report import report as tables
from interactive.authoring.today import today

LATER = {
    "keep": "interactive.publishing.cli",
    "packages": "interactive.publishing.packages.command",
    "publish": "interactive.publishing.cli",
}  # commands of the layer above, found by name: this layer may not import it


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted([*super().list_commands(ctx), *LATER])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in LATER:
            try:
                command = getattr(importlib.import_module(LATER[cmd_name]), cmd_name)
            except ImportError as error:
                raise click.ClickException(f"`course {cmd_name}` cannot start ({error}); run `make setup`") from error
            return command if isinstance(command, click.Command) else None
        return super().get_command(ctx, cmd_name)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Check, build and extend the course. Run it anywhere inside the course's folder."""


def _project() -> Project:
    root = find_root(Path.cwd())
    if root is None:
        raise click.UsageError("run this inside the course's folder: no mkdocs.yml was found here or above")
    return Project(root, today())


@main.command()
@click.option("--warnings-as-errors", is_flag=True, help="Fail on warnings too.")
@click.option(
    "--report", "with_report", is_flag=True, help="Add tables of what is in each bank, beside what it should hold."
)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
def check(warnings_as_errors: bool, with_report: bool, paths: tuple[Path, ...]) -> None:
    """Check every definition and page; PATHS narrows what is shown.

    Findings are printed as path:line:col: rule: message, with what to write instead, all at once.
    """
    project = _project()
    wanted = [path.resolve() for path in paths]
    missing = [path for path in wanted if not path.exists()]
    if missing:
        raise click.UsageError(f"there is no {missing[0]}")

    def shown(file: str) -> bool:
        return not wanted or any((project.root / file).is_relative_to(path) for path in wanted)

    findings = [one for one in run_check(project) if shown(one.path)]
    if findings:
        click.echo(report(findings))
    if with_report:
        click.echo(f"\n{tables(project, lambda source: shown(source.path))}\n")
    errors = [one for one in findings if not one.warning or warnings_as_errors]
    click.echo(
        f"{len(errors)} to mend, {len(findings) - len(errors)} warnings, {len(project.sources)} definitions, {len(project.pages)} pages"
    )
    raise SystemExit(1 if errors else 0)


@main.command()
def assets() -> None:
    """Compile every definition into .build/definitions/. A site build does this by itself."""
    try:
        count = write_assets(_project().root)
    except NotCompiled as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"{count} definitions in .build/definitions")


@main.group()
def new() -> None:
    """Begin a new definition from a commented example."""


def _beginner(kind: str) -> click.Command:
    """`course new KIND`, for a kind that has a template."""

    def begin(ref: str) -> None:
        try:
            path = new_definition(_project().root, kind, ref)
        except (Exists, ValueError) as error:
            raise click.UsageError(str(error)) from error
        click.echo(
            f"{path} is written. Replace what is marked TODO, then run `course check`, and show it with a fence:\n\n```activity\n{ref}\n```"
        )

    text = f"Begin a {kind}, for instance `course new {kind} 04-the-third-party/roles`."
    return click.Command(kind, callback=begin, params=[click.Argument(["ref"], metavar="NN-SLUG/NAME")], help=text)


main.add_command(prove_command)
for _kind in kinds():
    new.add_command(_beginner(_kind))
