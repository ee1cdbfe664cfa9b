package bulk

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"recount.invalid/recount/internal/atomicfile"
)

// The folders and files below a data set's folder in which a run keeps what
// it needs to go on.
const (
	stateFolder   = ".recount"
	resultsFolder = "results"      // a file per content and engine
	currentFile   = "current.json" // the plan of the data set that stands there
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
	Files   []entry  `json:"files"`
}

// entry is one file of the sources.
type entry struct {
	Path   string `json:"path"`
	SHA256 string `json:"sha256,omitempty"` // empty where it could not be opened
	Bytes  int64  `json:"bytes"`
	// The fault of a file without hash; the others' is in their result.
	Reason string `json:"reason,omitempty"`
	Advice string `json:"advice,omitempty"`
}

// plan is what is to be known of a finished data set.
type plan struct {
	Manifest manifest `json:"manifest"`
	// Changes and Summary are texts of the data set: what it changed against
	// the one before, and its averages.
	Changes string `json:"changes"`
	Summary string `json:"summary"`
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

// result is where the result of a content is kept. The name holds the engine,
// so that what an older program or other options read is not taken for new.
func (s store) result(sha, engine string) string {
	short := sha256.Sum256([]byte(engine))
	return s.path(resultsFolder, sha+"."+hex.EncodeToString(short[:8]))
}

// current reads what is known of the data set that stands there; none is no
// error.
func (s store) current() (*plan, error) {
	data, err := os.ReadFile(s.path(currentFile))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	p := new(plan)
	if err := json.Unmarshal(data, p); err != nil {
		// What cannot be read is not known: the data set is made anew.
		return nil, nil
	}
	return p, nil
}

func writeJSONFile(path string, v any) error {
	return atomicfile.Write(path, func(w io.Writer) error {
		enc := json.NewEncoder(w)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", " ")
		return enc.Encode(v)
	})
}

// hashFile gives the SHA-256 of a file's bytes in hexadecimal, and how many
// they are.
func hashFile(path string) (sum string, size int64, err error) {
	f, err := os.Open(path)
	if err != nil {
		return "", 0, err
	}
	defer func() { _ = f.Close() }() // opened for reading only
	h := sha256.New()
	size, err = io.Copy(h, f)
	return hex.EncodeToString(h.Sum(nil)), size, err
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
		if f.SHA256 != "" {
			used[filepath.Base(s.result(f.SHA256, m.Engine))] = true
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
