package front

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/date"
	"recount.invalid/recount/notation/join"
	"recount.invalid/recount/parse/internal/marker"
	"recount.invalid/recount/parse/internal/paragraph"
	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/parse/layout"
	"recount.invalid/recount/vocabulary"
)

// coverPages bounds where a cover is looked for.
const coverPages = 3

// coverLines is the most lines that a cover has; a page of text has more.
const coverLines = 40

// readCover reads what the report says of itself: from the cover where there
// is one, otherwise from the running heads and the document's own title.
func (r *Reader) readCover() {
	info := &r.Rep.Report
	cover := r.findCover()
	var title []string
	preparedBy := false
	for _, b := range cover {
		b.Used = true
	}
	for _, t := range r.coverTexts(cover) {
		info.At = info.At.Join(t.At)
		info.Cover = append(info.Cover, t)
		if p, ok := date.ParsePeriod(r.Vocab, t.Text); ok {
			p.At = t.At
			if info.Period == nil {
				info.Period = &p
			}
			info.Periods = append(info.Periods, p)
			preparedBy = false
			continue
		}
		if place, day, ok := r.placedDate(t.Text); ok && !ownsPlace(title, place) {
			preparedBy = false
			if info.Published == "" {
				info.Published = day
			}
			continue
		}
		if ds := date.FindDates(r.Vocab, t.Text); len(ds) == 1 && mostly(ds[0], t.Text) {
			preparedBy = false
			if info.Published == "" {
				info.Published = ds[0].EDTF
			}
			continue
		}
		if r.Vocab.Revised(t.Text) && info.Revised == "" {
			info.Revised = t.Text
		}
		if names, ok := r.preparedBy(t.Text); ok {
			preparedBy = true
			info.PreparedBy = append(info.PreparedBy, names...)
			continue
		}
		if r.IsTitle(t.Text) && !r.institution(t.Text) && !preparedBy && info.Period == nil {
			title = append(title, t.Text)
			continue
		}
		if preparedBy && !strings.ContainsAny(t.Text, "@•|") {
			info.PreparedBy = append(info.PreparedBy, splitNames(t.Text)...)
			continue
		}
		preparedBy = false
		if len(title) == 0 && len(t.Text) < 60 && r.nameOnly(t.Text) && !r.institution(t.Text) {
			title = append(title, t.Text)
		}
	}
	info.Title = presented(strings.Join(title, " "))
	r.readTitle(info.Title)
	for _, b := range cover {
		// A stage below the period: "Final Report".
		if s := r.Content(b).Text; info.Stage == "" && len(b.Lines) == 1 && (r.IsTitle(s) || r.stageOnly(s)) {
			info.Stage, _ = r.Vocab.Stage(s)
		}
	}
	heads := append([]model.RunningHead{}, r.Rep.RunningHeads...)
	sort.SliceStable(heads, func(i, j int) bool { return len(heads[i].Pages) > len(heads[j].Pages) })
	var headTexts []string
	for _, h := range heads {
		printed := r.printedHead(h)
		headTexts = append(headTexts, printed)
		if info.Forum == "" {
			info.Forum, _ = r.Vocab.Forum(printed)
		}
		text := r.headTitle(printed)
		if text == "" {
			continue
		}
		if info.Title == "" {
			info.Title = text
		}
		r.readTitle(text)
	}
	for _, h := range heads {
		if r.readHeadPeriod(h) {
			continue
		}
		// "Version of 15 November 2014" in the foot, where the cover is
		// missing.
		if info.Published != "" || len(cover) > 0 {
			continue
		}
		if ds := date.FindDates(r.Vocab, r.printedHead(h)); len(ds) == 1 && !strings.Contains(ds[0].EDTF, "/") { // days of a meeting
			info.Published = ds[0].EDTF
		}
	}
	if info.Period != nil && len(info.Period.From) >= 4 {
		// The period begins with the summit. A year that stands with no summit's
		// name may be that of the report ('The 2032 Research Group Report').
		if from := sheet.YearWord(info.Period.From[:4]); info.Summit.Year == 0 || info.Summit.Name == "" && from == info.Summit.Year-1 {
			info.Summit.Year = from
		}
	}
	if info.Summit.Name == "" || info.Forum == "" {
		for _, b := range r.Front {
			if b.Table != nil || len(b.Lines) > 3 {
				continue
			}
			if s := r.Content(b).Text; r.IsReportTitle(s) {
				if info.Title == "" {
					info.Title = s
				}
				r.readTitle(s)
			}
		}
	}
	for _, b := range cover {
		if info.Summit.Name == "" {
			r.ReadSpan(r.Content(b).Text)
		}
		if text := r.Content(b).Text; info.Summit.Name == "" && r.HeadingLike(b) {
			info.Summit.Name = r.placeOwning(text)
		}
	}
	if info.Forum == "" {
		info.Forum = r.forumOfText(info.Summit.Name)
	}
	r.settleSummitYear(headTexts)
	if info.Summit.Name == "" && info.Title != "" {
		r.Doubt("summit-unknown", "nothing in the report's title is certain to be the summit's name: "+info.Title, nil, sheet.PointerTo("report", "summit"))
	}
}

