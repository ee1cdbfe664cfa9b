package dataset

import "errors"

// decisions are what is known of a report's rows only when all reports are.
type decisions struct {
	counts   map[string]bool   // whether a commitment counts, by its id
	whole    map[string]bool   // whether all that a report assesses does, by its id
	promises map[string]string // the promise's id by the commitment's
	summits  map[string]string // the summit's id by that of one whose place is not known
}

func newDecisions() decisions {
	return decisions{counts: map[string]bool{}, whole: map[string]bool{}, promises: map[string]string{}, summits: map[string]string{}}
}

// mark fills what is known of a report's row only when all reports are: the
// columns `promise_id`, `summit_id` and `counts`; chosen says of a score that it
// is the one of its commitment and member.
func (d decisions) mark(r TableRow, chosen bool) {
	if i := tables[r.Table].Column("summit_id"); i >= 0 {
		if id := d.summits[r.Row[i].Text]; id != "" {
			r.Row[i] = text(id)
		}
	}
	if i := tables[r.Table].Column("promise_id"); i >= 0 {
		r.Row[i] = text(d.promises[rowReader{tables[r.Table], r.Row}.text("commitment_id")])
	}
	i := tables[r.Table].Column("counts")
	if i < 0 {
		return
	}
	row := rowReader{tables[r.Table], r.Row}
	counts := d.counts[row.text("commitment_id")]
	switch {
	case r.Table == tableScores:
		counts = counts && chosen
	case r.Table == tableAverages && row.text("commitment_id") == "":
		counts = d.whole[row.text("report_id")]
	}
	r.Row[i] = integer(0)
	if counts {
		r.Row[i] = integer(1)
	}
}

// Decided is what all files of a data set together say of one of them: with it the
// file's rows can be finished in another place (NewPart). It can be written as JSON.
type Decided struct {
	// Reports are the ids of the reports that the file has, and none another file.
	Reports []string `json:"reports,omitempty"`
	// Instead is the path that has what this file would have given too.
	Instead string `json:"instead,omitempty"`
	// Counts are the commitments that count, Whole the reports of which all that
	// they assess does, Promises the promises' ids by the commitments', Summits the
	// ids of summits by those of summits whose place was not found.
	Counts   []string          `json:"counts,omitempty"`
	Whole    []string          `json:"whole,omitempty"`
	Promises map[string]string `json:"promises,omitempty"`
	Summits  map[string]string `json:"summits,omitempty"`
}

// Decided says what was decided of a file, whose rows are given as RowsOf made them.
// All files have been announced.
func (w *Writer) Decided(path string, rows []TableRow) Decided {
	w.versions.decide()
	d := Decided{Reports: w.reports[path], Instead: w.instead[path], Promises: map[string]string{}, Summits: map[string]string{}}
	for _, r := range rows {
		row := rowReader{tables[r.Table], r.Row}
		if i := tables[r.Table].Column("summit_id"); i >= 0 {
			if id := w.versions.summits[r.Row[i].Text]; id != "" {
				d.Summits[r.Row[i].Text] = id
			}
		}
		switch r.Table {
		case tableReports:
			if id := row.text("report_id"); w.versions.whole[id] {
				d.Whole = append(d.Whole, id)
			}
		case tableCommitments:
			id := row.text("commitment_id")
			if w.versions.counts[id] {
				d.Counts = append(d.Counts, id)
			}
			if promise := w.versions.promises[id]; promise != "" {
				d.Promises[id] = promise
			}
		}
	}
	return d
}

// NewPart gives a Writer for the rows of one file of which everything is decided:
// Report hands them, finished, to sink. Of the options only the description counts.
func NewPart(path string, d Decided, o Options, sink Sink) *Writer {
	w := newWriter("", o)
	w.sinks, w.part = []Sink{sink}, true
	w.reports[path] = d.Reports
	if d.Instead != "" {
		w.instead[path] = d.Instead
	}
	for _, id := range d.Reports {
		w.holder[id] = path
	}
	w.versions.decided = true
	for _, id := range d.Counts {
		w.versions.counts[id] = true
	}
	for _, id := range d.Whole {
		w.versions.whole[id] = true
	}
	if d.Promises != nil {
		w.versions.promises = d.Promises
	}
	if d.Summits != nil {
		w.versions.summits = d.Summits
	}
	return w
}

// NewTogether gives a Writer that hands to sink what it is given and, by Derive,
// what is made of it, and writes no files.
func NewTogether(o Options, sink Sink) *Writer {
	w := newWriter("", o)
	w.sinks = []Sink{sink}
	return w
}

// Derive hands on the rows that are made of all files together: the summits, the
// members, the promises, the panel and the conflicts. All files have been given. The
// Writer is of no use afterwards.
func (w *Writer) Derive() error { return errors.Join(w.derive(), w.seen.close()) }

// Together reports whether the rows of a table say something that is needed when all
// files are looked at together; the others, the longest, are not.
func Together(table int) bool {
	_, kept := collectors[table]
	return kept
}
