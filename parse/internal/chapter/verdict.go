package chapter

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/action"
	"recount.invalid/recount/notation/date"
	"recount.invalid/recount/notation/scoretext"
	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/parse/internal/marker"
	"recount.invalid/recount/parse/internal/paragraph"
	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/vocabulary"
)

// verdictBlocks is a member's section before it is read.
type verdictBlocks struct {
	code, name string
	score      *int
	heading    *paragraph.Block
	blocks     []*paragraph.Block
	people     []model.Person
	// headed are the persons whom the heading names.
	headed []model.Person
}

// newVerdict begins the section that a heading opens.
func (r *Reader) newVerdict(code, name string, score *int, heading *paragraph.Block) *verdictBlocks {
	v := &verdictBlocks{code: code, name: name, score: score, heading: heading}
	if role, people := r.HeadPeople(heading); people != "" {
		v.headed = append(v.headed, model.Person{Role: role, Name: people, At: r.Content(heading).At})
	}
	return v
}

// finished reports whether the section has come to its end: an analyst was
// named, or the sentence with the score.
func (v *verdictBlocks) finished(r *Reader) bool {
	if len(v.people) > 0 {
		return true
	}
	if n := len(v.blocks); n > 0 && v.blocks[n-1].Table == nil {
		_, score, ok := scoretext.ConcludingScore(r.Vocab, r.Content(v.blocks[n-1]).Text)
		return ok && score != nil
	}
	return false
}

// headsNotes reports whether a paragraph is the heading of notes, however it is set:
// behind a section that has its score it does not belong to the member.
func (r *Reader) headsNotes(text string) bool {
	kind, ok := r.Vocab.Heading(text)
	return ok && kind == vocabulary.HeadingNotes
}

// readVerdict tells opening, actions, closing and conclusion apart. The
// conclusion is looked for from the end, the opening at the start; what is
// neither, dated or not, is an action.
func (r *Reader) readVerdict(v *verdictBlocks, c *Chapter) model.Verdict {
	h := r.Content(v.heading)
	out := model.Verdict{Member: v.code, Name: v.name, Heading: &h, HeadingScore: v.score, Actions: []model.Action{}}
	out.At = append(model.At{}, h.At...)
	if _, illegible := paragraph.WithoutIllegibleScore(h.Text); illegible && v.score == nil {
		r.Warn("score-illegible", "the score in the heading of "+v.name+" cannot be read: "+h.Text, h.At)
	}
	var ts []model.Text
	for _, b := range v.blocks {
		t := r.Content(b)
		ts = append(ts, t)
		out.At = out.At.Join(t.At)
	}
	ts = r.takeSignature(v, ts)
	ts = r.takeUnderHead(v, &out, ts)
	for _, p := range append(v.headed, v.people...) {
		out.At = out.At.Join(p.At)
		if out.Analyst == "" {
			out.Analyst = p.Name
		} else {
			out.Analyst += "; " + p.Name
		}
	}
	from := 0
	if score, ok := r.ScoreLine(firstText(ts)); ok && out.HeadingScore == nil {
		// The score stands on a line of its own below the member's name.
		out.HeadingScore = score
		out.Heading = new(model.Text)
		*out.Heading = marker.AppendText(h, ts[0], "\n")
		ts = ts[1:]
		v.blocks = v.blocks[1:]
	}
	to, behind := r.readConclusion(&out, ts)
	r.closeByConclusion(&out)
	if to == 0 && len(ts) > 0 && out.Closing != nil && r.isOpening(ts[0].Text, v.code) {
		// A section of one paragraph opens with its verdict.
		r.openSingle(&out, v.code)
	}
	if out.Opening != nil && to > 0 {
		from = 1
	}
	if from == 0 && from < to {
		if r.isOpening(ts[0].Text, v.code) {
			out.Opening = r.statement(ts[0])
			from = 1
		} else if level := r.OpeningLevel(ts[0], out.HeadingScore); level != "" {
			out.Opening = r.statement(ts[0])
			out.Opening.Compliance = level
			from = 1
		} else if r.opensLater(ts[0], v.code) {
			out.Opening = r.statement(ts[0])
			from = 1
		}
	}
	if from < to {
		ts = slices.Concat(ts[:from], c.withoutNumbers(ts[from:to]), ts[to:])
	}
	years := action.YearSense{Period: r.Rep.Report.Period}
	var open *sheet.Line // the first of the last action
	for i, t := range ts {
		if i < from || i >= to && (i < behind || !r.dated(t)) {
			continue
		}
		a := r.readAction(t, v.code, &years)
		if n := len(out.Actions); n > 0 && a.Date == "" && (paragraph.Bullet(t.Text) && !beside(open, v.blocks[i]) || listItem(v.blocks[i], out.Actions[n-1].Text)) {
			j := marker.AppendText(model.Text{Text: out.Actions[n-1].Text, Footnotes: out.Actions[n-1].Footnotes, At: out.Actions[n-1].At}, t, "\n")
			out.Actions[n-1].Text, out.Actions[n-1].Footnotes, out.Actions[n-1].At = j.Text, j.Footnotes, j.At
			out.Actions[n-1].Amounts = append(out.Actions[n-1].Amounts, a.Amounts...)
			continue
		}
		out.Actions = append(out.Actions, a)
		open = firstLine(v.blocks[i])
	}
	r.checkVerdict(&out)
	return out
}

