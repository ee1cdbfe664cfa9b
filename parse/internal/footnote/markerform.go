package footnote

import (
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/join"
	"recount.invalid/recount/parse/internal/marker"
	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/parse/layout"
)

// markerForm is a form of note markers beside plain raised figures. The text
// and its notes must be written in one of them throughout; the stage then sets
// them as raised figures, the one form that the later stages know.
type markerForm struct {
	name string
	// numbers reads what stands between the marks ("4", "6, 7", "6–8").
	numbers func(string) ([]int, bool)
	open    string // mark before, or none
	shut    string // mark behind, or none
	// raised says that markers of the form are raised; others stand in the
	// size of the text.
	raised bool
	// plain says that neither mark is needed.
	plain bool
	// cited says that enumerations in the text look like markers of the form,
	// so that most of the notes must cite an address.
	cited bool
}

// markerForms are tried in this order; a document has one of them.
var markerForms = []markerForm{
	{name: "figures in brackets", numbers: sheet.FiguresList, open: "[", shut: "]"},
	{name: "raised figures in brackets", numbers: sheet.FiguresList, open: "[", shut: "]", raised: true},
	{name: "raised figures in parentheses", numbers: sheet.FiguresList, open: "(", shut: ")", raised: true},
	{name: "raised figures with a parenthesis", numbers: sheet.FiguresList, shut: ")", raised: true},
	{name: "raised figures with a full stop", numbers: sheet.FiguresList, shut: ".", raised: true},
	{name: "raised Roman numbers", numbers: romanList, raised: true, plain: true},
	{name: "Roman numbers in brackets", numbers: romanList, open: "[", shut: "]"},
	{name: "raised Roman numbers in brackets", numbers: romanList, open: "[", shut: "]", raised: true},
	{name: "raised letters", numbers: letterList, raised: true, plain: true},
	{name: "letters in brackets", numbers: letterList, open: "[", shut: "]"},
	{name: "raised letters in brackets", numbers: letterList, open: "[", shut: "]", raised: true},
	{name: "raised letters in parentheses", numbers: letterList, open: "(", shut: ")", raised: true},
	{name: "superscript characters", numbers: superscriptList},
	{name: "figures in parentheses", numbers: sheet.FiguresList, open: "(", shut: ")", cited: true},
}

// raisedMarks reports whether markers of the form are raised and stand in marks.
func (f *markerForm) raisedMarks() bool { return f.raised && !f.plain }

// formMark is one mark of a form: bytes from..to of a run's text.
type formMark struct {
	run, from, to int
	nums          []int
	begins        bool // nothing stands before it in its line
	behind        bool // something stands behind it in its line
	glued         bool // no space stands before it
	named         bool // a space does, and a word with a capital letter before it ("Article [4]")
}

// markedLine is a line of a body with its marks.
type markedLine struct {
	p     *sheet.Page
	l     *sheet.Line
	prev  *sheet.Line // the line above it
	marks []formMark
	note  bool // it begins a note
	inner bool // it is a line of a note
	wraps bool // its first mark belongs to the line above
}

const (
	// minFormed is how many numbers must be found as marker and as note.
	minFormed = 3
	// formAhead is by how much a number may run ahead of the one before it:
	// notes can lack their markers.
	formAhead = 3
	// maxFormWidth bounds the bytes between the marks of a form.
	maxFormWidth = 60
)

// SettleMarkerForm finds out in which form the document marks its notes, and
// sets markers and the numbers of notes that are no raised figures as such. The
// document is its own witness: the same numbers must count up in the text and
// at the beginnings of its notes. All else in the same marks (serials, years,
// words of a translator) stays text.
func (r *Reader) SettleMarkerForm() error {
	for i := range markerForms {
		f := &markerForms[i]
		lines := r.formLines(f)
		if len(lines) == 0 {
			continue
		}
		if r.takeForm(f, lines) {
			return nil
		}
	}
	return nil
}

