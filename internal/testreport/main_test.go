package main

import (
	"strings"
	"testing"
)

func TestReport(t *testing.T) {
	const events = `{"Action":"output","Package":"p","Test":"TestA","Output":"    a_test.go:3: needs qpdf\n"}
{"Action":"skip","Package":"p","Test":"TestA"}
{"Action":"output","Package":"p","Test":"TestB","Output":"    b_test.go:9: want 1\n"}
{"Action":"%s","Package":"p","Test":"TestB"}
{"Action":"output","Package":"p","Output":"ok  \tp\t0.1s\n"}
{"Action":"pass","Package":"p"}
`
	var out strings.Builder
	failed, err := report(strings.NewReader(strings.Replace(events, "%s", "pass", 1)), &out)
	if want := "ok  \tp\t0.1s\nLeft out:\n  needs qpdf (1: p TestA)\n"; err != nil || failed || out.String() != want {
		t.Errorf("failed %v, error %v, printed\n%swant\n%s", failed, err, out.String(), want)
	}
	out.Reset()
	failed, err = report(strings.NewReader(strings.Replace(events, "%s", "fail", 1)), &out)
	if err != nil || !failed || !strings.Contains(out.String(), "b_test.go:9: want 1") {
		t.Errorf("failed %v, error %v, printed\n%s", failed, err, out.String())
	}
}

func TestReportOfNothing(t *testing.T) {
	if failed, err := report(strings.NewReader(""), &strings.Builder{}); !failed || err == nil {
		t.Errorf("failed %v, error %v for no events at all", failed, err)
	}
}
