"""All packages of the small site, made once."""

import pytest

from tests.publishing.packages.made import ADDRESS, make_all


@pytest.fixture(scope="session")
def packages(tmp_path_factory):
    return make_all(tmp_path_factory.mktemp("packages"), address=ADDRESS)
