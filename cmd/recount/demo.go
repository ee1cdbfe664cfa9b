package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"recount.invalid/recount"
	"recount.invalid/recount/audit"
	"recount.invalid/recount/fixtures/sample"
	"recount.invalid/recount/output"
)

func newDemo() *cobra.Command {
	return &cobra.Command{
		Use:   "demo",
		Short: "Extract and audit the invented report that is in the program",
		Long: `Demo reads a small report that is in the program, in which every sentence is
invented and some figures are wrong on purpose, and prints what it found.`,
		Args: wants(0, 0, "demo takes none"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := demo(cmd); err != nil {
				return failed(err)
			}
			return nil
		},
	}
}

func demo(cmd *cobra.Command) error {
	dir, err := os.MkdirTemp("", "recount-demo")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(dir) }() // the system clears what stays
	path := filepath.Join(dir, "sample.pdf")
	if err := os.WriteFile(path, sample.PDF, 0o600); err != nil {
		return err
	}
	r, err := recount.Read(cmd.Context(), path, recount.Options{})
	if err != nil {
		return err
	}
	report := r.Report
	actions, scores := 0, 0
	for _, c := range report.Commitments {
		for _, v := range c.Verdicts {
			actions += len(v.Actions)
		}
		if c.Assessment != nil {
			scores += len(c.Assessment.Scores)
		}
	}
	w := cmd.OutOrStdout()
	if _, err := fmt.Fprintf(w, "Read %s (%d pages): %s.\n%d commitments, %d scores, %d dated or undated actions, %d footnotes, %d summary tables, %d warnings.\n\n",
		report.Source.File, report.Source.Pages, report.Report.Title,
		len(report.Commitments), scores, actions, len(report.Footnotes), len(report.Matrices), len(report.Warnings)); err != nil {
		return err
	}
	result, err := audit.Run(cmd.Context(), report, audit.Options{})
	if err != nil {
		return err
	}
	return output.AuditText(w, output.NewAudit([]audit.Result{result}, nil))
}