// coverTexts gives the cover's paragraphs. Lines that stand close together may
// each say something of their own: one that is nothing but a date or a period,
// one that begins with the words before the authors, and one that has an
// address are taken apart.
func (r *Reader) coverTexts(cover []*paragraph.Block) []model.Text {
	var out []model.Text
	for _, b := range cover {
		if b.Table != nil || len(b.Lines) < 2 {
			out = append(out, r.Content(b))
			continue
		}
		from := 0
		alone := false // the line before is a paragraph of its own
		for i, l := range b.Lines {
			now := r.aloneOnCover(l.Printed) && (i == 0 || !r.announcesDate(b.Lines[i-1].Printed))
			_, authors := r.preparedBy(l.Printed)
			group := r.institution(l.Printed)
			if i > from && (now || alone || authors) {
				out = append(out, r.Text(marker.WholeLines(b.Lines[from:i])))
				from = i
			}
			// 'The G8 Research Group' over its university is no title.
			alone = now && !r.announcesDate(l.Printed) || group && i == 0
		}
		if from == 0 {
			out = append(out, r.Content(b))
			continue
		}
		out = append(out, r.Text(marker.WholeLines(b.Lines[from:])))
	}
	return out
}

// aloneOnCover reports whether a line of the cover is nothing but a date, a
// period or the way to reach the authors.
func (r *Reader) aloneOnCover(s string) bool {
	if join.HasAddress(s) || strings.HasPrefix(s, "@") || strings.Contains(s, "@") && !strings.Contains(strings.TrimSpace(s), " ") {
		return true
	}
	if ds := date.FindDates(r.Vocab, s); len(ds) == 1 && mostly(ds[0], s) {
		return true
	}
	if _, _, ok := r.placedDate(s); ok {
		return true
	}
	p, ok := date.ParsePeriod(r.Vocab, s)
	return ok && 10*len(p.Text) >= 8*len(s)
}

// maxCoverPlace is how many words the place before a cover's date has at most.
const maxCoverPlace = 4

// placedDate reads a line that is a place and a day, as that of publication stands
// ('Toronto, June 9, 1999', 'Hare, Atlantis – 9 June 2031').
func (r *Reader) placedDate(s string) (place, day string, ok bool) {
	ds := date.FindDates(r.Vocab, s)
	if len(ds) != 1 || len(ds[0].EDTF) != len("2006-01-02") {
		return "", "", false
	}
	runes := []rune(s)
	before := string(runes[:ds[0].Start])
	place = strings.TrimRight(before, " ,–—-:|(")
	if behind := strings.TrimSpace(string(runes[ds[0].End:])); strings.Trim(behind, ").") != "" || place == "" || strings.TrimRight(before, " ") == place {
		return "", "", false
	}
	words := strings.Fields(place)
	if len(words) > maxCoverPlace || r.HasForum(place) || r.IsTitle(s) || strings.Contains(strings.ToLower(place), "summit") {
		return "", "", false
	}
	for _, w := range words {
		if first, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(first) || strings.ContainsAny(w, "0123456789@") {
			return "", "", false
		}
	}
	return place, ds[0].EDTF, true
}

