package audit

import (
	"recount.invalid/recount/audit/across"
	"recount.invalid/recount/audit/internal/elsewhere"
	"recount.invalid/recount/audit/internal/frontmatter"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/stages"
	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// Keep is what is kept of a report that will be held against others (RunAcross):
// its commitments and summary tables, how many it says were selected, and what it states
// of other stages and other summits, in its text, in members' sections and in tables beside them; of actions a
// number of their words, dates and figures. Many reports are in memory so, and a
// data set stores it of each. words is nil for the built-in vocabulary.
func Keep(r *model.Report, words *vocabulary.Vocabulary) *model.Report {
	if words == nil {
		words = vocabulary.Default()
	}
	out := across.Slim(r, words)
	pass := &rule.Pass{Report: r, Vocabulary: words}
	reader := stages.NewReader(pass)
	for _, s := range r.Sections {
		kept := model.Section{Heading: s.Heading, At: s.At}
		for _, t := range s.Paragraphs {
			if reader.OtherStage(t.Text) || frontmatter.CountsSelected(t.Text) || elsewhere.NamesSummit(pass, t.Text) || frontmatter.SaysOfSummit(pass, t.Text) || frontmatter.CountsMade(t.Text) {
				kept.Paragraphs = append(kept.Paragraphs, model.Text{Text: t.Text, At: t.At})
			}
		}
		if len(kept.Paragraphs) > 0 {
			out.Sections = append(out.Sections, kept)
		}
	}
	for i := range out.Commitments {
		for k := range out.Commitments[i].Verdicts {
			out.Commitments[i].Verdicts[k].Closing = elsewhere.KeepStageScores(&r.Commitments[i].Verdicts[k])
		}
	}
	for _, f := range r.Figures {
		if reader.OtherStage(f.Sentence) || elsewhere.NamesSummit(pass, f.Sentence) {
			out.Figures = append(out.Figures, f)
		}
	}
	for i := range r.Rankings {
		k := &r.Rankings[i]
		if reader.OtherStage(k.Title) || elsewhere.SummitRanking(pass, k) {
			out.Rankings = append(out.Rankings, *k)
		}
	}
	for i := range r.Tables {
		t := &r.Tables[i]
		if rows, _ := elsewhere.SummitTable(pass, t.Rows); rows != nil || elsewhere.OfStages(t.Rows) || elsewhere.NamesOwnSummit(pass, t) {
			out.Tables = append(out.Tables, *t)
		}
	}
	return out
}
