package corrections

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"recount.invalid/recount/model"
)

// Outcome is what became of a correction.
type Outcome struct {
	Correction
	Pointer string // the JSON Pointer of the value
	// Problem is why it was not applied; empty where it was, or where the
	// report has it already.
	Problem string
	Already bool
	// Looked: it changes nothing and says that somebody looked at the value.
	Looked bool
	// Stale: what was looked at is read otherwise now, and wants another look.
	Stale bool
}

// KindCorrection is the kind of the warning on a correction that was not
// applied.
const KindCorrection = "correction"

// step is what is done at one place: a change, or several of which each begins
// with what the one before left.
type step struct {
	Correction
	pointer string
	rows    []int // of the list
	err     error
}

// Apply gives a report in which the corrections that are about it have been
// made, and what became of each. The report that is given is not changed.
//
// What somebody looked at, or corrected, is no longer named by the warnings that
// doubted it.
func Apply(report *model.Report, list []Correction) (*model.Report, []Outcome, error) {
	list = slices.DeleteFunc(slices.Clone(list), func(c Correction) bool { return !c.Of(report.Source) })
	if len(list) == 0 {
		return report, nil, nil
	}
	doc, err := open(report)
	if err != nil {
		return nil, nil, err
	}
	out := make([]Outcome, len(list))
	made := slices.Clone(report.Corrections)
	var settled []string
	var looks []step
	for _, s := range steps(report, list) {
		o := Outcome{Pointer: s.pointer}
		switch {
		case s.err != nil:
		case isLook(s.Correction):
			looks = append(looks, s)
		case adds(s.pointer):
			if o.Already = addedAlready(made, s); !o.Already {
				o.Pointer, s.err = doc.add(s.pointer, s.Was, s.Now)
			}
		default:
			o.Already = slices.ContainsFunc(made, func(m model.Correction) bool { return m.Path == s.pointer && sameValue(m.Now, s.Now) })
			if !o.Already {
				s.err = doc.set(s.pointer, s.Was, s.Now)
			}
		}
		switch {
		case s.err != nil:
			o.Problem = s.err.Error()
		case !isLook(s.Correction):
			settled = append(settled, o.Pointer)
			if !o.Already {
				made = append(made, model.Correction{Path: o.Pointer, Was: s.Was, Now: s.Now, By: s.By, On: s.On, Why: s.Why})
			}
		}
		s.tell(list, out, o)
	}
	corrected, err := doc.report()
	if err != nil {
		return nil, nil, err
	}
	// What was looked at is looked for in what the corrections made of it.
	for _, s := range looks {
		o := s.look(corrected)
		if o.Problem == "" && !o.Stale {
			settled = append(settled, o.Pointer)
		}
		s.tell(list, out, o)
	}
	settle(corrected, settled)
	for _, o := range out {
		if o.Problem == "" {
			continue
		}
		w := model.Warning{Kind: KindCorrection, Text: fmt.Sprintf("a correction of %s was not applied: %s", o.Path, o.Problem)}
		if doc.has(o.Pointer) {
			w.About = []string{o.Pointer} // somebody says that it is wrong
		}
		corrected.Warnings = append(corrected.Warnings, w)
	}
	corrected.Corrections = made
	return corrected, out, nil
}

// tell says of every row of a step what became of it.
func (s step) tell(list []Correction, out []Outcome, o Outcome) {
	for _, row := range s.rows {
		o.Correction = list[row]
		out[row] = o
	}
}

// steps joins the rows that go on from one another, so that a value that was
// corrected twice has one correction, and one that was put back has none.
func steps(report *model.Report, list []Correction) []step {
	var out []step
	last := map[string]int{} // pointer → the change at it
	for i, c := range list {
		pointer, err := pointerOf(report, c.Path)
		s := step{Correction: c, pointer: pointer, rows: []int{i}, err: err}
		if err != nil || isLook(c) || adds(pointer) {
			out = append(out, s)
			continue
		}
		if k, there := last[pointer]; there && sameValue(out[k].Now, c.Was) {
			first := out[k].Was
			out[k].Correction = c
			out[k].Was = first
			out[k].rows = append(out[k].rows, i)
			continue
		}
		last[pointer] = len(out)
		out = append(out, s)
	}
	return out
}

// isLook says whether a correction changes nothing.
func isLook(c Correction) bool { return sameValue(c.Was, c.Now) }

// OpenMark begins the reason of a look that settles nothing: a comment, or a
// question to somebody else.
const OpenMark = "open:"

// Open says whether a row is a comment that leaves the value in doubt.
func (c Correction) Open() bool {
	return isLook(c) && strings.HasPrefix(strings.ToLower(strings.TrimSpace(c.Why)), OpenMark)
}

// look says whether what was looked at still stands.
func (s step) look(r *model.Report) Outcome {
	o := Outcome{Pointer: s.pointer, Looked: true}
	if s.Open() || s.pointer == SourcePointer {
		o.Stale = s.Open()
		return o
	}
	if isFingerprint(s.Now) {
		pointer, found := findFingerprint(r, s.pointer, s.Now)
		if o.Stale = !found; found {
			o.Pointer = pointer
		}
		return o
	}
	text, ok := Text(r, s.pointer)
	switch {
	case !ok:
		o.Problem = errNoPlace.Error()
	case !sameValue(text, s.Now):
		o.Problem = fmt.Sprintf("%q stands there, and somebody looked and saw %q", text, s.Now)
	}
	return o
}

// SourcePointer is the file as a whole.
const SourcePointer = "/source"

// findFingerprint finds an object with a fingerprint: at its place or, in a
// list, at another, because a new reading may have found something before it.
func findFingerprint(r *model.Report, pointer, want string) (string, bool) {
	if got, ok := Fingerprint(r, pointer); ok && got == want {
		return pointer, true
	}
	cut := strings.LastIndexByte(pointer, '/')
	if cut < 0 {
		return "", false
	}
	if _, err := strconv.Atoi(pointer[cut+1:]); err != nil {
		return "", false
	}
	list, _, ok := locate(r, pointer[:cut])
	if !ok {
		return "", false
	}
	for i := range list.Len() {
		if got, ok := fingerprint(list.Index(i)); ok && got == want {
			return pointer[:cut+1] + strconv.Itoa(i), true
		}
	}
	return "", false
}

// settle takes out of the warnings' About what has been looked at.
func settle(r *model.Report, pointers []string) {
	if len(pointers) == 0 {
		return
	}
	done := map[string]bool{}
	for _, p := range pointers {
		done[p] = true
	}
	for i := range r.Warnings {
		w := &r.Warnings[i]
		w.About = slices.DeleteFunc(w.About, func(about string) bool {
			if done[about] || done[Value(about)] {
				return true
			}
			for p := about; p != ""; p = p[:max(strings.LastIndexByte(p, '/'), 0)] {
				if done[p] && Covers(p, about) {
					return true
				}
			}
			return false
		})
	}
}

// cellOfTable are the rows of a table of scores, of which the score is what counts.
var cellOfTable = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^/commitments/\d+/assessment/scores/\d+$`) })

// Value is the pointer of what an object is there for: of a row of a table of
// scores its score, of others themselves.
func Value(pointer string) string {
	if cellOfTable().MatchString(pointer) {
		return pointer + "/score"
	}
	return pointer
}
