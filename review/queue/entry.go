package queue

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/audit"
	"recount.invalid/recount/corrections"
	"recount.invalid/recount/model"
)

// Question is why a value is to be looked at.
type Question struct {
	Kind string // doubt, check or finding
	Name string // of the warning, the check or the rule
	// Severity is that of a finding.
	Severity audit.Severity
	Text     string
	Details  []string
	At       model.At
}

// Rank says what is looked at first.
type Rank int

// The ranks.
const (
	First   Rank = iota // errors, doubts, checks that fail
	Second              // warnings
	Third               // notes
	NoDoubt             // nothing is in doubt; what counts is looked at all the same
)

// Entry is a value or an object that somebody is to look at, with every question
// about it.
type Entry struct {
	Report    int // of the session
	Pointer   string
	Title     string
	Questions []Question
	Rank      Rank
	At        model.At
	// Settled: somebody looked, or corrected it.
	Settled bool
	// Comments are what was said and settles nothing.
	Comments []string
}

// Page is the page on which it stands, 1 where it has no place.
func (e *Entry) Page() int { return max(1, e.At.Page()) }

// Compare is the order of the queue.
func Compare(a, b *Entry) int {
	c := cmp.Or(cmp.Compare(a.Rank, b.Rank), cmp.Compare(a.Report, b.Report), cmp.Compare(a.Page(), b.Page()))
	if c == 0 && len(a.At) > 0 && len(b.At) > 0 {
		c = cmp.Or(cmp.Compare(a.At[0].Box.Top(), b.At[0].Box.Top()), cmp.Compare(a.At[0].Box.X0(), b.At[0].Box.X0()))
	}
	return cmp.Or(c, cmp.Compare(a.Pointer, b.Pointer))
}

// builder collects the entries of a report.
type builder struct {
	report  *model.Report
	objects *objects
	id      int
	by      map[string]*Entry
}

// entriesOf lists what is to be looked at in a report: base is what was read,
// current what the corrections made of it.
func entriesOf(id int, base, current *model.Report, findings []audit.Finding, outcomes []corrections.Outcome, o *objects) []Entry {
	b := &builder{report: current, objects: o, id: id, by: map[string]*Entry{}}
	for _, w := range base.Warnings {
		b.warning(w)
	}
	for _, w := range current.Warnings {
		if w.Kind == corrections.KindCorrection {
			b.warning(w)
		}
	}
	for _, c := range current.Checks {
		if c.Agrees == nil || *c.Agrees {
			continue
		}
		q := Question{Kind: "check", Name: c.Check, Text: "The document says “" + c.Expected + "”, and “" + c.Found + "” was read."}
		b.ask(c.About, First, q)
	}
	for _, f := range findings {
		b.finding(f)
	}
	for _, pattern := range []string{"/report", "/matrices/*", "/commitments/*/assessment"} {
		for _, p := range expand(current, pattern) {
			b.entry(p, NoDoubt)
		}
	}
	out := make([]Entry, 0, len(b.by))
	for _, e := range b.by {
		out = append(out, *e)
	}
	settle(out, outcomes)
	slices.SortFunc(out, func(x, y Entry) int { return Compare(&x, &y) })
	return out
}

func (b *builder) warning(w model.Warning) {
	b.ask(w.About, First, Question{Kind: "doubt", Name: w.Kind, Text: w.Text, Details: w.Readings, At: w.At})
}

// ask puts a question to what it is about; one that is about nothing that is there
// is about the file.
func (b *builder) ask(about []string, rank Rank, q Question) {
	asked := false
	for _, p := range about {
		if p == corrections.SourcePointer {
			continue
		}
		// Of what was read nothing, what would hold it is asked about.
		for p != "" && !corrections.Has(b.report, p) {
			p = p[:max(strings.LastIndexByte(p, '/'), 0)]
		}
		if p != "" {
			b.put(p, rank, q)
			asked = true
		}
	}
	if !asked {
		b.put(corrections.SourcePointer, rank, q)
	}
}