// formLines gives the lines with marks of a form, and which of them begin
// notes.
func (r *Reader) formLines(f *markerForm) []*markedLine {
	var out []*markedLine
	last := 0 // the number of the note that began last
	for _, p := range r.Pages {
		note := 0.0 // the size of the note that is open
		var prev *sheet.Line
		for _, l := range p.Body {
			if l.Dir != model.Rightward {
				continue
			}
			marks := f.find(l)
			small := l.Size < l.BodySize()*layout.SmallRatio
			starts := small && len(marks) > 0 && marks[0].begins && marks[0].behind && len(marks[0].nums) == 1
			if starts && f.raised && note > 0 && !layout.IsRaised(l.Line, l.Runs[0]) {
				// A line of the note may begin with a year ("2018. Accessed").
				n := marks[0].nums[0]
				starts = n == 1 || n > last && n <= last+formAhead
			}
			switch {
			case starts:
				note, last = l.Size, marks[0].nums[0]
			case note > 0 && (!layout.SameSize(l.Size, note) || l.Bold):
				note = 0
			}
			if len(marks) > 0 {
				m := &markedLine{p: p, l: l, prev: prev, marks: marks, note: starts, inner: note > 0}
				out = append(out, m)
			}
			prev = l
		}
	}
	return out
}

// takeForm weighs the marks of a form and sets them as raised figures where the
// document bears them out.
func (r *Reader) takeForm(f *markerForm, lines []*markedLine) bool {
	r.findFullSizeNotes(lines)
	notes := map[int]int{}
	for _, m := range lines {
		if m.note {
			notes[m.marks[0].nums[0]]++
		}
	}
	if len(notes) < minFormed && (!f.raised || f.plain) {
		if notes = r.labelledOtherwise(lines); len(notes) < minFormed {
			return false
		}
	} else if f.cited && !notesCite(lines) {
		return false
	}
	glued, spaced := 0, 0
	for _, m := range lines {
		if m.inner {
			continue
		}
		for _, k := range m.marks {
			if k.begins {
				continue
			}
			if k.glued {
				glued++
			} else {
				spaced++
			}
		}
	}
	marked := map[int]bool{}
	before := beforeFirst(notes)
	behind := numbersBehind(lines)
	last, counted, all := before, 0, 0
	for _, m := range lines {
		kept := m.marks[:0:0]
		for i, k := range m.marks {
			if m.note && i == 0 {
				kept = append(kept, k)
				continue
			}
			if m.inner || m.note {
				continue
			}
			if k.begins {
				if !k.behind && len(m.marks) == 1 && m.l.Size > m.p.Size*1.05 || !wrapsHere(m, k) {
					continue
				}
			} else if !k.glued && (spaced <= glued && !f.raisedMarks() || k.named && k.nums[0] != last+1 && !skipsOn(k.nums, last, behind[m][i], notes)) {
				continue // raised figures in marks may stand off by a hair
			}
			if f.bare() && len(k.nums) == 1 && k.nums[0] != last+1 {
				if parts := marker.Unglued(strconv.Itoa(k.nums[0]), last, notes); parts != nil {
					k.nums = parts
				}
			}
			all += len(k.nums)
			if !countsOn(k.nums, last, notes) {
				continue
			}
			if k.nums[0] == last+1 || k.nums[0] == before+1 {
				counted += len(k.nums)
			}
			for _, n := range k.nums {
				marked[n] = true
			}
			if end := k.nums[len(k.nums)-1]; end > last || k.nums[0] == 1 && notes[1] > 1 {
				last = end // a note is not repeated
			}
			m.wraps = m.wraps || k.begins
			kept = append(kept, k)
		}
		m.marks = kept
	}
	both := 0
	for n := range notes {
		if marked[n] {
			both++
		}
	}
	borneOut := both >= minFormed && 5*both >= 3*len(notes) && 2*counted >= len(marked)
	if f.raisedMarks() {
		// Raised figures in marks are markers wherever they count up.
		borneOut = borneOut || counted >= minFormed && 5*counted >= 4*all
	}
	if !borneOut || r.raisedFigures() > len(marked) {
		return false // a document has one form, and enumerations look like another
	}
	r.setRaised(f, lines)
	return true
}

