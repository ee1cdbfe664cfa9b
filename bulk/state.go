package bulk

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"recount.invalid/recount/internal/atomicfile"
)

// The folders and files below a data set's folder in which a run keeps what
// it needs to go on.
const (
	stateFolder   = ".recount"
	resultsFolder = "results"      // a file per content and engine
	currentFile   = "current.json" // the plan of the data set that stands there
	cellsFile     = "cells.jsonl"  // its panel, for CHANGES.md of the next one; in next and ready too
	nextFolder    = "next"         // the data set that is being made
	readyFolder   = "ready"        // a data set that is whole and not yet all in place
	dataFolder    = "data"         // in next and ready: the files
	planFile      = "plan.json"    // in next and ready: what goes with the move
	lockFile      = "lock"
)

// manifest says from what a data set was made. Two runs with equal manifests
// make equal data sets.
type manifest struct {
	Engine  string   `json:"engine"`
	Formats []string `json:"formats,omitempty"`
	// ForSpreadsheets: see dataset.Options.
	ForSpreadsheets bool `json:"for_spreadsheets,omitempty"`
	// Description is the sum of what the makers say of the data set.
	Description string `json:"description,omitempty"`
	// Shard and Shards say which part of an import this is, Found how many files
	// all parts have; 0 where it is the whole.
	Shard  int     `json:"shard,omitempty"`
	Shards int     `json:"shards,omitempty"`
	Found  int     `json:"found,omitempty"`
	Files  []entry `json:"files"`
}

// entry is one file of the sources.
type entry struct {
	Path   string `json:"path"`
	SHA256 string `json:"sha256,omitempty"` // empty where it could not be opened
	Bytes  int64  `json:"bytes"`
	Key    string `json:"key,omitempty"`   // Options.Key
	Named  bool   `json:"named,omitempty"` // by the caller, not found in a folder
	// Why the file has no result: it could not be opened, or reading it came to
	// an end that its bytes do not decide. What they decide is in the result.
	Reason string `json:"reason,omitempty"`
	Advice string `json:"advice,omitempty"`
}

// unread reports whether the file has no result.
func (e entry) unread() bool { return e.SHA256 == "" || e.Reason != "" }

// plan is what is to be known of a finished data set.
type plan struct {
	Manifest manifest `json:"manifest"`
	// Changes and Summary are texts of the data set: what it changed against
	// the one before, and its averages.
	Changes string `json:"changes"`
	Summary string `json:"summary"`
	// Written are the files of the data set.
	Written []string `json:"written"`
	// Obsolete are files of the data set before that the new one has not.
	Obsolete []string `json:"obsolete,omitempty"`
	// Kept are files that the user changed and that stay as they are.
	Kept []string `json:"kept,omitempty"`
}

// store is the state below a data set's folder.
type store struct{ dir string }

func (s store) path(parts ...string) string {
	return filepath.Join(append([]string{s.dir, stateFolder}, parts...)...)
}

// result is where the result of a file is kept. The name holds the engine and
// the file's key, so that what an older program, other options or other
// corrections gave is not taken for new.
func (s store) result(e entry, engine string) string {
	if e.Key != "" {
		engine += " " + e.Key
	}
	short := sha256.Sum256([]byte(engine))
	return s.path(resultsFolder, e.SHA256+"."+hex.EncodeToString(short[:8]))
}

// current reads what is known of the data set that stands there; none is no
// error. What is damaged is not known: the data set is made anew.
func (s store) current() (*plan, error) {
	p, err := readPlan(s.path(currentFile))
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, errState) {
		return nil, nil
	}
	return p, err
}

// errState is returned for a state file that is damaged or of another form.
var errState = errors.New("the state of the data set is damaged")

// sealed is a plan as it is stored, with the SHA-256 of its JSON.
type sealed struct {
	SHA256 string          `json:"sha256"`
	Plan   json.RawMessage `json:"plan"`
}

func writePlan(path string, p plan) error {
	var raw bytes.Buffer
	enc := json.NewEncoder(&raw)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(p); err != nil {
		return err
	}
	raw.Truncate(raw.Len() - 1) // the line feed
	sum := sha256.Sum256(raw.Bytes())
	return atomicfile.Write(path, func(w io.Writer) error {
		_, err := fmt.Fprintf(w, "{\"sha256\": %q,\n\"plan\": %s}\n", hex.EncodeToString(sum[:]), raw.Bytes())
		return err
	})
}

func readPlan(path string) (*plan, error) {
	f, err := openFile(path)
	if errors.Is(err, ErrNotRegular) {
		return nil, errState
	}
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // opened for reading only
	data, err := io.ReadAll(io.LimitReader(f, maxPlan+1))
	if err != nil {
		return nil, err
	}
	if len(data) > maxPlan {
		return nil, errState
	}
	return decodePlan(data)
}