// firstLine is a block's first line, nil for a table.
func firstLine(b *paragraph.Block) *sheet.Line {
	if b.Table != nil || len(b.Lines) == 0 {
		return nil
	}
	return b.Lines[0]
}

// beside reports whether a block behind a list's mark is no part of the action before it,
// which begins with line open, but stands beside it in one list: both have the same mark
// at the same indent.
func beside(open *sheet.Line, b *paragraph.Block) bool {
	l := firstLine(b)
	if open == nil || l == nil || !paragraph.Bullet(open.Printed) {
		return false
	}
	x, _ := utf8.DecodeRuneInString(open.Printed)
	y, _ := utf8.DecodeRuneInString(l.Printed)
	in := func(l *sheet.Line) float64 { return l.Box.X0() - l.Left() }
	return x == y && math.Abs(in(open)-in(l)) < 0.3*l.Size
}

func firstText(ts []model.Text) string {
	if len(ts) == 0 {
		return ""
	}
	return ts[0].Text
}

// openSingle divides a section's only paragraph: it opens with the verdict, and
// where a later sentence states the verdict again, that one closes it.
func (r *Reader) openSingle(out *model.Verdict, code string) {
	t := model.Text{Text: out.Closing.Text, Footnotes: out.Closing.Footnotes, At: out.Closing.At}
	out.Opening, out.Closing = r.statement(t), nil
	ss := script.Sentences(r.Vocab, t.Text)
	for k := len(ss) - 1; k > 0; k-- {
		again := marker.CutText(t, ss[k].Start, ss[k].End).Text
		if _, says := scoretext.ComplianceWords(r.Vocab, again); says && r.beginsWithMember(again, code) {
			out.Opening = r.statement(marker.CutText(t, 0, ss[k].Start))
			out.Closing = r.statement(marker.CutText(t, ss[k].Start, -1))
			return
		}
	}
}

// listItem reports whether a block goes on with a list that the text before
// it announces or is part of: the text ends with a colon or semicolon, and the
// block stands farther in than the page's text; a semicolon alone is enough.
func listItem(b *paragraph.Block, before string) bool {
	if b.Table != nil || len(b.Lines) == 0 || b.Align == paragraph.AlignRight {
		return false
	}
	if strings.HasSuffix(before, ";") || strings.HasSuffix(before, "; and") || strings.HasSuffix(before, "; or") {
		return true // no paragraph ends so
	}
	before = strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(before, " and"), " or"), ",")
	l := b.Lines[0]
	return (strings.HasSuffix(before, ":") || strings.HasSuffix(before, ";")) && l.Box.X0() > l.Left()+0.8*l.Size
}

// isOpening reports whether a section's first paragraph states the verdict
// rather than an action.
func (r *Reader) isOpening(s, code string) bool {
	if _, dated := action.LeadingDate(r.Vocab, s, nil); dated && !r.beginsWithMember(s, code) {
		return false
	}
	if _, ok := scoretext.ComplianceWords(r.Vocab, r.FirstSentence(s)); ok {
		return true
	}
	return false
}

// opensLater reports whether a section's first paragraph, which has neither date nor
// source, leads up to the verdict: it states a level of compliance in a sentence that
// begins with the member ('Its coast is short. France has fully complied.'), or, where
// the first begins with the member or names no other, the verdict in the second with a pronoun for it
// ('Of the eight, France has the longest coast. It has fully complied.').
func (r *Reader) opensLater(t model.Text, code string) bool {
	if len(t.Footnotes) > 0 || len(date.FindDates(r.Vocab, t.Text)) > 0 {
		return false
	}
	ss := script.Sentences(r.Vocab, t.Text)
	for k := 1; k < len(ss); k++ {
		s := marker.CutText(t, ss[k].Start, ss[k].End).Text
		says, stated := scoretext.ComplianceWords(r.Vocab, s)
		if !stated {
			continue
		}
		pronoun, _, _ := strings.Cut(s, " ")
		if r.beginsWithMember(s, code) && says != "" || k == 1 && r.isAbout(marker.CutText(t, ss[0].Start, ss[0].End).Text, code) && r.Vocab.Has(vocabulary.ConclusionPronouns, pronoun) {
			return true
		}
	}
	return false
}

