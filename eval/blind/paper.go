package blind

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"recount.invalid/recount"
	"recount.invalid/recount/audit"
	"recount.invalid/recount/model"
)

// Paper is one paper with its marks.
type Paper struct {
	Name  string
	Sheet *Sheet
	Match Matching
	// Failed says what the program could not do; then all is marked as if it
	// had found nothing.
	Failed []string
}

// Measure has a program read every paper of a folder: each NAME.pdf with a
// NAME.json beside it. The program is run as its users run it, so that what
// is measured is what they get.
func Measure(ctx context.Context, program, folder string) ([]Paper, error) {
	pdfs, err := filepath.Glob(filepath.Join(folder, "*.pdf"))
	if err != nil {
		return nil, err
	}
	var papers []Paper
	for _, pdf := range pdfs {
		truth := strings.TrimSuffix(pdf, ".pdf") + ".json"
		if _, err := os.Stat(truth); errors.Is(err, os.ErrNotExist) {
			continue
		}
		t, err := ReadTruth(truth)
		if err != nil {
			return nil, err
		}
		papers = append(papers, measure(ctx, program, pdf, t))
		if err := ctx.Err(); err != nil {
			return nil, err
		}
	}
	if len(papers) == 0 {
		return nil, fmt.Errorf("%s: no NAME.pdf with a NAME.json", folder)
	}
	return papers, nil
}

func measure(ctx context.Context, program, pdf string, t *Truth) Paper {
	p := Paper{Name: strings.TrimSuffix(filepath.Base(pdf), ".pdf")}
	report, err := extracted(ctx, program, pdf)
	if err != nil {
		p.Failed = append(p.Failed, fmt.Sprintf("extract: %v", err))
		report = new(model.Report)
	}
	findings, err := audited(ctx, program, pdf)
	if err != nil {
		p.Failed = append(p.Failed, fmt.Sprintf("audit: %v", err))
	}
	p.Sheet, p.Match = Compare(t, report), Match(t, findings)
	return p
}

func extracted(ctx context.Context, program, pdf string) (*model.Report, error) {
	out, err := run(ctx, program, "extract", pdf)
	if err != nil {
		return nil, err
	}
	reports, err := recount.DecodeReports(bytes.NewReader(out))
	if err != nil {
		return nil, err
	}
	return reports[0], nil
}

func audited(ctx context.Context, program, pdf string) ([]audit.Finding, error) {
	out, err := run(ctx, program, "audit", "--format", "json", "--fail-on", "never", pdf)
	if err != nil {
		return nil, err
	}
	var outcome struct {
		Reports []struct {
			Findings []audit.Finding `json:"findings"`
		} `json:"reports"`
	}
	if err := json.Unmarshal(out, &outcome); err != nil {
		return nil, err
	}
	var findings []audit.Finding
	for _, r := range outcome.Reports {
		findings = append(findings, r.Findings...)
	}
	return findings, nil
}

// run gives what a program prints. Where it prints something its exit status
// does not matter: an incomplete result is a result, and is marked. The error
// says why there is none, in the program's words.
func run(ctx context.Context, program string, args ...string) ([]byte, error) {
	out, err := exec.CommandContext(ctx, program, args...).Output()
	if len(out) > 0 {
		return out, nil
	}
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return nil, fmt.Errorf("%w: %s", err, bytes.TrimSpace(exit.Stderr))
	}
	return nil, err
}