// numbersBehind gives for each mark of the text the number of the one behind it, 0
// for the last.
func numbersBehind(lines []*markedLine) map[*markedLine][]int {
	out := map[*markedLine][]int{}
	var open *int
	for _, m := range lines {
		if m.inner || m.note {
			continue
		}
		out[m] = make([]int, len(m.marks))
		for i, k := range m.marks {
			if open != nil {
				*open = k.nums[0]
			}
			open = &out[m][i]
		}
	}
	return out
}

// skipsOn reports whether a mark behind a name leaves numbers out and is a marker all
// the same: it has a note, and the mark behind it counts on from it.
func skipsOn(nums []int, last, behind int, notes map[int]int) bool {
	n := nums[len(nums)-1]
	return nums[0] > last && nums[0] <= last+formAhead && notes[nums[0]] > 0 && behind == n+1
}

// labelledOtherwise gives the numbers of the notes of a document that prints them
// in another form than their markers ("[4]" in the text, "4." before the note):
// lines that count on from each other, most of which cite an address.
func (r *Reader) labelledOtherwise(lines []*markedLine) map[int]int {
	marks := map[*sheet.Line][]int{}
	for _, m := range lines {
		for _, k := range m.marks {
			marks[m.l] = append(marks[m.l], k.nums...)
		}
	}
	notes := map[int]int{}
	count := longestCount(r.numberedLines(func(l *sheet.Line) []int { return marks[l] }))
	if 2*citing(count) < len(count) {
		return nil
	}
	for _, c := range count {
		notes[c.number]++
	}
	return notes
}

// notesCite reports whether most of the notes among the lines cite an address
// on their first lines.
func notesCite(lines []*markedLine) bool {
	const looked = 4
	starts := map[*sheet.Line]bool{}
	pages := map[*sheet.Page]bool{}
	for _, m := range lines {
		if m.note {
			starts[m.l], pages[m.p] = true, true
		}
	}
	cited := 0
	for p := range pages {
		since := looked
		for _, l := range p.Body {
			if starts[l] {
				since = 0
			}
			if since < looked && join.HasAddress(l.Printed) {
				cited++
				since = looked
			}
			since++
		}
	}
	return 2*cited >= len(starts)
}

// beforeFirst is the number before the lowest of the notes: a chapter that is
// published by itself goes on with the count of its report.
func beforeFirst(notes map[int]int) int {
	if len(notes) < minFormed {
		return 0
	}
	first := math.MaxInt
	for n := range notes {
		first = min(first, n)
	}
	return first - 1
}

// raisedFigures counts the raised runs of the text that are figures and nothing
// else.
func (r *Reader) raisedFigures() int {
	n := 0
	for _, p := range r.Pages {
		for _, l := range p.Body {
			for i := range l.Runs {
				if run := &l.Runs[i]; i > 0 && run.Rise > 0 && strings.Trim(run.Text, "0123456789") == "" {
					n++
				}
			}
		}
	}
	return n
}

// countsOn reports whether the numbers of a mark go on with the count after
// last, begin it again or repeat a note.
func countsOn(nums []int, last int, notes map[int]int) bool {
	n := nums[0]
	for i := 1; i < len(nums); i++ {
		if nums[i] <= nums[i-1] || notes[nums[i]] == 0 && nums[i] > nums[i-1]+formAhead {
			return false
		}
	}
	switch {
	case n > last && n <= last+formAhead:
		return true
	case n > last:
		return false
	}
	return notes[n] > 0
}

// wrapsHere reports whether a mark at the beginning of a line is one that had
// no room behind the last word of the line above.
func wrapsHere(m *markedLine, k formMark) bool {
	prev := m.prev
	if prev == nil || prev.Bold || !layout.SameSize(prev.Size, prev.BodySize()) {
		return false
	}
	below := m.l.Baseline - prev.Baseline
	if below < 0.3*prev.Size || below > 1.7*prev.Size || math.Abs(m.l.Box.X0()-prev.Box.X0()) > 3*prev.Size {
		return false
	}
	return prev.Box.X1()+partBox(&m.l.Runs[k.run], k.from, k.to).Width() >= prev.Right()-0.5*prev.Size
}

