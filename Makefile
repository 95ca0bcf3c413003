# Daymark. `make run` and `make test` set up everything they need first; see installer/setup.sh.

BIN := .venv/bin
READY_TO_RUN := .venv/.ready-to-run
READY_TO_TEST := .venv/.ready-to-test
READY_TO_BUILD := .venv/.ready-to-build
LANGUAGES := $(patsubst %.po,%.mo,$(wildcard resources/i18n/*/LC_MESSAGES/daymark.po))
JOBS ?= 2
# Else each program that a test starts would compile every module anew.
unexport PYTHONDONTWRITEBYTECODE
BENCH ?= bench.json

# The parts where an untested line or branch is not accepted.
FULLY_COVERED := domain rules store exchange services

.DEFAULT_GOAL := help
.PHONY: help run test format-check lint contracts types tests covering-tests other-tests coverage bench torture thorough evaluation pages licences messages screenshots deb smoke a11y format clean

help: ## Show this list.
	@sed -n 's/^\([a-z0-9-]*\):.*## \(.*\)/make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 20

run: $(READY_TO_RUN) $(LANGUAGES) ## Open the window on a sample diary; with no display, write daymark-demo-report.pdf.
	@$(BIN)/daymark --demo

test: format-check lint contracts types tests ## Every check of the project: what must pass before a change goes in.

format-check: $(READY_TO_TEST)
	$(BIN)/ruff format --check .

lint: $(READY_TO_TEST)
	$(BIN)/ruff check .

contracts: $(READY_TO_TEST)
	$(BIN)/lint-imports

types: $(READY_TO_TEST)
	$(BIN)/mypy

tests: covering-tests other-tests

covering-tests: $(READY_TO_TEST)
	$(BIN)/pytest --numprocesses=$(JOBS) -m covering $(FULLY_COVERED:%=tests/%) \
		$(FULLY_COVERED:%=--cov=diary/%) --cov-report=term-missing:skip-covered

other-tests: $(READY_TO_TEST)
	$(BIN)/pytest --numprocesses=$(JOBS) -m 'not covering'

coverage: $(READY_TO_TEST) ## Measure what the whole suite covers of every package (takes long).
	$(BIN)/pytest --numprocesses=$(JOBS) --cov --cov-report=term:skip-covered --cov-fail-under=95

bench: $(READY_TO_TEST) ## Measure every budget on this machine, beside reference runs; writes bench.json.
	$(BIN)/python tests/bench/run.py $(BENCH)

torture: $(READY_TO_TEST) ## Kill the program and cut its power hundreds of times, and look (takes many minutes).
	$(BIN)/python tests/torture/run.py $(if $(SEED),--seed $(SEED))
	$(BIN)/python tests/torture/fuzz_files.py $(if $(SEED),--seed $(SEED))

thorough: $(READY_TO_TEST) ## Run the tests that draw their own examples with forty times as many, where they name no number (takes long).
	$(BIN)/pytest --numprocesses=$(JOBS) -m hypothesis --hypothesis-profile=thorough

evaluation: $(READY_TO_TEST) ## Judge the simulated cohort, and write docs/evaluation.md (takes minutes).
	$(BIN)/python -m diary.evaluation docs/evaluation.md

pages: $(READY_TO_TEST) ## Write docs/rule-book.md from the declarations of the rules.
	$(BIN)/python docs/make_rule_book.py

licences: $(READY_TO_TEST) ## List the libraries that Daymark needs to run, with versions and licences.
	@$(BIN)/python installer/licences.py

messages: $(READY_TO_TEST) ## Bring the catalogues of resources/i18n up to date with the texts of the program.
	$(BIN)/python -m installer.catalogues

screenshots: $(READY_TO_TEST) $(LANGUAGES) ## Draw every page of the window into screenshots/, with no display.
	QT_QPA_PLATFORM=offscreen $(BIN)/python docs/make_screenshots.py screenshots

a11y: $(READY_TO_RUN) ## Read and use the window as a screen reader does, by keys alone (takes minutes).
	@sh installer/setup.sh a11y
	@sh tests/a11y/session.sh

deb: $(READY_TO_BUILD) $(LANGUAGES) ## Build the packages for Linux into dist/: .deb and .tar.gz (takes minutes).
	$(BIN)/python installer/build.py program
	$(BIN)/python installer/build.py deb
	$(BIN)/python installer/build.py tarball

smoke: ## Install the .deb of dist/ on a clean Debian 12, use it, remove it (needs root, debootstrap).
	sh installer/linux/smoke.sh

format: $(READY_TO_TEST) ## Put the source into the project's format.
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean: ## Remove what builds and checks leave behind (not .venv).
	rm -rf build dist screenshots .coverage .coverage.* .hypothesis .import_linter_cache
	rm -rf .mypy_cache .pytest_cache .ruff_cache daymark-demo-report.pdf
	find diary tests installer docs -name __pycache__ -type d -prune -exec rm -rf {} +

# Installing builds them too; this is for those that changed since.
%.mo: %.po | $(READY_TO_RUN)
	@$(BIN)/python -m installer.compiling

$(READY_TO_RUN): pyproject.toml installer/setup.sh
	@sh installer/setup.sh run

$(READY_TO_TEST): pyproject.toml installer/setup.sh
	@sh installer/setup.sh test

$(READY_TO_BUILD): pyproject.toml installer/setup.sh
	@sh installer/setup.sh build
