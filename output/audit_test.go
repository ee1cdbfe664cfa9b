package output

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"recount.invalid/recount/audit"
	"recount.invalid/recount/model"
)

// sampleAudit is an audit with every kind of finding: on a commitment, on the
// report, on a row of a CSV, without a place.
func sampleAudit() Audit {
	return NewAudit([]audit.Result{
		{
			Source: audit.Source{File: "harbour report #2.pdf", SHA256: strings.Repeat("ab", 32)},
			Rules: []audit.Count{
				{Rule: "average-stated", Checked: 3, Failed: 1},
				{Rule: "date-outside-period", Undecided: 4, Reasons: []audit.Reason{{Text: "no compliance period was found", Count: 4}}},
				{Rule: "footnote-gap", Checked: 20, Failed: 1, Waived: 1},
				{Rule: "matrix-overall"},
			},
			Findings: []audit.Finding{
				{
					Rule: "average-stated", Severity: audit.Error, Commitment: 4, CommitmentID: "2031-7",
					Message: "The average is stated as +0.40; the mean of the 8 scores is 3/8 = +0.375.",
					Stated:  "+0.40 (70%)", Computed: "+0.38 (3/8 = +0.375)", Quote: "Average <Score> & +0.40 (70%)",
					Explanations: []string{"one member with +1 left out (Aland): 2/5 = +0.4", "another"},
					At: model.At{
						{Page: 3, Box: model.Box{72, 300.5, 520, 312}}, {Page: 4, Box: model.Box{72, 90, 520, 102}},
					},
				},
				{
					Rule: "footnote-gap", Severity: audit.Warning, Footnote: 31, Message: "Footnote 31 was not found: note 32 follows note 30.",
					Quote: "32 " + strings.Repeat("harbour ", 60), At: model.At{{Page: 9, Box: model.Box{72, 700, 520, 712}}},
				},
			},
			Rubrics: []audit.RubricCoverage{
				{Commitment: 4, CommitmentID: "2031-7", Text: "the scoring table", Phrases: 3, Understood: 2, Missed: []string{"most <weak> piers"}, Unusable: "the scoring table has a level whose condition is not understood"},
			},
			Readings: []audit.Reading{
				{Commitment: 4, CommitmentID: "2031-7", Member: "ARG", Name: "Argentina", Score: score(-1), Answer: "unsupported", Because: "strong action: 1) piers", Asks: []string{"no action"}, Quote: "Argentina took strong action on piers", At: model.At{{Page: 3, Box: model.Box{72, 90, 520, 102}}}},
				{Commitment: 4, CommitmentID: "2031-7", Member: "IND", Name: "India", Answer: "undecided", Because: "the section awards no score"},
				{Commitment: 4, CommitmentID: "2031-7", Member: "KOR", Name: "Korea", Score: score(1), Answer: "unsupported", Because: "strong action: 2) cranes"},
			},
		},
		{
			Source: audit.Source{File: "published.csv", SHA256: strings.Repeat("cd", 32)},
			Rules:  []audit.Count{{Rule: "row-duplicate", Checked: 2, Failed: 1}},
			Findings: []audit.Finding{{
				Rule: "row-duplicate", Severity: audit.Warning, Row: 7, CommitmentID: "2031-1",
				Message: "The id “2031-1” stands in rows 2 and 7.", Stated: "2031-1", Quote: "2031-1",
			}},
		},
	}, []audit.Waiver{{Rule: "score-wording", Commitment: "3", Reason: "agreed"}})
}

