package chapter

import (
	"strings"
	"unicode/utf8"

	"recount.invalid/recount/internal/parallel"
	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/scoretext"
	"recount.invalid/recount/parse/internal/marker"
	"recount.invalid/recount/parse/internal/paragraph"
	"recount.invalid/recount/parse/internal/scoring"
	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/vocabulary"
)

// ReadChapters reads the chapters, each for itself, and puts what they give
// together in the order in which they stand.
func (r *Reader) ReadChapters() error {
	found := make([]*model.Report, len(r.Chapters))
	r.signed = r.signsInBrackets()
	r.frames = r.conclusionFrames()
	r.under = r.underHeads()
	parallel.Each(r.Jobs, len(r.Chapters), func(i int) {
		if r.Stopped() {
			return
		}
		own := r.Into(&model.Report{Report: r.Rep.Report})
		own.readChapter(i, r.Chapters[i])
		found[i] = own.Rep
	})
	if r.Stopped() {
		return nil // some chapters are not read
	}
	for i, c := range r.Chapters {
		rep := found[i]
		r.Rep.Commitments = append(r.Rep.Commitments, *c.Rep)
		r.Rep.Sections = append(r.Rep.Sections, rep.Sections...)
		r.Rep.Matrices = append(r.Rep.Matrices, rep.Matrices...)
		r.Rep.Tables = append(r.Rep.Tables, rep.Tables...)
		r.Rep.Warnings = append(r.Rep.Warnings, rep.Warnings...)
	}
	return r.JudgeReport()
}

// readChapter reads one chapter, the i-th. Other chapters may be read at the
// same time: of the reading it changes promiseBlocks and what rep holds of
// sections, matrices, tables and warnings, nothing else.
func (r *Reader) readChapter(i int, c *Chapter) {
	c.Rep = &model.Commitment{}
	if c.byMember != nil {
		r.readByMember(c)
		if !c.printed {
			c.Number = i + 1
		}
		c.Rep.Number = c.Number
		return
	}
	r.readHeading(i, c)
	if !c.printed {
		c.Number = i + 1
	}
	c.Rep.Number = c.Number
	r.readParts(c)
}

