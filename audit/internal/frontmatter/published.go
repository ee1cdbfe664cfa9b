package frontmatter

import (
	"recount.invalid/recount/audit/internal/elsewhere"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/stages"
	"recount.invalid/recount/internal/lazyregexp"
	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/date"
)

// StagePublished is the day on which the report of another stage was published, as the text
// before the chapters has it.
type StagePublished struct {
	Stage string
	EDTF  string
	Text  string
	Quote string
	At    model.At
}

// rePublishedOn ends what stands before such a day.
var rePublishedOn = lazyregexp.New(`(?i)\b(?:published|released|issued|appeared|launched|came\s+out|dated|made\s+public)\s+(?:[\p{L}]+\s+){0,2}?(?:on\s+|in\s+)?(?:the\s+)?$`)

// PublishedStages are the days of publication that the report states of other stages.
func PublishedStages(p *rule.Pass) []StagePublished {
	var out []StagePublished
	for _, t := range FrontTexts(p.Report) {
		if t.Cover {
			continue
		}
		for _, s := range stages.Sentences(p.Vocabulary, elsewhere.StageOrFinal(p), t.Text) {
			if s.Stage == "" || namesOther(p, s.Text) {
				continue
			}
			for _, d := range date.FindDates(p.Vocabulary, s.Text) {
				if before := string([]rune(s.Text)[:d.Start]); rePublishedOn.MatchString(before) {
					out = append(out, StagePublished{s.Stage, d.EDTF, d.Text, s.Text, t.At})
				}
			}
		}
	}
	return out
}
