// Package queue keeps what is to be looked at in reports that were read: doubts,
// failed checks and findings first, across all reports; and writes what somebody
// says of them into files of corrections.
package queue

import (
	"context"
	"errors"
	"os"
	"slices"
	"sync"
	"time"

	"recount.invalid/recount/audit"
	"recount.invalid/recount/corrections"
	"recount.invalid/recount/model"
)

// Loaded is a report as it was read, without corrections.
type Loaded struct {
	Report   *model.Report
	Document *model.Document // nil for what is no PDF
}

// Options are what a session needs of others.
type Options struct {
	Paths []string
	// Load reads a file; one of JSON may hold several reports.
	Load func(ctx context.Context, path string) ([]Loaded, error)
	// Audit gives the findings on a report.
	Audit func(ctx context.Context, r *model.Report) ([]audit.Finding, error)
	// Corrections reads all corrections that may be about a file's reports.
	Corrections func(path string) ([]corrections.Correction, error)
	// Target is the file of corrections that is written for a file's reports.
	Target func(path string) string
	// Failed is told of a file that could not be read.
	Failed func(path string, err error)
	// Today is the day that corrections are of.
	Today func() string
}

// keptPages bounds the reports that are kept in memory, by their pages; those that
// were used last are kept, and one always is.
const keptPages = 3000

// How long a page waits for a report to be counted again: where somebody else wrote
// to the corrections, and where we did and know what.
const (
	refreshWait = 1500 * time.Millisecond
	ownWait     = 150 * time.Millisecond
)

// ErrNoReport is returned for a report that is not there.
var ErrNoReport = errors.New("no report of this number was found")

// Session is the reports of one call of review.
type Session struct {
	o Options

	mu      sync.Mutex
	reports []*Report
	reading int // files that are still to be read
	clock   int
}

// file is an input; its reports are read together.
type file struct {
	path    string
	reports []*Report
}

// Report is one report of a session.
type Report struct {
	ID    int
	Name  string // the file's
	Title string
	Pages int
	Path  string // of the input
	// Source is the file that was read, as the report names it.
	Source model.Source

	file  *file
	index int // in the file

	mu         sync.Mutex
	entries    []Entry
	state      *state
	refreshing chan struct{} // closed when it is done; nil while none runs
	used       int
}

// state is what is kept of a report in memory. It is not changed but for overlay.
type state struct {
	base, current *model.Report
	document      *model.Document
	pages         map[int]*model.Page
	objects       objects
	outcomes      []corrections.Outcome
	overlay       map[string]string // pointer → what was put there since
	// stamp is that of the corrections that were made; own that of a row of ours
	// behind them, whose value is in overlay.
	stamp, own string
}

// New begins a session. Nothing is read before Read.
func New(o Options) *Session { return &Session{o: o, reading: len(o.Paths)} }

// Read reads the files one after the other. The queue grows meanwhile.
func (s *Session) Read(ctx context.Context) {
	for _, path := range s.o.Paths {
		if ctx.Err() != nil {
			return
		}
		if err := s.readFile(ctx, path); err != nil {
			s.o.Failed(path, err)
		}
		s.mu.Lock()
		s.reading--
		s.mu.Unlock()
	}
}

func (s *Session) readFile(ctx context.Context, path string) error {
	loaded, err := s.o.Load(ctx, path)
	if err != nil {
		return err
	}
	f := &file{path: path}
	for i, l := range loaded {
		r := &Report{
			Name: model.Visible(l.Report.Source.File), Title: l.Report.Report.Title, Pages: l.Report.Source.Pages,
			Path: path, Source: l.Report.Source, file: f, index: i,
		}
		s.mu.Lock()
		r.ID = len(s.reports)
		s.mu.Unlock()
		if err := s.count(ctx, r, l); err != nil {
			return err
		}
		f.reports = append(f.reports, r)
		s.mu.Lock()
		s.reports = append(s.reports, r)
		s.mu.Unlock()
		s.forget(r)
	}
	return nil
}

// count applies the corrections of now to a report and audits it.
func (s *Session) count(ctx context.Context, r *Report, l Loaded) error {
	stamp := s.stamp(r.Path)
	list, err := s.o.Corrections(r.Path)
	if err != nil {
		return err
	}
	current, outcomes, err := corrections.Apply(l.Report, list)
	if err != nil {
		return err
	}
	findings, err := s.o.Audit(ctx, current)
	if err != nil {
		return err
	}
	st := &state{base: l.Report, current: current, document: l.Document, objects: indexed(current), outcomes: outcomes, stamp: stamp, overlay: map[string]string{}}
	st.pages = map[int]*model.Page{}
	if l.Document != nil {
		for i := range l.Document.Pages {
			st.pages[l.Document.Pages[i].Number] = &l.Document.Pages[i]
		}
	}
	entries := entriesOf(r.ID, l.Report, current, findings, outcomes, &st.objects)
	r.mu.Lock()
	defer r.mu.Unlock()
	r.state, r.entries = st, entries
	return nil
}

// stamp changes when the file of corrections does.
func (s *Session) stamp(path string) string {
	info, err := os.Stat(s.o.Target(path))
	if err != nil {
		return ""
	}
	return info.ModTime().Format(time.RFC3339Nano) + " " + time.Duration(info.Size()).String()
}

