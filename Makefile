# `make` builds and validates every edition into dist/; `make test` proves that it works.
# Everything is installed into .venv and builder/player/node_modules. Only the tests ask something
# of the system (a browser, a dictionary): as root they install it with apt-get, else they say what is missing.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PLAYER := builder/player
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt
export PYTHONUTF8 := 1

.DEFAULT_GOAL := build
.PHONY: build install test test-long lint types bundle-fresh test-player contract test-python language coverage \
  test-browser bundle gallery bench torture engines system npm clean

build: install
	@$(BIN)/python -m builder build

install: $(VENV)/.installed

$(VENV)/.installed: pyproject.toml constraints.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(PIP) --editable .
	@touch $@

$(VENV)/.installed-test: $(VENV)/.installed
	@$(PIP) --editable '.[test]'
	@touch $@

npm: $(PLAYER)/node_modules/.installed

$(PLAYER)/node_modules/.installed: $(PLAYER)/package-lock.json
	@command -v npm >/dev/null || { echo "De tests hebben Node.js 20 of nieuwer met npm nodig: https://nodejs.org"; exit 1; }
	@cd $(PLAYER) && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

system:
	@tests/system-packages

# What must hold for every change.

test: $(VENV)/.installed-test npm system
	@$(MAKE) --no-print-directory --jobs 2 lint types bundle-fresh test-player contract language coverage
	@$(MAKE) --no-print-directory test-python

lint: $(VENV)/.installed-test
	@$(BIN)/ruff check builder tests

types: $(VENV)/.installed-test npm
	@$(BIN)/mypy
	@$(PLAYER)/node_modules/.bin/tsc --project $(PLAYER)/tsconfig.json

bundle-fresh: npm
	@node $(PLAYER)/bundle.mjs --check

test-player: npm
	@node --test --test-reporter=dot $$(find tests/player tests/lms tests/contract -name '*.test.js' | sort)

contract: npm
	@node tests/contract/run.js

language: $(VENV)/.installed-test
	@$(BIN)/python -m builder language

coverage: $(VENV)/.installed-test
	@$(BIN)/python -m builder coverage

# In a browser: the rest is in `make test-browser`.
DAILY := main_job every_page gallery_keyboard gallery_interactions gallery_no_script on_paper

test-python: $(VENV)/.installed-test npm system
	@$(BIN)/python -m pytest -n 2 -m 'not long' tests --ignore tests/browser --ignore tests/torture
	@$(BIN)/python -m pytest -n 2 $(addprefix tests/browser/test_,$(addsuffix .py,$(DAILY)))
	@$(BIN)/python -m pytest tests/torture

# The long lanes.

test-long: $(VENV)/.installed-test npm system
	@LONG_TESTS=1 node --test --test-reporter=dot $$(find tests/player tests/lms tests/contract -name '*.test.js' | sort)
	@$(BIN)/python -m pytest -n 2 -m long

test-browser: $(VENV)/.installed-test npm system
	@$(BIN)/python -m pytest -n 2 tests/browser

torture: $(VENV)/.installed-test npm system
	@$(BIN)/python -m tests.torture

engines: $(VENV)/.installed-test npm
	@$(PIP) --editable '.[engines]'
	@$(BIN)/python -m tests.engines

# For developers.

bundle: npm
	@node $(PLAYER)/bundle.mjs

gallery: $(VENV)/.installed-test npm system
	@$(BIN)/python -m tests.gallery

bench: $(VENV)/.installed-test npm system
	@$(BIN)/python -m tests.bench

clean:
	rm -rf $(VENV) $(PLAYER)/node_modules dist/*.zip dist/*.pptx dist/gallery dist/SHA256SUMS