// isAbout reports whether a sentence begins with the member, or names it and no other.
func (r *Reader) isAbout(s, code string) bool {
	if r.beginsWithMember(s, code) {
		return true
	}
	named := r.Vocab.MembersIn(s)
	for _, m := range named {
		if m.Code != code {
			return false
		}
	}
	return len(named) > 0
}

func (r *Reader) beginsWithMember(s, code string) bool {
	got, _, _, ok := r.Vocab.MemberPrefix(script.WithoutArticle(s))
	return ok && got == code
}

// readConclusion finds the closing and the sentence with the score at a
// section's end and gives the index of the first paragraph that belongs to them
// and of the first behind them.
func (r *Reader) readConclusion(out *model.Verdict, ts []model.Text) (end, behind int) {
	c, ok := r.settleConclusion(out.Member, out.Name, ts)
	if !ok {
		return r.closedBefore(out, ts, len(ts)), len(ts)
	}
	t := ts[c.paragraph]
	sentence := marker.CutText(t, c.At.Start, c.At.End)
	out.ConcludingScore, out.Concluding = &c.Score, &sentence
	if c.paragraph == 0 && len(ts) > 1 {
		// The section opens with its verdict and score; the evidence follows.
		out.Opening = r.statement(t)
		out.Concluding = &t
		return len(ts), len(ts)
	}
	behind = c.paragraph + 1
	for _, t := range ts[behind:] {
		if !r.dated(t) {
			r.Warn("after-conclusion", "text behind the conclusion of a member's section: "+t.Text, t.At)
		}
	}
	rest := marker.CutText(t, 0, c.At.Start)
	if after := marker.CutText(t, c.At.End, -1); after.Text != "" {
		rest = t // the closing goes on behind it
	}
	if rest.Text == "" {
		return r.closedBefore(out, ts, c.paragraph), behind
	}
	_, says := scoretext.ComplianceWords(r.Vocab, rest.Text)
	if !says && (r.dated(rest) || len(rest.Footnotes) > 0) {
		// What is told before the score is an action: a paragraph of evidence that
		// ends with the score stays whole.
		return behind, behind
	}
	out.Closing = r.statement(rest)
	return c.paragraph, behind
}

// closedBefore looks for the closing before the conclusion: the last paragraph
// that speaks of compliance, and the undated ones behind it. It gives the index
// of its first paragraph, end where there is none.
func (r *Reader) closedBefore(out *model.Verdict, ts []model.Text, end int) int {
	for i := end - 1; i >= 1 && i >= end-4; i-- {
		t := ts[i]
		if _, dated := action.LeadingDate(r.Vocab, t.Text, nil); dated && !r.beginsWithMember(t.Text, out.Member) {
			break
		}
		if _, ok := scoretext.ComplianceWords(r.Vocab, t.Text); ok {
			var all model.Text
			for _, p := range ts[i:end] {
				all = marker.AppendText(all, p, "\n")
			}
			out.Closing = r.statement(all)
			return i
		}
	}
	return end
}

// closeByConclusion takes the level of compliance from the sentence with the
// score where no closing in front of it says one.
func (r *Reader) closeByConclusion(out *model.Verdict) {
	if out.Concluding == nil || out.Closing != nil && out.Closing.Compliance != "" {
		return
	}
	level := scoretext.ConcludedLevel(r.Vocab, out.Concluding.Text)
	if level == "" {
		return
	}
	closing := *out.Concluding
	if out.Closing != nil && out.Closing.Text != closing.Text {
		closing = marker.AppendText(model.Text{Text: out.Closing.Text, Footnotes: out.Closing.Footnotes, At: out.Closing.At}, closing, " ")
	}
	out.Closing = &model.Statement{Compliance: level, Text: closing.Text, Footnotes: closing.Footnotes, At: closing.At}
}

// dated reports whether a paragraph tells of an action with its date.
func (r *Reader) dated(t model.Text) bool {
	_, ok := action.LeadingDate(r.Vocab, t.Text, nil)
	return ok
}

func (r *Reader) statement(t model.Text) *model.Statement {
	says, _ := scoretext.ComplianceWords(r.Vocab, t.Text)
	return &model.Statement{Compliance: says, Text: t.Text, Footnotes: t.Footnotes, At: t.At}
}

// checkVerdict says what a member's section lacks.
func (r *Reader) checkVerdict(v *model.Verdict) {
	if v.HeadingScore == nil && v.ConcludingScore == nil && !r.NotAssessed(v.Heading.Text) {
		r.Warn("verdict-without-score", "no score was read in the section of "+v.Name, v.At)
	}
	if v.Opening == nil && len(v.Actions) == 0 && v.Closing == nil {
		r.Warn("verdict-empty", "no text was found in the section of "+v.Name, v.At)
	}
}
