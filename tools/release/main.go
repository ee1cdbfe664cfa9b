// Release makes the files of a release from a checkout: programs for Linux, macOS
// and Windows (amd64, arm64) in archives with manual and completion, Debian
// packages, an OCI image, lists of what is in the programs (SBOM) and checksums.
//
//	go run . -root CHECKOUT -version 0.1.0 -out FOLDER
//
// It is a module of its own, so that its libraries are none of the program's.
// The same checkout and toolchain give the same bytes: times are the commit's.
package main

import (
	"crypto/sha256"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"
)

// target is a system that programs are made for.
type target struct{ os, arch string }

func (t target) String() string { return t.os + "_" + t.arch }

var targets = []target{
	{"linux", "amd64"}, {"linux", "arm64"},
	{"darwin", "amd64"}, {"darwin", "arm64"},
	{"windows", "amd64"}, {"windows", "arm64"},
}

// sbomTool writes the list of what a program is made of, from what the toolchain
// recorded in it.
const sbomTool = "github.com/CycloneDX/cyclonedx-gomod/cmd/cyclonedx-gomod@v1.10.0"

// release is one run.
type release struct {
	root, out, version string
	work               string // where programs and completions are made
	time               time.Time
}

// file is one that is packed: where it is, its name there, whether it is run.
type file struct {
	path, name string
	program    bool
}

func main() {
	var r release
	flag.StringVar(&r.root, "root", ".", "the checkout")
	flag.StringVar(&r.out, "out", "dist", "the folder for the files, which is made anew")
	flag.StringVar(&r.version, "version", "", "the version, such as 0.1.0")
	only := flag.String("only", "", "only these systems, divided by commas, such as linux_amd64; this one must be among them")
	check := flag.String("check", "", "read back the images in this folder of a release, and make nothing")
	flag.Parse()
	if *check != "" {
		if err := readBack(*check); err != nil {
			fmt.Fprintln(os.Stderr, "release:", err)
			os.Exit(1)
		}
		return
	}
	if *only != "" {
		targets = slices.DeleteFunc(targets, func(t target) bool { return !slices.Contains(strings.Split(*only, ","), t.String()) })
	}
	if err := r.run(); err != nil {
		fmt.Fprintln(os.Stderr, "release:", err)
		os.Exit(1)
	}
}

func (r *release) run() error {
	if r.version == "" {
		return errors.New("say -version")
	}
	var err error
	if r.root, err = filepath.Abs(r.root); err != nil {
		return err
	}
	if r.out, err = filepath.Abs(r.out); err != nil {
		return err
	}
	if r.time, err = r.commitTime(); err != nil {
		return err
	}
	if r.work, err = os.MkdirTemp("", "recount-release"); err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(r.work) }() // the system clears what stays
	if err := errors.Join(os.RemoveAll(r.out), os.MkdirAll(r.out, 0o755)); err != nil {
		return err
	}
	for _, t := range targets {
		if err := r.build(t); err != nil {
			return err
		}
	}
	shared, err := r.shared()
	if err != nil {
		return err
	}
	for _, step := range []func([]file) error{r.archives, r.debs, r.image, r.sboms} {
		if err := step(shared); err != nil {
			return err
		}
	}
	return r.sums()
}

// commitTime is when the checkout's commit was made.
func (r *release) commitTime() (time.Time, error) {
	out, err := exec.Command("git", "-C", r.root, "log", "-1", "--format=%ct").Output()
	if err != nil {
		return time.Time{}, fmt.Errorf("the time of the commit: %w", err)
	}
	seconds, err := strconv.ParseInt(strings.TrimSpace(string(out)), 10, 64)
	return time.Unix(seconds, 0).UTC(), err
}

// programs are the two programs of a target.
func (r *release) programs(t target) []file {
	var out []file
	for _, name := range []string{"recount", "recount-full"} {
		if t.os == "windows" {
			name += ".exe"
		}
		out = append(out, file{filepath.Join(r.work, t.String(), name), name, true})
	}
	return out
}