// readParts walks a chapter's blocks: section headings switch the part that
// is read, member headings open verdicts, tables are read by what is in them.
func (r *Reader) readParts(c *Chapter) {
	mode := vocabulary.HeadingCommitment
	var promise []model.Text
	var verdict *verdictBlocks
	var verdicts []*verdictBlocks
	var other *model.Section
	var back *model.Section
	headSize := 0.0 // of the known section headings
	listed := 0     // blocks of a list of scores that are still to come
	left := 0.0     // where the text of the features begins
	for i, b := range c.blocks {
		c.span(b)
		if listed == 0 && mode == vocabulary.HeadingAssessment && c.Rep.Assessment == nil {
			c.Rep.Assessment, listed = r.ScoreList(c.blocks[i:])
		}
		if listed > 0 {
			listed--
			b.Used = true
			continue
		}
		if b.Table != nil {
			r.readChapterTable(c, i, mode)
			continue
		}
		if verdict == nil && r.averageBehind(c, i) {
			b.Used = true
			continue
		}
		text := r.Content(b)
		if (verdict == nil || i == len(c.blocks)-1) && r.averageStated(c, text) {
			b.Used = true
			continue
		}
		kind, isSection := r.SectionKind(b)
		if isSection && verdict != nil && !r.endsVerdicts(kind, b, headSize) {
			isSection = false
		}
		if isSection {
			b.Used = true
			verdict, other = nil, nil
			back = nil
			headSize = max(headSize, b.Size)
			left = b.Lines[0].Box.X0()
			mode = kind
			c.Rep.Headings = append(c.Rep.Headings, model.Heading{Kind: kind, Text: text.Text, At: text.At})
			if !paragraph.ChapterKinds[kind] {
				s := model.Section{Heading: text.Text, At: text.At, Paragraphs: []model.Text{}}
				c.Rep.Other = append(c.Rep.Other, s)
				other = &c.Rep.Other[len(c.Rep.Other)-1]
			}
			continue
		}
		if code, name, score, ok := r.MemberHeading(b); ok && (mode != vocabulary.HeadingCommitment || c.Rep.Assessment != nil || c.headless || c.partless) {
			b.Used = true
			verdict = r.newVerdict(code, name, score, b)
			verdicts = append(verdicts, verdict)
			back = nil
			continue
		}
		if kind, label, name, ok := r.RoleLine(text.Text); ok && back == nil {
			r.addPerson(c, verdict, kind, label, name, text.At)
			b.Used = true
			continue
		}
		if verdict != nil {
			if back == nil && verdict.finished(r) && (r.HeadingLike(b) || r.headsNotes(text.Text)) {
				r.Rep.Sections = append(r.Rep.Sections, model.Section{Heading: text.Text, At: text.At})
				back = &r.Rep.Sections[len(r.Rep.Sections)-1]
				b.Used = true
				continue
			}
			if back != nil {
				back.Paragraphs = append(back.Paragraphs, text)
				back.At = back.At.Join(text.At)
				b.Used = true
				continue
			}
			verdict.blocks = append(verdict.blocks, b)
			b.Used = true
			continue
		}
		if r.HeadingLike(b) && headSize > 0 && b.Size >= headSize*0.97 && b.Bold && mode != vocabulary.HeadingCommitment {
			c.Rep.Other = append(c.Rep.Other, model.Section{Heading: text.Text, At: text.At})
			other = &c.Rep.Other[len(c.Rep.Other)-1]
			mode = ""
			b.Used = true
			continue
		}
		b.Used = true
		if (mode == vocabulary.HeadingGuidelines || mode == vocabulary.HeadingScoring) && r.awardsScore(text.Text) {
			// A member's section whose heading was not recognised has begun.
			r.Warn("section-without-heading", "a sentence awards a score, but no member's section was recognised: "+sheet.Clip(text.Text, 80), text.At)
			mode = ""
		}
		if (mode == vocabulary.HeadingGuidelines || mode == vocabulary.HeadingBackground) && r.OpensTerms(c.blocks, i) {
			mode = vocabulary.HeadingDefinitions
		}
		switch mode {
		case vocabulary.HeadingCommitment:
			promise = append(promise, text)
			r.promiseBlocks = append(r.promiseBlocks, c.blocks[i])
		case vocabulary.HeadingAssessment, vocabulary.HeadingBackground:
			c.Rep.Background = append(c.Rep.Background, text)
		case vocabulary.HeadingFeatures:
			if paragraph.TermSetIn(b, left) {
				c.Rep.Definitions = r.AddDefinition(c.Rep.Definitions, text, b)
				continue
			}
			left = b.Lines[0].Box.X0()
			c.Rep.Features = append(c.Rep.Features, text)
		case vocabulary.HeadingDefinitions:
			for _, part := range r.TermParts(b) {
				c.Rep.Definitions = r.AddDefinition(c.Rep.Definitions, r.Content(part), part)
			}
		case vocabulary.HeadingGuidelines:
			c.Rep.Guidelines = r.AddLevel(c.Rep.Guidelines, text)
		case vocabulary.HeadingScoring:
			c.Rep.Rubric = r.AddLevel(c.Rep.Rubric, text)
		default:
			if other == nil {
				c.Rep.Other = append(c.Rep.Other, model.Section{At: text.At})
				other = &c.Rep.Other[len(c.Rep.Other)-1]
			}
			other.Paragraphs = append(other.Paragraphs, text)
			other.At = other.At.Join(text.At)
		}
	}
	r.takeStatedAverage(c)
	c.takeUnlevelled()
	c.takeGuidelineLevels()
	r.readPromise(c, promise)
	c.takeClosingPeople(verdicts)
	c.findItemForms(r, verdicts)
	for _, v := range verdicts {
		c.Rep.Verdicts = append(c.Rep.Verdicts, r.readVerdict(v, c))
	}
	c.ledBy()
	r.checkChapter(c)
}

// minSectionsSigned is how many sections a chapter must have before people who
// are named behind the last of them alone are the chapter's.
const minSectionsSigned = 3

// takeClosingPeople gives those who are named at the end of a chapter, and in
// none of its sections but the last, to the chapter.
func (c *Chapter) takeClosingPeople(verdicts []*verdictBlocks) {
	n := len(verdicts)
	if n < minSectionsSigned {
		return
	}
	for _, v := range verdicts[:n-1] {
		if len(v.people) > 0 {
			return
		}
	}
	c.Rep.People = append(c.Rep.People, verdicts[n-1].people...)
	verdicts[n-1].people = nil
}

