# Each target makes its own .venv and installs what it needs. `make prove` and `make test` are the
# two commands of the README; nothing but Python >= 3.11 and make has to be there before.
# `make improve` is one round of expert iteration.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt

# What `make prove` proves, and anything for pytest or the benchmark.
PROVE  ?= minif2f --split test --match mathd_numbertheory --seconds 10 --out results --resume
IMPROVE ?= --out improve --resume
PYTEST ?= -n auto --dist loadfile
BENCH  ?=

.PHONY: prove improve test check bench clean

prove: $(VENV)/.base
	$(BIN)/formalmath prove $(PROVE)

improve: $(VENV)/.train
	$(BIN)/formalmath improve $(IMPROVE)

test: $(VENV)/.dev
	$(BIN)/python -m pytest $(PYTEST)

check: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest $(PYTEST)

bench: $(VENV)/.dev
	$(BIN)/python -m tests.bench $(BENCH)

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed; name one with: make PYTHON=python3.12"; exit 1; }
	@command -v git >/dev/null || $(call apt,git)
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || $(call apt,python3-venv)
	$(PYTHON) -m venv $(VENV)

$(VENV)/.base: pyproject.toml constraints.txt | $(VENV)/bin/python
	@echo "Installing FormalMath into $(VENV) (about a minute) ..."
	$(PIP) -e .
	@touch $@

$(VENV)/.train: $(VENV)/.base
	@echo "Installing what training needs into $(VENV) (torch: some minutes) ..."
	$(PIP) -e '.[train]'
	@touch $@

$(VENV)/.dev: $(VENV)/.base
	@echo "Installing what tests and checks need into $(VENV) ..."
	$(PIP) -e '.[dev]'
	@touch $@

clean:
	rm -rf $(VENV)

# LeanDojo runs `git --version` when it is imported; Debian ships venv as a package of its own.
apt = { [ "$$(id -u)" = 0 ] && apt-get -q update && apt-get -qy install --no-install-recommends $(1); } \
	|| { echo "$(1) is missing. Install it with: sudo apt-get install $(1)"; exit 1; }
