package elsewhere

import (
	"fmt"
	"strings"

	"recount.invalid/recount/audit/internal/claims"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/stages"
	"recount.invalid/recount/audit/internal/tallies"
	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/internal/lazyregexp"
	"recount.invalid/recount/model"
)

// A final report is written from the interim one, and a figure that was not
// brought up to date is a common slip. It is named as an explanation only
// where the report itself prints the other stage's figure: nothing is taken
// from outside the document.

// FinalStage is the stage of a report that states none.
const FinalStage = "final"

// LastStage explains a figure by what the report prints of another stage for
// the same subject; nil where nothing fits. Subjects without a number or a
// code are nobody in particular.
func LastStage(p *rule.Pass, f reckon.Figure, subject prose.Subject) []string {
	if f == (reckon.Figure{}) || subject.Kind == prose.Commitment && subject.Commitment == 0 || subject.Kind == prose.Member && subject.Member == "" {
		return nil
	}
	for _, s := range StageFigures(p) {
		if s.Subject == subject && s.Matches(f) {
			return []string{fmt.Sprintf("the %s stage's figure, which %s gives: %s", s.Stage, s.Source, s.Text())}
		}
	}
	return nil
}

// StageFigures collects, once, what the report states of other stages than its
// own: in summary tables and rankings whose title names one, and in sentences
// that do.
func StageFigures(p *rule.Pass) []rule.StageFigure {
	return figuresOfStages.Of(p)
}

var figuresOfStages = rule.Keep(readStageFigures)

func readStageFigures(p *rule.Pass) []rule.StageFigure {
	var out []rule.StageFigure
	own := p.Report.Report.Stage
	if own == "" {
		own = FinalStage
	}
	reader := stages.NewReader(p)
	other := func(title string) string {
		stage, ok := p.Vocabulary.Stage(title)
		asIf := reader
		asIf.Stage = stage
		if !ok || stage == own || !asIf.Own(title) {
			return ""
		}
		return stage
	}
	for i := range p.Report.Matrices {
		m := &p.Report.Matrices[i]
		if stage := other(m.Title); stage != "" {
			out = append(out, stageTable(p, m, stage)...)
		}
	}
	for _, k := range p.Report.Rankings {
		stage := other(k.Title)
		for _, e := range k.Entries {
			if stage != "" && e.Member != "" {
				out = append(out, rule.StageFigure{
					Subject: prose.Subject{Kind: prose.Member, Member: e.Member}, Stage: stage,
					Value: e.Value, Percent: e.Percent, Source: "a ranking" + OnPage(k.At), At: k.At,
				})
			}
		}
	}
	x := claims.Gather(p.Report, p.Vocabulary, reader.Own)
	reader.Catalogue = claims.Catalogue(p.Report, x)
	for _, g := range claims.Passages(p.Report, p.Vocabulary) {
		out = append(out, stageProse(reader, own, g.Text, g.At)...)
	}
	for _, f := range p.Report.Figures {
		if f.Commitment > 0 && rule.ReThisCommitment.MatchString(f.Sentence) {
			out = append(out, stageProse(reader, own, stages.NamedCommitment(f.Sentence, f.Commitment), f.At)...)
		}
	}
	return out
}

// Passages are the paragraphs of the report's text outside its chapters, and the sentences
// with figures that stand in none of them.
func Passages(p *rule.Pass) []claims.Passage { return claims.Passages(p.Report, p.Vocabulary) }

// stageTable gives the averages of a summary table of another stage.
func stageTable(p *rule.Pass, m *model.Matrix, stage string) []rule.StageFigure {
	var out []rule.StageFigure
	source := "a table" + OnPage(m.At)
	add := func(s prose.Subject, a *model.Average, t reckon.Tally) {
		g := rule.StageFigure{Subject: s, Stage: stage, Source: source, At: m.At}
		if a != nil {
			g.Value, g.Percent = a.Value, a.Percent
		}
		if t.WhyUndecided() == "" {
			g.Mean = rule.MeanOrNil(t)
		}
		if g.Value != nil || g.Percent != nil || g.Mean != nil {
			out = append(out, g)
		}
	}
	for i := range m.Rows {
		add(prose.Subject{Kind: prose.Commitment, Commitment: m.Rows[i].Number}, m.Rows[i].Average, tallies.OfRow(m, i, p.Vocabulary))
	}
	printed := map[string]*model.Average{}
	for _, a := range m.ColumnAverages {
		printed[a.Member] = &model.Average{Value: a.Value, Percent: a.Percent}
	}
	for col, code := range m.Members {
		add(prose.Subject{Kind: prose.Member, Member: code}, printed[code], tallies.OfColumn(m, col, p.Vocabulary))
	}
	add(prose.Subject{Kind: prose.Overall}, m.Overall, reckon.Tally{})
	return out
}

