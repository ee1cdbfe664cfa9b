// Command movemodule gives the module another path: in go.mod, in that of a module
// below it, and in every import of every Go file.
//
//	go run ./internal/movemodule github.com/owner/recount
//
// The path until now ends in .invalid, a top-level domain that RFC 2606 keeps
// for names that nobody owns or can come to own: whoever finds it in a go.mod
// cannot be given somebody else's code under it.
package main

import (
	"bytes"
	"fmt"
	"go/format"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
)

func main() {
	if len(os.Args) < 2 || len(os.Args) > 3 {
		fmt.Fprintln(os.Stderr, "usage: movemodule PATH [FOLDER]")
		os.Exit(2)
	}
	folder := "."
	if len(os.Args) == 3 {
		folder = os.Args[2]
	}
	files, err := Move(folder, os.Args[1])
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Printf("%d files now import %s\n", files, os.Args[1])
}

// Move gives the module in folder the path to, and says how many Go files
// import a package of it. Whatever is no Go file and not go.mod stays.
func Move(folder, to string) (files int, err error) {
	from, err := modulePath(folder)
	if err != nil {
		return 0, err
	}
	err = filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && strings.HasPrefix(d.Name(), ".") && path != folder {
			return filepath.SkipDir
		}
		if d.Name() == "go.mod" && filepath.Dir(path) != filepath.Clean(folder) {
			return moveRequirement(path, from, to)
		}
		if filepath.Ext(path) != ".go" || !d.Type().IsRegular() {
			return nil
		}
		moved, err := moveImports(path, from, to)
		if moved {
			files++
		}
		return err
	})
	if err != nil {
		return files, err
	}
	edit := exec.Command("go", "mod", "edit", "-module", to)
	edit.Dir = folder
	if out, err := edit.CombinedOutput(); err != nil {
		return files, fmt.Errorf("go mod edit: %w: %s", err, bytes.TrimSpace(out))
	}
	return files, nil
}

// modulePath reads the path from go.mod.
func modulePath(folder string) (string, error) {
	data, err := os.ReadFile(filepath.Join(folder, "go.mod"))
	if err != nil {
		return "", err
	}
	for line := range strings.Lines(string(data)) {
		if path, ok := strings.CutPrefix(strings.TrimSpace(line), "module "); ok {
			return strings.TrimSpace(path), nil
		}
	}
	return "", fmt.Errorf("%s: no module line", filepath.Join(folder, "go.mod"))
}

// moveRequirement rewrites the go.mod of a module below, which is called after this one
// and requires it.
func moveRequirement(path, from, to string) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	named := regexp.MustCompile(`(?m)(^|\s)` + regexp.QuoteMeta(from) + `(/\S*)?(\s|$)`)
	return os.WriteFile(path, named.ReplaceAll(data, []byte("${1}"+to+"${2}${3}")), 0o644)
}

// moveImports rewrites the imports of one file, from the last to the first so
// that places stand, and formats it: gofmt sorts imports by path.
func moveImports(path, from, to string) (moved bool, err error) {
	src, err := os.ReadFile(path)
	if err != nil {
		return false, err
	}
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, path, src, parser.ImportsOnly)
	if err != nil {
		return false, err
	}
	for i := len(file.Imports) - 1; i >= 0; i-- {
		spec := file.Imports[i].Path
		name, err := strconv.Unquote(spec.Value)
		if err != nil {
			return false, fmt.Errorf("%s: %w", path, err)
		}
		rest, ours := strings.CutPrefix(name, from)
		if !ours || rest != "" && rest[0] != '/' {
			continue
		}
		moved = true
		start := set.Position(spec.Pos()).Offset
		src = append(src[:start:start], append([]byte(strconv.Quote(to+rest)), src[start+len(spec.Value):]...)...)
	}
	if !moved {
		return false, nil
	}
	if src, err = format.Source(src); err != nil {
		return false, fmt.Errorf("%s: %w", path, err)
	}
	info, err := os.Stat(path)
	if err != nil {
		return false, err
	}
	return true, os.WriteFile(path, src, info.Mode().Perm())
}