func (b *builder) put(pointer string, rank Rank, q Question) {
	e := b.entry(corrections.Value(pointer), rank)
	if len(q.At) > 0 && len(e.At) == 0 {
		e.At = q.At
	}
	if !slices.ContainsFunc(e.Questions, func(o Question) bool { return o.Kind == q.Kind && o.Text == q.Text }) {
		e.Questions = append(e.Questions, q)
	}
}

func (b *builder) entry(pointer string, rank Rank) *Entry {
	e := b.by[pointer]
	if e == nil {
		e = &Entry{Report: b.id, Pointer: pointer, Rank: rank, Title: capital(b.title(pointer)), At: corrections.Place(b.report, pointer)}
		b.by[pointer] = e
	}
	e.Rank = min(e.Rank, rank)
	return e
}

var findingRank = map[audit.Severity]Rank{audit.Error: First, audit.Warning: Second, audit.Note: Third}

func (b *builder) finding(f audit.Finding) {
	q := Question{Kind: "finding", Name: f.Rule, Severity: f.Severity, Text: f.Message, At: f.At}
	for _, d := range []struct{ name, text string }{{"printed", f.Quote}, {"counted", f.Computed}} {
		if d.text != "" {
			q.Details = append(q.Details, d.name+": "+d.text)
		}
	}
	for _, x := range f.Explanations {
		q.Details = append(q.Details, "perhaps: "+x)
	}
	b.put(b.target(f), findingRank[f.Severity], q)
}

// target is what a finding is about: what stands exactly where it points, or what
// its numbers name.
func (b *builder) target(f audit.Finding) string {
	if f.Footnote > 0 {
		for i, n := range b.report.Footnotes {
			if n.Number == f.Footnote && (f.Commitment == 0 || n.Commitment == f.Commitment) && (len(f.At) == 0 || n.At.Page() == f.At.Page()) {
				return "/footnotes/" + strconv.Itoa(i)
			}
		}
	}
	if len(f.At) > 0 {
		if there := b.objects.byAt[f.At[0]]; len(there) > 0 {
			return b.fitting(there, f)
		}
	}
	for i := range b.report.Commitments {
		c := &b.report.Commitments[i]
		if (f.Row == 0 || c.Row != f.Row) && (f.Row != 0 || f.Commitment == 0 || c.Number != f.Commitment) {
			continue
		}
		at := "/commitments/" + strconv.Itoa(i)
		if f.Member == "" {
			if c.Assessment != nil && c.Assessment.Average != nil && (strings.HasPrefix(f.Rule, "average-") || strings.HasPrefix(f.Rule, "percent-")) {
				return at + "/assessment/average"
			}
			return at
		}
		for j, v := range c.Verdicts {
			if v.Member == f.Member {
				return at + "/verdicts/" + strconv.Itoa(j)
			}
		}
		if c.Assessment != nil {
			for j, s := range c.Assessment.Scores {
				if s.Member == f.Member {
					return at + "/assessment/scores/" + strconv.Itoa(j)
				}
			}
		}
		return at
	}
	return "/report"
}

// fitting is, of the objects at one place, the one that says what a finding quotes;
// otherwise the last, which is the smallest.
func (b *builder) fitting(there []string, f audit.Finding) string {
	if f.Stated != "" {
		for _, p := range there {
			if text, _ := corrections.Text(b.report, p+"/text"); strings.Contains(text, f.Stated) {
				return p
			}
		}
	}
	return there[len(there)-1]
}

// capital begins a title.
func capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}

// title names a value in words: its commitment, its object, the value itself.
func (b *builder) title(pointer string) string {
	if pointer == corrections.SourcePointer {
		return "The file"
	}
	var words []string
	names := strings.Split(strings.TrimPrefix(pointer, "/"), "/")
	if names[0] == "commitments" && len(names) > 2 {
		if c, ok := b.objects.holds("/commitments/" + names[1]); ok {
			words = append(words, b.label(c))
		}
		if len(names) > 4 && names[2] == "verdicts" {
			if v, ok := b.objects.holds("/commitments/" + names[1] + "/verdicts/" + names[3]); ok && names[4] == "actions" {
				words = append(words, b.label(v))
			}
		}
	}
	obj, ok := b.objects.holds(pointer)
	rest := strings.TrimPrefix(strings.TrimPrefix(pointer, obj.pointer), "/")
	if !ok || obj.kind.pattern == "/commitments/*" && rest != "" {
		return strings.Join(append(words, plainName(pointer)), ", ")
	}
	words = append(words, b.label(obj))
	if rest != "" {
		words = append(words, labelOf(obj.kind, rest))
	}
	return strings.Join(words, ", ")
}