// findFullSizeNotes finds the notes that are set in the size of the text: three
// or more lines in a row that begin with marks which count up, with no marker
// among them, and whose numbers the text has had before.
func (r *Reader) findFullSizeNotes(lines []*markedLine) {
	seen := map[int]bool{}
	groups := 0
	for i := 0; i < len(lines); i++ {
		m := lines[i]
		j := i
		for j < len(lines) && lines[j].fullStart() && seen[lines[j].marks[0].nums[0]] &&
			(j == i || lines[j].marks[0].nums[0] == lines[j-1].marks[0].nums[0]+1) {
			j++
		}
		// Lists that count on from each other would be taken for one.
		if j-i >= minFormed && (groups == 0 || m.marks[0].nums[0] == 1) {
			groups++
			for _, n := range lines[i:j] {
				n.note, n.inner = true, true
			}
			clear(seen)
			i = j - 1
			continue
		}
		if !m.note {
			for _, k := range m.marks {
				for _, n := range k.nums {
					seen[n] = true
				}
			}
		}
	}
}

// fullStart reports whether a line in the size of the text begins as a note
// does.
func (m *markedLine) fullStart() bool {
	k := m.marks[0]
	return !m.note && !m.inner && k.begins && k.behind && len(k.nums) == 1
}

// setRaised sets the marks that are left as raised figures.
func (r *Reader) setRaised(f *markerForm, lines []*markedLine) {
	set := map[*sheet.Line]*sheet.Line{}
	gone := map[*sheet.Line]bool{}
	for _, m := range lines {
		if len(m.marks) == 0 {
			continue
		}
		runs := f.raisedRuns(m)
		if m.wraps {
			above := m.prev
			if set[above] != nil {
				above = set[above]
			}
			mark := runs[0]
			mark.Space, mark.Gap = false, 0
			c := *above.Line // the document is the caller's
			c.Runs = append(append([]model.Run{}, c.Runs...), mark)
			// There was no room for it, nor for the word behind it.
			c.Box[2] += mark.Box.Width()
			set[m.prev] = withRuns(above, c)
			runs = runs[1:]
			if len(runs) == 0 {
				gone[m.l] = true
				continue
			}
			runs[0].Space, runs[0].Gap = false, 0 // the box keeps the line's margin
		}
		c := *m.l.Line
		c.Runs = runs
		set[m.l] = withRuns(m.l, c)
		if n, ok := r.columnNotes[m.l]; ok {
			r.columnNotes[set[m.l]] = n
		}
	}
	for _, p := range r.Pages {
		kept := p.Body[:0:0]
		for _, l := range p.Body {
			switch {
			case gone[l]:
			case set[l] != nil:
				kept = append(kept, set[l])
			default:
				kept = append(kept, l)
			}
		}
		p.Body = kept
	}
}

// withRuns is the line with other runs.
func withRuns(l *sheet.Line, m model.Line) *sheet.Line {
	out := l.WithRuns(&m)
	out.Underlined, out.Origin = l.Underlined, l.Origin
	return out
}

// raisedRuns gives the runs of a line with its marks as raised figures.
func (f *markerForm) raisedRuns(m *markedLine) []model.Run {
	var out []model.Run
	next := 0
	for i := range m.l.Runs {
		run := &m.l.Runs[i]
		at, space := 0, run.Space
		piece := func(from, to int) {
			text := run.Text[from:to]
			if trimmed := strings.TrimSpace(text); trimmed != "" {
				c := *run
				c.Text, c.Box = trimmed, partBox(run, from, to)
				c.Space = space || strings.HasPrefix(text, " ")
				if from > 0 {
					c.Gap = 0
				}
				out = append(out, c)
				space = strings.HasSuffix(text, " ")
			} else if text != "" {
				space = true
			}
		}
		for next < len(m.marks) && m.marks[next].run == i {
			k := m.marks[next]
			next++
			piece(at, k.from)
			c := *run
			c.Box = partBox(run, k.from, k.to)
			c.Text = joinNumbers(k.nums)
			c.Space = run.Space
			if k.from > 0 {
				c.Space, c.Gap = false, 0
			}
			if !layout.IsRaised(m.l.Line, *run) {
				c.Size, c.Rise = 0.6*m.l.Size, 0.33*m.l.Size
			}
			out = append(out, c)
			at, space = k.to, false
		}
		piece(at, len(run.Text))
	}
	return out
}

