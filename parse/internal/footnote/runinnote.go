package footnote

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/parse/layout"
)

// Notes may run on from each other as one paragraph at the page's foot, so that
// most of them begin in the middle of a line. The count is the witness: the
// number that is due behind the last note stands there, set as the numbers of
// notes are, and no line begins with it.

// innerStart is a place in a line at which a note can begin.
type innerStart struct {
	run, byte int // of the number's first character
	number    int
	raised    bool
}

// divideRunInNotes cuts the lines of the notes where another note begins in
// them.
func (r *Reader) divideRunInNotes() {
	ahead := r.lineStarts()
	last := 0
	for _, p := range r.Pages {
		lowerLoneNumbers(p.Zone)
		divided := p.Zone[:0:0]
		for i, l := range p.Zone {
			if n, ok := r.NoteStart(l, last); ok {
				last = n
			}
			next := ahead[l] // the number with which the next note begins a line
			below := ""
			if i+1 < len(p.Zone) {
				below = p.Zone[i+1].Printed
			}
			for {
				at, ok := r.innerStart(l, last, next, below)
				if !ok {
					break
				}
				head, tail := r.cutBefore(l, at)
				divided = append(divided, head)
				if !at.raised {
					r.listed[tail] = at.number
				}
				l, last = tail, at.number
			}
			divided = append(divided, l)
		}
		p.Zone = divided
	}
}

// lowerLoneNumbers puts raised numbers that end a line behind it, where white
// space before them made lines of their own of them, which stand above it.
func lowerLoneNumbers(zone []*sheet.Line) {
	for i := 0; i+1 < len(zone); i++ {
		l, below := zone[i], zone[i+1]
		rise := below.Baseline - l.Baseline
		if loneNumber(l) > 0 && l.Size < below.Size && rise > 0 && rise < maxRise*below.Size && l.Box.X0() >= below.Box.X1() {
			zone[i], zone[i+1] = below, l
			i++
		}
	}
}

// maxRise is how far, in the size of its line, a raised number stands above the
// line's foot.
const maxRise = 0.6

// lineStarts gives, for each line of the notes, the number with which the next
// line behind it begins that begins with one; 0 where none does.
func (r *Reader) lineStarts() map[*sheet.Line]int {
	out := map[*sheet.Line]int{}
	next := 0
	for i := len(r.Pages) - 1; i >= 0; i-- {
		zone := r.Pages[i].Zone
		for k := len(zone) - 1; k >= 0; k-- {
			out[zone[k]] = next
			if n, ok := sheet.RaisedStart(zone[k]); ok {
				next = n
			} else if n, rest, ok := sheet.LeadingFigure(zone[k].Printed); ok && !r.RaisedNotes && rest != "" && !r.dateGoesOn(rest) {
				next = n
			}
		}
	}
	return out
}

// innerStart finds where the note behind the last one begins inside a line.
// next is the number with which a line behind it begins: the number that is due
// is not looked for where it begins a line. below is the line under it, in which
// the text of a note may begin whose number ends this one.
func (r *Reader) innerStart(l *sheet.Line, last, next int, below string) (innerStart, bool) {
	if last == 0 || next == last+1 {
		return innerStart{}, false
	}
	for i := 1; i < len(l.Runs); i++ {
		nums, ok := r.MarkerNumbers(l, i)
		if !ok || len(nums) != 1 {
			continue
		}
		n := nums[0]
		skips := n > last+1 && n <= last+1+maxListSkip && r.marks[n] > 1 && (next <= last || n < next)
		if (n == last+1 || skips) && beginsText(l, i+1) {
			return innerStart{run: i, number: n, raised: true}, true
		}
	}
	if !r.hasMarker(last + 1) {
		return innerStart{}, false
	}
	return r.innerFigure(l, last+1, below)
}

// beginsText reports whether the text of a note can begin with run i of a line,
// or with the next line where there is none.
func beginsText(l *sheet.Line, i int) bool {
	if i >= len(l.Runs) {
		return true
	}
	c, _ := utf8.DecodeRuneInString(strings.TrimLeft(l.Runs[i].Text, " "))
	return script.Opens(c) || l.Runs[i].Italic || strings.HasPrefix(l.Runs[i].Text, "http")
}