// label names an object.
func (b *builder) label(obj object) string { return labelIn(b.report, obj) }

// longestLabel is how many characters of a text name an object.
const longestLabel = 60

func labelIn(r *model.Report, obj object) string {
	words := []string{}
	if obj.kind.label != "" {
		words = append(words, obj.kind.label)
	}
	for _, by := range obj.kind.labelBy {
		if text, _ := corrections.Text(r, obj.pointer+"/"+by); text != "" {
			words = append(words, text)
		}
	}
	label := []rune(strings.Join(words, " "))
	if len(label) > longestLabel {
		label = append(label[:longestLabel], '…')
	}
	if len(label) == 0 {
		return obj.kind.group
	}
	return string(label)
}

// labelOf is the label of a field by its path below the object.
func labelOf(k *kind, rest string) string {
	for _, f := range k.fields {
		if f.name == rest || strings.HasSuffix(f.name, "/*") && strings.HasPrefix(rest, strings.TrimSuffix(f.name, "*")) {
			return strings.ToLower(f.label)
		}
	}
	return plainName(rest)
}

// containers are parts of a report that are no objects of kinds.
var containers = map[string]string{"assessment": "table of scores", "matrices": "summary table", "verdicts": "sections of members", "period": "compliance period"}

// plainName is the last name of a pointer in words.
func plainName(pointer string) string {
	names := strings.Split(strings.Trim(pointer, "/"), "/")
	for i := len(names) - 1; i >= 0; i-- {
		if _, err := strconv.Atoi(names[i]); err == nil {
			continue
		}
		if name := containers[names[i]]; name != "" {
			return name
		}
		return strings.ReplaceAll(names[i], "_", " ")
	}
	return pointer
}

// settle marks the entries that somebody looked at, and hangs comments on them.
func settle(entries []Entry, outcomes []corrections.Outcome) {
	looked, changed, sums := map[string]bool{}, map[string]bool{}, map[string]bool{}
	comments := map[string][]string{}
	for _, o := range outcomes {
		switch {
		case o.Problem != "":
		case o.Open():
			comments[o.Pointer] = append(comments[o.Pointer], comment(o.Correction))
		case o.Looked && o.Pointer == corrections.SourcePointer:
			sums[o.Now] = true
		case o.Looked && !o.Stale:
			looked[o.Pointer] = true
		case !o.Looked:
			changed[o.Pointer] = true
		}
	}
	for i := range entries {
		e := &entries[i]
		e.Comments = comments[e.Pointer]
		if e.Pointer == corrections.SourcePointer {
			e.Settled = sums[questionsSum(e.Questions)]
			continue
		}
		e.Settled = changed[e.Pointer]
		for p := e.Pointer; p != "" && !e.Settled; p = p[:max(strings.LastIndexByte(p, '/'), 0)] {
			e.Settled = looked[p] && corrections.Covers(p, e.Pointer)
		}
	}
}

// comment is the text of an open comment, with who made it.
func comment(c corrections.Correction) string {
	text := strings.TrimSpace(c.Why)
	text = strings.TrimSpace(text[len(corrections.OpenMark):])
	if c.By != "" {
		text += " (" + c.By + ")"
	}
	return text
}

// questionsSum stands for questions that are about the file as a whole, so that
// other questions ask for another look.
func questionsSum(questions []Question) string {
	var texts []string
	for _, q := range questions {
		texts = append(texts, fmt.Sprintf("%q %q %q", q.Kind, q.Name, q.Text))
	}
	slices.Sort(texts)
	sum := sha256.Sum256([]byte(strings.Join(texts, "\n")))
	return "#" + hex.EncodeToString(sum[:])[:12]
}
