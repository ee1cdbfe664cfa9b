// Command rulesgen writes docs/rules.md from the audit's rules. It is run by
// go generate in package output; a test there fails when the page is stale.
package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"

	"recount.invalid/recount/audit"
	"recount.invalid/recount/output"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "rulesgen:", err)
		os.Exit(1)
	}
}

// run is called in the folder of package output.
func run() error {
	var page bytes.Buffer
	if err := output.RulesMarkdown(&page, audit.Rules()); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join("..", "docs", "rules.md"), page.Bytes(), 0o644)
}