// stageProse gives the figures of a paragraph that stand behind the name of
// another stage, tied to what their sentence is about. Only sentences about
// one subject are used.
func stageProse(reader prose.Reader, own, text string, at model.At) []rule.StageFigure {
	if !reader.OtherStage(text) {
		return nil
	}
	var out []rule.StageFigure
	for _, span := range prose.Sentences(reader.Vocabulary, text) {
		sentence := text[span.Start:span.End]
		if !reader.OtherStage(sentence) {
			continue
		}
		// Read as if it were this report's, so that what the sentence is about
		// is found whatever stage it speaks of.
		subjects := map[prose.Subject]bool{}
		var about prose.Subject
		claims := reader.Read(reChanged.ReplaceAllString(rule.ReStageName.ReplaceAllString(sentence, " "), "was ")).Claims
		for _, c := range claims {
			for _, s := range c.Subjects {
				subjects[s], about = true, s
			}
		}
		if len(subjects) != 1 {
			continue
		}
		of := map[string]bool{} // whose figure is known
		for _, c := range claims {
			if c.Figure != nil {
				of[c.Figure.Text] = of[c.Figure.Text] || len(c.Subjects) > 0
			}
		}
		known, strange := false, false // what the own figures before are of: the subject, then somebody else
		spent, taken := 0, ""          // the stage named up to spent is that of the figure before
		for _, f := range prose.Figures(sentence) {
			stage, behind := StageBehind(sentence[f.End:])
			if stage == "" {
				stage = stageBefore(sentence[spent:f.Start])
				if stage == taken && strings.HasSuffix(sentence[:f.Start], " to ") {
					continue // "from an interim +0.28 to +0.44"
				}
			} else {
				spent = f.End + behind
			}
			if stage == "" || stage == own {
				strange = known && !of[f.Text]
				known = known || of[f.Text]
				continue
			}
			taken = stage
			if strange {
				continue // it stands beside another's figure, whose that is was not understood
			}
			out = append(out, rule.StageFigure{Subject: about, Stage: stage, Value: f.Value, Percent: f.Percent, Source: "the text" + OnPage(at), At: at})
		}
	}
	return out
}

// reChanged finds verbs of change, by which a sentence gives two figures of one
// subject: "rose to +0.44, up from ...", "fell from +0.44 ... to +0.28".
var reChanged = lazyregexp.New(`(?i)\b(?:rose|increased|climbed|grew|improved|moved|went|fell|dropped|declined|decreased|slipped)\s+(?:to|from)\s+`)

// reStageBehind finds the stage that the words right behind a figure name: "+0.28
// (64%) in the interim report".
var reStageBehind = lazyregexp.New(`(?i)^\)?,?\s+(?:(?:as\s+)?(?:reported|stated|given|found)\s+)?(?:in|at|of|from|for|by|during)\s+(?:the\s+|its\s+)?(interim|preliminary|final)\b`)

// StageBehind is the stage that the words right behind a figure name, and where its name
// ends.
func StageBehind(text string) (stage string, end int) {
	if m := reStageBehind.FindStringSubmatchIndex(text); m != nil {
		return strings.ToLower(text[m[2]:m[3]]), m[1]
	}
	return "", 0
}

// stageBefore is the last stage named in the words before a figure.
func stageBefore(text string) string {
	all := rule.ReStageName.FindAllString(text, -1)
	if len(all) == 0 {
		return ""
	}
	return strings.ToLower(all[len(all)-1])
}

// OnPage is " on page 3", empty where the place is not known.
func OnPage(at model.At) string {
	if n := at.Page(); n > 0 {
		return fmt.Sprintf(" on page %d", n)
	}
	return ""
}

// OtherStageID is the rule that needs what a report states of other stages.
const OtherStageID = "other-stage"
