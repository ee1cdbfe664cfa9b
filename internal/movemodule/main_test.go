package main

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

const elsewhere = "example.org/elsewhere/recount"

// The whole module is moved in a copy: afterwards no Go file knows the old
// path, every import of every package and test leads somewhere, and packages
// compile.
func TestMoveTheWholeModule(t *testing.T) {
	root := filepath.Join("..", "..")
	from, err := modulePath(root)
	if err != nil {
		t.Fatal(err)
	}
	moved := t.TempDir()
	copyTree(t, root, moved)
	files, err := Move(moved, elsewhere)
	if err != nil {
		t.Fatal(err)
	}
	if files < 200 {
		t.Errorf("only %d files were moved", files)
	}
	if path, err := modulePath(moved); err != nil || path != elsewhere {
		t.Errorf("go.mod says %q, %v", path, err)
	}
	run(t, moved, "go", "build", "./model", "./vocabulary", "./parse")
	if broken := run(t, moved, "go", "list", "-deps", "-test", "-e", "-f", "{{with .Error}}{{.}}{{end}}", "./..."); strings.TrimSpace(broken) != "" {
		t.Errorf("imports that lead nowhere: %s", broken)
	}
	if left := run(t, moved, "go", "list", "-e", "-f", `{{join .Imports "\n"}}{{"\n"}}{{join .XTestImports "\n"}}`, "./..."); strings.Contains(left, from) {
		t.Errorf("%s is still imported", from)
	}
}

// A path that only begins alike is another module's.
func TestMoveLeavesOtherModules(t *testing.T) {
	folder := t.TempDir()
	write(t, folder, "go.mod", "module a.invalid/b\n")
	write(t, folder, filepath.Join("below", "go.mod"), "module a.invalid/b/below\n\nrequire (\n\ta.invalid/b v0.1.0\n\ta.invalid/bc v0.1.0\n)\n\nreplace a.invalid/b => ../\n")
	write(t, folder, "x.go", "package x\n\nimport (\n\t_ \"a.invalid/b/c\"\n\t_ \"a.invalid/bc\"\n\t_ \"z.invalid/a.invalid/b\"\n)\n\nconst s = \"a.invalid/b/c\"\n")
	if _, err := Move(folder, "m.invalid/n"); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(filepath.Join(folder, "x.go"))
	if err != nil {
		t.Fatal(err)
	}
	below, err := os.ReadFile(filepath.Join(folder, "below", "go.mod"))
	if want := "module m.invalid/n/below\n\nrequire (\n\tm.invalid/n v0.1.0\n\ta.invalid/bc v0.1.0\n)\n\nreplace m.invalid/n => ../\n"; err != nil || string(below) != want {
		t.Errorf("got\n%s\nwant\n%s\n%v", below, want, err)
	}
	want := "package x\n\nimport (\n\t_ \"a.invalid/bc\"\n\t_ \"m.invalid/n/c\"\n\t_ \"z.invalid/a.invalid/b\"\n)\n\nconst s = \"a.invalid/b/c\"\n"
	if string(got) != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// A module of somebody else that imports ours builds and runs.
func TestConsumer(t *testing.T) {
	root, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	path, err := modulePath(root)
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	mod, err := os.ReadFile(filepath.Join(root, "go.mod"))
	if err != nil {
		t.Fatal(err)
	}
	sum, err := os.ReadFile(filepath.Join(root, "go.sum"))
	if err != nil {
		t.Fatal(err)
	}
	// Ours and theirs are selected in one list of versions: the consumer's
	// go.mod has the same ones, so that nothing is fetched.
	_, rest, _ := strings.Cut(string(mod), "\n")
	write(t, folder, "go.mod", "module consumer.invalid/c\n"+rest+"\nrequire "+path+" v0.0.0\n\nreplace "+path+" => "+root+"\n")
	write(t, folder, "go.sum", string(sum))
	write(t, folder, "main.go", `package main

import (
	"fmt"
	"`+path+`/model"
	"`+path+`/audit"
)

var _ model.Report

func main() { fmt.Println(len(audit.Rules()) > 10) }
`)
	if out := run(t, folder, "go", "run", "-mod=mod", "."); strings.TrimSpace(out) != "true" {
		t.Errorf("the consumer printed %q", out)
	}
}

func copyTree(t *testing.T, from, to string) {
	t.Helper()
	err := filepath.WalkDir(from, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name, err := filepath.Rel(from, path)
		if err != nil {
			return err
		}
		if d.IsDir() {
			if strings.HasPrefix(d.Name(), ".") && name != "." || d.Name() == "testdata" {
				return filepath.SkipDir
			}
			return os.MkdirAll(filepath.Join(to, name), 0o755)
		}
		if !d.Type().IsRegular() {
			return nil
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(to, name), data, 0o644)
	})
	if err != nil {
		t.Fatal(err)
	}
}

func write(t *testing.T, folder, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(filepath.Join(folder, name)), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func run(t *testing.T, folder, name string, args ...string) string {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir = folder
	cmd.Env = append(os.Environ(), "GOFLAGS=", "GOWORK=off")
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
	}
	return string(out)
}
