// Schemagen writes the JSON Schemas of what recount prints, docs/data-model.md
// and docs/data-set.md from the types of packages model, audit, output and
// dataset and their comments, so that a field cannot be added without being
// described. `make docs` runs it; its test fails when a file is stale.
package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	root := "."
	if _, err := os.Stat("go.mod"); err != nil {
		root = ".." // go generate runs in the package's folder
	}
	files, err := generate(root)
	if err == nil {
		err = write(root, files)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "schemagen:", err)
		os.Exit(1)
	}
}

func write(dir string, files map[string][]byte) error {
	for name, data := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if old, err := os.ReadFile(path); err == nil && bytes.Equal(old, data) {
			continue
		}
		if err := os.WriteFile(path, data, 0o644); err != nil {
			return err
		}
	}
	return nil
}
