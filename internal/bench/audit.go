package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"time"
)

// auditPages are how long the reports are whose audit is measured.
var auditPages = []int{100, 200, 400}

// benchAudit prints what the audit takes beside extract of the same file, in runs that
// alternate: of the PDF, which is read for it, and of the JSON that extract gave.
func benchAudit(binary, dir string, own []string) error {
	fmt.Println("| audit | chapters | extract CPU | audit of the PDF | audit of the JSON | PDF ratio | JSON ratio | JSON, per chapter |")
	fmt.Println("|---|---:|---:|---:|---:|---:|---:|---:|")
	type file struct{ name, path string }
	var files []file
	for i, pages := range auditPages {
		path := filepath.Join(dir, "audit"+strconv.Itoa(i)+".pdf")
		if err := generate(path, 1, pages, false); err != nil {
			return err
		}
		files = append(files, file{fmt.Sprintf("%d pages", pages), path})
	}
	for _, path := range own {
		files = append(files, file{filepath.Base(path), path})
	}
	var each []time.Duration // per chapter, of the generated reports
	for i, f := range files {
		perChapter, err := auditRow(binary, f.name, f.path, filepath.Join(dir, "audit"+strconv.Itoa(i)+".json"))
		if err != nil {
			return err
		}
		if i < len(auditPages) {
			each = append(each, perChapter)
		}
	}
	fmt.Printf("\nFrom %d to %d pages the audit's CPU time per chapter grows %.2f-fold (1 is linear; wanted: at most 1.3).\n",
		auditPages[0], auditPages[len(auditPages)-1], ratio(each[len(each)-1], each[0]))
	return nil
}

// auditRow measures one file and prints its row.
func auditRow(binary, name, path, asJSON string) (perChapter time.Duration, err error) {
	data, err := exec.Command(binary, "extract", path).Output()
	if err != nil {
		return 0, fmt.Errorf("extract %s: %w", name, err)
	}
	var report struct {
		Commitments []json.RawMessage `json:"commitments"`
	}
	if err := json.Unmarshal(data, &report); err != nil {
		return 0, err
	}
	if err := os.WriteFile(asJSON, data, 0o644); err != nil {
		return 0, err
	}
	var extract, pdf, again []usage
	for range runsEach {
		for _, run := range []struct {
			into *[]usage
			args []string
		}{
			{&extract, []string{"extract", path}},
			{&pdf, []string{"audit", "--format", "json", "--fail-on", "never", path}},
			{&again, []string{"audit", "--format", "json", "--fail-on", "never", asJSON}},
		} {
			u, err := measure(binary, run.args...)
			if err != nil {
				return 0, err
			}
			*run.into = append(*run.into, u)
		}
	}
	cpu := func(u usage) time.Duration { return u.cpu }
	perChapter = median(again).cpu / time.Duration(max(len(report.Commitments), 1))
	fmt.Printf("| %s | %d | %s | %s | %s | %.2f | %.2f | %s |\n", name, len(report.Commitments), seconds(median(extract).cpu),
		seconds(median(pdf).cpu), seconds(median(again).cpu), pairs(pdf, extract, cpu), pairs(again, extract, cpu), perChapter.Round(10*time.Microsecond))
	return perChapter, nil
}