// takeUnlevelled moves what stands in the scoring table without a level, such
// as the heads of its columns, to the other sections: the scoring table is
// levels and nothing else.
func (c *Chapter) takeUnlevelled() {
	var levels []model.Level
	var rest model.Section
	for _, l := range c.Rep.Rubric {
		if l.Score != nil {
			levels = append(levels, l)
			continue
		}
		rest.Paragraphs = append(rest.Paragraphs, scoring.LevelText(l))
		rest.At = rest.At.Join(l.At)
	}
	if len(levels) == 0 || len(rest.Paragraphs) == 0 {
		return // without any level the text stays where it was found
	}
	for _, h := range c.Rep.Headings {
		if h.Kind == vocabulary.HeadingScoring {
			rest.Heading = h.Text
		}
	}
	c.Rep.Rubric = levels
	c.Rep.Other = append(c.Rep.Other, rest)
}

// minGuidelineLevels is how many levels guidelines have at least that are the scoring
// table.
const minGuidelineLevels = 2

// takeGuidelineLevels makes the levels of the guidelines the scoring table where the
// chapter has no other and their scores are printed ('Full Compliance (+1): …'); what
// the guidelines say beside stays theirs.
func (c *Chapter) takeGuidelineLevels() {
	if len(c.Rep.Rubric) > 0 {
		return
	}
	var levels, rest []model.Level
	seen := map[int]bool{}
	for _, l := range c.Rep.Guidelines {
		switch {
		case l.Score == nil:
			rest = append(rest, l)
		case seen[*l.Score] || !strings.ContainsAny(l.Label+sheet.Clip(l.Text, maxLevelHead), "01"):
			return
		default:
			seen[*l.Score] = true
			levels = append(levels, l)
		}
	}
	if len(levels) >= minGuidelineLevels {
		c.Rep.Rubric, c.Rep.Guidelines = levels, rest
	}
}

// maxLevelHead is within how many code points of its text a level's score is printed.
const maxLevelHead = 60

// awardsScore reports whether a paragraph is the conclusion of a member's
// section, and so no level of a rubric.
func (r *Reader) awardsScore(s string) bool {
	if len(s) > 400 {
		return false
	}
	name, score, ok := scoretext.ConcludingScore(r.Vocab, s)
	if !ok || score == nil {
		return false
	}
	_, known := r.Vocab.Member(name)
	return known
}

// endsVerdicts reports whether a section heading inside a member's section
// really ends it: it is set as a heading.
func (r *Reader) endsVerdicts(kind string, b *paragraph.Block, headSize float64) bool {
	return r.HeadingLike(b) && (headSize == 0 || b.Size >= headSize*0.97 || !paragraph.ChapterKinds[kind])
}

// span widens the chapter's page range by a block.
func (c *Chapter) span(b *paragraph.Block) {
	first, last := b.Page.Number, b.Page.Number
	if n := len(b.Lines); n > 0 {
		last = b.Lines[n-1].Page
	}
	if c.Pages[0] == 0 {
		c.Pages[0] = first
	}
	c.Pages[1] = max(c.Pages[1], last)
}

func (r *Reader) readChapterTable(c *Chapter, i int, mode string) {
	b := c.blocks[i]
	b.Used = true
	t := b.Table
	if c.scoresEnd > 0 && (c.scoresEnd == i || c.blocks[c.scoresEnd-1].Page.Number+1 == b.Page.Number && r.headsAgain(c.blocks, c.scoresEnd-1, i)) {
		if more := r.AssessmentGoesOn(c.Rep.Assessment, t); more != nil {
			r.addScores(c, r.ReadAssessment(more))
			c.scoresEnd = i + 1
			return
		}
	}
	if c.Rep.Assessment == nil {
		if scores := r.AssessmentTable(t); scores != nil {
			c.Rep.Assessment = r.ReadAssessment(scores)
			c.scoresEnd = i + 1
			return
		}
		if scores := r.LevelMembers(t); scores != nil {
			c.Rep.Assessment = scores
			return
		}
	}
	switch {
	case r.IsRubric(t), (mode == vocabulary.HeadingScoring || mode == vocabulary.HeadingGuidelines) && r.IsRubricPart(t, c.Rep.Rubric):
		levels := r.ReadRubric(t)
		if mode == vocabulary.HeadingGuidelines && len(c.Rep.Guidelines) == 0 {
			c.Rep.Guidelines = levels
		} else {
			c.Rep.Rubric = append(c.Rep.Rubric, levels...)
		}
	case r.IsMatrix(t):
		r.Rep.Matrices = append(r.Rep.Matrices, r.ReadMatrix(t, ""))
	default:
		r.KeepTable(t, "", false)
	}
}

