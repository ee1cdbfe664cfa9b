package recount_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// The import table: who may import which packages of ours. A folder's entry
// holds for the folders below it, unless they have their own.
var mayImport = map[string][]string{
	".":           {"extract", "parse", "audit", "model", "vocabulary", "corrections", "internal/within"},
	"corrections": {"model", "internal/yamlfile", "internal/atomicfile"},
	"review":      {"review", "model", "audit", "corrections", "output", "vocabulary", "internal/atomicfile"},
	"model":       {},
	"vocabulary":  {"vocabulary", "internal/yamlfile"},
	"extract":     {"model", "extract/object", "extract/internal"},
	// The rooms of extract, from the ground up; below them the object readers.
	"extract/object":            {"extract/object"},
	"extract/internal/glyph":    {},
	"extract/internal/fontfile": {"extract/internal/glyph"},
	"extract/internal/plane":    {},
	"extract/internal/token":    {},
	"extract/internal/chars":    {"extract/internal/glyph"},
	"extract/internal/access":   {"extract/object", "extract/internal/plane", "extract/internal/chars"},
	"extract/internal/mark":     {"model"},
	"extract/internal/typeface": {"extract/object", "extract/internal/glyph", "extract/internal/fontfile", "extract/internal/token", "extract/internal/chars", "extract/internal/access", "extract/internal/mark"},
	"extract/internal/content":  {"model", "extract/object", "extract/internal/plane", "extract/internal/token", "extract/internal/chars", "extract/internal/access", "extract/internal/mark", "extract/internal/typeface"},
	"extract/internal/arrange":  {"model", "extract/internal/chars", "extract/internal/mark"},
	"notation":                  {}, // says where what stands
	// The rooms of notation, from the ground up.
	"notation/script":           {"model", "vocabulary"},
	"notation/internal/pattern": {"notation/script"},
	"notation/date":             {"model", "vocabulary", "notation/script"},
	"notation/action":           {"model", "vocabulary", "notation/script", "notation/date"},
	"notation/amount":           {"model", "vocabulary", "notation/script"},
	"notation/figure":           {"model", "vocabulary", "notation/script", "notation/internal/pattern"},
	"notation/scoretext":        {"model", "vocabulary", "notation/script", "notation/internal/pattern"},
	"notation/join":             {"model", "vocabulary", "notation/script", "notation/scoretext", "notation/date"},
	"notation/citation":         {"model", "vocabulary", "notation/script", "notation/date", "notation/join"},
	"parse":                     {"model", "vocabulary", "notation", "parse", "internal/parallel", "internal/within"},
	"parse/layout":              {"model"},
	"audit":                     {"model", "vocabulary", "notation", "audit", "internal/yamlfile", "internal/lazyregexp", "internal/lazywords", "internal/parallel", "internal/within", "internal/workbook"},
	// The rooms of the audit, from the ground up.
	"audit/internal/calendar":    {"vocabulary", "audit/reckon"},
	"audit/internal/rule":        {"model", "vocabulary", "notation", "audit/across", "audit/reckon", "audit/prose", "internal/lazyregexp"},
	"audit/internal/wording":     {"audit/internal/rule"},
	"audit/internal/lost":        {"model", "audit/internal/rule", "audit/internal/wording"},
	"audit/internal/stages":      {"audit/prose", "internal/lazyregexp", "model", "vocabulary", "audit/internal/rule"},
	"audit/internal/tallies":     {"audit/reckon", "model", "vocabulary", "audit/internal/rule"},
	"audit/internal/conventions": {"audit/across", "audit/reckon", "model", "audit/internal/rule", "audit/internal/tallies"},
	"audit/internal/summaries":   {"audit/reckon", "model", "notation", "vocabulary", "audit/internal/rule", "audit/internal/tallies", "audit/internal/conventions"},
	"audit/internal/matrix":      {"audit/reckon", "audit/stem", "model", "vocabulary", "audit/internal/rule", "audit/internal/stages", "audit/internal/tallies", "audit/internal/conventions"},
	"audit/internal/claims":      {"audit/prose", "audit/reckon", "model", "vocabulary", "audit/internal/rule", "audit/internal/stages", "audit/internal/tallies", "audit/internal/matrix"},
	"audit/internal/elsewhere":   {"audit/across", "audit/prose", "audit/reckon", "internal/lazyregexp", "model", "notation", "vocabulary", "audit/internal/calendar", "audit/internal/rule", "audit/internal/stages", "audit/internal/tallies", "audit/internal/claims"},
	"audit/internal/frontmatter": {"audit/prose", "internal/lazyregexp", "model", "audit/internal/calendar", "audit/internal/rule", "audit/internal/stages", "audit/internal/elsewhere", "notation/date"},
	"audit/internal/rubrics":     {"audit/internal/wording", "audit/prose", "audit/reckon", "audit/rubric", "audit/stem", "internal/lazyregexp", "internal/lazywords", "model", "notation", "vocabulary", "audit/internal/rule"},
	"audit/internal":             {"model", "vocabulary", "notation", "audit/reckon", "audit/prose", "internal/lazyregexp", "audit/across", "audit/rubric", "audit/internal"}, // rules
	"audit/reckon":               {"model", "vocabulary", "notation"},
	"audit/across":               {"model", "notation/date", "vocabulary", "internal/likeness"},
	"output":                     {"model", "audit", "vocabulary"},
	"dataset":                    {"model", "audit", "vocabulary", "dataset", "internal/atomicfile", "internal/spool"},
	"dataset/internal/normal":    {"audit", "internal/yamlfile"},
	"dataset/publish":            {"dataset/shape", "audit", "corrections", "internal/atomicfile", "internal/yamlfile"},
	"dataset/shape":              {},
	"dataset/form":               {"dataset/shape", "internal/atomicfile", "internal/spool", "internal/workbook"},
	"diff":                       {"model", "audit", "vocabulary", "output", "internal/likeness"},
	"bulk":                       {"dataset", "model", "internal/atomicfile", "internal/spool", "internal/walk"},
	"bulk/onefile":               {".", "audit", "bulk", "corrections", "dataset", "extract/object", "internal/advice", "model", "parse", "vocabulary"},
	"fixtures":                   {"model", "fixtures/internal", "fixtures/sample"},
	"internal":                   {},
	"internal/advice":            {".", "audit/scores", "corrections", "extract/object", "internal/workbook", "model", "parse"},
	"internal/bench":             nil, // a tool: everything
	"internal/harden":            nil, // the same
	"internal/rulesgen":          nil,
	"internal/schemagen":         nil,
	"cmd":                        nil,
	"beam":                       nil, // a module of its own
	"eval":                       nil,
	"fixtures/cmd":               nil,
	// The rooms of the rubrics, from the ground up.
	"audit/rubric/token":     {"vocabulary", "audit/stem"},
	"audit/rubric/statement": {"audit/rubric/token", "notation/date"},
	"audit/rubric/condition": {"audit/rubric/token", "audit/rubric/statement"},
	"audit/rubric/part":      {"audit/stem", "audit/rubric/token"},
	"audit/rubric/closed":    {"audit/stem", "internal/lazyregexp"},
	"audit/rubric/ruling":    {"audit/rubric/token", "audit/stem", "internal/lazyregexp", "model"},
	"audit/rubric":           {"model", "vocabulary", "notation", "audit/stem", "internal/lazyregexp", "audit/rubric"},
	// The rooms of the fixtures, from the ground up.
	"fixtures/internal":         {}, // draw, style, subject
	"fixtures/internal/block":   {"model"},
	"fixtures/internal/typeset": {"model", "fixtures/internal/style", "fixtures/internal/block"},
	"fixtures/internal/source":  {"model", "fixtures/internal/draw", "fixtures/internal/style", "fixtures/internal/block"},
}

