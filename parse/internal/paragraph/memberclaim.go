package paragraph

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/scoretext"
	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/parse/internal/marker"
	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/parse/layout"
	"recount.invalid/recount/vocabulary"
)

// Every report heads the sections of its members in one way, and nearly every
// report in another: 'Canada: +1', '+1 Canada', 'Canada [+1]', a name in bold
// before the first sentence. Each line that names one member and little else is
// a claim to be such a heading; what speaks for and against it is summed here.
// The report's own convention, the form that most of its members share, weighs
// most, so that it need not be known beforehand.

// memberEvidence is something that speaks for or against a member's heading.
type memberEvidence int

const (
	memberWorded memberEvidence = iota
	memberForm
	memberStyle
	memberSetOff
	memberGap
	memberProse
	memberOpening
	memberOrder
	memberRow
	memberOther
	memberInside
	memberSentence
	memberWords
	memberSettled
	memberEvidences
)

// memberWeights are the weights of evidence. Words that are a heading's wherever
// they stand outweigh all else together.
var memberWeights = [memberEvidences]int{
	memberWorded:   30, // its words alone are those of a heading ('Canada: +1')
	memberForm:     4,  // most members have a line of this form
	memberStyle:    1,  // most members have a line that is set like it
	memberSetOff:   2,  // it is set as headings are
	memberGap:      1,  // it stands clear of the text above
	memberProse:    2,  // running text follows
	memberOpening:  2,  // what follows opens a section: it speaks of the member or of compliance
	memberOrder:    1,  // it follows the member that the table has before it
	memberRow:      -7, // a line of another member stands right above or below: rows of a list
	memberOther:    -5, // what follows begins with another member
	memberInside:   -8, // the sentence above goes on in it, or it goes on in the line below
	memberSentence: -5, // it ends as a sentence does
	memberWords:    -5, // it has other words, and neither score nor level
	memberSettled:  -9, // the member has as many sections with a heading of another form
}

// memberNames name the evidence where it is counted.
var memberNames = [memberEvidences]string{
	"worded", "form", "style", "set off", "gap", "prose", "opening", "order", "row", "other", "inside", "sentence", "words", "settled",
}

// memberFloor is the least sum with which a line heads a member's section.
const memberFloor = 6

// minFormMembers is how many members must have a line of one form before it is
// the report's.
const minFormMembers = 3

// maxClaimBytes is the longest line that can head a member's section, in bytes.
const maxClaimBytes = 90

// memberClaim is a line, or the beginning of one, that may head the section of
// a member.
type memberClaim struct {
	line   *sheet.Line
	runs   int         // of the line that are the heading: all of them but in a paragraph's beginning
	cut    *sheet.Line // the line with the heading in runs of its own, where it has none; else nil
	form   scoretext.HeadingForm
	style  claimStyle
	worded bool
	set    bool // as a heading is
	// above and below are the neighbouring lines of the text, nil at its ends.
	above, below *sheet.Line
	number       *sectionNumber // of several levels, or Roman; nil for none
	behind       string         // the text of the line behind a heading that has a part of it
	holds        bool
}

// claimStyle is how a claim is set.
type claimStyle struct {
	size                     int // half points
	bold, italic, underlined bool
	runIn                    bool
}

// shape is what claims of one convention have in common.
type shape struct {
	form  string
	runIn bool
}

func (c *memberClaim) shape() shape { return shape{c.form.Form, c.style.runIn} }