// ownsPlace reports whether a title names a place: the day behind it may be that of the
// summit.
func ownsPlace(title []string, place string) bool {
	name, _, _ := strings.Cut(place, ",")
	return strings.Contains(strings.ToLower(strings.Join(title, " ")), strings.ToLower(name))
}

// announcesDate reports whether a line's end asks for a date in the next one:
// the period is broken there.
func (r *Reader) announcesDate(s string) bool {
	word := s[strings.LastIndexByte(s, ' ')+1:]
	return word != "" && strings.Trim(word, "-–—−") == "" ||
		r.Vocab.Has(vocabulary.RangeWords, word) || r.Vocab.Has(vocabulary.ListWords, word) || r.Vocab.Has(vocabulary.OtherDateBefore, word)
}

// findCover gives the blocks of the page, among the first, that looks like a
// cover: few lines, and a title among them.
func (r *Reader) findCover() []*paragraph.Block {
	var pages []int // blank pages are none
	for _, b := range r.Front {
		if n := len(pages); n == 0 || pages[n-1] != b.Page.Number {
			pages = append(pages, b.Page.Number)
		}
	}
	for i, page := range pages[:min(coverPages, len(pages))] {
		var bs []*paragraph.Block
		lines := 0
		title, prose, dated := false, false, false
		for _, b := range r.Front {
			if b.Page.Number != page {
				continue
			}
			if b.Table != nil && title && dated && i == 0 && !prose {
				return bs // a short report without a page for its cover
			}
			if kind, ok := r.SectionKind(b); ok && kind == vocabulary.HeadingContents && title {
				break // the contents may begin on the cover
			}
			bs = append(bs, b)
			lines += len(b.Lines)
			prose = prose || b.Table != nil || len(b.Lines) > 4 && sheet.EndsSentence(b.Lines[len(b.Lines)-1].Printed)
			if b.Table == nil && len(b.Lines) <= 4 && r.IsReportTitle(r.Content(b).Text) {
				title = true
			}
			if b.Table == nil {
				_, is := date.ParsePeriod(r.Vocab, r.Content(b).Text)
				dated = dated || is
			}
		}
		if title && !prose && lines <= coverLines {
			return bs
		}
	}
	return nil
}

// IsTitle reports whether a text is, or is part of, a report's title.
func (r *Reader) IsTitle(s string) bool {
	if len(s) > 160 || sheet.EndsSentence(s) {
		return false
	}
	low := strings.ToLower(s)
	return strings.Contains(low, "compliance") || strings.Contains(low, "report") && r.HasStage(s) || strings.Contains(low, "summit") && r.HasForum(s)
}

// IsReportTitle reports whether a text names a compliance report, and not only
// a summit.
func (r *Reader) IsReportTitle(s string) bool {
	return r.IsTitle(s) && strings.Contains(strings.ToLower(s), "compliance")
}

// HasStage reports whether a text names a stage of a report (interim, final).
func (r *Reader) HasStage(s string) bool { _, ok := r.Vocab.Stage(s); return ok }

// stageOnly reports whether a line names one stage and says nothing else ('Final
// version', 'Status: interim').
func (r *Reader) stageOnly(s string) bool {
	words := vocabulary.Words(s)
	stages := 0
	for _, w := range words {
		switch {
		case strings.Trim(w.Folded, ".,:;()[]–—-") == "":
		case r.HasStage(w.Folded):
			stages++
		case !r.Vocab.Has(vocabulary.StageBeside, w.Folded):
			return false
		}
	}
	return stages == 1 && len(words) <= maxStageWords
}