// onlyIn says where a module from outside may be imported in code that is no
// test: one importing package for each.
var onlyIn = map[string]string{
	"github.com/ledongthuc/pdf":             "extract/object/ledongthuc",
	"github.com/xuri/excelize":              "internal/workbook",
	"github.com/pdfcpu/pdfcpu":              "extract/object/pdfcpu",
	"github.com/dlclark/regexp2":            "notation/internal/pattern",
	"github.com/schollz/progressbar":        "cmd/recount",
	"github.com/spf13/cobra":                "cmd/recount",
	"github.com/goccy/go-yaml":              "internal/yamlfile",
	"github.com/parquet-go/parquet-go":      "dataset/form",
	"modernc.org/sqlite":                    "dataset/form",
	"github.com/klauspost/compress/flate":   "extract/object/filter",
	"github.com/klauspost/compress/zstd":    "dataset/form",
	"codeberg.org/go-pdf/fpdf":              "fixtures/internal/typeset",
	"github.com/go-fonts/liberation":        "fixtures/internal/typeset",
	"golang.org/x/term":                     "cmd/recount",
	"github.com/chromedp/chromedp":          "tests",
	"github.com/rogpeppe/go-internal":       "tests",
	"github.com/santhosh-tekuri/jsonschema": "tests",
}