// innerFigure finds the one place in a line where the number of a note stands in
// the size of its text: behind the end of a citation, before what a note begins
// with.
func (r *Reader) innerFigure(l *sheet.Line, n int, below string) (at innerStart, ok bool) {
	figures := strconv.Itoa(n)
	for i := range l.Runs {
		text := l.Runs[i].Text
		for from := 0; ; {
			k := strings.Index(text[from:], figures)
			if k < 0 {
				break
			}
			k += from
			from = k + len(figures)
			if k > 0 && (text[k-1] == '[' || text[k-1] == '(') {
				k--
			}
			if k == 0 && i == 0 || k > 0 && text[k-1] != ' ' || k == 0 && !l.Runs[i].Space {
				continue
			}
			behind := printedFrom(l, i, k)
			if mark := figureEnd(behind); r.RaisedNotes && mark != ']' && mark != ')' {
				continue // the document raises its numbers, or puts marks around them
			}
			if behind == figures {
				behind += " " // a figure and nothing else
			}
			number, rest, figure := sheet.LeadingFigure(behind)
			if rest == "" {
				rest = below
			}
			opening, _ := utf8.DecodeRuneInString(rest)
			if !figure || number != n || rest == "" || !script.Opens(opening) || r.dayBefore(rest) || !endsCitation(printedTo(l, i, k)) {
				continue
			}
			if ok {
				return at, false // which of them it is is not known
			}
			at, ok = innerStart{run: i, byte: k, number: n}, true
		}
	}
	return at, ok
}

// dayBefore reports whether what stands behind a figure makes it the day of a
// date, whose year may stand in the next line.
func (r *Reader) dayBefore(rest string) bool {
	month, behind, _ := strings.Cut(rest, " ")
	_, ok := r.Vocab.Month(month)
	return ok && behind == "" || r.dateGoesOn(rest)
}

// endsCitation reports whether a text ends as citations do: with a full stop
// behind a word or a bracket, or with an address.
func endsCitation(s string) bool {
	s = strings.TrimRight(s, " ")
	word := s[strings.LastIndexByte(s, ' ')+1:]
	if strings.Contains(word, "/") && !strings.HasSuffix(word, ",") {
		return true
	}
	trimmed := strings.TrimRight(word, ".>)]”’\"")
	if len(trimmed) == len(word) {
		return false
	}
	c, _ := utf8.DecodeLastRuneInString(trimmed)
	// 'No. 4', 'p. 4': an abbreviation ends nothing.
	return trimmed == "" || unicode.IsDigit(c) || utf8.RuneCountInString(trimmed) > 4 || word[len(word)-1] != '.'
}

// printedFrom and printedTo are the text of a line from and up to byte k of its
// run i.
func printedFrom(l *sheet.Line, i, k int) string {
	var b strings.Builder
	b.WriteString(l.Runs[i].Text[k:])
	for _, run := range l.Runs[i+1:] {
		if run.Space {
			b.WriteByte(' ')
		}
		b.WriteString(run.Text)
	}
	return b.String()
}

func printedTo(l *sheet.Line, i, k int) string {
	var b strings.Builder
	for _, run := range l.Runs[:i] {
		if run.Space {
			b.WriteByte(' ')
		}
		b.WriteString(run.Text)
	}
	if l.Runs[i].Space {
		b.WriteByte(' ')
	}
	b.WriteString(l.Runs[i].Text[:k])
	return b.String()
}

// cutBefore divides a line before the number of a note.
func (r *Reader) cutBefore(l *sheet.Line, at innerStart) (head, tail *sheet.Line) {
	run := at.run
	if at.byte > 0 {
		c := *l.Line // the document is the caller's
		whole := &l.Runs[run]
		before, behind := *whole, *whole
		before.Text, before.Box = strings.TrimRight(whole.Text[:at.byte], " "), partBox(whole, 0, at.byte)
		behind.Text, behind.Box = whole.Text[at.byte:], partBox(whole, at.byte, len(whole.Text))
		behind.Space, behind.Gap = true, 0
		c.Runs = append(append(append([]model.Run{}, l.Runs[:run]...), before, behind), l.Runs[run+1:]...)
		l = withRuns(l, c)
		run++
	}
	head, tail = r.CutLine(l, 0, run), r.CutLine(l, run, len(l.Runs))
	tail.Box[0] = tail.Runs[0].Box[0]
	return head, tail
}

// goesOnInside reports whether the number that is due stands raised inside a
// line.
func (r *Reader) goesOnInside(l *sheet.Line, last int) bool {
	for i := 1; i < len(l.Runs); i++ {
		if run := l.Runs[i]; last > 0 && layout.IsRaised(l.Line, run) && run.Text == strconv.Itoa(last+1) && beginsText(l, i+1) {
			return true
		}
	}
	return false
}