// maxStageWords bounds a line that names a stage and says nothing else.
const maxStageWords = 6

// HasForum reports whether a text names a forum.
func (r *Reader) HasForum(s string) bool { _, ok := r.Vocab.Forum(s); return ok }

// nameOnly reports whether a line of the cover can be part of the title
// because it names a forum or a stage.
func (r *Reader) nameOnly(s string) bool { return r.HasStage(s) || r.HasForum(s) }

// institution reports whether a text names who prepares reports rather than
// what they are about ("The G8 Research Group").
func (r *Reader) institution(s string) bool {
	name := strings.TrimRight(s, " ,")
	if i := strings.LastIndex(name, ", "); i > 0 {
		name = name[:i] // its city
	}
	words := strings.Fields(name)
	return len(words) > 1 && r.Vocab.Has(vocabulary.InstitutionNouns, words[len(words)-1])
}

// presented is what an institution presents: the words behind 'presents the'.
func presented(s string) string {
	for _, verb := range []string{"presents the ", "present the ", "presents its "} {
		if i := strings.Index(strings.ToLower(s), verb); i >= 0 && len(s) == len(strings.ToLower(s)) {
			return s[i+len(verb):]
		}
	}
	return s
}

// readTitle fills what is still missing from a title: year, forum, stage and
// what is left, the summit's name.
func (r *Reader) readTitle(s string) {
	if s == "" {
		return
	}
	info := &r.Rep.Report
	if info.Forum == "" {
		info.Forum, _ = r.Vocab.Forum(s)
	}
	if info.Stage == "" {
		info.Stage, _ = r.Vocab.Stage(s)
	}
	if info.Revised == "" && r.Vocab.Revised(s) {
		info.Revised = s
	}
	if name, year := r.SummitName(s); info.Summit.Name == "" {
		info.Summit.Name = name
		if info.Summit.Year == 0 {
			info.Summit.Year = year
		}
	}
}

// The kinds of words in a title, by which the summit's name is told from the
// rest.
const (
	wordName = iota
	wordYear
	wordForum
	wordSummit
	wordOther // stage, compliance, report
)

// ReadSpan reads the summit off a line below the title that says from which
// summit to which the report goes ('From Quay Town 2009 to Lind 2010').
func (r *Reader) ReadSpan(s string) {
	words := strings.Fields(s)
	if len(words) < 5 || len(words) > 2*maxSummitWords+4 || !strings.EqualFold(words[0], "from") || sheet.YearWord(words[len(words)-1]) == 0 {
		return
	}
	summit := &r.Rep.Report.Summit
	name, year := r.SummitName(s)
	to := slices.IndexFunc(words, func(w string) bool { return r.Vocab.Has(vocabulary.RangeWords, strings.ToLower(w)) })
	if name == "" || to < 3 || sheet.YearWord(words[to-1]) != year || summit.Year != 0 && summit.Year != year {
		return
	}
	summit.Name, summit.Year = name, year
}

// placeOwning gives the known place of a summit whose promises a title of a few
// words is about ('Keeping Genoa’s Commitments').
func (r *Reader) placeOwning(title string) string {
	words := strings.Fields(title)
	if len(words) > maxSummitWords+2 {
		return ""
	}
	for i, w := range words[:max(0, len(words)-1)] {
		bare, owns := strings.CutSuffix(strings.ReplaceAll(w, "’", "'"), "'s")
		if !owns || !titleWord[strings.ToLower(words[i+1])] {
			continue
		}
		for from := max(0, i-2); from <= i; from++ {
			place := strings.TrimSpace(strings.Join(words[from:i], " ") + " " + bare)
			if r.Vocab.Has(vocabulary.SummitPlaces, place) {
				return place
			}
		}
	}
	return ""
}

