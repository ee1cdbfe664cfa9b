package across

import (
	"hash/fnv"
	"slices"
	"strings"
	"time"

	"recount.invalid/recount/vocabulary"
)

// A chapter that is published as a file of its own has often no cover: its head names the
// summit, and no year. Of which year it is follows where its serials say it, or where its
// commitment stands word for word in the reports of one summit alone.

// How the summit of a file became known that prints no year.
const (
	byItsSerials = "its serials are of that year"
	byItsWords   = "the words of its commitments stand in reports of that summit alone"
)

// Of two reports on one summit one is out so much later than the other at the most: the
// final one after the interim one.
const mostBetween = 366 * 24 * time.Hour

// Joined says how it is known of which summit a file is that prints no year; empty for
// all others.
func (s *Source) Joined() string { return s.joined }

// textKeys are numbers of the texts of commitments by which equal ones are found; of
// short texts, which may be those of every summit, none.
func textKeys(entries []Entry, words *vocabulary.Vocabulary) []uint64 {
	var out []uint64
	for _, e := range entries {
		list := wordsOf(e.Text, words)
		if len(e.words) < wholeText || list == nil {
			continue
		}
		h := fnv.New64a()
		for _, w := range list {
			h.Write([]byte(w.plain + " ")) // never an error
		}
		out = append(out, h.Sum64())
	}
	return out
}

// findYears gives the reports without a year that of the summit whose they are, where the
// files leave no doubt of it.
func findYears(all []*Source) {
	var missing []*Source
	wanted := map[uint64][]*Source{} // reports with a year, by the texts of the others
	for _, s := range all {
		if s.Table || s.Year != 0 {
			continue
		}
		missing = append(missing, s)
		for _, k := range s.texts {
			wanted[k] = nil
		}
	}
	if len(missing) == 0 {
		return
	}
	for _, s := range all {
		if s.Table || s.Year == 0 || s.Forum == "" {
			continue
		}
		for _, k := range s.texts {
			if list, ok := wanted[k]; ok && !slices.Contains(list, s) {
				wanted[k] = append(list, s)
			}
		}
	}
	for _, s := range missing {
		switch {
		case s.serialYear != 0:
			s.Year, s.joined = s.serialYear, byItsSerials
		case len(s.texts) > 0 && len(s.texts) == s.entries:
			if whole := oneSummit(s, wanted); whole != nil {
				s.Forum, s.Year, s.serialYear, s.joined = whole.Forum, whole.Year, whole.Year, byItsWords
				if s.Name == "" {
					s.Name = whole.Name
				}
				s.close() // its serials are now of that year
			}
		}
	}
}

// findForums gives the reports that name no forum that of the reports on a summit of the
// same name and year, where these are of one.
func findForums(all []*Source) {
	type place struct {
		name string
		year int
	}
	of := func(s *Source) place { return place{strings.ToLower(s.Name), s.Year} }
	forums := map[place]string{}
	const several = "?"
	for _, s := range all {
		if s.Table || s.Forum == "" || s.Name == "" || s.Year == 0 {
			continue
		}
		if f, there := forums[of(s)]; there && f != s.Forum {
			forums[of(s)] = several
		} else {
			forums[of(s)] = s.Forum
		}
	}
	for _, s := range all {
		if f := forums[of(s)]; !s.Table && s.Forum == "" && f != "" && f != several {
			s.Forum = f
		}
	}
}

// oneSummit is a report that has all commitments of another one word for word; nil where
// there is none, or reports of two summits have.
func oneSummit(s *Source, having map[uint64][]*Source) *Source {
	var found *Source
	for _, o := range having[s.texts[0]] {
		if !slices.ContainsFunc(s.texts, func(k uint64) bool { return !slices.Contains(having[k], o) }) && mayBeOf(s, o) {
			if found != nil && (found.summitYear() != o.summitYear() || !sameName(found.Name, o.Name)) {
				return nil
			}
			found = o
		}
	}
	return found
}

// mayBeOf reports whether nothing that a report prints speaks against its being of the
// summit of another one that has its commitments' words.
func mayBeOf(s, o *Source) bool {
	if s.Forum != "" && s.Forum != o.Forum || !sameName(s.Name, o.Name) {
		return false
	}
	a, b := &s.Report().Report, &o.Report().Report
	if from, ok1 := day(a.Published); ok1 {
		if to, ok2 := day(b.Published); ok2 && from.Sub(to).Abs() > mostBetween {
			return false
		}
	}
	if p, q := a.Period, b.Period; p != nil && q != nil && p.From != "" && q.From != "" && p.To != "" && q.To != "" && (p.From > q.To || q.From > p.To) {
		return false
	}
	theirs := o.Entries()
	for _, e := range s.Entries() {
		if !slices.ContainsFunc(theirs, func(t Entry) bool {
			return slices.Equal(textKeys([]Entry{e}, s.shelf.Words), textKeys([]Entry{t}, s.shelf.Words)) && numbersAgree(e, t) && membersAgree(e, t)
		}) {
			return false
		}
	}
	return true
}

func sameName(a, b string) bool { return a == "" || b == "" || strings.EqualFold(a, b) }

// numbersAgree reports whether two serials have one number, or one of them has none.
func numbersAgree(x, y Entry) bool {
	return x.serial == "" || y.serial == "" || x.number() == y.number()
}

// membersAgree reports whether two commitments have scores of the same members; one may be
// missing.
func membersAgree(x, y Entry) bool {
	apart, common := 0, 0
	a, b := membersOf(x), membersOf(y)
	for m := range a {
		if b[m] {
			common++
		} else {
			apart++
		}
	}
	return apart+len(b)-common <= 1 && common >= 2
}

func membersOf(e Entry) map[string]bool {
	out := map[string]bool{}
	for _, s := range e.Commitment.Assessment.Scores {
		if s.Member != "" {
			out[s.Member] = true
		}
	}
	return out
}

// day reads a date that has a day.
func day(text string) (time.Time, bool) {
	t, err := time.Parse(time.DateOnly, text)
	return t, err == nil
}
