from setuptools import find_packages, setup

setup(
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
    extras_require={"excel": ["xlwings>=0.33"]},
    entry_points={"console_scripts": ["doithoai=toolkit.cli:main"]},
)