// SummitName finds the summit's name and year in a title: those of
// its words that are of no other kind and whose place is a name's.
func (r *Reader) SummitName(s string) (name string, year int) {
	words := strings.Fields(s)
	kinds := make([]int, len(words))
	for i, w := range words {
		bare := strings.Trim(w, ",.:;()[]“”\"–—")
		low := strings.ToLower(bare)
		switch {
		case sheet.YearWord(bare) > 0:
			kinds[i] = wordYear
			if year == 0 {
				year = sheet.YearWord(bare)
			}
		case low == "summit":
			kinds[i] = wordSummit
		case stroke(bare) || low == "compliance" || titleWord[low] || r.HasStage(bare) || r.Vocab.Revised(bare):
			kinds[i] = wordOther
		case r.HasForum(bare):
			kinds[i] = wordForum
		}
	}
	certain := 0
	for i := 0; i < len(words); {
		if kinds[i] != wordName {
			i++
			continue
		}
		j := i
		for j < len(words) && kinds[j] == wordName {
			j++
		}
		if c := r.summitClaim(words, kinds, i, j); c > certain {
			certain = c
			var parts []string
			for _, w := range words[i:j] {
				parts = append(parts, strings.Trim(w, ",:;()[]"))
			}
			name = strings.Join(parts, " ")
		}
		i = j
	}
	return name, year
}

// stroke reports whether a word is a mark that parts the menu of a printed web page
// ('Home | Summit Documents | Search') or a title, and no word.
func stroke(word string) bool {
	return word != "" && strings.Trim(word, "|/>»›•·") == ""
}

// summitClaim is how certain it is that the words from i to j of a title are
// the summit's name; 0 where they are not. A name stands beside the word
// 'Summit', between the forum or the year and the words for the report, or
// behind 'from' and before its year ('From Quay Town 2009 to …'). At the title's
// beginning a place must be known, also before its year: a word of another kind may
// stand there.
func (r *Reader) summitClaim(words []string, kinds []int, i, j int) int {
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(words[i], "(“\""))
	if j-i > maxSummitWords || !unicode.IsUpper(first) || r.Vocab.Has(vocabulary.NotFigureBefore, strings.ToLower(words[i])) {
		return 0
	}
	framed := i > 0 && (kinds[i-1] == wordYear || kinds[i-1] == wordForum)
	from := i > 0 && strings.EqualFold(words[i-1], "from")
	switch {
	case j == len(words):
		return 0
	case r.namesInstitution(words, kinds, i, j):
		return 0
	case kinds[j] == wordYear:
		if from {
			return 3
		}
		if i == 0 && j+1 < len(words) && r.knownPlace(words[i:j]) {
			return 2 // 'Evian 2003 G8 Final Compliance Report'
		}
		return 0
	case (i == 0 || framed) && (kinds[j] == wordSummit || kinds[j] == wordForum && j+1 < len(words) && kinds[j+1] == wordSummit):
		return 3
	case framed, i == 0 && kinds[j] == wordForum:
		return 2
	case i == 0 && r.knownPlace(words[i:j]):
		return 1
	}
	return 0
}

// namesInstitution reports whether the words from i to j of a title are part of an
// institution's name: one of them is the noun of one, or nothing stands between them and
// such a noun but words of reports ('G8 Student Compliance Group').
func (r *Reader) namesInstitution(words []string, kinds []int, i, j int) bool {
	noun := func(w string) bool {
		return r.Vocab.Has(vocabulary.InstitutionNouns, strings.ToLower(strings.Trim(w, ",.:;()[]“”\"")))
	}
	if slices.ContainsFunc(words[i:j], noun) && !r.knownPlace(words[i:j]) {
		return true
	}
	if r.knownPlace(words[i:j]) {
		return false
	}
	for k := j; k < len(words) && k <= j+1 && kinds[k] == wordOther; k++ {
		if noun(words[k]) {
			return true
		}
	}
	return false
}

