# Two commands: `make site` and `make test`. Both set up what they need in .venv/ first.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
TSC := $(BIN)/node node_modules/typescript/bin/tsc
TYPES := node_modules/.ready

.PHONY: site test check changes links serve bench bench-search screenshot lint lock clean

site: $(READY)
	$(BIN)/repertoire site

test: lint
	$(BIN)/pytest -n 2 --dist loadfile

check: $(READY) # FORMAT=github or json, for machines
	$(BIN)/repertoire check $(if $(FORMAT),--format $(FORMAT))

changes: $(READY) # BASE=a branch or a folder, FORMAT=json, OUT=a file
	$(BIN)/repertoire changes $(if $(BASE),--base '$(BASE)') $(if $(FORMAT),--format $(FORMAT)) $(if $(OUT),--out '$(OUT)')

links: $(READY) # STATE=a file that remembers, FORMAT=markdown or json, OUT=a file
	$(BIN)/repertoire links $(if $(STATE),--state '$(STATE)') $(if $(FORMAT),--format $(FORMAT)) $(if $(OUT),--out '$(OUT)')

serve: $(READY)
	$(BIN)/mkdocs serve --livereload

bench: $(READY)
	$(BIN)/python -m bench

bench-search: $(READY) # SIZES="300 3000", for less than all
	$(BIN)/python -m bench.search $(SIZES)

screenshot: site
	$(BIN)/python -m tests.screenshot

lint: $(READY) $(TYPES)
	$(BIN)/ruff format --check generator tests bench
	$(BIN)/ruff check generator tests bench
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(TSC) --project jsconfig.json
	$(TSC) --project jsconfig.search.json

lock: $(READY)
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --universal --generate-hashes --no-emit-index-url --no-header --quiet \
	  --python-version 3.11 --extra dev --output-file requirements.txt pyproject.toml
	$(BIN)/npm install --package-lock-only --ignore-scripts --no-audit --no-fund

clean:
	rm -rf $(VENV) node_modules site .site-*

$(READY): requirements.txt pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed")'
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

# TypeScript, only to check the types that our scripts say in their comments. Node and npm came with the Python ones.
$(TYPES): $(READY) package.json package-lock.json .npmrc
	$(BIN)/npm ci --ignore-scripts --no-audit --no-fund
	@touch $@