func TestAuditText(t *testing.T) {
	const want = `harbour report #2.pdf
1 error, 1 warning, 0 notes; 23 cases compared by 4 rules, 4 undecided, 1 waived

The report as a whole
  warning  footnote-gap  page 9
      Footnote 31 was not found: note 32 follows note 30.
      printed  “32 harbour harbour harbour harbour harbour harbour harbour harbour harbour
               harbour harbour harbour harbour harbour harbour harbour harbour harbour
               harbour harbour harbour harbour harbour harbour harbour harbour harbour
               harbour harbour harbour harbour harbour harbour harbour harbour harbour
               harbour …”

Commitment 4 (2031-7)
  error  average-stated  pages 3, 4
      The average is stated as +0.40; the mean of the 8 scores is 3/8 = +0.375.
      printed  “Average <Score> & +0.40 (70%)”
      counted  +0.38 (3/8 = +0.375)
      perhaps  one member with +1 left out (Aland): 2/5 = +0.4
      or       another

Does each conclusion reach the level awarded? (the words: --format json or html)
  Commitment 4 (2031-7)
    unsupported, 2: ARG −1, KOR +1
    undecided, 1: IND
    2 of 3 phrases of the scoring table understood, not “most <weak> piers”; the scoring
      table has a level whose condition is not understood

  checked  failed  undecided  rule
        3       1          0  average-stated
        0       0          4  date-outside-period
       20       1          0  footnote-gap (1 waived)
nothing to compare for: matrix-overall
undecided because
  date-outside-period, 4: no compliance period was found

published.csv
0 errors, 1 warning, 0 notes; 2 cases compared by 1 rule, 0 undecided

Row 7 (2031-1)
  warning  row-duplicate
      The id “2031-1” stands in rows 2 and 7.
      printed  “2031-1”

  checked  failed  undecided  rule
        2       1          0  row-duplicate

Waivers that match no finding (take them out, or correct them)
  score-wording, commitment 3: agreed
`
	var b bytes.Buffer
	if err := AuditText(&b, sampleAudit()); err != nil {
		t.Fatal(err)
	}
	if got := b.String(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// validate checks JSON against a schema.
func validate(t *testing.T, schema, data []byte) {
	t.Helper()
	s, err := jsonschema.UnmarshalJSON(bytes.NewReader(schema))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("schema.json", s); err != nil {
		t.Fatal(err)
	}
	compiled, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if err := compiled.Validate(v); err != nil {
		t.Errorf("%v\n%s", err, data)
	}
}

func TestAuditJSONIsValid(t *testing.T) {
	for name, a := range map[string]Audit{"full": sampleAudit(), "empty": NewAudit(nil, nil), "clean": NewAudit([]audit.Result{{}}, nil)} {
		var b bytes.Buffer
		if err := AuditJSON(&b, a); err != nil {
			t.Fatal(err)
		}
		validate(t, Schema("audit"), b.Bytes())
		if strings.Contains(b.String(), `"findings": null`) || strings.Contains(b.String(), `"rules": null`) {
			t.Errorf("%s: a list is null\n%s", name, b.String())
		}
	}
}

// The schema is OASIS' own, as published with errata 01.
func TestSARIFIsValid(t *testing.T) {
	schema, err := os.ReadFile("testdata/sarif-schema-2.1.0.json")
	if err != nil {
		t.Fatal(err)
	}
	for name, a := range map[string]Audit{"full": sampleAudit(), "empty": NewAudit(nil, nil), "clean": NewAudit([]audit.Result{{Source: audit.Source{File: "a b.pdf"}}}, nil)} {
		var b bytes.Buffer
		if err := SARIF(&b, a, "1.2.3"); err != nil {
			t.Fatal(err)
		}
		validate(t, schema, b.Bytes())
		if strings.Contains(b.String(), ": null") {
			t.Errorf("%s: something is null\n%s", name, b.String())
		}
	}
}

func sarifOf(t *testing.T, a Audit) sarifRun {
	t.Helper()
	var b bytes.Buffer
	if err := SARIF(&b, a, ""); err != nil {
		t.Fatal(err)
	}
	var log sarifLog
	if err := json.Unmarshal(b.Bytes(), &log); err != nil {
		t.Fatal(err)
	}
	return log.Runs[0]
}

func TestSARIFSaysWhereAndWhat(t *testing.T) {
	run := sarifOf(t, sampleAudit())
	r := run.Results[0]
	if got := run.Tool.Driver.Rules[r.RuleIndex].ID; got != r.RuleID {
		t.Errorf("rule index leads to %s, not %s", got, r.RuleID)
	}
	if len(r.Locations) != 2 || r.Locations[0].Properties.Page != 3 || r.Locations[0].Properties.Box.X1() != 520 {
		t.Errorf("locations %+v", r.Locations)
	}
	if got, want := r.Locations[0].PhysicalLocation.ArtifactLocation.URI, "harbour%20report%20%232.pdf"; got != want {
		t.Errorf("uri %s, want %s", got, want)
	}
	if got, want := r.Locations[0].LogicalLocations[0].FullyQualifiedName, "commitment 4 (2031-7)"; got != want {
		t.Errorf("logical location %s, want %s", got, want)
	}
	if len(run.Invocations[0].Notifications) != 1 {
		t.Errorf("notifications %+v", run.Invocations[0].Notifications)
	}
}

// A fingerprint must survive a page more in front of the report, and tell two
// findings of one kind apart.
func TestFingerprints(t *testing.T) {
	print := func(a Audit) []string {
		var out []string
		for _, r := range sarifOf(t, a).Results {
			out = append(out, r.PartialFingerprints[fingerprintName])
		}
		return out
	}
	before := print(sampleAudit())
	moved := sampleAudit()
	for i := range moved.Reports[0].Findings {
		for j := range moved.Reports[0].Findings[i].At {
			moved.Reports[0].Findings[i].At[j].Page++
		}
	}
	moved.Reports[0].Source.SHA256 = strings.Repeat("ef", 32)
	after := print(moved)
	for i := range before {
		if before[i] != after[i] {
			t.Errorf("result %d: %s became %s", i, before[i], after[i])
		}
	}
	twice := sampleAudit()
	twice.Reports[1].Findings = append(twice.Reports[1].Findings, twice.Reports[1].Findings[0])
	seen := map[string]bool{}
	for _, f := range print(twice) {
		if seen[f] {
			t.Errorf("fingerprint %s stands twice", f)
		}
		seen[f] = true
	}
}