func joinNumbers(nums []int) string {
	var b strings.Builder
	for i, n := range nums {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(strconv.Itoa(n))
	}
	return b.String()
}

// partBox is about where bytes from..to of a run stand.
func partBox(run *model.Run, from, to int) model.Box {
	all := float64(max(1, utf8.RuneCountInString(run.Text)))
	x0, w := run.Box.X0(), run.Box.Width()
	a := float64(utf8.RuneCountInString(run.Text[:from])) / all
	b := float64(utf8.RuneCountInString(run.Text[:to])) / all
	return model.Box{x0 + a*w, run.Box.Top(), x0 + b*w, run.Box.Bottom()}
}

// bare reports whether nothing but their characters shows what is a marker of
// the form.
func (f *markerForm) bare() bool { return f.open+f.shut == "" && !f.plain }

// next is where a mark of the form can begin in a text, or -1.
func (f *markerForm) next(s string) int {
	if f.bare() {
		return strings.IndexFunc(s, func(r rune) bool { return r >= utf8.RuneSelf && strings.ContainsRune(layout.Superscripts, r) })
	}
	return strings.Index(s, f.open)
}

// find gives the marks of the form in a line.
func (f *markerForm) find(l *sheet.Line) []formMark {
	var out []formMark
	for i := range l.Runs {
		run := &l.Runs[i]
		raised := layout.IsRaised(l.Line, *run)
		if f.raised != raised {
			// The numbers of notes may stand in the size of their text.
			if !f.raised || i > 0 || (f.plain && len(l.Runs) < 2) {
				continue
			}
		}
		if f.raised && raised {
			text := run.Text
			if f.raisedMarks() {
				text = strings.ReplaceAll(text, " ", "") // "[4] [5]" raised together
			}
			if nums, end, ok := f.chain(text, 0); ok && strings.TrimSpace(text[end:]) == "" {
				out = append(out, formMark{run: i, to: len(run.Text), nums: nums, begins: i == 0, behind: i+1 < len(l.Runs), glued: i > 0 && !run.Space})
			}
			continue
		}
		for at := 0; at < len(run.Text); {
			if !f.raised {
				next := f.next(run.Text[at:])
				if next < 0 {
					break
				}
				at += next
			}
			nums, end, ok := f.chain(run.Text, at)
			if !ok {
				if f.raised {
					break
				}
				_, w := utf8.DecodeRuneInString(run.Text[at:])
				at += w
				continue
			}
			k := formMark{run: i, from: at, to: end, nums: nums, begins: i == 0 && at == 0}
			k.behind = strings.TrimSpace(run.Text[end:]) != "" || i+1 < len(l.Runs)
			before, _ := utf8.DecodeLastRuneInString(run.Text[:at])
			k.glued = !k.begins && (at > 0 && !unicode.IsSpace(before) || at == 0 && !run.Space)
			k.named = !k.begins && !k.glued && endsInName(run.Text[:at])
			behind, _ := utf8.DecodeRuneInString(run.Text[end:])
			exponent := f.bare() && (nums[0] == 2 || nums[0] == 3) && marker.EndsInUnit(run.Text[:at])
			if !exponent && (end == len(run.Text) || k.begins || !unicode.IsLetter(behind) && !unicode.IsDigit(behind)) {
				if !f.raised || k.begins && (!f.plain || end == len(run.Text)) {
					out = append(out, k)
				}
			}
			if f.raised {
				break
			}
			at = end
		}
	}
	return out
}

