package chapter

import (
	"fmt"
	"strings"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/scoretext"
	"recount.invalid/recount/parse/internal/marker"
	"recount.invalid/recount/parse/internal/paragraph"
	"recount.invalid/recount/parse/internal/sheet"
)

// A member's section ends with its score, in words of which every report has
// its own: 'Thus, Canada receives a score of +1.', 'This warrants 0.',
// 'Partial compliance: 0'. Each sentence of a section's last paragraphs that
// has one figure of the scale is a claim; what speaks for and against it is
// summed here. Sentences that end other sections of the report in the same way
// bear each other out. Which score it is says nothing.

// conclusionEvidence is something that speaks for or against a sentence that
// gives a member's score.
type conclusionEvidence int

const (
	concludesWorded conclusionEvidence = iota
	concludesFreely
	concludesAlike
	concludesLast
	concludesParagraph
	concludesAlone
	concludesShort
	concludesScores
	concludesNamed
	concludesOwn
	concludesOther
	concludesDenied
	concludesEarlier
	concludesCounts
	concludesQuoted
	concludesSource
	concludesDated
	concludesUnsigned
	concludesLoosely
	concludesBefore
	conclusionEvidences
)

// conclusionWeights are the weights of evidence.
var conclusionWeights = [conclusionEvidences]int{
	concludesWorded:    12,  // its words are a conclusion wherever they stand ('Thus, Canada receives a score of 0')
	concludesFreely:    6,   // they are one at a section's end ('The score is 0.')
	concludesAlike:     4,   // two other sections end with the same words around a score
	concludesLast:      3,   // it is the section's last sentence
	concludesParagraph: 1,   // it stands in the last paragraph
	concludesAlone:     1,   // it is a paragraph of its own
	concludesShort:     1,   // it has few words
	concludesScores:    2,   // it has words of scores or levels
	concludesNamed:     3,   // in its last sentence a noun for scores stands right before the figure
	concludesOwn:       1,   // it names the section's member
	concludesOther:     -6,  // it names another member
	concludesDenied:    -9,  // it denies, or says what might be
	concludesEarlier:   -10, // it speaks of an earlier score
	concludesCounts:    -9,  // what is behind the figure is counted ('0 harbours')
	concludesQuoted:    -6,  // the figure stands in a quotation, as those of a rubric do
	concludesSource:    -7,  // it has a source, as actions have
	concludesDated:     -5,  // it tells of a day
	concludesUnsigned:  -3,  // a 0 without any word for scores, which no other section bears out
	concludesLoosely:   -2,  // only its words speak for it: neither member, nor usual phrase, nor another section
	concludesBefore:    -6,  // an action with its date stands behind it
}

// conclusionNames name the evidence where it is counted.
var conclusionNames = [conclusionEvidences]string{
	"worded", "freely", "alike", "last", "last paragraph", "alone", "short", "scores", "named", "own", "other",
	"denied", "earlier", "counts", "quoted", "source", "dated", "unsigned", "loosely", "before",
}

const (
	// conclusionFloor is the least sum with which a sentence gives the score.
	conclusionFloor = 7
	// conclusionReach is how many of a section's last paragraphs are looked at.
	conclusionReach = 4
	// shortConclusion is how many words a short sentence has at most.
	shortConclusion = 12
	// conclusionMargin is how much less another score's claim has at least;
	// below that the reader is told of both.
	conclusionMargin = 4
	// minAlike is how many other sections bear a sentence out.
	minAlike = 2
)

// conclusionFrames counts the sections of the report that end with a sentence
// of a frame, by the frame; only those of which one has its sign count, so that
// a count ('to 0') is none.
func (r *Reader) conclusionFrames() map[string]int {
	counts, signed := map[string]int{}, map[string]bool{}
	section := func(code string, last *paragraph.Block) {
		if last == nil {
			return
		}
		claims := scoretext.ScoreClaims(r.Vocab, r.Content(last).Text, code)
		if n := len(claims); n > 0 {
			c := claims[n-1]
			counts[c.Frame]++
			signed[c.Frame] = signed[c.Frame] || c.Signed
		}
	}
	for _, c := range r.Chapters {
		for _, v := range c.byMember {
			section(v.code, r.lastText(v.blocks))
		}
		r.eachSection(c, func(code string, blocks []*paragraph.Block) { section(code, r.lastText(blocks)) })
	}
	for frame := range counts {
		if !signed[frame] {
			delete(counts, frame)
		}
	}
	return counts
}

// lastText is the last of a section's blocks that is text and names nobody who
// wrote it; nil where there is none.
func (r *Reader) lastText(blocks []*paragraph.Block) *paragraph.Block {
	for i := len(blocks) - 1; i >= 0; i-- {
		if b := blocks[i]; b.Table == nil {
			if _, _, _, role := r.RoleLine(r.Content(b).Text); !role {
				return b
			}
		}
	}
	return nil
}

