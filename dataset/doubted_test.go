package dataset

import (
	"bufio"
	"errors"
	"strings"
	"testing"
)

// The reports stand by the share of what was read that is in doubt; those that
// are in order are left out.
func TestReportsToLookAtFirst(t *testing.T) {
	var out strings.Builder
	b := bufio.NewWriter(&out)
	c := newCollector(t.TempDir())
	c.openReports = []*reportInfo{
		{file: "large.pdf", fields: 9000, doubted: 30},
		{file: "sound.pdf", fields: 500},
		{file: "small.pdf", fields: 100, doubted: 3, disagreeing: "notes, list"},
		{file: "empty.pdf", doubted: 1},
	}
	if err := errors.Join(c.passed(true), c.writeDoubted(b), b.Flush(), c.close()); err != nil {
		t.Fatal(err)
	}
	s := out.String()
	last := -1
	for _, want := range []string{"- `empty.pdf`", "- `small.pdf`: 3 in doubt, 100 values; not as it says of itself: notes, list", "- `large.pdf`: 30 in doubt, 9000 values"} {
		at := strings.Index(s, want)
		if at <= last {
			t.Errorf("%q stands at %d, behind %d, in:\n%s", want, at, last, s)
		}
		last = at
	}
	if strings.Contains(s, "sound.pdf") {
		t.Error("a report without a doubt is listed")
	}
}
