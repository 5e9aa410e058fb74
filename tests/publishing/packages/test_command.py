"""`course packages`: what it writes and says, and the list on the instructors' page."""

import re

import pytest
from click.testing import CliRunner

from interactive.authoring.cli import main
from interactive.publishing.packages.listing import UNMADE, fill_empty
from tests.publishing.packages.sample import write_site


@pytest.fixture
def site(tmp_path, monkeypatch):
    monkeypatch.delenv("SITE_URL", raising=False)
    monkeypatch.chdir(tmp_path)
    return write_site(tmp_path / "site")


def run(*arguments: str, code: int = 0):
    done = CliRunner().invoke(main, ["packages", *arguments])
    assert done.exit_code == code, done.output
    return done.output


def page(site) -> str:
    return (site / "instructors/lms.html").read_text()


def test_it_says_what_it_made_and_where(site, tmp_path):
    output = run()
    assert "6 packages in dist/, for the instructors' page also in site/downloads/lms/" in output
    assert len(output.splitlines()) == 7
    names = sorted(path.name for path in (tmp_path / "dist").iterdir())
    assert names == sorted(path.name for path in (site / "downloads/lms").iterdir())
    assert all(name in output for name in names)


def test_the_page_offers_each_with_its_size(site):
    run("--site", "https://course.example/")
    html = page(site)
    offered = re.findall(r'href="\.\./(downloads/lms/[^"]+)" download>(.*?)</a>', html)
    assert len(offered) == 12
    assert all((site / href).exists() for href, _ in offered)
    assert re.search(r"1 · First, SCORM 1\.2: </span>\d+\.\d MB", offered[0][1])
    assert '<th scope="row">The whole course</th>' in html
    assert html.count("<tr>") == 4


def test_without_light_ones_there_is_no_empty_column(site):
    run()
    assert "-light" not in page(site)
    assert ", light" not in page(site)


def test_a_second_run_takes_away_what_it_no_longer_makes(site, tmp_path):
    run("--site", "https://course.example/")
    (tmp_path / "dist/cartridge.zip").write_text("somebody else's")
    run()
    for folder in (tmp_path / "dist", site / "downloads/lms"):
        assert not list(folder.glob("*-light.zip"))
    assert (tmp_path / "dist/cartridge.zip").exists()
    assert "-light" not in page(site)
    assert ", light" not in page(site)


def test_a_site_without_packages_says_how_they_are_made_and_links_to_none(site):
    fill_empty(site)
    assert UNMADE in page(site)
    run()
    assert UNMADE not in page(site)
    made = page(site)
    fill_empty(site)  # publishing again does not undo the list
    assert page(site) == made


def test_a_site_without_that_page_is_packed_all_the_same(site):
    (site / "instructors/lms.html").unlink()
    run()


def test_the_address_may_come_from_the_variable_that_the_site_is_built_with(site, monkeypatch):
    monkeypatch.setenv("SITE_URL", "https://course.example/track/")
    assert "-light.zip" in run()


@pytest.mark.parametrize("address", ["course.example", "ftp://course.example/", "https://", "https://a b/"])
def test_what_is_no_address_is_not_understood(site, address):
    assert "it looks like https://example.org/course/" in run("--site", address, code=2)


def test_a_folder_that_is_not_there_is_not_understood(site):
    run("elsewhere", code=2)


def test_an_unfinished_site_is_a_finding(site):
    (site / "assets/py-cccccccccc").rename(site / "assets/gone")
    assert "run `make site` first" in run(code=1)


def test_a_name_with_a_space_is_a_finding(site):
    (site / "figures/two words.svg").write_text("<svg/>")
    page = site / "lessons/01-first/index.html"
    page.write_text(page.read_text().replace("figures/plain.svg", "figures/two words.svg"))
    assert "figures/two words.svg" in run(code=1)
