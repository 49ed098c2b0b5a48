# The plain commands behind each target stand in README.md, with their Windows form.
PYTHON ?= python3
BIN = .venv/bin

.PHONY: demo test lint bench
demo: .venv/used
	$(BIN)/doithoai demo doithoai-demo

test: .venv/tested
	$(BIN)/pytest --cov

lint: .venv/tested
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: .venv/tested
	$(BIN)/python -m benchmarks

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/used: setup.py | .venv/bin/python
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

.venv/tested: tests/requirements.txt .venv/used
	$(BIN)/python -m pip install --quiet --requirement tests/requirements.txt
	touch $@