// endsInName reports whether the last word of a text begins with a capital
// letter.
func endsInName(s string) bool {
	words := strings.Fields(s)
	if len(words) == 0 {
		return false
	}
	first, _ := utf8.DecodeRuneInString(words[len(words)-1])
	return unicode.IsUpper(first)
}

// chain reads marks of the form that follow each other from byte at of a text:
// "[6][7]", "[6], [7]", "[6]–[8]".
func (f *markerForm) chain(s string, at int) (nums []int, end int, ok bool) {
	nums, end, ok = f.one(s, at)
	for ok {
		rest := s[end:]
		between := len(rest) - len(strings.TrimLeft(rest, ",; –-"))
		more, to, goesOn := f.one(s, end+between)
		if !goesOn || between > 6 || strings.TrimSpace(rest[:between]) == "" && between > 0 {
			break
		}
		if span := strings.TrimSpace(rest[:between]); span == "–" || span == "-" {
			for n := nums[len(nums)-1] + 1; n < more[0] && len(nums) < sheet.MaxMarkers; n++ {
				nums = append(nums, n)
			}
		}
		nums = append(nums, more...)
		if len(nums) > sheet.MaxMarkers {
			return nil, 0, false
		}
		end = to
	}
	return nums, end, ok
}

// one reads one mark of the form at byte at of a text.
func (f *markerForm) one(s string, at int) (nums []int, end int, ok bool) {
	rest, ok := strings.CutPrefix(s[at:], f.open)
	if !ok || rest == "" {
		return nil, 0, false
	}
	from := at + len(f.open)
	var width int
	switch {
	case f.shut != "":
		width = strings.Index(rest, f.shut)
	case f.plain:
		if width = strings.IndexAny(rest, " .)"); width < 0 {
			width = len(rest)
		}
	default: // superscript characters
		width = len(rest) - len(strings.TrimLeft(rest, layout.Superscripts))
	}
	if width <= 0 || width > maxFormWidth {
		return nil, 0, false
	}
	if nums, ok = f.numbers(rest[:width]); !ok {
		return nil, 0, false
	}
	return nums, from + width + len(f.shut), true
}

// superscriptList reads a number in superscript characters.
func superscriptList(s string) ([]int, bool) {
	if !layout.SuperscriptFigures(s) {
		return nil, false
	}
	return sheet.FiguresList(s)
}

// romanList reads small Roman numbers ("iv", "iv, v").
func romanList(s string) ([]int, bool) { return wordList(s, RomanValue) }

// letterList reads small letters as places in the alphabet ("d", "d, e"; "aa"
// comes behind "z").
func letterList(s string) ([]int, bool) { return wordList(s, LetterNumber) }

func wordList(s string, number func(string) int) ([]int, bool) {
	var nums []int
	for _, w := range strings.FieldsFunc(s, func(c rune) bool { return c == ',' || c == ';' || c == ' ' }) {
		n := number(w)
		if n == 0 || len(nums) == sheet.MaxMarkers {
			return nil, false
		}
		nums = append(nums, n)
	}
	return nums, len(nums) > 0
}

// RomanValue is the value of a small Roman number below 400, or 0.
func RomanValue(s string) int {
	n := 0
	for _, step := range romanSteps {
		for k := 0; k < step.times && strings.HasPrefix(s, step.word); k++ {
			n, s = n+step.value, s[len(step.word):]
		}
	}
	if s != "" {
		return 0
	}
	return n
}

var romanSteps = []struct {
	word         string
	value, times int
}{{"c", 100, 3}, {"xc", 90, 1}, {"l", 50, 1}, {"xl", 40, 1}, {"x", 10, 3}, {"ix", 9, 1}, {"v", 5, 1}, {"iv", 4, 1}, {"i", 1, 3}}

// LetterNumber is the place of "a", "b" … "z", "aa", "bb", or 0.
func LetterNumber(s string) int {
	if len(s) == 0 || len(s) > 2 || s[0] < 'a' || s[0] > 'z' || strings.Trim(s, s[:1]) != "" {
		return 0
	}
	return int(s[0]-'a') + 1 + 26*(len(s)-1)
}