// settleMemberHeads weighs every line that may head a member's section, and
// keeps those that do. Claims of a form with more evidence are settled first.
func (r *Reader) settleMemberHeads() {
	order, names := r.tableMembers()
	claims := r.memberClaims(names)
	if len(claims) == 0 {
		return
	}
	at := map[*sheet.Line]*memberClaim{}
	for _, c := range claims {
		at[c.line] = c
	}
	forms, styles := map[shape]map[string]int{}, map[claimStyle]map[string]int{}
	members := map[string]bool{}
	for _, c := range claims {
		count(forms, c.shape(), c.form.Code)
		count(styles, c.style, c.form.Code)
		members[c.form.Code] = true
	}
	withoutLabels(claims)
	most := func(n int) bool { return n >= minFormMembers && 2*n >= len(members) }
	holds := func(i int) (held [memberEvidences]bool) {
		c := claims[i]
		held[memberWorded] = c.worded
		held[memberForm] = most(len(forms[c.shape()]))
		held[memberStyle] = most(len(styles[c.style]))
		held[memberSetOff] = c.set
		held[memberGap] = c.clear()
		next := c.next()
		row := at[c.below] != nil && !c.style.runIn && at[c.below].form.Code != c.form.Code && !at[c.below].style.runIn ||
			at[c.above] != nil && !at[c.above].style.runIn && at[c.above].form.Code != c.form.Code
		held[memberRow] = row && !c.worded
		held[memberProse] = isProse(next, c)
		code, _, _, names := r.Vocab.MemberPrefix(script.WithoutArticle(next))
		_, says := scoretext.ComplianceWords(r.Vocab, next)
		held[memberOpening] = names && code == c.form.Code || says && !names
		held[memberOther] = names && code != c.form.Code
		held[memberOrder] = i > 0 && order[c.form.Code] > 0 && order[claims[i-1].form.Code] == order[c.form.Code]-1
		held[memberInside] = c.goesOn()
		held[memberSentence] = !c.style.runIn && strings.HasSuffix(strings.TrimRight(c.form.Form, " "), ".")
		held[memberWords] = c.form.Words > 0 && !c.form.Scored
		return held
	}
	weigh := func(i int, held [memberEvidences]bool) {
		c := claims[i]
		c.holds = memberFloor <= r.Weigh(memberNames[:], memberWeights[:], held[:], func() sheet.Weighing {
			l := c.line
			return sheet.Weighing{Question: "member heading", Text: sheet.Clip(l.Printed, maxClaimBytes), Member: c.form.Code, Score: c.form.Score, At: model.At{{Page: l.Page, Box: l.Box}}}
		})
	}
	evidence := make([][memberEvidences]bool, len(claims))
	groups := map[shape][]int{}
	total := map[shape]int{}
	for i, c := range claims {
		evidence[i] = holds(i)
		if c.worded {
			weigh(i, evidence[i])
			continue
		}
		groups[c.shape()] = append(groups[c.shape()], i)
		for e, h := range evidence[i] {
			if h {
				total[c.shape()] += memberWeights[e]
			}
		}
	}
	keys := make([]shape, 0, len(groups))
	for k := range groups {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b shape) int {
		if n := total[b] - total[a]; n != 0 {
			return n
		}
		return groups[a][0] - groups[b][0]
	})
	for _, k := range keys {
		settled, own := map[string]int{}, map[string]int{}
		for _, c := range claims {
			if c.holds && c.shape() != k {
				settled[c.form.Code]++
			}
		}
		for _, i := range groups[k] {
			own[claims[i].form.Code]++
		}
		for _, i := range groups[k] {
			code := claims[i].form.Code
			evidence[i][memberSettled] = settled[code] >= own[code]
			weigh(i, evidence[i])
		}
	}
	for _, c := range claims {
		if c.holds {
			r.heads[c.line] = c
		}
	}
}

// withoutLabels takes back the persons whom headings name without a word for what
// they did, where all headings of a form have the same: it is a label.
func withoutLabels(claims []*memberClaim) {
	alike := map[shape][]*memberClaim{}
	for _, c := range claims {
		if c.form.People != "" && c.form.Role == "" {
			alike[c.shape()] = append(alike[c.shape()], c)
		}
	}
	for _, cs := range alike {
		first := cs[0].form.People
		if len(cs) < minFormMembers || slices.ContainsFunc(cs, func(c *memberClaim) bool { return c.form.People != first }) {
			continue
		}
		for _, c := range cs {
			c.form.People = ""
		}
	}
}

func count[K comparable](in map[K]map[string]int, key K, code string) {
	if in[key] == nil {
		in[key] = map[string]int{}
	}
	in[key][code]++
}

