# What can be done with this checkout. `make help` explains each target.

GO        ?= go
BIN       := bin/cairn
LINT      := bin/golangci-lint
LINT_VERSION := v2.15.0
VULN      := bin/govulncheck
VULN_VERSION := v1.8.0
VERSION   := $(or $(VERSION),$(shell git describe --tags --always --dirty 2>/dev/null || echo dev))
# The same source gives the same bytes, in whatever folder: no paths, no state of
# the checkout, no id of the build; the version is what is given. Stripped: the
# symbols that only a debugger needs are a quarter of the program.
STRIPPED  := -trimpath -buildvcs=false -ldflags '-s -w -buildid= -X main.stamped=$(VERSION)'
CROSS     := linux/amd64 linux/arm64 darwin/amd64 darwin/arm64 windows/amd64 windows/arm64
export CGO_ENABLED ?= 0
# Properties throw the same dice each time, so that a red test tells of the change
# and not of the throw. make explore throws others.
export RAPID_SEED ?= 20260301

# Tests that do nothing at the same time as anything else, thousands of times: the race
# detector would look at them for minutes, and has nothing to find.
ALONE := ^(TestEveryKeyShownDoesSomething|TestNothingOfAHostileCommandIsHidden|TestScriptsInAnotherOrder)$$

.PHONY: help run build test explore race torture fuzz lint bench bench-go simulate e2e cover cross reproducible diagnostics licences sbom vuln clean

help: ## explain the targets
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## /{printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: ## open cairn on its built-in courses
	$(GO) run ./cmd/cairn

build: ## build bin/cairn
	$(GO) build $(STRIPPED) -o $(BIN) ./cmd/cairn

test: ## run all tests
	$(GO) test -timeout 30m ./...

explore: ## run all tests with other dice, until you stop it or one fails
	while RAPID_SEED=0 $(GO) test -count=1 ./...; do :; done

race: ## run the tests with the race detector (some minutes; needs a C compiler)
	CGO_ENABLED=1 $(GO) test -race -timeout 40m -skip '$(ALONE)' ./...

torture: build ## try the promises of docs/reliability.md at their full figures (hours; as root for power cuts); ONLY=P1,P5
	$(GO) test -c -o bin/faulty ./cmd/cairn
	RAPID_SEED=0 CAIRN_BIN=$(CURDIR)/$(BIN) CAIRN_FAULTY=$(CURDIR)/bin/faulty $(GO) run ./torture -only "$(ONLY)"

fuzz: ## try every fuzz target for FUZZTIME, 30m where none is given
	@$(GO) run ./torture/fuzz -time "$(or $(FUZZTIME),30m)"

lint: $(LINT) ## check the style and the usual mistakes
	$(LINT) run --build-tags e2e ./...

$(LINT): Makefile
	GOBIN=$(CURDIR)/bin $(GO) install github.com/golangci/golangci-lint/v2/cmd/golangci-lint@$(LINT_VERSION)
	@touch $(LINT)

bench: build ## measure the program from outside, beside its rivals (some minutes)
	$(GO) build $(STRIPPED) -o bin/empty ./bench/empty
	$(GO) run ./bench

bench-go: ## run the benchmarks of the packages
	$(GO) test -run '^$$' -bench . -benchmem ./...

simulate: build ## measure the engine with simulated learners (some minutes)
	$(BIN) simulate --learners 1000 --csv bin/figures.csv --svg bin/scores.svg

e2e: build ## drive the built program in a real pseudo-terminal
	$(GO) test -c -o bin/faulty ./cmd/cairn
	CAIRN_BIN=$(CURDIR)/$(BIN) CAIRN_FAULTY=$(CURDIR)/bin/faulty $(GO) test -count=1 -tags e2e ./e2e
	$(GO) test -count=1 -timeout 30m ./courses -run TestWays -whole

cover: ## write coverage.out and print the total
	$(GO) test -coverpkg=./... -coverprofile=coverage.out ./...
	$(GO) tool cover -func=coverage.out | tail -n 1

cross: ## build for every system cairn runs on
	@for p in $(CROSS); do \
		echo "build $$p"; \
		GOOS=$${p%/*} GOARCH=$${p#*/} $(GO) build $(STRIPPED) -o bin/cross/cairn-$${p%/*}-$${p#*/} ./cmd/cairn || exit 1; \
	done

reproducible: build ## build twice more, elsewhere and from nothing, and compare the bytes (minutes)
	$(GO) run ./supply reproducible -version $(VERSION) $(BIN)

diagnostics: ## write docs/diagnostics.md from author/explain/codes
	$(GO) test ./author/explain -run TestDocument -update

licences: ## write docs/licences.md and what cairn licences prints
	$(GO) run ./supply licences

sbom: build ## list what the built program is made of, as SPDX, in bin/cairn.spdx.json
	$(GO) run ./supply sbom -version $(VERSION) $(BIN) bin/cairn.spdx.json

vuln: $(VULN) ## look for known vulnerabilities in what is called; VULNDB=file:///DIR for a database of your own
	$(VULN) $(if $(VULNDB),-db $(VULNDB)) -tags e2e ./...

$(VULN): Makefile
	GOBIN=$(CURDIR)/bin $(GO) install golang.org/x/vuln/cmd/govulncheck@$(VULN_VERSION)
	@touch $(VULN)

clean: ## remove what was built
	rm -rf bin coverage.out
