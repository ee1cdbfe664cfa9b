package audit

import (
	"flag"
	"fmt"
	"os"
	"sync"
	"testing"

	"recount.invalid/recount/audit/internal/rule"
)

// cases remembers of every rule whether a test saw it fire, and whether one saw
// it compare something and find nothing: its near miss.
var cases = struct {
	sync.Mutex
	fired, passed map[string]bool
}{fired: map[string]bool{}, passed: map[string]bool{}}

// remember is called by what runs the audit in the tests of this package.
func remember(res Result) {
	cases.Lock()
	defer cases.Unlock()
	for _, c := range res.Rules {
		if c.Failed > 0 {
			cases.fired[c.Rule] = true
		} else if c.Checked > 0 {
			cases.passed[c.Rule] = true
		}
	}
}

// TestMain fails when a rule has no test in which it fires or none in which it
// compares and finds nothing. Where only some tests run, it asks nothing.
func TestMain(m *testing.M) {
	status := m.Run()
	for _, name := range []string{"test.run", "test.skip", "test.list", "test.fuzz", "test.bench"} {
		if f := flag.Lookup(name); f != nil && f.Value.String() != "" {
			os.Exit(status)
		}
	}
	if status == 0 {
		for _, r := range rule.Rules() {
			if !cases.fired[r.ID] {
				fmt.Printf("rule %s: no test in which it fires\n", r.ID)
				status = 1
			}
			if !cases.passed[r.ID] {
				fmt.Printf("rule %s: no near miss: no test in which it compares and finds nothing\n", r.ID)
				status = 1
			}
		}
	}
	os.Exit(status)
}

func TestRowDuplicate(t *testing.T) {
	twice := published("A|0.33|+ 0 0", "A|0.67|+ + 0")
	if res := run(t, twice, Options{Only: []string{"row-duplicate"}}); len(res.Findings) != 0 {
		t.Errorf("ids that differ: %+v", res.Findings)
	}
	twice.Commitments[1].ID = twice.Commitments[0].ID
	if res := run(t, twice, Options{Only: []string{"row-duplicate"}}); len(res.Findings) != 1 {
		t.Errorf("one id twice: %+v", res.Findings)
	}
}
