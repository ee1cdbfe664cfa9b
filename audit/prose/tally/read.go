package tally

import (
	"cmp"
	"strings"

	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/internal/lazyregexp"
)

// Bounds of what is read: a longer sentence, or one of more tokens, is a table.
const (
	mostBytes  = 4 << 10
	mostTokens = 400
)

// Read gives what a paragraph states of how many and how far. A paragraph that does not
// speak of scores states nothing.
func Read(r prose.Reader, paragraph string) []Statement {
	if !prose.SpeaksOfScores(paragraph) && !reSignedMean.MatchString(paragraph) {
		return nil
	}
	var out []Statement
	earlier, then := "", "" // why what follows may be of another time, and why "then" may be
	before := ""            // the last sentence
	for _, sp := range prose.Sentences(r.Words(), paragraph) {
		s := paragraph[sp.Start:sp.End]
		other := r.OtherTime(withoutCause(r, s))
		if then = cmp.Or(then, other); then != "" && (reThen.MatchString(s) || other != "" && r.OtherTime(withoutCompared(s)) != "") {
			earlier = then
		}
		previous := before
		before = s
		if len(s) > mostBytes || !mayCount(s) {
			continue
		}
		p := &parser{lexed: lex(r, r.WithFormer(paragraph[:sp.Start], s)), r: r, before: paragraph[:sp.Start], previous: previous}
		if len(p.tokens) > mostTokens {
			continue
		}
		found := p.sentenceRead()
		left := len(found) > 0 && (leavesOut(r, s) || reLeavesLed.MatchString(previous) && leavesOut(r, previous))
		for i := range found {
			found[i].Sentence = s
			if earlier != "" {
				found[i].Doubt = earlier
			} else if other != "" {
				found[i].Doubt = other
			} else if found[i].Without != nil && !prose.QuotedAt(s, 0) {
				continue // it says itself what might be, and who is left out
			} else if left {
				found[i].Doubt = "some may be left out of what is counted"
			} else if found[i].Alone && (r.SpeaksOfPart(previous) || r.SpeaksOfPart(withoutTexts(s, found))) {
				found[i].Doubt = "some may be left out of what is counted"
			} else if prose.QuotedAt(s, max(0, strings.Index(s, found[i].Text))) {
				found[i].Doubt = "words of somebody else, in quotation marks"
			} else if prose.PastPerfect(found[i].Text) {
				found[i].Doubt = "a count of another time"
			} else if prose.Supposed(s) {
				found[i].Doubt = "a sentence on what might be or was expected"
			}
		}
		out = append(out, found...)
	}
	return out
}

var (
	// reCompared begins what a figure of this report is compared with, at the end of a sentence.
	reCompared = lazyregexp.New(`(?i)(?:[+\-\x{2212}]?[01]\.[0-9]+|%|per\s?cent|\))\s*,\s+(?:compared\s+(?:with|to)|as\s+against|against|up\s+from|down\s+from|after|from)\s[^,;:]*$|\s(?:better|worse|higher|lower|more|less)\s+than\s+the\s+[^,;:]*$`)
	// reThen goes on about the time that was named last.
	reThen = lazyregexp.New(`(?i)\b(?:then|at\s+the\s+time|that\s+(?:year|time|report)|those\s+days)\b`)
)

// withoutCompared is a sentence without what its own figure is compared with.
func withoutCompared(s string) string {
	if m := reCompared.FindStringIndex(s); m != nil && len(prose.Figures(s[:min(m[0]+8, len(s))])) > 0 {
		return s[:m[0]]
	}
	return s
}

// reCause is a "since" that gives a reason, unless a time follows.
var reCause = lazyregexp.NewWith(`(?i),\s+since\s+(?:the\s+)?`, "since")

