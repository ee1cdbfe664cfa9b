package open_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"recount.invalid/recount/extract/object/open"
)

// TestQPDF: what qpdf makes of the sample reads as the sample does.
func TestQPDF(t *testing.T) {
	qpdf, err := exec.LookPath("qpdf")
	if err != nil {
		t.Skip("needs qpdf")
	}
	dir := t.TempDir()
	in := filepath.Join(dir, "in.pdf")
	if err := os.WriteFile(in, plainForm(), 0o644); err != nil {
		t.Fatal(err)
	}
	for name, args := range map[string][]string{
		"linearized":                 {"--linearize"},
		"linearized, object streams": {"--linearize", "--object-streams=generate"},
		"object streams":             {"--object-streams=generate"},
		"qdf":                        {"--qdf"},
		"uncompressed":               {"--stream-data=uncompress"},
		"newline before endstream":   {"--newline-before-endstream"},
		"PDF 2.0":                    {"--force-version=2.0"},
		"encrypted, object streams":  {"--force-version=2.0", "--object-streams=generate", "--encrypt", "", "o", "256", "--"},
		"encrypted, linearized":      {"--linearize", "--allow-weak-crypto", "--encrypt", "", "o", "128", "--use-aes=y", "--"},
	} {
		t.Run(name, func(t *testing.T) {
			out := filepath.Join(t.TempDir(), "out.pdf")
			if msg, err := exec.Command(qpdf, append(args, in, out)...).CombinedOutput(); err != nil {
				t.Fatalf("qpdf %v: %v\n%s", args, err, msg)
			}
			data, err := os.ReadFile(out)
			if err != nil {
				t.Fatal(err)
			}
			for _, reader := range readers() {
				t.Run(reader, func(t *testing.T) { mustMatch(t, data, open.Options{Reader: reader}) })
			}
		})
	}
}
