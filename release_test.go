package recount_test

import (
	"fmt"
	"go/version"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"recount.invalid/recount"
	"recount.invalid/recount/audit"
)

func read(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// The changelog's newest version is the program's.
func TestChangelogHasTheVersion(t *testing.T) {
	released := regexp.MustCompile(`(?m)^## \[(\d[^\]]*)\] - (\d{4}-\d{2}-\d{2})$`).FindStringSubmatch(read(t, "CHANGELOG.md"))
	if released == nil || released[1] != recount.Version {
		t.Errorf("CHANGELOG.md begins with %q, the program says %s", released, recount.Version)
	}
}

// So is the version by which the program is cited.
func TestCitationHasTheVersion(t *testing.T) {
	if !strings.Contains(read(t, "CITATION.cff"), "\nversion: "+recount.Version+"\n") {
		t.Errorf("CITATION.cff has another version than %s", recount.Version)
	}
}

// No rule is younger than the program.
func TestRulesAreNoYoungerThanTheProgram(t *testing.T) {
	for _, r := range audit.Rules() {
		// The numbers of versions of Go have the form of ours.
		if !version.IsValid("go"+r.Since) || version.Compare("go"+r.Since, "go"+recount.Version) > 0 {
			t.Errorf("%s is there since %s, the program is %s", r.ID, r.Since, recount.Version)
		}
	}
}

// docs/api.md says of every folder with packages whether it is promised.
func TestEveryPackageIsPromisedOrNot(t *testing.T) {
	page := read(t, filepath.Join("docs", "api.md"))
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !e.IsDir() || strings.HasPrefix(e.Name(), ".") {
			continue
		}
		if files, err := filepath.Glob(filepath.Join(e.Name(), "*.go")); err != nil || len(files) == 0 && e.Name() != "cmd" && e.Name() != "internal" {
			continue
		}
		row := regexp.MustCompile(fmt.Sprintf("(?m)^\\|[^|]*`%s`[^|]*\\|", e.Name()))
		if n := len(row.FindAllString(page, -1)); n != 1 {
			t.Errorf("docs/api.md has %d rows on package %s", n, e.Name())
		}
	}
}