// checkChapter says what a chapter lacks, so that a section that was lost
// does not go unnoticed.
func (r *Reader) checkChapter(c *Chapter) {
	at := c.Rep.At
	if len(at) == 0 && c.Pages[0] > 0 {
		at = model.At{{Page: c.Pages[0]}}
	}
	if len(c.headings) == 0 {
		r.Warn("chapter-without-heading", "a chapter begins without a heading that was recognised", at)
	}
	if a := c.Rep.Assessment; a == nil || len(a.Scores) == 0 && len(c.stated) > 0 {
		r.Warn("chapter-without-table", "no table of scores was found in the chapter "+ChapterName(c.Rep), at)
	} else if c.Rep.Assessment.Average == nil {
		r.Warn("table-without-average", "no average was found in the table of scores of the chapter "+ChapterName(c.Rep), c.Rep.Assessment.At)
	}
	if len(c.Rep.Verdicts) == 0 {
		r.Warn("chapter-without-verdicts", "no member's section was found in the chapter "+ChapterName(c.Rep), at)
	}
}

// WithoutRubric says which chapters have no scoring table where at least as
// many have one: it was lost rather than never printed.
func (r *Reader) WithoutRubric() {
	var without []int
	for i := range r.Rep.Commitments {
		if c := &r.Rep.Commitments[i]; len(c.Rubric) == 0 && len(c.Verdicts) > 0 {
			without = append(without, i)
		}
	}
	if 2*len(without) > len(r.Rep.Commitments) {
		return
	}
	for _, i := range without {
		c := &r.Rep.Commitments[i]
		r.Rep.Warnings = append(r.Rep.Warnings, model.Warning{
			Kind: "chapter-without-rubric", Text: "no scoring table was found in the chapter " + ChapterName(c) + ", though others have one",
			At: c.At, About: []string{sheet.PointerTo("commitments", i, "rubric")},
		})
	}
}

// ChapterName names a chapter in a message: by its heading, where it was found.
func ChapterName(c *model.Commitment) string {
	if c.Heading != nil {
		return "'" + sheet.Clip(c.Heading.Text, 60) + "'"
	}
	return "whose heading was not found"
}

// The kinds of roles that have a field of their own in the model.
const (
	roleDirector = "compliance_director"
	roleLead     = "lead_analyst"
	roleTeam     = "team_leader" // the lead analyst where no other is named
)

func (r *Reader) addPerson(c *Chapter, v *verdictBlocks, kind, label, name string, at model.At) {
	name, next := r.untilRole(name)
	name = scoretext.WithoutStop(name)
	if next != "" {
		// "Compliance Director: … Lead Analyst: …" on one line.
		defer func() {
			if kind, label, name, ok := r.RoleLine(next); ok {
				r.addPerson(c, v, kind, label, name, at)
			}
		}()
	}
	p := model.Person{Role: label, Name: name, At: at}
	if v != nil {
		v.people = append(v.people, p)
		return
	}
	c.Rep.People = append(c.Rep.People, p)
	switch kind {
	case roleDirector:
		if c.Rep.Director == "" {
			c.Rep.Director = r.withoutTeam(name)
		}
	case roleLead:
		if c.Rep.LeadAnalyst == "" {
			// "Lead analyst – Ada Hare; with Bo Ness": those who helped do not lead.
			lead, _, _ := strings.Cut(name, "; with ")
			c.Rep.LeadAnalyst = r.withoutTeam(lead)
		}
	case roleTeam:
		c.leaders = append(c.leaders, name)
	}
}

// withoutTeam takes the brackets with a person's team off names: 'Ada Hare (Lind team)'.
func (r *Reader) withoutTeam(names string) string {
	for from := 0; ; {
		open := strings.Index(names[from:], " (")
		if open < 0 {
			return names
		}
		open += from
		closed := strings.IndexByte(names[open:], ')')
		if closed < 0 {
			return names
		}
		words := strings.Fields(names[open+2 : open+closed])
		if len(words) > 0 && r.Vocab.Has(vocabulary.TeamWords, words[len(words)-1]) {
			names, from = names[:open]+names[open+closed+1:], open
			continue
		}
		from = open + closed
	}
}