// tableMembers gives the order in which the first table with members names
// them, from 1, and the names in tables that only a table's head may have.
func (r *Reader) tableMembers() (order map[string]int, names []scoretext.MemberAlias) {
	order = map[string]int{}
	seen := map[string]bool{}
	for _, p := range r.Pages {
		for _, t := range p.Tables {
			in := map[string]int{}
			for _, c := range t.Cells {
				text := c.Text.Text
				if text == "" || len(text) > maxClaimBytes {
					continue
				}
				code, ok := r.Vocab.Member(text)
				if !ok {
					if code, ok = r.Vocab.MemberHead(text); !ok || !strings.Contains(text, " ") {
						continue
					}
					if name := vocabulary.Fold(text); !seen[name] {
						seen[name] = true
						names = append(names, scoretext.MemberAlias{Name: name, Code: code})
					}
				}
				if in[code] == 0 {
					in[code] = len(in) + 1
				}
			}
			if len(order) == 0 && len(in) >= sheet.MinMatrixMembers {
				order = in
			}
		}
	}
	slices.SortFunc(names, func(a, b scoretext.MemberAlias) int {
		if n := len(b.Name) - len(a.Name); n != 0 {
			return n
		}
		return strings.Compare(a.Name, b.Name)
	})
	return order, names
}

// memberClaims finds the claims, in the order of the document.
func (r *Reader) memberClaims(names []scoretext.MemberAlias) []*memberClaim {
	var out []*memberClaim
	var before *sheet.Line
	for k, p := range r.Pages {
		for i, l := range p.Body {
			above := before
			before = l
			if l.Dir != model.Rightward || len(l.Runs) == 0 || p.InTable(l) {
				continue
			}
			c := r.claimOf(l, names)
			if c == nil {
				continue
			}
			c.above = above
			switch {
			case i+1 < len(p.Body):
				c.below = p.Body[i+1]
			case k+1 < len(r.Pages) && len(r.Pages[k+1].Body) > 0:
				c.below = r.Pages[k+1].Body[0]
			}
			out = append(out, c)
		}
	}
	return inSequence(out)
}

// inSequence drops the claims with a number of which no neighbour goes on with
// it: an amount, or a date.
func inSequence(claims []*memberClaim) []*memberClaim {
	follows := func(a, b *memberClaim) bool {
		return a.number != nil && b.number != nil && a.number.Above == b.number.Above && a.number.Own+1 == b.number.Own
	}
	var out []*memberClaim
	for i, c := range claims {
		if c.number == nil || i > 0 && follows(claims[i-1], c) || i+1 < len(claims) && follows(c, claims[i+1]) {
			out = append(out, c)
		}
	}
	return out
}

// claimOf reads a line as a claim; nil where it is none.
func (r *Reader) claimOf(l *sheet.Line, names []scoretext.MemberAlias) *memberClaim {
	read := memberClaim{line: l, runs: len(l.Runs)} // most lines are none, and cost no memory
	c := &read
	c.style = claimStyle{layout.HalfPoints(l.Size), l.Bold, l.Italic, l.Underlined, false}
	k := runsSetOff(l)
	mixed := k > 0
	reads := len(script.ShortLeader(l.Printed)) <= maxClaimBytes && r.readForm(c, names)
	if mixed && !(reads && c.form.Scored && c.form.Words == 0) {
		// What stands behind the set-off part may be the section's text.
		if in := r.runInClaim(l, k, names); in != nil {
			return in
		}
	}
	if !reads && !mixed {
		return r.plainRunIn(l, names)
	}
	if !reads || mixed && !c.form.Scored {
		return nil
	}
	b := &Block{Page: l.On, Lines: []*sheet.Line{l}, Size: l.Size, Bold: l.Bold, Italic: l.Italic}
	_, _, _, c.worded = r.wordedHeading(b)
	c.set = mixed || r.HeadingLike(b) || l.Italic || l.Underlined
	claim := read
	return &claim
}

// runInClaim reads the first k runs of a line, which are set off, as a heading
// behind which the section's text begins; nil where they are none.
func (r *Reader) runInClaim(l *sheet.Line, k int, names []scoretext.MemberAlias) *memberClaim {
	first := l.Runs[0]
	c := &memberClaim{line: l, runs: k, set: true}
	c.style = claimStyle{layout.HalfPoints(l.Size), first.Bold, first.Italic, false, true}
	head, _ := r.Raw(sheet.Part{L: l, From: 0, To: k})
	c.behind, _ = r.Raw(sheet.Part{L: l, From: k, To: len(l.Runs)})
	if !parted(head, c.behind) || len(script.ShortLeader(head)) > maxClaimBytes || !r.readForm(c, names) || c.form.Words > 0 && !c.form.Scored {
		return nil
	}
	if _, rest, numbered := LeadingSection(head); numbered {
		head = rest
	}
	name, score, known := scoretext.HeadingScore(r.Vocab, head)
	_, member := r.Vocab.Member(name)
	c.worded = known && member && score != nil && c.style.bold
	return c
}

