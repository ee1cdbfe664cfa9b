package chapter

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/internal/marker"
	"recount.invalid/recount/parse/internal/paragraph"
	"recount.invalid/recount/parse/internal/scoring"
	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/vocabulary"
)

// A commitment's serial is printed in many places, or in one only: behind the
// chapter's heading, over, before or behind the promise's words, in a list of
// commitments, in a matrix, in the contents. Every place is a claim; what
// speaks for and against each is summed here and nowhere else.

// serialEvidence is something that speaks for or against a serial.
type serialEvidence int

const (
	serialInChapter serialEvidence = iota
	serialWords
	serialTitle
	serialNumber
	serialTitleWithin
	serialYear
	serialSpan
	serialEvidences
)

// serialWeights are the weights of evidence.
var serialWeights = [serialEvidences]int{
	serialInChapter:   20, // printed in the chapter: more than all else together
	serialWords:       5,  // beside the words of the chapter's promise
	serialTitle:       5,  // beside the chapter's title and hardly anything else
	serialNumber:      2,  // behind the chapter's number
	serialTitleWithin: 2,  // beside all words of its title and others
	serialYear:        1,  // with a year in it, which no figure of another kind has
	serialSpan:        -4, // "2021-22": perhaps two years
}

// serialNames name the evidence where it is counted.
var serialNames = [serialEvidences]string{"in chapter", "words", "title", "number", "title within", "year", "span"}

const (
	// serialFloor is the least sum with which a serial is a chapter's.
	serialFloor = 4
	// promiseShare is how much of a promise's words stand beside its serial.
	promiseShare = 0.7
	// titleShare is how alike a title and a line that repeats it are.
	titleShare = 0.8
	// maxSerialBytes bounds a text in which serials are looked for: a row or
	// a paragraph, not a page.
	maxSerialBytes = 2000
	// maxSerialAlone bounds a text that is a serial and perhaps a number.
	maxSerialAlone = 20
)

// serialClaim is a serial for one chapter and what speaks for it.
type serialClaim struct {
	serial string
	sum    int
	at     model.At
}

// claimSerial keeps a serial that the chapter itself prints.
func (c *Chapter) claimSerial(serial string, at model.At) {
	if serial != "" {
		c.serials = append(c.serials, serialClaim{serial, serialWeights[serialInChapter], at})
	}
}

// ownSerial reports whether the chapter has printed a serial, in this form or
// in another.
func (c *Chapter) ownSerial(serial string) bool {
	return slices.ContainsFunc(c.serials, func(k serialClaim) bool { return SameSerial(k.serial, serial) })
}

// SameSerial reports whether two serials are forms of one: "72" and "2008-72".
func SameSerial(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	return a == b || strings.HasSuffix(b, "-"+a) && sheet.YearWord(strings.TrimRight(b[:len(b)-len(a)-1], "-ABCDEFGHIJKLMNOPQRSTUVWXYZ")) > 0
}

// DecideSerials gives every chapter the serial for which most speaks, in the
// fuller form where two are printed.
func (r *Reader) DecideSerials() {
	units := withoutSpans(r.serialUnits())
	claims := make([][]serialClaim, len(r.Chapters))
	for i, c := range r.Chapters {
		claims[i] = slices.Clone(c.serials)
	}
	chapters := make([]chapterWords, len(r.Chapters))
	for i := range r.Chapters {
		chapters[i] = wordsOfChapter(&r.Rep.Commitments[i])
	}
	for _, u := range units {
		best, second, to := 0, 0, -1
		for i := range chapters {
			sum := r.weighSerial(&chapters[i], &u)
			if sum > best {
				best, second, to = sum, best, i
			} else if sum > second {
				second = sum
			}
		}
		if to >= 0 && best > second {
			claims[to] = append(claims[to], serialClaim{u.serial, best, u.at})
		}
	}
	for i := range r.Chapters {
		r.decideSerial(i, claims[i])
	}
}

// withoutSpans takes a serial for one although it may be two years ('2031-32'), where
// another with the same year cannot be ('2031-63'): they are of one list.
func withoutSpans(units []serialUnit) []serialUnit {
	certain := map[string]bool{}
	year := func(serial string) string { before, _, _ := strings.Cut(serial, "-"); return before }
	for _, u := range units {
		if before := year(u.serial); !u.span && before != u.serial {
			certain[before] = true
		}
	}
	for i := range units {
		units[i].span = units[i].span && !certain[year(units[i].serial)]
	}
	return units
}

