package bulk

import (
	"cmp"
	"context"
	"errors"
	"os"
	"slices"
	"sync"

	"recount.invalid/recount/dataset"
	"recount.invalid/recount/dataset/publish"
)

// Options say what is imported and how.
type Options struct {
	// Paths are folders, walked for PDFs, the JSON of reports and tables of
	// scores, and files.
	Paths []string
	// Dir is the folder of the data set; it is made where it is not there.
	Dir string
	// Jobs is how many files are read at once; less than 1 means 1.
	Jobs int
	// Formats are the forms of the tables (dataset.Formats); empty means all.
	Formats []string
	// ForSpreadsheets is the data set's option of that name.
	ForSpreadsheets bool
	// Shard and Shards choose every Shards-th file, beginning with number
	// Shard (counted from 0); Shards below 2 means all files.
	Shard, Shards int
	// Engine identifies the program and the options that results depend on:
	// results of another engine are not used.
	Engine string
	// Key names what else the result of a file depends on (corrections), by the
	// file's path and its SHA-256; empty for nothing. May be nil.
	Key func(path, sha256 string) string
	// Version of the program, for the record.
	Version string
	// NewWorker makes a reader of files; it is called once for each job.
	NewWorker func() (Worker, error)
	// Explain gives reason and advice for a file that cannot be opened.
	Explain func(error) (reason, advice string)
	// Across gives the rows that come of holding reports against each other; they are
	// Outcome.Held of all files, each report once. Nil for nothing.
	Across Across
	// Description is what the makers say of the data set in its folder.
	Description publish.Description
	// Prune allows a data set that leaves out reports which the one in place
	// holds.
	Prune bool
	// Progress, where it is not nil, is told of every file that is done. It
	// is called by one goroutine at a time.
	Progress func(Progress)
}

// Worker reads files one after the other.
type Worker interface {
	// Read reads a file whose content has the given hash and stores the
	// outcome under target with Store. A file that cannot be read is an
	// outcome; an error means that the run cannot go on (a full disk, the
	// context's end).
	Read(ctx context.Context, path, sha256, target string) (Outcome, error)
	// Close ends the worker.
	Close() error
}

// Store writes an outcome where a run finds it: it is for workers. The write
// is atomic.
func Store(target string, o Outcome) error { return writeResult(target, o) }

// Progress says how far a run is.
type Progress struct {
	Files  int // to be read in this run
	Done   int
	Pages  int // read so far
	Failed int // not read so far
	// File and Outcome are those of the file that is done; File is empty for
	// the report at the start.
	File    string
	Outcome Outcome
}

// Summary is what a run came to.
type Summary struct {
	Files     int // found
	Read      int // read in this run; the others were known
	Failed    []dataset.File
	Unchanged bool     // the data set stood there already
	Kept      []string // files that the user changed and that were left alone
	// Averages is the text that ends a run: averages by summit and member.
	Averages string
}

// Build imports the files and makes the data set. The error says why there is
// none: *InputError (several may be joined), *LeftOutError, *BusyError, the
// context's, the disk's. Files that could not be read are no error; the
// summary names them.
func Build(ctx context.Context, o Options) (*Summary, error) {
	// Before anything is written: a name that is mistyped makes no folder.
	found, err := find(o.Paths, o.Dir)
	if err != nil {
		return nil, err
	}
	s, unlock, err := open(o.Dir)
	if err != nil {
		return nil, err
	}
	defer unlock()
	if err := errors.Join(s.rollForward(), s.clear()); err != nil {
		return nil, err
	}
	sources := shard(found, o.Shard, o.Shards)
	m := manifest{Engine: o.Engine, Formats: o.Formats, ForSpreadsheets: o.ForSpreadsheets, Description: o.Description.Sum, Files: make([]entry, len(sources))}
	if o.Shards > 1 {
		m.Shard, m.Shards, m.Found = o.Shard%o.Shards, o.Shards, len(found)
	}
	if err := hashAll(ctx, sources, m.Files, o); err != nil {
		return nil, err
	}
	if !o.Prune {
		if err := s.guard(m); err != nil {
			return nil, err
		}
	}
	total := 0
	for again := false; ; again = true {
		read, err := s.readTwice(ctx, sources, m, o)
		if err != nil {
			return nil, err
		}
		total += read
		sum, err := s.finish(ctx, m, o, total)
		if errors.Is(err, errResult) && !again {
			// A stored result was damaged and has been removed; what it was
			// of is read again, once.
			if err := s.clear(); err != nil {
				return nil, err
			}
			continue
		}
		return sum, err
	}
}

// shard chooses one of n equal parts.
func shard(sources []source, i, n int) []source {
	if n < 2 {
		return sources
	}
	var out []source
	for j, s := range sources {
		if j%n == i%n {
			out = append(out, s)
		}
	}
	return out
}

// hashAll fills in the manifest's entries.
func hashAll(ctx context.Context, sources []source, entries []entry, o Options) error {
	return parallel(o.Jobs, len(sources), func(i int) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		src := sources[i]
		e := entry{Path: src.name, Named: src.named}
		err := src.fault
		if err == nil {
			e.SHA256, e.Bytes, err = hashFile(ctx, src.path)
		}
		if err == nil && o.Key != nil {
			e.Key = o.Key(src.path, e.SHA256)
		}
		if err != nil && ctx.Err() != nil {
			return ctx.Err()
		}
		if err != nil {
			e.SHA256, e.Bytes = "", 0
			e.Reason, e.Advice = o.Explain(err)
		}
		entries[i] = e
		return nil
	})
}

