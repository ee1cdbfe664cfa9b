package bulk

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"recount.invalid/recount/dataset"
)

// maxNamed is how many reports a LeftOutError names; more are counted.
const maxNamed = 10

// InputError says that an input cannot be what the caller meant: it does not
// exist, cannot be listed, or holds no report. A data set made without it
// would look whole, so that none is made.
type InputError struct {
	Path string
	Err  error
}

func (e *InputError) Error() string { return e.Path + ": " + e.Err.Error() }

func (e *InputError) Unwrap() error { return e.Err }

// LeftOutError says that a run would leave out reports that the data set
// holds, and was not told to (Options.Prune).
type LeftOutError struct {
	Dir     string
	Reports []string       // as the data set calls them
	Failed  []dataset.File // what could not be read, which may be why
}

func (e *LeftOutError) Error() string {
	names, more := e.Reports, ""
	if n := len(names) - maxNamed; n > 0 {
		names, more = names[:maxNamed], fmt.Sprintf(" and %d more", n)
	}
	what := "1 report"
	if len(e.Reports) != 1 {
		what = fmt.Sprintf("%d reports", len(e.Reports))
	}
	return fmt.Sprintf("%s: %s of this data set would be left out: %s%s", e.Dir, what, strings.Join(names, ", "), more)
}

// ShardError says that a folder holds another part of an import.
type ShardError struct {
	Dir           string
	Shard, Shards int // the part that stands there
}

func (e *ShardError) Error() string {
	return fmt.Sprintf("%s: shard %d/%d stands here", e.Dir, e.Shard, e.Shards)
}

// ForeignError says that a folder holds files under the names of a data set's
// that recount did not write.
type ForeignError struct {
	Dir   string
	Names []string
}

func (e *ForeignError) Error() string {
	names, more := e.Names, ""
	if n := len(names) - maxNamed; n > 0 {
		names, more = names[:maxNamed], fmt.Sprintf(" and %d more", n)
	}
	return fmt.Sprintf("%s: files stand here that recount did not write: %s%s", e.Dir, strings.Join(names, ", "), more)
}

// guard returns a *ShardError where the data set in place is another part of an
// import, and a *LeftOutError where a data set of m would not hold a report
// that the one in place holds. A report is still there when its bytes are,
// under whatever name, or when its name has another report. Where a file has
// no result yet it is taken for a report: guard is asked before the files are
// read, so that nothing is read in vain, and after.
func (s store) guard(m manifest) error {
	old, err := s.current()
	if err != nil || old == nil {
		return err
	}
	if was := old.Manifest; m.Shards > 1 && was.Shards > 1 && (m.Shard != was.Shard || m.Shards != was.Shards) {
		return &ShardError{Dir: s.dir, Shard: was.Shard, Shards: was.Shards}
	}
	contents, names := map[string]bool{}, map[string]bool{}
	var failed []dataset.File
	for _, e := range m.Files {
		f := dataset.File{Path: e.Path, Reason: e.Reason, Advice: e.Advice}
		held := false
		if !e.unread() {
			if held, f, err = s.holds(e, m.Engine); err != nil {
				return err
			}
		}
		if !held {
			failed = append(failed, f)
			continue
		}
		contents[e.SHA256], names[e.Path] = true, true
	}
	var gone []string
	for _, e := range old.Manifest.Files {
		if e.unread() || contents[e.SHA256] || names[e.Path] {
			continue
		}
		held, _, err := s.holds(e, old.Manifest.Engine)
		if err != nil {
			return err
		}
		if held {
			gone = append(gone, e.Path)
		}
	}
	if len(gone) == 0 {
		return nil
	}
	return &LeftOutError{Dir: s.dir, Reports: gone, Failed: failed}
}

// holds says whether a file with a hash is a report, and otherwise why not. A
// result that is not there or damaged leaves it open: it counts as a report.
func (s store) holds(e entry, engine string) (bool, dataset.File, error) {
	f := dataset.File{Path: e.Path}
	o, err := readOutcome(s.result(e, engine))
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, errResult) {
		return true, f, nil
	}
	if err != nil {
		return false, f, fmt.Errorf("result of %s: %w", e.Path, err)
	}
	f.Reason, f.Advice = o.Reason, o.Advice
	return o.Status == dataset.StatusRead, f, nil
}
