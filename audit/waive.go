package audit

import (
	"fmt"
	"io"
	"strings"

	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/internal/yamlfile"
)

// Waiver says that a finding is known and accepted, and why. It matches the
// findings of its rule at its place; every part of the place that is given
// must fit.
type Waiver struct {
	// Rule is the rule's ID.
	Rule string `json:"rule" yaml:"rule"`
	// File is the audited file's base name; empty for any file.
	File string `json:"file,omitempty" yaml:"file"`
	// Commitment is the number or the serial of a commitment, as printed.
	Commitment string `json:"commitment,omitempty" yaml:"commitment"`
	// Member is the member's code.
	Member string `json:"member,omitempty" yaml:"member"`
	// Footnote is the footnote's number, 0 for any.
	Footnote int `json:"footnote,omitempty" yaml:"footnote"`
	// Row is the record number in a CSV of published scores, 0 for any.
	Row int `json:"row,omitempty" yaml:"row"`
	// Page is a page on which the finding stands, 0 for any.
	Page int `json:"page,omitempty" yaml:"page"`
	// Reason is why the finding is accepted. It is never empty.
	Reason string `json:"reason" yaml:"reason"`
}

// WaiverError is a fault in a list of waivers.
type WaiverError struct {
	Entry  int // from 1
	Reason string
	Err    error // the cause, where there is one
}

// Error names the entry and the fault.
func (e *WaiverError) Error() string {
	return fmt.Sprintf("waiver %d: %s", e.Entry, e.Reason)
}

// Unwrap gives the cause.
func (e *WaiverError) Unwrap() error { return e.Err }

// ReadWaivers reads a list of waivers in YAML:
//
//	waivers:
//	  - rule: average-stated
//	    file: report.pdf
//	    commitment: 4
//	    reason: corrected by the publisher on 3 May 2031
//
// Every entry needs a rule that exists, a place and a reason; a waiver of a
// whole rule is what Options.Skip is for. Errors of the file's form are those
// of the YAML reader, faults of an entry are *WaiverError.
func ReadWaivers(r io.Reader) ([]Waiver, error) {
	var file struct {
		Waivers []Waiver `yaml:"waivers"`
	}
	if err := yamlfile.Read(r, &file); err != nil {
		return nil, err
	}
	if err := CheckWaivers(file.Waivers); err != nil {
		return nil, err
	}
	return file.Waivers, nil
}

// CheckWaivers trims the words of waivers and holds each to what ReadWaivers says.
// The error is a *WaiverError.
func CheckWaivers(list []Waiver) error {
	for i := range list {
		w := &list[i]
		w.Rule, w.Reason = strings.TrimSpace(w.Rule), strings.TrimSpace(w.Reason)
		w.Commitment, w.Member = strings.TrimSpace(w.Commitment), strings.TrimSpace(w.Member)
		if _, ok := rule.Lookup(w.Rule); !ok {
			err := &rule.UnknownRuleError{ID: w.Rule}
			return &WaiverError{Entry: i + 1, Reason: err.Error(), Err: err}
		}
		if w.Reason == "" {
			return &WaiverError{Entry: i + 1, Reason: "it gives no reason"}
		}
		if w.File == "" && w.Commitment == "" && w.Member == "" && w.Footnote == 0 && w.Row == 0 && w.Page == 0 {
			return &WaiverError{Entry: i + 1, Reason: "it gives no place (file, commitment, member, footnote, row or page)"}
		}
	}
	return nil
}

// String is the waiver on one line.
func (w Waiver) String() string {
	s := w.Rule
	for _, p := range []struct {
		name, value string
	}{{"file", w.File}, {"commitment", w.Commitment}, {"member", w.Member}} {
		if p.value != "" {
			s += fmt.Sprintf(", %s %s", p.name, p.value)
		}
	}
	for _, p := range []struct {
		name  string
		value int
	}{{"footnote", w.Footnote}, {"row", w.Row}, {"page", w.Page}} {
		if p.value != 0 {
			s += fmt.Sprintf(", %s %d", p.name, p.value)
		}
	}
	return s + ": " + w.Reason
}

// Matches reports whether the waiver is about the finding.
func (w Waiver) Matches(file string, f rule.Finding) bool {
	if w.Rule != f.Rule || w.File != "" && w.File != file ||
		w.Member != "" && !strings.EqualFold(w.Member, f.Member) ||
		w.Footnote != 0 && w.Footnote != f.Footnote ||
		w.Row != 0 && w.Row != f.Row {
		return false
	}
	if w.Commitment != "" && w.Commitment != f.CommitmentID && (f.Commitment == 0 || w.Commitment != fmt.Sprint(f.Commitment)) {
		return false
	}
	if w.Page != 0 {
		for _, p := range f.At {
			if p.Page == w.Page {
				return true
			}
		}
		return false
	}
	return true
}

// waive takes the findings that a waiver matches out of the result, counts
// them with their rule, and notes which waivers were used.
func (r *Result) waive(waivers []Waiver) {
	if len(waivers) == 0 {
		return
	}
	r.used = make([]bool, len(waivers))
	counts := map[string]int{}
	kept := []rule.Finding{}
	for _, f := range r.Findings {
		hit := false
		for i, w := range waivers {
			if w.Matches(r.Source.File, f) {
				r.used[i], hit = true, true
			}
		}
		if hit {
			counts[f.Rule]++
		} else {
			kept = append(kept, f)
		}
	}
	r.Findings = kept
	for i := range r.Rules {
		n := counts[r.Rules[i].Rule]
		r.Rules[i].Waived = n
		r.Rules[i].Failed -= n
	}
}

// StaleWaivers gives the waivers that matched no finding of any of the
// results, although their rule ran and, where they name a file, that file was
// audited. The results must come from runs with these waivers.
func StaleWaivers(waivers []Waiver, results []Result) []Waiver {
	var stale []Waiver
	for i, w := range waivers {
		used, relevant := false, false
		for _, r := range results {
			if i < len(r.used) && r.used[i] {
				used = true
			}
			if w.File == "" || w.File == r.Source.File {
				for _, c := range r.Rules {
					relevant = relevant || c.Rule == w.Rule
				}
			}
		}
		if relevant && !used {
			stale = append(stale, w)
		}
	}
	return stale
}
