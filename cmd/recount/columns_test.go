package main

import (
	"encoding/csv"
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// sameColumns is `samecolumns A B COLUMN…`: two CSV tables have the same cells in
// these columns, whatever the order of their rows.
func sameColumns(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 3 {
		ts.Fatalf("usage: samecolumns A B COLUMN…")
	}
	a, b := columnsOf(ts, args[0], args[2:]), columnsOf(ts, args[1], args[2:])
	for i := range max(len(a), len(b)) {
		if i >= len(a) || i >= len(b) || a[i] != b[i] {
			ts.Fatalf("%d and %d rows; the first that differs is number %d:\n%s\n%s", len(a), len(b), i, strings.Join(a[min(i, len(a)):min(i+1, len(a))], ""), strings.Join(b[min(i, len(b)):min(i+1, len(b))], ""))
		}
	}
	if len(a) == 0 {
		ts.Fatalf("%s has no rows", args[0])
	}
}

func columnsOf(ts *testscript.TestScript, path string, names []string) []string {
	records, err := csv.NewReader(strings.NewReader(ts.ReadFile(path))).ReadAll()
	ts.Check(err)
	var out []string
	for _, r := range records[1:] {
		var cells []string
		for _, name := range names {
			i := slices.Index(records[0], name)
			if i < 0 {
				ts.Fatalf("%s has no column %s", path, name)
			}
			cells = append(cells, r[i])
		}
		out = append(out, strings.Join(cells, " | "))
	}
	slices.Sort(out)
	return out
}
