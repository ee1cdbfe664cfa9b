package pipeline

import (
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"recount.invalid/recount"
	"recount.invalid/recount/bulk"
	"recount.invalid/recount/bulk/onefile"
	"recount.invalid/recount/corrections"
	"recount.invalid/recount/dataset"
	"recount.invalid/recount/internal/advice"
	"recount.invalid/recount/model"
)

// Counters of what was done. Where a runner does something again it counts again.
var (
	countFiles   = beam.NewCounter("recount", "files")
	countRead    = beam.NewCounter("recount", "read")
	countRefused = beam.NewCounter("recount", "refused")
	countAgain   = beam.NewCounter("recount", "again")
	countPages   = beam.NewCounter("recount", "pages")
)

// readFn reads files, several at once: a runner gives a whole bundle to one
// goroutine, and the readers are processes of their own. It gives the rows of each
// file, what all files together need to know of it, and the file itself where it was
// refused.
type readFn struct {
	Config onefile.Config
	Jobs   int

	workers *pool
	results chan readResult
	running int
}

// readResult is what became of one file.
type readResult struct {
	seen    Seen
	packed  []byte // the outcome; nil where there is none
	status  string
	pages   int
	again   bool // it was tried a second time
	refused bool
	err     error // the bundle cannot go on
}

// StartBundle is Beam's.
func (f *readFn) StartBundle(context.Context, func(string, []byte), func(Seen), func(Refused)) error {
	f.running = 0
	f.results = make(chan readResult, f.Jobs)
	var err error
	f.workers, err = poolFor(f.Config, f.Jobs)
	return err
}

// ProcessElement is Beam's. Several patterns may have matched the file.
func (f *readFn) ProcessElement(ctx context.Context, name string, paths func(*string) bool, rows func(string, []byte), seen func(Seen), refused func(Refused)) error {
	var first, file string
	for paths(&file) {
		if first != "" && file != first {
			return errors.New("two files are called " + name + ": " + first + " and " + file)
		}
		first = file
	}
	var err error
	if f.running == f.Jobs {
		err = f.take(ctx, rows, seen, refused)
	}
	f.running++
	go func(results chan<- readResult) {
		results <- f.read(ctx, name, first)
	}(f.results)
	return err
}

// FinishBundle is Beam's.
func (f *readFn) FinishBundle(ctx context.Context, rows func(string, []byte), seen func(Seen), refused func(Refused)) error {
	var errs []error
	for f.running > 0 {
		errs = append(errs, f.take(ctx, rows, seen, refused))
	}
	return errors.Join(errs...)
}

// take waits for a file that is done and hands on what became of it.
func (f *readFn) take(ctx context.Context, rows func(string, []byte), seen func(Seen), refused func(Refused)) error {
	r := <-f.results
	f.running--
	if r.err != nil {
		return r.err
	}
	countFiles.Inc(ctx, 1)
	countPages.Inc(ctx, int64(r.pages))
	if r.again {
		countAgain.Inc(ctx, 1)
	}
	seen(r.seen)
	if r.packed != nil {
		rows(r.seen.File, r.packed)
	}
	if r.refused {
		countRefused.Inc(ctx, 1)
		refused(Refused{File: r.seen.File, SHA256: r.seen.SHA256, Bytes: r.seen.Bytes, Status: r.status, Reason: r.seen.Reason, Advice: r.seen.Advice})
	} else if r.status == dataset.StatusRead {
		countRead.Inc(ctx, 1)
	}
	return nil
}

