"""The command `course packages`."""

import os
import re
import shutil
import sys
from pathlib import Path

import click

from interactive.publishing.packages.build import WHOLE, Maker, Plan, plans
from interactive.publishing.packages.contents import NotFinished, Site, Unfit
from interactive.publishing.packages.listing import Made, fill, megabytes
from interactive.publishing.packages.zips import BadName

OURS = re.compile(r"second-track-[a-z0-9-]+-scorm(12|2004)(-light)?\.zip")
DOWNLOADS = "downloads/lms"


@click.command()
@click.option(
    "--site",
    "address",
    envvar="SITE_URL",
    default="",
    metavar="URL",
    help="The course's public address (or the variable SITE_URL). With it light packages are made too: they fetch Python from there.",
)
@click.option(
    "--out",
    default="dist",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where to put them; dist/ unless told.",
)
@click.argument("site", type=click.Path(exists=True, file_okay=False, path_type=Path), default="site")
def packages(site: Path, address: str, out: Path) -> None:
    """Pack the lessons of a finished SITE for learning management systems: SCORM 1.2 and 2004, a lesson each and all in one."""
    if address and not re.fullmatch(r"https?://[^\s/]+(/\S*)?", address):
        raise click.UsageError(f"{address} is no address of a site; it looks like https://example.org/course/")
    try:
        made = _make(Site.at(site.resolve()), address, out)
    except NotFinished as error:
        raise click.ClickException(str(error)) from error
    except (Unfit, BadName) as error:
        raise click.ClickException("\n".join(map(str, error.args))) from error
    click.echo(f"{len(made)} packages in {out}/, for the instructors' page also in {site / DOWNLOADS}/")


def _make(site: Site, address: str, out: Path) -> list[Made]:
    """Make them all, one after another, and hand each to the site's downloads."""
    wanted = list(plans(site, address))
    folders = [out, site.folder / DOWNLOADS]
    for folder in folders:
        _emptied(folder)
    maker, made = Maker(site), []
    with click.progressbar(wanted, label="Packing", file=sys.stderr, hidden=not sys.stderr.isatty()) as steps:
        for plan in steps:
            path = maker.make(plan, out)
            _linked(path, folders[1] / path.name)
            made.append(Made(_title(plan), plan.kind, path.name, path.stat().st_size))
    for one in made:
        click.echo(f"{out / one.name}  {megabytes(one.size)}")
    fill(site.folder, made)
    return made


def _title(plan: Plan) -> str:
    return "The whole course" if plan.folder == WHOLE else plan.inside.lessons[0].numbered


def _emptied(folder: Path) -> None:
    """Make the folder, and take away packages of an earlier run: one that is no longer made must not be offered."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.iterdir():
        if OURS.fullmatch(path.name):
            path.unlink()


def _linked(path: Path, target: Path) -> None:
    """The same file at a second place: a link where the disk allows it, else a copy."""
    try:
        os.link(path, target)
    except OSError:
        shutil.copyfile(path, target)
