package walk

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func TestFiles(t *testing.T) {
	root := t.TempDir()
	for _, name := range []string{"in/z/r.pdf", "in/.hidden/x", "in/.x", "elsewhere/deep/s.pdf", "in/out/made"} {
		path := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for name, to := range map[string]string{
		"in/2019":             "../elsewhere",
		"in/2020":             "../elsewhere", // the same folder once more
		"in/a":                "z",            // what has its own place stays there
		"in/loop":             ".",
		"elsewhere/deep/back": "../../in",
		"in/gone.pdf":         "nowhere",
		"in/t.pdf":            "z/r.pdf",
	} {
		if err := os.Symlink(to, filepath.Join(root, name)); err != nil {
			t.Skipf("needs a file system with symbolic links: %v", err)
		}
	}
	out, err := os.Stat(filepath.Join(root, "in/out"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	err = Files(filepath.Join(root, "in"), func(i fs.FileInfo) bool { return os.SameFile(i, out) }, func(e Entry) {
		name := filepath.ToSlash(e.Name)
		if e.Err != nil {
			name += " fault"
		}
		got = append(got, name)
	})
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"gone.pdf fault", "t.pdf", "z/r.pdf", "2019/deep/s.pdf"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if err := Files(filepath.Join(root, "nowhere"), nil, nil); err == nil {
		t.Error("no error for a folder that is not there")
	}
}