// plainRunIn reads a name with its score and a colon at the beginning of a line as a
// heading that is not set off from the section's text behind it ("Canada (+1):
// Canada has …"); nil where the line begins otherwise.
func (r *Reader) plainRunIn(l *sheet.Line, names []scoretext.MemberAlias) *memberClaim {
	read := 0 // bytes before the run
	for i := range l.Runs {
		text := l.Runs[i].Text
		at := strings.IndexByte(text, ':')
		if read += len(text); at < 0 && read < maxClaimBytes {
			continue
		}
		head, rest := text[:at+1], strings.TrimSpace(text[at+1:])
		if at < 0 || rest == "" {
			return nil
		}
		m := *l.Line
		m.Runs = slices.Concat(l.Runs[:i], layout.CutRun(l.Runs[i], []string{head, rest}, 0), l.Runs[i+1:])
		cut := *l
		cut.Line, cut.Origin = &m, l
		c := r.runInClaim(&cut, i+1, names)
		if c == nil || !c.form.Scored || c.form.Words > 0 {
			return nil
		}
		c.line, c.cut, c.set, c.worded = l, &cut, false, false
		return c
	}
	return nil
}

// readForm reads the form and the section's number of a claim; false where it
// has no form of a heading.
func (r *Reader) readForm(c *memberClaim, names []scoretext.MemberAlias) bool {
	head := r.gapped(c.line, c.runs)
	if number, rest, numbered := LeadingSection(head); numbered {
		c.number, head = &number, rest
	}
	form, ok := scoretext.ReadHeadingForm(r.Vocab, head, names)
	c.form = form
	return ok && form.Words <= maxFormWords
}

// wideGap is how wide a gap in a heading is, as a ratio of the size, that sets
// what stands behind it off: a score or a name at the other margin.
const wideGap = 1.2

// Gapped is a line's text with tabs in the places of wide gaps.
func (r *Reader) Gapped(l *sheet.Line) string { return r.gapped(l, len(l.Runs)) }

// gapped is the text of a line's first runs with tabs in the places of wide gaps.
func (r *Reader) gapped(l *sheet.Line, runs int) string {
	var parts []string
	from := 0
	for i := 1; i <= runs; i++ {
		if i == runs || l.Runs[i].Gap > wideGap*l.Size {
			text, _ := r.Raw(sheet.Part{L: l, From: from, To: i})
			parts = append(parts, text)
			from = i
		}
	}
	return strings.Join(parts, "\t")
}

// maxFormWords bounds the words beside the name and the score.
const maxFormWords = 4

// runsSetOff is how many runs at a line's start are set in bold or in italics
// before text that is not; 0 is none. Figures and signs between them, as a minus
// from a font of mathematics, are set off with them.
func runsSetOff(l *sheet.Line) int {
	first := l.Runs[0]
	if !first.Bold && !first.Italic {
		return 0
	}
	k := 0
	for i, run := range l.Runs {
		alike := run.Bold == first.Bold && run.Italic == first.Italic
		if alike {
			k = i + 1
		} else if sheet.HasLetter(run.Text) {
			return k
		}
	}
	return 0
}

// parted reports whether a heading at a paragraph's beginning ends there: a
// stop, a colon, a bracket or a dash stands between it and what follows, which
// begins a sentence.
func parted(head, behind string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(head, " "))
	behind = strings.TrimLeft(behind, " ")
	first, n := utf8.DecodeRuneInString(behind)
	second, _ := utf8.DecodeRuneInString(behind[n:])
	if strings.ContainsRune(".:;|", first) || script.IsMinus(first) && !unicode.IsDigit(second) || first == '—' {
		last, behind = first, strings.TrimLeft(behind[n:], " ")
	}
	if !BeginsAnew(behind) {
		return false
	}
	return strings.ContainsRune(".:;|)]}—", last) || script.IsMinus(last) || unicode.IsDigit(last)
}

