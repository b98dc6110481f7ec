# Everything runs in .venv, which the first target that needs it creates from the lock files in requirements/.

VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= $(shell for python in python3.11 python3.12 python3.13 python3 python3.14; do \
	"$$python" -c 'import sys, ensurepip; sys.exit(sys.version_info < (3, 11))' </dev/null >/dev/null 2>&1 \
	&& { echo "$$python"; break; }; done)
INSTALL := $(BIN)/python tools/install.py
LOCK := UV_CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/uv pip compile --quiet --no-config --universal \
	--python-version 3.11 --generate-hashes --annotation-style line
ARGS ?=
EXAMPLES ?= 5000

.PHONY: help run playground test corpus earns check bench bench-telegram emulator endure fuzz browser postgresql haproxy screenshots licences sbom lock upgrade clean
.DEFAULT_GOAL := help

help: ## show this list
	@sed -n 's/^\([a-z-]*\):.*## /  make \1	/p' Makefile | expand -t 20

run: $(VENV)/run.stamp ## start the bot; where TELEGRAM_BOT_TOKEN is not set, the local chat or the playground
	@$(BIN)/python -m bot run --or-chat $(ARGS)

playground: $(VENV)/run.stamp ## try the bot in the browser; ARGS="--port 9000"
	@$(BIN)/python -m bot playground $(ARGS)

test: $(VENV)/dev.stamp ## run the tests; ARGS="-k budget" goes to pytest
	@$(BIN)/python -m pytest $(ARGS)

corpus: $(VENV)/dev.stamp ## ask the whole corpus and say what is wrong; ARGS="--against main" for what is won and lost since
	@$(BIN)/python -m tools.corpus $(ARGS)

earns: $(VENV)/dev.stamp ## what each pattern, word and rule wins: the corpus cases lost without it; ARGS="suppositions"
	@$(BIN)/python -m tools.earns $(ARGS)

check: $(VENV)/dev.stamp ## lint, formatting, types, imports, dependencies, deploy/, the knowledge base, and what wins nothing
	@$(BIN)/python -m ruff check .
	@$(BIN)/python -m ruff format --check .
	@$(BIN)/python -m mypy
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/deptry --no-ansi bot
	@$(BIN)/python -m tools.manifests
	@$(BIN)/python -m bot check
	@$(BIN)/python -m tools.earns --check

browser: ## install Chromium for the tests that need one, where there is none (Debian, Ubuntu)
	@for name in chromium chromium-browser google-chrome; do command -v $$name >/dev/null && exit 0; done; \
	as_root=$$([ "$$(id -u)" = 0 ] || echo sudo); \
	$$as_root apt-get -qq update && DEBIAN_FRONTEND=noninteractive $$as_root apt-get -qq install --yes \
		--no-install-recommends chromium >/dev/null

postgresql: ## install PostgreSQL for the tests that share a database, where there is none (Debian, Ubuntu)
	@ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null && exit 0; \
	as_root=$$([ "$$(id -u)" = 0 ] || echo sudo); \
	$$as_root apt-get -qq update && DEBIAN_FRONTEND=noninteractive $$as_root apt-get -qq install --yes \
		--no-install-recommends postgresql >/dev/null

haproxy: ## install HAProxy for the tests of several processes behind it, where there is none (Debian, Ubuntu)
	@ls /usr/sbin/haproxy >/dev/null 2>&1 || command -v haproxy >/dev/null && exit 0; \
	as_root=$$([ "$$(id -u)" = 0 ] || echo sudo); \
	$$as_root apt-get -qq update && DEBIAN_FRONTEND=noninteractive $$as_root apt-get -qq install --yes \
		--no-install-recommends haproxy >/dev/null

screenshots: $(VENV)/dev.stamp ## take the README's screenshots anew, in docs/screenshots
	@$(BIN)/python -m tools.screenshots

bench: $(VENV)/bench.stamp ## time how questions are understood, beside hassil and Recognizers-Text
	@$(BIN)/python -m benchmarks.understanding

fuzz: $(VENV)/dev.stamp ## try to break the bot with random messages and codes; EXAMPLES=20000 for more
	@FUZZ_EXAMPLES=$(EXAMPLES) $(BIN)/python -m pytest tests/test_robustness.py tests/test_metamorphic.py $(ARGS)
	@FUZZ_EXAMPLES=$(EXAMPLES) $(BIN)/python -m pytest -m hypothesis --ignore tests/test_robustness.py $(ARGS)