// decideSerial gives a chapter the serial with the highest sum; claims for
// forms of one serial support each other.
func (r *Reader) decideSerial(i int, claims []serialClaim) {
	c := &r.Rep.Commitments[i]
	var sums []serialClaim
	for _, k := range claims {
		at := slices.IndexFunc(sums, func(s serialClaim) bool { return SameSerial(s.serial, k.serial) })
		if at < 0 {
			sums = append(sums, k)
			continue
		}
		// Two lists that repeat each other say no more than one.
		sums[at].sum = max(sums[at].sum, k.sum)
	}
	for k := range sums {
		sums[k].serial = r.fullerForm(sums[k].serial, claims)
	}
	slices.SortStableFunc(sums, func(a, b serialClaim) int { return cmp.Compare(b.sum, a.sum) })
	sums = slices.DeleteFunc(sums, func(k serialClaim) bool { return k.sum < serialFloor })
	if len(sums) == 0 {
		return
	}
	c.ID = sums[0].serial
	if len(sums) > 1 {
		readings := make([]string, len(sums))
		for k, claim := range sums {
			readings[k] = claim.serial
		}
		r.Rep.Warnings = append(r.Rep.Warnings, model.Warning{
			Kind: "serial-differs", Text: "more than one serial stands for the chapter " + ChapterName(c), At: sums[1].at,
			About: []string{sheet.PointerTo("commitments", i, "id")}, Readings: readings,
		})
	}
}

// fullerForm gives the fullest form of a serial that is printed: the chapter's, or a
// list's of this summit's commitments. Where two lists differ the serial stays as
// it is, and so it does where the longer form may be two years or is too weakly
// claimed to be a serial by itself.
func (r *Reader) fullerForm(serial string, claims []serialClaim) string {
	best := serialClaim{serial: serial}
	for _, k := range claims {
		own := k.sum >= serialWeights[serialInChapter]
		if len(k.serial) <= len(serial) || k.sum < serialFloor || !SameSerial(k.serial, serial) || !own && !r.ofThisSummit(k.serial) {
			continue
		}
		switch {
		case k.sum > best.sum:
			best = k
		case k.sum == best.sum && k.serial != best.serial:
			best.serial = serial
		}
	}
	return best.serial
}

// ofThisSummit reports whether a serial's year is that of the report's summit, or
// that is not known.
func (r *Reader) ofThisSummit(serial string) bool {
	year := r.Rep.Report.Summit.Year
	return year == 0 || len(serial) >= 4 && sheet.YearWord(serial[:4]) == year
}

// serialUnit is a text outside the chapters in which one serial stands, without
// it: a row of a table, a paragraph, or a line of one.
type serialUnit struct {
	serial string
	number int // with which it begins
	words  map[string]bool
	span   bool
	at     model.At
}

// serialUnits gives the texts outside the chapters that hold a serial.
func (r *Reader) serialUnits() []serialUnit {
	var out []serialUnit
	add := func(s string, at model.At) {
		if u, ok := readSerialUnit(s); ok {
			u.at = at
			out = append(out, u)
		}
	}
	for i, b := range r.Front {
		if t := b.Table; t != nil {
			for row := range t.Rows {
				if cs := t.Row(row); len(cs) > 0 {
					add(scoring.JoinCells(cs), scoring.CellsAt(t, cs))
				}
			}
			continue
		}
		text := r.Content(b)
		if len(text.Text) <= maxSerialBytes {
			add(text.Text, text.At)
		}
		if len(b.Lines) > 1 {
			for _, l := range b.Lines {
				line := r.Text(marker.WholeLines([]*sheet.Line{l}))
				add(line.Text, line.At)
			}
		}
		if item, ok := r.serialItem(i, text); ok {
			add(item.Text, item.At)
		}
		// A serial alone that stands over, or at the right of, the words.
		if i+1 < len(r.Front) && r.Front[i+1].Table == nil && len(b.Lines) <= paragraph.MaxHeadingLines {
			next := r.Content(r.Front[i+1])
			alone := len(text.Text) <= maxSerialAlone || len(next.Text) <= maxSerialAlone
			if both := text.Text + " " + next.Text; alone && len(both) <= maxSerialBytes {
				add(both, append(slices.Clone(text.At), next.At...))
			}
		}
	}
	return out
}

// serialItem gives the entry of a list that begins with its serial in block i
// of the front and goes on in the blocks below, as the rows of a table without
// rules do: up to the next serial, a caption, a table or another size.
func (r *Reader) serialItem(i int, first model.Text) (item model.Text, ok bool) {
	if !beginsWithSerial(first.Text) || len(first.Text) <= maxSerialAlone {
		return item, false
	}
	item.Text, item.At = first.Text, slices.Clone(first.At)
	for _, b := range r.Front[i+1:] {
		if b.Table != nil || b.Size != r.Front[i].Size || len(b.Lines) > 0 && sheet.IsCaption(b.Lines[0].Printed) {
			break
		}
		next := r.Content(b)
		if beginsWithSerial(next.Text) || len(item.Text)+len(next.Text) >= maxSerialBytes {
			break
		}
		item.Text += " " + next.Text
		item.At = append(item.At, next.At...)
		ok = true
	}
	return item, ok
}

