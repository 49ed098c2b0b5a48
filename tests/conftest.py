import pytest
from hypothesis import settings

# How long an example takes depends on the machine; speed is measured in benchmarks/.
settings.register_profile("suite", deadline=None)
settings.load_profile("suite")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--regenerate", action="store_true", help="Rewrite the expected files.")