// clear reports whether a claim stands clear of the text above it.
func (c *memberClaim) clear() bool {
	a, l := c.above, c.line
	if a == nil || a.On != l.On {
		return true
	}
	gap := (l.Baseline - a.Baseline) / l.Size
	return gap > l.On.Lead+0.28 || gap < -0.5
}

// next is what follows the heading: the rest of its line, or the line below.
func (c *memberClaim) next() string {
	if c.style.runIn {
		return strings.TrimLeft(c.behind, " .:;|–—-")
	}
	if c.below == nil {
		return ""
	}
	return c.below.Printed
}

// isProse reports whether what follows a claim is running text: most of a line.
func isProse(next string, c *memberClaim) bool {
	if c.style.runIn {
		return true
	}
	b := c.below
	return b != nil && !b.Bold && strings.Count(next, " ") >= 4 && (b.Box.Width() > 0.6*b.Width() || sheet.EndsSentence(next))
}

// goesOn reports whether the line is part of a sentence: of one that the line
// above leaves open, or one that the line below goes on with.
func (c *memberClaim) goesOn() bool {
	if c.style.runIn {
		return c.above != nil && c.above.On == c.line.On && !c.clear() && !sheet.EndsSentence(c.above.Printed) && c.above.Right()-c.above.Box.X1() < 0.25*c.above.Width()
	}
	if a := c.above; a != nil && !c.clear() && !c.set && !sheet.EndsSentence(a.Printed) && a.Right()-a.Box.X1() < 0.25*a.Width() {
		return true
	}
	first, _ := utf8.DecodeRuneInString(c.next())
	return unicode.IsLower(first) && layout.SameSize(c.below.Size, c.line.Size) && c.below.Bold == c.line.Bold
}

// headOf is the claim that heads a block; nil where none does.
func (r *Reader) headOf(b *Block) *memberClaim {
	if len(b.Lines) == 0 {
		return nil
	}
	return r.heads[b.Lines[0]]
}

// splitRunIn cuts the lines that begin with a member's heading and go on with
// the section's text: the two become lines of their own, as if the heading had
// been set above.
func (r *Reader) splitRunIn(ls []*sheet.Line) []*sheet.Line {
	var out []*sheet.Line
	for i, l := range ls {
		c := r.heads[l]
		if c == nil || c.cut == nil && c.runs == len(l.Runs) {
			if out != nil {
				out = append(out, l)
			}
			continue
		}
		if out == nil {
			out = append(out, ls[:i]...)
		}
		whole := l
		if c.cut != nil {
			whole = c.cut
		}
		head, rest := r.CutLine(whole, 0, c.runs), r.CutLine(whole, c.runs, len(whole.Runs))
		r.heads[head] = c
		delete(r.heads, l)
		out = append(out, head, rest)
	}
	if out == nil {
		return ls
	}
	return out
}

// scoreBelow reports whether a line is the score that belongs to the heading
// above it.
func (r *Reader) scoreBelow(l *sheet.Line) bool {
	if len(l.Printed) > maxClaimBytes {
		return false
	}
	text, _ := r.Raw(marker.WholeLines([]*sheet.Line{l})[0])
	_, ok := scoretext.ScoreForm(r.Vocab, text)
	return ok
}

// HeadPeople are the persons whom the heading of a member's section names and
// the word for what they did; empty where it names none.
func (r *Reader) HeadPeople(b *Block) (role, names string) {
	c := r.headOf(b)
	if c == nil {
		return "", ""
	}
	return c.form.Role, c.form.People
}

// partsHead reports whether a line is parted from the open block because one of
// them heads a member's section in the report's own way. The score below a name
// belongs to it.
func (r *Reader) partsHead(open *Block, l *sheet.Line) bool {
	if c := r.heads[l]; c != nil && !c.worded {
		return true
	}
	c := r.headOf(open)
	if c == nil || c.worded {
		return false
	}
	return len(open.Lines) > 1 || c.form.Scored || !r.scoreBelow(l)
}
