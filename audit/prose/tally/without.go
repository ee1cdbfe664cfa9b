package tally

import "recount.invalid/recount/audit/prose"

// Without is what an average would be if some were left out of it.
type Without struct {
	// Left are members, or commitments; Of is whose average it is.
	Left   []prose.Subject
	Of     prose.Subject
	Figure prose.Figure
	// By is how far that is from the average with them, nil where it is not stated.
	By *prose.Figure
	// Open says that an average of all may be that of one commitment, or of one member, of
	// which sentences before speak.
	Open bool
}

// without reads what an average would be without somebody: "without Norland the average would be
// +0.20", "trade would rise from 0.00 to +0.25 if Norland were disregarded".
func (p *parser) without() []Statement {
	if p.i > 0 && p.tokens[p.i-1].text != ";" {
		return nil
	}
	var w Without
	var ok bool
	if p.words("without", "but for", "excluding", "leaving out", "leaving aside", "leave out", "not counting", "disregarding", "setting aside") {
		if w.Left, ok = p.leftOut(); !ok {
			return nil
		}
		p.words(", whose ~ is the lowest", ", whose ~ is the highest", ", which is the lowest", ", which is the highest", ", the lowest", ", the highest", ", the last", ", the first", ", at ~", ", with ~")
		p.words(",")
		if w.Of, ok = p.whatWithout(w.Left); !ok || !p.becomes() || !p.result(&w) || !p.ends() {
			return nil
		}
		w.Open = !p.saysOverall()
		return []Statement{{Without: &w}}
	}
	if w.Of, ok = p.whatWithout(nil); !ok || !p.becomes() || !p.result(&w) {
		return nil
	}
	whether := p.words("if")
	if !whether && !p.words("without") {
		return nil
	}
	if w.Left, ok = p.leftOut(); !ok || w.Of.Kind != prose.Overall && w.Of.Kind == w.Left[0].Kind {
		return nil
	}
	if whether {
		p.words("were", "was", "is", "are")
		if !p.words("disregarded", "left out", "left aside", "excluded", "not counted", "set aside", "ignored", "taken out", "omitted") {
			return nil
		}
	}
	if !p.ends() {
		return nil
	}
	w.Open = !p.saysOverall()
	return []Statement{{Without: &w}}
}

// saysOverall reports whether the average is called that of everything.
func (p *parser) saysOverall() bool {
	for _, t := range p.tokens[:p.i] {
		if t.text == "overall" {
			return true
		}
	}
	return false
}

// leftOut passes over those that are left out.
func (p *parser) leftOut() ([]prose.Subject, bool) {
	p.words("the commitment on", "the commitment to")
	who, ok := p.who()
	if !ok {
		return nil, false
	}
	p.words("commitment", "promise", "pledge")
	return who, true
}

// whatWithout passes over whose average is spoken of. left are those that are left out, where
// they are known: "the other four".
func (p *parser) whatWithout(left []prose.Subject) (prose.Subject, bool) {
	if p.words("the average", "the mean", "it") {
		return prose.Subject{Kind: prose.Overall}, true
	}
	if p.words("the overall average", "overall average", "the overall score", "the overall mean") {
		return prose.Subject{Kind: prose.Overall}, true
	}
	from := p.i
	p.words("the")
	if p.i < len(p.tokens) {
		if t := p.tokens[p.i]; p.r.Forum != "" {
			if f, ok := p.r.Words().Forum(p.sentence[t.from:t.to]); ok && f == p.r.Forum {
				p.i++
				p.words("'s", "as a whole")
				p.words("overall average", "average", "score")
				return prose.Subject{Kind: prose.Overall}, true
			}
		}
	}
	p.i = from
	if len(left) > 0 && left[0].Kind == prose.Member && p.words("the other", "the remaining", "the") {
		n, ok := p.number()
		if ok && p.words("members", "countries", "states", "others", "governments", "ones") && n == p.r.MemberCount-len(left) {
			return prose.Subject{Kind: prose.Overall}, true
		}
		p.i = from
	}
	p.words("the average of", "the average for", "the score for")
	who, ok := p.leftOut()
	if !ok || len(who) != 1 || len(left) > 0 && who[0].Kind == left[0].Kind {
		return prose.Subject{}, false
	}
	p.words("'s average")
	return who[0], true
}

// becomes passes over the verb of an average that would be another.
func (p *parser) becomes() bool {
	return p.words("would be", "would stand", "would have been", "would average", "would have averaged", "would have scored", "would score", "would rise", "would fall", "would drop", "would climb", "would come", "would reach", "would have stood", "would have risen", "would have fallen", "would have had", "would have", "rises", "falls", "drops", "climbs", "comes", "averages", "stands", "is")
}

// result passes over the figure that the average would have.
func (p *parser) result(w *Without) bool {
	if p.words("by ~") {
		by := p.figures[p.tokens[p.i-1].n]
		w.By = &by
	} else {
		p.words("from ~")
	}
	p.words("to", "at", "an average of", "the average of")
	if !p.words("~") {
		return false
	}
	w.Figure = p.figures[p.tokens[p.i-1].n]
	return true
}