// maxRoleWords bounds the words of a role.
const maxRoleWords = 4

// untilRole cuts names before the next role among them; next is empty where
// there is none.
func (r *Reader) untilRole(s string) (name, next string) {
	colon := strings.IndexByte(s, ':')
	if colon < 0 {
		return s, ""
	}
	words := strings.Fields(s[:colon])
	for n := min(maxRoleWords, len(words)-1); n > 0; n-- {
		label := strings.Join(words[len(words)-n:], " ")
		if _, ok := r.Vocab.Role(label); ok {
			return strings.TrimRight(strings.Join(words[:len(words)-n], " "), ",;|– "), label + s[colon:]
		}
	}
	return s, ""
}

// readPromise tells the promise's words from the line that names its source:
// the source stands behind the words, at the right margin, in italics, with a
// dash before it, or as a title behind a closed quotation.
func (r *Reader) readPromise(c *Chapter, texts []model.Text) {
	blocks := r.promiseBlocks
	r.promiseBlocks = nil
	texts, labels := r.takePromiseLabels(c, texts)
	blocks = blocks[len(blocks)-len(texts):]
	c.labelPromise(labels)
	n := len(texts)
	if n > 1 {
		b := blocks[n-1]
		s, serial := besideSource(texts[n-1].Text)
		if len(b.Lines) <= 3 && (b.Align == paragraph.AlignRight || b.Italic && !blocks[0].Italic || strings.HasPrefix(s, "—") || strings.HasPrefix(s, "–") || r.standsBehindQuote(texts) || r.sourceLabelled(s)) {
			c.claimSerial(serial, texts[n-1].At)
			r.nameSource(c, texts[n-1], s)
			c.Rep.At = c.Rep.At.Join(texts[n-1].At)
			texts = texts[:n-1]
		}
	}
	var all model.Text
	for _, t := range texts {
		all = marker.AppendText(all, t, "\n")
	}
	all, label := r.takeReferenceBehind(all)
	c.labelPromise(label)
	if c.Rep.SourceDocument == "" {
		all = r.sourceBehindQuote(c, all)
	}
	text, serial := scoring.TakeSerial(all.Text)
	if serial != "" && (len(c.serials) == 0 || c.ownSerial(serial) || strings.HasSuffix(text, "”")) {
		c.claimSerial(serial, all.At)
	} else {
		text = all.Text
	}
	c.Rep.Text = unquote(text)
	// The markers' offsets count in the text without its quotation mark.
	shift := utf8.RuneCountInString(text[:strings.Index(text, c.Rep.Text)])
	length := utf8.RuneCountInString(c.Rep.Text)
	refs := make([]model.Ref, 0, len(all.Footnotes)+len(c.Rep.Footnotes))
	for _, f := range all.Footnotes {
		f.Offset = min(max(f.Offset-shift, 0), length)
		refs = append(refs, f)
	}
	c.Rep.Footnotes = append(refs, c.Rep.Footnotes...)
	c.Rep.At = c.Rep.At.Join(all.At)
}

// serialBehind claims the serial that stands in brackets right behind byte end,
// where more follows it ('…” (2031-5) Declaration of the Harbours'), and gives
// the byte behind it.
func (r *Reader) serialBehind(c *Chapter, all model.Text, end int) int {
	behind := all.Text[end:]
	open := len(behind) - len(strings.TrimLeft(behind, " "))
	closing := strings.IndexAny(behind, ")]")
	if closing < 0 || open+1 >= closing || behind[open] != '(' && behind[open] != '[' || strings.TrimSpace(behind[closing+1:]) == "" {
		return end
	}
	_, serial := scoring.TakeSerial(behind[open : closing+1])
	if serial == "" {
		return end
	}
	c.claimSerial(serial, all.At)
	return end + closing + 1
}

// unquote takes off quotation marks that enclose the whole text.
func unquote(s string) string {
	for _, q := range [][2]string{{"“", "”"}, {"\"", "\""}, {"‘", "’"}, {"«", "»"}} {
		if strings.HasPrefix(s, q[0]) && strings.HasSuffix(s, q[1]) && len(s) > len(q[0])+len(q[1]) {
			in := s[len(q[0]) : len(s)-len(q[1])]
			if !strings.Contains(in, q[0]) {
				return strings.TrimSpace(in)
			}
		}
	}
	return s
}
