package across

import (
	"slices"

	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// Source is a file that is held against others. What says whether two files are
// compared at all is in memory of each, a few hundred bytes; its commitments are read
// when they are asked for.
type Source struct {
	File, SHA256        string
	Forum, Name         string // of the summit
	Year                int    // of the summit, as the cover has it, otherwise see Joined; 0 for none
	Stage, Revised      string
	Table               bool     // of published scores
	Tables              bool     // has tables or rankings beside its summary tables: over summits, of stages
	entries, serialYear int      // how many Entries, and yearOf
	texts               []uint64 // textKeys
	joined              string   // see Joined
	read                func() (*model.Report, error)
	shelf               *Shelf
	open                *opened
}

// opened is a source whose commitments are in memory.
type opened struct {
	report  *model.Report
	entries []Entry
	weight  int // in commitments
}

// Shelf has the sources that are in memory at a time. The zero value is ready for use,
// by one goroutine.
type Shelf struct {
	// Words is the vocabulary by which tables are read; nil is the built-in one.
	Words *vocabulary.Vocabulary

	open        []*Source
	commitments int // of these
	err         error
}

// mostOpen is how many commitments are in memory at a time, of files that were read
// from elsewhere; each has the scores of its members and its words, some kilobytes. More
// than that are read again each time.
const mostOpen = 4000

// actionsWeigh is how many actions, as they are kept, take the room of a commitment.
const actionsWeigh = 30

func actionsOf(r *model.Report) int {
	n := 0
	for i := range r.Commitments {
		for k := range r.Commitments[i].Verdicts {
			n += len(r.Commitments[i].Verdicts[k].Actions)
		}
	}
	return n
}

// NewSource makes a source of a report, of which nothing is kept but what it says of
// itself: read gives the report again.
func (s *Shelf) NewSource(r *model.Report, read func() (*model.Report, error)) *Source {
	out := &Source{
		File: r.Source.File, SHA256: r.Source.SHA256, Forum: r.Report.Forum, Name: r.Report.Summit.Name, Year: r.Report.Summit.Year,
		Stage: r.Report.Stage, Revised: r.Report.Revised, Table: IsTable(r), Tables: len(r.Tables) > 0 || len(r.Rankings) > 0, read: read, shelf: s,
	}
	entries := Entries(r, s.Words)
	out.entries, out.serialYear = len(entries), yearOf(r, entries)
	if !out.Table {
		out.texts = textKeys(entries, s.Words)
	}
	return out
}

// Err is the first error of reading a source. One that cannot be read is taken for one
// without commitments.
func (s *Shelf) Err() error { return s.err }

// Clear lets all sources go.
func (s *Shelf) Clear() {
	for _, o := range s.open {
		o.open = nil
	}
	s.open, s.commitments = s.open[:0], 0
}

func (s *Source) opened() *opened {
	if s.open != nil {
		return s.open
	}
	r, err := s.read()
	if err != nil {
		if s.shelf.err == nil {
			s.shelf.err = err
		}
		return &opened{report: &model.Report{}}
	}
	year := r.Report.Summit.Year
	if year == 0 {
		year = s.Year // see Joined
	}
	o := &opened{report: r, entries: entriesOf(r, year, s.shelf.Words)}
	o.weight = len(o.entries) + actionsOf(r)/actionsWeigh
	if s.shelf.commitments+o.weight <= mostOpen {
		s.open = o
		s.shelf.open = append(s.shelf.open, s)
		s.shelf.commitments += o.weight
	}
	return o
}

// close lets a source go, so that it is read anew.
func (s *Source) close() {
	if s.open == nil {
		return
	}
	s.shelf.commitments -= s.open.weight
	s.shelf.open = slices.DeleteFunc(s.shelf.open, func(o *Source) bool { return o == s })
	s.open = nil
}

// Report is the source's report.
func (s *Source) Report() *model.Report { return s.opened().report }

// Entries are its commitments that have scores; the caller must not change them.
func (s *Source) Entries() []Entry { return s.opened().entries }

// Files are the sources of a run.
type Files struct {
	all, against []*Source
	near         map[summitYear][]*Source // reports of the summits of a year, and all tables
}

type summitYear struct {
	forum string
	year  int
}

func (s *Source) summitYear() summitYear {
	if s.Forum == "" || s.Year == 0 {
		return summitYear{} // of no summit that is known: it is compared with tables alone
	}
	return summitYear{s.Forum, s.Year}
}

// NewFiles takes the files of a run in their order, and those that they are to be held
// against beside each other.
func NewFiles(all, against []*Source) *Files {
	findYears(slices.Concat(all, against))
	findForums(slices.Concat(all, against))
	f := &Files{all: all, against: against, near: map[summitYear][]*Source{{}: nil}}
	for _, s := range all {
		f.near[s.summitYear()] = nil
	}
	for _, s := range all {
		if !s.Table {
			if at := s.summitYear(); at != (summitYear{}) {
				f.near[at] = append(f.near[at], s)
			}
			continue
		}
		for at := range f.near {
			f.near[at] = append(f.near[at], s)
		}
	}
	return f
}

// Groups gives the indexes of the files in an order in which those that are compared
// stand together, and after each of these groups nothing.
func (f *Files) Groups() [][]int {
	var out [][]int
	group := map[summitYear]int{}
	for i, s := range f.all {
		at := s.summitYear()
		k, there := group[at]
		if !there || s.Table {
			k = len(out)
			out = append(out, nil)
			if !s.Table {
				group[at] = k
			}
		}
		out[k] = append(out[k], i)
	}
	return out
}

// Near are the files that may state the same as one of the run, in their order: those
// of the summits of its year, tables, and those to be held against.
func (f *Files) Near(here *Source) []*Source {
	if f == nil {
		return nil
	}
	list := f.near[here.summitYear()]
	if here.Table {
		list = f.all
	}
	return f.others(here, list)
}

// OfYear are the files that may be of a forum's summit of a year, but the one that asks.
func (f *Files) OfYear(here *Source, forum string, year int) []*Source {
	if f == nil {
		return nil
	}
	return f.others(here, f.near[summitYear{forum, year}])
}

// OfForum are the reports of a forum, but the one that asks.
func (f *Files) OfForum(here *Source, forum string) []*Source {
	if f == nil || forum == "" {
		return nil
	}
	var out []*Source
	for _, s := range f.others(here, f.all) {
		if !s.Table && s.Forum == forum {
			out = append(out, s)
		}
	}
	return out
}

// others leaves out the file itself and what has the same bytes; of a file that is also
// among those to be held against only that one stays.
func (f *Files) others(here *Source, list []*Source) []*Source {
	out := make([]*Source, 0, len(list)+len(f.against))
	for _, s := range list {
		if s != here && s.SHA256 != here.SHA256 && !slices.ContainsFunc(f.against, func(o *Source) bool { return o.SHA256 == s.SHA256 }) {
			out = append(out, s)
		}
	}
	return append(out, f.against...)
}

// Against are the files that were named to be held against.
func (f *Files) Against() []*Source {
	if f == nil {
		return nil
	}
	return slices.Clone(f.against)
}

// Few says whether there is nothing to compare.
func (f *Files) Few() bool { return f == nil || len(f.all)+len(f.against) < 2 }