// knownPlace reports whether words are a place at which a summit was held.
func (r *Reader) knownPlace(words []string) bool {
	return r.Vocab.Has(vocabulary.SummitPlaces, strings.Trim(strings.Join(words, " "), ",:;()[]"))
}

// maxSummitWords bounds a summit's name: what is longer is a sentence.
const maxSummitWords = 5

// titleWord are the words of a title that are not the summit's name.
var titleWord = map[string]bool{
	"report": true, "results": true, "assessment": true, "study": true, "the": true, "leaders": true, "leaders’": true,
	"leaders'": true, "scores": true, "on": true, "of": true, "": true, "research": true, "group": true, "&": true, "from": true, "to": true, "with": true, "commitments": true, "promises": true, "pledges": true,
}

// headTitle takes from a running head what is the report's title: the piece
// that can be one, without the institution before a colon, the date and the
// page number.
func (r *Reader) headTitle(s string) string {
	found := ""
	for _, piece := range strings.FieldsFunc(s, func(c rune) bool { return c == '|' || c == ':' || c == ';' || c == ',' || c == headGap }) {
		piece = strings.TrimSpace(piece)
		if ds := date.FindDates(r.Vocab, piece); len(ds) > 0 && ds[0].Start > 0 {
			piece = strings.TrimSpace(string([]rune(piece)[:ds[0].Start]))
		}
		if !r.IsReportTitle(piece) || r.institution(piece) {
			continue
		}
		if found == "" {
			found = piece
		}
		// A series has a name of the same words as its reports, and no stage.
		if r.HasStage(piece) && !r.HasStage(found) && !r.HasForum(found) {
			return piece
		}
	}
	return found
}

// headGap stands for a wide gap between the pieces of a running head.
const headGap = '\u2003'

// printedHead is a running head as one page prints it: with its figures, and
// headGap for its gaps.
func (r *Reader) printedHead(h model.RunningHead) string {
	l := r.headLine(h)
	if l == nil {
		return h.Text
	}
	var b strings.Builder
	for k, run := range l.Runs {
		switch {
		case k > 0 && run.Gap > l.Size:
			b.WriteRune(headGap)
		case k > 0 && run.Space:
			b.WriteByte(' ')
		}
		b.WriteString(run.Text)
	}
	return b.String()
}

// headLine is the line of a running head on the first of its pages; nil where it is not found.
func (r *Reader) headLine(h model.RunningHead) *model.Line {
	for i := range r.Doc.Pages {
		p := &r.Doc.Pages[i]
		if p.Number != h.Pages[0] {
			continue
		}
		for j := range p.Lines {
			if layout.HeadKey(p.Lines[j].Text()) == h.Text {
				return &p.Lines[j]
			}
		}
	}
	return nil
}

// preparedBy reads "Prepared by …"; the names may follow on the next lines.
func (r *Reader) preparedBy(s string) ([]string, bool) {
	low := strings.ToLower(s)
	for _, p := range []string{"prepared by", "compiled by", "written by", "edited by"} {
		if strings.HasPrefix(low, p) {
			return splitNames(strings.TrimLeft(s[len(p):], ": ")), true
		}
	}
	return nil, false
}

// splitNames cuts a list of names at commas, 'and' and 'with'.
func splitNames(s string) []string {
	s = strings.ReplaceAll(strings.ReplaceAll(s, " and ", ", "), " with ", ", ")
	s = strings.TrimPrefix(s, "and ")
	var out []string
	for _, n := range strings.Split(s, ",") {
		n = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(n), "the "))
		if n != "" {
			out = append(out, n)
		}
	}
	return out
}

// mostly reports whether a date makes up most of a text, so that the text is
// a date and not a sentence with one.
func mostly(d date.Mention, s string) bool {
	return (d.End-d.Start)*10 >= len([]rune(s))*6
}