bench-telegram: $(VENV)/run.stamp build/aiogram/stamp ## time the bot on Telegram beside echo bots, one of them with aiogram
	@$(BIN)/python -m benchmarks.telegram $(ARGS)

emulator: $(VENV)/run.stamp ## ask the bot on telegram-test-api, an emulator of Telegram from npm
	@$(BIN)/python -m tools.emulator

endure: $(VENV)/dev.stamp ## kill, stop, cut off and flood the bot, edit its knowledge, and count what became of the questions; ARGS="kill replicas"
	@$(BIN)/python -m tools.endurance $(ARGS)

licences: build/shipped/stamp build/supply/stamp ## list the licences of what is shipped; fails where one is not among those in pyproject.toml
	@cd build && supply/bin/pip-licenses --from mixed --with-system --python shipped/bin/python $(ARGS)
	@build/supply/bin/pip-licenses --python build/shipped/bin/python >/dev/null # as pyproject.toml says

sbom: build/shipped/stamp build/supply/stamp ## write what is shipped as a bill of materials (CycloneDX): build/sbom.json
	@build/supply/bin/cyclonedx-py environment --output-reproducible --pyproject pyproject.toml \
		--output-file build/sbom.json build/shipped/bin/python

lock: $(BIN)/uv ## bring the lock files up to date with pyproject.toml, keeping the versions that still fit
	@$(LOCK) pyproject.toml --group dev --output-file requirements/dev.lock
	@$(LOCK) pyproject.toml --constraints requirements/dev.lock --output-file requirements/run.lock
	@$(LOCK) --constraints requirements/dev.lock --group build --output-file requirements/build.lock
	@$(LOCK) --constraints requirements/dev.lock --group bench --output-file requirements/bench.lock
	@$(LOCK) --constraints requirements/run.lock --group supply --output-file requirements/supply.lock
	@$(LOCK) --group install --output-file requirements/install.lock

upgrade: LOCK += --upgrade
upgrade: lock ## the same, with the newest versions that pyproject.toml allows

clean: ## remove everything that the other targets made
	@rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer with its venv module is needed:" \
		"install it (Debian, Ubuntu: python3-venv) or name one, as in: make PYTHON=/opt/python3.12/bin/python3" >&2; exit 1; }
	@"$(PYTHON)" -c 'import sys, ensurepip; sys.exit(sys.version_info < (3, 11))' </dev/null >/dev/null 2>&1 || { \
		echo "$(PYTHON) is no Python 3.11 or newer with its venv module; name one that is: make PYTHON=..." >&2; exit 1; }
	@"$(PYTHON)" -m venv $(VENV) </dev/null || { rm -rf $(VENV); exit 1; }

$(VENV)/run.stamp: requirements/run.lock requirements/build.lock pyproject.toml | $(BIN)/python
	@echo "Setting up $(VENV), which takes a moment the first time ..." >&2
	@$(INSTALL) requirements/run.lock requirements/build.lock </dev/null
	@$(INSTALL) --editable </dev/null
	@touch $@

$(VENV)/dev.stamp: requirements/dev.lock $(VENV)/run.stamp
	@$(INSTALL) requirements/dev.lock </dev/null
	@touch $@

$(VENV)/bench.stamp: requirements/bench.lock $(VENV)/run.stamp
	@$(INSTALL) requirements/bench.lock </dev/null
	@touch $@

build/aiogram/stamp: | $(BIN)/python # in an environment of its own: it asks for an older pydantic
	@$(BIN)/python -m venv build/aiogram </dev/null
	@build/aiogram/bin/python -m pip install --quiet --disable-pip-version-check "aiogram>=3.22,<4" </dev/null
	@touch $@

build/shipped/stamp: requirements/run.lock | $(BIN)/python # what is shipped, and nothing else
	@$(BIN)/python -m venv --clear --without-pip build/shipped </dev/null
	@$(BIN)/python -m pip --python build/shipped/bin/python install --quiet --disable-pip-version-check --no-compile \
		--no-deps --require-hashes -r requirements/run.lock </dev/null
	@touch $@

build/supply/stamp: requirements/supply.lock | $(BIN)/python
	@$(BIN)/python -m venv --clear build/supply </dev/null
	@build/supply/bin/python -m pip install --quiet --disable-pip-version-check --no-compile \
		--no-deps --require-hashes -r requirements/supply.lock </dev/null
	@touch $@

$(BIN)/uv: | $(BIN)/python # what is installed after it is installed with it
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile --no-deps --require-hashes \
		-r requirements/install.lock </dev/null