// forget drops reports from memory that were not used lately.
func (s *Session) forget(latest *Report) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.clock++
	latest.mu.Lock()
	latest.used = s.clock
	latest.mu.Unlock()
	byUse := slices.Clone(s.reports)
	slices.SortFunc(byUse, func(a, b *Report) int { return b.used - a.used })
	pages := 0
	for i, r := range byUse {
		r.mu.Lock()
		if r.state != nil {
			pages += max(r.Pages, 1)
			if i > 0 && pages > keptPages && r.refreshing == nil {
				r.state = nil
			}
		}
		r.mu.Unlock()
	}
}

// Reports are those that have been read, and how many files are still to be read.
func (s *Session) Reports() (reports []*Report, reading int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.reports), s.reading
}

// Report gives a report by its number.
func (s *Session) Report(id int) (*Report, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if id < 0 || id >= len(s.reports) {
		return nil, ErrNoReport
	}
	return s.reports[id], nil
}

// Entries is what is to be looked at in a report, in the order of the queue.
func (r *Report) Entries() []Entry {
	r.mu.Lock()
	defer r.mu.Unlock()
	return slices.Clone(r.entries)
}

// fresh gives a report's state, read again where it was dropped and counted again
// where its corrections have changed. Of a large report it does not wait long.
func (s *Session) fresh(ctx context.Context, r *Report) (*state, error) {
	r.mu.Lock()
	st := r.state
	r.mu.Unlock()
	if st == nil {
		loaded, err := s.o.Load(ctx, r.Path)
		if err != nil {
			return nil, err
		}
		if r.index >= len(loaded) {
			return nil, ErrNoReport
		}
		if err := s.count(ctx, r, loaded[r.index]); err != nil {
			return nil, err
		}
	} else if wait, stale := s.stale(r, st); stale {
		select {
		case <-s.refresh(r, st):
		case <-time.After(wait):
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
	s.forget(r)
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.state == nil {
		return st, nil
	}
	return r.state, nil
}

// stale says whether the corrections of a report have changed, and how long to wait
// for the report to be counted again.
func (s *Session) stale(r *Report, st *state) (wait time.Duration, stale bool) {
	now := s.stamp(r.Path)
	r.mu.Lock()
	defer r.mu.Unlock()
	switch now {
	case st.stamp:
		return 0, false
	case st.own:
		return ownWait, true
	}
	return refreshWait, true
}

// refresh counts a report again behind the scenes, once at a time.
func (s *Session) refresh(r *Report, st *state) <-chan struct{} {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.refreshing != nil {
		return r.refreshing
	}
	done := make(chan struct{})
	r.refreshing = done
	go func() {
		// It outlives the request that began it.
		err := s.count(context.Background(), r, Loaded{st.base, st.document})
		r.mu.Lock()
		r.refreshing = nil
		r.mu.Unlock()
		if err != nil {
			s.o.Failed(r.Path, err)
		}
		close(done)
	}()
	return done
}

// Left says how many doubts are open and how many there are, and the same of what
// is in no doubt.
type Left struct{ Open, All, RestOpen, RestAll int }

// Left counts the queue.
func (s *Session) Left() Left {
	reports, _ := s.Reports()
	var l Left
	for _, r := range reports {
		l.add(r.Left())
	}
	return l
}

func (l *Left) add(m Left) {
	l.Open += m.Open
	l.All += m.All
	l.RestOpen += m.RestOpen
	l.RestAll += m.RestAll
}

// Left counts the queue of one report.
func (r *Report) Left() Left {
	r.mu.Lock()
	defer r.mu.Unlock()
	var l Left
	for i := range r.entries {
		e := &r.entries[i]
		open, all := &l.Open, &l.All
		if e.Rank == NoDoubt {
			open, all = &l.RestOpen, &l.RestAll
		}
		*all++
		if !e.Settled {
			*open++
		}
	}
	return l
}

// Next is the first open entry behind another in the queue, from the beginning
// again behind the last. after may be nil.
func (s *Session) Next(after *Entry) (Entry, bool) { return s.step(after, 1) }

// Previous is the entry before another, settled or not.
func (s *Session) Previous(before *Entry) (Entry, bool) { return s.step(before, -1) }

func (s *Session) step(from *Entry, way int) (Entry, bool) {
	reports, _ := s.Reports()
	var all []Entry
	for _, r := range reports {
		for _, e := range r.Entries() {
			if way < 0 || !e.Settled {
				all = append(all, e)
			}
		}
	}
	if len(all) == 0 {
		return Entry{}, false
	}
	slices.SortFunc(all, func(a, b Entry) int { return Compare(&a, &b) })
	if from == nil {
		return all[0], true
	}
	i, found := slices.BinarySearchFunc(all, *from, func(a, b Entry) int { return Compare(&a, &b) })
	if way < 0 {
		return all[max(i-1, 0)], true
	}
	if found {
		i++
	}
	if found && len(all) == 1 {
		return Entry{}, false // it is the only one left
	}
	return all[i%len(all)], true
}

// Entry finds the entry of a value.
func (r *Report) Entry(pointer string) (Entry, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, e := range r.entries {
		if e.Pointer == pointer {
			return e, true
		}
	}
	return Entry{}, false
}
