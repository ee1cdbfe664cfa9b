package frontmatter

import (
	"slices"
	"strings"

	"recount.invalid/recount/audit/internal/elsewhere"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/stages"
	"recount.invalid/recount/internal/lazyregexp"
	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/date"
)

// A sentence may state two periods, the report's own and that of the stage before: "It covers 4
// May 2031 to 1 March 2032 and replaces the interim report, which covered 4 May 2031 to 31
// December 2031". Each is then of the stage that is named beside it.

// mostSpans bounds the periods that are read of a sentence.
const mostSpans = 8

// reStageAfter finds the stage that is named right behind a period: "… to 31 December 2031 in
// the interim report".
var reStageAfter = lazyregexp.New(`(?i)^\s*[,(]?\s*(?:in|for|by|of|at)\s+(?:the\s+|our\s+|its\s+)?(interim|preliminary|final)\b`)

// spanOf is a period that a sentence states and the stage that is named beside it, "" where
// none is.
type spanOf struct {
	model.Period
	stage string
	// tied says that words of covering stand between the stage, or the beginning of a
	// sentence that goes on about it, and the period, or the stage right behind it.
	tied bool
}

// reCovers finds the words by which a report covers a period.
var reCovers = lazyregexp.New(`(?i)\b(?:cover|span|run|ran\b|extend|review|assess|examin|consider|deal|dealt|treat|look|went|reach|period|time\b)`)

// spansOf are the periods of a sentence that is about a stage as a whole; stage is "" where
// that is not certain.
func spansOf(p *rule.Pass, sentence, stage string) []spanOf {
	var out []spanOf
	var from []int // where each begins and ends
	rest, at := sentence, 0
	for len(out) < mostSpans {
		q, ok := date.ParsePeriod(p.Vocabulary, rest)
		i := strings.Index(rest, q.Text)
		if !ok || q.Text == "" || i < 0 {
			break
		}
		out = append(out, spanOf{Period: q})
		from = append(from, at+i, at+i+len(q.Text))
		at += i + len(q.Text)
		rest = sentence[at:]
	}
	end := 0
	for i := range out {
		behind := len(sentence)
		if i+1 < len(out) {
			behind = from[2*i+2]
		}
		before := sentence[end:from[2*i]]
		var named []string
		behindStage := before
		if all := rule.ReStageName.FindAllStringIndex(before, -1); len(all) > 0 {
			last := all[len(all)-1]
			named, behindStage = append(named, before[last[0]:last[1]]), before[last[1]:]
		}
		after := reStageAfter.FindStringSubmatch(sentence[from[2*i+1]:behind])
		switch {
		case after != nil:
			out[i].stage, out[i].tied = strings.ToLower(after[1]), true
		case len(named) > 0 && !(i > 0 && reStageAfter.MatchString(before)):
			out[i].stage, out[i].tied = strings.ToLower(named[0]), reCovers.MatchString(behindStage)
		case len(out) == 1:
			out[i].stage, out[i].tied = stage, !rule.ReStageName.MatchString(sentence) && reCovers.MatchString(before)
		}
		end = from[2*i+1]
	}
	return out
}

// stagePeriodsInText are the periods that sentences before the chapters state of other stages.
func stagePeriodsInText(p *rule.Pass) []StagePeriod {
	own := elsewhere.StageOrFinal(p)
	var out []StagePeriod
	for _, t := range FrontTexts(p.Report) {
		for _, s := range stages.Sentences(p.Vocabulary, own, t.Text) {
			if !s.Other || stages.Planned(s.Text) {
				continue
			}
			spans := spansOf(p, s.Text, s.Stage)
			for _, q := range openEnds(p, s, own) {
				if !namesOther(p, s.Text) && !slices.ContainsFunc(out, func(o StagePeriod) bool { return o.Stage == q.Stage && o.To == q.To }) {
					q.At = t.At
					out = append(out, q)
				}
			}
			for i := range spans {
				q := &spans[i]
				if !q.tied || q.stage == "" || q.stage == own || ownPeriod(p, q.Period) || q.From == "" || q.To == "" || namesOther(p, s.Text) {
					continue
				}
				q.At = t.At
				if !slices.ContainsFunc(out, func(o StagePeriod) bool { return o.Stage == q.stage && o.Text == q.Text }) {
					out = append(out, StagePeriod{&q.Period, q.stage})
				}
			}
		}
	}
	return out
}