// maxPlan is the longest plan that is read, in bytes: some hundred for each of
// a million files.
const maxPlan = 1 << 29

// decodePlan reads what writePlan wrote. Whoever can write a state file can write
// its checksum too, so that every name in it is held to its place.
func decodePlan(data []byte) (*plan, error) {
	var s sealed
	if err := json.Unmarshal(data, &s); err != nil {
		return nil, fmt.Errorf("%w: %w", errState, err)
	}
	if sum := sha256.Sum256(s.Plan); s.SHA256 != hex.EncodeToString(sum[:]) {
		return nil, fmt.Errorf("%w: its checksum is wrong", errState)
	}
	p := new(plan)
	if err := json.Unmarshal(s.Plan, p); err != nil {
		return nil, fmt.Errorf("%w: %w", errState, err)
	}
	for _, name := range slices.Concat(p.Written, p.Obsolete, p.Kept) {
		if !ownName(name) {
			return nil, fmt.Errorf("%w: %q is no file of a data set", errState, name)
		}
	}
	for _, e := range p.Manifest.Files {
		if e.SHA256 != "" && !isSHA256(e.SHA256) || !local(e.Path) || e.Bytes < 0 {
			return nil, fmt.Errorf("%w: %q is no file of an import", errState, e.Path)
		}
	}
	return p, nil
}

// local reports whether a name with slashes leads nowhere but below a folder.
func local(name string) bool { return filepath.IsLocal(filepath.FromSlash(name)) }

// ownName reports whether a name can be that of a file of a data set: below its
// folder, and no part of the state.
func ownName(name string) bool {
	first, _, _ := strings.Cut(path.Clean(name), "/")
	return local(name) && first != "." && !strings.EqualFold(first, stateFolder)
}

// isSHA256 reports whether a text is 64 hexadecimal digits in lower case.
func isSHA256(s string) bool {
	return len(s) == 2*sha256.Size && strings.Trim(s, "0123456789abcdef") == ""
}

// openFile opens an ordinary file. Anything else is not opened at all: a pipe
// would wait for a writer.
func openFile(path string) (*os.File, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, ErrNotRegular
	}
	return os.Open(path)
}

// hashFile gives the SHA-256 of a file's bytes in hexadecimal, and how many
// they are.
func hashFile(ctx context.Context, path string) (sum string, size int64, err error) {
	f, err := openFile(path)
	if err != nil {
		return "", 0, err
	}
	defer func() { _ = f.Close() }() // opened for reading only
	h := sha256.New()
	size, err = io.Copy(h, patient{ctx, f})
	return hex.EncodeToString(h.Sum(nil)), size, err
}

// patient is a reader that ends with its context.
type patient struct {
	ctx context.Context
	r   io.Reader
}

func (p patient) Read(b []byte) (int, error) {
	if err := p.ctx.Err(); err != nil {
		return 0, err
	}
	return p.r.Read(b)
}

// clear removes what killed runs left behind: half-written results and a
// half-made data set.
func (s store) clear() error {
	if err := os.RemoveAll(s.path(nextFolder)); err != nil {
		return err
	}
	entries, err := os.ReadDir(s.path(resultsFolder))
	if err != nil {
		return err
	}
	for _, e := range entries {
		if atomicfile.Leftover(e.Name()) {
			if err := os.Remove(s.path(resultsFolder, e.Name())); err != nil {
				return err
			}
		}
	}
	return nil
}

// collectGarbage removes results that the data set does not use.
func (s store) collectGarbage(m manifest) error {
	used := map[string]bool{}
	for _, f := range m.Files {
		if !f.unread() {
			used[filepath.Base(s.result(f, m.Engine))] = true
		}
	}
	entries, err := os.ReadDir(s.path(resultsFolder))
	if err != nil {
		return err
	}
	for _, e := range entries {
		if !used[e.Name()] {
			if err := os.Remove(s.path(resultsFolder, e.Name())); err != nil {
				return err
			}
		}
	}
	return nil
}

// BusyError says that another run works in the folder.
type BusyError struct{ Dir string }

func (e *BusyError) Error() string {
	return fmt.Sprintf("%s: another run is working in this folder", e.Dir)
}

// open makes the state folder and locks it. The caller calls unlock.
func open(dir string) (store, func(), error) {
	s := store{dir: dir}
	if err := os.MkdirAll(s.path(resultsFolder), 0o755); err != nil {
		return s, nil, err
	}
	unlock, err := lock(s.path(lockFile))
	if errors.Is(err, errLocked) {
		return s, nil, &BusyError{Dir: dir}
	}
	return s, unlock, err
}

var errLocked = errors.New("locked by another process")
