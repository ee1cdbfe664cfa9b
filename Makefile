# The two commands for a fresh machine with Go: make demo, make test.
# Everything works offline once the modules are in the cache.

GO          ?= go
STATICCHECK ?= $(GO) run honnef.co/go/tools/cmd/staticcheck@v0.8.2
FUZZTIME    ?= 1m
REPORTS     ?= $(wildcard ../shared/reports/*.pdf)
PAPERS      ?=
ROUND       ?=
ONLY        ?=
BIN         := bin/recount

.PHONY: all demo build test beam test-beam lint fuzz harden bench bench-build weights eval blind fixtures dress golden docs site move packages release clean

all: build

# build makes static binaries (no cgo) in bin/: recount, which starts quickly, and
# recount-full beside it, which does whatever needs large libraries. In a worktree of
# git they know no commit: Go looks for it in clones only.
build:
	CGO_ENABLED=0 $(GO) build -trimpath -buildvcs=auto -tags lean -o $(BIN) ./cmd/recount
	CGO_ENABLED=0 $(GO) build -trimpath -buildvcs=auto -o $(BIN)-full ./cmd/recount

# demo extracts and audits the report of our own that is in the binary.
demo: build
	./$(BIN) demo

# test runs everything and names at the end what was left out, and why.
test:
	@$(GO) test -timeout 30m -json ./... | $(GO) run ./internal/testreport
	@echo "Not part of this: the Beam pipeline, a module of its own (make test-beam)."

# beam builds the pipeline for Apache Beam (docs/engines.md), and test-beam runs it on
# Beam's own runner. Its libraries take some minutes to compile the first time.
beam:
	cd beam && CGO_ENABLED=0 $(GO) build -trimpath -buildvcs=auto -o ../bin/recount-beam .

test-beam:
	cd beam && CGO_ENABLED=0 $(GO) vet -trimpath ./... && CGO_ENABLED=0 $(GO) test -trimpath ./...

lint:
	@unformatted="$$(gofmt -l .)"; if [ -n "$$unformatted" ]; then echo "gofmt: $$unformatted"; exit 1; fi
	$(GO) vet ./...
	$(GO) build -tags lean -o /dev/null ./cmd/recount
	$(STATICCHECK) ./...

# fuzz runs every fuzz target for FUZZTIME; an input is minimized once only,
# or the time would go into that. When time is up in the middle of an input, go
# test says 'context deadline exceeded' and fails without a failing input.
fuzz:
	@log=$$(mktemp); trap 'rm -f "$$log"' EXIT; \
	for pkg in $$($(GO) list ./...); do \
	  for target in $$($(GO) test -list '^Fuzz' $$pkg | grep '^Fuzz' || true); do \
	    echo "== $$pkg $$target"; \
	    $(GO) test -run '^$$' -fuzz "^$$target\$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 1x $$pkg >"$$log" 2>&1 && tail -n 1 "$$log" && continue; \
	    grep -q 'context deadline exceeded' "$$log" && ! grep -q 'Failing input' "$$log" && echo "time was up in the middle of an input" && continue; \
	    cat "$$log"; exit 1; \
	  done; \
	done

# harden damages the fixtures, and REPORTS, in random ways, and imports generated
# files in runs that are killed on the way, each for FOR; it says what was read in
# silence, accused falsely, crashed, hung or came out otherwise. The seeds are
# printed; 'go run ./internal/harden damage -h' and 'soak -h' list how to do the same
# again, more often, or on a full file system.
FOR ?= 10m
harden: build
	status=0; \
	$(GO) run ./internal/harden damage -for $(FOR) fixtures/producers/*.pdf fixtures/sample/*.pdf $(REPORTS) || status=1; \
	$(GO) run ./internal/harden soak -for $(FOR) $(BIN)-full || status=1; \
	exit $$status

# bench prints the table of recount against pdftotext (poppler-utils), that of the
# audit beside extract, then the Go benchmarks. REPORTS are published reports that are measured too.
bench: build
	$(GO) run ./internal/bench extract $(BIN) $(REPORTS)
	$(GO) run ./internal/bench audit $(BIN) $(REPORTS)
	$(GO) test -run '^$$' -bench . -benchmem ./extract/... ./parse ./audit

# bench-build prints the table of bulk import: 50, 100, 200 generated reports.
bench-build: build
	$(GO) run ./internal/bench build $(BIN)

# eval compares with the known truth of all fixtures, field by field.
eval:
	$(GO) run ./eval/cmd/eval

# blind scores the program as built with PAPERS, a folder of reports by
# strangers: each a NAME.pdf with its truth, NAME.json (package eval/blind).
# With ROUND it prints that round's row for docs/accuracy.md too.
blind: build
	@test -n "$(PAPERS)" || { echo "usage: make blind PAPERS=DIR [ROUND=NAME]"; exit 2; }
	@$(GO) run ./eval/cmd/blind -program $(BIN) -row "$(ROUND)" \
	  -commit "$$(git describe --always --dirty --exclude '*' 2>/dev/null || echo unknown)" "$(PAPERS)"

# dress prints fresh reports by the producers that are installed (chromium,
# weasyprint, pdflatex, xelatex, soffice, groff), in random dresses, and tells
# what was not read right; no part of 'make test'.
dress:
	$(GO) run ./eval/cmd/eval -dress 10

# move gives the module another path, in go.mod and in every import.
move:
	@test -n "$(MODULE)" || { echo "usage: make move MODULE=PATH"; exit 2; }
	$(GO) run ./internal/movemodule "$(MODULE)"

# weights counts, on the papers in PAPERS (NAME.pdf with its truth NAME.json),
# how often each piece of evidence stands by a right and by a wrong claim.
weights:
	@test -n "$(PAPERS)" || { echo "usage: make weights PAPERS=DIR"; exit 2; }
	@$(GO) run ./eval/cmd/weights "$(PAPERS)"

# fixtures makes the committed PDFs anew; fixtures/make.sh names the Debian
# packages.
fixtures:
	./fixtures/make.sh

# golden rewrites the expected outputs of tests; look at the difference.
golden:
	$(GO) test ./cmd/recount -update

# site makes the documentation static pages in dist/site.
site:
	cd tools/site && $(GO) test . && $(GO) run . -root ../.. -out ../../dist/site

# packages makes the files of a release in dist/ and checks them: archives, Debian
# packages, an image, lists of contents, checksums (tools/release says more).
# ONLY=linux_amd64 makes those of one system.
VERSION = $(shell sed -n 's/^const Version = "\(.*\)"/\1/p' version.go)
packages:
	cd tools/release && $(GO) run . -root ../.. -version $(VERSION) -only "$(ONLY)" -out ../../dist
	cd tools/release && $(GO) run . -check ../../dist
	tools/release/check.sh dist
	GOOS=windows $(GO) vet -trimpath ./...
	GOOS=darwin $(GO) vet -trimpath ./...

# release makes the packages of what is committed, and then the version's tag
# here; pushing it (git push origin vVERSION) lets the forge publish them.
release:
	@test -z "$$(git status --porcelain)" || { echo "commit first"; exit 1; }
	@grep -q '^## \[$(VERSION)\] - ' CHANGELOG.md || { echo "CHANGELOG.md has no version $(VERSION)"; exit 1; }
	@test -z "$$(git tag -l v$(VERSION))" || test "$$(git rev-list -n 1 v$(VERSION))" = "$$(git rev-parse HEAD)" || \
	  { echo "v$(VERSION) is the tag of another commit: raise Version in version.go"; exit 1; }
	$(MAKE) packages
	@test -n "$$(git tag -l v$(VERSION))" || git tag -a -m "recount $(VERSION)" v$(VERSION)
	@echo "tagged v$(VERSION); to publish: git push origin v$(VERSION)"

# docs makes what is generated: docs/rules.md, docs/data-model.md, docs/cli.md,
# the manual pages and the schemas.
docs:
	$(GO) generate ./output
	$(GO) test ./cmd/recount -run 'TestCLIPageIsFresh|TestManPagesAreFresh' -update

clean:
	rm -rf bin dist
