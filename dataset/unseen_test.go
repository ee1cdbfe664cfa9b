package dataset

import (
	"bufio"
	"errors"
	"strings"
	"testing"
)

// CAUTIONS.md names the reports with text that is not print.
func TestTextThatIsNotPrintIsNamed(t *testing.T) {
	write := func(c *collector) string {
		var out strings.Builder
		b := bufio.NewWriter(&out)
		if err := errors.Join(c.writeUnseen(b), b.Flush()); err != nil {
			t.Fatal(err)
		}
		return out.String()
	}
	c := newCollector(t.TempDir())
	if s := write(c); s != "" {
		t.Errorf("without such text: %q", s)
	}
	c.reportByID["r1"] = &reportInfo{id: "r1", file: "scan.pdf"}
	problem := func(kind, reason string) {
		c.take(tableProblems, problemsTable.row(problemValue{id: "p", reportID: "r1", kind: kind, reason: reason, advice: "look"}))
	}
	problem("recognised", "the page is a picture")
	problem("table-unknown", "a table")
	if s := write(c); !strings.Contains(s, "- `scan.pdf`: the page is a picture\n") || strings.Contains(s, "a table") {
		t.Errorf("%q", s)
	}
}
