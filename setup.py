import shutil
from pathlib import Path

from setuptools import find_packages, setup
from setuptools.command.build_py import build_py

SAMPLE = "samples/thanh-binh-2026"
WORKBOOKS = ("*.xlsx", "*.xlsm", "*.cmd", "*.oxt")


class BuildWithSample(build_py):
    """Puts the sample of `doithoai demo` and the workbooks of `doithoai init` into the package.

    A checkout has them at hand.
    """

    def run(self) -> None:
        super().run()
        if not self.editable_mode:
            target = Path(self.build_lib, "toolkit", "sample_dossier")
            shutil.copytree(SAMPLE, target, dirs_exist_ok=True)
            workbooks = Path(self.build_lib, "toolkit", "workbooks")
            workbooks.mkdir(exist_ok=True)
            for pattern in WORKBOOKS:
                for path in Path("workbooks").glob(pattern):
                    shutil.copy(path, workbooks)


setup(
    cmdclass={"build_py": BuildWithSample},
    name="doithoai",
    version="0.1.0",
    description="From a commune's own Excel workbooks to the summary of its dialogue meeting.",
    license="MIT",
    packages=find_packages(include=["toolkit", "toolkit.*"]),
    package_data={
        "toolkit": [
            "codelists/*.csv",
            "layouts/*.toml",
            "locale/*/LC_MESSAGES/*.mo",
            "py.typed",
            "rules/README.md",
            "rules/*.toml",
            "schemas/*.json",
        ]
    },
    python_requires=">=3.11",
    install_requires=[
        "click>=8.1",
        "holidays>=0.90",
        "lxml>=5",
        "msoffcrypto-tool>=5.4",
        "olefile>=0.47",
        "openpyxl>=3.1",
        "pandas>=2.2",
        "python-calamine>=0.4",
        "rapidfuzz>=3.9",
        "rich>=13",
        "xlsxwriter>=3.2.5,<4",
    ],
    extras_require={"cluster": ["distributed>=2025.1"], "excel": ["xlwings>=0.37.5"]},
    entry_points={"console_scripts": ["doithoai=toolkit.cli:main"]},
)