// beginsWithSerial reports whether the first word of a text is a serial.
func beginsWithSerial(s string) bool {
	first, _, _ := strings.Cut(strings.TrimSpace(s), " ")
	if first == "" {
		return false
	}
	serial, _ := SerialWord(first)
	return serial != ""
}

// readSerialUnit reads the one serial of a text; ok is false where there is
// none, or more than one.
func readSerialUnit(s string) (u serialUnit, ok bool) {
	s = strings.NewReplacer("..", " ", "…", " ").Replace(s) // dots that lead to a page
	fields := strings.FieldsFunc(s, func(c rune) bool { return unicode.IsSpace(c) || c == '|' })
	for i, w := range fields {
		serial, span := SerialWord(w)
		if serial == "" {
			continue
		}
		if u.serial != "" && u.serial != serial {
			return u, false
		}
		u.serial, u.span = serial, span
		fields[i] = ""
	}
	if u.serial == "" {
		return u, false
	}
	rest := strings.Join(fields, " ")
	if n, _, numbered := sheet.LeadingFigure(strings.TrimSpace(rest)); numbered {
		u.number = n
	} else if first, _, _ := strings.Cut(strings.TrimSpace(rest), " "); plainNumber(first) > 0 {
		u.number = plainNumber(first)
	}
	u.words = wordSet(rest)
	return u, len(u.words) > 0
}

// plainNumber reads a number of at most three figures that stands alone.
func plainNumber(s string) int {
	if s == "" || len(s) > 3 {
		return 0
	}
	n := 0
	for _, c := range s {
		if c < '0' || c > '9' {
			return 0
		}
		n = 10*n + int(c-'0')
	}
	return n
}

// SerialWord reads a word as a serial: in brackets, or with a year before the
// dash. span says that it may be two years.
func SerialWord(w string) (serial string, span bool) {
	w = strings.TrimRight(w, ".…")
	if _, in := scoring.TakeSerial(strings.TrimRight(w, ",;:*")); in != "" && (w[0] == '[' || w[0] == '(') {
		return in, YearSpan(in) && w[0] == '('
	}
	bare := strings.Trim(w, ",;:()[]*“”\"")
	_, in := scoring.TakeSerial("[" + bare + "]")
	year, rest, ok := strings.Cut(in, "-")
	if !ok || len(year) < 4 || sheet.YearWord(year[:4]) == 0 || plainNumber(rest) == 0 {
		return "", false
	}
	for _, c := range year[4:] {
		if !unicode.IsUpper(c) {
			return "", false
		}
	}
	return in, YearSpan(in)
}

// YearSpan reports whether a serial can be two years that follow each other:
// "2021-22".
func YearSpan(s string) bool {
	year, rest, ok := strings.Cut(s, "-")
	return ok && len(rest) == 2 && sheet.YearWord(year) > 0 && plainNumber(rest) == (sheet.YearWord(year)+1)%100
}

// chapterWords are a chapter's words, by which texts elsewhere are known to be
// about it.
type chapterWords struct {
	number         int
	title, promise map[string]bool
}

func wordsOfChapter(c *model.Commitment) chapterWords {
	return chapterWords{c.Number, wordSet(c.IssueArea + " " + c.Title), wordSet(c.Text)}
}

// weighSerial sums what speaks for a text's serial being the chapter's.
func (r *Reader) weighSerial(c *chapterWords, u *serialUnit) int {
	var held [serialEvidences]bool
	held[serialWords] = share(c.promise, u.words) >= promiseShare
	title := share(c.title, u.words)
	held[serialTitle] = title >= titleShare && share(u.words, c.title) >= titleShare
	held[serialTitleWithin] = !held[serialTitle] && title == 1 && len(c.title) > 1
	if !held[serialWords] && !held[serialTitle] && !held[serialTitleWithin] {
		return 0 // a number alone is too little
	}
	held[serialNumber] = u.number > 0 && u.number == c.number
	held[serialYear] = strings.Contains(u.serial, "-")
	held[serialSpan] = u.span
	return r.Weigh(serialNames[:], serialWeights[:], held[:], func() sheet.Weighing {
		return sheet.Weighing{Question: "serial", Text: u.serial, Commitment: c.number, At: u.at}
	})
}

// wordSet are the words of a text that have letters, folded.
func wordSet(s string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.FieldsFunc(s, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) }) {
		if sheet.HasLetter(w) {
			out[vocabulary.Fold(w)] = true
		}
	}
	return out
}

// share is how much of a's words are among b's; 0 where a has none.
func share(a, b map[string]bool) float64 {
	n := 0
	for w := range a {
		if b[w] {
			n++
		}
	}
	return float64(n) / float64(max(1, len(a)))
}