// parallel calls do for 0 to n-1 on several goroutines and gives the first
// error; what has not begun then is left.
func parallel(jobs, n int, do func(i int) error) error {
	var (
		group sync.WaitGroup
		mutex sync.Mutex
		next  int
		first error
	)
	for range min(max(jobs, 1), n) {
		group.Go(func() {
			for {
				mutex.Lock()
				i := next
				next++
				stop := i >= n || first != nil
				mutex.Unlock()
				if stop {
					return
				}
				if err := do(i); err != nil {
					mutex.Lock()
					if first == nil {
						first = err
					}
					mutex.Unlock()
				}
			}
		})
	}
	group.Wait()
	return first
}

// readTwice reads what has no stored result yet, and what came to an end that
// its bytes do not decide once more by itself. What does so again has its reason
// in the manifest; the next run tries it again.
func (s store) readTwice(ctx context.Context, sources []source, m manifest, o Options) (int, error) {
	read, passing, err := s.readAll(ctx, sources, m, o)
	if err == nil && len(passing) > 0 {
		o.Jobs = 1
		_, passing, err = s.readAll(ctx, sources, m, o)
	}
	if err != nil {
		return 0, err
	}
	for i := range m.Files {
		e := &m.Files[i]
		if outcome, ok := passing[e.SHA256]; ok && e.SHA256 != "" {
			e.Reason, e.Advice = outcome.Reason, outcome.Advice
		}
	}
	return read, nil
}

// readAll reads what has no stored result yet, the biggest files first so
// that none is left alone at the end. It says how many it read, and gives the
// outcomes that were not stored by their file's hash.
func (s store) readAll(ctx context.Context, sources []source, m manifest, o Options) (read int, passing map[string]Outcome, err error) {
	unread := s.missing(sources, m)
	if len(unread) == 0 {
		return 0, nil, nil
	}
	passing = map[string]Outcome{}
	jobs := min(max(o.Jobs, 1), len(unread))
	workers := make(chan Worker, jobs)
	// Workers are only made here, so that closing what is in the channel
	// closes all.
	defer func() {
		for range len(workers) {
			_ = (<-workers).Close() // its results are stored already
		}
	}()
	for range jobs {
		w, err := o.NewWorker()
		if err != nil {
			return 0, nil, err
		}
		workers <- w
	}
	p := progress{o: o, state: Progress{Files: len(unread)}}
	p.start()
	var mutex sync.Mutex
	err = parallel(jobs, len(unread), func(i int) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		w := <-workers
		defer func() { workers <- w }()
		e := m.Files[unread[i]]
		outcome, err := w.Read(ctx, sources[unread[i]].path, e.SHA256, s.result(e, m.Engine))
		if err != nil {
			return err
		}
		if outcome.Passing {
			mutex.Lock()
			passing[e.SHA256] = outcome
			mutex.Unlock()
		}
		p.done(e.Path, outcome)
		return nil
	})
	return len(unread), passing, err
}

// missing are the indexes of the files that have no stored result, each
// content once, the biggest first.
func (s store) missing(sources []source, m manifest) []int {
	var unread []int
	keep := m.keepers()
	for i, e := range m.Files {
		if e.SHA256 == "" || keep[e.SHA256] != i {
			continue
		}
		// A result is only there when it was written whole; its checksum is
		// looked at when the data set is made.
		if _, err := os.Stat(s.result(e, m.Engine)); err != nil {
			unread = append(unread, i)
		}
	}
	slices.SortStableFunc(unread, func(a, b int) int { return cmp.Compare(sources[b].size, sources[a].size) })
	return unread
}

// progress counts for Options.Progress.
type progress struct {
	o     Options
	mutex sync.Mutex
	state Progress
}

func (p *progress) start() {
	if p.o.Progress != nil {
		p.o.Progress(p.state)
	}
}

func (p *progress) done(file string, o Outcome) {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	p.state.Done++
	p.state.Pages += o.Pages
	if o.Status != dataset.StatusRead {
		p.state.Failed++
	}
	p.state.File, p.state.Outcome = file, o
	if p.o.Progress != nil {
		p.o.Progress(p.state)
	}
}

// finish makes the data set of the manifest where it does not stand there
// already, and says what the run came to.
func (s store) finish(ctx context.Context, m manifest, o Options, read int) (*Summary, error) {
	sum := &Summary{Files: len(m.Files), Read: read}
	if !o.Prune {
		// Once more, now that it is known which files are reports.
		if err := s.guard(m); err != nil {
			return nil, err
		}
	}
	fresh, err := s.upToDate(ctx, m)
	if err != nil {
		return nil, err
	}
	sum.Unchanged = fresh
	if !fresh {
		if err := s.assemble(ctx, m, o); err != nil {
			return nil, err
		}
	}
	stands, err := s.current()
	if err != nil {
		return nil, err
	}
	sum.Averages = stands.Summary
	if sum.Kept, err = s.edited(ctx); err != nil {
		return nil, err
	}
	sum.Failed, err = s.failed(m)
	return sum, err
}

// failed are the files that were not read, in the manifest's order.
func (s store) failed(m manifest) ([]dataset.File, error) {
	var out []dataset.File
	keep := m.keepers()
	for i, e := range m.Files {
		f := dataset.File{Path: e.Path, SHA256: e.SHA256, Bytes: e.Bytes, Status: dataset.StatusUnreadable, Reason: e.Reason, Advice: e.Advice}
		if !e.unread() {
			if keep[e.SHA256] != i {
				continue
			}
			o, err := s.load(e, m.Engine, readOutcome)
			if err != nil {
				return nil, err
			}
			f.Status, f.Reason, f.Advice = o.Status, o.Reason, o.Advice
		}
		// What is no report and was only met in a folder is no failure.
		if f.Status != dataset.StatusRead && (f.Status != dataset.StatusOther || e.Named) {
			out = append(out, f)
		}
	}
	return out, nil
}