// withoutCause is a sentence without a "since" behind which members follow, or how many: it
// says why, and not from when on.
func withoutCause(r prose.Reader, s string) string {
	m := reCause.FindStringIndex(s)
	if m == nil {
		return s
	}
	rest := s[m[1]:]
	word, _, _ := strings.Cut(rest, " ")
	_, number := prose.Numeral(word)
	named := r.Members(rest)
	if number || quantityWords.Has(word) || word == "both" || len(named) > 0 && named[0].Start == 0 {
		return s[:m[0]] + ", as " + rest
	}
	if reItHas.MatchString(rest) {
		return s[:m[0]] + ", as " + rest
	}
	return s
}

// reItHas goes on with a reason that is a state: "since it has three full scores".
var reItHas = lazyregexp.New(`^(?:it|they|both|neither|each|this|these)\s+(?:has|have|is|are)\b`)

// withoutTexts is a sentence without what was read as statements of it.
func withoutTexts(s string, found []Statement) string {
	for i := range found {
		s = strings.Replace(s, found[i].Text, " ", 1)
	}
	return s
}

// reSignedMean is a figure as only scores and their averages are written.
var reSignedMean = lazyregexp.New(`(?:^|[\s(])[+\x{2212}](?:[01]\.[0-9]{2}|1)(?:[^.0-9%]|[.,]?$|[.,]\s)`)

// mayCount passes over the sentences that cannot count anything that is read.
func mayCount(s string) bool {
	low := strings.ToLower(s)
	for _, w := range []string{"member", "commitment", "score", "countries", "country", "failure", "success", "nobody", "everyone", "point", "ahead", "behind", "only", "fully", "in full", "alone", "fail", "every", "apart", "trail", "progress", "spread", "gap", "distance", "difference", "margin", "failing", "full marks", "average", "assessed", "none", "above", "below", "compl", "partial", "without", "share", "but for", "disregard", "left out", "excluding", "leaving"} {
		if strings.Contains(low, w) {
			return true
		}
	}
	return false
}

// forms are the ways in which statements are made, in the order in which they are tried at
// a place. The first ones begin where a clause does, the others anywhere.
var (
	clauseForms = []func(*parser) []Statement{(*parser).dependent, (*parser).count, (*parser).portions, (*parser).cells, (*parser).shares, (*parser).onlyScore, (*parser).passive, (*parser).drew, (*parser).found, (*parser).split, (*parser).cases, (*parser).percents, (*parser).placedAlone, (*parser).ofTheBest, (*parser).notAssessed, (*parser).distance,
		(*parser).apart, (*parser).alone, (*parser).thoseWho, (*parser).records, (*parser).inEverything, (*parser).behindFigure, (*parser).without}
	openForms = []func(*parser) []Statement{(*parser).dependent, (*parser).theOnly, (*parser).oneOfOnly, (*parser).madeOf, (*parser).composed, (*parser).deeds}
)

// sentenceRead reads the statements of the sentence.
func (p *parser) sentenceRead() []Statement {
	var out []Statement
	p.ended = -1
	for p.i = 0; p.i < len(p.tokens); {
		from := p.i
		var found []Statement
		if begin, carries := p.begins(from, p.ended); begin {
			if !carries {
				p.last = nil
			}
			p.lead(from)
			body := p.i
			for _, form := range clauseForms {
				p.i = body
				if found = form(p); found != nil {
					break
				}
			}
		}
		if found == nil {
			for _, form := range openForms {
				p.i = from
				if found = form(p); found != nil {
					break
				}
			}
		}
		if found == nil {
			p.i = from + 1
			continue
		}
		for i := range found {
			found[i].Text = strings.TrimLeft(p.sentence[p.tokens[from].from:p.tokens[min(p.i, len(p.tokens))-1].to], ", ")
		}
		out = append(out, found...)
		p.ended = p.i
		if p.i <= from {
			p.i = from + 1
		}
	}
	return out
}

