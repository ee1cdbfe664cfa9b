package output

import (
	"bytes"
	"context"
	"encoding/json"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"recount.invalid/recount/audit"
	"recount.invalid/recount/fixtures"
)

func compileSchema(t *testing.T, of string) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(Schema(of)))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("schema.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func fitsSchema(s *jsonschema.Schema, data []byte) error {
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		return err
	}
	return s.Validate(v)
}

// What is printed for every style of report is what the schema says.
func TestOutputFitsTheSchema(t *testing.T) {
	report, audited, either := compileSchema(t, "report"), compileSchema(t, "audit"), compileSchema(t, "all")
	for _, style := range fixtures.Styles() {
		fx, err := fixtures.Generate(fixtures.Options{Seed: 1, Style: style, Commitments: 1, Defects: []string{"average-stated"}})
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if err := ReportJSON(&b, fx.Truth, false); err != nil {
			t.Fatal(err)
		}
		if err := fitsSchema(report, b.Bytes()); err != nil {
			t.Errorf("%s: %v", style, err)
		}
		if err := fitsSchema(either, b.Bytes()); err != nil {
			t.Errorf("%s: %v", style, err)
		}
		result, err := audit.Run(context.Background(), fx.Truth, audit.Options{})
		if err != nil {
			t.Fatal(err)
		}
		b.Reset()
		if err := AuditJSON(&b, NewAudit([]audit.Result{result}, nil)); err != nil {
			t.Fatal(err)
		}
		if err := fitsSchema(audited, b.Bytes()); err != nil {
			t.Errorf("%s: %v", style, err)
		}
		if err := fitsSchema(report, b.Bytes()); err == nil {
			t.Errorf("%s: an audit passes as a report", style)
		}
	}
}

// A wrong output must not pass.
func TestSchemaRefuses(t *testing.T) {
	s := compileSchema(t, "report")
	fx, err := fixtures.Generate(fixtures.Options{Seed: 1, Commitments: 1})
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := ReportJSON(&b, fx.Truth, false); err != nil {
		t.Fatal(err)
	}
	good := b.String()
	for name, change := range map[string][2]string{
		"another schema":    {`"recount/report@1"`, `"recount/report@2"`},
		"a field misspelt":  {`"heading_score"`, `"headingscore"`},
		"a score as text":   {`"score":1`, `"score":"+1"`},
		"page 0":            {`"page":1,`, `"page":0,`},
		"a date in words":   {`"date":"20`, `"date":"May 20`},
		"an unknown column": {`"column":"full"`, `"column":"complete"`},
	} {
		bad := strings.Replace(good, change[0], change[1], 1)
		if bad == good {
			t.Errorf("%s: nothing to change", name)
			continue
		}
		if !json.Valid([]byte(bad)) {
			t.Errorf("%s: no JSON any more", name)
		}
		if fitsSchema(s, []byte(bad)) == nil {
			t.Errorf("%s passes", name)
		}
	}
}
