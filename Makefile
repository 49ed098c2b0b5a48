# The plain commands behind each target stand in README.md, with their Windows form.
PYTHON ?= python3
BIN = .venv/bin

.PHONY: demo test fuzz lint bench workbooks windows-bundle pictures
demo: .venv/used
	$(BIN)/doithoai demo doithoai-demo
	@echo "Lần sau / next time: $(BIN)/doithoai consolidate THƯ_MỤC"

test: .venv/tested
	$(BIN)/pytest --cov

fuzz: .venv/tested
	$(BIN)/python -m tests.fuzz

lint: .venv/tested
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: .venv/tested
	$(BIN)/python -m benchmarks

# What staff open (workbooks/), from the declarations and the macros.
workbooks: .venv/used
	$(BIN)/python -m workbooks.make

# build/DoiThoai, to be copied to PCs with Windows (needs the network, to fetch wheels).
windows-bundle: .venv/used
	$(BIN)/python -m windows.bundle

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/used: setup.py | .venv/bin/python
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

.venv/tested: tests/requirements.txt .venv/used
	$(BIN)/python -m pip install --quiet --requirement tests/requirements.txt
	touch $@

# The pictures of README.md, made of the real outputs (needs LibreOffice and poppler).
pictures: .venv/used
	rm -rf build/pictures
	$(BIN)/doithoai demo build/pictures --as-of 2026-11-23 --quiet
	soffice --headless --convert-to pdf --outdir build/pictures build/pictures/ket-qua/*.xlsx
	pdftoppm -png -singlefile -r 80 -f 1 build/pictures/Tong_hop.pdf docs/images/tong-quan
	pdftoppm -png -singlefile -r 80 -f 1 build/pictures/Theo_doi_phan_cong.pdf docs/images/theo-doi
	pdftoppm -png -singlefile -r 80 -f 3 build/pictures/Danh_sach_loi.pdf docs/images/danh-sach-loi