// eachSection gives the members' sections of a chapter as they stand in it.
func (r *Reader) eachSection(c *Chapter, use func(code string, blocks []*paragraph.Block)) {
	from, member := -1, ""
	end := func(i int) {
		if from >= 0 {
			use(member, c.blocks[from:i])
		}
		from = -1
	}
	for i, b := range c.blocks {
		if code, _, _, ok := r.MemberHeading(b); ok {
			end(i)
			from, member = i+1, code
			continue
		}
		if _, ok := r.SectionKind(b); ok {
			end(i)
		}
	}
	end(len(c.blocks))
}

// conclusion is a claim with its paragraph.
type conclusion struct {
	scoretext.ScoreClaim
	paragraph int
	sum       int
}

// settleConclusion finds the sentence that gives the member's score, the last of
// those for which most speaks; ok is false where there is none. A sentence
// behind which nearly as much stands for another score is a doubt.
func (r *Reader) settleConclusion(code, name string, ts []model.Text) (best conclusion, ok bool) {
	var claims []conclusion
	for i := max(0, len(ts)-conclusionReach); i < len(ts); i++ {
		for _, s := range scoretext.ScoreClaims(r.Vocab, ts[i].Text, code) {
			c := conclusion{s, i, 0}
			c.sum = r.weighConclusion(c, ts, code)
			if c.sum < conclusionFloor {
				continue
			}
			claims = append(claims, c)
			if !ok || c.sum >= best.sum {
				best, ok = c, true
			}
		}
	}
	for _, c := range claims {
		if c.Score != best.Score && best.sum-c.sum < conclusionMargin {
			r.Warn("conclusion-close", "two sentences may give the score of "+name, ts[best.paragraph].At,
				fmt.Sprintf("%+d (taken): %s", best.Score, r.sentenceOf(ts, best)), fmt.Sprintf("%+d: %s", c.Score, r.sentenceOf(ts, c)))
			break
		}
	}
	return best, ok
}

func (r *Reader) sentenceOf(ts []model.Text, c conclusion) string {
	return sheet.Clip(marker.CutText(ts[c.paragraph], c.At.Start, c.At.End).Text, 80)
}

// weighConclusion sums what speaks for and against a sentence.
func (r *Reader) weighConclusion(c conclusion, ts []model.Text, code string) int {
	held := r.conclusionHeld(c, ts, code)
	return r.Weigh(conclusionNames[:], conclusionWeights[:], held[:], func() sheet.Weighing {
		return sheet.Weighing{Question: "conclusion", Text: r.sentenceOf(ts, c), Member: code, Score: &c.Score, At: ts[c.paragraph].At}
	})
}

// conclusionHeld is the evidence that holds of a sentence.
func (r *Reader) conclusionHeld(c conclusion, ts []model.Text, code string) (held [conclusionEvidences]bool) {
	t := ts[c.paragraph]
	sentence := marker.CutText(t, c.At.Start, c.At.End)
	length := len([]rune(strings.TrimSpace(t.Text)))
	lastParagraph := c.paragraph == len(ts)-1
	_, score, worded := scoretext.ConcludingScore(r.Vocab, sentence.Text)
	_, _, free := scoretext.ClosingScore(r.Vocab, sentence.Text, code)
	alike := r.frames[c.Frame] > minAlike || r.frames[c.Frame] == minAlike && !lastParagraph
	held[concludesWorded] = worded && score != nil && *score == c.Score
	held[concludesFreely] = (free || c.Settled) && !held[concludesWorded]
	held[concludesAlike] = alike
	held[concludesLast] = lastParagraph && c.At.End >= length
	held[concludesParagraph] = lastParagraph
	held[concludesAlone] = c.At.Start == 0 && c.At.End >= length
	held[concludesShort] = c.Words <= shortConclusion
	held[concludesScores] = c.Scores
	held[concludesNamed] = c.Named && held[concludesLast] && !c.Quoted && !held[concludesWorded]
	held[concludesOwn] = c.Own
	held[concludesOther] = c.Others
	held[concludesDenied] = c.Denied && !held[concludesWorded]
	held[concludesEarlier] = c.Earlier
	held[concludesCounts] = c.Counts
	held[concludesQuoted] = c.Quoted
	held[concludesSource] = len(sentence.Footnotes) > 0 && !held[concludesWorded]
	held[concludesDated] = r.dated(sentence)
	held[concludesUnsigned] = !c.Signed && !c.Scores && !alike
	held[concludesLoosely] = !worded && !free && !c.Settled && !alike && !c.Own
	for _, behind := range ts[c.paragraph+1:] {
		held[concludesBefore] = held[concludesBefore] || r.dated(behind)
	}
	return held
}