func (r *release) build(t target) error {
	for i, p := range r.programs(t) {
		tags := "lean"
		if i > 0 {
			tags = ""
		}
		cmd := exec.Command("go", "build", "-trimpath", "-buildvcs=true", "-ldflags=-s -w", "-tags="+tags, "-o", p.path, "./cmd/recount")
		cmd.Dir = r.root
		cmd.Env = append(os.Environ(), "CGO_ENABLED=0", "GOOS="+t.os, "GOARCH="+t.arch, "GOWORK=off")
		if out, err := cmd.CombinedOutput(); err != nil {
			return fmt.Errorf("%s for %s: %w\n%s", p.name, t, err, out)
		}
	}
	return nil
}

// here is the system that this runs on.
func here() target { return target{runtime.GOOS, runtime.GOARCH} }

// shared are the files that are the same for every system.
func (r *release) shared() ([]file, error) {
	out := []file{
		{filepath.Join(r.root, "README.md"), "README.md", false},
		{filepath.Join(r.root, "LICENSE"), "LICENSE", false},
		{filepath.Join(r.root, "CHANGELOG.md"), "CHANGELOG.md", false},
	}
	pages, err := filepath.Glob(filepath.Join(r.root, "packaging", "man", "*.1"))
	if err != nil || len(pages) == 0 {
		return nil, errors.Join(errors.New("no manual pages were found"), err)
	}
	for _, p := range pages {
		out = append(out, file{p, "man/" + filepath.Base(p), false})
	}
	i := slices.Index(targets, here())
	if i < 0 {
		return nil, fmt.Errorf("no program is made for %s, which this runs on", here())
	}
	full := r.programs(targets[i])[1].path
	for shell, name := range completions {
		text, err := exec.Command(full, "completion", shell).Output()
		if err != nil {
			return nil, fmt.Errorf("completion for %s: %w", shell, err)
		}
		path := filepath.Join(r.work, name)
		if err := os.WriteFile(path, text, 0o644); err != nil {
			return nil, err
		}
		out = append(out, file{path, "completion/" + name, false})
	}
	slices.SortFunc(out, func(a, b file) int { return strings.Compare(a.name, b.name) })
	return out, nil
}

// completions are the files for shells, as their systems call them.
var completions = map[string]string{"bash": "recount.bash", "zsh": "_recount", "fish": "recount.fish", "powershell": "recount.ps1"}

// sboms lists for Linux what each program is made of.
func (r *release) sboms([]file) error {
	for _, p := range r.programs(targets[0]) {
		cmd := exec.Command("go", "run", sbomTool, "bin", "-json", "-noserial", "-version", "v"+r.version,
			"-output", filepath.Join(r.out, fmt.Sprintf("%s_%s.cdx.json", p.name, r.version)), p.path)
		if out, err := cmd.CombinedOutput(); err != nil {
			return fmt.Errorf("SBOM of %s: %w\n%s", p.name, err, out)
		}
	}
	return nil
}

// sums writes SHA256SUMS for all files, as sha256sum reads it.
func (r *release) sums() error {
	entries, err := os.ReadDir(r.out)
	if err != nil {
		return err
	}
	var text strings.Builder
	for _, e := range entries {
		if e.IsDir() {
			continue // the image's layout, which has the sums of its own parts
		}
		sum, err := sumOf(filepath.Join(r.out, e.Name()))
		if err != nil {
			return err
		}
		fmt.Fprintf(&text, "%s  %s\n", sum, e.Name())
	}
	return os.WriteFile(filepath.Join(r.out, "SHA256SUMS"), []byte(text.String()), 0o644)
}

func sumOf(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer func() { _ = f.Close() }() // opened for reading only
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return fmt.Sprintf("%x", h.Sum(nil)), nil
}
