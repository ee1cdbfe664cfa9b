package bulk

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// sealedPlan is a plan as it is stored.
func sealedPlan(t testing.TB, p plan) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), planFile)
	if err := writePlan(path, p); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

var soundHash = strings.Repeat("0a", 32)

func soundPlan() plan {
	return plan{
		Manifest: manifest{Engine: "e", Files: []entry{{Path: "a/r <1>.pdf", SHA256: soundHash, Bytes: 3}, {Path: "gone.pdf", Reason: "gone"}}},
		Written:  []string{"csv/files.csv", "wide.csv"}, Obsolete: []string{"old.csv"}, Kept: []string{"CITATION.cff"},
	}
}

// A state file is read as it was written, or not at all: whatever byte of it is
// another.
func TestStateHasAChecksum(t *testing.T) {
	data := sealedPlan(t, soundPlan())
	if p, err := decodePlan(data); err != nil || p.Manifest.Files[0].Path != "a/r <1>.pdf" {
		t.Fatalf("%v, %v", p, err)
	}
	want := string(sealedPlan(t, soundPlan()))
	for i := range data {
		for bit := range 8 {
			data[i] ^= 1 << bit
			if p, err := decodePlan(data); err == nil && string(sealedPlan(t, *p)) != want {
				t.Fatalf("bit %d of byte %d changes the plan: %s", bit, i, data)
			}
			data[i] ^= 1 << bit
		}
		if i > 400 {
			break
		}
	}
}

// Whoever can write a state file can write its checksum too: names lead nowhere
// but into the folder, and hashes are hashes.
func TestForgedStateIsRefused(t *testing.T) {
	for name, forge := range map[string]func(*plan){
		"obsolete above":      func(p *plan) { p.Obsolete = []string{"../victim/precious.txt"} },
		"obsolete absolute":   func(p *plan) { p.Obsolete = []string{"/etc/passwd"} },
		"obsolete state":      func(p *plan) { p.Obsolete = []string{".recount/lock"} },
		"obsolete hidden way": func(p *plan) { p.Obsolete = []string{"csv/../../x"} },
		"obsolete folder":     func(p *plan) { p.Obsolete = []string{"."} },
		"kept":                func(p *plan) { p.Kept = []string{"../x"} },
		"written":             func(p *plan) { p.Written = []string{"../x"} },
		"hash":                func(p *plan) { p.Manifest.Files[0].SHA256 = "../../../evil" },
		"hash too short":      func(p *plan) { p.Manifest.Files[0].SHA256 = "0a" },
		"hash in capitals":    func(p *plan) { p.Manifest.Files[0].SHA256 = strings.Repeat("0A", 32) },
		"path":                func(p *plan) { p.Manifest.Files[0].Path = "../r.pdf" },
	} {
		p := soundPlan()
		forge(&p)
		if _, err := decodePlan(sealedPlan(t, p)); !errors.Is(err, errState) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A plan that is ready removes nothing behind a link in the folder.
func TestPlanStaysInItsFolder(t *testing.T) {
	root := t.TempDir()
	victim, dir := filepath.Join(root, "victim"), filepath.Join(root, "set")
	s := store{dir: dir}
	for _, d := range []string{victim, s.path(readyFolder, dataFolder)} {
		if err := os.MkdirAll(d, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	precious := filepath.Join(victim, "precious.txt")
	if err := os.WriteFile(precious, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(victim, filepath.Join(dir, "csv")); err != nil {
		t.Skipf("needs a file system with symbolic links: %v", err)
	}
	p := soundPlan()
	p.Obsolete = []string{"csv/precious.txt"}
	if err := writePlan(s.path(readyFolder, planFile), p); err != nil {
		t.Fatal(err)
	}
	if err := s.rollForward(); err == nil {
		t.Error("no error")
	}
	if _, err := os.Stat(precious); err != nil {
		t.Error(err)
	}
}

func TestShardSet(t *testing.T) {
	shard := func(i, n, found int) manifest { return manifest{Shard: i, Shards: n, Found: found} }
	for name, c := range map[string]struct {
		parts []manifest
		want  string
	}{
		"all":            {[]manifest{shard(2, 3, 9), shard(0, 3, 9), shard(1, 3, 9)}, ""},
		"no shards":      {[]manifest{{}, {}}, ""},
		"one twice":      {[]manifest{shard(0, 2, 9), shard(0, 2, 9)}, "shard 1/2 is not among the folders"},
		"one missing":    {[]manifest{shard(0, 3, 9), shard(2, 3, 9)}, "shard 1/3 is not among the folders"},
		"other numbers":  {[]manifest{shard(0, 2, 9), shard(1, 3, 9)}, "it is one of 3 shards of 9 files"},
		"other sources":  {[]manifest{shard(0, 2, 9), shard(1, 2, 8)}, "it is one of 2 shards of 8 files"},
		"with the whole": {[]manifest{{}, shard(0, 1, 0)}, ""},
	} {
		var set shardSet
		var err error
		for _, m := range c.parts {
			err = errors.Join(err, set.add("d", m))
		}
		err = errors.Join(err, set.missing())
		if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// FuzzDecodePlan: whatever stands in a state file, the names that come out of it
// lead into the folder.
func FuzzDecodePlan(f *testing.F) {
	f.Add(sealedPlan(f, soundPlan()))
	f.Add([]byte(`{"sha256": "", "plan": null}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := decodePlan(data)
		if err != nil {
			if !errors.Is(err, errState) {
				t.Fatal(err)
			}
			return
		}
		for _, name := range p.Obsolete {
			if !filepath.IsLocal(name) {
				t.Fatalf("%q", name)
			}
		}
	})
}
