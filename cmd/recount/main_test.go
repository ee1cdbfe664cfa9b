package main

import (
	"flag"
	"fmt"
	"os"
	"strconv"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"recount.invalid/recount/fixtures"
)

var update = flag.Bool("update", false, "rewrite the expected outputs in testdata/script")

// TestMain makes the program, and a command that writes generated reports,
// available to the scripts: the test binary runs under their names.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"recount": main,
		"fixture": writeFixture,
	})
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:           "testdata/script",
		UpdateScripts: *update,
		Setup: func(env *testscript.Env) error {
			// A scheduler's variable must not choose a shard here.
			env.Setenv(shardVariable, "")
			return os.WriteFile(env.WorkDir+"/sample.pdf", fixtures.SamplePDF, 0o644)
		},
		Condition: func(name string) (bool, error) {
			if name != "permissions" {
				return false, fmt.Errorf("unknown condition %q", name)
			}
			// For root a folder without permissions is open all the same.
			return os.Geteuid() > 0, nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"status":      checkStatus,
			"lines":       checkLines,
			"samecolumns": sameColumns,
			"cut":         cutFile,
			"sametree":    sameTree,
			"fits":        fitsSchema,
			"replace":     replaceIn,
			"leads":       leadsTo,
		},
	})
}

// writeFixture is the command `fixture FILE SEED [STAGE]`.
func writeFixture() {
	seed, err := strconv.ParseUint(os.Args[2], 10, 64)
	if err == nil {
		o := fixtures.Options{Seed: seed, Commitments: 1, Members: 3}
		if len(os.Args) > 3 {
			o.Stage = os.Args[3]
		}
		var fx *fixtures.Fixture
		if fx, err = fixtures.Generate(o); err == nil {
			err = os.WriteFile(os.Args[1], fx.PDF, 0o644)
		}
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
