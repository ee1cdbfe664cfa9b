package output

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"net/url"
	"strings"

	"recount.invalid/recount/audit"
	"recount.invalid/recount/model"
)

// The parts of SARIF 2.1.0 (OASIS standard, errata 01) that an audit needs.
// Lists are never null: that is what readers of such files trip over most.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool        sarifTool         `json:"tool"`
		Invocations []sarifInvocation `json:"invocations"`
		Artifacts   []sarifArtifact   `json:"artifacts"`
		Results     []sarifResult     `json:"results"`
		ColumnKind  string            `json:"columnKind"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name    string      `json:"name"`
		Version string      `json:"version,omitempty"`
		Rules   []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID                   string             `json:"id"`
		ShortDescription     sarifText          `json:"shortDescription"`
		FullDescription      sarifText          `json:"fullDescription"`
		Help                 sarifText          `json:"help"`
		DefaultConfiguration sarifConfiguration `json:"defaultConfiguration"`
		Properties           map[string]any     `json:"properties,omitempty"`
	}
	sarifText struct {
		Text     string `json:"text"`
		Markdown string `json:"markdown,omitempty"`
	}
	sarifConfiguration struct {
		Level string `json:"level"`
	}
	sarifInvocation struct {
		ExecutionSuccessful bool                `json:"executionSuccessful"`
		Notifications       []sarifNotification `json:"toolConfigurationNotifications,omitempty"`
		// What reading the files gave notice of.
		Read []sarifNotification `json:"toolExecutionNotifications,omitempty"`
	}
	sarifNotification struct {
		Level      string            `json:"level"`
		Message    sarifText         `json:"message"`
		Locations  []sarifLocation   `json:"locations,omitempty"`
		Properties map[string]string `json:"properties,omitempty"`
	}
	sarifArtifact struct {
		Location   sarifURI          `json:"location"`
		Hashes     map[string]string `json:"hashes,omitempty"`
		Properties map[string]any    `json:"properties,omitempty"`
	}
	sarifURI struct {
		URI   string `json:"uri"`
		Index *int   `json:"index,omitempty"`
	}
	sarifResult struct {
		RuleID              string            `json:"ruleId"`
		RuleIndex           int               `json:"ruleIndex"`
		Level               string            `json:"level"`
		Message             sarifText         `json:"message"`
		Locations           []sarifLocation   `json:"locations"`
		PartialFingerprints map[string]string `json:"partialFingerprints"`
		Properties          sarifProperties   `json:"properties"`
	}
	sarifLocation struct {
		PhysicalLocation sarifPhysical    `json:"physicalLocation"`
		LogicalLocations []sarifLogical   `json:"logicalLocations,omitempty"`
		Properties       *sarifPageRegion `json:"properties,omitempty"`
	}
	sarifPhysical struct {
		ArtifactLocation sarifURI `json:"artifactLocation"`
	}
	sarifLogical struct {
		FullyQualifiedName string `json:"fullyQualifiedName"`
	}
	// sarifPageRegion is a place on a page. SARIF's own regions count lines
	// or bytes of a text, which a page has not.
	sarifPageRegion struct {
		Page int       `json:"page"`
		Box  model.Box `json:"bbox"`
	}
	sarifProperties struct {
		Commitment   int      `json:"commitment,omitempty"`
		CommitmentID string   `json:"commitment_id,omitempty"`
		Member       string   `json:"member,omitempty"`
		Footnote     int      `json:"footnote,omitempty"`
		Row          int      `json:"row,omitempty"`
		Stated       string   `json:"stated,omitempty"`
		Computed     string   `json:"computed,omitempty"`
		Explanations []string `json:"explanations"`
		Quote        string   `json:"quote,omitempty"`
	}
)

const (
	sarifVersion = "2.1.0"
	sarifSchema  = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
	// fingerprintName names how fingerprints are made; another way of making
	// them needs another name.
	fingerprintName = "recount/v1"
)

// SARIF writes an audit as a SARIF 2.1.0 log with one run. version is the
// program's, empty where it is not known. A result's page and box are
// properties of its locations; its fingerprint is made of the rule, what it
// is about and the printed words, so that it survives a new run and a moved
// page.
func SARIF(w io.Writer, a Audit, version string) error {
	run := sarifRun{
		Tool:        sarifTool{Driver: sarifDriver{Name: "recount", Version: version, Rules: []sarifRule{}}},
		Invocations: []sarifInvocation{{ExecutionSuccessful: true}},
		Artifacts:   []sarifArtifact{},
		Results:     []sarifResult{},
		ColumnKind:  "unicodeCodePoints",
	}
	for _, s := range a.StaleWaivers {
		run.Invocations[0].Notifications = append(run.Invocations[0].Notifications, sarifNotification{
			Level: "warning", Message: sarifText{Text: "A waiver matches no finding: " + s.String()},
		})
	}
	index := map[string]int{}
	for _, r := range a.Reports {
		for _, c := range r.Rules {
			if _, ok := index[c.Rule]; ok {
				continue
			}
			if rule, ok := audit.Lookup(c.Rule); ok {
				index[c.Rule] = len(run.Tool.Driver.Rules)
				run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, sarifRuleOf(rule))
			}
		}
	}
	for i, r := range a.Reports {
		run.Artifacts = append(run.Artifacts, sarifArtifactOf(r))
		run.Invocations[0].Read = append(run.Invocations[0].Read, sarifNotices(r, i)...)
		seen := map[string]int{}
		for _, f := range r.Findings {
			if r.Source.Sheet != "" {
				f.Message += fmt.Sprintf(" It stands on the sheet “%s”.", model.Visible(r.Source.Sheet))
			}
			run.Results = append(run.Results, sarifResultOf(f, index[f.Rule], r.Source.File, i, seen))
		}
	}
	return WriteJSON(w, sarifLog{Schema: sarifSchema, Version: sarifVersion, Runs: []sarifRun{run}}, true)
}

func sarifRuleOf(r audit.Rule) sarifRule {
	help := r.Why + "\n\nExample: " + r.Example + "\n\nConvention: " + r.Convention
	return sarifRule{
		ID:                   r.ID,
		ShortDescription:     sarifText{Text: sentence(r.Title) + "."},
		FullDescription:      sarifText{Text: r.Checks},
		Help:                 sarifText{Text: help},
		DefaultConfiguration: sarifConfiguration{Level: string(r.Severity)},
		Properties:           map[string]any{"since": r.Since},
	}
}

// sarifArtifactOf is the audited file, with what every rule compared in it.
func sarifArtifactOf(r audit.Result) sarifArtifact {
	a := sarifArtifact{Location: sarifURI{URI: fileURI(r.Source.File)}}
	if r.Source.SHA256 != "" {
		a.Hashes = map[string]string{"sha-256": r.Source.SHA256}
	}
	a.Properties = map[string]any{"rules": r.Rules}
	if r.Source.Sheet != "" {
		a.Properties["sheet"] = r.Source.Sheet
	}
	return a
}

// sarifNotices are a file's repairs and warnings: those about the file are
// warnings of the run, what was repaired and those about what stands in it are
// notes. Their kind is a property.
func sarifNotices(r audit.Result, artifact int) (out []sarifNotification) {
	file := sarifLocation{PhysicalLocation: sarifPhysical{ArtifactLocation: sarifURI{URI: fileURI(r.Source.File), Index: &artifact}}}
	add := func(level, kind, text string, at model.At) {
		n := sarifNotification{Level: level, Message: sarifText{Text: text}, Properties: map[string]string{"kind": kind}}
		for _, p := range at {
			where := file
			where.Properties = &sarifPageRegion{Page: p.Page, Box: p.Box}
			n.Locations = append(n.Locations, where)
		}
		if len(at) == 0 {
			n.Locations = append(n.Locations, file)
		}
		out = append(out, n)
	}
	for _, text := range r.Source.Repairs {
		add("note", "repair", text, nil)
	}
	for _, w := range r.Warnings {
		level := "note"
		if audit.OfFile(w) {
			level = "warning"
		}
		add(level, w.Kind, w.Text, w.At)
	}
	return out
}

// fileURI is a file's name as a relative reference (RFC 3986).
func fileURI(name string) string { return (&url.URL{Path: name}).String() }

func sarifResultOf(f audit.Finding, rule int, file string, artifact int, seen map[string]int) sarifResult {
	text := f.Message
	if f.Quote != "" {
		text += " Printed: “" + shorten(f.Quote, quoteLimit) + "”."
	}
	if f.Computed != "" {
		text += " Counted: " + f.Computed + "."
	}
	for i, e := range f.Explanations {
		if i == 0 {
			text += " Perhaps: " + e
		} else {
			text += "; or " + e
		}
	}
	out := sarifResult{
		RuleID: f.Rule, RuleIndex: rule, Level: string(f.Severity),
		Message:             sarifText{Text: text},
		Locations:           []sarifLocation{},
		PartialFingerprints: map[string]string{fingerprintName: fingerprint(f, seen)},
		Properties: sarifProperties{
			Commitment: f.Commitment, CommitmentID: f.CommitmentID, Member: f.Member, Footnote: f.Footnote, Row: f.Row,
			Stated: f.Stated, Computed: f.Computed, Explanations: f.Explanations, Quote: f.Quote,
		},
	}
	if out.Properties.Explanations == nil {
		out.Properties.Explanations = []string{}
	}
	where := sarifLocation{PhysicalLocation: sarifPhysical{ArtifactLocation: sarifURI{URI: fileURI(file), Index: &artifact}}}
	if name := logicalName(f); name != "" {
		where.LogicalLocations = []sarifLogical{{FullyQualifiedName: name}}
	}
	for _, p := range f.At {
		at := where
		at.Properties = &sarifPageRegion{Page: p.Page, Box: p.Box}
		out.Locations = append(out.Locations, at)
	}
	if len(f.At) == 0 {
		out.Locations = append(out.Locations, where)
	}
	return out
}

// logicalName is what a finding is about: "row 12/FRA", "commitment 4
// (2031-7)/footnote 33".
func logicalName(f audit.Finding) string {
	var parts []string
	if title := groupTitle(f); title != wholeReport {
		parts = append(parts, strings.ToLower(title[:1])+title[1:])
	}
	if f.Member != "" {
		parts = append(parts, f.Member)
	}
	if f.Footnote > 0 {
		parts = append(parts, fmt.Sprintf("footnote %d", f.Footnote))
	}
	return strings.Join(parts, "/")
}

// fingerprint identifies a finding by what it says and not by where it
// stands: pages and numbers of rows move from one version of a report to the
// next. Equal findings of one file are counted.
func fingerprint(f audit.Finding, seen map[string]int) string {
	about := []string{f.Rule, f.CommitmentID, f.Member, f.Stated, strings.Join(strings.Fields(f.Quote), " ")}
	if f.CommitmentID == "" {
		about = append(about, fmt.Sprint(f.Commitment))
	}
	sum := sha256.Sum256([]byte(strings.Join(about, "\x00")))
	id := hex.EncodeToString(sum[:16])
	seen[id]++
	return fmt.Sprintf("%s:%d", id, seen[id])
}