// imports calls f for every import of every Go file, with the file's folder.
func imports(t *testing.T, f func(folder, file, path string)) {
	t.Helper()
	files := 0
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (strings.HasPrefix(d.Name(), ".") && path != "." || d.Name() == "testdata") {
			return filepath.SkipDir
		}
		if filepath.Ext(path) != ".go" {
			return nil
		}
		files++
		parsed, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, spec := range parsed.Imports {
			name, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			f(filepath.ToSlash(filepath.Dir(path)), filepath.ToSlash(path), name)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if files < 50 {
		t.Errorf("only %d files were looked at", files)
	}
}

// ruleFor finds the entry of a folder or of the nearest one above it.
func ruleFor(folder string) (allowed []string, free bool) {
	for f := folder; ; f = filepath.ToSlash(filepath.Dir(f)) {
		if rule, ok := mayImport[f]; ok && (f != "." || folder == ".") {
			return rule, rule == nil
		}
		if f == "." {
			return nil, false
		}
	}
}

// modulePath is the module's path, as go.mod has it.
func modulePath(t *testing.T) string {
	t.Helper()
	data, err := os.ReadFile("go.mod")
	if err != nil {
		t.Fatal(err)
	}
	line, _, _ := strings.Cut(string(data), "\n")
	path, ok := strings.CutPrefix(line, "module ")
	if !ok {
		t.Fatalf("go.mod begins with %q", line)
	}
	return path
}

func TestWhoImportsWhom(t *testing.T) {
	module := modulePath(t)
	imports(t, func(folder, file, path string) {
		ours, ok := strings.CutPrefix(path, module+"/")
		if path == module {
			ours, ok = ".", true
		}
		if !ok || strings.HasSuffix(file, "_test.go") {
			return
		}
		if strings.HasPrefix(ours, "cmd/") {
			t.Errorf("%s imports %s: nobody imports a command", file, path)
		}
		if strings.HasPrefix(ours, "fixtures") && !strings.HasPrefix(folder, "fixtures") &&
			folder != "cmd/recount" && !strings.HasPrefix(folder, "eval") && folder != "internal/bench" && folder != "internal/harden" {
			t.Errorf("%s imports %s: fixtures are for tests and the demo", file, path)
		}
		allowed, free := ruleFor(folder)
		if free {
			return
		}
		for _, a := range allowed {
			if ours == a || strings.HasPrefix(ours, a+"/") {
				return
			}
		}
		t.Errorf("%s imports %s; %s may import %v", file, path, folder, allowed)
	})
}

// Tests of parse need no PDF.
func TestParseNeverImportsExtract(t *testing.T) {
	imports(t, func(folder, file, path string) {
		if strings.HasPrefix(folder, "parse") && strings.HasPrefix(path, modulePath(t)+"/extract") {
			t.Errorf("%s imports %s", file, path)
		}
	})
}

func TestOneImporterPerDependency(t *testing.T) {
	seen := map[string][]string{}
	imports(t, func(folder, file, path string) {
		for module, home := range onlyIn {
			if path != module && !strings.HasPrefix(path, module+"/") {
				continue
			}
			seen[module] = append(seen[module], folder)
			test := strings.HasSuffix(file, "_test.go")
			if !test && folder != home {
				t.Errorf("%s imports %s, which belongs to %s", file, path, home)
			}
		}
	})
	for module, home := range onlyIn {
		if home != "tests" && !slices.Contains(seen[module], home) {
			t.Errorf("nobody imports %s; go.mod and this table can lose it", module)
		}
	}
}
