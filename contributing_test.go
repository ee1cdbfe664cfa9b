package recount_test

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// recipeBlock is a fenced block of CONTRIBUTING.md that says what becomes of it:
// a file, lines behind a line of a file, or commands.
var recipeBlock = regexp.MustCompile("(?ms)^```(\\w+) (run|file=(\\S+)(?: after=(\"[^\n]*\"))?)\n(.*?)^```$")

// TestRecipes carries out each recipe of CONTRIBUTING.md in a copy of this folder.
func TestRecipes(t *testing.T) {
	if _, err := exec.LookPath("sh"); err != nil {
		t.Skip("needs a shell (sh)")
	}
	recipes := strings.Split(read(t, "CONTRIBUTING.md"), "\n## Recipe: ")[1:]
	if len(recipes) != 4 {
		t.Fatalf("%d recipes", len(recipes))
	}
	for _, recipe := range recipes {
		name, text, _ := strings.Cut(recipe, "\n")
		t.Run(name, func(t *testing.T) {
			copied := t.TempDir()
			copyModule(t, copied)
			blocks := recipeBlock.FindAllStringSubmatch(text, -1)
			if n := strings.Count(text, "\n```") / 2; len(blocks) != n || n < 3 {
				t.Fatalf("%d of %d blocks say what becomes of them", len(blocks), n)
			}
			for _, b := range blocks {
				if b[2] == "run" {
					cmd := exec.Command("sh", "-ec", b[5])
					cmd.Dir = copied
					// Paths are left out of what is built, so that what the copy
					// has in common with this folder is built once.
					cmd.Env = append(os.Environ(), "GOFLAGS=-trimpath -buildvcs=false", "GOWORK=off")
					if out, err := cmd.CombinedOutput(); err != nil {
						t.Fatalf("%s%v\n%s", b[5], err, out)
					}
					continue
				}
				putBlock(t, filepath.Join(copied, filepath.FromSlash(b[3])), b[4], b[5])
			}
		})
	}
}

// putBlock writes a file, or lines into one behind a line that it must have.
func putBlock(t *testing.T, path, after, lines string) {
	t.Helper()
	if after != "" {
		line, err := strconv.Unquote(after)
		if err != nil {
			t.Fatalf("%s: %v", after, err)
		}
		whole := read(t, path)
		if strings.Count(whole, line+"\n") != 1 {
			t.Fatalf("%s has the line %q %d times", path, line, strings.Count(whole, line+"\n"))
		}
		lines = strings.Replace(whole, line+"\n", line+"\n"+lines, 1)
	} else if _, err := os.Stat(path); err == nil {
		t.Fatalf("%s is there already", path)
	}
	if err := os.WriteFile(path, []byte(lines), 0o644); err != nil {
		t.Fatal(err)
	}
}

// copyModule copies what a build and the tests of a package need.
func copyModule(t *testing.T, to string) {
	t.Helper()
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && path != "." && (strings.HasPrefix(d.Name(), ".") || d.Name() == "dist" || d.Name() == "bin" || d.Name() == "testdata" && !strings.HasPrefix(path, "parse") && !strings.HasPrefix(path, "audit")):
			return filepath.SkipDir
		case d.IsDir():
			return os.MkdirAll(filepath.Join(to, path), 0o755)
		case !d.Type().IsRegular():
			return nil
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(to, path), data, 0o644)
	})
	if err != nil {
		t.Fatal(err)
	}
}
