package publish

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"recount.invalid/recount/audit"
	"recount.invalid/recount/internal/yamlfile"
)

// full is a description that says everything.
const full = `title: "Two summits: 50 % of it"
description: |
  Scores of all members.
  - read from reports
version: "1.0"
doi: https://doi.org/10.5281/zenodo.12345
date: 2030-12-31
url: https://example.org/data
licence: CC-BY-4.0
keywords: [compliance, "yes", summits, compliance]
authors:
  - given: Ada
    family: Moor
    orcid: https://orcid.org/0000-0002-1825-0097
    affiliation: University of Norland
  - name: Norland Research Group
contributors:
  - name: Norland Library
    role: hosting
sources:
  - title: Published scores
    url: https://example.org/scores
    date: 2021-03-01
waivers:
  - rule: average-stated
    commitment: 4
    reason: corrected
corrections:
  - report: report.pdf
    path: 2024-122/CAN/score
    was: "0"
    now: "1"
`

func described(t *testing.T, text string) Description {
	t.Helper()
	d, err := ParseDescription([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestParseDescription(t *testing.T) {
	d := described(t, full)
	if d.Title != "Two summits: 50 % of it" || d.DOI != "10.5281/zenodo.12345" || d.Authors[0].ORCID != "0000-0002-1825-0097" ||
		len(d.Waivers) != 1 || d.Corrections[0].Now != "1" || len(d.Sum) != 64 || len(d.Lacks()) != 0 {
		t.Errorf("%+v", d)
	}
	for _, empty := range []string{"", "# nothing\n", string(Template)} {
		if d := described(t, empty); d.Sum != "" || len(d.Lacks()) != 4 {
			t.Errorf("%q says something: %+v", empty, d)
		}
	}
}

// What the template shows as a comment is what the file may say.
func TestTemplateShowsWhatIsRead(t *testing.T) {
	var lines []string
	for line := range strings.Lines(string(Template)) {
		bare, comment := strings.CutPrefix(line, "# ")
		if comment && (strings.HasPrefix(bare, " ") || isKey(bare)) {
			lines = append(lines, bare)
		}
	}
	text := strings.Join(lines, "")
	d, err := ParseDescription([]byte(text))
	if err != nil || len(d.Lacks()) != 0 || len(d.Sources) != 1 || len(d.Waivers) != 1 || len(d.Corrections) != 1 || len(d.Contributors) != 1 {
		t.Errorf("%v: %+v in\n%s", err, d, text)
	}
}

// isKey says whether a line begins with a name and a colon.
func isKey(line string) bool {
	before, _, found := strings.Cut(line, ":")
	return found && !strings.Contains(before, " ")
}

func TestWrongDescriptions(t *testing.T) {
	var field *FieldError
	var waiver *audit.WaiverError
	var form *yamlfile.Error
	for text, want := range map[string]any{
		"doi: 12345\n":                              &field,
		"date: 31 May 2030\n":                       &field,
		"date: 2030-02-30\n":                        &field,
		"url: example.org\n":                        &field,
		"licence: mine\n":                           &field,
		"authors:\n  - given: Ada\n":                &field,
		"authors:\n  - name: A\n    family: B\n":    &field,
		"authors:\n  - name: A\n    orcid: 1234\n":  &field,
		"sources:\n  - url: https://example.org\n":  &field,
		"corrections:\n  - was: a\n":                &field,
		"waivers:\n  - rule: none\n    reason: x\n": &waiver,
		"waivers:\n  - rule: average-stated\n":      &waiver,
		"colour: red\n":                             &form,
		"title: [a\n":                               &form,
	} {
		if d, err := ParseDescription([]byte(text)); !errors.As(err, want) {
			t.Errorf("%q: %v (%+v)", text, err, d)
		}
	}
	if d := described(t, "licence: Ours\nlicence_url: https://example.org/licence\n"); d.licence().URL == "" {
		t.Error("a licence with an address is refused")
	}
}

// Every description, whatever its texts, gives YAML that says the same on one line.
func TestCitationSaysWhatIsMeant(t *testing.T) {
	for _, text := range []string{"plain", "a: b", "- x", "# no comment", "\"quoted\"", "yes", "1.0", "2030-01-01", "null", "a\nb", "=1", "'", "{a}", "%a", "@", "−1 (50 %)", "tab\there", " blanks "} {
		d := Description{Title: text, Version: text, Keywords: []string{text}, Authors: []Person{{Family: text}}}
		want := strings.Join(strings.Fields(text), " ")
		var out bytes.Buffer
		if err := WriteCitation(&out, d, text, listOf(Reference{Title: text, Authors: []string{text, text}})); err != nil {
			t.Fatal(err)
		}
		var got struct {
			Version    string   `yaml:"cff-version"`
			Message    string   `yaml:"message"`
			Type       string   `yaml:"type"`
			Title      string   `yaml:"title"`
			Data       string   `yaml:"version"`
			Keywords   []string `yaml:"keywords"`
			Authors    []map[string]string
			References []struct {
				Type    string              `yaml:"type"`
				Title   string              `yaml:"title"`
				Authors []map[string]string `yaml:"authors"`
			} `yaml:"references"`
		}
		if err := yamlfile.Decode(out.Bytes(), &got); err != nil {
			t.Errorf("%q: %v in\n%s", text, err, out.String())
			continue
		}
		if got.Title != want || got.Data != want || got.Keywords[0] != want || got.Authors[0]["family-names"] != want ||
			got.References[0].Title != want || len(got.References[0].Authors) != 1 || got.References[0].Authors[0]["name"] != want {
			t.Errorf("%q: %+v", text, got)
		}
	}
}

// The citation is valid by the schema of the format.
func TestCitationIsValid(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil || exec.Command(node, "-e", "require.resolve('cffjs')").Run() != nil {
		t.Skip("needs node with the module cffjs (NODE_PATH says where)")
	}
	for what, d := range map[string]Description{"nothing": {}, "everything": described(t, full), "a licence of one's own": described(t, "licence: Ours\nlicence_url: https://example.org/licence\n")} {
		path := filepath.Join(t.TempDir(), "CITATION.cff")
		f, err := os.Create(path)
		if err != nil {
			t.Fatal(err)
		}
		reports := []Reference{{Title: "2030: a report", Authors: []string{"Ida Moor", "Pier Group"}, Date: "2030-05-01"}, {Title: "another"}}
		if err := errors.Join(WriteCitation(f, d, "A title", listOf(reports...)), f.Close()); err != nil {
			t.Fatal(err)
		}
		c := exec.Command(node, "-e", "import(require.resolve('cffjs')).then(cff => cff.validateCFFFile(process.argv[1]))", path)
		if out, err := c.CombinedOutput(); err != nil {
			t.Errorf("%s: %v: %s", what, err, out)
		}
	}
	for _, l := range licences() {
		if l.Name == "" || l.Title == "" || !urlForm.MatchString(l.URL) {
			t.Errorf("licence %+v", l)
		}
	}
}

func TestArchive(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"csv/panel.csv": "a\n", "recount.yaml": full, SumsFile: "old", "not named.txt": "x"} {
		path := filepath.Join(dir, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, []byte(text), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	names := []string{"recount.yaml", "csv/panel.csv", SumsFile}
	var lacks *LacksError
	if err := WriteArchive(io.Discard, dir, names, Description{Title: "T"}); !errors.As(err, &lacks) || strings.Join(lacks.Fields, " ") != "authors licence version" {
		t.Errorf("%v", err)
	}
	var first, second bytes.Buffer
	d := described(t, full)
	if err := errors.Join(WriteArchive(&first, dir, names, d), WriteArchive(&second, dir, names, d)); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Error("the same data set gives other bytes")
	}
	archive, err := zip.NewReader(bytes.NewReader(first.Bytes()), int64(first.Len()))
	if err != nil {
		t.Fatal(err)
	}
	const folder = "two-summits-50-of-it-1.0/"
	texts := map[string]string{}
	for _, f := range archive.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		name, ok := strings.CutPrefix(f.Name, folder)
		if !ok || f.Modified.Year() != 2030 {
			t.Errorf("%s, %v", f.Name, f.Modified)
		}
		texts[name] = string(data)
	}
	if len(texts) != 5 || texts["csv/panel.csv"] != "a\n" || !strings.Contains(texts["README.md"], "Ada Moor, Norland Research Group (2030)") ||
		!strings.Contains(texts["zenodo.json"], `"Moor, Ada"`) {
		t.Errorf("%v", texts)
	}
	sums, err := ReadSums(strings.NewReader(texts[SumsFile]))
	if err != nil || len(sums) != 4 {
		t.Errorf("%v, %v", sums, err)
	}
}

// listOf gives references one after the other.
func listOf(list ...Reference) References {
	return func(do func(Reference) error) error {
		for _, r := range list {
			if err := do(r); err != nil {
				return err
			}
		}
		return nil
	}
}

// References are written some at a time, and read as one list, whether or not others
// stand before them.
func TestCitationWithManyReports(t *testing.T) {
	for _, sources := range []int{0, 2} {
		for _, n := range []int{0, 1, referencesAtOnce, 2*referencesAtOnce + 1} {
			var d Description
			for i := range sources {
				d.Sources = append(d.Sources, Source{Title: fmt.Sprintf("source %d", i)})
			}
			var reports []Reference
			for i := range n {
				reports = append(reports, Reference{Title: fmt.Sprintf("report %d: of all", i), Date: "2024-01-02"})
			}
			var out bytes.Buffer
			if err := WriteCitation(&out, d, "t", listOf(reports...)); err != nil {
				t.Fatal(err)
			}
			var got citation
			if err := yamlfile.Decode(out.Bytes(), &got); err != nil {
				t.Fatal(err)
			}
			if len(got.References) != sources+n || n > 0 && got.References[sources+n-1].Title != reports[n-1].Title {
				t.Errorf("%d sources and %d reports: %d references", sources, n, len(got.References))
			}
			// At once it is the same text.
			whole, err := yamlfile.Encode(got)
			if err != nil || string(whole) != out.String() {
				t.Errorf("%d sources and %d reports: %v, in pieces it is\n%.300s\nat once\n%.300s", sources, n, err, out.String(), whole)
			}
		}
	}
}
