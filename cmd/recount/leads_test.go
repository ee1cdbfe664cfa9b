package main

import (
	"encoding/csv"
	"os"
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// leadsTo checks that the column review_page of a table leads, in every row that
// has one, to a page of an export and to a value that is there: leads TABLE DIR.
func leadsTo(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: leads TABLE DIR")
	}
	rows, err := csv.NewReader(strings.NewReader(ts.ReadFile(args[0]))).ReadAll()
	ts.Check(err)
	at := slices.Index(rows[0], "review_page")
	if at < 0 || len(rows) < 2 {
		ts.Fatalf("%s has no row or no column review_page", args[0])
	}
	led := 0
	for _, row := range rows[1:] {
		if row[at] == "" {
			continue // the report says nothing of this member
		}
		led++
		file, value, _ := strings.Cut(row[at], "#")
		page, err := os.ReadFile(ts.MkAbs(args[1] + "/" + file))
		ts.Check(err)
		if value == "" || !strings.Contains(string(page), `id="`+value+`"`) {
			ts.Fatalf("%q leads to nothing", row[at])
		}
	}
	if led == 0 {
		ts.Fatalf("no row of %s leads anywhere", args[0])
	}
}
