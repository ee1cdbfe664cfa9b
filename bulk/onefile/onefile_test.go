package onefile

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"recount.invalid/recount"
	"recount.invalid/recount/model"
)

// A file, or its corrections, that is not what the run summed up is read again
// and never stored.
func TestChangedDuringTheRun(t *testing.T) {
	dir := t.TempDir()
	path, beside := filepath.Join(dir, "r.json"), filepath.Join(dir, "corrections.csv")
	sum := func(text string) string {
		s := sha256.Sum256([]byte(text))
		return hex.EncodeToString(s[:])
	}
	for name, text := range map[string]string{path: "{}", beside: "report,path,was,now\n"} {
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	loaded := []recount.Result{{Report: &model.Report{Source: model.Source{SHA256: sum("the report")}}}}
	if err := sameBytes(path, sum("{}"), loaded); err != nil {
		t.Error(err)
	}
	if err := sameBytes(path, sum("{ }"), loaded); !errors.Is(err, errChanged) || !passing(err) {
		t.Error(err)
	}
	if err := sameCorrections(path, Config{CorrectionsSum: sum("others") + " " + sum("report,path,was,now\n")}); err != nil {
		t.Error(err)
	}
	for _, c := range []Config{{}, {CorrectionsSum: sum("others")}, {Corrections: path, CorrectionsSum: sum("report,path,was,now\n")}} {
		if err := sameCorrections(path, c); !errors.Is(err, errChanged) {
			t.Errorf("%+v: %v", c, err)
		}
	}
}