// begins reports whether a clause begins at a place, and whether it goes on with the one
// before, which ended at a place.
func (p *parser) begins(i, ended int) (begin, carries bool) {
	if i == 0 {
		return true, false
	}
	before := p.tokens[i-1].text
	two := ""
	if i > 1 {
		two = p.tokens[i-2].text
	}
	switch before {
	case ",", "and":
		if ended == i-1 || two == "," && ended == i-2 {
			return true, true
		}
		return before == "and" && two == "," && p.finite(i-2), false
	case "although", "though":
		return true, false
	case "but", "while", "whereas", "because", "since":
		carries = ended == i-1 || two == "," && ended == i-2
		return carries || two == ",", carries
	case "that":
		return two == "so", false
	case "where":
		p.scope = p.topicBefore(i - 1)
		return true, false
	case "which":
		if two == "for" || two == "on" {
			if p.scope = p.topicBefore(i - 2); len(p.scope.on) == 0 {
				if _, only := p.at(i-5, "the only commitment"); only {
					p.scope.on = p.aboutOne(i)
				} else if _, only := p.at(i-5, "the # commitment"); only && i > 4 && p.tokens[i-4].n == 1 {
					p.scope.on = p.aboutOne(i)
				}
			}
			return len(p.scope.on) > 0, false
		}
	case ";", ":":
		if before == ":" && two == "#" {
			return false, false
		}
		return true, ended == i-1
	}
	return false, false
}

// finite reports whether a verb stands before a place.
func (p *parser) finite(i int) bool {
	for _, t := range p.tokens[:i] {
		if finite.Has(t.text) {
			return true
		}
	}
	return false
}

// topicBefore is the commitment whose name ends before ", where".
func (p *parser) topicBefore(i int) scope {
	for i > 0 && (p.tokens[i-1].text == "," || p.tokens[i-1].text == "on" || p.tokens[i-1].text == "for") {
		i--
	}
	for start := max(0, i-6); start < i; start++ {
		if !p.r.Catalogue.Touches(p.sentence[p.tokens[start].from:p.tokens[start].to]) {
			continue
		}
		if ns, ok := p.r.Catalogue.Labelled(p.sentence[p.tokens[start].from:p.tokens[i-1].to]); ok {
			return scope{on: ns}
		}
	}
	return scope{open: true}
}

// lead passes over words before a clause, and takes the commitment that they name.
func (p *parser) lead(i int) {
	p.i, p.led = i, false
	switch {
	case i == 0:
		p.scope = scope{}
	case p.tokens[i-1].text == ":":
		if s := p.explained(i - 1); len(s.on) > 0 {
			p.scope = s
		}
	}
	if p.words("in other words ,", "overall ,", "in all ,", "in total ,", "as a result ,") {
		return
	}
	if p.words("of the # scores given ,", "of the # scores awarded ,", "of the # scores ,", "of all # scores ,") {
		// "Of the 27 scores given, 18 are +1"
		for j := i; j < p.i; j++ {
			if p.tokens[j].text == "#" {
				p.last = &counted{unit: prose.NoKind, noun: true, whole: p.tokens[j].n, awarded: strings.Contains(" given awarded ", " "+p.tokens[p.i-2].text+" ")}
			}
		}
		return
	}
	if p.words("of the # commitments ,", "of all # commitments ,", "of the # members ,", "of all # members ,") {
		k := nouns()[p.tokens[p.i-2].text]
		p.last = &counted{unit: k, noun: true, whole: p.tokens[p.i-3].n}
		return
	}
	if end, ok := p.at(i, "there @"); ok {
		p.scope, p.led, p.i = p.soleBefore(i), true, end-1
		return
	}
	if p.words("there ,", "on it ,", "for it ,", "on this commitment ,", "on this one ,") {
		p.scope, p.led = p.soleBefore(i), true
		return
	}
	if s, ok := p.each(); ok {
		p.scope, p.led = s, true
		return
	}
	if p.words("here ,", "here") {
		p.scope, p.led = scope{open: true}, true
		if n, ok := p.mentioned(p.before + " " + p.sentence[:p.tokens[i].from]); ok {
			p.scope = scope{on: []int{n}}
		}
		return
	}
	if !p.words("on", "for", "with") {
		return
	}
	if s, ok := p.topic(); ok && !nextIsVerb(p.text()) {
		p.scope, p.led = s, true
		p.words(",")
		return
	}
	p.i = i
}

func nextIsVerb(text string) bool { return finite.Has(text) }
