# `make` builds and validates every edition into dist/; `make test` proves that it works.
# Everything is installed into .venv and builder/player/node_modules, nothing into the machine,
# except Chromium for the tests in a browser (only as root, with apt-get).

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PLAYER := builder/player
export PYTHONUTF8 := 1
export PYTHONDONTWRITEBYTECODE :=

.PHONY: all build install test test-python test-player types lint bundle bench clean chromium npm
.DEFAULT_GOAL := build

all: build

build: install
	@$(BIN)/python -m builder build

install: $(VENV)/.installed

$(VENV)/.installed: pyproject.toml constraints.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable .
	@touch $@

$(VENV)/.installed-test: $(VENV)/.installed
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[test]'
	@touch $@

npm: $(PLAYER)/node_modules/.installed

$(PLAYER)/node_modules/.installed: $(PLAYER)/package-lock.json
	@command -v npm >/dev/null || { echo "De tests hebben Node.js met npm nodig: https://nodejs.org (20 of nieuwer)."; exit 1; }
	@cd $(PLAYER) && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

chromium:
	@tests/browser/install-chromium

test: $(VENV)/.installed-test npm chromium lint types test-player test-python

lint: $(VENV)/.installed-test
	@$(BIN)/ruff check builder tests

types: $(VENV)/.installed-test npm
	@$(BIN)/mypy
	@cd $(PLAYER) && node_modules/.bin/tsc --project tsconfig.json

test-player: npm
	@node --test $$(find tests/player tests/lms tests/contract -name '*.test.js' | sort)

test-python: $(VENV)/.installed-test npm chromium
	@$(BIN)/python -m pytest

bundle: npm
	@node $(PLAYER)/bundle.mjs

bench: $(VENV)/.installed-test npm
	@$(BIN)/python -m tests.bench

clean:
	rm -rf $(VENV) $(PLAYER)/node_modules dist/*.zip dist/SHA256SUMS
