# Every target makes its own .venv and installs what it needs; nothing has to be installed by hand
# but Python >= 3.11 and make. `make prove` and `make test` are the two commands of the README.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PROVE ?= minif2f --limit 80 --jobs 2 --out results

.PHONY: prove test check bench clean

prove: $(VENV)/.base
	$(BIN)/formalmath prove $(PROVE)

test: $(VENV)/.dev
	$(BIN)/python -m pytest -q $(PYTEST)

check: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -q $(PYTEST)

bench: $(VENV)/.dev
	$(BIN)/python -m tests.bench $(BENCH)

$(VENV)/.base: pyproject.toml constraints.txt tools/bootstrap.sh
	PYTHON=$(PYTHON) sh tools/bootstrap.sh $(VENV) .
	touch $@

$(VENV)/.dev: $(VENV)/.base
	PYTHON=$(PYTHON) sh tools/bootstrap.sh $(VENV) '.[dev]'
	touch $@

clean:
	rm -rf $(VENV)
