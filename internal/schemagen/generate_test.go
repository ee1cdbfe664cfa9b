package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

func TestSchemasAreFresh(t *testing.T) {
	files, err := generate("../..")
	if err != nil {
		t.Fatal(err)
	}
	if len(files) != 5 {
		t.Errorf("%d files; want 5", len(files))
	}
	for name, want := range files {
		got, err := os.ReadFile(filepath.Join("../..", name))
		if err != nil {
			t.Error(err)
			continue
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s is stale: run make docs", name)
		}
	}
}

// A constraint that meets no field constrains nothing.
func TestConstraintsMeetFields(t *testing.T) {
	g := newGenerator()
	if _, err := g.generate("../.."); err != nil {
		t.Fatal(err)
	}
	for name := range constraints {
		if !g.met[name] {
			t.Errorf("constraint on %s: no such field", name)
		}
	}
}
