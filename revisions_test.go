package recount_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"recount.invalid/recount"
	"recount.invalid/recount/fixtures"
	"recount.invalid/recount/model"
)

var (
	entryInUse = regexp.MustCompile(`(?m)^[0-9]{10}( [0-9]{5} n)`)
	startXRef  = regexp.MustCompile(`startxref\s+([0-9]+)`)
)

// revise adds to a file the objects of another as an incremental update of it:
// with the same numbers, behind it.
func revise(t *testing.T, file, by []byte) []byte {
	t.Helper()
	at := bytes.LastIndex(by, []byte("\nxref\n"))
	if at < 0 {
		t.Fatal("no cross-reference table")
	}
	shifted := entryInUse.ReplaceAllFunc(by[at:], func(e []byte) []byte {
		n, err := strconv.Atoi(string(e[:10]))
		if err != nil {
			t.Fatal(err)
		}
		return fmt.Appendf(nil, "%010d%s", n+len(file), e[10:])
	})
	shifted = startXRef.ReplaceAll(shifted, fmt.Appendf(nil, "startxref\n%d", len(file)+at+1))
	return append(append(bytes.Clone(file), by[:at]...), shifted...)
}

// TestRevisions reads files that were changed by adding to their end.
func TestRevisions(t *testing.T) {
	before, after, _, err := fixtures.Pair(fixtures.Options{Seed: 5, Commitments: 1, Members: 4}, "score")
	if err != nil {
		t.Fatal(err)
	}
	revised := revise(t, before.PDF, after.PDF)
	lost := bytes.LastIndex(revised, []byte("startxref"))
	noXRef := append(bytes.Clone(revised[:lost]), "startxref\n1\n%%EOF\n"...)
	for _, c := range []struct {
		name string
		file []byte
		kind string // of the warning; "" for none
		last []byte // what must be read
	}{
		{"scores changed", revised, recount.KindRevision, after.PDF},
		{"changed and back", revise(t, revised, before.PDF), recount.KindRevision, before.PDF},
		{"the same once more", revise(t, before.PDF, before.PDF), "", before.PDF},
		{"one revision", after.PDF, "", after.PDF},
		{"cross-reference lost", noXRef, "damaged", after.PDF},
		{"white space and a mark behind", append(bytes.Clone(after.PDF), "\n%%EOF\n\n"...), "", after.PDF},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, want := readBytes(t, c.file), readBytes(t, c.last)
			var found []model.Warning
			for _, w := range got.Warnings {
				if strings.Contains(w.Text, "earlier revision") {
					found = append(found, w)
				}
			}
			if (len(found) > 0) != (c.kind != "") || c.kind != "" && found[0].Kind != c.kind {
				t.Errorf("%+v, want one of kind %q", found, c.kind)
			}
			if a, b := scoresOf(got), scoresOf(want); a != b {
				t.Errorf("scores %s, want those of the last revision, %s", a, b)
			}
			if c.kind != "" && !strings.Contains(found[0].Text, "commitment 1, ") {
				t.Errorf("%q does not say what differs", found[0].Text)
			}
		})
	}
}

// write gives the path of a file with these bytes.
func write(t *testing.T, file []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "r.pdf")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func readBytes(t *testing.T, file []byte) *model.Report {
	t.Helper()
	res, err := recount.Read(t.Context(), write(t, file), recount.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return res.Report
}

func scoresOf(r *model.Report) string {
	var out []string
	for _, c := range r.Commitments {
		for _, s := range c.Assessment.Scores {
			out = append(out, s.Name+s.Text)
			if s.Score != nil {
				out = append(out, strconv.Itoa(*s.Score))
			}
		}
	}
	return strings.Join(out, " ")
}