// read reads one file. What comes to an end that its bytes do not decide is tried
// once more.
func (f *readFn) read(ctx context.Context, name, file string) (r readResult) {
	folder, err := os.MkdirTemp("", "recount-beam")
	if err != nil {
		return readResult{err: err}
	}
	defer func() { _ = os.RemoveAll(folder) }() // the system clears what stays
	r.seen.File = name
	var local string
	if local, r.seen.SHA256, r.seen.Bytes, err = fetch(ctx, file, folder); err != nil {
		if !isLocal(file) || !told(err) {
			return readResult{err: err} // the runner tries again
		}
		r.seen.SHA256, r.seen.Bytes = "", 0
		r.seen.Reason, r.seen.Advice = advice.Reason(advice.Bare(err)), advice.For(err, onefile.Advices...)
		r.status, r.refused = dataset.StatusUnreadable, true
		return r
	}
	if r.seen.Corrected, err = f.corrected(ctx, file, local, r.seen.SHA256); err != nil {
		return readResult{err: err}
	}
	o, again, err := f.readTwice(ctx, local, r.seen.SHA256, filepath.Join(folder, ".outcome"))
	if err != nil {
		return readResult{err: err}
	}
	r.again, r.status, r.pages = again, o.Status, o.Pages
	// What is no report and was only met beside others is no failure.
	r.refused = o.Status != dataset.StatusRead && o.Status != dataset.StatusOther
	if o.Passing {
		r.seen.Reason, r.seen.Advice = o.Reason, o.Advice
		return r
	}
	if r.packed, err = pack(o); err != nil {
		return readResult{err: err}
	}
	short := o
	short.Rows = nil
	for _, row := range o.Rows {
		if dataset.Together(row.Table) {
			short.Rows = append(short.Rows, row)
		}
	}
	if r.seen.Outcome, err = pack(short); err != nil {
		return readResult{err: err}
	}
	if r.refused {
		// For the quarantine only: in the tables it stands from the outcome.
		r.seen.Reason, r.seen.Advice = o.Reason, o.Advice
	}
	return r
}

// told reports whether an error of the machine's own file system is the file's, which
// recount build puts into table files too.
func told(err error) bool {
	return errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrPermission) || errors.Is(err, bulk.ErrNotRegular)
}

// corrected brings the corrections beside a file to its copy, and reports whether any
// are about it.
func (f *readFn) corrected(ctx context.Context, file, local, sum string) (bool, error) {
	beside := corrections.FileName
	if i := strings.LastIndexByte(file, '/'); i >= 0 {
		beside = file[:i+1] + beside
	}
	list := f.Config.More
	data, err := readOptional(ctx, beside)
	if err != nil {
		return false, err
	}
	if data != nil {
		copied := filepath.Join(filepath.Dir(local), corrections.FileName)
		if err := os.WriteFile(copied, data, 0o600); err != nil {
			return false, err
		}
		more, err := recount.ReadCorrections(copied)
		if err != nil {
			return false, err // tables made without them would look corrected
		}
		list = append(list[:len(list):len(list)], more...)
	}
	source := model.Source{File: path.Base(filepath.ToSlash(file)), SHA256: sum}
	for _, c := range list {
		if c.Of(source) || strings.HasPrefix(strings.ToLower(path.Ext(file)), ".json") {
			return true, nil
		}
	}
	return false, nil
}

// readTwice has a worker read a file; the outcome has its rows.
func (f *readFn) readTwice(ctx context.Context, local, sum, target string) (o bulk.Outcome, again bool, err error) {
	w, err := f.workers.get()
	if err != nil {
		return o, false, err
	}
	defer f.workers.put(w)
	for range 2 {
		if o, err = w.Read(ctx, local, sum, target); err != nil {
			return o, again, err
		}
		if !o.Passing {
			data, err := os.ReadFile(target)
			if err != nil {
				return o, again, err
			}
			o, err = bulk.Decode(data)
			return o, again, err
		}
		again = true
	}
	return o, again, nil
}

// pool are the workers of this process, which bundles share.
type pool struct {
	make func() (bulk.Worker, error)
	free chan bulk.Worker // nil for one that is still to be made
}

var pools struct {
	sync.Mutex
	byConfig map[string]*pool
}

// poolFor gives the pool of a configuration.
func poolFor(c onefile.Config, jobs int) (*pool, error) {
	key, err := json.Marshal(c)
	if err != nil {
		return nil, err
	}
	pools.Lock()
	defer pools.Unlock()
	if p := pools.byConfig[string(key)]; p != nil {
		return p, nil
	}
	p := &pool{free: make(chan bulk.Worker, jobs)}
	if p.make, err = workersOf(c); err != nil {
		return nil, err
	}
	for range jobs {
		p.free <- nil
	}
	if pools.byConfig == nil {
		pools.byConfig = map[string]*pool{}
	}
	pools.byConfig[string(key)] = p
	return p, nil
}

// get waits for a worker that is free.
func (p *pool) get() (bulk.Worker, error) {
	if w := <-p.free; w != nil {
		return w, nil
	}
	w, err := p.make()
	if err != nil {
		p.free <- nil
	}
	return w, err
}

func (p *pool) put(w bulk.Worker) { p.free <- w }
